"""The last day on which a result counts: a test is valid for some months, and then it lapses."""

from collections.abc import Iterable, Iterator
from datetime import date

from twelfth.base import Truth, When
from twelfth.goal.facts import Fact
from twelfth.goal.profile import profile, with_validity
from twelfth.goal.traits import Trait


def last_valid_day(trait: Trait, facts: Iterable[Fact], as_of: date) -> When | None:
    """The last day on which what is held of a trait on `as_of` counts, as exactly as its own day is known.

    None where it does not lapse, where nothing is certainly held, or where that is what it has once lapsed.
    """
    own = tuple(fact for fact in facts if fact.trait == trait.name)
    level = profile(own, as_of, traits=(trait,))[trait.name].level
    if trait.valid_months is None or level is None or level == trait.when_lapsed:
        return None
    held = (with_validity(fact, trait) for fact in own if fact.begun(as_of) is Truth.YES and fact.level == level)
    ends = [fact.ends for fact in held if fact.ends is not None and fact.ended(as_of) is Truth.NO]
    known = [end for end in ends if end.earliest is not None and end.latest is not None]
    return max(known, key=lambda end: (end.latest, end.earliest), default=None)


def taken_again(traits: Iterable[Trait], facts: Iterable[Fact], *, as_of: date, until: date) -> tuple[Fact, ...]:
    """The facts, and with them every result held on `as_of` again each time it lapses up to `until`: on its last valid
    day, at the level it has."""
    own = tuple(facts)
    again = (fact for one in traits for fact in _again(one, own, as_of, until))
    return (*own, *again)


def _again(trait: Trait, facts: tuple[Fact, ...], as_of: date, until: date) -> Iterator[Fact]:
    level = profile([fact for fact in facts if fact.trait == trait.name], as_of, traits=(trait,))[trait.name].level
    last = last_valid_day(trait, facts, as_of)
    while level is not None and last is not None and last.earliest is not None and last.earliest < until:
        fact = with_validity(Fact(trait=trait.name, level=level, begins=When.on(last.earliest)), trait)
        yield fact
        last = fact.ends
