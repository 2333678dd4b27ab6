"""A table with one person a line: a column that tells them apart, perhaps one of rounds, and one column per trait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal import Trait
from twelfth.packs.report import Report
from twelfth.packs.table import Table

MOST_LINES_NAMED = 10
"""Of one repeated id; the rest is counted."""


@dataclass(frozen=True, slots=True, eq=False)
class PeopleRead:
    """rows [lines, traits]: codes, NaN unknown. ids, rounds, dates [lines]: who, in which round, since when known."""

    rows: NDArray[np.float64]
    ids: list[str]
    rounds: list[str]
    dates: list[date]


def people_in(
    table: Table, report: Report, *, traits: tuple[Trait, ...], known: Mapping[str, date | None]
) -> PeopleRead:
    """The people of a table; mistakes go to the report. `known`: since when each round is known, None if refused."""
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.header)
    by_name = dict(zip(table.header, columns, strict=True))
    rows = np.full((len(table.rows), len(traits)), np.nan)
    for index, trait in enumerate(traits):
        if trait.name in by_name:
            rows[:, index] = _codes(trait, by_name[trait.name], table, report)
    rounds = [_stated(cell) for cell in by_name["round"]] if "round" in by_name else [""] * len(table.rows)
    ids = [_stated(cell) or f"line {line}" for cell, line in zip(by_name["id"], table.lines, strict=True)]
    return PeopleRead(rows, ids, rounds, _dates(rounds, table, report, known))


def check_repeats(
    ids: Sequence[str], rows: NDArray[np.float64], rounds: Sequence[str], table: Table, *, names: list[str]
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


def _stated(cell: str) -> str:
    """A cell without the spaces around it; "?" is blank."""
    return "" if cell.strip() == "?" else cell.strip()


def _dates(rounds: list[str], table: Table, report: Report, known: Mapping[str, date | None]) -> list[date]:
    """The day each person was known to be selected; a round there is not is told once, with its first line."""
    day_of: dict[str, date] = {}
    for one, line in zip(rounds, table.lines, strict=True):
        if one not in day_of:
            day_of[one] = date.max
            with report.at(table.file, line=line, field="round"):
                day_of[one] = _round_known(one, known)
    return [day_of[one] for one in rounds]


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


def _round_known(round_id: str, known: Mapping[str, date | None]) -> date:
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
