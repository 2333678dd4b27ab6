"""Three-valued truth after Kleene, by its tables."""

from itertools import product

import pytest

from twelfth.base import Truth, every, some

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
AND = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, UNKNOWN): UNKNOWN,
    (NO, YES): NO,
    (NO, NO): NO,
    (NO, UNKNOWN): NO,
    (UNKNOWN, YES): UNKNOWN,
    (UNKNOWN, NO): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
OPPOSITE = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


@pytest.mark.parametrize("pair", AND)
def test_all_of_two(pair: tuple[Truth, Truth]) -> None:
    """The table of "and": one no decides, one unknown leaves it open."""
    assert every(pair) is AND[pair]


@pytest.mark.parametrize("pair", AND)
def test_one_of_two(pair: tuple[Truth, Truth]) -> None:
    """The table of "or" is that of "and" with every truth turned round (De Morgan)."""
    turned = OPPOSITE[pair[0]], OPPOSITE[pair[1]]

    assert some(pair) is OPPOSITE[AND[turned]]


def test_of_nothing_all_hold_and_none_does() -> None:
    """No condition at all is met; of no alternatives none is."""
    assert (every(()), some(())) == (YES, NO)


@pytest.mark.parametrize("three", list(product(Truth, repeat=3)))
def test_any_number_is_taken_two_by_two(three: tuple[Truth, Truth, Truth]) -> None:
    """Law: every(a, b, c) == every(every(a, b), c), and likewise for some."""
    first, second, third = three

    assert every(iter(three)) is every((every((first, second)), third))
    assert some(iter(three)) is some((some((first, second)), third))
