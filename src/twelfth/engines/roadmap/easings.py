"""How little more of one limit alone makes a target reachable that no plan reaches; and limits of which none does.

Each limit is first asked for with so much more that still more would change nothing, then halved for. It ends by
itself, after so many slices of work for each limit.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace

from twelfth.engines.roadmap.halving import Halved, halve
from twelfth.engines.roadmap.points_table import TooManySets
from twelfth.roadmap import (
    WIDENED,
    Easing,
    Found,
    Impossible,
    Instance,
    Least,
    chance,
    earliest_round,
    enough,
    lacking,
    widened,
)

BestChance = Callable[[Instance], Generator[Found, None, None]]

FIRST_SLICES, MORE_SLICES = 18, 36
"""Of each limit: slices with as much of it as helps, and until the least of it is found."""


def ease(instance: Instance, question: Least, best_chance: BestChance, told: Impossible) -> Iterator[Impossible]:
    """What is known after every slice of work, beginning with what was told."""
    for limit in WIDENED:
        before = told
        for slices, known in enumerate(_eased(instance, question, limit, best_chance), 1):
            effort = replace(before.best.effort, slices=before.best.effort.slices + slices)
            told = replace(before, best=replace(before.best, effort=effort))
            if isinstance(known, Easing):
                earliest = earliest_round(instance, question, known) if limit == "rounds" else before.earliest
                told = replace(told, easings=(*before.easings, known), earliest=earliest)
            elif known:
                told = replace(told, never=(*before.never, limit))
            yield told
        if limit != "rounds" and enough(instance, question, limit) == 0:
            told = replace(told, never=(*told.never, limit))
            yield told


def _eased(instance: Instance, question: Least, limit: str, best_chance: BestChance) -> Iterator[Easing | bool]:
    """After every slice of work the least that was found; before, whether it is proved that there is none."""
    most, first = enough(instance, question, limit), None

    def ask(more: int) -> Iterator[Found]:
        return best_chance(widened(instance, question, limit, more))

    def takes(found: Found) -> int:
        return lacking(instance, question, limit, found.plan)

    def told(one: Halved) -> Easing:
        plan, reached = one.found.plan, one.found.chance
        if limit == "rounds":  # found where more of them counted
            reached = chance(widened(instance, question, limit, one.value), plan.completions(instance.by_id))
        return Easing(limit=limit, more=one.value, least=one.floor, plan=plan, chance=reached)

    try:
        for tried, found in enumerate(ask(most) if most else (), start=1):
            never = found.bound < question.target
            if found.chance >= question.target:
                first = Halved(found, takes(found), 1)
                break
            yield never
            if never or tried >= FIRST_SLICES:
                return
        if first is None:
            return
        yield told(first)
        for slices, one in enumerate(halve(ask, takes, question.target, first), start=1):
            yield told(one)
            if slices >= MORE_SLICES:
                return
    except TooManySets:
        return  # where points decide, more sets of moves could then be held than can be gone through
