"""A case: one person's dated facts, attempts and capacity, for one process."""

from dataclasses import dataclass, replace
from datetime import date

from twelfth.base import NotFound, Source, Truth
from twelfth.goal.attempts import Attempt
from twelfth.goal.facts import Fact
from twelfth.goal.foretold import Foretold
from twelfth.goal.process import Move
from twelfth.goal.ways import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Hours a week and money at hand; used by the roadmap."""

    hours_per_week: float | None = None
    money: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person. `also_known_as`: names under which they may stand in a yes group, which they are never compared
    with. `ways`: their own figures of what acquiring a level takes. `pauses`: Mondays of weeks in which nothing is
    meant to be worked. `foretold`: what was told of their attempts when they were sent.
    `steps`: those of a road that is followed or looked at, each with the level it was drawn for."""

    name: str
    title: str
    pack: str
    facts: tuple[Fact, ...]
    attempts: tuple[Attempt, ...] = ()
    sources: tuple[Source, ...] = ()
    also_known_as: tuple[str, ...] = ()
    invented: bool = False
    capacity: Capacity | None = None
    ways: tuple[Way, ...] = ()
    pauses: tuple[date, ...] = ()
    foretold: tuple[Foretold, ...] = ()
    steps: tuple[Move, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, self.title, *self.also_known_as)

    def known(self, as_of: date) -> "Case":
        """The case as it stood by the end of a day."""
        attempts = tuple(attempt for attempt in (one.known(as_of) for one in self.attempts) if attempt is not None)
        facts = tuple(fact for fact in self.facts if fact.begun(as_of) is not Truth.NO)
        ways = tuple(way for way in self.ways if way.known is None or way.known <= as_of)
        foretold = tuple(one for one in self.foretold if one.made <= as_of)
        return replace(self, facts=facts, attempts=attempts, ways=ways, foretold=foretold)

    def attempt(self, number: int) -> Attempt:
        """The number-th attempt, counted from 1. Raises NotFound."""
        if not 1 <= number <= len(self.attempts):
            raise NotFound(
                f"The case {self.name!r} has no attempt {number} by that day: it has {len(self.attempts)}.",
                next_step="List them with: twelfth case show CASE",
            )
        return self.attempts[number - 1]
