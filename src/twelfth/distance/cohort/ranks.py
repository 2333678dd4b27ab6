"""Ranks of a skewed number in the pool, as scores: a few with a hundred times the others' hours must not rule the fit.

A value's score is the normal quantile of its middle rank among the individuals of the pool, in pool standard deviations
(van der Waerden 1952). Where only a mean and a standard deviation are stated there is no skew to know.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Array = NDArray[np.float64]

MOST_SKEW = 2.0
"""Third standardised moment above which a number counts by rank (03-odds)."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranks:
    """The pool's known values in order [n], and the mean and sd of their scores."""

    ordered: Array
    mean: float
    sd: float

    @classmethod
    def if_skewed(cls, column: Array) -> "Ranks | None":
        """Of the pool's values [m], NaN unknown; None unless they are skewed."""
        known = np.sort(column[~np.isnan(column)])
        spread = float(known.std()) if len(known) else 0.0
        if spread == 0 or abs(float((((known - known.mean()) / spread) ** 3).mean())) <= MOST_SKEW:
            return None
        scores = _scores(known, known)
        return cls(known, float(scores.mean()), float(scores.std()))

    def encode(self, values: Array) -> Array:
        """Scores of values [n]; beyond the pool's own the last score; NaN stays."""
        found = (_scores(self.ordered, values) - self.mean) / self.sd
        return np.where(np.isnan(values), np.nan, found)


def _scores(ordered: Array, values: Array) -> Array:
    middle = (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right")) / 2
    least = 0.5 / len(ordered)
    return np.asarray(ndtri(np.clip(middle / len(ordered), least, 1 - least)))
