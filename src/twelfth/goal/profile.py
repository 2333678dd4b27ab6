"""A profile: what was true of one person on a day, and known by the end of it. A pure function of (facts, as-of date).

The subtle rule, with the reading we rejected. A fact dated only "1987..2004" is, on a day in 1998, neither true nor
false: it is *possibly* held. It is tempting to take the middle of the window, or to count it as not yet true; both
print a date that nobody ever wrote down. So a fact whose beginning straddles the as-of date adds a possible level
and takes none away.

And everything shown is clipped to the as-of date: on that day in 1998 nobody knew that the window would be told as
ending in 2004.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from twelfth.base import Truth, When
from twelfth.goal.facts import Certainty, Fact, check_contradictions
from twelfth.goal.levels import Level
from twelfth.goal.traits import Trait

DAYS_TOLD_AS_A_DATE = 366


class Status(StrEnum):
    HELD = "held"
    NOT_HELD = "not held"
    UNKNOWN = "unknown"
    POSSIBLY = "possibly"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is known of one trait on one day.

    `level` is the level that certainly holds, or None. `possible` lists the levels that may hold, lowest code first;
    for
    an unknown trait it is empty. `exhaustive`: the level is certainly one of `possible`. `since` is clipped to the
    day, and None
    when the beginning is not known to within a year: a wide window is not a date, and is never told as one.
    """

    trait: str
    status: Status
    level: Level | None = None
    possible: tuple[Level, ...] = ()
    exhaustive: bool = False
    since: When | None = None
    lapsed: When | None = None
    certainty: Certainty | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The states of one person's traits on one day, in the order of the traits. Absent traits are unknown."""

    as_of: date
    states: tuple[State, ...]

    def __getitem__(self, trait: str) -> State:
        for state in self.states:
            if state.trait == trait:
                return state
        return State(trait=trait, status=Status.UNKNOWN)


def profile(facts: Iterable[Fact], as_of: date, *, traits: Iterable[Trait]) -> Profile:
    """What was true on `as_of` and known by the end of it.

    Facts known later, and facts that had certainly not begun, take no part. Of facts without an end the latest
    begun holds. A fact of a trait with a validity lapses; then `when_lapsed` holds. Of two that contradict each other
    the one known later is a correction, and counts for as long as it says.

    Raises:
        InvalidInput: two facts visible on that day contradict each other.
    """
    visible = tuple(fact for fact in facts if fact.begun(as_of) is not Truth.NO)
    check_contradictions(visible)
    seen: dict[str, list[Fact]] = {}
    for fact in visible:
        seen.setdefault(fact.trait, []).append(fact)
    by_trait = {
        trait: [one for one in of_one if not _is_set_aside(one, of_one, as_of)] for trait, of_one in seen.items()
    }
    return Profile(as_of=as_of, states=tuple(_state(trait, by_trait, as_of) for trait in traits))


def _is_set_aside(fact: Fact, of_one: list[Fact], as_of: date) -> bool:
    """Whether a correction stands in this fact's place that day, or it was a correction that is over.

    of_one: the facts of its trait. A correction from the same first day replaces a fact altogether, another one for as
    long as it lasts.
    """
    for other in of_one:
        whole = other.begins == fact.begins
        if other.corrects(fact) and (whole or _lasts(other, as_of)):
            return True
        if fact.corrects(other) and not whole and fact.ended(as_of) is Truth.YES and not _outlasts(fact, other):
            return True
    return False


def _outlasts(fact: Fact, other: Fact) -> bool:
    return fact.ends is not None and other.ends is not None and other.ends.certainly_before(fact.ends)


def _lasts(fact: Fact, as_of: date) -> bool:
    """Whether it has certainly begun and not certainly ended."""
    return fact.begun(as_of) is Truth.YES and fact.ended(as_of) is not Truth.YES


def _state(trait: Trait, by_trait: Mapping[str, list[Fact]], as_of: date) -> State:
    facts = [with_validity(fact, trait) for fact in by_trait.get(trait.name, ())]
    begun = [fact for fact in facts if fact.begun(as_of) is Truth.YES]
    standing = [
        fact for fact in facts if not any(other.level != fact.level and _follows(other, fact) for other in begun)
    ]
    alive = [fact for fact in standing if fact.ended(as_of) is not Truth.YES]
    if not alive:
        return _after_the_last(trait, standing, begun, as_of)
    certain = [fact for fact in alive if fact in begun and fact.ended(as_of) is Truth.NO]
    levels = {fact.level for fact in alive}
    if len(levels) == 1 and any(_is_certainly_last(fact, facts) for fact in certain):
        return _held(trait, certain, as_of)
    after = _levels_after(trait, standing, begun, as_of)
    levels |= {level for level in after if level is not None}
    exhaustive = bool(begun) and None not in after
    if exhaustive and len(levels) == 1:
        return _held(trait, alive, as_of)
    return State(
        trait=trait.name,
        status=Status.POSSIBLY,
        possible=tuple(sorted(levels, key=lambda level: (trait.span(level), str(level)))),
        exhaustive=exhaustive,
        since=_earliest(alive, as_of),
        certainty=_weakest(alive),
        source=_sources(alive),
    )


def _held(trait: Trait, certain: list[Fact], as_of: date) -> State:
    level = certain[0].level
    return State(
        trait=trait.name,
        status=Status.NOT_HELD if level is False else Status.HELD,
        level=level,
        possible=(level,),
        exhaustive=True,
        since=_earliest(certain, as_of),
        certainty=_weakest(certain),
        source=_sources(certain),
    )


def with_validity(fact: Fact, trait: Trait) -> Fact:
    """With the last day on which it counts, where the trait lapses and the fact names no end itself."""
    if trait.valid_months is None or fact.ends is not None or fact.level == trait.when_lapsed:
        return fact
    return replace(fact, ends=fact.start.plus_months(trait.valid_months).day_before())


def _follows(later: Fact, earlier: Fact) -> bool:
    """Whether `later` certainly replaced `earlier`: it began certainly after it."""
    return earlier.start.certainly_before(later.start)


def _is_certainly_last(fact: Fact, facts: list[Fact]) -> bool:
    """Whether no fact of another level may have begun after it, not even one that has ended since."""
    return all(other.level == fact.level or not _may_follow(other, fact) for other in facts)


def _may_follow(later: Fact, earlier: Fact) -> bool:
    latest, earliest = later.start.latest, earlier.start.earliest
    return latest is None or earliest is None or latest > earliest


def _levels_after(trait: Trait, standing: list[Fact], begun: list[Fact], as_of: date) -> set[Level | None]:
    """What may hold (None: unknown) where the fact that began last has ended, for each that may have been that fact."""
    over = [fact for fact in standing if fact.ended(as_of) is not Truth.NO]
    last = [fact for fact in over if not any(_follows(other, fact) for other in begun)]
    return {_level_after(trait, fact.level) for fact in last}


def _level_after(trait: Trait, level: Level) -> Level | None:
    """The level that holds once a fact has ended: a trait with a validity lapses, what was held no longer is."""
    if trait.valid_months is not None:
        return trait.when_lapsed
    return False if level is True else None


def _after_the_last(trait: Trait, over: list[Fact], begun: list[Fact], as_of: date) -> State:
    """The state once every known fact has ended: lapsed, no longer held, or unknown."""
    ends = [fact.ends for fact in over if fact.ends is not None]
    if not ends:
        return State(trait=trait.name, status=Status.UNKNOWN)
    lapsed = max(ends, key=lambda end: (end.latest or date.max, end.earliest or date.min)).clipped(as_of)
    after = _levels_after(trait, over, begun, as_of)
    level = next(iter(after)) if len(after) == 1 else None
    if level is None:
        return State(trait=trait.name, status=Status.UNKNOWN, lapsed=lapsed)
    return State(
        trait=trait.name,
        status=Status.NOT_HELD,
        level=level,
        possible=(level,),
        exhaustive=True,
        lapsed=lapsed,
        certainty=_weakest(over),
        source=_sources(over),
    )


def _earliest(facts: list[Fact], as_of: date) -> When | None:
    first = min(facts, key=lambda fact: (fact.start.earliest or date.min, fact.start.latest or date.max)).start
    if first.earliest is None or first.latest is None or (first.latest - first.earliest).days > DAYS_TOLD_AS_A_DATE:
        return None
    return first.clipped(as_of)


def _weakest(facts: list[Fact]) -> Certainty:
    order = list(Certainty)
    return max((fact.certainty for fact in facts), key=order.index)


def _sources(facts: list[Fact]) -> tuple[str, ...]:
    return tuple(sorted({source for fact in facts for source in fact.source}))
