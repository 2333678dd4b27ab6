"""What is known of the traits of those who applied, and how firmly."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.base import invalid
from twelfth.goal.levels import LARGEST, Level

LEAST_SD = 1e-12
"""Distances are told in sd: a smaller one makes them too large to count with."""


class Basis(StrEnum):
    PUBLISHED = "published"
    SURVEY = "survey"
    EXPERT = "expert"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolShare:
    """What is known of one trait among those who applied: a share at a level, or a mean and sd. `note`: why."""

    trait: str
    basis: Basis
    level: Level | None = None
    share: float | None = None
    mean: float | None = None
    sd: float | None = None
    n: int | None = None
    known: date | None = None
    source: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.share is not None and not 0 <= self.share <= 1:
            raise invalid(f"share of {self.trait} in the pool", self.share, "a share in [0, 1]", field="share")
        if self.mean is not None and not abs(self.mean) <= LARGEST:
            raise invalid(
                f"mean of {self.trait} in the pool",
                self.mean,
                f"a number from {-LARGEST:g} to {LARGEST:g}",
                field="mean",
            )
        if self.sd is not None and not LEAST_SD <= self.sd <= LARGEST:
            raise invalid(
                f"sd of {self.trait} in the pool",
                self.sd,
                f"a number above 0, from {LEAST_SD:g} to {LARGEST:g}",
                next_step="Leave out the line of a trait in which all are equal, or tell it in another unit.",
                field="sd",
            )
        if self.n is not None and not self.n >= 1:
            raise invalid(f"people behind {self.trait} in the pool", self.n, "at least 1", field="n")
        told = tuple(figure is not None for figure in (self.share, self.mean, self.sd))
        if told not in ((True, False, False), (False, True, True)):
            raise invalid(f"{self.trait} in the pool", _told(self), "either a share, or a mean and an sd")


def _told(stated: PoolShare) -> str:
    figures = (("share", stated.share), ("mean", stated.mean), ("sd", stated.sd))
    return ", ".join(f"{name} {figure:g}" for name, figure in figures if figure is not None)
