"""How the traits of the pool hang together, learned inside the yes group.

Selecting by a rule tilts the pool and leaves the dependence of the traits nearly as it was, so the yes group, the one
place where individuals are seen, tells it: the latent correlation of each pair is estimated there, corrected for what
selection itself does to it, and drawn towards the other pairs as far as the pairs are alike (a normal hierarchy whose
mean and spread are integrated over).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from twelfth.goal import Trait

Array = NDArray[np.float64]

MEANS = np.linspace(-0.3, 0.6, 19)
SPREADS = np.array([0.03, 0.1, 0.2, 0.3, 0.4])
"""Mean and spread of the latent correlations over pairs: the grid they are integrated over."""
MEAN_CENTRE, MEAN_SD = 0.15, 0.25
"""Prior of the mean: applicants with one strength tend a little to have others."""
MOST, LEAST_EIGENVALUE = 0.93, 0.03
LEAST_SD = 0.3
START = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Latent correlation of every pair and its sampling variance: [traits, traits]."""

    correlation: Array
    variance: Array


def pairs_of(rows: Array, traits: tuple[Trait, ...], weight: Array | None = None) -> Pairs:
    """Latent correlations in rows [n, traits], NaN unknown, weighted by `weight` [n].

    By normal scores: the covariance of two traits' scores over the product of their variances, which to first order is
    the correlation of the latents (the score of a level is the mean of the latent normal within it).
    """
    w = np.ones(len(rows)) if weight is None else weight
    scores, variances = _scores(rows, traits, w)
    seen = ~np.isnan(scores)
    filled = np.where(seen, scores, 0.0)
    both = (seen * w[:, None]).T @ seen.astype(float)
    size = both**2 / np.maximum((seen * (w**2)[:, None]).T @ seen.astype(float), 1e-12)
    scale = np.outer(variances, variances)
    found = (filled * w[:, None]).T @ filled / np.maximum(both, 1e-12) / scale
    return Pairs(found, 1 / np.maximum(size, 0.25) / scale)


def _scores(rows: Array, traits: tuple[Trait, ...], weight: Array) -> tuple[Array, Array]:
    scores, variances = np.full(rows.shape, np.nan), np.ones(len(traits))
    for index, trait in enumerate(traits):
        seen = ~np.isnan(rows[:, index])
        w, values, codes = weight[seen], rows[seen, index], trait.codes()
        if not len(values) or w.sum() <= 0:
            continue
        if codes is None:
            middle = w @ values / w.sum()
            sd = np.sqrt(w @ (values - middle) ** 2 / w.sum())
            scores[seen, index] = (values - middle) / max(float(sd), 1e-9) if sd > 0 else 0.0
            continue
        counts = np.array([w[values == code].sum() for code in codes]) + 0.5 * w.mean()
        by_level, variances[index] = _level_scores(counts / counts.sum())
        own = by_level[values.astype(int)]
        scores[seen, index] = own - w @ own / w.sum()
    return scores, variances


def _level_scores(shares: Array) -> tuple[Array, float]:
    """The mean of a standard normal within each level, and the variance of that score."""
    borders = np.concatenate([[0.0], np.cumsum(shares)])
    density = np.exp(-0.5 * ndtri(np.clip(borders, 1e-12, 1 - 1e-12)) ** 2) / np.sqrt(2 * np.pi)
    density[0] = density[-1] = 0.0
    scores = (density[:-1] - density[1:]) / shares
    return scores, float(shares @ scores**2)


@dataclass(frozen=True, slots=True, eq=False)
class Dependence:
    """Posterior of the pool's latent correlations, given the pairs seen in the yes group."""

    size: int
    seen: Array
    variance: Array
    weight: Array

    @classmethod
    def given(cls, pairs: Pairs, correction: Array) -> "Dependence":
        """`correction` [traits, traits]: what selection took from each correlation."""
        upper = np.triu_indices(len(correction), 1)
        seen = np.clip(pairs.correlation + correction, -0.95, 0.95)[upper]
        variance = pairs.variance[upper] + 1e-4
        total = variance[:, None, None] + (SPREADS**2)[None, None, :]
        fit = -0.5 * (np.log(total) + (seen[:, None, None] - MEANS[None, :, None]) ** 2 / total).sum(axis=0)
        log_weight = fit - 0.5 * ((MEANS - MEAN_CENTRE) / MEAN_SD)[:, None] ** 2
        weight = np.exp(log_weight - log_weight.max())
        return cls(len(correction), seen, variance, weight / weight.sum())

    def mean(self) -> Array:
        """The posterior mean as a correlation matrix."""
        middle = np.zeros(len(self.seen))
        for (i, j), weight in np.ndenumerate(self.weight):
            middle += weight * self._towards(float(MEANS[i]), float(SPREADS[j]))[0]
        return self._matrix(middle)

    def draws(self, quantiles: Array, rng: np.random.Generator) -> list[Array]:
        """One correlation matrix per quantile of (mean, spread)."""
        cumulative = np.cumsum(self.weight.ravel())
        found = []
        for quantile in quantiles:
            i, j = divmod(int(np.searchsorted(cumulative, quantile * cumulative[-1])), len(SPREADS))
            middle, variance = self._towards(float(MEANS[i]), float(SPREADS[j]))
            found.append(self._matrix(middle + np.sqrt(variance) * rng.standard_normal(len(middle))))
        return found

    def _towards(self, mean: float, spread: float) -> tuple[Array, Array]:
        variance = 1 / (1 / self.variance + 1 / spread**2)
        return variance * (self.seen / self.variance + mean / spread**2), variance

    def _matrix(self, upper: Array) -> Array:
        matrix = np.eye(self.size)
        matrix[np.triu_indices(self.size, 1)] = np.clip(upper, -MOST, MOST)
        return positive(matrix + matrix.T - np.eye(self.size))


def even(size: int, correlation: float = START) -> Array:
    """The same correlation for every pair."""
    return np.full((size, size), correlation) + (1 - correlation) * np.eye(size)


def positive(matrix: Array) -> Array:
    """The correlation matrix near a symmetric one: small eigenvalues raised, the diagonal back at 1."""
    values, vectors = np.linalg.eigh(matrix)
    raised = (vectors * np.maximum(values, LEAST_EIGENVALUE)) @ vectors.T
    sd = np.sqrt(np.diag(raised))
    return np.asarray(raised / np.outer(sd, sd))
