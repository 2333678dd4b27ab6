"""A route: one move of a pack with what it takes, ready to be put into a plan."""

import math
from dataclasses import dataclass

from twelfth.goal import Move, Way
from twelfth.roadmap import Action

WEEKS_A_MONTH = 365.25 / 12 / 7
PASSES, PASSES_RANGE = 0.6, (0.3, 0.9)
"""The chance to pass one attempt where the person states none, and the range it is told with. A guess, not data: no
pass rate of any of these exams could be cited."""
RETRY_DAYS = 28
"""Between two attempts, where nothing is known: a guess."""
HOURS_A_WEEK = 40
"""The most of one thing in a week, where nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A move with what it takes: the middle of what is known, the person's own figures before those of the pack.

    hours: of work; none for what passes by itself, such as months in a job one has. way: where the figures are from.
    said_for: the further level that the person said them of, in words; "" where they are of this move.
    """

    move: Move
    way: Way
    said_for: str = ""

    @property
    def hours(self) -> int:
        """Hours of work."""
        return math.ceil(self.way.hours or 0)

    @property
    def weeks(self) -> int:
        """From the start to completion, at least."""
        return max(1, math.ceil((self.way.months or 0) * WEEKS_A_MONTH - 1e-9))

    @property
    def cost(self) -> int:
        """Money, paid at the start; nothing where nothing is known."""
        return math.ceil(self.way.cost or 0)

    @property
    def passes(self) -> float:
        """The chance of one attempt; 1 where there is none."""
        return (self.way.passes or PASSES) if self.way.exam else 1.0

    @property
    def guessed(self) -> bool:
        """Whether that chance is a guess of this program."""
        return self.way.exam and self.way.passes is None

    def action(self, effect: float, *, among: frozenset[str], passes: float | None = None) -> Action:
        """What the planner takes. What takes no hours is counted as one. among: the moves that can be planned."""
        retry = self.way.retry_days if self.way.retry_days is not None else RETRY_DAYS
        valid = self.way.valid_months
        chance = self.passes if passes is None or not self.guessed else passes
        return Action(
            id=self.move.id,
            hours=max(1, self.hours),
            max_hours_week=max(1, int(self.way.hours_week or HOURS_A_WEEK)),
            min_weeks=self.weeks,
            cost=self.cost,
            effect=effect,
            after=tuple(one for one in self.way.after if one in among),
            valid_weeks=None if valid is None else max(1, int(valid * WEEKS_A_MONTH)),
            pass_probability=chance,
            retry_weeks=max(1, math.ceil(retry / 7)) if chance < 1 else None,
        )
