"""Levels: numbers and ranges as people write them."""

import math

import pytest

from twelfth.base import InvalidInput
from twelfth.goal import Range, parse_number


@pytest.mark.parametrize(("written", "number"), [("7.5", 7.5), (" 12 ", 12.0), (3, 3.0), (-0.5, -0.5), ("1e3", 1000.0)])
def test_a_number_is_read(written: object, number: float) -> None:
    """A number or its text with a decimal point is read as a float."""
    assert parse_number(written, thing="score") == number


@pytest.mark.parametrize("written", ["7,5", "", "seven", "1..2", None, True, False])
def test_what_is_no_number_is_refused(written: object) -> None:
    """A decimal comma, text, nothing and a truth value are no numbers, and the thing is named."""
    with pytest.raises(InvalidInput, match="score"):
        parse_number(written, thing="score")


@pytest.mark.parametrize("written", ["nan", "inf", "-inf", math.nan, math.inf, "1e999"])
def test_nan_and_infinity_are_refused(written: object) -> None:
    """An unknown number is left out; it is never NaN, and no number is infinite."""
    with pytest.raises(InvalidInput, match="a finite number; leave it out when it is not known"):
        parse_number(written, thing="score")


@pytest.mark.parametrize("written", ["1e16", "-1e16", 1e308, "9" * 400])
def test_a_number_too_large_to_count_with_is_refused(written: object) -> None:
    """Its square, and a sum of such, must still be a number."""
    with pytest.raises(InvalidInput, match=r"finite|at most 15 digits"):
        parse_number(written, thing="score")
    assert parse_number("-1e15", thing="score") == -1e15


@pytest.mark.parametrize(
    ("lo", "hi"), [(2.0, 1.0), (math.nan, 1.0), (0.0, math.nan), (-math.inf, 0.0), (0.0, math.inf)]
)
def test_a_range_has_two_finite_ends_in_order(lo: float, hi: float) -> None:
    """A reversed or open range cannot be built."""
    with pytest.raises(InvalidInput, match="two finite numbers, the lower first"):
        Range(lo, hi)


def test_a_range_is_told_as_it_is_written() -> None:
    """A range prints in the form of the pack, and its middle lies half way."""
    found = Range(3, 4.5)

    assert (str(found), found.middle) == ("3..4.5", 3.75)


def test_a_range_may_be_a_single_number() -> None:
    """Both ends may be the same."""
    assert Range(3, 3).middle == 3
