"""Odds where the rubric is published: the next cut-off of every kind of round, and the chance of meeting one in time.

It deliberately knows nothing of who is in the pool beyond what was published of it, and nothing of the size of the
next round, which is announced with the round.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from twelfth.base import invalid
from twelfth.distance.cutoff.ahead import Ahead
from twelfth.distance.cutoff.cut_off import CutOff, in_order
from twelfth.distance.cutoff.forecast import Forecast
from twelfth.distance.cutoff.horizon import Array, Fallen, scores_by_day, told
from twelfth.distance.cutoff.kind import Kinds
from twelfth.distance.odds import Caveat, Odds, Tier
from twelfth.distance.percentile import HIGH_END, LOW_END

Score = float | Callable[[date], float]
Scores = Score | Mapping[str, Score]

LONGEST_DAYS = 3653
"""Ten years: beyond that no level of today says anything."""
NEXT_STEP = "Call fit(rounds) first."


class RubricOdds:
    """Forecasts of cut-offs by kind of round.

    Formula: cut-off = level + error, error ~ Student-t (4 df); the level takes over a share (the gain) of each error.
    The gain is the one of {1, .7, .5, .35} with the smallest recency-weighted absolute error of one step; the sd is the
    recency-weighted one of its errors, winsorised, with a prior of 35 points, times sqrt(days since / typical gap).
    Source: 03-odds, E4. Papers: Brown 1956; Hyndman et al. 2002 (the level as a state with one source of error).
    """

    tier = Tier.RUBRIC

    def __init__(self) -> None:
        self._rounds: tuple[CutOff, ...] = ()
        self._breaks: tuple[date, ...] = ()
        self._seed = 0
        self._unit = 1.0
        self._kinds = Kinds((), breaks=(), as_of=date.min)
        self._ahead: dict[str, Ahead] = {}
        self._as_of: date | None = None

    def fit(
        self, rounds: Iterable[CutOff], *, breaks: Sequence[date] = (), seed: int = 0, unit: float = 1.0
    ) -> "RubricOdds":
        """Take in past rounds, in any order; the same round twice counts once. Returns itself.

        breaks: days from which cut-offs no longer compare with earlier ones, such as a change of the rubric; the
        caller passes those announced by the day asked about. The seed drives the paths of `by_horizon` and no forecast.
        unit: points that weigh as one of the scale the prior is stated in (`unit_of`).

        Raises:
            InvalidInput: no rounds, a seed that is not a whole number of at least 0, a unit that is not above 0, or
                another unit than 1 together with a histogram.
        """
        if not _is_whole(seed) or seed < 0:
            raise invalid("seed", seed, "a whole number of at least 0")
        taken = in_order(rounds)
        if not taken:
            raise invalid("past rounds", "none", "at least one round with its cut-off")
        self._rounds, self._breaks, self._seed = _in_units(taken, unit), tuple(sorted(set(breaks))), int(seed)
        self._unit, self._as_of = unit, None
        return self

    def forecast(self, kind: str, *, as_of: date) -> Forecast:
        """The cut-off of the kind's next round, from what was known by the end of `as_of`.

        The round is taken to come after the kind's typical gap, the day after `as_of` at the earliest.

        Raises:
            InvalidInput: the model is not fitted.
            NotFound: no round of this kind is known on `as_of`.
        """
        told = self._on(kind, as_of).forecast
        return replace(told, mean=told.mean * self._unit, sd=told.sd * self._unit, unit=self._unit)

    def in_next_round(self, score: float, kind: str, *, as_of: date) -> Odds:
        """The chance of being selected with `score` in the kind's next round; 90 % over gain and scale (128 draws).

        Raises:
            InvalidInput: the model is not fitted, or the score is not finite.
            NotFound: no round of this kind is known on `as_of`.
        """
        ahead, own = self._on(kind, as_of), score / self._unit
        forecast = ahead.forecast
        p, drawn = forecast.cdf(own), ahead.next(own)
        lo, hi = (float(np.quantile(drawn, end)) for end in (LOW_END, HIGH_END))
        return Odds(p=p, lo=min(lo, p), hi=max(hi, p), basis=forecast.basis, caveats=forecast.caveats)

    def expected_rounds(self, kind: str, *, as_of: date, until: date) -> float:
        """How many rounds of the kind to expect after `as_of` and by the end of `until`.

        Raises:
            InvalidInput: the model is not fitted, or until is before as_of or more than ten years after it.
            NotFound: no round of this kind is known on `as_of`.
        """
        return self._on(kind, as_of).known.pace.expected(_days(as_of, until))

    def by_horizon(self, score: Scores, kinds: Sequence[str], *, as_of: date, until: date) -> Odds:
        """The chance of being selected in at least one round of `kinds` after `as_of` and by the end of `until`.

        score: points, or a function of the day that gives them (age costs points), or one of these by kind; minus
        infinity on days on which one is not considered. kinds: those the person is eligible for. The headline takes
        gain, scale and pace as fitted and kinds as unrelated. The interval is the 90 % of 128 draws of gain, scale,
        drift, pace and pauses, its lower end from the best single kind, widened to hold the headline: it says how far
        the chance itself is unknown, not how the rounds may fall.

        Raises:
            InvalidInput: the model is not fitted, no kinds, a score that is not a number of points, no score for a
                kind, or until is before as_of or more than ten years after it.
            NotFound: no round of one of the kinds is known on `as_of`.
        """
        asked = self._asked(score, kinds, as_of, until)
        return self._odds(asked, np.array([one.chances(scores) for one, scores in asked]), as_of, until)

    def by_horizon_each(
        self, scores: Sequence[Scores], kinds: Sequence[str], *, as_of: date, until: date
    ) -> tuple[Odds, ...]:
        """`by_horizon` of many profiles, to the last digit, in little more time than of one.

        Raises:
            InvalidInput, NotFound: as by_horizon.
        """
        asked = [self._asked(score, kinds, as_of, until) for score in scores]
        by_kind = [each[0][0].chances_each(np.array([own for _, own in each])) for each in zip(*asked, strict=True)]
        profiles = zip(asked, np.array(by_kind).swapaxes(0, 1), strict=True) if by_kind else ()
        return tuple(self._odds(one, found, as_of, until) for one, found in profiles)

    def _odds(self, asked: list[tuple[Ahead, Array]], found: Array, as_of: date, until: date) -> Odds:
        """From the chances [kinds, 1 + 128], as fitted and by draw."""
        p = told(float(_any(found[:, 0])))
        lo = told(float(np.quantile(found[:, 1:].max(axis=0), LOW_END)))
        hi = told(float(np.quantile(_any(found[:, 1:]), HIGH_END)))
        caveats = {caveat for one, _ in asked for caveat in one.forecast.caveats}
        caveats |= {Caveat.POLICY_BREAK for day in self._breaks if as_of < day <= until}
        return Odds(
            p=p,
            lo=min(lo, p),
            hi=max(hi, p),
            basis="; ".join(_basis(one, until) for one, _ in asked),
            caveats=tuple(one for one in Caveat if one in caveats),
        )

    def paths(self, kinds: Sequence[str], *, as_of: date, until: date) -> tuple[Fallen, ...]:
        """Where the rounds of each kind after `as_of` and by the end of `until` fall: what the headline of `by_horizon`
        is a mean over (`met`).

        Raises:
            InvalidInput: as by_horizon, no day between, or another unit than 1.
            NotFound: as by_horizon.
        """
        days = _days(as_of, until)
        if days < 1 or self._unit != 1:
            raise invalid("paths", f"{days} days, unit {self._unit:g}", "at least one day and points as they are")
        return tuple(self._on(kind, as_of).paths(days) for kind in kinds)

    def by_date(
        self,
        score: Scores,
        kinds: Sequence[str],
        *,
        as_of: date,
        until: date,
        ends: Sequence[date] = (),
    ) -> tuple[tuple[date, float], ...]:
        """The headline of `by_horizon` up to each of `ends`; by default the day by which each further round is
        expected, and `until`.

        Raises:
            InvalidInput: as by_horizon, or an end that is before as_of or after until.
            NotFound: as by_horizon.
        """
        asked, last = self._asked(score, kinds, as_of, until), (until - as_of).days
        gaps = [one.course.pace.gap for one, _ in asked]
        expected = {math.ceil(n * gap) for gap in gaps for n in range(1, int(last / gap) + 1)}
        days = {(one - as_of).days for one in ends} or {one for one in expected if one < last} | {last}
        if not all(0 <= one <= last for one in days):
            raise invalid("ends", [str(one) for one in ends], f"days from {as_of} to {until}")
        chances = {end: _any(np.array([one.within(scores, end) for one, scores in asked])) for end in days}
        return tuple((as_of + timedelta(days=end), told(float(chances[end]))) for end in sorted(days))

    def _asked(self, score: Scores, kinds: Sequence[str], as_of: date, until: date) -> list[tuple[Ahead, Array]]:
        """The kinds asked for, each once and in order of name, and the score there on every day."""
        if isinstance(kinds, str) or not kinds:
            raise invalid("kinds of round", kinds or "none", "a sequence of at least one kind")
        days, names = _days(as_of, until), sorted(set(kinds))
        lacking = [] if not isinstance(score, Mapping) else [kind for kind in names if kind not in score]
        if lacking:
            raise invalid("score", f"none for {', '.join(lacking)}", "points for every kind")
        by_kind = {kind: score[kind] if isinstance(score, Mapping) else score for kind in names}
        return [
            (self._on(kind, as_of), _checked(scores_by_day(one, as_of=as_of, days=days), one) / self._unit)
            for kind, one in by_kind.items()
        ]

    def _on(self, kind: str, as_of: date) -> Ahead:
        """The kind as known on a day; kept until another day is asked about."""
        if not self._rounds:
            raise invalid("RubricOdds", "not fitted", "a fitted model", next_step=NEXT_STEP)
        if as_of != self._as_of:
            self._kinds, self._ahead = Kinds(self._rounds, breaks=self._breaks, as_of=as_of), {}
            self._as_of = as_of
        if kind not in self._ahead:
            self._ahead[kind] = Ahead(self._kinds[kind], seed=self._seed)
        return self._ahead[kind]


def _checked(scores: Array, told: Score) -> Array:
    if np.isnan(scores).any() or np.isposinf(scores).any():
        raise invalid("score", "not a number on some day" if callable(told) else told, "finite points")
    return scores


def _in_units(rounds: tuple[CutOff, ...], unit: float) -> tuple[CutOff, ...]:
    """The rounds with their cut-offs in units."""
    if unit == 1:
        return rounds
    if not 0 < unit < math.inf:
        raise invalid("unit", unit, "a number of points above 0")
    if any(one.bands for one in rounds):
        raise invalid("unit", unit, "1 where a histogram of the pool is given", next_step="Leave the histogram out.")
    return tuple(replace(one, cut_off=one.cut_off / unit) for one in rounds)


def _is_whole(value: object) -> bool:
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def _any(chances: Array) -> Array:
    """Of at least one, the first axis being unrelated kinds."""
    return np.asarray(1 - np.prod(1 - chances, axis=0))


def _basis(ahead: Ahead, until: date) -> str:
    expected = ahead.known.pace.expected((until - ahead.known.as_of).days)
    return f"{ahead.forecast.basis}, about {expected:.1f} more expected by {until}"


def _days(as_of: date, until: date) -> int:
    days = (until - as_of).days
    if not 0 <= days <= LONGEST_DAYS:
        raise invalid("until", until, f"a day from {as_of} to ten years after it")
    return days
