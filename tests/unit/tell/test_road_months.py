"""The months of a road as an axis, at any length: where days lie, which months are named."""

import re
from datetime import date

import pytest

from twelfth.tell.page.months import LEFT, RIGHT, Months

FIRST = date(2025, 12, 18)


def names(months: Months) -> list[str]:
    return re.findall(r">([^<]+)</text>", months.names())


def test_days_lie_between_the_first_and_the_wall() -> None:
    """In the order of time, in even steps."""
    months = Months(first=FIRST, last=date(2027, 12, 18))

    assert (months.at(FIRST), months.at(date(2027, 12, 18))) == (LEFT, RIGHT)
    assert months.at(date(2026, 12, 18)) == pytest.approx((LEFT + RIGHT) / 2)


def test_a_year_is_named_where_it_begins() -> None:
    """Under its first month that has a name."""
    found = names(Months(first=FIRST, last=date(2027, 12, 17)))

    assert found == ["Jan", "2026", "Apr", "Jul", "Oct", "Jan", "2027", "Apr", "Jul", "Oct"]


@pytest.mark.parametrize("years", [1, 2, 5, 10])
def test_no_more_months_are_named_than_fit(years: int) -> None:
    """A phone has room for nine."""
    shown = [one for one in names(Months(first=FIRST, last=date(2025 + years, 12, 17))) if not one.isdigit()]

    assert 4 <= len(shown) <= 9


def test_a_road_of_a_day_has_an_axis() -> None:
    """With a wall, and no name where there is no first of a month."""
    months = Months(first=FIRST, last=FIRST)

    assert months.grid().count("<line") == 1
    assert names(months) == []
