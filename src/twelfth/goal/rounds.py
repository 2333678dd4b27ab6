"""Rounds: dated decisions of a process, their kinds, and what was published about who stood before them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.base import InvalidInput, When, parse_when
from twelfth.goal.levels import Level

CLOSING = "Round that closes: "
"""How a round is named of which nothing is known but when it closes; what follows is that day, month or year."""
DECIDED = "Decided: "
"""How a note begins that says when a round was decided, where its day is only the last possible one; what follows is
that month, year or interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of round. `names` are all the names the publisher gave it; `requires` are ids of requirements."""

    name: str
    title: str
    names: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One dated decision. `selected` and `cut_off` are None when not published."""

    id: str
    kind: str
    name: str
    decided: date
    known: date
    opens: date | None = None
    closes: date | None = None
    selected: int | None = None
    cut_off: float | None = None
    tie_break: str = ""
    pool_as_on: date | None = None
    source: tuple[str, ...] = ()
    note: str = ""

    @property
    def when_closing(self) -> When | None:
        """When it closes, of a round that has no other name; its days are then the last ones possible."""
        return closing_of(self.name)

    @property
    def when_decided(self) -> When:
        """When it is or was decided, as well as that is known: `decided` is the last possible day of it."""
        return self.when_closing or _read(self.note, after=DECIDED) or When.on(self.decided)


def closing_name(when: When) -> str:
    """The name of a round of which nothing else is known."""
    return f"{CLOSING}{when}"


def closing_of(name: str) -> When | None:
    """What such a name says; None for any other."""
    return _read(name, after=CLOSING)


def decided_note(when: When) -> str:
    """The note of a round that is known to be decided within some days; "" of one known by its day."""
    return "" if when.is_exact else f"{DECIDED}{when}"


def _read(text: str, *, after: str) -> When | None:
    if not text.startswith(after):
        return None
    try:
        return parse_when(text.removeprefix(after))
    except InvalidInput:  # somebody named a round so
        return None


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelCount:
    """How many reached a stage of a round; of those at `level` of `trait` when given."""

    round: str
    stage: str
    count: int
    bound: Bound = Bound.EXACT
    trait: str = ""
    level: Level | None = None
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolScores:
    """How many of the pool stood in each band of scores (low, high, count) on a day."""

    as_on: date
    known: date
    bands: tuple[tuple[float, float, int], ...]
    source: tuple[str, ...] = ()
