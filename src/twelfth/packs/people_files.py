"""selected.csv, yes_group.csv and pool.csv: what is known of those selected and of those who applied."""

from datetime import date
from pathlib import Path

from twelfth.base import InvalidInput, invalid
from twelfth.goal import Basis, Certainty, PoolShare, SelectedFact, Timing, Trait, YesGroup, gather
from twelfth.packs.cells import Row, level_of
from twelfth.packs.people_table import check_repeats, people_in
from twelfth.packs.report import Report
from twelfth.packs.table import collector_paused, read_table

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
    people = people_in(table, report, traits=traits, known=known)
    with report.at(table.file, field="id"):
        check_repeats(people.ids, people.rows, people.rounds, table, names=[*(trait.name for trait in traits), "round"])
    group: YesGroup | None = None
    with report.at(table.file):
        group = YesGroup(traits, people.rows, people.ids, people.dates, people.rounds)
    return group


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
