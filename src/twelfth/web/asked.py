"""What a form says, field by field, with a sentence for every field that cannot be read. Nothing typed is ever lost:
what was sent is shown again beside what is wrong with it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, When, add_months, parse_day, parse_when, shorten
from twelfth.goal import Level, Trait, parse_number
from twelfth.web.measured import measured
from twelfth.web.typed import day_of, number_of
from twelfth.web.words import N_, core_words, day_words, figure_words, titled_words
from twelfth.web.writing import figure, point

LONGEST = 20_000
"""Characters of a text; a page of notes has 3,000."""
LONGEST_LIFE = 120
"""Years."""
UNKNOWN = frozenset({"", "?"})
SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
PARTED = re.compile(r"\d{1,3}(?:[\s.,']\d{3})+")
MONTHS = "months"
OF_THE_CORE = (
    N_("a day 1998-06-04, a month 1998-06, a year 1998, an interval 1987..2004 or unknown"),
    N_("a finite number; leave it out when it is not known"),
    N_("a number with a decimal point, such as 7.5"),
    N_("one day such as 1998-06-04"),
    N_("the first day not after the last"),
    N_("two finite numbers, the lower first"),
    N_("units"),
    N_("yes or no"),
)
"""What the core expects of a field, here for the catalogue."""
Read = TypeVar("Read")


def _together(parted: str) -> str:
    """A number without what parts its thousands."""
    return re.sub(r"[\s.,']", "", parted)


@dataclass(slots=True)
class Asked:
    """The fields sent. errors: by field. currency: of the amounts of money, "" where nobody said. doubts: what was
    typed into fields that is asked about, by field."""

    sent: Mapping[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    doubts: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether everything read so far could be."""
        return not self.errors

    def raw(self, name: str) -> str:
        return self.sent.get(name, "").strip()

    def wrong(self, name: str, expected: str) -> None:
        """Note that a field is not what was expected."""
        shown = shorten(self.raw(name))
        told = _("“%(value)s”: expected %(expected)s.") if shown else _("Expected %(expected)s.")
        self.errors.setdefault(name, told % {"value": shown, "expected": expected})

    def text(self, name: str, *, needed: str = "", most: int = 200) -> str:
        """One text without control characters. needed: what is expected where it may not be left out."""
        value = self.raw(name)
        if not value and needed:
            self.wrong(name, needed)
        elif len(value) > most:
            told = _("That has %(count)s characters: expected at most %(most)s.")
            self.errors.setdefault(name, told % {"count": figure(f"{len(value):,}"), "most": figure(f"{most:,}")})
        elif any(not one.isprintable() and one not in "\r\n\t" for one in value):
            self.wrong(name, _("letters, digits and signs that can be seen"))
        return value

    def one_of(self, name: str, words: Iterable[str]) -> str:
        value, words = self.raw(name), tuple(words)
        if value not in words:
            self.wrong(name, _("one of %(words)s") % {"words": ", ".join(words)})
            return words[0]
        return value

    def number(
        self, name: str, *, low: float, high: float, unit: str = "", money: bool = False, weekly: bool = False
    ) -> float | None:
        """A number, None where it is left out. Its own unit may stand beside it, that of an amount of money too;
        weekly: also that it is so much a week."""
        if self.raw(name) in UNKNOWN:
            return None
        typed = number_of(self.raw(name), unit, *([MONTHS] if unit == _(MONTHS) else []), mark=point())
        bare = self._bare(name, typed, unit=unit, money=money, weekly=weekly)
        if money and bare is not None and PARTED.fullmatch(bare):
            bare = _together(bare)  # no amount has three digits after its mark
        value = None if bare is None else self._read(name, lambda: parse_number(bare, thing=name))
        if value is not None and not low <= value <= high:
            ends = {"low": figure_words(low), "high": f"{figure_words(high)} {unit}".rstrip()}
            self.wrong(name, _("a number from %(low)s to %(high)s") % ends)
            return None
        return value

    def row(self, name: str) -> int:
        """The number or the version of a row, as a form of ours carries it; 0 where there is none or it is noted."""
        return int(self.number(name, low=1, high=1e15) or 0)

    def count(self, name: str, *, most: int) -> int | None:
        """A whole number from 1, None where it is left out; however its thousands are parted."""
        if self.raw(name) in UNKNOWN:
            return None
        typed = self.raw(name)
        digits = _together(typed) if PARTED.fullmatch(typed) else typed
        is_whole = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(most))
        whole = int(digits) if is_whole else 0
        if not 1 <= whole <= most:
            self.wrong(name, _("a whole number from 1 to %(most)s") % {"most": figure(f"{most:,}")})
            return None
        return whole

    def day(self, name: str, *, latest: date | None = None, earliest: date | None = None) -> date | None:
        """One day, None where it is left out."""
        if self.raw(name) in UNKNOWN:
            return None
        found = self._read(name, lambda: parse_day(day_of(self.raw(name))))
        if found is not None and latest is not None and found > latest:
            self.wrong(name, _("a day not after %(day)s") % {"day": day_words(latest)})
            return None
        if found is not None and earliest is not None and found < earliest:
            self.wrong(name, _("a day not before %(day)s") % {"day": day_words(earliest)})
            return None
        return found

    def when(self, name: str, *, latest: date, expected_else: str = "") -> When | None:
        """A day that may be uncertain, None where it is left out. expected_else: what is told of a later one."""
        if self.raw(name) in UNKNOWN:
            return None
        expected = _("a day or a month, such as June 4, 2025 or June 2025")
        found = self._read(name, lambda: parse_when(day_of(self.raw(name))), expected=expected)
        if found is not None and found.earliest is not None and found.earliest > latest:
            self.wrong(name, expected_else or _("a day not after %(day)s") % {"day": day_words(latest)})
            return None
        return found

    def address(self, name: str) -> str:
        """An address that begins with https, "" where it is left out."""
        value = self.text(name, most=2_000)
        try:
            parts = urlsplit(value)
            good = parts.scheme == "https" and bool(parts.hostname) and not parts.username
        except ValueError:
            good = False
        if value and not (good and value.isprintable() and " " not in value):
            self.wrong(name, _("an address such as https://example.org/essay"))
        return value

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file in small letters, "" where it is left out."""
        value = self.raw(name)
        if value and SHA256.fullmatch(value) is None:
            self.wrong(name, _("the 64 signs of a SHA-256, 0 to 9 and a to f"))
        return value.lower()

    def level(self, name: str, trait: Trait, *, counted: date | None = None) -> Level | None:
        """A level of a trait, None where it is not known. counted: of a day from which years are counted, as from that
        of a birth, the day on which they are: it lies in the past, and in a life."""
        if self.raw(name) in UNKNOWN:
            return None
        if trait.kind == "date":
            if counted is not None:
                return self.day(name, latest=counted, earliest=add_months(counted, -12 * LONGEST_LIFE))
            return self._read(name, lambda: trait.parse(day_of(self.raw(name))))
        if trait.kind != "numeric":
            return self._read(name, lambda: trait.parse(self.raw(name)))
        unit = titled_words(trait.unit)
        typed = number_of(self.raw(name), trait.unit, unit, mark=point())
        bare = self._bare(name, typed, unit=unit)
        if bare is None:
            return None
        is_number = any(sign.isdigit() for sign in bare)
        expected = "" if is_number or not unit else _("%(unit)s as a number, such as 12") % {"unit": unit}
        return self._read(name, lambda: trait.parse(bare), expected=expected)

    def _bare(self, name: str, typed: str, *, unit: str, money: bool = False, weekly: bool = False) -> str | None:
        """A number without the unit beside it; None where that is another than the field's, which is said."""
        beside = measured(typed, unit=unit, money=money, currency=self.currency, weekly=weekly)
        if beside is None:
            return typed
        if beside.instead:
            self.wrong(name, beside.instead)
            return None
        return number_of(beside.number, mark=point())

    def _read(self, name: str, read: Callable[[], Read], *, expected: str = "") -> Read | None:
        try:
            return read()
        except InvalidInput as error:
            self.wrong(name, expected or core_words(error.problems[0].expected))
            return None
