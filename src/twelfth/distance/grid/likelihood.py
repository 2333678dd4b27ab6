"""What the counts say of the log odds: a binomial per cell, summed over 0 … limit - 1 where only "<10" is told."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, expit, logsumexp, softmax

from twelfth.distance.grid.table import Table

Array = NDArray[np.float64]


class Likelihood:
    """The informing cells, in the order of `table.informs`; log odds come as [..., cells].

    Formula: a cell with a of n has log likelihood a t - n log(1 + e^t) at log odds t, one with "<limit" of n
    log Σ_{a < limit} C(n, a) e^{a t} - n log(1 + e^t). Both are concave in t: cutting a binomial off narrows it.
    """

    def __init__(self, table: Table) -> None:
        here = table.informs
        self._n = table.applicants[here].astype(float)
        self._accepted = table.accepted[here].astype(float)
        limit = table.limit[here]
        self._cut = np.flatnonzero(limit)
        self._below = np.arange(max(int(limit.max()), 1), dtype=float)
        n = self._n[self._cut, None]
        room = np.where(self._below < limit[self._cut, None], n - self._below, 0.0)
        ways = -betaln(room + 1, self._below + 1) - np.log(n + 1)
        self._log_ways = np.where(self._below < limit[self._cut, None], ways, -np.inf)

    def value(self, log_odds: Array, weights: Array) -> float:
        """Log likelihood up to a constant, averaged over points [points, cells] with these weights [points]."""
        known = log_odds @ self._accepted - np.logaddexp(0.0, log_odds) @ self._n
        if self._cut.size:
            known = known + logsumexp(self._terms(log_odds), axis=-1).sum(axis=-1)
        return float(weights @ known)

    def slopes(self, log_odds: Array) -> tuple[Array, Array]:
        """First derivative, and minus the second, per cell; the same shape as `log_odds`."""
        chance = expit(log_odds)
        accepted = np.broadcast_to(self._accepted, log_odds.shape).copy()
        spread = np.zeros_like(log_odds)
        if self._cut.size:
            share = softmax(self._terms(log_odds), axis=-1)
            mean = share @ self._below
            accepted[..., self._cut] = mean
            spread[..., self._cut] = share @ self._below**2 - mean**2
        curvature = self._n * chance * (1 - chance) - spread
        return accepted - self._n * chance, np.maximum(curvature, 0.0)

    def _terms(self, log_odds: Array) -> Array:
        """log C(n, a) + a t for every a below the limit: [..., cells that are cut, limit]."""
        return np.asarray(self._log_ways + self._below * log_odds[..., self._cut, None])
