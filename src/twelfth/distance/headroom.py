"""Points that one trait alone could still give, everything else as it is."""

from dataclasses import dataclass

from twelfth.distance.measure import measure
from twelfth.goal import Process, Profile, Rubric


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
    now = measure(process, who).scores[rubric.name].total.lo
    found = [_room(process, who, rubric, name, code, now) for name, code in _movable(process, who)]
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.best_gain, one.trait)))


def _movable(process: Process, who: Profile) -> list[tuple[str, float]]:
    """Traits that some move sets and whose level is known, with the code of that level."""
    moved = {name for move in process.moves for name, _ in move.sets}
    traits = [trait for trait in process.traits if trait.name in moved and not trait.protected]
    levels = [(trait, who[trait.name].level) for trait in traits]
    return [(trait.name, trait.code(level)) for trait, level in levels if level is not None]


def _room(process: Process, who: Profile, rubric: Rubric, name: str, now_code: float, now: float) -> Headroom | None:
    trait = process.trait(name)
    gains = []
    for code in _higher_codes(process, rubric, name, now_code):
        target = trait.level(code)
        gain = measure(process, who, moved={name: target}).scores[rubric.name].total.lo - now
        gains.append((code, trait.words(target), gain))
    useful = [one for one in gains if one[2] > 0]
    if not useful:
        return None
    best = max(useful, key=lambda one: (one[2], -one[0]))
    return Headroom(
        trait=name,
        title=trait.title,
        next_level=useful[0][1],
        next_gain=useful[0][2],
        best_level=best[1],
        best_gain=best[2],
    )


def _higher_codes(process: Process, rubric: Rubric, name: str, code: float) -> list[float]:
    """Codes above the present one at which some row may change: all levels, or the numbers that conditions compare
    with."""
    codes = process.trait(name).codes()
    if codes is not None:
        return [one for one in codes if one > code]
    used = {name} | {value.name for value in process.derived if name in value.uses}
    used |= {
        role + one[len(stands) :]
        for one in used
        for roles in rubric.assignments
        for role, stands in roles
        if one.startswith(stands + "_")
    }
    breaks = {
        at for row in rubric.rows for clause in row.condition.clauses if clause.name in used for at in clause.breaks
    }
    return sorted(at for at in breaks if at > code)
