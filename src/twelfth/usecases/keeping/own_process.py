"""The process behind a goal of one's own: what a table of those who got in amounts to.

How many apply and how many are selected is said of a round as such: so it holds for every round the person wrote down
and that was decided by then, and for one that stands for all where none was; and together these are the evidence of one
round, however many there are.
"""

from dataclasses import replace

import numpy as np

from twelfth.base import InvalidInput
from twelfth.goal import Bound, Fact, FunnelCount, Process, Round, Way, YesGroup
from twelfth.usecases.keeping.people import PeopleKept

STANDS_FOR_ALL = "about any round"
"""The note of the round that stands for all; its id is the year in which it was said."""
SOURCE = ("own",)


def own_process(empty: Process, table: PeopleKept, *, title: str) -> Process:
    """An empty process filled in. empty: with the kinds of round and the source there are."""
    traits = table.traits
    rows = [
        [np.nan if level is None else trait.code(level) for trait, level in zip(traits, one.levels, strict=True)]
        for one in table.people
    ]
    return replace(
        empty,
        title=title,
        traits=traits,
        yes_group=YesGroup(
            traits, np.array(rows, dtype=float).reshape(len(rows), len(traits)), [one.id for one in table.people]
        ),
    )


def is_real(one: Round) -> bool:
    """Whether a round was or will be held, and does not stand for any."""
    return one.note != STANDS_FOR_ALL


def fits(said: Fact | Way, process: Process) -> bool:
    """Whether a fact, or a figure for a level, still says something: a table of one's own may lose a column, or have it
    of another kind."""
    if isinstance(said, Way) and (said.move or said.level is None):
        return True
    trait = next((one for one in process.traits if one.name == said.trait), None)
    try:
        return trait is not None and trait.parse(said.level) == said.level
    except InvalidInput:
        return False


def with_figures(process: Process, table: PeopleKept) -> Process:
    """With how many applied and were selected in each round that was decided when it was said, and of which nothing
    else is known."""
    if table.applied is None or table.selected is None:
        return process
    held = {one.id for one in process.rounds if one.decided <= table.on}
    bare = {one.id for one in process.rounds if one.id in held and one.selected is None}
    rounds = (*process.rounds, *(() if held else (_any_round(process, table),)))
    told = tuple(one.id for one in rounds if one.id in bare or not is_real(one))
    return replace(
        process,
        rounds=tuple(
            replace(one, selected=table.selected, source=one.source or SOURCE) if one.id in told else one
            for one in sorted(rounds, key=lambda one: (one.decided, one.id))
        ),
        funnel=tuple(
            FunnelCount(round=one, stage="applied", count=table.applied, bound=Bound.ABOUT, source=SOURCE)
            for one in told
        ),
        said_of_any=told,
    )


def _any_round(process: Process, table: PeopleKept) -> Round:
    taken, year = {one.id for one in process.rounds}, str(table.on.year)
    return Round(
        id=f"{year}-any" if year in taken else year,
        kind=process.kinds[0].name,
        name="",
        decided=table.on,
        known=table.on,
        note=STANDS_FOR_ALL,
    )
