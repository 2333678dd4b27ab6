"""How a process asks: traits in the order of what matters most, together with those of their kind, and only where they
apply."""

from collections.abc import Iterable
from dataclasses import dataclass

from twelfth.base import Truth
from twelfth.goal.profile import Profile
from twelfth.goal.traits import Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Traits asked for together, in this order.

    gate: a binary trait; the others are asked for only of those of whom it is so. ask: a question before them; for
    whoever says no each of them is at its lapsed level, or not there. At most one of the two.
    """

    id: str
    title: str
    traits: tuple[str, ...]
    gate: str = ""
    ask: str = ""

    @property
    def asks(self) -> str:
        """The name of what is asked before the traits: the gate, or the question; "" where nothing is."""
        return self.gate or (f"ask-{self.id}" if self.ask else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing asked of a person. name: of the field; traits: those its answer tells, several where it is a question
    before them."""

    name: str
    title: str
    traits: tuple[str, ...]
    known: bool


def is_open(section: Section, traits: Iterable[Trait], who: Profile) -> Truth:
    """Whether what is in a section is to be asked of a person; unknown while what stands before it is."""
    if section.gate:
        level = who[section.gate].level
        return Truth.UNKNOWN if level is None else Truth.YES if level is True else Truth.NO
    if not section.ask:
        return Truth.YES
    own = [(trait, who[trait.name].level) for trait in traits if trait.name in section.traits]
    if any(level is not None and level != trait.when_no for trait, level in own):
        return Truth.YES
    return Truth.NO if all(level is not None for _, level in own) else Truth.UNKNOWN


def asked_of(sections: tuple[Section, ...], traits: tuple[Trait, ...], who: Profile) -> tuple[Asked, ...]:
    """Everything that is asked of this person, in order: what does not apply is left out."""
    by_name, found = {trait.name: trait for trait in traits}, list[Asked]()
    for section in sections:
        opened = is_open(section, traits, who)
        if section.gate:
            found.append(_of_trait(by_name[section.gate], who))
        elif section.ask and opened is not Truth.YES:
            known = opened is Truth.NO
            found.append(Asked(name=section.asks, title=section.ask, traits=section.traits, known=known))
        if opened is Truth.YES:
            found += [_of_trait(by_name[name], who) for name in section.traits]
    return tuple(found)


def _of_trait(trait: Trait, who: Profile) -> Asked:
    return Asked(name=trait.name, title=trait.title, traits=(trait.name,), known=who[trait.name].level is not None)
