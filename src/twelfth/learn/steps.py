"""Steps: what a person could do about what they lack. The moves of the pack; and where it names none, one step to each
level that is to be reached or that somebody has a figure for."""

from collections.abc import Iterable, Iterator

from twelfth.distance import Target
from twelfth.goal import Case, Level, Move, Process, Trait


def steps_of(process: Process, case: Case, targets: Iterable[Target]) -> tuple[Move, ...]:
    """The moves of the pack as they are, then steps to single levels that no move of its own leads to.

    The step to the middle of those selected is named by its trait, so that work towards it is found by that name.
    """
    found = {one.id: one for one in process.moves}
    reached = {one.sets for one in process.moves}
    for target in targets:
        for name, level in _levels(process, case, target):
            if ((target.trait.name, level),) not in reached and name not in found:
                reached.add(((target.trait.name, level),))
                found[name] = Move(id=name, title=_title(target.trait, level), sets=((target.trait.name, level),))
    return tuple(found.values())


def _levels(process: Process, case: Case, target: Target) -> Iterator[tuple[str, Level]]:
    """(name, level): what is to be reached, and what there are figures for."""
    trait = target.trait
    for name, code in target.steps.items():
        yield name, trait.level(code)
    for way in (*case.ways, *process.ways):
        if way.trait == trait.name and way.level is not None and target.is_beyond(way.level):
            yield f"{trait.name}_{trait.code(way.level):g}", way.level


def _title(trait: Trait, level: Level) -> str:
    return trait.title if level is True else f"{trait.title}: {trait.words(level)}"
