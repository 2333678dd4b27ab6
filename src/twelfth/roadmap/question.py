"""What is asked of the planner."""

import math
from dataclasses import dataclass

from twelfth.base import invalid
from twelfth.roadmap.action import is_whole

MEASURES = ("weeks", "hours", "money")


@dataclass(frozen=True, slots=True)
class BestChance:
    """The highest chance of being selected by the last round."""


@dataclass(frozen=True, slots=True)
class Least:
    """The fewest weeks, hours or the least money with which the chance reaches a target in (0, 1).

    Weeks: until the last action is complete. Hours: of all actions. Money: their costs. by: the last week whose rounds
    count; None: all of them do.

    Raises:
        InvalidInput: another measure, a target outside (0, 1), or a week below 0.
    """

    measure: str
    target: float
    by: int | None = None

    def __post_init__(self) -> None:
        if self.measure not in MEASURES:
            raise invalid("minimise", self.measure, f"one of {', '.join(MEASURES)}", field="minimise")
        if not (math.isfinite(self.target) and 0 < self.target < 1):
            raise invalid("target", self.target, "a chance above 0 and below 1, such as 0.5", field="target")
        if self.by is not None and not is_whole(self.by, 0):
            raise invalid("by", self.by, "a week, a whole number of at least 0", field="by")


Question = BestChance | Least
