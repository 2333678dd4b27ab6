"""The chance of selection with its 90 % interval, what it rests on and what it leaves open."""

from dataclasses import dataclass
from enum import StrEnum

from twelfth.base import Said, invalid, percent

UNSURE_RATIO = 3.0
"""Ends further apart than this leave one figure (03-odds); closer ends leave two."""


class Tier(StrEnum):
    """How much is known: of the pool (P0 nothing to P3 individuals), or the kind of evidence itself."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    LABELLED = "labelled"
    GRID = "grid"
    RUBRIC = "rubric"
    MODEL = "model"


class Caveat(StrEnum):
    """What an answer leaves open, as a code; the words belong to whoever prints it."""

    POOL_UNKNOWN = "POOL_UNKNOWN"
    POOL_GUESSED = "POOL_GUESSED"
    BASE_RATE_ONLY = "BASE_RATE_ONLY"
    FEW_PROFILES = "FEW_PROFILES"
    MANY_TRAITS = "MANY_TRAITS"
    TRAIT_DROPPED = "TRAIT_DROPPED"
    LEVEL_UNSEEN = "LEVEL_UNSEEN"
    POOL_RAISED = "POOL_RAISED"
    DRIFT = "DRIFT"
    NO_SINGLE_FIGURE = "NO_SINGLE_FIGURE"
    EVERYONE_TAKEN = "EVERYONE_TAKEN"
    RATE_AT_MOST = "RATE_AT_MOST"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    FEW_ROUNDS = "FEW_ROUNDS"
    POLICY_BREAK = "POLICY_BREAK"
    OFF_GRID = "OFF_GRID"
    CELL_SUPPRESSED = "CELL_SUPPRESSED"
    UNCALIBRATED = "UNCALIBRATED"
    FEW_LABELS = "FEW_LABELS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """A chance of selection: `p` the headline, [lo, hi] 90 %. All three None, or p alone, where none is honest.

    basis: what it rests on, in words. caveats: codes of what it leaves open.

    Raises:
        InvalidInput: a figure outside (0, 1), ends the wrong way round, or a headline outside its interval.
    """

    p: float | None
    lo: float | None
    hi: float | None
    basis: Said | str
    caveats: tuple[Caveat, ...] = ()

    def __post_init__(self) -> None:
        if (self.lo is None) != (self.hi is None) or (self.p is not None and self.lo is None):
            raise invalid("odds", f"{self.p} [{self.lo}, {self.hi}]", "both ends with a headline, or neither end")
        shown = [one for one in (self.lo, self.p, self.hi) if one is not None]
        if not all(0 < one < 1 for one in shown) or shown != sorted(shown):
            raise invalid("odds", shown, "numbers in (0, 1), the lower end first and the headline between")


def told(odds: Odds) -> str:
    """The headline for a person: one figure where the ends, or what they leave to one, are far apart, else two.

    >>> told(Odds(p=.0123, lo=.004, hi=.03, basis="")), told(Odds(p=.517, lo=.45, hi=.58, basis=""))
    ('1%', '52%')
    """
    if odds.p is None or odds.lo is None or odds.hi is None:
        return "not known"
    unsure = odds.hi > UNSURE_RATIO * odds.lo or 1 - odds.lo > UNSURE_RATIO * (1 - odds.hi)
    return percent(odds.p, digits=1 if unsure else 2)
