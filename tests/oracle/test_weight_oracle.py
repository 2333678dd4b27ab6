"""The weight of evidence against a slow twin: the same posterior on a grid far finer than the code's, or by chance.

The model is restated here, with scipy.stats for every density. A level: logit p = logit q + d with d ~ N(0, 2^2),
count ~ Bin(total, p), logit q around the logit of the stated share with variance 1/(k + 1/2) + 1/(n - k + 1/2) for
k of the n people the statement is worth, and bias^2. A number: z among yes ~ N(m, s^2), in the pool ~ N(u, k^2),
m - u ~ N(0, 1), u ~ N(0, 1/n + (0.7 bias)^2), log s ~ N(0, .45^2), log k ~ N(0, 1/(2 n)); the weight is the
difference of the log densities, cut off at 16.

Tolerance: 3 % of the interval's width at each of its ends and at the median. The code takes 21 nodes for a pool's share
and 4096 points for a number; the twin of a number draws 400,000 times.
"""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import special, stats

from twelfth.base import Estimate
from twelfth.distance import weight_of_level, weight_of_number
from twelfth.goal import Basis, PoolShare

WORTH = {Basis.PUBLISHED: (200, 0.0), Basis.SURVEY: (200, 0.3), Basis.EXPERT: (20, 0.6), Basis.GUESS: (8, 0.6)}
TOLERANCE = 0.03
Array = NDArray[np.float64]


def quantiles(values: Array, weights: Array) -> tuple[float, float, float]:
    order = np.argsort(values.ravel())
    mass = np.cumsum(weights.ravel()[order])
    low, middle, high = (values.ravel()[order][np.searchsorted(mass, at * mass[-1])] for at in (0.05, 0.5, 0.95))
    return float(middle), float(low), float(high)


def misses(found: Estimate, twin: tuple[float, float, float]) -> float:
    """The largest distance of median and ends from the twin's, in widths of the twin's interval."""
    middle, low, high = twin
    return max(abs(found.mid - middle), abs(found.lo - low), abs(found.hi - high)) / (high - low)


def level_twin(count: int, total: int, share: float, basis: Basis) -> tuple[float, float, float]:
    ess, bias = WORTH[basis]
    sd = np.sqrt(1 / (ess * share + 0.5) + 1 / (ess * (1 - share) + 0.5) + bias**2)
    d = np.linspace(-12, 12, 2401)[None, :]
    m = np.linspace(-5 * sd, 5 * sd, 401)[:, None]
    q, p = special.expit(special.logit(share) + m), special.expit(special.logit(share) + m + d)
    weights = stats.binom.pmf(count, total, p) * stats.norm.pdf(d, 0, 2.0) * stats.norm.pdf(m, 0, sd)
    return quantiles(np.log(p / q), weights)


def number_twin(values: Array, at: float, mean: float, sd: float, basis: Basis) -> tuple[float, float, float]:
    ess, bias = WORTH[basis]
    pool_sd = np.sqrt(1 / ess + (0.7 * bias) ** 2)
    z, rng = (values - mean) / sd, np.random.default_rng(7)
    m = np.linspace(-5, 5, 161)[:, None, None]
    u = np.linspace(-5 * pool_sd, 5 * pool_sd, 61)[None, :, None]
    log_s = np.linspace(-2.0, 2.0, 81)[None, None, :]
    among_yes = sum((stats.norm.logpdf(one, m, np.exp(log_s)) for one in z), np.zeros((161, 1, 81)))
    prior = stats.norm.logpdf(m - u) + stats.norm.logpdf(u, 0, pool_sd) + stats.norm.logpdf(log_s, 0, 0.45)
    mass = np.exp(among_yes + prior - (among_yes + prior).max())
    drawn = np.unravel_index(rng.choice(mass.size, 400_000, p=mass.ravel() / mass.sum()), mass.shape)
    cells = [
        grid.ravel()[index] + rng.uniform(-0.5, 0.5, 400_000) * np.diff(grid.ravel())[0]
        for grid, index in zip((m, u, log_s), drawn, strict=True)
    ]
    spread_of_pool = np.exp(rng.normal(0, 1 / np.sqrt(2 * ess), 400_000))
    own = (at - mean) / sd
    weight = stats.norm.logpdf(own, cells[0], np.exp(cells[2])) - stats.norm.logpdf(own, cells[1], spread_of_pool)
    low, middle, high = np.quantile(np.clip(weight, -16, 16), [0.05, 0.5, 0.95])
    return float(middle), float(low), float(high)


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize(
    ("count", "total", "share"), [(0, 4, 0.3), (4, 4, 0.3), (3, 16, 0.05), (17, 34, 0.2), (55, 100, 0.6)]
)
def test_the_weight_of_a_level_agrees_with_its_twin(count: int, total: int, share: float, basis: Basis) -> None:
    """Median and both ends of the weight are those of the posterior on the fine grid."""
    pool = PoolShare(trait="held", basis=basis, level=True, share=share)

    found = weight_of_level(count, total, pool=pool)

    assert misses(found, level_twin(count, total, share, basis)) < TOLERANCE


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize(("people", "at"), [(0, 6.0), (3, 9.0), (12, 3.0), (60, 7.0)])
def test_the_weight_of_a_number_agrees_with_its_twin(people: int, at: float, basis: Basis) -> None:
    """Median and both ends of the weight of a number are those of the posterior on the fine grid."""
    values = np.random.default_rng(12).normal(6.0, 2.0, people)
    pool = PoolShare(trait="years", basis=basis, mean=5.0, sd=2.0)

    found = weight_of_number(values, at, pool=pool)

    assert misses(found, number_twin(values, at, 5.0, 2.0, basis)) < TOLERANCE
