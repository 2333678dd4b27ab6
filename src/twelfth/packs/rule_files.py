"""requirements.toml, scales.csv and moves.toml: what one needs, how a test score becomes a level, what one could
change."""

from pathlib import Path

from twelfth.base import InvalidInput, invalid
from twelfth.goal import (
    CodeOf,
    Condition,
    Level,
    Line,
    Move,
    Requirement,
    ScaleBand,
    Trait,
    check_acyclic,
    check_comparable,
    parse_condition,
)
from twelfth.packs.cells import Row, level_of
from twelfth.packs.form import Form
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

SCALE_COLUMNS = (
    "scale",
    "trait",
    "from_score",
    "to_score",
    "level",
    "valid_from",
    "valid_to",
    "source",
    "note",
)


def requirement_ids(form: Form) -> tuple[str, ...]:
    """The ids a `meets` clause may name."""
    return tuple(dict.fromkeys(one.text("id", "") for one in form.forms("requirement")))


def read_requirements(
    form: Form, report: Report, *, code_of: CodeOf, traits: tuple[Trait, ...]
) -> tuple[Requirement, ...]:
    """Every requirement. The same id may come again for another span of days."""
    found = []
    for one in form.forms("requirement"):
        with report.at(form.file, line=one.line()):
            found.append(_requirement(one, code_of, traits))
    with report.at(form.file):
        form.finish()
        check_acyclic(tuple(found))
    return tuple(found)


def _requirement(form: Form, code_of: CodeOf, traits: tuple[Trait, ...]) -> Requirement:
    lines = tuple(_line(one, code_of, traits) for one in form.forms("line"))
    requirement = Requirement(
        id=form.text("id"),
        title=form.text("title"),
        lines=lines,
        begins=form.day("from"),
        ends=form.day("to"),
        source=form.sources(),
        note=form.text("note", ""),
    )
    form.finish()
    if not lines:
        raise form.problem("line", requirement.id, "at least one [[requirement.line]]")
    return requirement


def _line(form: Form, code_of: CodeOf, traits: tuple[Trait, ...]) -> Line:
    conditions = tuple(_condition(form, text, code_of, traits) for text in form.words("any"))
    line = Line(
        title=form.text("title"),
        any_of=conditions,
        not_judged=form.text("not_judged", ""),
        source=form.sources(),
    )
    form.finish()
    return line


def _condition(form: Form, text: str, code_of: CodeOf, traits: tuple[Trait, ...]) -> Condition:
    try:
        condition = parse_condition(text, code_of)
        check_comparable(condition, traits)
    except InvalidInput as error:
        raise form.problem("any", error.problems[0].value, error.problems[0].expected) from None
    return condition


def read_scales(path: Path, report: Report, *, traits: dict[str, Trait]) -> tuple[ScaleBand, ...]:
    """The bands of every test scale."""
    bands = []
    table = read_table(path, required=("scale", "trait", "from_score", "to_score", "level"), allowed=SCALE_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            bands.append(_band(Row(cells), traits))
    return tuple(bands)


def _band(row: Row, traits: dict[str, Trait]) -> ScaleBand:
    trait, first, last = row.needed("trait"), row.number("from_score"), row.number("to_score")
    if trait not in traits:
        raise invalid("trait", trait, "a trait of traits.toml", field="trait")
    if first is None or last is None or first > last:
        raise invalid("from_score", f"{first}..{last}", "two numbers, the lower first", field="from_score")
    return ScaleBand(
        scale=row.needed("scale"),
        trait=trait,
        first=first,
        last=last,
        level=level_of(traits[trait], row.needed("level"), "level"),
        begins=row.day("valid_from"),
        ends=row.day("valid_to"),
        source=row.sources(),
    )


def read_moves(form: Form, report: Report, *, traits: dict[str, Trait]) -> tuple[Move, ...]:
    """What a person could change. A protected trait is refused: it is never a lever."""
    moves = []
    for one in form.forms("move"):
        with report.at(form.file, line=one.line()):
            moves.append(_move(one, traits))
    with report.at(form.file):
        form.finish()
    return tuple(moves)


def _move(form: Form, traits: dict[str, Trait]) -> Move:
    levels = _levels(form, "sets", traits)
    if not levels:
        raise form.problem("sets", form.text("id"), "at least one trait = level")
    move = Move(
        id=form.text("id"),
        title=form.text("title"),
        sets=levels,
        note=form.text("note", ""),
        source=form.sources(),
        decided_by=form.text("decided_by", ""),
        needs=_levels(form, "needs", traits),
        exams=form.words("exams"),
        first_step=form.text("first_step", ""),
    )
    if not all(one.strip() for one in move.exams) or len(set(move.exams)) != len(move.exams):
        raise form.problem("exams", list(move.exams), "names of exams, each once")
    if move.exams and not move.source:
        raise form.problem("exams", ", ".join(move.exams), "a source of the move, which says so")
    own = [name for name, _level in move.needs if name in dict(move.sets)]
    if own:
        raise form.problem("needs", own[0], "a trait that the move itself does not set")
    form.finish()
    return move


def _levels(form: Form, field: str, traits: dict[str, Trait]) -> tuple[tuple[str, Level], ...]:
    """A table trait = level."""
    table = form.form(field)
    levels = []
    for name, value in table.items() if table else []:
        if name not in traits:
            raise form.problem(field, name, "a trait of traits.toml")
        if traits[name].protected:
            raise form.problem(field, name, "a trait that is not protected: a protected one is never a lever")
        try:
            levels.append((name, traits[name].parse(value)))
        except InvalidInput as error:
            raise form.problem(field, value, f"for {name} {error.problems[0].expected}") from None
    return tuple(levels)
