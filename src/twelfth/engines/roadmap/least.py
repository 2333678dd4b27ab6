"""The least weeks, hours or money with which the chance reaches a target: by halving, each half asked of the planner
for the best chance with no more than that."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from twelfth.roadmap import (
    LIMITS,
    Answer,
    Effort,
    Found,
    Impossible,
    Instance,
    Least,
    Undecided,
    loosened,
    narrowed,
    spent,
)

BestChance = Callable[[Instance], Iterator[Found]]

PATIENCE = 6
"""Slices of work on one half before the next is tried; twice as many each time all were tried."""


def improve_least(instance: Instance, question: Least, best_chance: BestChance) -> Iterator[Answer]:
    """An answer after every slice of work; ends when the least is proved, or that no plan reaches the target."""
    slices, reached, bound = 0, None, 1.0
    for found in best_chance(instance):
        slices, bound = found.effort.slices, found.bound
        if found.chance >= question.target:
            reached = found
            break
        if found.bound < question.target:
            conflicts, effort = _conflicts(instance, question, best_chance, found.effort)
            yield Impossible(best=replace(found, effort=effort), target=question.target, conflicts=conflicts)
            return
        yield Undecided(best=found, target=question.target)
    if reached is None:
        return
    value, floor = spent(instance, question, reached.plan), 0
    passed, patience = 0, PATIENCE
    yield replace(reached, value=value, least=floor)
    while floor < value:
        if passed >= value:
            passed, patience = floor, 2 * patience
        cap = (max(passed, floor) + value - 1) // 2
        for tried, found in enumerate(best_chance(narrowed(instance, question, cap)), start=1):
            slices += 1
            if found.chance >= question.target and spent(instance, question, found.plan) < value:
                reached, value = replace(found, bound=bound), spent(instance, question, found.plan)
                break
            if found.bound < question.target:
                floor = cap + 1
                break
            effort = replace(reached.effort, slices=slices)
            yield replace(reached, value=value, least=floor, effort=effort)
            if tried >= patience:
                break
        if floor <= cap < value:
            passed = cap + 1
        yield replace(reached, value=value, least=min(floor, value), effort=replace(reached.effort, slices=slices))


def _conflicts(
    instance: Instance, question: Least, best_chance: BestChance, effort: Effort
) -> tuple[tuple[str, ...], Effort]:
    """Limits none of which can be left out of what makes the target impossible: each is dropped for good where it is
    impossible without it too."""
    kept, slices = list(LIMITS), effort.slices
    for limit in LIMITS:
        freed = loosened(instance, limit)
        for tried, found in enumerate(best_chance(freed), start=1):
            slices += 1
            if found.bound < question.target:
                kept.remove(limit)
                instance = freed
            if found.bound < question.target or found.chance >= question.target or tried >= 4 * PATIENCE:
                break
    return tuple(kept), replace(effort, slices=slices)
