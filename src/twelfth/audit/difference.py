"""What was different from last time: two profiles compared trait by trait. "Nothing changed" is an answer."""

from dataclasses import dataclass

from twelfth.distance import level_words
from twelfth.goal import Profile, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitChange:
    """One trait whose state differs between two attempts, in words."""

    trait: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed since an earlier attempt; an empty `changes` means nothing did, as far as the facts tell."""

    since_attempt: int
    since_round: str
    changes: tuple[TraitChange, ...]


def changed_traits(before: Profile, after: Profile, *, traits: tuple[Trait, ...]) -> tuple[TraitChange, ...]:
    """Traits whose level, or what is known of it, differs. A date of birth does not change; ageing is not listed
    here."""
    found = []
    for trait in traits:
        then, now = before[trait.name], after[trait.name]
        if (then.status, then.level, then.possible) != (now.status, now.level, now.possible):
            found.append(
                TraitChange(
                    trait=trait.name,
                    title=trait.title,
                    before=level_words(trait, then),
                    after=level_words(trait, now),
                )
            )
    return tuple(found)
