"""The catalogue: which moves a person could put into a plan, and which lack a figure that only they can give."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from twelfth.base import Said, Truth
from twelfth.goal import Better, Case, Level, Move, Process, Reading, Way
from twelfth.learn.needs import Need, needs_of
from twelfth.learn.route import Route

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpriced:
    """A move that cannot be put into a plan, and why. need: what it waits for, where that is why."""

    move: Move
    why: str
    need: Need | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Routes to moves, and moves that lack a figure."""

    routes: tuple[Route, ...]
    unpriced: tuple[Unpriced, ...]


def catalogue_of(process: Process, case: Case, moves: Iterable[Move], readings: Mapping[str, Reading]) -> Catalogue:
    """What each move takes: by the person's own figures, else by the pack's for those of whom they are given.

    readings: of the person, by trait and derived value.
    """
    routes, unpriced = [], []
    currency = case.capacity.currency if case.capacity else ""
    for move in moves:
        if needs := needs_of(move, process, readings):
            unpriced.append(Unpriced(move=move, why=needs[0].why, need=needs[0]))
            continue
        way = way_of(move, process, case, readings)
        why = "" if way is None else _why_not(way, currency)
        if way is not None and not why:
            routes.append(Route(move=move, way=way, said_for=said_for(way, move, process)))
        else:
            unpriced.append(Unpriced(move=move, why=why or "its hours are not known"))
    able = {one.move.id for one in routes}
    lacking = [one for one in routes if not able.issuperset(one.way.after)]
    unpriced += [Unpriced(move=one.move, why="what comes before it cannot be planned") for one in lacking]
    return Catalogue(routes=tuple(one for one in routes if one not in lacking), unpriced=tuple(unpriced))


def way_of(move: Move, process: Process, case: Case, readings: Mapping[str, Reading]) -> Way | None:
    """What a move takes: the person's figures over the pack's, or either. readings: as of catalogue_of.

    Where nobody has a figure for its level, what the person said of a further one is taken: the way is then to that
    level. Of a number it takes the part of hours and months that lies before; of anything else all, as the most.
    """
    own = next((one for one in case.ways if leads(one, move)), None)
    told = next((one for one in process.ways if leads(one, move) and _given(one, readings)), None)
    told = None if told is None else _from_here(told, move, process, readings)
    if own is None and told is None:
        said = said_beside(move, process, case)
        return _part_of(said, move, process, readings) if said is not None and reaches(said, move, process) else None
    return own.over(told) if own is not None and told is not None else own or told


def said_beside(move: Move, process: Process, case: Case) -> Way | None:
    """What the person said of another level of the trait that a move leads to, where they said nothing of its own:
    the nearest that is further, else the nearest before it."""
    if len(move.sets) != 1 or any(leads(one, move) for one in case.ways):
        return None
    ((name, level),) = move.sets
    trait = process.trait(name)
    if trait.better is Better.NEITHER:
        return None
    there = [(one, trait.code(one.level)) for one in case.ways if one.trait == name and one.level is not None]
    further = [(one, code) for one, code in there if reaches(one, move, process)]
    near = min(further or there, key=lambda pair: abs(pair[1] - trait.code(level)), default=None)
    return None if near is None else near[0]


def _part_of(said: Way, move: Move, process: Process, readings: Mapping[str, Reading]) -> Way:
    """Of the hours and months from where one is to a further number, those to a nearer one in proportion, rounded up;
    money as it is."""
    ((name, level),) = move.sets
    trait, own = process.trait(name), readings.get(name)
    if trait.kind != "numeric" or said.level is None or own is None or own.unknown:
        return said
    here = own.hi if trait.better is Better.LESS else own.lo
    part, whole = trait.code(level) - here, trait.code(said.level) - here
    if not 0 < part / (whole or part or 1) < 1:
        return said

    def of(figure: float | None, parts: int) -> float | None:
        return None if figure is None else math.ceil(figure * part / whole * parts - ROUNDING) / parts

    low, high = of(said.hours_low, 1), of(said.hours_high, 1)
    return replace(said, hours_low=low, hours_high=high, months=of(said.months, 10))


def said_for(way: Way, move: Move, process: Process) -> str:
    """The level that a way is to, in words, where it is another than the one that a move leads to; "" else."""
    if not way.trait or way.level is None or leads(way, move):
        return ""
    return process.trait(way.trait).words(way.level)


def reaches(way: Way, move: Move, process: Process) -> bool:
    """Whether a way to one level leads past another, the only one that a move sets, or just there."""
    if way.level is None or len(move.sets) != 1 or move.sets[0][0] != way.trait:
        return False
    trait = process.trait(way.trait)
    there, asked = trait.code(way.level), trait.code(move.sets[0][1])
    if trait.better is Better.NEITHER:
        return there == asked
    return there <= asked if trait.better is Better.LESS else there >= asked


def leads(way: Way, move: Move) -> bool:
    """Whether a way is to this move: named by it, or to the one level that it sets."""
    to: tuple[tuple[str, Level | None], ...] = ((way.trait, way.level),)
    return way.move == move.id if way.move else move.sets == to


def _from_here(way: Way, move: Move, process: Process, readings: Mapping[str, Reading]) -> Way:
    """A way that passes by itself, with the months that are left of what is counted in months: of 24, with 14 there,
    10."""
    if way.months is None or way.hours != 0:
        return way
    counted = [(trait, level) for trait, level in move.sets if isinstance(level, int | float)]
    months = [(trait, level) for trait, level in counted if getattr(process.trait(trait), "unit", "") == "months"]
    left = max((level - readings[trait].lo for trait, level in months if trait in readings), default=way.months)
    return replace(way, months=min(way.months, left)) if left > 0 else way


def _given(way: Way, readings: Mapping[str, Reading]) -> bool:
    return way.given is None or way.given.judged(readings) is Truth.YES


def _why_not(way: Way, currency: str) -> str:
    if way.hours is None and not (way.own and way.months is not None):  # who says months alone says that they pass
        return "its hours are not known"
    if way.cost is not None and currency and way.currency != currency:
        return Said("its cost is in %(currency)s, the money in %(other)s", currency=way.currency, other=currency)
    return ""
