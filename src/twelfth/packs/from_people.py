"""From a table of people to the files of a pack: each column becomes a trait whose kind its values suggest."""

from dataclasses import dataclass
from pathlib import Path

from twelfth.base import invalid, shorten, word_of
from twelfth.packs.new_traits import MOST_LEVELS, NewTrait, csv_text, new_traits, no_formula
from twelfth.packs.sheet import Cleaned, Options, Sheet, cleaned, read_sheet
from twelfth.usecases import ColumnRead, Draft, SheetRead

__all__ = ["FIRST_ROWS", "MOST_LEVELS", "People", "draft_from_people", "people_of", "people_read"]

FIRST_ROWS = 5
"""Shown before anything is written."""
_NOBODY = {"", "?", "unknown", "n/a", "-"}
"""What is no name; "Na" and "Null" are names of people."""
_ROUND_TOML = """\
# The column "{column}" says in which round each person was selected. Write in rounds.csv the day on which each of these
# rounds was decided; the check asks for it.
"""


def draft_from_people(name: str, path: Path | None) -> Draft:
    """traits.toml and yes_group.csv for a CSV with a header and one selected person a line; None: typed, on stdin.

    Raises:
        NotFound: no such file.
        InvalidInput: as `people_of`.
    """
    found = people_read(read_sheet(path), Options())
    return Draft(name=name, files=found.files, notes=found.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A table with one person a line, understood.

    header, rows: as in yes_group.csv. traits: the columns that became one. rounds: of each person, none where no column
    says it; round_column: its name then. left_out: a sentence for each column that became nothing.
    """

    clean: Cleaned
    columns: tuple[ColumnRead, ...]
    header: tuple[str, ...]
    rows: list[list[str]]
    traits: list[NewTrait]
    rounds: list[str]
    round_column: str | None
    left_out: list[str]

    def traits_toml(self) -> str:
        """traits.toml: what was left out as comments, then each trait."""
        head = "".join(f"# {sentence}\n" for sentence in self.left_out)
        head += _ROUND_TOML.format(column=shorten(self.round_column)) if self.round_column else ""
        return "\n".join([*([head] if head else []), *(trait.text() for trait in self.traits)])

    def notes(self) -> tuple[str, ...]:
        """How the table was read, and what somebody should know that nothing in the pack would tell them of itself."""
        return (*self.clean.notes, *self.left_out, *_notes(self.traits, self.rows, dated=bool(self.rounds)))


def people_read(sheet: Sheet, options: Options) -> SheetRead:
    """What a table with one selected person a line amounts to. Raises InvalidInput as `people_of`."""
    people = people_of(sheet, options)
    stated = (("rounds.csv", _rounds_text(people.rounds)),) if people.rounds else ()
    return SheetRead(
        columns=people.columns,
        rows=len(people.rows),
        header=people.header,
        first=tuple(tuple(row) for row in people.rows[:FIRST_ROWS]),
        doubtful=people.clean.doubtful,
        notes=people.notes(),
        files=(
            ("traits.toml", people.traits_toml()),
            *stated,
            ("yes_group.csv", csv_text(people.header, people.rows)),
        ),
    )


def people_of(sheet: Sheet, options: Options) -> People:
    """The people of a table and their traits.

    A column named id, name or person tells people apart. One named round says in which round each was selected. What
    says nothing is unknown.

    Raises:
        InvalidInput: no person in it, a number or a day that may be read in two ways, or no column that can be a trait.
    """
    if not sheet.rows:
        raise invalid("people", "0 lines", "at least one selected person", file=sheet.file)
    ids, round_column = _special_columns(sheet, options)
    clean = cleaned(sheet, options, texts=tuple(one for one in (ids, round_column) if one))
    traits = new_traits(clean, [one for one in clean.table.header if one not in (ids, round_column)])
    kept = [trait for trait in traits if trait.kind]
    if not kept:
        raise invalid(
            "columns", ", ".join(sheet.header), "a column of yes/no, numbers or few different words", file=sheet.file
        )
    rounds = [no_formula(cell) for cell in clean.columns[round_column].cells] if round_column else []
    left_out = [trait.left_out() for trait in traits if not trait.kind]
    columns = [trait.read() for trait in traits]
    if round_column:
        columns.append(_special(round_column, "round", rounds))
        if not any(rounds):
            left_out.append(f'The column "{shorten(round_column)}" was left out: it is blank or unknown for everybody.')
            round_column, rounds = None, []
    people = _people(sheet, ids)
    if ids:
        columns.append(_special(ids, "id", people))
    return People(
        clean=clean,
        columns=tuple(sorted(columns, key=lambda one: sheet.header.index(one.column))),
        header=("id", *(["round"] if rounds else []), *(trait.name for trait in kept)),
        rows=[
            [person, *rounds[index : index + 1], *(trait.written(index) for trait in kept)]
            for index, person in enumerate(people)
        ],
        traits=kept,
        rounds=rounds,
        round_column=round_column,
        left_out=left_out,
    )


def _special_columns(sheet: Sheet, options: Options) -> tuple[str | None, str | None]:
    """The column that tells people apart and the one of their rounds: as they were named, or by their names."""
    named = {target: column for column, target in options.maps.items()}
    free = [column for column in sheet.header if column not in options.maps]
    ids = named.get("id") or next((one for one in free if one.lower() in ("id", "name", "person")), None)
    rounds = named.get("round") or next((one for one in free if one != ids and word_of(one) == "round"), None)
    return ids, rounds


def _special(column: str, becomes: str, cells: list[str]) -> ColumnRead:
    known = sum(1 for cell in cells if cell)
    why_not = "" if known else "it is blank or unknown for everybody"
    return ColumnRead(
        column=column,
        becomes=becomes if known else "",
        kind="text" if known else "",
        unit="",
        levels=(),
        protected=False,
        known=known,
        why_not=why_not,
    )


def _notes(kept: list[NewTrait], rows: list[list[str]], *, dated: bool) -> list[str]:
    """What somebody should know before they use a pack that nothing in it would tell them of itself."""
    notes = []
    if guarded := [shorten(trait.column) for trait in kept if trait.protected]:
        notes.append(f"Protected, so shown but never ranked as a gap nor asked for: {', '.join(guarded)}.")
    if days := [shorten(trait.column) for trait in kept if trait.kind == "date"]:
        notes.append(f"Kept as days, which are no gap; for a gap write a number of years instead: {', '.join(days)}.")
    if marked := [shorten(trait.column) for trait in kept if trait.marked]:
        notes.append(f"Only marked where it is there, so a blank is unknown and not a no: {', '.join(marked)}.")
    for trait in kept:
        joined = [f"{first} ({', '.join(others)})" for first, *others in trait.spellings().values() if others]
        if joined:
            notes.append(f"Put together, as only capitals or accents differ: {', '.join(map(shorten, joined))}.")
    repeated = len(rows) - len({tuple(row) for row in rows})
    if repeated:
        lines = "1 line repeats" if repeated == 1 else f"{repeated} lines repeat"
        notes.append(f"{lines} an earlier one, id and all, and counts once; two people who share a name need two ids.")
    if dated:
        notes.append("Fill in the days of rounds.csv: when each round was decided.")
    return notes


def _people(sheet: Sheet, ids: str | None) -> list[str]:
    """Who each line is about; whoever has no name is a person of their own."""
    names = sheet.column(ids) if ids else [""] * len(sheet.rows)
    return [
        no_formula(name) if name.lower() not in _NOBODY else f"person {number}"
        for number, name in enumerate(names, start=1)
    ]


def _rounds_text(rounds: list[str]) -> str:
    """Every round once, of the kind and the source a new pack has; the day of its decision is left to fill in."""
    header = ["id", "kind", "name", "decided", "selected", "source"]
    return csv_text(header, [[one, "round", "", "", "", "own"] for one in dict.fromkeys(rounds) if one])
