"""What a road closes of the distance, where no chance can be told: gap by gap, in counts of those selected."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What a level takes besides what the road gives to its trait: hours, months that pass, money."""

    hours: int
    months: float
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapOnRoad:
    """One trait in which one stands below what is aimed at.

    now, then, aim: levels in words: today's, the one of the last day, and what is aimed at. by: the day on which `then`
    is reached; null where it is today's. people: those selected whose level is known; now_at, then_at, aim_at: how many
    of them one stands at or above. lacks: what stands in the way where it is not closed: "hours", nobody says how many
    it takes; "place", it finds none within the hours, the money and the days there are; "aside", it cannot or is not to
    be planned; "" where it is closed. more: what the level that is aimed at takes besides, where it finds no place.
    """

    trait: str
    title: str
    now: str
    then: str
    aim: str
    by: date | None
    people: int
    now_at: int
    then_at: int
    aim_at: int
    lacks: str
    more: More | None = None

    @property
    def is_nearer(self) -> bool:
        """Whether one stands above more of them by the last day, and not yet where it was aimed."""
        return self.now_at < self.then_at < self.aim_at

    @property
    def is_closed(self) -> bool:
        """Whether one stands where it was aimed by the last day."""
        return self.then_at >= self.aim_at


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOnRoad:
    """A requirement that is not certainly met today. known: whether it is known not to be met. by: the day from which
    it is met; null where the road does not get there."""

    title: str
    known: bool
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Something that only the person can say, by its id and title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingDay:
    """A round to come: the day it closes or, where that is not known, is decided; how many gaps are closed by then."""

    name: str
    day: date
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadCloses:
    """why: no chance can be told, a cause of NoChance. aim: "middle" or "quarter" of those selected. people: they are
    so many. hours: steps whose hours nobody has said; unknown: traits that are not known of the person. exams: titles
    of miles that end in one, counted as passed the first time. proved: whether no plan closes more by the last day."""

    why: str
    aim: str
    people: int
    gaps: tuple[GapOnRoad, ...]
    gates: tuple[GateOnRoad, ...]
    hours: tuple[Lacking, ...]
    unknown: tuple[Lacking, ...]
    exams: tuple[str, ...]
    closings: tuple[ClosingDay, ...]
    proved: bool

    @property
    def closed(self) -> int:
        """How many of the gaps are closed by the last day."""
        return sum(one.is_closed for one in self.gaps)

    @property
    def nearer(self) -> tuple[GapOnRoad, ...]:
        """Those in which it goes a part of the way."""
        return tuple(one for one in self.gaps if one.is_nearer)

    @property
    def met(self) -> int:
        """How many of the requirements are met by the last day."""
        return sum(one.by is not None for one in self.gates)
