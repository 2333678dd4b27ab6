"""A goal as it is kept: its card, and everything that was written under it, each with the version it has now."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from twelfth.base import Source
from twelfth.goal import Attempt, Capacity, Case, Fact, Round, Way
from twelfth.usecases.keeping.people import PeopleKept
from twelfth.work import Effort, Learning, Timer

Kept = TypeVar("Kept", covariant=True)


class GoalState(StrEnum):
    ACTIVE = "active"
    REACHED = "reached"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[Kept]):
    """One thing as it is kept. id: its number, never used again. version: 1 when new, one more with every change."""

    id: int
    version: int
    thing: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """What a goal is. name: a word for addresses and the command line, its own among the goals kept. pack: by name.

    invented: an example that is nobody. again_on: the day from which a no is to be looked at, where it was put off.
    """

    name: str
    title: str
    pack: str
    begun: date
    state: GoalState = GoalState.ACTIVE
    capacity: Capacity | None = None
    also_known_as: tuple[str, ...] = ()
    invented: bool = False
    again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadKept:
    """One version of the road. text: as `twelfth plan CASE --json` prints it. accepted: the day it became the one to
    follow; of those accepted the latest row is."""

    made: date
    text: str
    accepted: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditKept:
    """An audit as it was made. Never changed: what is thought later is an addendum. round: of the attempt audited.
    text: the record as JSON."""

    made: date
    round: str
    digest: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A later thought about an audit."""

    digest: str
    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastKept:
    """What was forecast of an attempt, on the day it was sent: never changed. lo, hi: 90 %. p: null without a headline,
    all three where none could be made. basis: what it rested on, as JSON (see forecasts)."""

    made: date
    round: str
    p: float | None
    lo: float | None
    hi: float | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The person's own words. They leave this machine in no view for others."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something that was sent with an attempt: an address, or the SHA-256 of a file that stays where it is."""

    round: str
    title: str
    address: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A week, by its Monday, in which nothing is meant to be worked. No road drawn later has hours in it."""

    monday: date


Thing = (
    Fact
    | Attempt
    | Round
    | Way
    | Source
    | Learning
    | Effort
    | Pause
    | Timer
    | RoadKept
    | AuditKept
    | Addendum
    | ForecastKept
    | Note
    | Document
    | PeopleKept
)
NEVER_CHANGED: tuple[type[Thing], ...] = (AuditKept, Addendum, ForecastKept)
"""Added to and never amended or dropped, short of erasing the goal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGoal:
    """Everything kept of a goal, but for its effort and for the text of all but the road to follow.

    Each kind in the order in which it was written. roads: every version; its text is "" but for the road that was
    accepted last and the one that was drawn last. rounds: those that the pack does not have, by the person's own word.
    """

    card: Row[GoalCard]
    sources: tuple[Row[Source], ...] = ()
    facts: tuple[Row[Fact], ...] = ()
    attempts: tuple[Row[Attempt], ...] = ()
    rounds: tuple[Row[Round], ...] = ()
    ways: tuple[Row[Way], ...] = ()
    learnings: tuple[Row[Learning], ...] = ()
    pauses: tuple[Row[Pause], ...] = ()
    timers: tuple[Row[Timer], ...] = ()
    roads: tuple[Row[RoadKept], ...] = ()
    audits: tuple[Row[AuditKept], ...] = ()
    addenda: tuple[Row[Addendum], ...] = ()
    forecasts: tuple[Row[ForecastKept], ...] = ()
    notes: tuple[Row[Note], ...] = ()
    documents: tuple[Row[Document], ...] = ()
    people: tuple[Row[PeopleKept], ...] = ()

    @property
    def case(self) -> Case:
        """What the questions about odds, distance and road read."""
        card = self.card.thing
        return Case(
            name=card.name,
            title=card.title,
            pack=card.pack,
            facts=tuple(one.thing for one in self.facts),
            attempts=tuple(one.thing for one in self.attempts),
            sources=tuple(one.thing for one in self.sources),
            also_known_as=card.also_known_as,
            invented=card.invented,
            capacity=card.capacity,
            ways=tuple(one.thing for one in self.ways),
            pauses=tuple(sorted({one.thing.monday for one in self.pauses})),
        )

    @property
    def table(self) -> Row[PeopleKept] | None:
        """Those who got in, of a goal of one's own."""
        return self.people[-1] if self.people else None

    @property
    def own_words(self) -> frozenset[str]:
        """What the person called things: rounds, and what their table has. It is told as it is, in any language."""
        found = {one.thing.name for one in self.rounds}
        if self.table is not None:
            found.add(self.card.thing.title)
            for one in self.table.thing.columns:
                found |= {one.title, one.unit, one.name.replace("_", " "), *(shown for _, shown in one.levels)}
        return frozenset(found - {""})

    @property
    def road(self) -> Row[RoadKept] | None:
        """The road to follow."""
        return next((one for one in reversed(self.roads) if one.thing.accepted is not None), None)

    @property
    def roads_before(self) -> tuple[Row[RoadKept], ...]:
        """Those followed before that one, the latest first; without their texts."""
        return tuple(one for one in reversed(self.roads) if one.thing.accepted is not None and one is not self.road)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A goal to begin with: its card and what is known from the start."""

    card: GoalCard
    things: tuple[Thing, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One line of the trail: what was written, when and by whom. before, after: the thing as JSON, "" where there was
    or is none."""

    number: int
    on: date
    actor: str
    action: str
    goal: str
    before: str
    after: str
