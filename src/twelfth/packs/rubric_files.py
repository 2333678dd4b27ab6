"""rubrics/NAME.toml and NAME.csv: a points rubric as a tree of sections and a table of rows."""

from dataclasses import replace
from pathlib import Path

from twelfth.base import InvalidInput, invalid
from twelfth.goal import (
    POINTS,
    CodeOf,
    Condition,
    Derived,
    Node,
    Rubric,
    Trait,
    Version,
    check_comparable,
    parse_condition,
    vocabulary,
)
from twelfth.goal import Row as RubricRow
from twelfth.packs.cells import Row
from twelfth.packs.form import Form, read_form
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

_STATUSES = ("", "confirmed", "unconfirmed")
Roles = tuple[tuple[tuple[str, str], ...], ...]


def read_rubric(
    folder: Path, name: str, report: Report, *, traits: tuple[Trait, ...], derived: tuple[Derived, ...]
) -> Rubric | None:
    """One rubric, or None when the report holds why not."""
    form = read_form(folder / f"{name}.toml")
    rubric = None
    with report.at(form.file):
        roles = _roles(form)
        columns = _columns(form, traits, derived)
        column_names = tuple(column for column, _ in columns) or (POINTS,)
        before = len(report.problems)
        rows = _rows(folder / f"{name}.csv", report, column_names, roles, traits, derived)
        nodes = tuple(_node(one, column_names) for one in form.forms("node"))
        versions = tuple(_version(one) for one in form.forms("version"))
        mark = form.get("pass_mark", float, None)
        head = (form.text("name"), form.text("title"), form.text("total", "total"), form.text("unit", "points"))
        form.raw("whole")
        form.finish()
        if head[0] != name:
            raise form.problem("name", head[0], f"the file's name, {name}")
        if len(report.problems) == before:
            try:
                rubric = Rubric(
                    name=name,
                    title=head[1],
                    nodes=nodes,
                    rows=rows,
                    versions=versions,
                    total=head[2],
                    unit=head[3],
                    pass_mark=mark,
                    columns=columns,
                    assignments=roles,
                )
            except InvalidInput as error:
                placed = (replace(one, file=f"{name}.csv") if one.line else one for one in error.problems)
                raise InvalidInput(*placed) from None
    return rubric


def _roles(form: Form) -> Roles:
    table = form.form("roles")
    if table is None:
        return ((),)
    names = table.words("names")
    assignments = table.get("assignments", list)
    table.finish()
    if not assignments:
        raise table.problem("assignments", "an empty list", "at least one way to give out the roles")
    for one in assignments:
        if not isinstance(one, list) or len(one) != len(names):
            raise table.problem("assignments", one, f"lists of {len(names)} words, one for each of {', '.join(names)}")
    return tuple(tuple(zip(names, map(str, one), strict=True)) for one in assignments)


def _columns(form: Form, traits: tuple[Trait, ...], derived: tuple[Derived, ...]) -> tuple[tuple[str, Condition], ...]:
    table = form.form("columns")
    if table is None:
        return ()
    code_of = vocabulary(traits, derived)
    return tuple((column, parse_condition(str(text), code_of)) for column, text in table.items())


def _node(form: Form, columns: tuple[str, ...]) -> Node:
    cap = form.raw("cap")
    if isinstance(cap, dict):
        unknown = [column for column in cap if column not in columns]
        if unknown:
            raise form.problem("cap", unknown[0], f"one of the columns {', '.join(columns)}")
        caps = tuple((column, _cap(form, points)) for column, points in cap.items())
    else:
        caps = () if cap is None else tuple((column, _cap(form, cap)) for column in columns)
    node = Node(
        name=form.text("name"),
        title=form.text("title"),
        within=form.text("within", ""),
        caps=caps,
        source=form.sources(),
    )
    form.finish()
    return node


def _cap(form: Form, points: object) -> float:
    if isinstance(points, bool) or not isinstance(points, int | float) or not 0 <= points < float("inf"):
        raise form.problem("cap", points, "a finite number of at least 0")
    return float(points)


def _version(form: Form) -> Version:
    begins = form.day("from")
    if begins is None:
        raise form.problem("from", None, "the first day of the version")
    version = Version(
        id=form.text("id"), begins=begins, ends=form.day("to"), title=form.text("title", ""), source=form.sources()
    )
    form.finish()
    return version


def _rows(
    path: Path,
    report: Report,
    columns: tuple[str, ...],
    roles: Roles,
    traits: tuple[Trait, ...],
    derived: tuple[Derived, ...],
) -> tuple[RubricRow, ...]:
    allowed = ("node", "each", "when", *columns, "from", "to", "status", "source", "note")
    table = read_table(path, required=("node", "when", *columns), allowed=allowed)
    code_of = vocabulary(traits, derived, roles=dict(roles[0]))
    rows: list[RubricRow] = []
    for line, cells in table.records():
        with report.at(table.file, line=line):
            row = Row(cells)
            for repeat in row.text("each").split() or [""]:
                rows.append(_row(row, repeat, line, columns, code_of, traits))
    return tuple(rows)


def _row(
    row: Row, repeat: str, line: int, columns: tuple[str, ...], code_of: CodeOf, traits: tuple[Trait, ...]
) -> RubricRow:
    if row.text("status") not in _STATUSES:
        raise invalid("status", row.text("status"), "confirmed, unconfirmed or blank", field="status")
    text = row.needed("when").replace("*", repeat)
    try:
        condition = parse_condition(text, code_of)
        check_comparable(condition, traits)
    except InvalidInput as error:
        raise invalid("condition", text, error.problems[0].expected, field="when") from None
    return RubricRow(
        node=row.needed("node"),
        condition=condition,
        points=tuple((column, _points(row, column)) for column in columns),
        repeat=repeat,
        begins=row.day("from"),
        ends=row.day("to"),
        confirmed=row.text("status") != "unconfirmed",
        source=row.sources(),
        line=line,
    )


def _points(row: Row, column: str) -> float:
    points = row.number(column)
    if points is None:
        raise invalid("points", "", "a number of at least 0", field=column)
    return points
