"""A road of a case as `twelfth plan CASE --json` or `twelfth replan CASE --json` printed it, read again.

Only what a later question needs is read; what else the answer says is left alone, so that a file of a later version,
which says more, is read too.
"""

from datetime import date, timedelta
from pathlib import Path

from twelfth.base import InvalidInput, parse_day
from twelfth.packs.form import Form
from twelfth.packs.roadmap_file import json_form
from twelfth.usecases import GivenMile, GivenRoad

ROAD, REDRAWN = "twelfth/roadmap/1", "twelfth/replan/1"
YEARS_MOST = 30
"""No road is as long, nor any wait."""
HOURS_MOST, WORK_MOST, MONEY_MOST = 168, 10**6, 10**12
"""In a week; of a mile; of money."""
WORK_EXAMPLE = '["2026-01-08", 9]'


def read_road(path: Path) -> GivenRoad:
    """The road in a file.

    Raises:
        NotFound: no such file.
        InvalidInput: what cannot be read, with file, field, value and what was expected.
    """
    form = json_form(path, (ROAD, REDRAWN))
    answer = form.form("answer")
    if answer is None:
        raise form.problem("answer", None, "the road, as twelfth plan CASE --json prints it")
    whose = answer.form("whose") or answer
    as_of = _day(whose, "as_of")
    drawn = _day(whose, "starts", near=as_of) - timedelta(days=1) if "starts" in whose else as_of
    miles = list[GivenMile]()
    for one in answer.forms("miles"):
        mile = _mile(one, drawn)
        if any(mile.move == other.move for other in miles):
            raise one.problem("move", mile.move, "a move that no other mile has")
        miles.append(mile)
    return GivenRoad(
        case=whose.text("case"),
        drawn=drawn,
        as_of=as_of,
        until=_day(whose, "until", near=drawn),
        hours_per_week=_whole(whose, "hours_per_week", HOURS_MOST),
        budget=None if whose.maybe("budget", int) is None else _whole(whose, "budget", MONEY_MOST),
        miles=tuple(miles),
        renews=bool((answer.form("wished") or whose).maybe("renews", bool)),
    )


def _mile(form: Form, drawn: date) -> GivenMile:
    hours, work = _whole(form, "hours", WORK_MOST), _work(form, drawn)
    if sum(each for _, each in work) != hours:
        raise form.problem("work", f"{sum(each for _, each in work)} h", f"the {hours} h of the mile")
    return GivenMile(
        move=form.text("move"),
        title=form.text("title"),
        begins=_day(form, "begins", near=drawn),
        done=_day(form, "done", near=drawn),
        hours=hours,
        cost=_whole(form, "cost", MONEY_MOST),
        work=work,
        counted=form.get("counted", bool),
        again=None if form.maybe("again", int) is None else _whole(form, "again", YEARS_MOST * 366, least=1),
        exam=form.get("passes", float) < 1,
    )


def _work(form: Form, drawn: date) -> tuple[tuple[date, int], ...]:
    expected = f"a day within {YEARS_MOST} years of {drawn} and 1 to {HOURS_MOST} hours, such as {WORK_EXAMPLE}"
    found = []
    for place, one in enumerate(form.get("work", list)):
        pair = one if isinstance(one, list) and len(one) == 2 else [None, None]
        day, hours = _parsed(pair[0]), pair[1]
        if day is None or not isinstance(hours, int) or isinstance(hours, bool) or not 1 <= hours <= HOURS_MOST:
            raise form.problem(f"work[{place}]", one, expected)
        if not _is_near(day, drawn):
            raise form.problem(f"work[{place}]", one, expected)
        found.append((day, hours))
    return tuple(found)


def _whole(form: Form, field: str, most: int, *, least: int = 0) -> int:
    value = form.get(field, int)
    if not least <= value <= most:
        raise form.problem(field, value, f"a whole number from {least} to {most:,}")
    return value


def _day(form: Form, field: str, *, near: date | None = None) -> date:
    value = form.text(field)
    found = _parsed(value)
    if found is None:
        raise form.problem(field, value, "a day such as 2026-01-08")
    if near is not None and not _is_near(found, near):
        raise form.problem(field, value, f"a day within {YEARS_MOST} years of {near}")
    return found


def _is_near(day: date, other: date) -> bool:
    return abs(day.year - other.year) <= YEARS_MOST


def _parsed(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return parse_day(value)
    except InvalidInput:
        return None
