"""Work that was logged, taken off what is still to be done: the next road begins where one stands."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from twelfth.goal import Case, Level, Move, Process, Way, profile
from twelfth.usecases.distance.reach import reach_of


def with_work(case: Case, process: Process, as_of: date, worked: Mapping[str, int]) -> Case:
    """The case with the hours left of each step that was worked towards. worked: minutes, by step.

    Elapsed months stay: nobody said how many of them are over. A step whose hours nobody knows stays as it is.
    """
    from twelfth.distance import measure
    from twelfth.learn import leads, way_of

    known = process.known(as_of)
    who = profile(case.facts, as_of, traits=known.traits)
    reach = reach_of(case.known(as_of), known, who)
    minutes = {one.id: worked.get(one.id, 0) + worked.get(reach.names.get(one.id, ""), 0) for one in reach.steps}
    steps = [one for one in reach.steps if minutes[one.id]]
    readings = measure(known, who).readings if steps else {}
    found = [(step, way_of(step, known, case, readings)) for step in steps]
    moves = {one.id for one in known.moves}
    to = [(_to(step, way, moves, beside=way in case.ways and not leads(way, step)), step) for step, way in found if way]
    hours = {_place(way): sum(minutes[step.id] / 60 for one, step in to if _place(one) == _place(way)) for way, _ in to}
    left = {_place(way): _left(way, hours[_place(way)]) for way, _step in to}
    others = tuple(
        one for one in case.ways if _place(one) not in left and not any(leads(one, step) for _way, step in to)
    )
    return replace(case, ways=(*others, *left.values()))


def _place(way: Way) -> tuple[str, str, Level | None]:
    return way.move, way.trait, way.level


def _to(step: Move, way: Way, moves: AbstractSet[str], *, beside: bool) -> Way:
    """A way to a step: to a move of the pack by its name, else to its one level. beside: said of a further level, of
    which it stays."""
    if beside:
        return way
    if step.id in moves:
        return replace(way, move=step.id, trait="", level=None)
    ((trait, level),) = step.sets
    return replace(way, move="", trait=trait, level=level)


def _left(way: Way, hours: float) -> Way:
    if way.hours_low is None or way.hours_high is None:
        return way
    low, high = (max(0.0, one - hours) for one in (way.hours_low, way.hours_high))
    return replace(way, hours_low=low, hours_high=high, given=None, own=True)
