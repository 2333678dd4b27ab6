"""From a table of people with their outcome to a pack: everybody with the outcome, and as those who applied."""

import re
from collections import Counter
from dataclasses import replace
from statistics import fmean, stdev

from twelfth.base import InvalidInput, Problem, invalid, shorten, word_of
from twelfth.packs.from_people import FIRST_ROWS, people_of
from twelfth.packs.new_traits import NewTrait, csv_text
from twelfth.packs.sheet import Options, Sheet, unknown
from twelfth.packs.sheet.cleaned import LEAVE_OUT, column_named
from twelfth.packs.sheet.column import NO, YES
from twelfth.usecases import ColumnRead, SheetRead

_OUTCOME = re.compile(
    r"(?:final )?(?:outcome|result|decision|status|selected|accepted|admitted|hired|funded|awarded|offer|success\w*"
    r"|seleccionad[oa]|admitid[oa]|resultado)"
)
_SELECTED = YES | {
    *("selected", "accepted", "accept", "admitted", "admit", "hired", "funded", "awarded", "offer", "offered"),
    *("successful", "success", "won", "granted", "approved", "passed", "in", "seleccionado", "admitido", "aceptado"),
}
_NOT_SELECTED = NO | {
    *(
        "not selected",
        "not accepted",
        "not admitted",
        "rejected",
        "reject",
        "declined",
        "denied",
        "refused",
        "unsuccessful",
    ),
    *("not funded", "not hired", "not awarded", "no offer", "out", "turned down", "not successful", "rechazado"),
    *("no seleccionado", "no admitido"),
}
_OPEN = frozenset(["pending", "waitlist", "waitlisted", "wait list", "withdrawn", "withdrew", "in review", "deferred"])
"""Neither a yes nor a no: a pending application is not a data point."""
_POOL_NOTE = (
    "pool.csv takes everybody in this table for those who applied. Where those selected are over-represented in it, "
    "correct it."
)
OUTCOMES = "yes or no, selected or rejected, or the like; pending and withdrawn are left out"


def labelled_read(sheet: Sheet, options: Options) -> SheetRead:
    """What a table of people with their outcome amounts to: labelled.csv, and pool.csv of what everybody had.

    Raises:
        InvalidInput: no column of outcomes or several, an outcome that is neither yes nor no, nobody selected, or
            whatever `people_of` refuses.
    """
    name = _outcome_column(sheet, options)
    outcomes = _outcomes(sheet, name)
    rest = replace(
        options, maps={**{key: one for key, one in options.maps.items() if one != "outcome"}, name: LEAVE_OUT}
    )
    decided = [one for one in outcomes if one is not None]
    if True not in decided:
        raise invalid("selected", f"0 of {len(sheet.rows)}", "somebody whose outcome is yes", file=sheet.file)
    people = people_of(_only(sheet, [one is not None for one in outcomes]), rest)
    header = (*people.header, "outcome")
    rows = [[*row, "yes" if selected else "no"] for row, selected in zip(people.rows, decided, strict=True)]
    pool, unstated = _pool(people.traits)
    return SheetRead(
        columns=(_outcome_read(name, outcomes), *people.columns),
        rows=len(people.rows),
        header=header,
        first=tuple(tuple(row) for row in rows[:FIRST_ROWS]),
        doubtful=people.clean.doubtful,
        notes=(
            *_notes(outcomes, unstated),
            *(one for one in people.notes() if one != f'The column "{shorten(name)}" was left out: you said so.'),
        ),
        files=(
            ("traits.toml", people.traits_toml()),
            *_rounds(people.rounds, decided),
            ("labelled.csv", csv_text(header, rows)),
            ("pool.csv", pool),
        ),
    )


def _outcome_column(sheet: Sheet, options: Options) -> str:
    named = [column for column, target in options.maps.items() if target == "outcome"]
    if options.outcome or named:
        return column_named(sheet, options.outcome or named[0])
    left = {column.lower() for column, target in options.maps.items() if target == LEAVE_OUT}
    found = [
        name
        for name in sheet.header
        if name.lower() not in left
        and _OUTCOME.fullmatch(word_of(name).replace("_", " "))
        and any(_outcome(cell) is not None for cell in sheet.column(name))
    ]
    if len(found) == 1:
        return found[0]
    there = ", ".join(shorten(one, most=30) for one in found or sheet.header)
    raise invalid(
        "column of outcomes",
        there,
        "one column that says who was selected" + (", not several" if found else ""),
        file=sheet.file,
        next_step="Name it with --outcome COLUMN.",
    )


def _outcome(cell: str) -> bool | None:
    word = " ".join(cell.lower().replace("-", " ").split())
    return True if word in _SELECTED else False if word in _NOT_SELECTED else None


def _outcomes(sheet: Sheet, name: str) -> list[bool | None]:
    """True, False, or None for those left out. Raises InvalidInput for an outcome that is none of these."""
    cells = sheet.column(name)
    problems = [
        Problem(
            thing="outcome",
            value=cell,
            expected=OUTCOMES,
            file=sheet.file,
            line=line,
            field=shorten(name),
            next_step="Correct it, or name another column with --outcome COLUMN.",
        )
        for cell, line in zip(cells, sheet.lines, strict=True)
        if _outcome(cell) is None and not unknown(cell) and " ".join(cell.lower().split()) not in _OPEN
    ]
    if problems:
        raise InvalidInput(*problems[:10])
    return [_outcome(cell) for cell in cells]


def _only(sheet: Sheet, wanted: list[bool]) -> Sheet:
    kept = [index for index, one in enumerate(wanted) if one]
    return replace(sheet, rows=[sheet.rows[i] for i in kept], lines=[sheet.lines[i] for i in kept])


def _pool(kept: list[NewTrait]) -> tuple[str, list[str]]:
    """pool.csv: what everybody in the table had; and the columns of which it says nothing.

    Protected traits and those only marked where they are there stay out: the one never counts, the other's blanks are
    not noes.
    """
    lines: list[list[str]] = []
    unstated = []
    for trait in kept:
        stated = [] if trait.protected or trait.marked or trait.kind == "date" else _shares(trait)
        lines += stated
        if not stated:
            unstated.append(trait.column)
    return csv_text(["trait", "level", "share", "mean", "sd", "n", "basis", "source"], lines), unstated


def _shares(trait: NewTrait) -> list[list[str]]:
    known = [trait.written(index) for index, cell in enumerate(trait.cells) if cell]
    count = str(len(known))
    if trait.kind == "numeric":
        numbers = [float(one) for one in known]
        sd = stdev(numbers) if len(numbers) > 1 else 0.0
        return [[trait.name, "", "", f"{fmean(numbers):.6g}", f"{sd:.6g}", count, "survey", "own"]] if sd > 0 else []
    levels = ["yes"] if trait.kind == "binary" else sorted(trait.levels.values())
    return [
        [trait.name, level, f"{known.count(level) / len(known):.6g}", "", "", count, "survey", "own"]
        for level in levels
    ]


def _rounds(rounds: list[str], outcomes: list[bool]) -> tuple[tuple[str, str], ...]:
    """The rounds with how many were selected of at least how many; none where no column says the round."""
    names = [one for one in dict.fromkeys(rounds) if one]
    if not names:
        return ()
    taken = Counter(one for one, selected in zip(rounds, outcomes, strict=True) if selected)
    lines = [[one, "round", "", "", str(taken[one]), "own"] for one in names]
    funnel = [[one, "applied", str(rounds.count(one)), "at_least", "own"] for one in names]
    return (
        ("rounds.csv", csv_text(["id", "kind", "name", "decided", "selected", "source"], lines)),
        ("funnel.csv", csv_text(["round", "stage", "count", "bound", "source"], funnel)),
    )


def _outcome_read(name: str, outcomes: list[bool | None]) -> ColumnRead:
    return ColumnRead(
        column=name,
        becomes="outcome",
        kind="binary",
        unit="",
        levels=(),
        protected=False,
        known=sum(1 for one in outcomes if one is not None),
    )


def _notes(outcomes: list[bool | None], unstated: list[str]) -> list[str]:
    selected, decided = outcomes.count(True), len(outcomes) - outcomes.count(None)
    notes = [f"{selected} of {decided} were selected; these are the yes group."]
    if decided < len(outcomes):
        notes.append(f"Left out, for their outcome is open or not stated: {len(outcomes) - decided} lines.")
    notes.append(_POOL_NOTE)
    if unstated:
        notes.append(f"Not in pool.csv, so without weight in the odds: {', '.join(map(shorten, unstated))}.")
    return notes
