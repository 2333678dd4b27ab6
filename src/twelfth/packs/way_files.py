"""ways.csv of a pack and the [[way]] tables of a case file: what acquiring a level takes."""

from pathlib import Path

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal import Process, Trait, Way
from twelfth.packs.cells import Row, level_of
from twelfth.packs.form import Form
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

WAY_COLUMNS = (
    "trait",
    "level",
    "hours_low",
    "hours_high",
    "months",
    "cost_low",
    "cost_high",
    "currency",
    "known",
    "source",
    "note",
)


def read_ways(path: Path, report: Report, *, traits: dict[str, Trait]) -> tuple[Way, ...]:
    """Every way, one a line and one a level. A protected trait is refused: it is never a lever."""
    ways: dict[tuple[str, str], Way] = {}
    table = read_table(path, required=("trait", "level", "source"), allowed=WAY_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            way = _way(Row(cells), traits)
            if (way.trait, str(way.level)) in ways:
                raise invalid(f"way to {way.trait}", way.level, "one line for each level", field="level")
            ways[way.trait, str(way.level)] = way
    return tuple(ways.values())


def _way(row: Row, traits: dict[str, Trait]) -> Way:
    name = row.needed("trait")
    trait = traits.get(name)
    if trait is None or trait.protected:
        expected = "a trait of traits.toml" if trait is None else "a trait that is not protected: it is never a lever"
        raise invalid("trait", name, expected, field="trait")
    return Way(
        trait=name,
        level=level_of(trait, row.needed("level"), "level"),
        hours_low=row.number("hours_low"),
        hours_high=row.number("hours_high"),
        months=row.number("months"),
        cost_low=row.number("cost_low"),
        cost_high=row.number("cost_high"),
        currency=row.text("currency"),
        known=row.day("known"),
        source=row.sources(),
        note=row.text("note"),
    )


def read_own_way(form: Form, process: Process, sources: tuple[str, ...]) -> Way:
    """One [[way]] table of a case file: a person's own figures. A figure given once is both ends."""
    name = form.text("trait")
    trait = next((one for one in process.traits if one.name == name), None)
    if trait is None or trait.protected:
        expected = f"a trait of the pack {process.name} that is not protected"
        raise form.problem("trait", name, expected)
    value = form.raw("level")
    try:
        level = trait.parse("" if value is None else value)
    except InvalidInput as error:
        raise form.problem("level", value, error.problems[0].expected) from None
    try:
        way = Way(
            trait=name,
            level=level,
            hours_low=_end(form, "hours_low", "hours"),
            hours_high=_end(form, "hours_high", "hours"),
            months=form.get("months", float, None),
            cost_low=_end(form, "cost_low", "cost"),
            cost_high=_end(form, "cost_high", "cost"),
            currency=form.text("currency", ""),
            known=form.day("known"),
            own=True,
            source=sources,
            note=form.text("note", ""),
        )
    except InvalidInput as error:
        raise _placed(form, error.problems[0]) from None
    form.finish()
    return way


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
