"""What a classifier's score has meant: [p0, p1] of Venn-Abers, widened by how much it varies with the people known.

By itself [p0, p1] held the chance behind a score in 44 of 100 cases with 100 people known and in 14 with 5000: it
says that the two regressions agree and not that they are right. So the people are drawn again 64 times.
"""

import numpy as np
from numpy.typing import NDArray

from twelfth.distance.model.venn_abers import merged, venn_abers
from twelfth.distance.percentile import HIGH_END, LOW_END

Array = NDArray[np.float64]

RESAMPLES = 64
"""As often as a labelled model is fitted again (03-odds, E2)."""


class Calibration:
    """Scores [m] of people whose outcome [m], 0 or 1, is known; at least one."""

    def __init__(self, scores: Array, labels: Array, rng: np.random.Generator) -> None:
        self._all = venn_abers(scores, labels)
        drawn = rng.integers(0, len(scores), (RESAMPLES, len(scores)))
        self._again = [_Steps(scores[people], labels[people]) for people in drawn]

    def ends(self, scores: Array) -> Array:
        """Lower end, headline and upper end at each score: [3, n], in [0, 1]."""
        p0, p1 = self._all.at(scores)
        again = np.array([one.at(scores) for one in self._again])
        low, high = np.quantile(again, [LOW_END, HIGH_END], axis=0)
        return np.array([np.minimum(p0, low), merged(p0, p1), np.maximum(p1, high)])


class _Steps:
    """Isotonic regression as a step function; a step counts (yes + 1/2) / (people + 1), as no frequency
    of so few is 0 or 1."""

    def __init__(self, scores: Array, labels: Array) -> None:
        distinct, place = np.unique(scores, return_inverse=True)
        people = np.bincount(place).astype(np.float64)
        yes = np.bincount(place, weights=labels)
        from scipy.optimize import isotonic_regression  # here, because loading it takes longer than most answers

        begins = isotonic_regression(yes / people, weights=people).blocks[:-1]
        self._begins = distinct[begins]
        self._values = (np.add.reduceat(yes, begins) + 0.5) / (np.add.reduceat(people, begins) + 1)

    def at(self, scores: Array) -> Array:
        return np.asarray(self._values[np.maximum(np.searchsorted(self._begins, scores, side="right") - 1, 0)])
