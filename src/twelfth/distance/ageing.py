"""The score on days to come with everything else as it is: points fall on birthdays and when a result lapses."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from twelfth.base import Truth, every
from twelfth.distance.measure import Measured, measure
from twelfth.goal import Fact, Kind, Level, Process, Profile, Trait, profile

MET = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}
STRIDE = 30
"""Days between looks ahead; where two looks differ every day between is found."""
REMEMBERED = 256
"""Days of a person: those of some ten people for a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreStep:
    """The score from a day on, until the next step; a range where something is unknown.

    lost: kinds of round of which the person fulfils less than on the first day, as when a test result has lapsed.
    """

    day: date
    lo: float
    hi: float
    lost: tuple[str, ...] = ()


def ageing(
    process: Process,
    facts: Iterable[Fact],
    *,
    as_of: date,
    until: date,
    moved: Mapping[str, Level] | None = None,
) -> tuple[ScoreStep, ...]:
    """The score by the ranking rubric from `as_of` to `until`, the first step on `as_of`, some traits moved for good.

    Only time passes: no fact is added, and points that are stated hold. Two changes within 30 days that
    undo each other are not seen.

    Raises:
        NotEnoughData: no version of the rubric is sourced for one of those days.
    """
    held = tuple(facts)

    @cache
    def measured(offset: int) -> Measured:
        return measure(process, _profile_on(as_of + timedelta(days=offset), held, process.traits), moved=moved)

    @cache
    def ends(offset: int) -> tuple[float, float, tuple[str, ...]]:
        now = measured(offset)
        total = now.scores.get(process.ranking, measured(0).scores[process.ranking]).total
        lost = tuple(kind.name for kind in process.kinds if _met(kind, now) < _met(kind, measured(0)))
        return total.lo, total.hi, lost

    def steps(first: int, last: int) -> list[int]:
        """Offsets after `first`, up to `last`, on which the score is another than the day before."""
        if ends(first) == ends(last):
            return []
        if last - first == 1:
            return [last]
        middle = (first + last) // 2
        return steps(first, middle) + steps(middle, last)

    days = (until - as_of).days
    looks = [*range(0, days, STRIDE), days]
    changes = [0, *(day for first, last in pairwise(looks) for day in steps(first, last))]
    return tuple(
        ScoreStep(day=as_of + timedelta(days=day), lo=lo, hi=hi, lost=lost)
        for day in dict.fromkeys(changes)
        for lo, hi, lost in [ends(day)]
    )


@lru_cache(maxsize=REMEMBERED)
def _profile_on(day: date, facts: tuple[Fact, ...], traits: tuple[Trait, ...]) -> Profile:
    """The same for every move that is tried, so made once."""
    return profile(facts, day, traits=traits)


def _met(kind: Kind, measured: Measured) -> int:
    """How far the requirements of a kind are met: 2 yes, 1 not known, 0 no."""
    return MET[every(measured.judged[name].met for name in kind.requires)]


def score_on(steps: tuple[ScoreStep, ...], day: date) -> ScoreStep:
    """The step in force on a day not before the first step."""
    return steps[bisect_right([one.day for one in steps], day) - 1]
