"""The forecast of one cut-off: a Student-t with 4 degrees of freedom, rounded to whole points."""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from twelfth.base import invalid
from twelfth.distance.cutoff.student import SCALE_PER_SD, cdf, upper_end
from twelfth.distance.cutoff.unit import TYPICAL_CHANGE
from twelfth.distance.odds import Caveat
from twelfth.distance.percentile import HIGH_END

Array = NDArray[np.float64]

REACH = upper_end(HIGH_END) * SCALE_PER_SD
"""Sds from the mean to either end of 90 %."""
CERTAIN = float(expit(16.0))
"""No chance is told beyond this (03-odds: log odds within 16)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the cut-off of a kind's next round may be, in points.

    mean and sd: of the distribution. lo, hi: 90 % of it. on: the day the round is taken to be decided. unit: points
    that count as one; cut-offs are taken for whole numbers of it.
    """

    kind: str
    on: date
    mean: float
    sd: float
    basis: str
    caveats: tuple[Caveat, ...] = ()
    unit: float = 1.0

    @property
    def lo(self) -> float:
        return self.mean - self._reach

    @property
    def hi(self) -> float:
        return self.mean + self._reach

    def cdf(self, score: float) -> float:
        """P(cut-off <= score): the chance of being selected with `score` in this round. A tie counts half.

        Raises:
            InvalidInput: the score is not finite.
        """
        if not np.isfinite(score):
            raise invalid("score", score, "a finite number of points")
        return float(chance(np.array([score / self.unit]), self.mean / self.unit, self.sd / self.unit)[0])

    @property
    def decimals(self) -> int:
        """Decimals in which its figures say something: none where a point or more counts as one."""
        return max(0, math.ceil(-math.log10(TYPICAL_CHANGE * self.unit)))

    @property
    def _reach(self) -> float:
        return REACH * self.sd


def chance(scores: Array, mean: Array | float, sd: Array | float) -> Array:
    """P(cut-off < score) + P(cut-off = score) / 2, the cut-off being rounded to whole points, within (0, 1)."""
    under, upto = (cdf((end - mean) / (SCALE_PER_SD * sd)) for end in (np.ceil(scores) - 0.5, np.floor(scores) + 0.5))
    return np.asarray(np.clip((under + upto) / 2, 1 - CERTAIN, CERTAIN))
