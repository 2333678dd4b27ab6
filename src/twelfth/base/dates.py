"""Days that may be uncertain: a day, a month, a year, an interval of possible days, or unknown.

Does not read the clock: every function that needs a day takes it.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.base.errors import InvalidInput, Problem
from twelfth.base.truth import Truth

EXPECTED_DATE = "a day 1998-06-04, a month 1998-06, a year 1998, an interval 1987..2004 or unknown"
_DISTANCE = re.compile(r"([+-]\d{1,6})([dwmy])", re.ASCII)
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A day known only to lie in [earliest, latest], both ends included; None means that end is not known.

    Raises:
        InvalidInput: earliest is after latest.
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise InvalidInput(
                Problem(
                    thing="interval of days",
                    value=f"{self.earliest}..{self.latest}",
                    expected="the first day not after the last",
                )
            )

    @classmethod
    def on(cls, day: date) -> "When":
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest is not None and self.earliest == self.latest

    def may_be(self, day: date) -> bool:
        """Whether a day is one of those it may be, where both ends are known."""
        return self.earliest is not None and self.latest is not None and self.earliest <= day <= self.latest

    def begun_by(self, as_of: date) -> Truth:
        """Whether this day has come by the end of `as_of`."""
        if self.latest is not None and self.latest <= as_of:
            return Truth.YES
        if self.earliest is not None and self.earliest > as_of:
            return Truth.NO
        return Truth.UNKNOWN

    def clipped(self, as_of: date) -> "When":
        """The same day as it may be told on `as_of`: no end later than that."""
        earliest = None if self.earliest is None else min(self.earliest, as_of)
        return When(earliest, as_of if self.latest is None else min(self.latest, as_of))

    def certainly_before(self, other: "When") -> bool:
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def plus_months(self, months: int) -> "When":
        """Both ends moved by whole months (the 31st becomes the last day of a shorter month)."""
        ends = (None if end is None else add_months(end, months) for end in (self.earliest, self.latest))
        return When(*ends)

    def day_before(self) -> "When":
        step = timedelta(days=1)
        return When(self.earliest and self.earliest - step, self.latest and self.latest - step)

    def __str__(self) -> str:
        if self.earliest is None:
            return "unknown" if self.latest is None else f"unknown..{self.latest}"
        if self.latest is None:
            return f"{self.earliest}..unknown"
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        first, last = _whole_years(self.earliest, self.latest) or (str(self.earliest), str(self.latest))
        if first == last:
            return first
        return _whole_month(self.earliest, self.latest) or f"{first}..{last}"


UNKNOWN_DAY = When(None, None)


def parse_when(value: object) -> When:
    """Read a date as a pack or a case writes it.

    >>> str(parse_when("1987..2004")), str(parse_when("1998-06")), parse_when("1998").latest.isoformat()
    ('1987..2004', '1998-06', '1998-12-31')

    Raises:
        InvalidInput: the text is none of the accepted forms, or not a day of the calendar.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, date):
        return When.on(date(value.year, value.month, value.day))
    text = str(value).strip()
    if text == "unknown":
        return UNKNOWN_DAY
    first, dots, last = text.partition("..")
    earliest = _span(first)
    latest = _span(last) if dots else earliest
    if earliest is None or latest is None:
        raise _bad_date(text)
    return When(earliest[0], latest[1])


def parse_day(value: object) -> date:
    """Read a single calendar day.

    Raises:
        InvalidInput: not one day.
    """
    when = parse_when(value)
    if when.earliest is None or when.earliest != when.latest:
        raise InvalidInput(Problem(thing="day", value=str(value), expected="one day such as 1998-06-04"))
    return when.earliest


def day_from(text: str, *, today: date) -> date:
    """Read a day as a person types it: 1998-06-04, today, or a distance from today such as +3w, -2m, +1y, -10d.

    Raises:
        InvalidInput: none of these.
    """
    word = text.strip().lower()
    if word == "today":
        return today
    match = _DISTANCE.fullmatch(word)
    if match is None:
        return _typed_day(text)
    count = int(match[1])
    months = {"m": count, "y": 12 * count}.get(match[2])
    if months is not None:
        return add_months(today, months)
    try:
        return today + timedelta(days=count * (7 if match[2] == "w" else 1))
    except OverflowError:
        raise _bad_date(text) from None


def _typed_day(text: str) -> date:
    try:
        return parse_day(text)
    except InvalidInput:
        raise InvalidInput(
            Problem(thing="day", value=text, expected="one day such as 1998-06-04, or today, or +3w, -2m, +1y")
        ) from None


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months, kept inside the month it lands in.

    Raises:
        InvalidInput: the result lies outside the years 1 to 9999.
    """
    month = day.year * 12 + day.month - 1 + months
    year, index = divmod(month, 12)
    if not 1 <= year <= 9999:
        raise InvalidInput(Problem(thing="date", value=f"{day} + {months} months", expected="a year from 1 to 9999"))
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def completed_years(since: date, as_of: date) -> int:
    """Whole years from `since` to `as_of`, as an age is counted: it steps on the anniversary (1 March for 29
    February)."""
    before_anniversary = (as_of.month, as_of.day) < (since.month, since.day)
    return as_of.year - since.year - before_anniversary


def _span(text: str) -> tuple[date, date] | None:
    match = _PART.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
        if day is not None:
            return first, first
        last_month = 12 if month is None else month
        return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None


def _whole_years(first: date, last: date) -> tuple[str, str] | None:
    whole = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    return (f"{first.year:04}", f"{last.year:04}") if whole else None


def _whole_month(first: date, last: date) -> str | None:
    same = (first.year, first.month) == (last.year, last.month)
    whole = same and first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    return f"{first.year:04}-{first.month:02}" if whole else None


def _bad_date(text: str) -> InvalidInput:
    return InvalidInput(Problem(thing="date", value=text, expected=EXPECTED_DATE))
