"""The chance of being selected in any of the rounds to come, where 1 - (1 - p)^n is wrong.

Rounds of one kind share a level, so their results go together. Taking them for independent is wrong both ways. Ten
rounds at .5 each, by a level that keeps all of each error, come to .83 and not to .999: on most days when the first
passes one by, so do the others. Ten at .01 each come to .27 and not to .10, because the level wanders further in ten
rounds than in one. So the level is simulated from round to round, and a path counts once however often it would have
been selected. At the very cut-off the tie-break is the same person's each time, so that two ties are still one half.

What is not simulated: that kinds move together. The headline takes kinds for unrelated, the lower end for one.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtri, ndtri

from twelfth.distance.cutoff.forecast import CERTAIN
from twelfth.distance.cutoff.level import GAINS, PRIOR_SD, gap_factor, gap_factors
from twelfth.distance.cutoff.pace import Pace
from twelfth.distance.cutoff.pauses import PAUSE_GAPS
from twelfth.distance.cutoff.student import FREEDOM, SCALE_PER_SD, cdf

Array = NDArray[np.float64]

PATHS = 4096
"""For the headline, an even number; two seeds then differ by about .01 at most."""
DRAWS, PATHS_OF_A_DRAW = 128, 256
"""Of what the fit leaves open (scale, gain, drift, pace, pauses), for the interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A kind's rounds to come, with what they hang on taken as known.

    mean, sd: of the first cut-off, points. later_sd: of the next ones after a typical gap. gain: how much of an error
    the level takes over. typical_gap: days, the gap later_sd stands for. drift: points that the level moves from
    round to round by itself. breaks: days from the as-of date to declared breaks after the first round.
    """

    mean: float
    sd: float
    later_sd: float
    gain: float
    pace: Pace
    typical_gap: float
    drift: float = 0.0
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the fit of a kind leaves open: weights of the gains and the levels they give, how many errors are behind
    the scale. The pace says itself what is behind it."""

    gain_weights: Array
    levels: Array
    gain: int
    errors: float


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """The same random numbers for every question, row by row, so that a longer horizon sees the same first rounds.

    phase: where in a gap the first round falls, in (0, 1) [paths]. aside: in (0, 1), below P(paused) where the kind
    was laid aside after its last known round. stop: in (0, 1), how many rounds come before it is laid aside again.
    resumes, again: the length of the one pause and of the other, in times of their medians. errors [rounds, paths],
    that of the first round left at 0, and breaks [n, paths]: sd 1. before [rounds, paths]: the sum of the errors of
    earlier rounds.
    """

    phase: Array
    aside: Array
    stop: Array
    resumes: Array
    again: Array
    errors: Array
    before: Array
    breaks: Array


def noise_for(courses: Sequence[Course], days: int, *, seed: int, kind: str, paths: int) -> Noise:
    """Noise of one kind, its own whatever other kinds are asked for, enough for all these courses of it."""
    rounds, breaks = max(_rounds(one, days) for one in courses), len(courses[0].breaks)
    rng = np.random.default_rng([seed, *kind.encode()])
    even = (np.arange(paths) + 0.5) / paths
    phase, aside, stop, v, w = (rng.permutation(even) for _ in range(5))
    shocks = _mirrored(np.random.default_rng([seed, 2, *kind.encode()]), breaks, paths)
    errors = np.vstack([np.zeros((1, paths)), _mirrored(rng, rounds - 1, paths)])
    before = np.cumsum(errors, axis=0) - errors
    return Noise(phase, aside, stop, v / (1 - v), w / (1 - w), errors, before, shocks)


def _mirrored(rng: np.random.Generator, rows: int, paths: int) -> Array:
    """Errors of sd 1 [rows, paths], paths even: the second half of the paths has the first one's with the sign turned
    (antithetic)."""
    half = SCALE_PER_SD * rng.standard_t(FREEDOM, (rows, paths // 2))
    return np.hstack([half, -half])


@dataclass(frozen=True, slots=True, eq=False)
class Fallen:
    """Where the rounds of a course fall on every path [rounds, paths]: the day, counted from the day after the as-of
    date, and the cut-off before rounding and without the first round's error, infinite where no round is held."""

    course: Course
    day: NDArray[np.int_]
    bar: Array

    @property
    def scales(self) -> Array:
        """Of the first error, how many scales a point is worth in each round: [rounds]."""
        share = np.where(np.arange(len(self.bar)) == 0, 1.0, 1.0 / self.course.gain)
        return np.asarray(share / (self.course.sd * SCALE_PER_SD))


def fallen(course: Course, days: int, drawn: Noise) -> Fallen:
    """The rounds of so many days, at least one; no score has a part in it.

    Rounds come at even steps from an unknown start, unless the kind is laid aside: it may be since its last known
    round, and again once after any to come.
    """
    step, going = np.arange(_rounds(course, days))[:, None], _going(course, drawn)
    wait = _first(course.pace, drawn) + step * course.pace.gap + (step > going) * _away(course.pace, drawn)
    held, day = wait < days, np.minimum(wait, days - 1).astype(int)
    return Fallen(course, day, np.where(held, _rest(course, drawn, day, going), np.inf))


def met(rounds: Fallen, scores: Array) -> float:
    """P(selected in at least one round), `scores` being those of every day from the day after the as-of date.

    The first error is not drawn: every later cut-off grows with it, so that along a path a selection is the same as a
    first error below some bound, whose chance is exact. Fewer points on any day, or a nearer horizon, therefore never
    raise the answer. Slow twin: tests/oracle/test_cutoff_oracle.py.
    """
    low, high = np.ceil(scores), np.floor(scores)
    below = _highest(low[rounds.day] - rounds.bar)
    above = (
        below if np.array_equal(low, high) else _highest(high[rounds.day] - rounds.bar)
    )  # points are whole as a rule
    room = [_room(below - 0.5, rounds.course), _room(above + 0.5, rounds.course)]
    return float(cdf(np.array(room) / SCALE_PER_SD).mean())


def met_each(rounds: Fallen, scores: Array) -> Array:
    """`met` of many profiles, [n, days] to [n], to the last digit: the rounds are gone through once for all of them.

    Between two days on which none of them changes, the lowest cut-off of a path is all that counts.
    """
    rows: dict[bytes, int] = {}
    place = np.array([rows.setdefault(own.tobytes(), len(rows)) for own in scores])
    once = scores[np.unique(place, return_index=True)[1]]
    starts = np.flatnonzero(np.append(True, (once[:, 1:] != once[:, :-1]).any(axis=0)))
    lowest = _lowest(rounds, starts)
    found = np.empty(len(once))
    for row, own in enumerate(once):
        low, high = np.ceil(own), np.floor(own)
        below = _each_highest(rounds, low, starts, lowest)
        above = below if np.array_equal(low, high) else _each_highest(rounds, high, starts, lowest)
        room = [_room(below - 0.5, rounds.course), _room(above + 0.5, rounds.course)]
        found[row] = cdf(np.array(room) / SCALE_PER_SD).mean()
    return np.asarray(found[place])


def _each_highest(rounds: Fallen, scores: Array, starts: NDArray[np.int_], lowest: Array) -> Array:
    """As `_highest`, of the scores from each start to the next: [2, paths]."""
    some = np.isfinite(scores[starts])
    later = (scores[starts[some], None] - lowest[some]).max(axis=0, initial=-np.inf)
    return np.stack([scores[rounds.day[0]] - rounds.bar[0], later])


def _lowest(rounds: Fallen, starts: NDArray[np.int_]) -> Array:
    """The lowest cut-off after the first round from each start to the next: [starts, paths]."""
    lowest, path = np.full((len(starts), rounds.bar.shape[1]), np.inf), np.arange(rounds.bar.shape[1])
    piece = np.zeros(int(rounds.day.max()) + 1, int)
    piece[starts[starts < len(piece)]] = 1
    piece = np.cumsum(piece) - 1
    for day, bar in zip(rounds.day[1:], rounds.bar[1:], strict=True):
        at = piece[day], path
        lowest[at] = np.minimum(lowest[at], bar)
    return lowest


def met_within(rounds: Fallen, scores: Array, days: Sequence[int]) -> Array:
    """`met` by the end of each of so many days, [len(days)], in one pass: rounds follow one another on every path."""
    scales = rounds.scales[:, None]
    ends = [(rounds.day < most).sum(axis=0) for most in days]
    found = np.zeros(len(ends))
    for whole, half in ((np.ceil(scores), -0.5), (np.floor(scores), 0.5)):
        room = np.maximum.accumulate((whole[rounds.day] - rounds.bar + half) * scales, axis=0)
        room = np.vstack([np.full((1, room.shape[1]), -np.inf), room])
        found += [cdf(np.take_along_axis(room, end[None], axis=0)).mean() for end in ends]
    return found / 2


def within(course: Course, scores: Array, drawn: Noise) -> float:
    """`met` where one score is asked about once; 0 on no days."""
    return met(fallen(course, len(scores), drawn), scores) if len(scores) else 0.0


def _highest(below: Array) -> Array:
    """How far a score [rounds, paths] is above the first cut-off, and above any later one: [2, paths]."""
    return np.stack([below[0], below[1:].max(axis=0, initial=-np.inf)])


def _room(below: Array, course: Course) -> Array:
    """How large the first error of each path may be, in sds; from the room `below` a score [2, paths], points."""
    return np.asarray(np.maximum(below[0] / course.sd, below[1] / (course.gain * course.sd)))


def _rounds(course: Course, days: int) -> int:
    """The most rounds that can fall in so many days."""
    return math.floor(days / course.pace.gap) + 1


def _first(pace: Pace, drawn: Noise) -> Array:
    """Days until the first round [paths]."""
    return np.where(drawn.aside < pace.paused, pace.least + pace.length * drawn.resumes, pace.gap * drawn.phase)


def _going(course: Course, drawn: Noise) -> Array:
    """How many rounds after the first come before the kind is laid aside [paths]."""
    return np.asarray(np.floor(np.log(drawn.stop) / np.log1p(-course.pace.stops)))


def _away(pace: Pace, drawn: Noise) -> Array:
    """Days that the pause between two rounds to come is longer than a gap [paths]."""
    return (PAUSE_GAPS - 1) * pace.gap + pace.pauses.length * drawn.again


def _rest(course: Course, drawn: Noise, day: NDArray[np.int_], going: Array) -> Array:
    """Cut-offs before rounding and without the first round's error [rounds, paths].

    Each is the level plus its own error, part of which the level keeps; the first one after a pause errs more.
    """
    gap, step = course.pace.gap, np.arange(len(day))[:, None]
    usual = gap_factor(gap, course.typical_gap)
    rest = course.gain * drawn.before[: len(day)]
    rest += drawn.errors[: len(day)]
    path = np.flatnonzero(going + 1 < len(day))
    after = going[path].astype(int) + 1
    grown = gap_factors(gap + _away(course.pace, drawn)[path], course.typical_gap) / usual - 1
    more = grown * drawn.errors[after, path]
    rest[after, path] += more
    rest[:, path] += course.gain * more * (step > after)
    rest *= course.later_sd * usual
    rest += course.mean + course.drift * step
    for at, shock in zip(course.breaks, drawn.breaks, strict=True):
        rest += PRIOR_SD * shock * (day + 1 >= at)
    return rest


def drawn_courses(course: Course, doubt: Doubt, *, seed: int, kind: str) -> list[Course]:
    """Courses [128] as the rounds behind the fit leave them possible.

    scale^2 as freedom / chi-squared, the gain by its weight, the gap as the median of gaps drawn with replacement, the
    pauses as those seen leave them. The drift, none as fitted, by the standard error of the mean of
    so many moves of the level.
    """
    rng, pace = np.random.default_rng([seed, 1, *kind.encode()]), course.pace
    even = (np.arange(DRAWS) + 0.5) / DRAWS
    grown = np.sqrt(doubt.errors / chdtri(doubt.errors, rng.permutation(even)))
    gaps = np.median(rng.choice(pace.gaps, (DRAWS, len(pace.gaps))), axis=1)
    gains = np.searchsorted(np.cumsum(doubt.gain_weights), rng.permutation(even) * doubt.gain_weights.sum())
    rates, lengths = pace.pauses.drawn(rng.permutation(even), rng.permutation(even))
    drifts = GAINS[gains] * course.later_sd * ndtri(rng.permutation(even)) / np.sqrt(doubt.errors)
    return [
        Course(
            mean=course.mean + float(doubt.levels[gain] - doubt.levels[doubt.gain]),
            sd=course.sd * float(grow),
            later_sd=course.later_sd * float(grow),
            gain=float(GAINS[gain]),
            pace=pace.drawn(gap=float(gap), rate=float(rate), length=float(length)),
            typical_gap=course.typical_gap,
            drift=float(drift),
            breaks=course.breaks,
        )
        for grow, gap, gain, rate, length, drift in zip(grown, gaps, gains, rates, lengths, drifts, strict=True)
    ]


def scores_by_day(score: float | Callable[[date], float], *, as_of: date, days: int) -> Array:
    """The score on every day from the day after `as_of`, `days` of them."""
    if not callable(score):
        return np.full(days, float(score))
    return np.array([score(as_of + timedelta(days=n + 1)) for n in range(days)], float)


def told(p: float) -> float:
    """A chance inside (0, 1)."""
    return float(np.clip(p, 1 - CERTAIN, CERTAIN))
