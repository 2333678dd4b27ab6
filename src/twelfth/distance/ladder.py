"""Where those selected stand in one trait, from the worst placed to the best, and what one would aim at among them.

A level to aim at is always one that somebody selected had: the lowest with which one stands at or above half of them,
or three quarters. Counts only; nothing here is a chance.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from twelfth.goal import Better, Recorded, Trait, YesGroup


class Aim(StrEnum):
    """At or above half of those selected, or three quarters of them."""

    MIDDLE = "middle"
    QUARTER = "quarter"


SHARES = {Aim.MIDDLE: 0.5, Aim.QUARTER: 0.75}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ladder:
    """codes: of those selected whose level is known, the worst placed first, at least one."""

    trait: Trait
    codes: NDArray[np.float64]

    @property
    def people(self) -> int:
        """Whose level is known."""
        return len(self.codes)

    def passed(self, code: float) -> int:
        """How many stand no better than a code: whoever has it stands at or above so many."""
        sign = self._sign
        return int(np.searchsorted(sign * self.codes, sign * code, side="right"))

    def code(self, aim: Aim) -> float:
        """What to aim at: the least demanding code of somebody selected that is enough."""
        return float(self.codes[math.ceil(SHARES[aim] * self.people) - 1])

    def between(self, near: float, far: float) -> tuple[float, ...]:
        """Codes of those selected that are better placed than one and worse than another, each once, the worst first:
        at each of them one stands at or above more people."""
        found = (float(code) for code in dict.fromkeys(self.codes.tolist()))
        return tuple(code for code in found if self.is_beyond(code, near) and self.is_beyond(far, code))

    def is_beyond(self, code: float, other: float) -> bool:
        """Whether a code is better placed than another."""
        return self._sign * code > self._sign * other

    @property
    def _sign(self) -> float:
        return -1.0 if self.trait.better is Better.LESS else 1.0


def ladders(yes: YesGroup) -> tuple[Ladder, ...]:
    """Of every trait that has an order, is recorded both ways, is not protected and is known of somebody."""
    found = []
    for trait in yes.traits:
        counts = trait.recorded is Recorded.BOTH and not trait.protected and trait.kind != "date"
        codes = np.sort(yes.column(trait.name))
        if counts and trait.better is not Better.NEITHER and len(codes):
            found.append(Ladder(trait=trait, codes=codes[::-1] if trait.better is Better.LESS else codes))
    return tuple(found)
