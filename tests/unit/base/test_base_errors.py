"""Errors: what a person reads when something is wrong."""

import pytest

from twelfth.base import (
    Conflict,
    InvalidInput,
    NotEnoughData,
    NotFound,
    Problem,
    TwelfthError,
    invalid,
    shorten,
)


def test_a_message_names_thing_value_and_expectation() -> None:
    """A problem is told as: the thing, the value that stands there, what was expected."""
    problem = Problem(thing="hours per week", value="-3", expected="a number of at least 0")

    assert str(problem) == "hours per week is '-3': expected a number of at least 0."


def test_a_message_names_the_place_first() -> None:
    """File, line and field stand before the sentence, in this order."""
    problem = Problem(thing="share", value="2", expected="less", file="pool.csv", line=7, field="share")

    assert str(problem) == "pool.csv, line 7, share: share is '2': expected less."


@pytest.mark.parametrize(
    ("place", "told"),
    [({"file": "a.csv"}, "a.csv"), ({"line": 3}, "line 3"), ({"field": "to"}, "to")],
)
def test_a_message_names_only_the_place_there_is(place: dict[str, object], told: str) -> None:
    """A part of the place that is not known leaves no trace."""
    problem = Problem(thing="date", expected="a day", **place)  # type: ignore[arg-type]

    assert str(problem) == f"{told}: date: expected a day."


def test_a_missing_value_is_not_told_as_empty() -> None:
    """No value and an empty value read differently."""
    told = (str(Problem(thing="title", expected="text")), str(Problem(thing="title", value="", expected="text")))

    assert told == ("title: expected text.", "title is '': expected text.")


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("plain José", "plain José"),
        ("a\tb\nc", "a\\tb\\nc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\ud800", "\\ud800"),
        ("\u202eabc", "\\u202eabc"),
        ("\x00", "\\x00"),
    ],
)
def test_control_and_surrogate_characters_are_made_visible(text: str, visible: str) -> None:
    """A value cannot move the cursor, colour the terminal, turn the text or break its encoding."""
    shown = shorten(text)

    assert shown == visible
    assert shown.encode("utf-8")


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 59 + "…"), (5000, "x" * 59 + "…")])
def test_a_long_value_is_cut(length: int, shown: str) -> None:
    """At most sixty characters of a value are shown, the last an ellipsis when some are missing."""
    assert shorten("x" * length) == shown


def test_how_much_is_shown_can_be_chosen() -> None:
    """The limit counts the characters as they are shown, after making them visible."""
    assert shorten("\n\n\n\n", most=5) == "\\n\\n…"


def test_invalid_input_holds_every_problem() -> None:
    """Each problem has its line in the message, in order, and stays at hand as a value."""
    first, second = (Problem(thing=name, expected="less", next_step=f"mend {name}") for name in "ab")

    error = InvalidInput(first, second)

    assert str(error) == "a: expected less.\nb: expected less."
    assert error.problems == (first, second)
    assert error.next_step == "mend a"


def test_invalid_input_needs_a_problem() -> None:
    """An input error without a problem is a mistake of the program."""
    with pytest.raises(ValueError, match="at least one problem") as caught:
        InvalidInput()

    assert not isinstance(caught.value, TwelfthError)


@pytest.mark.parametrize(
    ("error", "standard"),
    [(InvalidInput, ValueError), (NotFound, LookupError), (Conflict, Exception), (NotEnoughData, Exception)],
)
def test_every_error_has_one_root(error: type[Exception], standard: type[Exception]) -> None:
    """Whatever Twelfth raises on purpose is caught by its root, and by the standard error it resembles."""
    assert issubclass(error, TwelfthError)
    assert issubclass(error, standard)


def test_a_next_step_travels_with_the_error() -> None:
    """What to do next is kept apart from what is wrong."""
    error = NotFound("No such pack.", next_step="List them.")

    assert (str(error), error.next_step) == ("No such pack.", "List them.")


def test_the_short_way_fills_every_part() -> None:
    """`invalid` puts value, field, file and next step where a reader finds them."""
    error = invalid("age", 7, "at least 18", next_step="Wait.", field="age", file="case.toml")

    assert error.problems == (
        Problem(thing="age", value="7", expected="at least 18", next_step="Wait.", field="age", file="case.toml"),
    )
