"""Work that was logged, taken off what is still to be done: the next road begins where one stands."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from twelfth.goal import Better, Case, Level, Move, Process, Way, profile
from twelfth.usecases.distance.reach import reach_of


def with_work(case: Case, process: Process, as_of: date, worked: Mapping[str, int]) -> Case:
    """The case with the hours left of each step that was worked towards. worked: minutes, by step.

    What was worked towards a number on the way was worked towards those that lie further. Elapsed months stay: nobody
    said how many of them are over. A step whose hours nobody knows stays as it is.
    """
    from twelfth.distance import measure
    from twelfth.learn import leads, way_of

    known = process.known(as_of)
    who = profile(case.facts, as_of, traits=known.traits)
    reach = reach_of(case.known(as_of), known, who)
    names = {one.id: _names(one, reach.names.get(one.id, ""), known, worked) for one in reach.steps}
    steps = [one for one in reach.steps if names[one.id]]
    readings = measure(known, who).readings if steps else {}
    moves = {one.id for one in known.moves}
    to = list[tuple[Way, Move]]()
    for step in steps:
        way = way_of(step, known, case, readings)
        beside = None if way is None or leads(way, step) or way.move else _said(way, case)
        to += [(beside, step)] if beside is not None else []
        if way is not None and beside != way:
            to.append((_to(step, way, moves), step))
    towards: dict[tuple[str, str, Level | None], set[str]] = {}
    for way, step in to:
        towards.setdefault(_place(way), set()).update(names[step.id])
    left = {_place(way): _left(way, sum(worked[name] for name in towards[_place(way)]) / 60) for way, _step in to}
    others = tuple(
        one for one in case.ways if _place(one) not in left and not any(leads(one, step) for _way, step in to)
    )
    return replace(case, ways=(*others, *left.values()))


def _names(step: Move, other: str, process: Process, worked: Mapping[str, int]) -> set[str]:
    """Under which work was kept that counts towards a step: its own name, the other it goes by, and those of numbers
    on the way to it."""
    from twelfth.learn import code_of_name

    found = {step.id, other}
    if len(step.sets) == 1:
        trait, level = process.trait(step.sets[0][0]), step.sets[0][1]
        others = {one.name for one in process.traits}
        sign = -1 if trait.better is Better.LESS else 1
        codes = {name: code_of_name(trait, name) for name in worked if name not in others}
        found |= {name for name, code in codes.items() if code is not None and sign * code <= sign * trait.code(level)}
    return {name for name in found if worked.get(name)}


def _said(way: Way, case: Case) -> Way | None:
    """What the person said of the further level that a way is a part of."""
    return next((one for one in case.ways if _place(one) == _place(way)), None)


def _place(way: Way) -> tuple[str, str, Level | None]:
    return way.move, way.trait, way.level


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
