"""ways.csv of a pack and the [[way]] tables of a case file: what acquiring a level takes."""

from collections.abc import Iterable
from pathlib import Path

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal import Derived, Level, Move, Process, Trait, Way, parse_condition, vocabulary
from twelfth.packs.cells import Row, level_of
from twelfth.packs.form import Form
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

WAY_COLUMNS = (
    "trait",
    "level",
    "move",
    "given",
    "after",
    "hours_low",
    "hours_high",
    "hours_week",
    "months",
    "cost_low",
    "cost_high",
    "currency",
    "valid_months",
    "exam",
    "retry_days",
    "known",
    "source",
    "note",
)
PROTECTED = "a trait that is not protected: it is never a lever"


def read_ways(
    path: Path, report: Report, *, traits: dict[str, Trait], derived: tuple[Derived, ...], moves: tuple[Move, ...]
) -> tuple[Way, ...]:
    """Every way, one a line, and one for each level or move and what is given. A protected trait is refused: it is
    never a lever."""
    ways: dict[tuple[str, str, str], Way] = {}
    table = read_table(path, required=("source",), allowed=WAY_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            way = _way(Row(cells), traits, derived, {one.id for one in moves})
            named = (way.to, str(way.level), way.given.text if way.given else "")
            if named in ways:
                raise invalid(f"way to {way.to}", way.level or "", "one line for each level", field="level")
            ways[named] = way
    return tuple(ways.values())


def _way(row: Row, traits: dict[str, Trait], derived: tuple[Derived, ...], moves: set[str]) -> Way:
    move, name, level = row.text("move"), row.text("trait"), None
    _check_moves("move", [move] if move else [], moves)
    if not move:
        trait = traits.get(row.needed("trait"))
        if trait is None or trait.protected:
            raise invalid("trait", name, "a trait of traits.toml" if trait is None else PROTECTED, field="trait")
        level = level_of(trait, row.needed("level"), "level")
    given, after = row.text("given"), tuple(row.text("after").split())
    _check_moves("after", after, moves)
    return Way(
        trait=name,
        level=level,
        move=move,
        given=parse_condition(given, vocabulary(tuple(traits.values()), derived)) if given else None,
        after=after,
        hours_low=row.number("hours_low"),
        hours_high=row.number("hours_high"),
        hours_week=row.number("hours_week"),
        months=row.number("months"),
        cost_low=row.number("cost_low"),
        cost_high=row.number("cost_high"),
        currency=row.text("currency"),
        valid_months=row.number("valid_months"),
        exam=_said(row.text("exam")),
        retry_days=row.number("retry_days"),
        known=row.day("known"),
        source=row.sources(),
        note=row.text("note"),
    )


def _said(text: str) -> bool:
    if text not in ("", "yes", "no"):
        raise invalid("exam", text, "yes, no or blank", field="exam")
    return text == "yes"


def _check_moves(field: str, named: Iterable[str], moves: set[str]) -> None:
    for one in named:
        if one not in moves:
            raise invalid(field, one, "the id of a move of moves.toml", field=field)


def read_own_way(form: Form, process: Process, sources: tuple[str, ...]) -> Way:
    """One [[way]] table of a case file: a person's own figures. A figure given once is both ends."""
    move, name, level = form.text("move", ""), "", None
    if not move:
        name = form.text("trait")
        level = _own_level(form, name, process)
    elif move not in {one.id for one in process.moves}:
        raise form.problem("move", move, f"the id of a move of the pack {process.name}")
    try:
        way = Way(
            trait=name,
            level=level,
            move=move,
            after=form.words("after"),
            hours_low=_end(form, "hours_low", "hours"),
            hours_high=_end(form, "hours_high", "hours"),
            hours_week=form.get("hours_week", float, None),
            months=form.get("months", float, None),
            cost_low=_end(form, "cost_low", "cost"),
            cost_high=_end(form, "cost_high", "cost"),
            currency=form.text("currency", ""),
            valid_months=form.get("valid_months", float, None),
            exam=form.get("exam", bool, False),
            retry_days=form.get("retry_days", float, None),
            passes=form.get("passes", float, None),
            known=form.day("known"),
            own=True,
            source=sources,
            note=form.text("note", ""),
        )
    except InvalidInput as error:
        raise _placed(form, error.problems[0]) from None
    form.finish()
    return way


def _own_level(form: Form, name: str, process: Process) -> Level:
    trait = next((one for one in process.traits if one.name == name), None)
    if trait is None or trait.protected:
        expected = f"a trait of the pack {process.name} that is not protected"
        raise form.problem("trait", name, expected)
    value = form.raw("level")
    try:
        return trait.parse("" if value is None else value)
    except InvalidInput as error:
        raise form.problem("level", value, error.problems[0].expected) from None


def _end(form: Form, field: str, both: str) -> float | None:
    """One end; the figure without an end where that is given."""
    if both not in form:
        return form.get(field, float, None)
    if field in form:
        raise form.problem(both, form.raw(both), f"{both}, or {both}_low and {both}_high, not all of them")
    return form.get(both, float)


def _placed(form: Form, problem: Problem) -> InvalidInput:
    """With the line of the field, where the problem names none."""
    if problem.file:
        return InvalidInput(problem)
    line = form.line(problem.field if problem.field in form else "")
    return InvalidInput(
        Problem(
            thing=problem.thing,
            value=problem.value,
            expected=problem.expected,
            file=form.file,
            line=line,
            field=problem.field,
            next_step=problem.next_step,
        )
    )
