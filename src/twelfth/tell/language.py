"""The language answers are told in: English, until a door that has another says so around the telling.

A message is a whole sentence with named places, `%(name)s`, which the language may put in another order. What is kept
in a constant is marked with `N_` and translated where it is told, never where it is written. Numbers, percentages and
days are written as the door's `Writing` says: here they stand as the command line writes them. Words of the person's
own, a column of their table or the name of a round, are told as they are and never looked up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

from twelfth import base
from twelfth.base import When

Gettext = Callable[[str], str]
Ngettext = Callable[[str, str, int], str]
CONTEXT_ENDS = "\x04"
"""Stands between a context and its message in every catalogue of gettext."""


def _as_it_is(text: str) -> str:
    return text


def _by_count(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a language writes what is no word. figure: a number or a percentage, from how English writes it ("1,096.5",
    "0.4%"); day: a day; when: one that may be uncertain."""

    figure: Callable[[str], str] = _as_it_is
    day: Callable[[date], str] = str
    when: Callable[[When], str] = str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """What is spoken now. own: words of the person's own."""

    gettext: Gettext = _as_it_is
    ngettext: Ngettext = _by_count
    writing: Writing = field(default_factory=Writing)
    own: frozenset[str] = frozenset()


_SPOKEN: ContextVar[_Spoken] = ContextVar("spoken")
_CORE = _Spoken()


@contextmanager
def speaking(
    gettext: Gettext, ngettext: Ngettext, *, writing: Writing | None = None, own: frozenset[str] = frozenset()
) -> Iterator[None]:
    """Tell answers in another language until the block ends, in this thread alone. own: what is never looked up."""
    spoken = _Spoken(gettext=gettext, ngettext=ngettext, writing=writing or Writing(), own=own)
    before = _SPOKEN.set(spoken)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _spoken() -> _Spoken:
    return _SPOKEN.get(_CORE)


def figure(text: str) -> str:
    """A number or a percentage, given as English writes it, as the language in force does."""
    return _spoken().writing.figure(text)


def plain_number(value: float) -> str:
    """A number without noise, as `twelfth.base` rounds it."""
    return figure(base.plain_number(value))


def count(number: int) -> str:
    """A whole number with its thousands apart."""
    return figure(f"{number:,}")


def day_of(day: date) -> str:
    """A day as the language in force writes it."""
    return _spoken().writing.day(day)


def written(value: object) -> object:
    """A value that stands in a sentence: a day, one that may be uncertain and a decimal number as the language in force
    writes them, anything else as it is."""
    if isinstance(value, When):
        return day_of(value.earliest) if value.is_exact and value.earliest else _spoken().writing.when(value)
    if isinstance(value, date):
        return day_of(value)
    return figure(str(value)) if isinstance(value, float) else value


def is_own(text: str) -> bool:
    """Whether a text is the person's own: a column of their table, the name of a round."""
    return text in _spoken().own


def N_(text: str) -> str:  # noqa: N802 (the usual name of what marks a text for the catalogue)
    """Mark a text to be translated when it is told."""
    return text


def _(text: str, **values: object) -> str:
    """A message in the language in force, its places filled. Without values a text is told as it is: a title of a
    pack may have a percent sign of its own."""
    told = _spoken().gettext(text) if text else text
    return told % _filled(values) if values else told


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """The message for so many. Its place `num` is the count unless it is given."""
    told = _spoken().ngettext(one, many, count)
    return told % _filled({"num": count} | values)


def pgettext(context: str, text: str, **values: object) -> str:
    """A message that means several things, told apart by a context."""
    asked = f"{context}{CONTEXT_ENDS}{text}"
    found = _spoken().gettext(asked)
    told = text if CONTEXT_ENDS in found else found
    return told % _filled(values) if values else told


def _filled(values: dict[str, object]) -> dict[str, object]:
    return {name: written(value) for name, value in values.items()}
