"""What of a distance a person can change, and what is not theirs to change: read off what the pack and their own ways
declare, never off a list of names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twelfth.audit.record import AuditRecord
from twelfth.base import Truth
from twelfth.distance import GapStatus, move_levels
from twelfth.goal import Better, Case, Level, Process, Profile, Requirement, Trait, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Changeable:
    """The parts of a distance by their titles, the widest or the most points first.

    yours: a step leads there, a way is on file, or the level can rise. others: (step, who decides it). given: what is
    protected or fixed, a day or what follows from one as age does, and what has no step, no way and no better level.
    places: how many were selected in that round; None where that is not published.
    """

    yours: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    given: tuple[str, ...]
    places: int | None


def changeable(case: Case, process: Process, record: AuditRecord) -> Changeable:
    """Of the distance an audit tells, as of its day."""
    known, day = process.known(record.as_of), record.as_of
    who = profile(case.known(day).facts, day, traits=known.traits)
    ways = frozenset(way.trait for way in (*known.ways, *case.known(day).ways))
    parts = [*_of_requirements(known, record, day), *_of_gaps(known, record)]
    steps = _steps(known, record)
    yours = [title for title, traits in parts if any(_is_yours(one, known, who, ways) for one in traits)]
    given = [title for title, traits in parts if not any(_is_yours(one, known, who, ways) for one in traits)]
    own = [title for title, decided_by in steps if not decided_by]
    return Changeable(
        yours=_once((*yours, *own)),
        others=tuple(one for one in steps if one[1]),
        given=_once((*given, *_given_points(known, record))),
        places=record.chosen.selected,
    )


def _is_yours(trait: Trait, process: Process, who: Profile, ways: frozenset[str]) -> bool:
    """Whether a person can move it: never what is protected or fixed, nor a day that is past."""
    if trait.protected or trait.fixed or trait.kind == "date":
        return False
    led_to = any(trait.name in move_levels(process, who, move) for move in process.moves)
    return led_to or trait.name in ways or _can_rise(trait, who[trait.name].level)


def _can_rise(trait: Trait, level: Level | None) -> bool:
    """Whether there is a better level than a person's. Of a number there is always one."""
    codes = trait.codes()
    if level is None or codes is None or trait.better is Better.NEITHER:
        return trait.better is not Better.NEITHER
    return trait.code(level) != (min(codes) if trait.better is Better.LESS else max(codes))


def _of_gaps(process: Process, record: AuditRecord) -> Iterator[tuple[str, tuple[Trait, ...]]]:
    """(title, trait) of what one is short of, beside those of that round and beside everybody."""
    everybody = () if record.cohort is None else record.cohort.gaps
    for gap in (*record.chosen.gaps, *everybody):
        if gap.status is GapStatus.SHORT:
            yield gap.title, (process.trait(gap.trait),)


def _of_requirements(process: Process, record: AuditRecord, day: date) -> Iterator[tuple[str, tuple[Trait, ...]]]:
    """(title, traits) of each line of a requirement that is not met, where it is judged by traits."""
    in_force: dict[str, Requirement] = {one.id: one for one in process.requirements if one.in_force(day)}
    required = process.kind(record.attempt.kind).requires if record.requirements else ()
    for name, judged in zip(required, record.requirements, strict=False):
        if judged.met is Truth.NO and name in in_force:
            for line, one in zip(in_force[name].lines, judged.lines, strict=False):
                names = (used for condition in line.any_of for used in condition.names)
                traits = _traits(process, names)
                if one.met is Truth.NO and traits:
                    yield line.title, traits


def _traits(process: Process, names: Iterable[str]) -> tuple[Trait, ...]:
    """The traits behind traits and derived values."""
    uses, traits = {one.name: one.uses for one in process.derived}, {one.name: one for one in process.traits}
    found, left = dict[str, Trait](), list(names)
    while left:
        name = left.pop(0)
        left += uses.get(name, ())
        found |= {name: traits[name]} if name in traits else {}
    return tuple(found.values())


def _steps(process: Process, record: AuditRecord) -> tuple[tuple[str, str], ...]:
    """(step, who else decides it or "") of the steps of the pack that certainly gain points."""
    if record.rubric is None:
        return ()
    decided_by = {move.id: move.decided_by for move in process.moves}
    gains = [one for one in record.rubric.moves if one.gain_lo > 0 or one.gain_hi > 0]
    return tuple((one.title, decided_by.get(one.move, "")) for one in gains)


def _given_points(process: Process, record: AuditRecord) -> Iterator[str]:
    """What a rubric scores and nobody can move: what follows from a day, and what is protected."""
    rubric = next((one for one in process.rubrics if one.name == process.rubric and record.rubric is not None), None)
    used = {clause.name for row in (rubric.rows if rubric else ()) for clause in row.condition.clauses}
    yield from (one.title for one in process.derived if one.name in used and (one.years_since or one.protected))
    yield from (one.title for one in process.traits if one.name in used and (one.protected or one.kind == "date"))


def _once(titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(titles))
