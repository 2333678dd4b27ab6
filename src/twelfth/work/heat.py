"""The worked days of some weeks, each as dark as much was worked on it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from twelfth.work.effort import DayWorked
from twelfth.work.weeks import WEEK, monday_of

STEPS = 4
"""Shades of a day with work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDay:
    """step: from 0, nothing worked, to 4, the most there is on a day. paused: its week is a pause."""

    on: date
    minutes: int
    step: int
    paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """Weeks in order, each its days from Monday on; the last one up to the last day."""

    weeks: tuple[tuple[HeatDay, ...], ...]

    @property
    def worked(self) -> int:
        """In how many of the weeks there was work."""
        return sum(any(day.minutes for day in week) for week in self.weeks)

    @property
    def paused(self) -> int:
        """How many of the weeks are pauses."""
        return sum(week[0].paused for week in self.weeks)

    @property
    def most(self) -> tuple[date, int] | None:
        """The Monday of the week with the most minutes, the first of several, and how many; None without work."""
        sums = [(week[0].on, sum(day.minutes for day in week)) for week in self.weeks]
        monday, minutes = max(sums, key=lambda one: one[1])
        return (monday, minutes) if minutes else None

    @property
    def most_a_day(self) -> int:
        """Minutes of the day with the most."""
        return max(day.minutes for week in self.weeks for day in week)


def heat_of(worked: Iterable[DayWorked], *, last: date, weeks: int, pauses: Collection[date]) -> Heat:
    """Of so many weeks up to a day. pauses: Mondays."""
    first = monday_of(last) - (weeks - 1) * WEEK
    found = {first + timedelta(days=at): 0 for at in range((last - first).days + 1)}
    for one in worked:
        if one.on in found:
            found[one.on] += one.minutes
    most = max(found.values()) or 1
    days = [
        HeatDay(on=day, minutes=one, step=ceil(STEPS * one / most), paused=monday_of(day) in pauses)
        for day, one in found.items()
    ]
    return Heat(weeks=tuple(tuple(days[at : at + 7]) for at in range(0, len(days), 7)))
