"""What is asked of the planner."""

import math
from dataclasses import dataclass

from twelfth.base import invalid

MEASURES = ("weeks", "hours", "money")


@dataclass(frozen=True, slots=True)
class BestChance:
    """The highest chance of being selected by the last round."""


@dataclass(frozen=True, slots=True)
class Least:
    """The fewest weeks, hours or the least money with which the chance reaches a target in (0, 1).

    Weeks: until the last action is complete. Hours: of all actions. Money: their costs.

    Raises:
        InvalidInput: another measure, or a target outside (0, 1).
    """

    measure: str
    target: float

    def __post_init__(self) -> None:
        if self.measure not in MEASURES:
            raise invalid("minimise", self.measure, f"one of {', '.join(MEASURES)}", field="minimise")
        if not (math.isfinite(self.target) and 0 < self.target < 1):
            raise invalid("target", self.target, "a chance above 0 and below 1, such as 0.5", field="target")


Question = BestChance | Least
