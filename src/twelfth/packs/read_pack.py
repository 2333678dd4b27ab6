"""Reads a pack folder into a process. Every mistake in every file is told at once."""

import re
from datetime import date
from pathlib import Path

from twelfth.base import InvalidInput, NotFound, Problem, Source, SourceKind, invalid
from twelfth.goal import (
    Change,
    ChangeStatus,
    Derived,
    FunnelCount,
    Kind,
    LabelledPeople,
    Limit,
    Move,
    Process,
    Requirement,
    Round,
    Rubric,
    Trait,
    Way,
    YesGroup,
    vocabulary,
)
from twelfth.packs.after_yes_file import read_after_yes
from twelfth.packs.cells import Row
from twelfth.packs.form import Form, parse_form, read_form
from twelfth.packs.grid_file import read_grid
from twelfth.packs.labelled_file import read_labelled
from twelfth.packs.people_files import read_pool, read_selected_group, read_yes_group
from twelfth.packs.report import Report
from twelfth.packs.round_files import read_funnel, read_pool_scores, read_rounds
from twelfth.packs.rubric_files import read_rubric
from twelfth.packs.rule_files import read_moves, read_requirements, read_scales, requirement_ids
from twelfth.packs.table import read_table
from twelfth.packs.trait_file import read_traits
from twelfth.packs.way_files import read_ways

SCHEMA = 1
EVIDENCE = ("yes group", "rubric", "grid", "cut-offs", "labelled")
PACK_NAME = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
FILES = frozenset(
    [
        "pack.toml",
        "traits.toml",
        "sources.csv",
        "rounds.csv",
        "funnel.csv",
        "selected.csv",
        "yes_group.csv",
        "labelled.csv",
        "pool.csv",
        "grid.csv",
        "requirements.toml",
        "scales.csv",
        "pool_scores.csv",
        "moves.toml",
        "ways.csv",
        "rubrics",
        "README.md",
    ]
)


def read_pack(folder: Path) -> Process:
    """The process a pack folder describes.

    Raises:
        NotFound: no such folder, or no pack.toml in it.
        InvalidInput: every problem found, each with file, line, field, value and what was expected.
    """
    if not (folder / "pack.toml").is_file():
        raise NotFound(
            f"There is no pack at {folder.name!r}: no pack.toml there.",
            next_step="See the built-in packs with: twelfth pack list",
        )
    report = Report()
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.name not in FILES:
            report.add(Problem(thing="file", value=path.name, expected="a file of the pack format", file=path.name))
        elif path.is_symlink():
            report.add(Problem(thing="file", value="a link", expected="a regular file", file=path.name))
    found: list[Process] = []
    with report.at(folder.name):
        found.append(_process(folder, report))
        _check_sources(found[0], _ids_in(folder / "sources.csv"), report)
    report.finish()
    return found[0]


def _process(folder: Path, report: Report) -> Process:
    head = read_form(folder / "pack.toml")
    traits, derived, sections = read_traits(read_form(folder / "traits.toml"), report)
    by_name = {trait.name: trait for trait in traits}
    kinds = tuple(_kind(one) for one in head.forms("kind"))
    _check_once(head, report, kind="name", change="id", after_yes="id")
    rounds, known = _rounds(folder, report, kinds)
    rubrics = _rubrics(folder, report, traits, derived)
    requirement_form = (
        read_form(folder / "requirements.toml") if _has(folder, "requirements.toml") else parse_form("", "")
    )
    ids = requirement_ids(requirement_form)
    code_of = vocabulary(traits, derived, rubrics=_rubric_names(folder), requirements=ids)
    requirements = read_requirements(requirement_form, report, code_of=code_of, traits=traits)
    _check_kinds(kinds, ids, report)
    compiled = head.day("compiled")
    labelled = _labelled(folder, report, traits, known)
    moves = _moves(folder, report, by_name)
    process = Process(
        name=head.text("name"),
        title=head.text("title"),
        version=head.text("version"),
        about=head.text("about", ""),
        attribution=head.text("attribution", ""),
        evidence=head.words("evidence"),
        rubric=head.text("rubric", ""),
        points=head.text("points", ""),
        seat=head.text("seat", ""),
        compiled=compiled,
        traits=traits,
        derived=derived,
        kinds=kinds,
        rounds=rounds,
        funnel=_funnel(folder, report, rounds, known, by_name),
        yes_group=_yes_group(folder, report, traits, known, compiled, labelled),
        labelled=labelled,
        pool=read_pool(folder / "pool.csv", report, traits=by_name) if _has(folder, "pool.csv") else (),
        grid=read_grid(folder / "grid.csv", report, traits=by_name) if _has(folder, "grid.csv") else None,
        requirements=requirements,
        scales=read_scales(folder / "scales.csv", report, traits=by_name) if _has(folder, "scales.csv") else (),
        pool_scores=read_pool_scores(folder / "pool_scores.csv", report) if _has(folder, "pool_scores.csv") else (),
        moves=moves,
        ways=_ways(folder, report, by_name, derived, moves),
        rubrics=rubrics,
        changes=tuple(_change(one) for one in head.forms("change")),
        after_yes=read_after_yes(head, report),
        limits=tuple(_limit(one) for one in head.forms("note")),
        sources=_sources(folder, report),
        sections=sections,
    )
    _check_head(head, process, folder, report)
    return process


def _has(folder: Path, name: str) -> bool:
    return (folder / name).exists()


def _ids_in(path: Path) -> frozenset[str]:
    """Every id a table states, on a line that is refused too, so that nobody is told that it is missing."""
    return frozenset(cells["id"] for _, cells in read_table(path, required=("id",)).records() if cells["id"])


def _check_once(form: Form, report: Report, **tables: str) -> None:
    """No two tables of the same name have the same value in the field given."""
    for table, field in tables.items():
        with report.at(form.file):
            form.check_once(table, by=field)


def _rounds(folder: Path, report: Report, kinds: tuple[Kind, ...]) -> tuple[tuple[Round, ...], dict[str, date | None]]:
    """The rounds, and since when each is known by its id; None for one whose line is refused."""
    if not _has(folder, "rounds.csv"):
        return (), {}
    path = folder / "rounds.csv"
    rounds = read_rounds(path, report, kinds=tuple(kind.name for kind in kinds))
    return rounds, {**dict.fromkeys(_ids_in(path)), **{one.id: one.known for one in rounds}}


def _funnel(
    folder: Path,
    report: Report,
    rounds: tuple[Round, ...],
    known: dict[str, date | None],
    traits: dict[str, Trait],
) -> tuple[FunnelCount, ...]:
    if not _has(folder, "funnel.csv"):
        return ()
    selected = {**dict.fromkeys(known), **{one.id: one.selected for one in rounds}}
    return read_funnel(folder / "funnel.csv", report, selected=selected, traits=traits)


def _moves(folder: Path, report: Report, traits: dict[str, Trait]) -> tuple[Move, ...]:
    if not _has(folder, "moves.toml"):
        return ()
    form = read_form(folder / "moves.toml")
    _check_once(form, report, move="id")
    return read_moves(form, report, traits=traits)


def _ways(
    folder: Path, report: Report, traits: dict[str, Trait], derived: tuple[Derived, ...], moves: tuple[Move, ...]
) -> tuple[Way, ...]:
    if not _has(folder, "ways.csv"):
        return ()
    return read_ways(folder / "ways.csv", report, traits=traits, derived=derived, moves=moves)


def _check_head(head: Form, process: Process, folder: Path, report: Report) -> None:
    with report.at(head.file):
        if head.get("schema", int) != SCHEMA:
            raise head.problem("schema", head.raw("schema"), f"{SCHEMA}, the version of the format this program reads")
        if not PACK_NAME.fullmatch(process.name) or process.name != folder.name:
            raise head.problem("name", process.name, f"the folder's name {folder.name!r}, of a-z 0-9 _ and -")
        unknown = [one for one in process.evidence if one not in EVIDENCE]
        if unknown:
            raise head.problem("evidence", unknown[0], f"one of {', '.join(EVIDENCE)}")
        if process.rubric and process.rubric not in _rubric_names(folder):
            raise head.problem("rubric", process.rubric, "the name of a file in rubrics/")
        _check_points(head, process)
        head.finish()


def _check_points(head: Form, process: Process) -> None:
    """What holds one's points is a number, and stands in for a rubric."""
    if not process.points:
        return
    if process.rubric:
        raise head.problem("points", process.points, "no rubric beside it: a rubric computes the points")
    numbers = {one.name for one in process.traits if one.kind == "numeric"} | {one.name for one in process.derived}
    if process.points not in numbers:
        raise head.problem("points", process.points, "the name of a numeric trait, or of a derived value")


def _rubric_names(folder: Path) -> tuple[str, ...]:
    """By the files, so that a broken one is not said to be missing too."""
    return tuple(sorted(path.stem for path in (folder / "rubrics").glob("*.toml")))


def _rubrics(
    folder: Path, report: Report, traits: tuple[Trait, ...], derived: tuple[Derived, ...]
) -> tuple[Rubric, ...]:
    names = _rubric_names(folder)
    expected = {f"{name}.{kind}" for name in names for kind in ("toml", "csv")}
    for path in sorted((folder / "rubrics").glob("[!.]*")):
        if path.name not in expected:
            place = f"rubrics/{path.name}"
            report.add(Problem(thing="file", value=path.name, expected="NAME.toml with its NAME.csv", file=place))
    found = (read_rubric(folder / "rubrics", name, report, traits=traits, derived=derived) for name in names)
    return tuple(rubric for rubric in found if rubric is not None)


def _labelled(
    folder: Path, report: Report, traits: tuple[Trait, ...], known: dict[str, date | None]
) -> LabelledPeople | None:
    if not _has(folder, "labelled.csv"):
        return None
    return read_labelled(folder / "labelled.csv", report, traits=traits, known=known)


def _yes_group(
    folder: Path,
    report: Report,
    traits: tuple[Trait, ...],
    known: dict[str, date | None],
    compiled: date | None,
    labelled: LabelledPeople | None,
) -> YesGroup | None:
    there = [name for name in ("selected.csv", "yes_group.csv", "labelled.csv") if _has(folder, name)]
    if len(there) > 1:
        report.add(
            Problem(thing="files", value=" and ".join(there), expected="only one of these files", file=there[-1])
        )
    if "selected.csv" in there:
        return read_selected_group(folder / "selected.csv", report, traits=traits, known=known, compiled=compiled)
    if "yes_group.csv" in there:
        return read_yes_group(folder / "yes_group.csv", report, traits=traits, known=known)
    return None if labelled is None else labelled.yes_group


def _kind(form: Form) -> Kind:
    kind = Kind(
        name=form.text("name"),
        title=form.text("title"),
        names=form.words("names"),
        requires=form.words("requires"),
        note=form.text("note", ""),
    )
    form.finish()
    return kind


def _check_kinds(kinds: tuple[Kind, ...], ids: tuple[str, ...], report: Report) -> None:
    for kind in kinds:
        for name in kind.requires:
            if name not in ids:
                problem = Problem(
                    thing=f"requires of kind {kind.name}", value=name, expected="an id of requirements.toml"
                )
                with report.at("pack.toml", field="requires"):
                    raise InvalidInput(problem)


def _change(form: Form) -> Change:
    status = form.text("status")
    if status not in set(ChangeStatus):
        raise form.problem("status", status, f"one of {', '.join(ChangeStatus)}")
    announced = form.day("announced")
    if announced is None:
        raise form.problem("announced", None, "the day it was announced")
    change = Change(
        id=form.text("id"),
        title=form.text("title"),
        announced=announced,
        effective=form.day("effective"),
        status=ChangeStatus(status),
        scored=form.get("scored", bool, False),
        note=form.text("note", ""),
        source=form.sources(),
    )
    form.finish()
    return change


def _limit(form: Form) -> Limit:
    limit = Limit(topic=form.text("topic"), text=form.text("text"), known=form.day("known"), source=form.sources())
    form.finish()
    return limit


def _sources(folder: Path, report: Report) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    table = read_table(
        folder / "sources.csv", required=("id", "title"), allowed=("id", "title", "address", "kind", "note")
    )
    for line, cells in table.records():
        with report.at(table.file, line=line):
            row = Row(cells)
            if row.needed("id") in found:
                raise invalid("source", row.text("id"), "an id used once", field="id")
            found[row.text("id")] = Source(
                id=row.text("id"),
                title=row.needed("title"),
                address=row.text("address"),
                kind=row.word("kind", SourceKind, SourceKind.SECONDARY),
                note=row.text("note"),
            )
    return tuple(found.values())


def _check_sources(process: Process, known: frozenset[str], report: Report) -> None:
    """Every figure names a source there is. `known`: every id of sources.csv."""
    cited: list[tuple[str, str, tuple[str, ...], bool]] = [
        *(("rounds.csv", f"round {one.id}", one.source, True) for one in process.rounds),
        *(("funnel.csv", f"{one.stage} of round {one.round}", one.source, True) for one in process.funnel),
        *(("pool.csv", f"pool share of {one.trait}", one.source, True) for one in process.pool),
        *(("grid.csv", "cell", one.source, True) for one in (process.grid.cells if process.grid else ())),
        *(("pool_scores.csv", f"pool on {one.as_on}", one.source, True) for one in process.pool_scores),
        *(("ways.csv", f"way to {one.to}", one.source, True) for one in process.ways),
        *(("scales.csv", f"scale {one.scale} {one.trait}", one.source, True) for one in process.scales),
        *(("pack.toml", f"change {one.id}", one.source, True) for one in process.changes),
        *(("pack.toml", f"step after a yes {one.id}", one.source, False) for one in process.after_yes),
        *(("pack.toml", f"note {one.topic}", one.source, False) for one in process.limits),
        *(("traits.toml", f"trait {one.name}", one.source, False) for one in process.traits),
        *(("moves.toml", f"move {one.id}", one.source, False) for one in process.moves),
        *(_cited_by(one) for one in process.requirements),
        *(
            (f"{rubric.name}.csv", f"row {row.condition.text!r}", row.source, True)
            for rubric in process.rubrics
            for row in rubric.rows
        ),
    ]
    for file, thing, sources, needed in cited:
        if needed and not sources:
            report.add(Problem(thing=thing, value="no source", expected="at least one id of sources.csv", file=file))
        for one in sources:
            if one not in known:
                report.add(Problem(thing=f"source of {thing}", value=one, expected="an id of sources.csv", file=file))


def _cited_by(requirement: Requirement) -> tuple[str, str, tuple[str, ...], bool]:
    lines = tuple(source for line in requirement.lines for source in line.source)
    judged = any(line.any_of for line in requirement.lines)
    return ("requirements.toml", f"requirement {requirement.id}", (*requirement.source, *lines), judged)
