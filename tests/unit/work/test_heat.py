"""Worked days by week: shades by the most of a day, which weeks had work, and which had the most."""

from datetime import date, timedelta

from twelfth.work import DayWorked, heat_of

LAST = date(2026, 3, 4)
MONDAY = date(2026, 3, 2)


def worked(*days: tuple[date, int]) -> list[DayWorked]:
    return [DayWorked(on=on, minutes=minutes) for on, minutes in days]


def test_weeks_begin_on_monday_and_end_on_the_last_day() -> None:
    """A Wednesday: its week has three days, those before it seven."""
    found = heat_of([], last=LAST, weeks=3, pauses=())

    assert [week[0].on for week in found.weeks] == [date(2026, 2, 16), date(2026, 2, 23), MONDAY]
    assert [len(week) for week in found.weeks] == [7, 7, 3]
    assert (found.worked, found.most, found.most_a_day) == (0, None, 0)


def test_a_day_is_as_dark_as_its_share_of_the_most() -> None:
    """In four steps; any work at all is a step, and none is none."""
    found = heat_of(worked((MONDAY, 400), (LAST, 1), (date(2026, 2, 20), 201)), last=LAST, weeks=3, pauses=())
    steps = {day.on: day.step for week in found.weeks for day in week if day.step}

    assert steps == {MONDAY: 4, LAST: 1, date(2026, 2, 20): 3}
    assert (found.worked, found.most, found.most_a_day) == (2, (MONDAY, 401), 400)


def test_what_is_before_the_weeks_does_not_count() -> None:
    """Nor does it make the others lighter."""
    found = heat_of(worked((LAST, 60), (LAST - timedelta(weeks=3), 900)), last=LAST, weeks=3, pauses=(MONDAY,))

    assert (found.worked, found.most, found.most_a_day) == (1, (MONDAY, 60), 60)
    assert [day.paused for day in found.weeks[2]] == [True] * 3
    assert found.paused == 1
