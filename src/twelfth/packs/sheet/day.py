"""One day as people write it. `03/04/2024` alone can be in March or in April, and is never decided here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LONGEST = 80
"""Characters; a longer cell is no day."""
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sep", "sept", "septiembre", "setiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_TIME = r"(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AaPp][Mm])?Z?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_DOTTED = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}){_TIME}")
_SLASHED = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|º)?[ .-]+(?:de )?([^\W\d_]+)\.?,?[ -]+(?:de )?(\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}([/.-])(?:\d{1,2}|[A-Za-z]{3})\1\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as written. Either `day`, or two numbers of which the first is the day or the month, and the year."""

    day: date | None = None
    first: int = 0
    second: int = 0
    year: int = 0

    def order(self) -> str:
        """What this day alone shows of the order; "" where it shows nothing."""
        if self.day is not None or self.first == self.second:
            return ""
        return DAY_FIRST if self.first > 12 else MONTH_FIRST if self.second > 12 else ""

    @property
    def unclear(self) -> bool:
        """Whether it could be either of two days."""
        return self.day is None and self.first != self.second and not self.order()

    def told(self, order: str) -> date | None:
        """The day, `order` deciding where it does not show it; None for a day there is not."""
        if self.day is not None:
            return self.day
        day_first = (self.order() or order) == DAY_FIRST
        month, day = (self.second, self.first) if day_first else (self.first, self.second)
        return _day(self.year, month, day)


def written_day(text: str) -> WrittenDay | None:
    """The day a cell states, or None where it states none, or one with a year of two digits."""
    if len(text) > LONGEST:
        return None
    text = _WEEKDAY.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        return _exact(_day(int(found[1]), int(found[3]), int(found[4])))
    if found := _DOTTED.fullmatch(text):
        return _exact(_day(int(found[3]), int(found[2]), int(found[1])))
    if found := _SLASHED.fullmatch(text):
        one = WrittenDay(first=int(found[1]), second=int(found[3]), year=int(found[4]))
        return one if one.told(DAY_FIRST) or one.told(MONTH_FIRST) else None
    if found := _DAY_MONTH.fullmatch(text):
        return _named(int(found[3]), found[2], int(found[1]))
    if found := _MONTH_DAY.fullmatch(text):
        return _named(int(found[3]), found[1], int(found[2]))
    return None


def short_year(text: str) -> bool:
    """Whether a cell is a day whose year has two digits, which leave the century open."""
    return _SHORT_YEAR.fullmatch(text) is not None


def order_of(days: Iterable[WrittenDay]) -> str:
    """The order that the days show among them; "" where none shows one, or two show different ones."""
    shown = {order for one in days if (order := one.order())}
    return shown.pop() if len(shown) == 1 else ""


def _named(year: int, month: str, day: int) -> WrittenDay | None:
    number = _MONTH_OF.get(month.lower())
    return None if number is None else _exact(_day(year, number, day))


def _exact(day: date | None) -> WrittenDay | None:
    return None if day is None else WrittenDay(day=day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
