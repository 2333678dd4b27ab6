"""Plain data: the form every JSON answer and record has."""

import json
import math
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twelfth.base import UNKNOWN_DAY, Truth, parse_when, plain


class Size(Enum):
    SMALL = 1


class Grade(IntEnum):
    A = 4


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Point:
    y: float
    x: int
    label: str = ""


@pytest.mark.parametrize("value", [None, True, False, 7, "José", 2.5])
def test_plain_values_stay_what_they_are(value: object) -> None:
    """None, truth values, whole numbers, text and short floats are plain already."""
    assert plain(value) == value
    assert type(plain(value)) is type(value)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_no_nan_leaves_a_function(value: float) -> None:
    """NaN and infinity have no plain form, however deep they lie."""
    with pytest.raises(ValueError, match="a finite number"):
        plain({"a": [Point(y=value, x=1)]})


@pytest.mark.parametrize(
    ("value", "expected"),
    [(2.0, 2), (-0.0, 0), (0.1 + 0.2, 0.3), (1 / 3, 0.333333333), (123456789.4, 123456789)],
)
def test_a_float_keeps_nine_figures(value: float, expected: float) -> None:
    """The last bits of a sum change no byte, and a whole float is a whole number."""
    assert repr(plain(value)) == repr(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Size.SMALL, 1),
        (Grade.A, 4),
        (Colour.RED, "red"),
        (Truth.UNKNOWN, "unknown"),
        (date(1998, 6, 4), "1998-06-04"),
        (parse_when("1987..2004"), "1987..2004"),
        (UNKNOWN_DAY, "unknown"),
    ],
)
def test_enums_and_days_become_their_words(value: object, expected: object) -> None:
    """An enum is its value, a day its ISO text, an uncertain day its written form."""
    found = plain(value)

    assert found == expected
    assert type(found) in (int, str)


def test_a_dataclass_is_a_dict_in_field_order() -> None:
    """The fields stand in the order in which they were declared, values made plain too."""
    found = plain({"answer": Point(y=1.0, x=2)})

    assert json.dumps(found) == '{"answer": {"y": 1, "x": 2, "label": ""}}'


@pytest.mark.parametrize("value", [{"b", "c", "a"}, frozenset({"c", "a", "b"})])
def test_sets_are_sorted(value: object) -> None:
    """A set has one plain form, whatever order it is kept in."""
    assert plain(value) == ["a", "b", "c"]


def test_containers_are_made_plain_inside() -> None:
    """Mappings get text keys; tuples and lists keep their order."""
    found = plain({1: (Size.SMALL, [date(1998, 6, 4)]), Colour.RED: {3, 1, 2}})

    assert found == {"1": [1, ["1998-06-04"]], "red": [1, 2, 3]}


@pytest.mark.parametrize("value", [object(), Point, b"bytes", 1j])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    """A value of an unknown type is a mistake of the program, named by its type."""
    with pytest.raises(TypeError, match=type(value).__name__):
        plain(value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_data_is_its_own_plain_form(value: object) -> None:
    """Law: plain(plain(x)) == plain(x)."""
    once = plain(value)

    assert plain(once) == once == value
