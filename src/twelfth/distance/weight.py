"""Marginal weight of evidence: how much one level of one trait speaks for selection.

Its definition is log(share among yes / share in pool). By a posterior on a fixed grid, because pseudo-counts take the
pool as known: with 300 profiles and a guessed pool their 90 % interval held the truth 37 % of the time, this one 96 %
(benchmarks/woe_coverage.py). These weights are for display: traits go together, so the weights of two traits must
never be added.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit, ndtri

from twelfth.base import Estimate, invalid
from twelfth.distance.percentile import HIGH_END, LOW_END
from twelfth.goal import Basis, PoolShare

Array = NDArray[np.float64]

PRIOR_SD_LEVEL = 2.0
"""Prior sd of the log odds ratio of a level, yes group against pool.

The odds specification says 1.5. Where the best one in a hundred is taken by a score without luck, log odds ratios of
3 and
more are usual and 1.5 covered .77 at n = 4 and .85 at n = 16; 2.0 keeps its word there too and costs width only below
n = 8
(benchmarks/woe_coverage.py shows both worlds)."""
PRIOR_SD_NUMBER = 1.0
"""Prior sd of the shift of a number, in pool standard deviations (03-odds, E1)."""
PRIOR_SD_SPREAD = 0.45
"""Prior sd of log(sd among yes / sd in pool). Two of them reach what taking the best tenth by this number alone
would do: the sd of a normal cut at its 90th percentile is .41, log -.89."""
GRID_NODES = 701
GRID_REACH = 6.0
"""The grid ends this many prior sd from 0; what lies beyond weighs less than 1e-8."""
POOL_NODES, POOL_WEIGHTS = np.polynomial.hermite_e.hermegauss(41)
SHARE_FLOOR = 1e-3
"""A level the pool is said never to show is given this share, so that its weight stays finite."""

EFFECTIVE_SAMPLE = {Basis.PUBLISHED: 200, Basis.SURVEY: 200, Basis.EXPERT: 20, Basis.GUESS: 8}
"""How many people a statement about the pool is worth (03-odds, P1 and P2); a survey is worth its n, at most this."""
BIAS_SD = {Basis.PUBLISHED: 0.0, Basis.SURVEY: 0.3, Basis.EXPERT: 0.6, Basis.GUESS: 0.6}
"""Sd of the shared mistake of such a statement, in log odds; a mean is moved by 0.7 of it, in sd."""
BIAS_OF_MEAN = 0.7
MOST = 16.0
"""Weights of numbers far outside the pool are cut off here (03-odds, E1)."""


def weight_of_level(count: int, total: int, *, pool: PoolShare) -> Estimate:
    """The weight of a level that `count` of `total` selected hold and the pool holds with `pool.share`.

    Formula: log p - log q with logit p = logit q + d, d ~ N(0, 2^2), count ~ Bin(total, p), logit q ~ N around the
    stated share. Unit: natural log of a ratio of shares; 0 says nothing either way.

    Raises:
        InvalidInput: a count outside [0, total], or a pool statement without a share.
    """
    if pool.share is None:
        raise invalid(f"{pool.trait} in the pool", "mean and sd", "a share")
    if not 0 <= count <= total:
        raise invalid(f"count of {pool.trait}", f"{count} of {total}", "a count from 0 to the total")
    shift = _grid(PRIOR_SD_LEVEL)
    pool_log_odds, pool_weight = _pool_log_odds(pool)
    log_odds = pool_log_odds[:, None] + shift[None, :]
    log_p, log_q = -np.log1p(np.exp(-log_odds)), -np.log1p(np.exp(-pool_log_odds))
    posterior = total * log_p - (total - count) * log_odds - 0.5 * (shift / PRIOR_SD_LEVEL) ** 2
    return _weighted(log_p - log_q[:, None], posterior + np.log(pool_weight)[:, None])


def weight_of_number(values: Array, at: float, *, pool: PoolShare) -> Estimate:
    """The weight of the number `at`, given the numbers of those selected and the pool's mean and sd.

    Formula: with z = (x - mean) / sd, the yes group is N(m, s^2) and the pool N(u, k^2): the weight of z is the
    difference of their log densities. m - u ~ N(0, 1), log s ~ N(0, .45^2); u and log k have the statement's own
    error around 0. The spread s is learned too, because those who were selected are less spread than the pool: the
    plain tilt (s = k = 1, weight d z - d^2 / 2) is too sure at every size, and the more so the larger the group.

    Raises:
        InvalidInput: a value that is not finite, or a pool statement without mean and sd.
    """
    if pool.mean is None or pool.sd is None:
        raise invalid(f"{pool.trait} in the pool", "a share", "a mean and an sd")
    if not (np.isfinite(values).all() and np.isfinite(at)):
        raise invalid(f"values of {pool.trait}", at, "finite numbers")
    worth = _worth(pool)
    moved_sd = float(np.hypot(1 / np.sqrt(worth), BIAS_OF_MEAN * BIAS_SD[pool.basis]))
    log_sd, centre, moved = _number_posterior((values - pool.mean) / pool.sd, moved_sd)
    log_pool_sd = ndtri(POINTS[3]) / np.sqrt(2 * worth)
    z = (at - pool.mean) / pool.sd
    weight = _log_normal(z, centre, log_sd) - _log_normal(z, moved, log_pool_sd)
    lo, mid, hi = np.quantile(weight.clip(-MOST, MOST), [LOW_END, 0.5, HIGH_END])
    return Estimate(float(mid), float(lo), float(hi))


def _number_posterior(z: Array, moved_sd: float) -> tuple[Array, Array, Array]:
    """Posterior points of log sd among yes, mean among yes and mean of the pool, scaled as the pool was stated.

    The log sd from its posterior on a grid, both means integrated out; the means given it are normal, in closed form.
    """
    n, middle = len(z), float(z.mean()) if len(z) else 0.0
    scatter = float(((z - middle) ** 2).sum())
    log_sd, centre_var = _grid(PRIOR_SD_SPREAD), PRIOR_SD_NUMBER**2 + moved_sd**2
    posterior = -0.5 * (log_sd / PRIOR_SD_SPREAD) ** 2
    if n:
        middle_var = centre_var + np.exp(2 * log_sd) / n
        posterior -= (n - 1) * log_sd + 0.5 * scatter * np.exp(-2 * log_sd)
        posterior -= 0.5 * np.log(middle_var) + 0.5 * middle**2 / middle_var
    weight = np.exp(posterior - posterior.max())
    log_sd = np.interp(POINTS[0], (np.cumsum(weight) - 0.5 * weight) / weight.sum(), log_sd)
    gain = n * centre_var / (n * centre_var + np.exp(2 * log_sd))
    centre = gain * middle + np.sqrt(centre_var * (1 - gain)) * ndtri(POINTS[1])
    share = moved_sd**2 / centre_var
    return log_sd, centre, share * centre + PRIOR_SD_NUMBER * np.sqrt(share) * ndtri(POINTS[2])


def _log_normal(z: float, mean: Array, log_sd: Array) -> Array:
    """Log density of N(mean, sd^2) at z, less the constant."""
    return np.asarray(-log_sd - 0.5 * ((z - mean) * np.exp(-log_sd)) ** 2)


def _spread_points(size: int, dimensions: int) -> Array:
    """Points evenly spread in the unit cube, in place of random draws: the additive recurrence of M. Roberts (2018).

    Formula: x_i = 1/2 + i (g^-1, g^-2, ...) mod 1, g the positive root of g^(dimensions + 1) = g + 1.
    """
    root = 1.5
    for _ in range(64):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = root ** -np.arange(1.0, dimensions + 1)
    return np.asarray((0.5 + np.outer(steps, np.arange(1, size + 1))) % 1.0)


POINTS = _spread_points(4096, 4)


def _grid(prior_sd: float) -> Array:
    return np.linspace(-GRID_REACH * prior_sd, GRID_REACH * prior_sd, GRID_NODES)


def _worth(pool: PoolShare) -> float:
    most = EFFECTIVE_SAMPLE[pool.basis]
    return float(min(pool.n, most) if pool.n else most)


def _pool_log_odds(pool: PoolShare) -> tuple[Array, Array]:
    """Quadrature nodes for the log odds of the true share in the pool, and their weights.

    Variance: 1/(k + 1/2) + 1/(n - k + 1/2) for k of n (Anscombe 1956; finite at a share of 0), and the shared mistake.
    """
    share = float(np.clip(pool.share or 0.0, SHARE_FLOOR, 1 - SHARE_FLOOR))
    worth = _worth(pool)
    variance = 1 / (worth * share + 0.5) + 1 / (worth * (1 - share) + 0.5)
    sd = np.hypot(np.sqrt(variance), BIAS_SD[pool.basis])
    return logit(share) + POOL_NODES * sd, POOL_WEIGHTS / POOL_WEIGHTS.sum()


def _weighted(values: Array, log_weight: Array) -> Estimate:
    """Median and 90 % ends of `values` under weights exp(log_weight)."""
    weight = np.exp(log_weight - log_weight.max()).ravel()
    order = np.argsort(values, axis=None, kind="stable")
    cumulative = np.cumsum(weight[order]) - 0.5 * weight[order]
    ends = np.interp([0.5, LOW_END, HIGH_END], cumulative / weight.sum(), values.ravel()[order])
    return Estimate(float(ends[0]), float(ends[1]), float(ends[2]))
