"""Pace: the hours a week somebody really works, and when what is left will be done at it.

No streaks: a week that was declared a pause is left out as if it had not been.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

from twelfth.work.effort import DayWorked
from twelfth.work.weeks import WEEK, minutes_by_week, monday_of

WEEKS_LOOKED_AT = 8
"""Whole weeks before this one: long enough to smooth a bad one, short enough to follow a changed life."""
FEWEST_WEEKS = 3
"""With fewer whole weeks there is no pace to tell, only what was worked."""
QUANTILE = 1.645
"""90 % of a normal distribution lie within so many standard deviations."""
MOST_WEEKS = 52 * 30
"""What takes longer is not told as a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Hours a week: the mean over `weeks` whole weeks and how much they differ from one another (`sd`)."""

    hours: float
    sd: float
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The Monday after which nothing is left to do, and the earliest and latest in 90 % of the ways it may go."""

    likely: date
    early: date
    late: date | None


def pace_of(worked: Iterable[DayWorked], *, as_of: date, pauses: Collection[date] = ()) -> Pace | None:
    """The pace over the last whole weeks since the first work, pauses (Mondays) left out; None with fewer than three.

    A week without work counts as one of no hours: it was lived like the others.
    """
    worked = tuple(worked)
    if not worked:
        return None
    begun = monday_of(min(one.on for one in worked))
    first = max(begun, monday_of(as_of) - WEEKS_LOOKED_AT * WEEK)
    whole = minutes_by_week(worked, first=first, last=monday_of(as_of) - WEEK) if first < monday_of(as_of) else ()
    hours = [minutes / 60 for monday, minutes in whole if monday not in pauses]
    if len(hours) < FEWEST_WEEKS:
        return None
    mean = sum(hours) / len(hours)
    variance = sum((one - mean) ** 2 for one in hours) / (len(hours) - 1)
    return Pace(hours=mean, sd=sqrt(variance), weeks=len(hours))


def finish_of(hours_left: float, pace: Pace, *, as_of: date) -> Finish | None:
    """When so many hours are worked at this pace, weeks differing as they did; None where the pace is nothing.

    The hours of n weeks have the mean n h and the standard deviation s sqrt(n + n²/w), the second part being what w
    weeks leave unknown of h. The ends solve n h ± 1.645 s sqrt(n + n²/w) = hours_left for n. late: None where the lower
    end of the pace never gets there. Nothing is told that takes more than thirty years.
    """
    if hours_left <= 0:
        return Finish(likely=as_of, early=as_of, late=as_of)
    if pace.hours <= 0:
        return None
    start = monday_of(as_of)
    likely, early, late = (_weeks(hours_left, pace, sign) for sign in (0, 1, -1))
    if likely is None or early is None:
        return None
    return Finish(
        likely=start + likely * WEEK, early=start + early * WEEK, late=None if late is None else start + late * WEEK
    )


def _weeks(hours_left: float, pace: Pace, sign: int) -> int | None:
    """The fewest whole weeks, by halving: the hours worked grow with them, as far as they ever do."""

    def enough(weeks: int) -> bool:
        spread = QUANTILE * pace.sd * sqrt(weeks + weeks**2 / pace.weeks)
        return weeks * pace.hours + sign * spread >= hours_left - 1e-9

    low, high = 0, MOST_WEEKS
    if not enough(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
