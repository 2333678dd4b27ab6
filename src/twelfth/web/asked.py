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

from twelfth.base import InvalidInput, When, parse_day, parse_when, shorten
from twelfth.goal import Level, Trait, parse_number

LONGEST = 20_000
"""Characters of a text; a page of notes has 3,000."""
UNKNOWN = frozenset({"", "?"})
DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)", re.ASCII)
SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
THOUSANDS = 3
Read = TypeVar("Read")


@dataclass(slots=True)
class Asked:
    """The fields sent. errors: by field."""

    sent: Mapping[str, str]
    errors: dict[str, str] = field(default_factory=dict)

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
            self.errors.setdefault(name, told % {"count": f"{len(value):,}", "most": f"{most:,}"})
        elif any(not one.isprintable() and one not in "\r\n\t" for one in value):
            self.wrong(name, _("letters, digits and signs that can be seen"))
        return value

    def one_of(self, name: str, words: Iterable[str]) -> str:
        value, words = self.raw(name), tuple(words)
        if value not in words:
            self.wrong(name, _("one of %(words)s") % {"words": ", ".join(words)})
            return words[0]
        return value

    def number(self, name: str, *, low: float, high: float, unit: str = "") -> float | None:
        """A number, None where it is left out."""
        if self.raw(name) in UNKNOWN:
            return None
        value = self._read(name, lambda: parse_number(self._pointed(name), thing=name))
        if value is not None and not low <= value <= high:
            ends = {"low": f"{low:g}", "high": f"{high:g}{f' {unit}' if unit else ''}"}
            self.wrong(name, _("a number from %(low)s to %(high)s") % ends)
            return None
        return value

    def day(self, name: str, *, latest: date | None = None, earliest: date | None = None) -> date | None:
        """One day, None where it is left out."""
        if self.raw(name) in UNKNOWN:
            return None
        found = self._read(name, lambda: parse_day(self.raw(name)))
        if found is not None and latest is not None and found > latest:
            self.wrong(name, _("a day not after %(day)s") % {"day": latest})
            return None
        if found is not None and earliest is not None and found < earliest:
            self.wrong(name, _("a day not before %(day)s") % {"day": earliest})
            return None
        return found

    def when(self, name: str, *, latest: date) -> When | None:
        """A day that may be uncertain, None where it is left out."""
        if self.raw(name) in UNKNOWN:
            return None
        found = self._read(name, lambda: parse_when(self.raw(name)))
        if found is not None and found.earliest is not None and found.earliest > latest:
            self.wrong(name, _("a day not after %(day)s") % {"day": latest})
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

    def level(self, name: str, trait: Trait) -> Level | None:
        """A level of a trait, None where it is not known."""
        if self.raw(name) in UNKNOWN:
            return None
        typed = self._pointed(name) if trait.kind == "numeric" else self.raw(name)
        return self._read(name, lambda: trait.parse(typed))

    def _pointed(self, name: str) -> str:
        """A number with a decimal comma as one with a point; "1,500" is left alone, since it may be either."""
        typed = self.raw(name)
        comma = DECIMAL_COMMA.fullmatch(typed)
        return f"{comma[1]}.{comma[2]}" if comma and len(comma[2]) != THOUSANDS else typed

    def _read(self, name: str, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except InvalidInput as error:
            self.wrong(name, _(error.problems[0].expected))
            return None
