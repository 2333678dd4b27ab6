"""The logistic tilt: coefficients that turn a pool into the yes group seen, and how surely.

logit p(x) = a + b phi(x), the mean of p over the pool is the base rate pi. The mean of phi among those selected is
E[p phi] / pi, so b solves, for each column j, n_j (mean seen_j - E[p phi_j] / pi) - (P b)_j = 0, P the precision of the
prior (Newton).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from twelfth.distance.cohort.chance_of import chance_of

Array = NDArray[np.float64]

STEPS, HALVINGS = 50, 12
LONGEST_STEP = 1.5
SMALL = 1e-8
MOST = 16.0
"""Linear predictors are kept within these (03-odds)."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What the yes group shows of each column: its mean [d], how many people it rests on [d], and on how many both of
    two columns rest [d, d]."""

    mean: Array
    size: Array
    both: Array

    @classmethod
    def of(cls, encoded: Array, weight: Array) -> "Seen":
        """From encoded rows [n, d], NaN unknown, and weights [n] of the people; sizes are Kish's."""
        known = ~np.isnan(encoded)
        w = np.where(known, weight[:, None], 0.0)
        total = w.sum(axis=0)
        mean = (w * np.where(known, encoded, 0.0)).sum(axis=0) / np.maximum(total, 1e-12)
        squared = (w**2).T @ known.astype(float)
        both = (w.T @ known.astype(float)) ** 2 / np.maximum(squared, 1e-12)
        both = np.where(squared > 0, both, 0.0)
        return cls(mean, np.diag(both).copy(), np.minimum(both, both.T))


@dataclass(frozen=True, slots=True, eq=False)
class Tilt:
    """A fit: intercept, coefficients [d], their covariance [d, d], and each pool row's chance [m]."""

    intercept: float
    coefficients: Array
    covariance: Array
    chance: Array


def intercepts(predictors: Array, rate: Array, start: float) -> Array:
    """Intercepts for which the mean over the pool of expit(a + predictor) is the rate: predictors [m, k], rate [k]."""
    a, p = np.full(predictors.shape[1], start), np.empty_like(predictors)
    for _ in range(STEPS):
        chance_of(np.add(predictors, a, out=p))
        mean = p.mean(axis=0)
        step = np.log(mean / rate) * mean / np.maximum(mean - np.einsum("mk,mk->k", p, p) / len(p), 1e-300)
        a = a - np.clip(step, -2, 2)
        if np.abs(step).max() < SMALL:
            break
    return a


def fit_tilt(pool: Array, seen: Seen, rate: float, precision: Array) -> Tilt:
    """Fit to encoded pool rows [m, d] without NaN."""
    target = np.array([rate])

    def moments(b: Array, a: float) -> tuple[float, Array, Array]:
        predictor = pool @ b
        found = float(intercepts(predictor[:, None], target, a)[0])
        p = chance_of(predictor + found)
        return found, p, seen.size * (seen.mean - p @ pool / len(pool) / rate) - precision @ b

    b = np.zeros(pool.shape[1])
    a, p, slope = moments(b, float(logit(rate)))
    scale = np.sqrt(seen.size + 1)
    for _ in range(STEPS):
        step = np.linalg.solve(_curvature(pool, p, rate, seen, precision), slope)
        length = min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-300))
        worst = float(np.abs(slope / scale).max())
        following = moments(b + length * step, a)
        for _ in range(HALVINGS):
            if np.abs(following[2] / scale).max() < worst or worst < SMALL:
                break
            length /= 2
            following = moments(b + length * step, a)
        b, (a, p, slope) = b + length * step, following
        if np.abs(length * step).max() < SMALL:
            break
    return Tilt(a, b, _covariance(pool, p, rate, seen, precision), p)


def _curvature(pool: Array, p: Array, rate: float, seen: Seen, precision: Array) -> Array:
    """Minus the derivative of the slope: diag(n) d(E[p phi] / pi) / db + P, the intercept following."""
    v = p * (1 - p)
    weighted = pool.T * v
    middle, total = weighted.mean(axis=1), max(float(v.mean()), 1e-300)
    spread = (weighted @ pool / len(pool) - np.outer(middle, middle) / total) / rate
    return np.asarray(seen.size[:, None] * spread + precision)


def _covariance(pool: Array, p: Array, rate: float, seen: Seen, precision: Array) -> Array:
    """The sandwich: curvature^-1 (covariance of the seen sums + prior) curvature^-T."""
    middle = p @ pool / len(pool) / rate
    among_yes = (pool.T * p) @ pool / len(pool) / rate - np.outer(middle, middle)
    inverse = np.linalg.inv(_curvature(pool, p, rate, seen, precision))
    covariance = inverse @ (seen.both * among_yes + precision) @ inverse.T
    return np.asarray((covariance + covariance.T) / 2)


def coefficient_draws(centre: Array, covariance: Array, size: int, rng: np.random.Generator) -> Array:
    """Antithetic normal draws [size, d], positive eigenvalues only."""
    values, vectors = np.linalg.eigh(covariance)
    half = rng.standard_normal((size // 2, len(centre)))
    deviations = (half * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    return np.asarray(centre + np.concatenate([deviations, -deviations]))
