"""Days that follow from a roadmap: attempts at an exam, and weeks with the same work."""

from datetime import date

from tests.roads import UNTIL, mile, road

from twelfth.usecases import attempt_days, stretches


def test_a_mile_without_an_exam_has_no_attempts() -> None:
    assert attempt_days(mile(), UNTIL) == ()


def test_an_exam_may_be_tried_three_times() -> None:
    """On the day the work is done, and each time after the wait."""
    days = attempt_days(mile(passes=0.5, again=7), UNTIL)

    assert days == (date(2026, 1, 8), date(2026, 1, 15), date(2026, 1, 22))


def test_no_attempt_is_after_the_last_day() -> None:
    assert attempt_days(mile(passes=0.5, again=7), date(2026, 1, 15)) == (date(2026, 1, 8), date(2026, 1, 15))
    assert attempt_days(mile(passes=0.5, again=7), date(2026, 1, 7)) == ()


def test_weeks_of_the_same_work_are_told_together() -> None:
    """Two weeks of ten hours are one stretch, up to the day before the next week."""
    (found,) = stretches(road(mile()))

    assert (found.begins, found.ends) == (date(2025, 12, 18), date(2025, 12, 31))
    assert (found.hours, found.titles) == (10, ("One",))


def test_a_week_without_work_parts_two_stretches() -> None:
    """However alike the weeks beside it are."""
    apart = mile(work=((date(2025, 12, 18), 10), (date(2026, 1, 1), 10)))

    assert [one.begins for one in stretches(road(apart))] == [date(2025, 12, 18), date(2026, 1, 1)]


def test_the_hours_of_two_miles_in_one_week_are_added_up() -> None:
    """And both are named; what takes no hours is not."""
    other = mile(move="two", title="Two", work=((date(2025, 12, 25), 5),))
    waiting = mile(move="three", title="Three", hours=0, work=())
    found = stretches(road(mile(), other, waiting))

    assert [(one.hours, one.titles) for one in found] == [(10, ("One",)), (15, ("One", "Two"))]
