"""Work that was logged, taken off what is still to be done: the next road begins where one stands."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from twelfth.goal import Case, Move, Process, Way, profile
from twelfth.usecases.distance.reach import reach_of


def with_work(case: Case, process: Process, as_of: date, worked: Mapping[str, int]) -> Case:
    """The case with the hours left of each step that was worked towards. worked: minutes, by step.

    Elapsed months stay: nobody said how many of them are over. A step whose hours nobody knows stays as it is.
    """
    from twelfth.distance import measure
    from twelfth.learn import leads, way_of

    known = process.known(as_of)
    who = profile(case.facts, as_of, traits=known.traits)
    steps = [one for one in reach_of(case.known(as_of), known, who).steps if worked.get(one.id)]
    readings = measure(known, who).readings if steps else {}
    found = ((step, way_of(step, known, case, readings)) for step in steps)
    left = {step: _left(way, worked[step.id] / 60) for step, way in found if way is not None}
    moves = {one.id for one in known.moves}
    others = tuple(one for one in case.ways if not any(leads(one, step) for step in left))
    return replace(case, ways=(*others, *(_to(step, way, moves) for step, way in left.items())))


def _to(step: Move, way: Way, moves: AbstractSet[str]) -> Way:
    """A way to a step: to a move of the pack by its name, else to its one level."""
    if step.id in moves:
        return replace(way, move=step.id, trait="", level=None)
    ((trait, level),) = step.sets
    return replace(way, move="", trait=trait, level=level)


def _left(way: Way, hours: float) -> Way:
    if way.hours_low is None or way.hours_high is None:
        return way
    low, high = (max(0.0, one - hours) for one in (way.hours_low, way.hours_high))
    return replace(way, hours_low=low, hours_high=high, given=None, own=True)
