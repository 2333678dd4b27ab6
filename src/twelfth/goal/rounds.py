"""Rounds: dated decisions of a process, their kinds, and what was published about who stood before them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.goal.levels import Level


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
