"""Work that was logged, taken off what is still to be done: the next road begins where one stands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from twelfth.goal import Case, Process, Way, profile


def with_work(case: Case, process: Process, as_of: date, worked: Mapping[str, int]) -> Case:
    """The case with the hours left of each move that was worked towards. worked: minutes, by move.

    Elapsed months stay: nobody said how many of them are over. A move whose hours nobody knows stays as it is.
    """
    from twelfth.distance import measure
    from twelfth.learn import way_of

    known = process.known(as_of)
    readings = measure(known, profile(case.facts, as_of, traits=known.traits)).readings
    ways = {move.id: way_of(move, known, case, readings) for move in known.moves if worked.get(move.id)}
    left = {move: _left(way, worked[move] / 60) for move, way in ways.items() if way is not None}
    others = tuple(one for one in case.ways if one.move not in left)
    return replace(case, ways=(*others, *(replace(one, move=move, trait="", level=None) for move, one in left.items())))


def _left(way: Way, hours: float) -> Way:
    if way.hours_low is None or way.hours_high is None:
        return way
    low, high = (max(0.0, one - hours) for one in (way.hours_low, way.hours_high))
    return replace(way, hours_low=low, hours_high=high, given=None, own=True)
