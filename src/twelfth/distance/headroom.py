"""Points that one trait alone could still give, everything else as it is."""

from dataclasses import dataclass

from twelfth.distance.measure import Measured, measure
from twelfth.goal import Better, Numeric, Process, Profile, Rubric, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Headroom:
    """Points one trait alone could still give: the next level that gains anything, and the best."""

    trait: str
    title: str
    next_level: str
    next_gain: float
    best_level: str
    best_gain: float


def headroom(process: Process, who: Profile) -> tuple[Headroom, ...]:
    """Points each trait alone could still give, the best first. Protected traits are never offered; unknown ones are
    skipped."""
    rubric = next((one for one in process.rubrics if one.name == process.rubric), None)
    if rubric is None:
        return ()
    now = measure(process, who)
    found = [_room(process, who, rubric, name, code, now) for name, code in _movable(process, who)]
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.best_gain, one.trait)))


def _movable(process: Process, who: Profile) -> list[tuple[str, float]]:
    """Traits that some move sets and whose level is known, with the code of that level."""
    moved = {name for move in process.moves for name, _ in move.sets}
    traits = [trait for trait in process.traits if trait.name in moved and not trait.protected]
    levels = [(trait, who[trait.name].level) for trait in traits]
    return [(trait.name, trait.code(level)) for trait, level in levels if level is not None]


def _room(process: Process, who: Profile, rubric: Rubric, name: str, code: float, now: Measured) -> Headroom | None:
    trait = process.trait(name)
    gains = []
    for better in _better_codes(process, rubric, trait, code, now):
        target = trait.level(better)
        after = measure(process, who, moved={name: target}).scores[rubric.name].total.lo
        gain = after - now.scores[rubric.name].total.lo
        gains.append((better, trait.words(target), gain))
    useful = [one for one in gains if one[2] > 0]
    if not useful:
        return None
    best = max(useful, key=lambda one: (one[2], -abs(one[0] - code)))
    return Headroom(
        trait=name,
        title=trait.title,
        next_level=useful[0][1],
        next_gain=useful[0][2],
        best_level=best[1],
        best_gain=best[2],
    )


def _better_codes(process: Process, rubric: Rubric, trait: Trait, code: float, now: Measured) -> list[float]:
    """Codes better than the present one at which some row may change, the nearest first: all levels, or the numbers
    that conditions compare with."""
    codes = trait.codes()
    if codes is None:
        codes = _compared_with(process, rubric, trait, code, now)
    if trait.better is Better.LESS:
        return sorted((one for one in codes if one < code), reverse=True)
    return sorted(one for one in codes if one > code)


def _compared_with(process: Process, rubric: Rubric, trait: Trait, code: float, now: Measured) -> tuple[float, ...]:
    """The numbers of a trait at which some condition turns, on itself or on a value derived from it.

    A sum turns where the trait makes up what the other parts leave open; unknown parts leave it unasked.
    """
    others = {trait.name: 0.0}
    for value in process.derived:
        if trait.name in value.uses:
            reading = now.readings[value.name]
            others[value.name] = reading.lo - code if value.sum_of and reading.certain else 0.0
    roles = [role for roles in rubric.assignments for role in roles]
    aliases = {
        role + name[len(stands) :]: rest
        for name, rest in others.items()
        for role, stands in roles
        if name.startswith(stands + "_")
    }
    turns = {**aliases, **others}
    clauses = (clause for row in rubric.rows for clause in row.condition.clauses if clause.name in turns)
    found = {at - turns[clause.name] for clause in clauses for at in clause.breaks}
    low, high = (trait.low, trait.high) if isinstance(trait, Numeric) else (None, None)
    return tuple(at for at in found if (low is None or at >= low) and (high is None or at <= high))
