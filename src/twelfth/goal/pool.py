"""What is known of the traits of those who applied, and how firmly."""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.base import invalid
from twelfth.goal.levels import Level


class Basis(StrEnum):
    PUBLISHED = "published"
    SURVEY = "survey"
    EXPERT = "expert"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolShare:
    """What is known of one trait among those who applied: a share at a level, or a mean and sd."""

    trait: str
    basis: Basis
    level: Level | None = None
    share: float | None = None
    mean: float | None = None
    sd: float | None = None
    n: int | None = None
    known: date | None = None
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.share is not None and not 0 <= self.share <= 1:
            raise invalid(f"share of {self.trait} in the pool", self.share, "a share in [0, 1]", field="share")
        if self.mean is not None and not math.isfinite(self.mean):
            raise invalid(f"mean of {self.trait} in the pool", self.mean, "a finite number", field="mean")
        if self.sd is not None and not 0 < self.sd < math.inf:
            raise invalid(f"sd of {self.trait} in the pool", self.sd, "a number above 0", field="sd")
        if self.n is not None and self.n < 1:
            raise invalid(f"people behind {self.trait} in the pool", self.n, "at least 1", field="n")
        if (self.share is None) == (self.mean is None or self.sd is None):
            raise invalid(f"{self.trait} in the pool", "", "either a share, or a mean and an sd")
