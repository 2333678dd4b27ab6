"""Things as columns of their tables, and back, by the declared type of each field.

A text, a number, a truth and a day are one column of the same name. An interval of days, and the hours and money there
are, are one column for each of their fields; where they may be missing, one more says whether they are stated. Lists of
words, levels and conditions are JSON. Deliberately knows no query.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from twelfth.base import When
from twelfth.goal import Capacity, Stage
from twelfth.usecases import plain_from, read_as, text_of, told_as

SPREAD = (When, Capacity)
"""Kept in a column for each of their fields."""
RENAMED = {"id": "key"}
"""`id` is the number of the row."""

Columns = dict[str, Any]
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class _Part:
    """One field: what its columns hold, and what they say."""

    columns: Callable[[Any], Columns]
    value: Callable[[Mapping[str, Any]], Any]


class Shape(Generic[Said]):
    """One kind of thing as columns. Stages, which are rows of their own, are left out."""

    def __init__(self, kind: type[Said]) -> None:
        hints = get_type_hints(kind)
        self._kind = kind
        self._parts = {
            one.name: _part(RENAMED.get(one.name, one.name), hints[one.name], where=one.name)
            for one in fields(kind)  # type: ignore[arg-type]
            if hints[one.name] != tuple[Stage, ...]
        }

    def columns(self, thing: Said) -> Columns:
        """What is written."""
        found: Columns = {}
        for name, part in self._parts.items():
            found |= part.columns(getattr(thing, name))
        return found

    def thing(self, row: Mapping[str, Any], **more: object) -> Said:
        """What was written. more: fields that are rows of their own."""
        return self._kind(**{name: part.value(row) for name, part in self._parts.items()}, **more)


@cache
def shape_of(kind: type[Any]) -> Shape[Any]:
    """The shape of a kind of thing."""
    return Shape(kind)


def _part(name: str, hint: Any, *, where: str) -> _Part:
    rest = set(get_args(hint)) - {NoneType} if NoneType in get_args(hint) else {hint}
    single = next(iter(rest)) if len(rest) == 1 else None
    if single in SPREAD:
        return _spread(name, single, may_be_missing=single is not hint)
    if single is date:
        return _Part(lambda value: {name: _day(value)}, lambda row: row[name])
    if single is float:
        return _Part(lambda value: {name: None if value is None else float(value) + 0.0}, lambda row: row[name])
    if single in (str, bool, int):
        return _Part(lambda value: {name: value}, lambda row: row[name])
    if isinstance(single, type) and issubclass(single, StrEnum):
        return _Part(lambda value: {name: str(value)}, lambda row: single(row[name]))
    return _Part(
        lambda value: {name: text_of(told_as(value, hint, where=where))},
        lambda row: read_as(plain_from(row[name]), hint, where=where),
    )


def _spread(name: str, kind: type[Any], *, may_be_missing: bool) -> _Part:
    hints = get_type_hints(kind)
    parts = {one.name: _part(f"{name}_{one.name}", hints[one.name], where=one.name) for one in fields(kind)}
    stated = f"{name}_stated"

    def columns(value: Any) -> Columns:
        found: Columns = {stated: value is not None} if may_be_missing else {}
        for field, part in parts.items():
            found |= part.columns(getattr(value, field)) if value is not None else {f"{name}_{field}": None}
        return found

    def read(row: Mapping[str, Any]) -> Any:
        if may_be_missing and not row[stated]:
            return None
        return kind(**{field: part.value(row) for field, part in parts.items()})

    return _Part(columns, read)


def _day(value: date | None) -> date | None:
    """A day and no time of it, whatever subclass it came as."""
    return None if value is None else date(value.year, value.month, value.day)
