"""selected.csv, yes_group.csv and pool.csv: what is known of those selected and of those who applied."""

from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal import Basis, Certainty, PoolShare, SelectedFact, Timing, Trait, YesGroup, gather
from twelfth.packs.cells import Row, level_of
from twelfth.packs.report import Report
from twelfth.packs.table import Table, collector_paused, read_table

SELECTED_COLUMNS = (
    "person",
    "round",
    "seat",
    "trait",
    "value",
    "timing",
    "certainty",
    "source",
)
POOL_COLUMNS = (
    "trait",
    "level",
    "share",
    "mean",
    "sd",
    "n",
    "basis",
    "known",
    "source",
    "note",
)

MOST_LINES_NAMED = 10
"""Of one repeated id; the rest is counted."""


def read_selected(
    path: Path, report: Report, *, traits: dict[str, Trait], known: dict[str, date | None]
) -> tuple[SelectedFact, ...]:
    """One fact a line, each with its timing."""
    return tuple(fact for _, fact in _placed_facts(path, report, traits, known))


def _placed_facts(
    path: Path, report: Report, traits: dict[str, Trait], known: dict[str, date | None]
) -> list[tuple[int, SelectedFact]]:
    """Each fact after the line it stands on."""
    facts = []
    table = read_table(path, required=("person", "trait", "value", "timing", "source"), allowed=SELECTED_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            facts.append((line, _selected_fact(Row(cells), traits, known)))
    return facts


def _selected_fact(row: Row, traits: dict[str, Trait], known: dict[str, date | None]) -> SelectedFact:
    trait, timing = row.needed("trait"), row.text("timing")
    if trait not in traits:
        raise invalid("trait", trait, "a trait of traits.toml", field="trait")
    if row.text("round") not in known:
        raise invalid("round", row.text("round"), "an id of rounds.csv", field="round")
    if timing and timing not in set(Timing):
        raise invalid(
            "timing", timing, "S (at selection), B (later biography), P (afterwards) or blank", field="timing"
        )
    person = row.needed("person")
    if not row.known("person"):
        raise invalid("person", person, "a name or a number of their own, so that nobody is merged", field="person")
    return SelectedFact(
        person=person,
        round=row.text("round"),
        seat=row.text("seat"),
        trait=trait,
        level=level_of(traits[trait], row.needed("value"), "value"),
        timing=Timing(timing) if timing else None,
        certainty=row.word("certainty", Certainty, Certainty.STATED),
        source=row.sources(),
    )


def read_selected_group(
    path: Path,
    report: Report,
    *,
    traits: tuple[Trait, ...],
    known: dict[str, date | None],
    compiled: date | None = None,
) -> YesGroup | None:
    """The yes group the facts of selected.csv amount to. Contradictions go to the report, each with its line, and
    then there is None.

    `compiled`: since when the later biographies among them are known.
    """
    facts = _placed_facts(path, report, {trait.name: trait for trait in traits}, known)
    later = [fact for _, fact in facts if fact.timing is Timing.LATER_BIOGRAPHY]
    if later and compiled is None:
        with report.at("pack.toml", field="compiled"):
            told = f"none, and selected.csv holds {len(later)} facts of later biographies (B)"
            raise invalid(
                "day of compilation", told, "the day on which the pack was put together, since when they are known"
            )
    with report.at(path.name):
        try:
            return gather(traits, (fact for _, fact in facts), known=known, later_known=compiled)
        except InvalidInput:
            if not _contradictions(facts, report, path.name, traits=traits, known=known):
                raise
    return None


def _contradictions(
    facts: list[tuple[int, SelectedFact]],
    report: Report,
    file: str,
    *,
    traits: tuple[Trait, ...],
    known: dict[str, date | None],
) -> int:
    """How many people contradict themselves. The first line of each that does goes to the report."""
    by_person: dict[str, list[tuple[int, SelectedFact]]] = {}
    for placed in facts:
        by_person.setdefault(placed[1].person, []).append(placed)
    before = len(report.problems)
    for theirs in by_person.values():
        told = len(report.problems)
        for end, (line, _) in enumerate(theirs, 1):
            with report.at(file, line=line):
                gather(traits, (fact for _, fact in theirs[:end]), known=known)
            if len(report.problems) > told:
                break
    return len(report.problems) - before


def read_yes_group(
    path: Path, report: Report, *, traits: tuple[Trait, ...], known: dict[str, date | None]
) -> YesGroup | None:
    """One person a line, one column a trait; everything stated was true at selection. Built for 100,000 lines."""
    with collector_paused():
        return _read_yes_group(path, report, traits, known)


def _read_yes_group(
    path: Path, report: Report, traits: tuple[Trait, ...], known: dict[str, date | None]
) -> YesGroup | None:
    names = {trait.name for trait in traits}
    table = read_table(path, required=("id",), allowed=("id", "round", *sorted(names)))
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.header)
    by_name = dict(zip(table.header, columns, strict=True))
    rows = np.full((len(table.rows), len(traits)), np.nan)
    for index, trait in enumerate(traits):
        if trait.name in by_name:
            rows[:, index] = _codes(trait, by_name[trait.name], table, report)
    rounds = [_stated(cell) for cell in by_name["round"]] if "round" in by_name else [""] * len(table.rows)
    dates = _dates(rounds, table, report, known)
    ids = [_stated(cell) or f"line {line}" for cell, line in zip(by_name["id"], table.lines, strict=True)]
    with report.at(table.file, field="id"):
        _check_repeats(ids, rows, rounds, table, names=[*(trait.name for trait in traits), "round"])
    group: YesGroup | None = None
    with report.at(table.file):
        group = YesGroup(traits, rows, ids, dates, rounds)
    return group


def _stated(cell: str) -> str:
    """A cell without the spaces around it; "?" is blank."""
    return "" if cell.strip() == "?" else cell.strip()


def _dates(rounds: list[str], table: Table, report: Report, known: dict[str, date | None]) -> list[date]:
    """The day each person was known to be selected; a round there is not is told once, with its first line."""
    day_of: dict[str, date] = {}
    for one, line in zip(rounds, table.lines, strict=True):
        if one not in day_of:
            day_of[one] = date.max
            with report.at(table.file, line=line, field="round"):
                day_of[one] = _round_known(one, known)
    return [day_of[one] for one in rounds]


def _check_repeats(
    ids: list[str], rows: NDArray[np.float64], rounds: list[str], table: Table, *, names: list[str]
) -> None:
    """An id may come again only with the same values, unknown ones alike. `rows` [people, traits], NaN unknown;
    `names`: of the traits, and of the round.

    Raises:
        InvalidInput: every id whose lines differ, with the lines and what they differ in.
    """
    if len(set(ids)) == len(ids):
        return
    places: dict[str, list[int]] = {}
    for index, one in enumerate(ids):
        places.setdefault(one, []).append(index)
    problems = []
    for one, at in places.items():
        theirs, first = rows[at], rows[at[0]]
        same = (theirs == first) | (np.isnan(theirs) & np.isnan(first))
        same = np.column_stack([same, [rounds[index] == rounds[at[0]] for index in at]])
        if not same.all():
            problems.append(_repeated(one, [table.lines[index] for index in at], same, names))
    if problems:
        raise InvalidInput(*problems)


def _repeated(person: str, lines: list[int], same: NDArray[np.bool_], names: list[str]) -> Problem:
    shown = [str(line) for line in lines[:MOST_LINES_NAMED]]
    rest = len(lines) - len(shown)
    told = f"{', '.join(shown)} and {rest} more" if rest else f"{', '.join(shown[:-1])} and {shown[-1]}"
    differing = ", ".join(name for index, name in enumerate(names) if not same[:, index].all())
    return Problem(
        thing="id",
        value=person,
        expected=f"one line a person, or the same in each; lines {told} differ in {differing}",
        line=lines[int(np.argmin(same.all(axis=1)))],
        next_step="Keep the line that is right, or give each person an id of their own.",
    )


def _round_known(round_id: str, known: dict[str, date | None]) -> date:
    if not round_id:
        return date.min
    if round_id not in known:
        raise invalid("round", round_id, "an id of rounds.csv, or blank")
    return known[round_id] or date.max


def _codes(trait: Trait, cells: tuple[str, ...], table: Table, report: Report) -> list[float]:
    """One code per cell; each distinct text is read once."""
    codes: dict[str, float] = {}
    for cell in dict.fromkeys(cells):
        codes[cell] = np.nan
        if cell.strip() not in ("", "?"):
            try:
                codes[cell] = trait.code(trait.parse(cell))
            except InvalidInput:
                with report.at(table.file, line=table.lines[cells.index(cell)], field=trait.name):
                    raise
    return [codes[cell] for cell in cells]


def read_pool(path: Path, report: Report, *, traits: dict[str, Trait]) -> tuple[PoolShare, ...]:
    """What is known of those who applied."""
    shares = []
    table = read_table(path, required=("trait", "basis", "source"), allowed=POOL_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            shares.append(_pool_share(Row(cells), traits))
    return tuple(shares)


def _pool_share(row: Row, traits: dict[str, Trait]) -> PoolShare:
    trait = row.needed("trait")
    if trait not in traits:
        raise invalid("trait", trait, "a trait of traits.toml", field="trait")
    level = level_of(traits[trait], row.text("level"), "level") if row.known("level") else None
    if level is None and row.number("share") is not None and traits[trait].kind == "binary":
        level = True
    return PoolShare(
        trait=trait,
        basis=row.word("basis", Basis, Basis.GUESS),
        level=level,
        share=row.number("share"),
        mean=row.number("mean"),
        sd=row.number("sd"),
        n=row.count("n"),
        known=row.day("known"),
        source=row.sources(),
        note=row.text("note"),
    )
