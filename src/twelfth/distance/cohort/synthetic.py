"""Synthetic pools: individuals with the stated marginals and a given latent dependence (a Gaussian copula)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, ndtri

from twelfth.distance.cohort.pool import Pool
from twelfth.goal import Trait

Array = NDArray[np.float64]

PEOPLE = 3000
"""Individuals of a synthetic pool (03-odds, E1)."""
MEAN_PER_LOGIT = 0.7
"""By how many sd a shared mistake of one logit moves a mean (03-odds, E1)."""
LEAST_SHARE = 1e-4
MOST_LOG_SD = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Marginals:
    """One belief about every trait's marginal, drawn from what is stated."""

    traits: tuple[Trait, ...]
    values: tuple[tuple[float, ...], ...]

    def people(self, latent: Array) -> Array:
        """Latent normal scores [m, traits] as rows of levels and numbers [m, traits]."""
        columns = []
        for index, (trait, value) in enumerate(zip(self.traits, self.values, strict=True)):
            if trait.codes() is None:
                columns.append(value[0] + value[1] * latent[:, index])
            else:
                cuts = ndtri(np.clip(np.cumsum(value)[:-1], 1e-9, 1 - 1e-9))
                columns.append(np.searchsorted(cuts, latent[:, index], side="right").astype(float))
        return np.column_stack(columns)


def nominal(traits: tuple[Trait, ...], marginals: tuple[tuple[float, ...], ...]) -> Marginals:
    """The statement as it stands."""
    return Marginals(traits, marginals)


def redrawn(told: Marginals, pool: Pool, rng: np.random.Generator, mistake: float) -> Marginals:
    """The statement as it may truly be: shares and means by their errors, and one mistake (in logits) shared by all
    traits: every share of having more is moved by it.

    Shares are drawn as a Dirichlet's gammas would be, each of sd 1 / sqrt(ess q) in logs, but lognormally and within
    one log: eight people cannot say that a share guessed at a tenth may be next to nothing, as a Dirichlet would have
    it every fourth time. In the world of the wrong pool of benchmarks/cohort_odds.py that covers more and knows more.
    """
    values: list[tuple[float, ...]] = []
    for trait, value in zip(told.traits, told.values, strict=True):
        if trait.codes() is None:
            moved = rng.standard_normal() / np.sqrt(pool.ess) + MEAN_PER_LOGIT * mistake
            values.append((value[0] + value[1] * moved, value[1]))
        else:
            stated = np.maximum(np.array(value), LEAST_SHARE)
            spread = np.minimum(1 / np.sqrt(pool.ess * stated), MOST_LOG_SD)
            drawn = stated * np.exp(spread * rng.standard_normal(len(stated)))
            shares = np.maximum(drawn / drawn.sum(), LEAST_SHARE)
            values.append(tuple(_moved(shares / shares.sum(), mistake)))
    return Marginals(told.traits, tuple(values))


def _moved(shares: Array, mistake: float) -> list[float]:
    """Every cumulative share from above moved by the mistake, so that the order of the levels is kept."""
    if mistake == 0:
        return [float(one) for one in shares]
    above = 1 - np.cumsum(shares)[:-1]
    moved = expit(logit(np.clip(above, LEAST_SHARE, 1 - LEAST_SHARE)) + mistake)
    return [float(one) for one in -np.diff(np.concatenate([[1.0], moved, [0.0]]))]


def spread_points(size: int, dimensions: int, shift: Array) -> Array:
    """Points evenly spread in the unit cube, moved by `shift` [dimensions]: the additive recurrence of M. Roberts
    (2018)."""
    root = 1.5
    for _ in range(64):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = root ** -np.arange(1.0, dimensions + 1)
    return np.asarray((shift + np.outer(np.arange(1, size + 1), steps)) % 1.0)


def latent_people(correlation: Array, shift: Array, size: int = PEOPLE) -> Array:
    """Latent normal scores of a pool with a correlation matrix: [size, traits]."""
    points = np.clip(spread_points(size, len(correlation), shift), 1e-9, 1 - 1e-9)
    return np.asarray(ndtri(points) @ np.linalg.cholesky(correlation).T)
