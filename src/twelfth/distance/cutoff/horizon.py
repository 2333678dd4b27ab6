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
from scipy.special import chdtri

from twelfth.distance.cutoff.forecast import CERTAIN
from twelfth.distance.cutoff.level import GAINS, PRIOR_SD, gap_factor
from twelfth.distance.cutoff.pace import STOPS
from twelfth.distance.cutoff.student import FREEDOM, SCALE_PER_SD, cdf

Array = NDArray[np.float64]

PATHS = 4096
"""For the headline, an even number; two seeds then differ by about .01 at most."""
DRAWS, PATHS_OF_A_DRAW = 128, 256
"""Of what the fit leaves open (scale, gain, pace), for the interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A kind's rounds to come, with what they hang on taken as known.

    mean, sd: of the first cut-off, points. later_sd: of the next ones after a typical gap. gain: how much of an error
    the level takes over. gap, overdue: days, of the pace. typical_gap: days, the gap later_sd stands for. breaks: days
    from the as-of date to declared breaks after the first round.
    """

    mean: float
    sd: float
    later_sd: float
    gain: float
    gap: float
    typical_gap: float
    overdue: float = 0.0
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the fit of a kind leaves open: weights of the gains and the levels they give, how many errors are behind
    the scale, and the gaps behind the pace."""

    gain_weights: Array
    levels: Array
    gain: int
    errors: float
    gaps: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """The same random numbers for every question, row by row, so that a longer horizon sees the same first rounds.

    phase: where in a gap the first round falls, in (0, 1) [paths]. resumes: the wait for an overdue kind, in times of
    what it is overdue. rounds: how many there are before the kind is laid aside, as it may have been after the last
    one. errors [rounds, paths], that of the first round left at 0, and breaks [n, paths]: sd 1. before [rounds, paths]:
    the sum of the errors of earlier rounds.
    """

    phase: Array
    resumes: Array
    rounds: Array
    errors: Array
    before: Array
    breaks: Array


def noise_for(courses: Sequence[Course], days: int, *, seed: int, kind: str, paths: int) -> Noise:
    """Noise of one kind, its own whatever other kinds are asked for, enough for all these courses of it."""
    rounds, breaks = max(_rounds(one, days) for one in courses), len(courses[0].breaks)
    rng = np.random.default_rng([seed, *kind.encode()])
    even = (np.arange(paths) + 0.5) / paths
    phase, v, stop = (rng.permutation(even) for _ in range(3))
    shocks = _mirrored(np.random.default_rng([seed, 2, *kind.encode()]), breaks, paths)
    rounds_held = np.floor(np.log(stop) / np.log1p(-STOPS))
    errors = np.vstack([np.zeros((1, paths)), _mirrored(rng, rounds - 1, paths)])
    return Noise(phase, v / (1 - v), rounds_held, errors, np.cumsum(errors, axis=0) - errors, shocks)


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


def fallen(course: Course, days: int, drawn: Noise) -> Fallen:
    """The rounds of so many days, at least one; no score has a part in it.

    Rounds come at even steps from an unknown start. A kind overdue by d days waits d v / (1 - v) more, v uniform: the
    longer it has been silent, the longer it will be (Gott 1993).
    """
    step = np.arange(_rounds(course, days))[:, None]
    wait = (step + drawn.phase) * course.gap + course.overdue * drawn.resumes
    held = (wait < days) & (step < drawn.rounds)
    day = np.minimum(wait, days - 1).astype(int)
    return Fallen(course, day, np.where(held, _rest(course, drawn, day), np.inf))


def met(rounds: Fallen, scores: Array) -> float:
    """P(selected in at least one round), `scores` being those of every day from the day after the as-of date.

    The first error is not drawn: every later cut-off grows with it, so that along a path a selection is the same as a
    first error below some bound, whose chance is exact. Fewer points on any day, or a nearer horizon, therefore never
    raise the answer. Slow twin: tests/oracle/test_cutoff_oracle.py.
    """
    ends = (np.ceil(scores) - 0.5, np.floor(scores) + 0.5)
    room = [_room(end[rounds.day] - rounds.bar, rounds.course) for end in ends]
    return float(cdf(np.array(room) / SCALE_PER_SD).mean())


def within(course: Course, scores: Array, drawn: Noise) -> float:
    """`met` where one score is asked about once; 0 on no days."""
    return met(fallen(course, len(scores), drawn), scores) if len(scores) else 0.0


def _room(below: Array, course: Course) -> Array:
    """How large the first error of each path may be, in sds; from the room `below` a score [rounds, paths], points."""
    later = below[1:].max(axis=0, initial=-np.inf) / (course.gain * course.sd)
    return np.asarray(np.maximum(below[0] / course.sd, later))


def _rounds(course: Course, days: int) -> int:
    """The most rounds that can fall in so many days."""
    return math.floor(days / course.gap) + 1


def _rest(course: Course, drawn: Noise, day: NDArray[np.int_]) -> Array:
    """Cut-offs before rounding and without the first round's error [rounds, paths].

    Each is the level plus its own error, part of which the level keeps.
    """
    sd = course.later_sd * gap_factor(course.gap, course.typical_gap)
    rest = course.mean + sd * (drawn.errors[: len(day)] + course.gain * drawn.before[: len(day)])
    for at, shock in zip(course.breaks, drawn.breaks, strict=True):
        rest += PRIOR_SD * shock * (day + 1 >= at)
    return np.asarray(rest)


def drawn_courses(course: Course, doubt: Doubt, *, seed: int, kind: str) -> list[Course]:
    """Courses [128] as the rounds behind the fit leave them possible.

    scale^2 as freedom / chi-squared, the gain by its weight, the gap as the median of gaps drawn with replacement.
    """
    rng = np.random.default_rng([seed, 1, *kind.encode()])
    even = (np.arange(DRAWS) + 0.5) / DRAWS
    grown = np.sqrt(doubt.errors / chdtri(doubt.errors, rng.permutation(even)))
    gaps = np.median(rng.choice(doubt.gaps, (DRAWS, len(doubt.gaps))), axis=1)
    gains = np.searchsorted(np.cumsum(doubt.gain_weights), rng.permutation(even) * doubt.gain_weights.sum())
    return [
        Course(
            mean=course.mean + float(doubt.levels[gain] - doubt.levels[doubt.gain]),
            sd=course.sd * float(grow),
            later_sd=course.later_sd * float(grow),
            gain=float(GAINS[gain]),
            gap=float(gap),
            typical_gap=course.typical_gap,
            overdue=course.overdue,
            breaks=course.breaks,
        )
        for grow, gap, gain in zip(grown, gaps, gains, strict=True)
    ]


def scores_by_day(score: float | Callable[[date], float], *, as_of: date, days: int) -> Array:
    """The score on every day from the day after `as_of`, `days` of them."""
    if not callable(score):
        return np.full(days, float(score))
    return np.array([score(as_of + timedelta(days=n + 1)) for n in range(days)], float)


def told(p: float) -> float:
    """A chance inside (0, 1)."""
    return float(np.clip(p, 1 - CERTAIN, CERTAIN))
