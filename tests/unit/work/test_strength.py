"""Strength in place of a streak."""

from datetime import date, timedelta

import pytest

from twelfth.work import strength_of

MONDAY = date(2026, 1, 5)


def weeks(*minutes: int) -> list[tuple[date, int]]:
    return [(MONDAY + number * timedelta(days=7), each) for number, each in enumerate(minutes)]


def test_a_missed_week_weakens_and_breaks_nothing() -> None:
    """After eleven good weeks one without work leaves most of it."""
    strength = strength_of(weeks(*[60] * 11, 0), planned_minutes=60)

    assert strength is not None
    assert 0.8 < strength < 0.95


def test_more_than_planned_is_no_more_than_all() -> None:
    """One long week does not make up for a missed one."""
    even, uneven = (strength_of(weeks(*each), planned_minutes=60) for each in ((60, 60), (0, 120)))

    assert even == pytest.approx(1)
    assert uneven is not None
    assert uneven < 0.6


def test_a_pause_takes_no_part() -> None:
    """Neither as work nor as a miss."""
    with_pause = strength_of(weeks(60, 0, 30), planned_minutes=60, pauses={MONDAY + timedelta(days=7)})

    assert with_pause == strength_of([(MONDAY, 60), (MONDAY + timedelta(days=14), 30)], planned_minutes=60)


@pytest.mark.parametrize(("given", "planned"), [((), 60), ((60, 60), 0)])
def test_without_weeks_or_plan_there_is_none(given: tuple[int, ...], planned: int) -> None:
    """Nothing is told in place of it."""
    assert strength_of(weeks(*given), planned_minutes=planned) is None
