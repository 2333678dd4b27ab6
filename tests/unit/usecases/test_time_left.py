"""How much time is left until a day."""

from datetime import date

from twelfth.usecases import TimeLeft, time_left

TODAY, DAY = date(2025, 12, 17), date(2026, 4, 30)


def test_the_hours_of_the_whole_weeks_left_are_counted() -> None:
    """134 days are 19 weeks and a day."""
    left = TimeLeft(days=134, weeks=19, paused=0, hours=114, hours_per_week=6)

    assert time_left(DAY, today=TODAY, hours_per_week=6) == left


def test_pauses_ahead_take_their_weeks() -> None:
    """Those past or after the day do not."""
    pauses = (date(2025, 12, 8), date(2025, 12, 22), date(2025, 12, 29), date(2026, 5, 4))
    left = time_left(DAY, today=TODAY, hours_per_week=6, pauses=pauses)

    assert (left.weeks, left.paused, left.hours) == (17, 2, 102)


def test_without_hours_a_week_no_hours_are_told() -> None:
    """Nor where there are none."""
    found = [time_left(DAY, today=TODAY, hours_per_week=each).hours for each in (None, 0)]

    assert found == [None, None]
