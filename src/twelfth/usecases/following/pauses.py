"""Pauses ahead: whole weeks, from Monday to Sunday, told as from the first day to the last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.base import invalid
from twelfth.usecases.keeping.kept import Pause, Row
from twelfth.work import WEEK, monday_of

DAY = timedelta(days=1)
MOST_WEEKS = 53
"""Of one pause: more is a slip of the hand, or a goal set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Weeks in a row. first: a Monday; last: a Sunday."""

    first: date
    last: date
    rows: tuple[Row[Pause], ...]


def pauses_between(first: date, last: date, kept: Iterable[Row[Pause]]) -> tuple[Pause, ...]:
    """Every week that has one of these days in it, but for those that are pauses already.

    Raises:
        InvalidInput: the last day before the first, or more weeks than one pause may have.
    """
    if last < first:
        raise invalid("to", last, f"a day not before {first}", field="to")
    monday, there = monday_of(first), {one.thing.monday for one in kept}
    weeks = (monday_of(last) - monday) // WEEK + 1
    if weeks > MOST_WEEKS:
        raise invalid("to", last, f"a day within a year of {first}", field="to")
    found = (monday + WEEK * place for place in range(weeks))
    return tuple(Pause(monday=one) for one in found if one not in there)


def rests_from(day: date, kept: Iterable[Row[Pause]]) -> tuple[Rest, ...]:
    """The pauses that are not over by a day, those in a row together."""
    found = list[Rest]()
    for row in sorted(kept, key=lambda one: one.thing.monday):
        monday, sunday = row.thing.monday, row.thing.monday + WEEK - DAY
        if sunday < day:
            continue
        if found and found[-1].last + DAY >= monday:
            found[-1] = Rest(first=found[-1].first, last=max(sunday, found[-1].last), rows=(*found[-1].rows, row))
        else:
            found.append(Rest(first=monday, last=sunday, rows=(row,)))
    return tuple(found)
