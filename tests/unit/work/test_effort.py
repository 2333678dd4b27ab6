"""Effort: so much work on one day."""

from datetime import date

import pytest

from twelfth.base import InvalidInput
from twelfth.work import MINUTES_A_DAY, Effort

DAY = date(2026, 1, 7)


@pytest.mark.parametrize("minutes", [0, -5, MINUTES_A_DAY + 1])
def test_no_day_has_so_many_minutes(minutes: int) -> None:
    """Nothing, less than nothing and more than a day are refused, with the bounds."""
    with pytest.raises(InvalidInput, match="1 to 1,440 minutes"):
        Effort(on=DAY, minutes=minutes)


def test_a_whole_day_may_be_worked() -> None:
    """The bounds belong to it."""
    assert Effort(on=DAY, minutes=MINUTES_A_DAY).towards == ""
