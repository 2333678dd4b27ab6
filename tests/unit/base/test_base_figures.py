"""Figures: how a number may be told."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twelfth.base import Estimate, percent, plain_number, share

SHARES = st.floats(min_value=0.0, max_value=1.0, allow_nan=False)


@given(p=SHARES, digits=st.integers(1, 6))
def test_no_share_is_told_as_none_or_all(p: float, digits: int) -> None:
    """Law: never 0 %, never 100 %, for every p in [0, 1] and any number of digits."""
    number = float(percent(p, digits=digits).removeprefix("under ").removeprefix("over ").removesuffix("%"))

    assert 0 < number < 100


@given(p=SHARES)
def test_a_share_is_told_to_within_half_a_digit(p: float) -> None:
    """Law: the printed percentage is p to half a unit of the smaller side's last digit, or a bound that holds."""
    told = percent(p, digits=2)
    number = float(told.split()[-1].removesuffix("%")) / 100

    if told.startswith("under"):
        assert p < number
    elif told.startswith("over"):
        assert p >= number
    else:
        assert abs(p - number) <= 0.0501 * min(p, 1 - p)


@example(p=0.1)
@given(p=st.floats(min_value=2e-4, max_value=0.49))
def test_both_sides_have_equally_many_decimals(p: float) -> None:
    """Law: p and 1 - p are rounded alike, by the smaller of the two."""
    small, large = percent(p, digits=2), percent(1 - p, digits=2)

    assert len(small.partition(".")[2]) == len(large.partition(".")[2])


@pytest.mark.parametrize(
    ("p", "digits", "told"),
    [
        (0.517, 1, "52%"),
        (0.517, 3, "51.7%"),
        (0.123456, 3, "12.3%"),
        (0.0345, 1, "3%"),
        (0.0345, 2, "3.5%"),
        (0.004, 1, "0.4%"),
        (0.9996, 1, "99.96%"),
        (0.9996, 2, "99.960%"),
        (1e-4, 1, "0.01%"),
        (9.9e-5, 1, "under 0.01%"),
        (0.0, 1, "under 0.01%"),
        (1.0, 1, "over 99.99%"),
        (0.5, 2, "50%"),
    ],
)
def test_the_smaller_side_is_rounded(p: float, digits: int, told: str) -> None:
    """As many significant figures as asked for of the smaller of p and 1 - p, and bounds at the ends."""
    assert percent(p, digits=digits) == told


def test_a_whole_share_has_one_digit_unless_asked() -> None:
    """Without a word one significant figure is told."""
    assert percent(0.0123) == "1%"


@pytest.mark.parametrize("p", [-0.01, 1.01, math.nan, math.inf])
def test_what_is_no_share_is_refused(p: float) -> None:
    """A number outside [0, 1], NaN included, has no percentage."""
    with pytest.raises(ValueError, match="a share in"):
        percent(p)


@given(total=st.integers(0, 4), data=st.data())
def test_below_five_there_are_counts_only(total: int, data: st.DataObject) -> None:
    """Law: no percentage from fewer than five people."""
    count = data.draw(st.integers(0, total))

    assert share(count, total) == f"{count} of {total}"


@pytest.mark.parametrize(
    ("count", "total", "told"),
    [
        (1, 5, "1 of 5 (20%)"),
        (33, 70, "33 of 70 (47%)"),
        (1, 30000, "1 of 30,000 (under 0.01%)"),
        (29999, 30000, "29,999 of 30,000 (over 99.99%)"),
    ],
)
def test_from_five_on_a_percentage_joins_the_counts(count: int, total: int, told: str) -> None:
    """From five people on the counts are followed by a percentage."""
    assert share(count, total) == told


@pytest.mark.parametrize("count", [0, 70])
def test_none_and_all_are_counts_only(count: int) -> None:
    """Nobody and everybody are told as counts, as 0 % and 100 % are never told."""
    assert share(count, 70) == f"{count} of 70"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (12.0, "12"),
        (2.75, "2.75"),
        (2.5, "2.5"),
        (1000, "1,000"),
        (1234.5, "1,234.5"),
        (2.999, "3"),
        (0.001, "0"),
        (100.0, "100"),
        (-3.0, "-3"),
    ],
)
def test_a_number_is_told_without_noise(value: float, told: str) -> None:
    """Whole when whole, else up to two decimals, and never a bare point at the end."""
    assert plain_number(value) == told


def test_an_estimate_keeps_its_ends_in_order() -> None:
    """An estimate whose middle lies outside its interval cannot be built."""
    with pytest.raises(ValueError, match="lo <= mid <= hi"):
        Estimate(mid=3.0, lo=1.0, hi=2.0)


@pytest.mark.parametrize("ends", [(math.nan, 0.0, 1.0), (0.5, -math.inf, 1.0), (0.5, 0.0, math.inf)])
def test_an_estimate_is_finite(ends: tuple[float, float, float]) -> None:
    """No part of an estimate is NaN or infinite."""
    with pytest.raises(ValueError, match="finite numbers"):
        Estimate(*ends)


def test_an_estimate_may_be_a_point() -> None:
    """An interval of no width is allowed."""
    estimate = Estimate(mid=2.0, lo=2.0, hi=2.0)

    assert (estimate.lo, estimate.mid, estimate.hi) == (2.0, 2.0, 2.0)


def test_one_share_reads_as_one_however_it_was_reached() -> None:
    """25 of 400, counted and worked out of an average that the machine keeps a little more of."""
    assert percent(25 / 400, digits=2) == percent(25 / 400 + 1e-15, digits=2) == "6.2%"
