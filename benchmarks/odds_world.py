"""The simulated world of targets 1 to 4 of the odds specification.

3 binary traits held by 15/35/5 %, one category .5/.3/.2, two standard-normal numbers, on a latent Gaussian copula, even
(correlation .3) or uneven (loadings .8, .1, .5, -.3, .7, 0). Log-odds: binary N(.8, .8), category N(.5, .6), number
N(.6, .4), one of the three binary ones without any half the time. Score = log-odds + unobserved quality N(0, 1) + luck,
standard logistic; the top N of N / pi applicants are taken, a fifth of their values is missing.

Truth: P(selected | traits) in the infinite population, for 400 random applicants and for the true top decile (quality
integrated out by quadrature; the bar from 60,000 more). Pools: "firm" are the exact marginals believed firmly, "wrong"
is a guess of which every marginal is off by .7 logit or .5 sd up or down, "rows" are 2,000 individuals.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, logit, ndtr

from twelfth.distance import Pool
from twelfth.goal import Binary, Category, Numeric

Array = NDArray[np.float64]

TRAITS = (
    Binary("first"),
    Binary("second"),
    Binary("third"),
    Category("field", levels=("x", "y", "z")),
    Numeric("one"),
    Numeric("two"),
)
HELD, SHARES = np.array([0.15, 0.35, 0.05]), np.array([0.5, 0.3, 0.2])
LOADINGS = np.array([0.8, 0.1, 0.5, -0.3, 0.7, 0.0])
RATES, MISSING, APPLICANTS_JUDGED, POPULATION = (0.01, 0.10), 0.2, 400, 60_000
POOL_ROWS = 2000
SIZES = {"even": (5, 20, 100, 300), "uneven": (20, 100, 300), "rows": (20, 100, 300), "wrong": (100,)}
NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(21)
NODE_WEIGHTS = NODE_WEIGHTS / NODE_WEIGHTS.sum()
GRID = np.arange(-45.0, 45.0, 0.001)
CHANCES = expit(GRID[:, None] + NODES) @ NODE_WEIGHTS
LOGITS_OFF, SDS_OFF = 0.7, 0.5


@dataclass(frozen=True)
class Sample:
    """One selection: the selected, and applicants with their true chances, random ones and the top decile."""

    yes: Array
    random: Array
    random_truth: Array
    top: Array
    top_truth: Array


@dataclass(frozen=True)
class Drawn:
    """What a replicate gives: the selection, what we are told of the pool, individuals of the true pool for the peers,
    whole and with a fifth of their values unknown."""

    sample: Sample
    pool: Pool
    whole: Array
    partly: Array


def correlation(world: str) -> Array:
    matrix = np.outer(LOADINGS, LOADINGS) if world == "uneven" else np.full((6, 6), 0.3)
    np.fill_diagonal(matrix, 1.0)
    return matrix


def people(rng: np.random.Generator, size: int, matrix: Array) -> Array:
    latent = rng.standard_normal((size, 6)) @ np.linalg.cholesky(matrix).T
    shares = ndtr(latent[:, :4])
    borders = np.cumsum(SHARES)[:-1]
    field = (shares[:, 3:4] > borders).sum(axis=1)
    return np.column_stack([shares[:, :3] > 1 - HELD, field, latent[:, 4:]]).astype(float)


def log_odds(rows: Array, binary: Array, category: Array, number: Array) -> Array:
    return np.asarray(rows[:, :3] @ binary + category[rows[:, 3].astype(int)] + rows[:, 4:] @ number)


def draw(rng: np.random.Generator, world: str, n: int, rate: float) -> Sample:
    """One world of coefficients, one selection, and the true chances."""
    binary = rng.normal(0.8, 0.8, 3)
    if rng.random() < 0.5:
        binary[rng.integers(3)] = 0.0
    coefficients = (binary, np.concatenate([[0.0], rng.normal(0.5, 0.6, 2)]), rng.normal(0.6, 0.4, 2))
    matrix = correlation(world)
    applicants = people(rng, round(n / rate), matrix)
    score = (
        log_odds(applicants, *coefficients) + rng.standard_normal(len(applicants)) + rng.logistic(size=len(applicants))
    )
    yes = applicants[np.argpartition(-score, n - 1)[:n]].copy()
    yes[rng.random(yes.shape) < MISSING] = np.nan
    population = people(rng, POPULATION, matrix)
    predictor = log_odds(population, *coefficients)
    bar = _bar(predictor, rate)
    chances = _chance(predictor[:20_000] - bar)
    best = np.flatnonzero(chances >= np.quantile(chances, 0.9))[:APPLICANTS_JUDGED]
    others = people(rng, APPLICANTS_JUDGED, matrix)
    truth = _chance(log_odds(others, *coefficients) - bar)
    return Sample(yes, others, truth, population[best], chances[best])


def _bar(predictor: Array, rate: float) -> float:
    return float(brentq(lambda bar: float(_chance(predictor - bar).mean()) - rate, -12.0, 25.0, xtol=1e-12))


def _chance(above: Array) -> Array:
    """Of somebody whose log-odds are so far above the bar, unobserved quality integrated out."""
    return np.interp(above, GRID, CHANCES)


def pool_of(rng: np.random.Generator, world: str) -> tuple[Pool, Array]:
    """What the model is told of the pool, and the individuals of the true pool that peers are given [2000, 6]: in the
    world "rows" these are the model's own."""
    if world == "rows":
        rows = people(rng, POOL_ROWS, correlation(world))
        return Pool.rows(TRAITS, rows), rows
    told = _marginals(rng, world)
    return told, people(rng, POOL_ROWS, correlation(world))


def _marginals(rng: np.random.Generator, world: str) -> Pool:
    known = {
        "first": HELD[0],
        "second": HELD[1],
        "third": HELD[2],
        "field": SHARES,
        "one": (0.0, 1.0),
        "two": (0.0, 1.0),
    }
    if world != "wrong":
        return Pool.marginals(TRAITS, known, ess=1e6)
    signs = rng.choice([-1.0, 1.0], 6)
    above = expit(logit(1 - np.cumsum(SHARES)[:-1]) + LOGITS_OFF * signs[3])
    moved = expit(logit(HELD) + LOGITS_OFF * signs[:3])
    field = -np.diff(np.concatenate([[1.0], above, [0.0]]))
    numbers = {name: (SDS_OFF * sign, 1.0) for name, sign in (("one", signs[4]), ("two", signs[5]))}
    return Pool.guess(TRAITS, {"first": moved[0], "second": moved[1], "third": moved[2], "field": field, **numbers})


def drawn_of(world: str, rate: float, n: int, *, replicate: int, seed: int) -> Drawn:
    """The same whenever it is asked for, in whatever order."""
    rng = np.random.default_rng([seed, replicate, n, round(1000 * rate), len(world)])
    sample = draw(rng, world, n, rate)
    pool, whole = pool_of(rng, world)
    return Drawn(sample, pool, whole, np.where(rng.random(whole.shape) < MISSING, np.nan, whole))
