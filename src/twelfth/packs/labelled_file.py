"""labelled.csv: everybody who applied, as far as they are known, and who of them was selected."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twelfth.base import InvalidInput, Problem
from twelfth.goal import Binary, LabelledPeople, Trait
from twelfth.packs.people_table import check_repeats, people_in
from twelfth.packs.report import Report
from twelfth.packs.table import Table, collector_paused, read_table

OUTCOME = "outcome"
_ANSWER = Binary(OUTCOME)


def read_labelled(
    path: Path, report: Report, *, traits: tuple[Trait, ...], known: Mapping[str, date | None]
) -> LabelledPeople | None:
    """One application a line; what is stated was true when it was made. None where an outcome is refused.

    Somebody may apply again in another round; in one round an id comes again only with the same line.
    """
    with collector_paused():
        names = sorted(trait.name for trait in traits)
        table = read_table(path, required=("id", OUTCOME), allowed=("id", "round", OUTCOME, *names))
        people = people_in(table, report, traits=traits, known=known)
        outcomes = _outcomes(table, report)
        if outcomes is None:
            return None
        who = [f"{one}, round {of}" if of else one for one, of in zip(people.ids, people.rounds, strict=True)]
        with report.at(table.file, field="id"):
            rows = np.column_stack([people.rows, outcomes])
            check_repeats(who, rows, people.rounds, table, names=[*(trait.name for trait in traits), OUTCOME, "round"])
        first = {one: index for index, one in reversed(list(enumerate(who)))}
        keep = sorted(first.values())
        return LabelledPeople(
            traits,
            people.rows[keep],
            outcomes[keep] > 0,
            [people.ids[index] for index in keep],
            [people.dates[index] for index in keep],
            [people.rounds[index] for index in keep],
        )


def _outcomes(table: Table, report: Report) -> NDArray[np.float64] | None:
    """1 selected, 0 not, one a line; None where one of them is neither, which goes to the report."""
    cells = [row[table.header.index(OUTCOME)] for row in table.rows]
    told = len(report.problems)
    codes: dict[str, float] = {}
    for cell, line in zip(cells, table.lines, strict=True):
        if cell not in codes:
            codes[cell] = np.nan
            with report.at(table.file, line=line, field=OUTCOME):
                codes[cell] = _outcome(cell)
    return np.array([codes[cell] for cell in cells], dtype=float) if len(report.problems) == told else None


def _outcome(cell: str) -> float:
    try:
        return _ANSWER.code(_ANSWER.parse(cell))
    except InvalidInput:
        raise InvalidInput(
            Problem(
                thing=OUTCOME,
                value=cell or "blank",
                expected="yes or no",
                next_step="Leave out whoever has no outcome yet: a pending application is not a data point.",
            )
        ) from None
