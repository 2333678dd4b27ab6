"""Those who got in, of a goal of one's own: the table, one person of it, a whole new one, and the figures of a round.

What was sent is shown as it was read before any of it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import NotFound
from twelfth.goal import Level
from twelfth.usecases import MOST_COUNT, MOST_PEOPLE, OnePerson, PeopleColumn, PeopleKept, Row, Stale
from twelfth.web.asked import UNKNOWN, Asked
from twelfth.web.both_versions import of_gone, told_both
from twelfth.web.desk import Open
from twelfth.web.page import page
from twelfth.web.people import FIELD, Shown, new_keys, orders_said, table_read, table_sent
from twelfth.web.plausible import check_plausible
from twelfth.web.redirect import see
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted
from twelfth.web.writing import figure, in_field, point

BLANK = "blank"
"""The pack of a goal of one's own."""
AT_ONCE = 50
"""People on one page."""
LONGEST = 200
"""Characters of a name and of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person as the page shows them: by which key they are found, who, and what is known."""

    key: str
    person: OnePerson
    cells: tuple[str, ...]


@for_goal
def people(request: HttpRequest, one: Open) -> HttpResponse:
    """The table with what can be done about it, and a whole new one where it was sent."""
    _check_own(one)
    if request.method == "POST":
        return once(request, lambda: _table(request, one))
    return _shown(request, one, {}, {})


@for_goal
def person(request: HttpRequest, one: Open, key: str = "") -> HttpResponse:
    """One person: to be added (no key), mended or taken out. Whom another window took out meanwhile is told to be gone,
    with what was typed."""
    row = _row(one)
    if request.method == "POST":
        return once(request, lambda: _person_written(request, one, row, key))
    if key and row.thing.person(key) is None:
        raise NotFound(
            _("This person is not in the table, or not any more."), next_step=_("Look at the table as it is now.")
        )
    return _person_form(request, one, row, key, {}, {})


@posted
@for_goal
def figures(request: HttpRequest, one: Open) -> HttpResponse:
    """About how many apply to a round and are selected, as far as it is known."""
    return once(request, lambda: _figures_written(request, one, _row(one)))


@posted
@for_goal
def order(request: HttpRequest, one: Open) -> HttpResponse:
    """Which words of a column count for more than others."""
    return once(request, lambda: _order_written(request, one, _row(one)))


@posted
@for_goal
def fixed(request: HttpRequest, one: Open) -> HttpResponse:
    """Which columns cannot change any more."""
    return once(request, lambda: _fixed_written(request, one, _row(one)))


def looked_at(
    request: HttpRequest, shown: Shown, asked: Asked, *, where: str, along: Mapping[str, str]
) -> HttpResponse:
    """A table as it was read, before it is kept. where: the form goes. along: what else it takes with it."""
    return page(
        request,
        "people_read.html",
        status=200 if asked else 400,
        shown=shown,
        where=where,
        along=along,
        columns={one.name: one for one in shown.table.columns},
        sent=asked.sent,
        errors=asked.errors,
    )


def is_right(asked: Asked, shown: Shown) -> bool:
    """Whether somebody said so of exactly this."""
    return asked.raw("right") == shown.digest


def _check_own(one: Open) -> None:
    if one.kept.card.thing.pack != BLANK:
        raise NotFound(
            _("The people of this goal come with its process."), next_step=_("They can be changed in its files alone.")
        )


def _row(one: Open) -> Row[PeopleKept]:
    _check_own(one)
    if one.kept.table is None:
        raise NotFound(_("This goal has no table of people yet."), next_step=_("Paste one first."))
    return one.kept.table


def _shown(
    request: HttpRequest, one: Open, sent: Mapping[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    row = one.kept.table
    table = None if row is None else row.thing
    found = () if table is None else table.people
    asked = request.GET.get("from", "1")
    first = min(int(asked), len(found)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1
    first = max(first, 1)
    return goal_page(
        request,
        one,
        "people.html",
        here="/people",
        heading=_("Those who got in"),
        status=status,
        row=row,
        table=table,
        filled="" if table is None else table.pasted(point(), yes=_("yes")),
        lines=_lines(table, first),
        before=max(first - AT_ONCE, 1) if first > 1 else None,
        after=first + AT_ONCE if first + AT_ONCE <= len(found) else None,
        sent=sent,
        errors=errors,
    )


def _lines(table: PeopleKept | None, first: int) -> tuple[Line, ...]:
    if table is None:
        return ()
    some = slice(first - 1, first - 1 + AT_ONCE)
    found = zip(table.keys[some], table.people[some], strict=True)
    return tuple(Line(key=key, person=each, cells=table.cells(each)) for key, each in found)


def _table(request: HttpRequest, one: Open) -> HttpResponse:
    asked, row = asked_in(request), one.kept.table
    text = table_sent(request, asked)
    if asked and not text:
        asked.wrong(FIELD, _("a table with the names of the columns in its first line"))
    before = None if row is None else row.thing
    shown = table_read(one.desk, asked, text, before=before) if asked else None
    if shown is None:
        return _shown(request, one, {**asked.sent, FIELD: text or asked.raw(FIELD)}, asked.errors, status=400)
    was, table = asked.raw("was"), orders_said(asked, shown.table)
    if not (is_right(asked, shown) and asked):
        along = {"was": was if "was" in asked.sent else _version(row)}
        return looked_at(request, shown, asked, where=f"/goal/{one.name}/people", along=along)
    _keep(one, table, was=was, action="people")
    return see(f"/goal/{one.name}/{'people' if row else 'numbers'}", said="people" if row else "begun")


def _version(row: Row[PeopleKept] | None) -> str:
    return "" if row is None else str(row.version)


def _keep(one: Open, table: PeopleKept, *, was: str, action: str) -> None:
    """Write the table in the place of the version a form was made from. Raises Stale."""
    row, goals, event = one.kept.table, one.desk.keeping.goals, one.desk.event(action, one.name)
    if _version(row) != was:
        raise Stale(row)
    if row is None:
        goals.keep(one.name, table, event=event)
    else:
        goals.amend(one.name, table, row=row.id, was=row.version, event=event)


def _person_form(
    request: HttpRequest,
    one: Open,
    row: Row[PeopleKept],
    key: str,
    sent: Mapping[str, str],
    errors: dict[str, str],
    *,
    doubts: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    table = row.thing
    now = table.person(key) if key else None
    levels: tuple[Level | None, ...] = (None,) * len(table.columns) if now is None else now.levels
    cells = ("",) * len(table.columns) if now is None else table.cells(now)
    typed = (in_field(level) if isinstance(level, float) else cell for level, cell in zip(levels, cells, strict=True))
    return goal_page(
        request,
        one,
        "person.html",
        here="/people",
        heading=_("Add a person") if now is None else now.id,
        status=status,
        row=row,
        key=key,
        now=now,
        fields=tuple(zip(table.columns, typed, strict=True)),
        sent=sent,
        errors=errors,
        doubts=doubts or {},
    )


def _person_written(request: HttpRequest, one: Open, row: Row[PeopleKept], key: str) -> HttpResponse:
    asked, table, day = asked_in(request), row.thing, one.desk.today
    back, now = f"/goal/{one.name}/people", table.person(key)
    if key and now is None:
        return told_both(request, of_gone(request, row))
    if key and asked.raw("do") == "drop":
        _keep(one, table.without(key, on=day), was=asked.raw("was"), action="person taken out")
        return see(back, said="dropped")
    others = {each.id for each in table.people if each is not now}
    if not key and len(table.people) == MOST_PEOPLE:
        asked.wrong("who", _("at most %(most)s people in one table") % {"most": figure(f"{MOST_PEOPLE:,}")})
    found, columns = _asked_person(asked, table, others)
    _check_plausible(asked, table, found, now)
    if not asked:
        if asked.raw("was") != str(row.version):
            raise Stale(row)
        return _person_form(request, one, row, key, asked.sent, asked.errors, doubts=asked.doubts, status=400)
    new = (
        table.mended(key, found, columns=columns, on=day)
        if key
        else table.added(replace(found, key=next(new_keys(table))), columns=columns, on=day)
    )
    _keep(one, new, was=asked.raw("was"), action="person mended" if key else "person added")
    return see(back, said="person")


def _check_plausible(asked: Asked, table: PeopleKept, found: OnePerson, now: OnePerson | None) -> None:
    """Note what is far outside of what the others in the table have, where it is new."""
    others = [one for one in table.people if one is not now]
    for at, (column, level) in enumerate(zip(table.columns, found.levels, strict=True)):
        if now is None or now.levels[at] != level:
            check_plausible(asked, f"of-{column.name}", level, [one.levels[at] for one in others])


def _asked_person(asked: Asked, table: PeopleKept, others: set[str]) -> tuple[OnePerson, tuple[PeopleColumn, ...]]:
    """Somebody as the form says, and the columns with the words that are new with them."""
    who = " ".join(asked.text("who", most=LONGEST).split())
    if who in others:
        asked.wrong("who", _("a name that nobody else in the table has"))
    free = next(str(number) for number in range(1, MOST_PEOPLE + 2) if str(number) not in others)
    columns: list[PeopleColumn] = []
    levels: list[Level | None] = []
    for column in table.columns:
        changed, level = _asked_level(asked, column)
        columns.append(changed)
        levels.append(level)
    return OnePerson(id=who or free, levels=tuple(levels)), tuple(columns)


def _asked_level(asked: Asked, column: PeopleColumn) -> tuple[PeopleColumn, Level | None]:
    field = f"of-{column.name}"
    if column.kind != "category":
        return column, asked.level(field, column.trait)
    text = " ".join(asked.text(field, most=LONGEST).split())
    return (column, None) if text in UNKNOWN else column.worded(text)


def _figures_written(request: HttpRequest, one: Open, row: Row[PeopleKept]) -> HttpResponse:
    asked = asked_in(request)
    table = figures_said(asked, row.thing, one)
    if not asked:
        return _shown(request, one, asked.sent, asked.errors, status=400)
    keep_figures(one, table, was=asked.raw("was"))
    return see(f"/goal/{one.name}/distance", said="figures")


def _fixed_written(request: HttpRequest, one: Open, row: Row[PeopleKept]) -> HttpResponse:
    said = {str(each) for each in request.POST.getlist("fixed")}
    _keep(one, row.thing.fixing(said), was=asked_in(request).raw("was"), action="people")
    return see(f"/goal/{one.name}/people", said="fixed")


def figures_said(asked: Asked, table: PeopleKept, one: Open) -> PeopleKept:
    """The table with how many apply and are selected, as a form says; what is wrong is noted."""
    applied, selected = (asked.count(name, most=MOST_COUNT) for name in ("applied", "selected"))
    if applied is not None and selected is not None and selected > applied:
        asked.wrong("selected", _("at most the %(count)s who apply") % {"count": figure(f"{applied:,}")})
        return table
    return replace(table, applied=applied, selected=selected, on=one.desk.today)


def keep_figures(one: Open, table: PeopleKept, *, was: str) -> None:
    """In the place of the version a form was made from. Raises Stale."""
    _keep(one, table, was=was, action="round figures")


def _order_written(request: HttpRequest, one: Open, row: Row[PeopleKept]) -> HttpResponse:
    asked = asked_in(request)
    table = orders_said(asked, row.thing)
    if not asked:
        return _shown(request, one, asked.sent, asked.errors, status=400)
    _keep(one, replace(table, on=one.desk.today), was=asked.raw("was"), action="people")
    return see(f"/goal/{one.name}/people", said="order")
