"""A timer: how long it ran, and when nobody can say."""

from datetime import date, timedelta

import pytest

from twelfth.base import InvalidInput
from twelfth.work import LONGEST, Timer, is_doubtful, minutes_run

DAY = date(2026, 3, 4)
TIMER = Timer(on=DAY, second=1_772_000_000, towards="russian")


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29, 0), (31, 1), (90 * 60, 90), (-300, 0)])
def test_it_ran_for_whole_minutes(seconds: int, minutes: int) -> None:
    """Rounded; and never for less than nothing."""
    assert minutes_run(TIMER, TIMER.second + seconds) == minutes


def test_of_the_day_it_was_begun_it_is_believed() -> None:
    """Up to as long as people work without a stop."""
    assert not is_doubtful(TIMER, on=DAY, second=TIMER.second + 60 * LONGEST)
    assert is_doubtful(TIMER, on=DAY, second=TIMER.second + 60 * (LONGEST + 1))


def test_of_another_day_or_with_a_clock_that_was_moved_back_it_is_asked_about() -> None:
    """However short it seems."""
    assert is_doubtful(TIMER, on=DAY + timedelta(days=1), second=TIMER.second + 60)
    assert is_doubtful(TIMER, on=DAY, second=TIMER.second - 1)


def test_before_1970_there_is_none() -> None:
    """Seconds are counted from there."""
    with pytest.raises(InvalidInput, match="an instant since 1970"):
        Timer(on=DAY, second=-1)
