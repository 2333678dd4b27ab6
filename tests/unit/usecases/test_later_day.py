"""The earliest day by which a target is reached: halved for in months, and proved as far as it says."""

from collections.abc import Iterator
from datetime import date

import pytest

from twelfth.base import add_months
from twelfth.roadmap import Effort, Found, Plan
from twelfth.usecases.plans.later_day import FURTHER, SLICES, later_day

UNTIL, LAST = date(2026, 1, 31), date(2036, 1, 31)


class Rising:
    """A chance that grows by a hundredth a month; its bound is so much higher."""

    def __init__(self, above: float = 0.0) -> None:
        self.above, self.asked = above, list[date]()

    def __call__(self, day: date) -> Iterator[Found]:
        self.asked.append(day)
        months = 12 * (day.year - UNTIL.year) + day.month - UNTIL.month
        for slices in range(1, 100):
            effort = Effort(slices=slices, seed=0)
            yield Found(plan=Plan(), chance=months / 100, bound=months / 100 + self.above, idle=0.0, effort=effort)


@pytest.mark.parametrize("months", range(1, FURTHER[-1] + 1))
def test_the_first_month_is_found_and_the_one_before_ruled_out(months: int) -> None:
    found = later_day(Rising(), UNTIL, LAST, months / 100, over=lambda: False)

    assert found is not None
    assert (found.day, found.chance) == (add_months(UNTIL, months), months / 100)
    assert found.not_by == add_months(UNTIL, months - 1)


def test_what_is_not_proved_is_not_called_so() -> None:
    """Bounds that are ten months ahead of the plans: months are passed over, and ruled out are only those before."""
    found = later_day(Rising(above=0.1), UNTIL, LAST, 0.2, over=lambda: False)

    assert found is not None
    assert found.day == add_months(UNTIL, 20)
    assert found.not_by <= add_months(UNTIL, 9)


def test_nothing_is_told_of_what_was_not_found() -> None:
    """Beyond what is looked at, beyond the last day there is, or where the fuse ended the work."""
    looked, cut = Rising(), Rising()

    assert later_day(looked, UNTIL, LAST, 0.9, over=lambda: False) is None
    assert looked.asked == [add_months(UNTIL, months) for months in FURTHER]
    assert later_day(Rising(), UNTIL, add_months(UNTIL, 5), 0.03, over=lambda: False) is None
    assert later_day(cut, UNTIL, LAST, 0.2, over=lambda: True) is None
    assert len(cut.asked) == 1


def test_a_day_that_was_found_is_told_though_the_fuse_ended_the_work() -> None:
    """Found by the months looked at first; where it could be earlier was not looked at any more."""
    rising = Rising()
    found = later_day(rising, UNTIL, LAST, 0.03, over=lambda: True)

    assert found is not None
    assert (found.day, found.not_by) == (add_months(UNTIL, FURTHER[0]), UNTIL)
    assert len(rising.asked) == 1


def test_each_day_gets_so_many_slices() -> None:
    told = 0

    def ask(day: date) -> Iterator[Found]:
        nonlocal told
        for one in Rising(above=1.0)(day):
            told += 1
            yield one

    assert later_day(ask, UNTIL, LAST, 0.9, over=lambda: False) is None
    assert told == SLICES * len(FURTHER)
