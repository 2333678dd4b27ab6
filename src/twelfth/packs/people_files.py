"""selected.csv, yes_group.csv and pool.csv: what is known of those selected and of those who applied."""

from datetime import date
from pathlib import Path

import numpy as np

from twelfth.base import InvalidInput, invalid
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
)


def read_selected(
    path: Path, report: Report, *, traits: dict[str, Trait], known: dict[str, date | None]
) -> tuple[SelectedFact, ...]:
    """One fact a line, each with its timing."""
    facts = []
    table = read_table(path, required=("person", "trait", "value", "timing", "source"), allowed=SELECTED_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            facts.append(_selected_fact(Row(cells), traits, known))
    return tuple(facts)


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
    return SelectedFact(
        person=row.needed("person"),
        round=row.text("round"),
        seat=row.text("seat"),
        trait=trait,
        level=level_of(traits[trait], row.needed("value"), "value"),
        timing=Timing(timing) if timing else None,
        certainty=row.word("certainty", Certainty, Certainty.STATED),
        source=row.sources(),
    )


def group_of(
    facts: tuple[SelectedFact, ...], report: Report, *, traits: tuple[Trait, ...], known: dict[str, date | None]
) -> YesGroup | None:
    """The yes group these facts amount to; contradictions go to the report."""
    group: YesGroup | None = None
    with report.at("selected.csv"):
        group = gather(traits, facts, known=known)
    return group


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
    rounds = [cell.strip() for cell in by_name["round"]] if "round" in by_name else [""] * len(table.rows)
    group: YesGroup | None = None
    with report.at(table.file, field="round"):
        day_of = {one: _round_known(one, known) for one in dict.fromkeys(rounds)}
        dates = [day_of[one] for one in rounds]
        group = YesGroup(traits, rows, _ids(by_name["id"], table), dates, rounds)
    return group


def _ids(cells: tuple[str, ...], table: Table) -> list[str]:
    """Ids as written; a blank one is a person of their own."""
    return [cell.strip() or f"line {line}" for cell, line in zip(cells, table.lines, strict=True)]


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
    )
