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
    return GivenRoad(
        case=whose.text("case"),
        drawn=_day(whose, "starts") - timedelta(days=1) if "starts" in whose else as_of,
        as_of=as_of,
        until=_day(whose, "until"),
        hours_per_week=whose.get("hours_per_week", int),
        budget=whose.maybe("budget", int),
        miles=tuple(_mile(one) for one in answer.forms("miles")),
    )


def _mile(form: Form) -> GivenMile:
    hours, work = form.get("hours", int), _work(form)
    if sum(each for _, each in work) != hours:
        raise form.problem("work", f"{sum(each for _, each in work)} h", f"the {hours} h of the mile")
    return GivenMile(
        move=form.text("move"),
        title=form.text("title"),
        begins=_day(form, "begins"),
        done=_day(form, "done"),
        hours=hours,
        cost=form.get("cost", int),
        work=work,
        counted=form.get("counted", bool),
        again=form.maybe("again", int),
        exam=form.get("passes", float) < 1,
    )


def _work(form: Form) -> tuple[tuple[date, int], ...]:
    found = []
    for place, one in enumerate(form.get("work", list)):
        pair = one if isinstance(one, list) and len(one) == 2 else [None, None]
        day, hours = _parsed(pair[0]), pair[1]
        if day is None or not isinstance(hours, int) or isinstance(hours, bool) or hours < 1:
            raise form.problem(f"work[{place}]", one, 'a day and whole hours, such as ["2026-01-08", 9]')
        found.append((day, hours))
    return tuple(found)


def _day(form: Form, field: str) -> date:
    value = form.text(field)
    found = _parsed(value)
    if found is None:
        raise form.problem(field, value, "a day such as 2026-01-08")
    return found


def _parsed(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return parse_day(value)
    except InvalidInput:
        return None
