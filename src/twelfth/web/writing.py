"""How each language of the app writes numbers and days: the one place that decides it.

English: "1,096.5", "0.4%", "Dec. 17, 2027". Spanish, as the Real Academia writes them: a decimal comma, no mark in a
number of four digits and a thin space in a longer one, a space before the per cent sign, "17 de diciembre de 2027".
What a machine reads (an address, the value of a field for a day, a file to save) is not written here.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from twelfth.base import When
from twelfth.goal import Range
from twelfth.tell import Writing, speaking

THIN_SPACE, SPACE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
"""Neither is ever at the end of a line."""
WHOLE = re.compile(r"\d+")
THOUSANDS = 3
"""Digits between two marks of a number whose thousands stand apart."""
FEWEST_APART = 5
"""Digits of the shortest whole number whose thousands stand apart."""
YEAR = len("1998")
"""Digits of a day that is known to the year only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of a number. point: before its decimals; percent: its sign, with what stands before it."""

    point: str
    apart: str
    percent: str


SPANISH = Marks(point=",", apart=THIN_SPACE, percent=f"{SPACE}%")
MARKS = {"es": SPANISH}
"""By language; English is written as the core writes it."""


def figure(text: str) -> str:
    """A number or a percentage, given as English writes it.

    >>> from django.utils.translation import override
    >>> with override("es"):
    ...     figure("1,096.5"), figure("0.4%")
    ('1096,5', '0,4\\xa0%')
    """
    marks = MARKS.get(get_language() or "en")
    if marks is None:
        return text
    whole, point, decimals = text.removesuffix("%").partition(".")
    told = WHOLE.sub(lambda found: _apart(found[0], marks.apart), whole.replace(",", ""))
    return f"{told}{marks.point if point else ''}{decimals}{marks.percent if text.endswith('%') else ''}"


def in_field(level: object) -> str:
    """A number, or a range of two, as a field shows it and may be sent again: "3,5". Three decimals get a fourth, for
    with three it could be thousands. Never with an exponent where people type none.

    >>> in_field(12.0), in_field(1_250_000.0), in_field(3.125)
    ('12', '1250000', '3.125')
    """
    if isinstance(level, Range):
        return f"{in_field(level.lo)}..{in_field(level.hi)}"
    if not isinstance(level, float):
        return str(level)
    short = f"{level:.15g}" if float(f"{level:.15g}") == level else repr(level)
    whole, mark, decimals = short.partition(".")
    if point() == "." or not mark or "e" in short:
        return short
    return f"{whole}{point()}{decimals}{'0' if len(decimals) == THOUSANDS else ''}"


def as_typed(amount: float | None) -> str:
    """A number as a field shows it, "" where there is none."""
    return "" if amount is None else in_field(float(amount))


def point() -> str:
    """What stands before the decimals of a number."""
    marks = MARKS.get(get_language() or "en")
    return "." if marks is None else marks.point


def day(on: date) -> str:
    """A day in words."""
    return _day_in(get_language(), on)


def when(one: When) -> str:
    """A day that may be uncertain, as a name: a day, a month, a year, or between two days."""
    if one.earliest is None or one.latest is None:
        open_ends = (gettext("unknown") if end is None else day(end) for end in (one.earliest, one.latest))
        return gettext("unknown") if one.earliest is one.latest else " \N{EN DASH} ".join(open_ends)
    if one.earliest == one.latest:
        return day(one.earliest)
    first, dots, last = str(one).partition("..")
    if not dots:
        return first if len(first) == YEAR else date_format(one.earliest, "YEAR_MONTH_FORMAT")
    ends = (first, last) if len(first) == len(last) == YEAR else (day(one.earliest), day(one.latest))
    return " \N{EN DASH} ".join(ends)


@contextmanager
def spoken() -> Iterator[None]:
    """Tell what the core knows in the language of the page, the words of the open goal's person as they are."""
    with speaking(gettext, ngettext, writing=WRITING, own=_OWN.get()):
        yield


def add_own_words(words: frozenset[str]) -> None:
    """These too are the person's own and never looked up, until they are forgotten."""
    _OWN.set(_OWN.get() | words)


def forget_own_words() -> None:
    """Before a page is made for whoever asks next."""
    _OWN.set(frozenset())


def written(value: object) -> object:
    """What stands on a page: a day, one that may be uncertain and a decimal number in the language of the page."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, When):
        return when(value)
    return figure(f"{value:,.15g}") if isinstance(value, float) else value


def _apart(digits: str, mark: str) -> str:
    return digits if len(digits) < FEWEST_APART else f"{int(digits):,}".replace(",", mark)


@lru_cache(maxsize=4096)
def _day_in(language: str | None, on: date) -> str:  # noqa: ARG001 (what the format is looked up by)
    return str(date_format(on, "DATE_FORMAT"))


WRITING = Writing(figure=figure, day=day, when=when)
_OWN: ContextVar[frozenset[str]] = ContextVar("own", default=frozenset())
