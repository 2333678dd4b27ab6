"""Marginal weight of evidence: how much one level of one trait speaks for selection, log(share among yes / share in
pool).

By a posterior on a fixed grid, because pseudo-counts do not keep their word at small n (03-odds: coverage .74 to .86 at
n = 4). These weights are for display: traits go together, so the weights of two traits must never be added.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from twelfth.base import Estimate, invalid
from twelfth.distance.percentile import HIGH_END, LOW_END
from twelfth.goal import Basis, PoolShare

Array = NDArray[np.float64]

PRIOR_SD_LEVEL = 1.5
"""Prior sd of the log odds ratio of a level, yes group against pool (03-odds, E1 and Gaps)."""
PRIOR_SD_NUMBER = 1.0
"""Prior sd of the shift of a number, in pool standard deviations (03-odds, E1)."""
GRID_NODES = 701
GRID_REACH = 6.0
"""The grid ends this many prior sd from 0; what lies beyond weighs less than 1e-8."""
POOL_NODES = 21
SHARE_FLOOR = 1e-3
"""A level the pool is said never to show is given this share, so that its weight stays finite."""

EFFECTIVE_SAMPLE = {Basis.PUBLISHED: 200, Basis.SURVEY: 200, Basis.EXPERT: 20, Basis.GUESS: 8}
"""How many people a statement about the pool is worth (03-odds, P1 and P2); a survey is worth its n, at most this."""
BIAS_SD = {Basis.PUBLISHED: 0.0, Basis.SURVEY: 0.3, Basis.EXPERT: 0.6, Basis.GUESS: 0.6}
"""Sd of the shared mistake of such a statement, in log odds; a mean is moved by 0.7 of it, in sd."""
BIAS_OF_MEAN = 0.7


def weight_of_level(count: int, total: int, *, pool: PoolShare) -> Estimate:
    """The weight of a level that `count` of `total` selected hold and the pool holds with `pool.share`.

    Formula: log p - log q with logit p = logit q + d, d ~ N(0, 1.5^2), count ~ Bin(total, p), logit q ~ N around the
    stated
    share. Unit: natural log of a ratio of shares; 0 says nothing either way.

    Raises:
        InvalidInput: a count outside [0, total], or a pool statement without a share.
    """
    if pool.share is None:
        raise invalid(f"{pool.trait} in the pool", "mean and sd", "a share")
    if not 0 <= count <= total:
        raise invalid(f"count of {pool.trait}", f"{count} of {total}", "a count from 0 to the total")
    shift = _grid(PRIOR_SD_LEVEL)
    share, share_weight = _pool_shares(pool)
    log_odds = logit(share)[:, None] + shift[None, :]
    log_p, log_not_p = -np.logaddexp(0.0, -log_odds), -np.logaddexp(0.0, log_odds)
    posterior = count * log_p + (total - count) * log_not_p - 0.5 * (shift / PRIOR_SD_LEVEL) ** 2
    return _weighted(log_p - np.log(share)[:, None], posterior + np.log(share_weight)[:, None])


def weight_of_number(values: Array, at: float, *, pool: PoolShare) -> Estimate:
    """The weight of the number `at`, given the numbers of those selected and the pool's mean and sd.

    Formula: with z = (x - mean) / sd the yes group is the pool tilted by d, z ~ N(d, 1), d ~ N(0, 1): the weight of z
    is d z - d^2 / 2.

    Raises:
        InvalidInput: a value that is not finite, or a pool statement without mean and sd.
    """
    if pool.mean is None or pool.sd is None:
        raise invalid(f"{pool.trait} in the pool", "a share", "a mean and an sd")
    if not (np.isfinite(values).all() and np.isfinite(at)):
        raise invalid(f"values of {pool.trait}", at, "finite numbers")
    shift = _grid(PRIOR_SD_NUMBER)
    moved, moved_weight = _normal_nodes(np.hypot(1 / np.sqrt(_worth(pool)), BIAS_OF_MEAN * BIAS_SD[pool.basis]))
    z = (values - pool.mean) / pool.sd
    centre = z.mean() if len(z) else 0.0
    misfit = 0.5 * len(z) * (centre - moved[:, None] - shift[None, :]) ** 2
    posterior = -misfit - 0.5 * (shift / PRIOR_SD_NUMBER) ** 2
    z_at = (at - pool.mean) / pool.sd - moved[:, None]
    return _weighted(shift * z_at - 0.5 * shift**2, posterior + np.log(moved_weight)[:, None])


def _grid(prior_sd: float) -> Array:
    return np.linspace(-GRID_REACH * prior_sd, GRID_REACH * prior_sd, GRID_NODES)


def _worth(pool: PoolShare) -> float:
    most = EFFECTIVE_SAMPLE[pool.basis]
    return float(min(pool.n, most) if pool.n else most)


def _pool_shares(pool: PoolShare) -> tuple[Array, Array]:
    """Quadrature nodes for the true share in the pool, and their weights."""
    share = float(np.clip(pool.share or 0.0, SHARE_FLOOR, 1 - SHARE_FLOOR))
    sd = np.hypot(1 / np.sqrt(_worth(pool) * share * (1 - share)), BIAS_SD[pool.basis])
    nodes, weights = _normal_nodes(float(sd))
    return expit(logit(share) + nodes), weights


def _normal_nodes(sd: float) -> tuple[Array, Array]:
    nodes, weights = np.polynomial.hermite_e.hermegauss(POOL_NODES)
    return nodes * sd, weights / weights.sum()


def _weighted(values: Array, log_weight: Array) -> Estimate:
    """Median and 90 % ends of `values` under weights exp(log_weight)."""
    weight = np.exp(log_weight - log_weight.max()).ravel()
    order = np.argsort(values, axis=None, kind="stable")
    cumulative = np.cumsum(weight[order]) - 0.5 * weight[order]
    ends = np.interp([0.5, LOW_END, HIGH_END], cumulative / weight.sum(), values.ravel()[order])
    return Estimate(float(ends[0]), float(ends[1]), float(ends[2]))
