"""Steps: what a person could do about what they lack. The moves of the pack; and where it names none, one step to each
level that is to be reached or that somebody has a figure for. On the way to a number there are others."""

import math
from collections.abc import Container, Iterable, Iterator

from twelfth.distance import Target
from twelfth.goal import Case, Level, Move, Process, Trait


def steps_of(process: Process, case: Case, targets: Iterable[Target]) -> tuple[Move, ...]:
    """The moves of the pack as they are, then steps to single levels that no move of its own leads to.

    The step to the middle of those selected is named by its trait, so that work towards it is found by that name. A
    step of a road keeps the level it was drawn for: once the middle is another, the step there is named by its level.
    """
    found = {one.id: one for one in process.moves}
    found |= {one.id: one for one in case.steps if one.id not in found}
    reached = {one.sets for one in found.values()}
    for target in targets:
        for name, level in _levels(process, case, target):
            sets = ((target.trait.name, level),)
            free = name if name not in found else name_of_level(target.trait, level)
            if sets not in reached and free not in found:
                reached.add(sets)
                found[free] = Move(id=free, title=title_of_step(target.trait, level), sets=sets)
    return tuple(found.values())


def _levels(process: Process, case: Case, target: Target) -> Iterator[tuple[str, Level]]:
    """(name, level): what is to be reached, and what there are figures for."""
    trait = target.trait
    for name, code in target.steps.items():
        yield name, trait.level(code)
    for way in (*case.ways, *process.ways):
        if way.trait == trait.name and way.level is not None and target.is_beyond(way.level):
            yield name_of_level(trait, way.level), way.level


def steps_between(target: Target, code: float, taken: Container[tuple[tuple[str, Level], ...]]) -> tuple[Move, ...]:
    """On the way to a number: steps to the numbers before it that somebody selected had, the nearest first. taken: what
    other steps set."""
    trait, ladder = target.trait, target.ladder
    if trait.kind != "numeric" or ladder is None:
        return ()
    levels = (trait.level(one) for one in ladder.between(target.own, code))
    sets = (((trait.name, level),) for level in levels)
    return tuple(
        Move(id=name_of_level(trait, one[0][1]), title=title_of_step(trait, one[0][1]), sets=one)
        for one in sets
        if one not in taken
    )


def code_of_name(trait: Trait, name: str) -> float | None:
    """The code of a step to a number that is named by its level; None where it is no such name."""
    head, _, told = name.rpartition("_")
    try:
        code = float(told)
    except ValueError:
        return None
    return code if head == trait.name and trait.kind == "numeric" and math.isfinite(code) else None


def name_of_level(trait: Trait, level: Level) -> str:
    """What a step is called that is named by its level."""
    return f"{trait.name}_{trait.code(level):g}"


def title_of_step(trait: Trait, level: Level) -> str:
    """The level in words beside the trait; the trait alone where it is had or not had."""
    return trait.title if level is True else f"{trait.title}: {trait.words(level)}"
