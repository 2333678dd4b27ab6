"""How much time is left until a day, in weeks and in one's own hours."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from twelfth.work import WEEK, monday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLeft:
    """days: until the day. weeks: whole ones, without those that are pauses, paused of them. hours: one's own in these
    weeks, at hours_per_week; both None where nobody said how many a week there are."""

    days: int
    weeks: int
    paused: int
    hours: int | None
    hours_per_week: float | None


def time_left(
    day: date, *, today: date, hours_per_week: float | None = None, pauses: Collection[date] = ()
) -> TimeLeft:
    """Until a day that is not past. pauses: Mondays of weeks without hours."""
    days = (day - today).days
    ahead = sum(monday_of(today) <= monday < day for monday in pauses)
    weeks = max(days // WEEK.days - ahead, 0)
    hours = int(weeks * hours_per_week) if hours_per_week else None
    return TimeLeft(
        days=days, weeks=weeks, paused=ahead, hours=hours, hours_per_week=hours_per_week if hours_per_week else None
    )
