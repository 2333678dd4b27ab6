"""Why a life may go otherwise than its plan says. None of it unless it is stated: the figures are a person's own."""

import math
from dataclasses import dataclass

from twelfth.base import invalid

MOST_OVERRUN, MOST_SLIPS, MOST_BAR = 2.0, 0.5, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """What is left to chance besides exams and the selection itself.

    overrun: sd, in [0, 2], of the logarithm of what an action takes in hours, over its planned hours; the median is
    as planned. slips: the chance, in [0, 0.5], that a week's work on an action comes to nothing and is done again,
    which may come to nothing too. bar: sd, in [0, 5], of how far the bar moves in a year, in logits (a random walk).

    Raises:
        InvalidInput: a figure out of these bounds, named by field.
    """

    overrun: float = 0.0
    slips: float = 0.0
    bar: float = 0.0

    def __post_init__(self) -> None:
        for field, most in (("overrun", MOST_OVERRUN), ("slips", MOST_SLIPS), ("bar", MOST_BAR)):
            value = getattr(self, field)
            if not (math.isfinite(value) and 0 <= value <= most):
                raise invalid(field, value, f"a number from 0 to {most:g}", field=field)

    def factor(self, deviations: float) -> float:
        """What an action takes over its planned hours, so many standard deviations from the median."""
        return math.exp(self.overrun * deviations)

    @property
    def moves_weeks(self) -> bool:
        """Whether anything can be complete later than planned."""
        return self.overrun > 0 or self.slips > 0
