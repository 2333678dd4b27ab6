"""Typed cells of a table row: blank is None, never zero and never "no"."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from twelfth.base import InvalidInput, Problem, parse_day
from twelfth.goal import Level, Trait, parse_number

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")
_SAYS_UNKNOWN = {"", "?", "unknown"}


class Row:
    """One record of a table. Every reader raises InvalidInput that names the column."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells

    def text(self, column: str) -> str:
        return self._cells.get(column, "")

    def needed(self, column: str) -> str:
        text = self.text(column)
        if not text:
            raise _wrong(column, "", "a value: this column may not be blank")
        return text

    def known(self, column: str) -> bool:
        return self.text(column).lower() not in _SAYS_UNKNOWN

    def day(self, column: str) -> date | None:
        if not self.known(column):
            return None
        return _placed(column, lambda: parse_day(self.text(column)))

    def number(self, column: str) -> float | None:
        if not self.known(column):
            return None
        return _placed(column, lambda: parse_number(self.text(column), thing=column))

    def count(self, column: str) -> int | None:
        number = self.number(column)
        if number is not None and (number < 0 or not number.is_integer()):
            raise _wrong(column, self.text(column), "a whole number of at least 0")
        return None if number is None else int(number)

    def word(self, column: str, kind: type[Word], default: Word) -> Word:
        text = self.text(column)
        try:
            return kind(text) if text else default
        except ValueError:
            raise _wrong(column, text, f"one of {', '.join(kind)}") from None

    def sources(self) -> tuple[str, ...]:
        return tuple(self.text("source").split())


def level_of(trait: Trait, text: str, column: str) -> Level:
    """A cell read as a level of a trait. Raises InvalidInput that names the column."""
    try:
        return trait.parse(text)
    except InvalidInput as error:
        first = error.problems[0]
        raise InvalidInput(
            Problem(thing=trait.name, value=first.value, expected=first.expected, field=column)
        ) from None


def _placed(column: str, read: Callable[[], Read]) -> Read:
    try:
        return read()
    except InvalidInput as error:
        first = error.problems[0]
        raise _wrong(column, first.value or "", first.expected) from None


def _wrong(column: str, value: str, expected: str) -> InvalidInput:
    return InvalidInput(Problem(thing=column, value=value, expected=expected, field=column))
