"""Weeks of work: they begin on Monday."""

from collections.abc import Iterable
from datetime import date, timedelta

from twelfth.work.effort import DayWorked

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The first day of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def minutes_by_week(worked: Iterable[DayWorked], *, first: date, last: date) -> tuple[tuple[date, int], ...]:
    """(Monday, minutes) of every week from the one of `first` to the one of `last`, those without work too."""
    found: dict[date, int] = {}
    monday, end = monday_of(first), monday_of(last)
    while monday <= end:
        found[monday] = 0
        monday += WEEK
    for one in worked:
        monday = monday_of(one.on)
        if monday in found:
            found[monday] += one.minutes
    return tuple(found.items())
