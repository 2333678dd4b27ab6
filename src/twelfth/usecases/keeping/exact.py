"""Frozen values as plain data (dict, list, str, number, bool, None) and back, exactly, by their declared types.

Every field is told, with the name it has, except one that came later (LATER) where it says nothing, so that what was
kept before is told as it was; a number as it is, unrounded; an interval of days as its two ends. Reading is strict, for
the data may be a stranger's: a field that is not known, or of another type than it says, is refused.
Deliberately knows nothing of files, of the database, and of what is kept.
"""

import json
import math
import reprlib
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from twelfth.base import InvalidInput, Plain, Said, invalid
from twelfth.goal import Level, Range

_LEVELS = frozenset(get_args(Level))
_SENTENCE = frozenset({Said, str})
LATER = {"later": True}
"""Metadata of a field that came after others of its kind were kept: its default is not told."""
MOST_DIGITS = 300
"""Of a whole number: no float holds more."""


def text_of(value: Plain) -> str:
    """Plain data as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def plain_from(text: str) -> Plain:
    """Plain data from JSON. Raises InvalidInput."""
    try:
        return cast(Plain, json.loads(text))
    except (ValueError, RecursionError):
        raise invalid("text", text, "JSON") from None


def told_as(value: object, hint: object, *, where: str) -> Plain:
    """One field as plain data, by its declared type. Raises InvalidInput."""
    return _form(hint).tell(value, where)


def read_as(value: Plain, hint: object, *, where: str) -> object:
    """One field from plain data, by its declared type. Raises InvalidInput."""
    return _form(hint).read(value, where)


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one declared type are told and read. Both take where the value stands, for the message."""

    tell: Callable[[Any, str], Plain]
    read: Callable[[Plain, str], object]


@cache
def _form(hint: Any) -> _Form:
    known = {str: _TEXT, bool: _TRUTH, int: _WHOLE, float: _NUMBER, date: _DAY}
    if hint in known:
        return known[hint]
    if get_origin(hint) in (Union, UnionType):
        return _either(frozenset(get_args(hint)))
    if get_origin(hint) is tuple:
        kinds = get_args(hint)
        return _several(_form(kinds[0])) if kinds[1:] == (Ellipsis,) else _fixed(tuple(_form(one) for one in kinds))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    raise TypeError(f"Expected a type that has a plain form, got {hint}.")


def _either(kinds: frozenset[type]) -> _Form:
    """A level, a sentence, or something that may be None."""
    rest = kinds - {NoneType}
    form = {_LEVELS: _LEVEL, _SENTENCE: _SAID}.get(rest) or _form(next(iter(rest)))
    if NoneType not in kinds:
        return form
    return _Form(
        lambda value, where: None if value is None else form.tell(value, where),
        lambda value, where: None if value is None else form.read(value, where),
    )


def _several(form: _Form) -> _Form:
    def read(value: Plain, where: str) -> object:
        if not isinstance(value, list):
            raise _misfit(where, value, "a list")
        return tuple(form.read(one, where) for one in value)

    return _Form(lambda value, where: [form.tell(one, where) for one in value], read)


def _fixed(forms: tuple[_Form, ...]) -> _Form:
    def read(value: Plain, where: str) -> object:
        if not isinstance(value, list) or len(value) != len(forms):
            raise _misfit(where, value, f"a list of {len(forms)}")
        return tuple(form.read(one, where) for form, one in zip(forms, value, strict=True))

    def tell(value: Any, where: str) -> Plain:
        return [form.tell(one, where) for form, one in zip(forms, value, strict=True)]

    return _Form(tell, read)


def _word(words: type[StrEnum]) -> _Form:
    def read(value: Plain, where: str) -> object:
        if not isinstance(value, str) or value not in tuple(words):
            raise _misfit(where, value, f"one of {', '.join(words)}")
        return words(value)

    return _Form(lambda value, _: str(words(value)), read)


def _record(kind: type) -> _Form:
    @cache
    def of_fields() -> dict[str, tuple[_Form, Field[Any]]]:  # when first used: a record may hold others of its kind
        hints = get_type_hints(kind)
        return {one.name: (_form(hints[one.name]), one) for one in fields(kind)}

    def tell(value: object, where: str) -> Plain:
        parts = {name: part for name, part in of_fields().items() if not _says_nothing(value, part[1])}
        return {name: form.tell(getattr(value, name), f"{where}.{name}") for name, (form, _) in parts.items()}

    def read(value: Plain, where: str) -> object:
        parts = of_fields()
        if not isinstance(value, dict):
            raise _misfit(where, value, f"the fields {', '.join(parts)}")
        if unknown := [name for name in value if name not in parts]:
            raise _misfit(f"{where}.{unknown[0]}", value[unknown[0]], f"no field but {', '.join(parts)}")
        if missing := [name for name, (_, one) in parts.items() if name not in value and _is_needed(one)]:
            raise _misfit(f"{where}.{missing[0]}", "", "it to be stated")
        return kind(**{name: parts[name][0].read(one, f"{where}.{name}") for name, one in value.items()})

    return _Form(tell, read)


def _says_nothing(value: object, field: Field[Any]) -> bool:
    return "later" in field.metadata and getattr(value, field.name) == field.default


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _misfit(where, value, "a text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise _misfit(where, value, "a text without half a sign (a lone surrogate)") from None
    if "\x00" in value:
        raise _misfit(where, value, "a text without the sign NUL")
    return str(value)


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise _misfit(where, value, "true or false")
    return value


def _whole(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise _misfit(where, value, "a whole number below 2^63")
    return int(value)


def _number(value: object, where: str) -> float:
    """Always a float: an int would come back from a database as one. 0.0, never -0.0, for the same reason."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _misfit(where, value, "a number")
    try:
        number = float(value) + 0.0
    except OverflowError:
        raise _misfit(where, value, "a number below 1e308") from None
    if not math.isfinite(number) or number != value:
        raise _misfit(where, value, "a finite number; leave it out when it is not known")
    return number


def _told_day(value: object, where: str) -> str:
    if not isinstance(value, date):
        raise _misfit(where, value, "a day")
    return date(value.year, value.month, value.day).isoformat()


def _read_day(value: object, where: str) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise _misfit(where, value, "a day such as 1998-06-04")
    return day


def _told_level(value: object, where: str) -> Plain:
    """A level as it is: an int stays an int."""
    match value:
        case bool():
            return value
        case str():
            return _text(value, where)
        case date():
            return {"day": _told_day(value, where)}
        case Range():
            return {"lo": _finite(value.lo, where), "hi": _finite(value.hi, where)}
        case _:
            return _finite(value, where)


def _read_level(value: Plain, where: str) -> object:
    match value:
        case bool():
            return value
        case str():
            return _text(value, where)
        case {"day": day, **rest} if not rest:
            return _read_day(day, where)
        case {"lo": lo, "hi": hi, **rest} if not rest:
            return Range(lo=_finite(lo, where), hi=_finite(hi, where))
        case _:
            return _finite(value, where)


def _told_said(value: object, where: str) -> Plain:
    """A sentence by its form and its values; one that has none of its own as it stands."""
    if not isinstance(value, Said):
        return _text(value, where)
    values: dict[str, Plain] = {name: _told_said(one, where) for name, one in value.values.items()}
    return {"form": _text(value.form, where), "values": values}


def _read_said(value: Plain, where: str) -> str:
    match value:
        case {"form": str(form), "values": dict(values), **rest} if not rest:
            try:
                told = {str(name): _read_said(one, where) for name, one in values.items()}
                return Said(_text(form, where), **told)
            except KeyError:
                raise _misfit(where, form, "a value for each place of it") from None
        case _:
            return _text(value, where)


def _finite(value: object, where: str) -> int | float:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**MOST_DIGITS:
        return int(value)
    if not isinstance(value, float) or not math.isfinite(value):
        raise _misfit(where, value, "yes or no, a word, a finite number, a day, or a range")
    return float(value)


def _misfit(where: str, value: object, expected: str) -> InvalidInput:
    shown = reprlib.repr(value) if isinstance(value, list | dict) else value  # a stranger's may be megabytes
    return invalid(where, shown, expected, field=where.rpartition(".")[2])


_TEXT = _Form(_text, _text)
_TRUTH = _Form(_truth, _truth)
_WHOLE = _Form(_whole, _whole)
_NUMBER = _Form(_number, _number)
_DAY = _Form(_told_day, _read_day)
_LEVEL = _Form(_told_level, _read_level)
_SAID = _Form(_told_said, _read_said)
