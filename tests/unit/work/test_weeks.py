"""Weeks of work."""

from datetime import date

import pytest

from twelfth.work import DayWorked, minutes_by_week, monday_of

MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 1, 8), date(2026, 1, 11)])
def test_a_week_begins_on_monday(day: date) -> None:
    """And ends on Sunday."""
    assert monday_of(day) == MONDAY


def test_a_week_without_work_is_there_too() -> None:
    """With nothing in it; the days of a week are added up."""
    worked = [
        DayWorked(on=MONDAY, minutes=30),
        DayWorked(on=date(2026, 1, 11), minutes=15),
        DayWorked(on=date(2026, 1, 20), minutes=60),
        DayWorked(on=date(2026, 1, 4), minutes=500),
    ]

    weeks = minutes_by_week(worked, first=date(2026, 1, 7), last=date(2026, 1, 20))

    assert weeks == ((MONDAY, 45), (date(2026, 1, 12), 0), (date(2026, 1, 19), 60))
