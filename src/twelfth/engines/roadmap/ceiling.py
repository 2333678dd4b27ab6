"""The highest chance over a polytope of scores: no score above its round's cap, no weighted sum of them above its cut.

The chance is 1 - sum_j w_j exp(-v_j), v_j = sum_k s_j(M_k), where s_j is -log(1 - p) of one quality. It is concave in
v, so its tangents lie above it; on an interval, s_j lies below its chord but for what the chord falls short, which is
added. That leaves a linear programme; intervals are halved until the scores it finds are worth what it says (spatial
branch and bound; Horst and Tuy 1996).
"""

import heapq
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numba import njit
from scipy.optimize import linprog

from twelfth.engines.roadmap.arrays import Floats
from twelfth.engines.roadmap.passed_before import TILT
from twelfth.roadmap import Unseen

STEP = 0.02
PARTS = 32
"""A chord is held against the curve at so many points of its interval."""
CLOSE = 5e-4
"""Of the chance; what is left between the linear programme and the scores it finds."""


class Peak(NamedTuple):
    """No less than the highest chance somewhere, the scores at which a linear programme finds it, and the direction
    that the programme goes in [rounds]."""

    value: float
    scores: Floats
    slope: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Polytope:
    """Scores M [rounds] between low and high with cuts @ M <= most."""

    low: Floats
    high: Floats
    cuts: Floats
    most: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """A table of s [scores, qualities] at evenly spaced scores, and the weights of the qualities."""

    at: Floats
    rises: Floats
    weights: Floats

    @classmethod
    def of(cls, sigma: float, low: float, high: float, *, exams: bool) -> "Ceiling":
        """From the lowest to the highest score there can be.

        Where exams leave the score of a round to chance, s is replaced by its concave hull over exp(score), which is
        no less than its mean at the logarithm of the mean of exp(score).
        """
        unseen = Unseen.normal(sigma)
        at = np.arange(low - STEP, high + 2 * STEP, STEP)
        rises = unseen.misses(at).T
        if exams:
            above = np.empty_like(rises)
            _hull(np.exp(TILT * (at - high)), rises, above)
            rises = above
        return cls(at=at, rises=rises, weights=unseen.weights)

    def rise(self, scores: Floats) -> Floats:
        """s at scores of any shape: [..., qualities]."""
        place = np.clip((scores - self.at[0]) / STEP, 0, len(self.at) - 1.000001)
        left = place.astype(int)
        part = (place - left)[..., None]
        return np.asarray((1 - part) * self.rises[left] + part * self.rises[left + 1])

    def chance(self, scores: Floats) -> float:
        """Of being selected in at least one round."""
        return float(1.0 - self.weights @ np.exp(-self.rise(scores).sum(axis=0)))

    def slope(self, scores: Floats) -> Floats:
        """By how much the chance grows with the score of each round: [rounds]."""
        rise = self.rise(scores)
        return np.asarray((rise - self.rise(scores - STEP)) @ (self.weights * np.exp(-rise.sum(axis=0))) / STEP)

    def least(self, high: Floats, chance: float) -> Floats:
        """The score of each round below which the chance stays below one given, whatever the others are: [rounds]."""
        total = self.rise(high)
        others = total.sum(axis=0) - total
        low, above = np.full(len(high), self.at[0]), high.copy()
        for _ in range(24):
            middle = (low + above) / 2
            reached = 1.0 - np.exp(-(others + self.rise(middle))) @ self.weights >= chance
            low, above = np.where(reached, low, middle), np.where(reached, middle, above)
        return low

    def highest(self, within: Polytope, *, enough: float, nodes: int) -> "Peak":
        """No less than the highest chance within a polytope, and where; at most so many boxes are opened.

        Where the chance is nowhere above `enough`, that is what is returned.
        """
        count = 1
        heap: list[tuple[float, int, Peak, Floats, Floats]] = []
        found = self._box(within, within.low, within.high)
        if found is not None:
            heapq.heappush(heap, (-found.value, 0, found, within.low, within.high))
        while heap:
            value, _, peak, low, high = heap[0]
            scores = peak.scores
            if -value <= enough or count >= nodes or -value - self.chance(scores) <= CLOSE:
                break
            heapq.heappop(heap)
            wide = (high - low) ** 2 * self.slope(scores)
            k = int(np.argmax(wide))
            middle = (low[k] + high[k]) / 2
            for upper in (False, True):
                below, above = low.copy(), high.copy()
                (below if upper else above)[k] = middle
                count += 1
                found = self._box(within, below, above)
                if found is not None and found.value > enough:
                    heapq.heappush(heap, (-found.value, count, found, below, above))
        if not heap:
            return Peak(enough, within.high, self.slope(within.high))
        return heap[0][2]._replace(value=max(enough, -heap[0][0]))

    def _box(self, within: Polytope, low: Floats, high: Floats) -> "Peak | None":
        """No less than the highest chance in a box of the polytope, and where; None if the box lies outside."""
        for cut, most in zip(within.cuts, within.most, strict=True):
            spare = most - cut @ low
            if spare < -1e-9:
                return None
            tight = np.divide(spare, cut, out=np.full(len(cut), np.inf), where=cut > 0)
            high = np.minimum(high, low + np.maximum(tight, 0.0))
        best, where, steepest = self.chance(high), high, self.slope(high)
        for touching in (high, (low + high) / 2 + 0.3 * (high - low)):
            start, slope, level = self._chords(touching, low, high)
            scores = high
            if len(within.cuts):
                box = [(float(least), float(most)) for least, most in zip(low, high, strict=True)]
                answer = linprog(-slope, A_ub=within.cuts, b_ub=within.most, bounds=box, method="highs")
                if answer.status == 2:
                    return None
                if answer.status != 0 or answer.x is None:
                    continue
                scores = np.clip(answer.x, low, high)
            value = level + float(start.sum() + slope @ (scores - low))
            if value < best:
                best, where, steepest = value, scores, slope
        return Peak(best, where, steepest)

    def _chords(self, touching: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats, float]:
        """Of the tangent in v at some scores: the chord of each round from its low end, as start and slope, and what is
        left over."""
        v = self.rise(touching).sum(axis=0)
        share = self.weights * np.exp(-v)
        points = np.linspace(low, high, PARTS)
        curve = self.rise(points) @ share
        width = high - low
        slope = np.divide(curve[-1] - curve[0], width, out=np.zeros(len(low)), where=width > 1e-9)
        short = (curve - curve[0] - slope * (points - low)).max(axis=0)
        return curve[0] + np.maximum(short, 0.0), slope, float((self.weights - share - share * v).sum())


@njit(cache=True)
def _hull(x, s, found):  # type: ignore[no-untyped-def]
    """Into `found`: the least concave function of x above each column of s [points, columns], at the points.

    Nothing is returned, as in `anneal`.
    """
    kept = np.empty(len(x), np.int64)
    for column in range(s.shape[1]):
        y, count = s[:, column], 0
        for right in range(len(x)):
            while count > 1:
                left, middle = kept[count - 2], kept[count - 1]
                if (y[middle] - y[left]) * (x[right] - x[left]) > (y[right] - y[left]) * (x[middle] - x[left]):
                    break
                count -= 1
            kept[count] = right
            count += 1
        found[:, column] = np.interp(x, x[kept[:count]], y[kept[:count]])
