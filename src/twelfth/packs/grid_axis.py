"""One side of a grid out of somebody's table: its bands, and the trait they are bands of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twelfth.base import InvalidInput, Problem, shorten, word_of
from twelfth.packs.band_text import band_ends, band_text, turned_day
from twelfth.packs.new_traits import quoted
from twelfth.packs.sheet import unknown
from twelfth.packs.sheet.cleaned import DECIMALS
from twelfth.packs.sheet.number import POINT, decimal_of
from twelfth.usecases import ColumnRead

_EVERYBODY = re.compile(
    r"(?:grand )?totals?(?: applicants)?|all(?: applicants| bands)?|overall|any|sum|todos|suma", re.IGNORECASE
)
_MOST_ARE = 0.5
_ORDER_TOML = "# The order is that of your table; list the lowest first.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text of an axis stands in the file."""

    file: str
    line: int
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One side of a grid. bands: as the pack writes them, by the text of the table; numeric: whether of numbers."""

    name: str
    title: str
    unit: str
    numeric: bool
    bands: Mapping[str, str]

    def toml(self) -> str:
        """Its trait in traits.toml."""
        kind = "numeric" if self.numeric else "ordered"
        unit = f"unit = {quoted(self.unit)}\n" if self.unit else ""
        levels = f"levels = [{', '.join(quoted(one) for one in self.bands.values())}]\n{_ORDER_TOML}"
        head = f'[[trait]]\nname = "{self.name}"\nlabel = {quoted(self.title)}\nkind = "{kind}"\n'
        return f"{head}{unit}{'' if self.numeric else levels}"

    def read(self, column: str, rows: int) -> ColumnRead:
        """What is said of it before anything is written."""
        return ColumnRead(
            column=column,
            becomes=self.name,
            kind="numeric" if self.numeric else "ordered",
            unit=self.unit,
            levels=tuple(self.bands.values()),
            protected=False,
            known=rows,
        )


def whole(text: str) -> bool:
    """Whether a row or a column is of everybody, or of those whose band is not known: no band of its own."""
    return unknown(text) or _EVERYBODY.fullmatch(text) is not None


def axis_of(texts: Mapping[str, Place], *, name: str, title: str, unit: str = "", decimal: str = "") -> Axis:
    """The bands of these texts, in their order.

    Raises:
        InvalidInput: a band that a spreadsheet turned into a day, a text among bands of numbers that is none, a number
            that can be read in two ways.
    """
    ends = {text: band_ends(text) for text in texts}
    numeric = sum(1 for one in ends.values() if one is not None) > _MOST_ARE * len(texts)
    numbers = [end for one in ends.values() if one is not None for end in one if end is not None]
    sign = DECIMALS.get(decimal) or decimal_of(numbers)
    problems = []
    for text, place in texts.items():
        found = ends[text]
        expected = ""
        if turned_day(text):
            expected = "a band such as 10-12: a spreadsheet seems to have made a day of it"
        elif numeric and found is None:
            expected = "a band of numbers, as the others are: 3.60-3.79, under 2.00, 3.80+"
        elif found is not None and not sign and any(end is not None and end.unclear for end in found):
            expected = "a number that can be read in one way only; say --decimal point or --decimal comma"
        if expected:
            problems.append(_wrong(text, expected, place))
    if not numeric and len(texts) < 2:
        problems += [_wrong(text, "a band of numbers, or at least two levels", place) for text, place in texts.items()]
    if problems:
        raise InvalidInput(*problems)
    bands = {text: band_text(one, sign or POINT) for text, one in ends.items() if one is not None} if numeric else {}
    return Axis(name=name, title=title, unit=unit, numeric=numeric, bands=bands or _words(texts))


def _words(texts: Iterable[str]) -> dict[str, str]:
    """A word of its own for each text."""
    words: dict[str, str] = {}
    for text in texts:
        word = base = word_of(text)
        number = 2
        while word in words.values():
            word, number = f"{base}_{number}", number + 1
        words[text] = word
    return words


def _wrong(text: str, expected: str, place: Place) -> Problem:
    return Problem(
        thing="band", value=text, expected=expected, file=place.file, line=place.line, field=shorten(place.field)
    )
