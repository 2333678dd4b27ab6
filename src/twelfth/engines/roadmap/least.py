"""The least weeks, hours or money with which the chance reaches a target: by halving, each half asked of the planner
for the best chance with no more than that."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from twelfth.engines.roadmap.easings import BestChance, ease
from twelfth.engines.roadmap.halving import PATIENCE, Halved, halve
from twelfth.roadmap import (
    LIMITS,
    Answer,
    Effort,
    Found,
    Impossible,
    Instance,
    Least,
    Undecided,
    counted,
    loosened,
    narrowed,
    spent,
)


def improve_least(instance: Instance, question: Least, best_chance: BestChance) -> Iterator[Answer]:
    """An answer after every slice of work; ends when the least is proved, or that no plan reaches the target and how
    much more would do."""
    asked = counted(instance, question)
    with closing(best_chance(asked)) as answers:
        for found in answers:
            if found.chance >= question.target or found.bound < question.target:
                break
            yield Undecided(best=found, target=question.target)
        else:
            return
    if found.chance < question.target:
        conflicts, effort = _conflicts(asked, question, best_chance, found.effort)
        told = Impossible(best=replace(found, effort=effort), target=question.target, conflicts=conflicts)
        yield told
        yield from ease(instance, question, best_chance, told)
        return

    reached = found

    def takes(found: Found) -> int:
        return spent(asked, question, found.plan)

    def ask(most: int) -> Iterator[Found]:
        return best_chance(narrowed(asked, question, most))

    first = Halved(reached, takes(reached), 0)
    yield replace(reached, value=first.value, least=0)
    for slices, one in enumerate(halve(ask, takes, question.target, first), 1):
        effort = replace(reached.effort, slices=reached.effort.slices + slices)
        yield replace(one.found, bound=reached.bound, value=one.value, least=one.floor, effort=effort)


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
