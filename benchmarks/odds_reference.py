"""The best that anybody could say of the odds in the world of odds_world.py: the posterior mean of somebody who is told
how that world is made, even dependence, and learns only this selection's coefficients from those selected.

Told: the prior of the coefficients, the half of the worlds in which one binary trait has none included; quality and
luck; the joint distribution of all traits (so individuals of the pool add nothing); that values are missing at random.
The posterior mean has the least expected log-loss under that prior, so its mean skill bounds that of every method.

Given the score t that nobody rejected exceeds, those selected are independent, of density f(x) c(log-odds - t) / u,
where c integrates quality and luck out and u = P(score > t); and u is Beta(K + 1, n - K) whatever the coefficients. So
the density of coefficients and t is prior x (1 - u)^(n - K - 1) |du/dt| prod_i E[c | what is known of i]. Given the
common factor of the copula the traits are independent, hence what is missing is integrated out by quadrature, as u is.
Draws: importance sampling from a Student's t at the mode, for each of the four kinds of world.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, gammaln, logit, ndtr, ndtri

from odds_world import HELD, SHARES

Array = NDArray[np.float64]

CORRELATION = 0.3
NUMBERS = slice(5, 7)
CELLS = list(product((0, 1), (0, 1), (0, 1), (0, 1, 2)))
STEP, FURTHEST = 0.01, 45.0
FREEDOM, WIDER = 8, 1.15
"""Degrees of freedom of the draws, and by how much their variance exceeds that at the mode."""
APART = 0.05
"""Of the differences that derivatives are taken by."""
AT_ONCE = 50
CLOSE = 1e-4
"""The last step of a bar: Newton's error is its square."""
LEAST, LEAST_CHANCE = 1e-300, 1e-12


def _nodes(count: int) -> tuple[Array, Array]:
    at, weights = np.polynomial.hermite_e.hermegauss(count)
    return at, weights / weights.sum()


FACTORS, FACTOR_WEIGHTS = _nodes(21)
NUMBER_NODES, NUMBER_WEIGHTS = _nodes(13)
SPREAD_NODES, SPREAD_WEIGHTS = _nodes(9)
_QUALITY, _QUALITY_WEIGHTS = _nodes(31)
_AT = np.arange(-FURTHEST, FURTHEST + STEP, STEP)


@lru_cache
def _table(quality: float) -> tuple[Array, Array]:
    """The chance at each of _AT, the sd of unobserved quality being so much, and by how much it rises to the next."""
    chances = expit(_AT[:, None] + quality * _QUALITY) @ _QUALITY_WEIGHTS
    return chances, np.diff(chances, append=1.0)


@dataclass(frozen=True)
class Prior:
    """Of the log-odds: normal; and which of them is none at all (None: no one), with the chance of it."""

    means: Array
    covariance: Array
    without: tuple[tuple[int | None, float], ...]
    quality: float = 1.0
    """Sd of the unobserved quality that people of the same traits are believed to differ by."""


WORLDS = Prior(
    np.array([0.8] * 3 + [0.5] * 2 + [0.6] * 2),
    np.diag(np.array([0.8] * 3 + [0.6] * 2 + [0.4] * 2) ** 2),
    ((None, 1 / 2), (0, 1 / 6), (1, 1 / 6), (2, 1 / 6)),
)
"""What odds_world.py draws from: three binary traits, two levels of the category, two numbers."""


@dataclass(frozen=True)
class People:
    """Ways the people could be, as coded traits [P, 7], each with its probability; the ways of one person stand
    together from `starts` [N] on."""

    ways: Array
    weights: Array
    starts: NDArray[np.int64]


@dataclass(frozen=True)
class Posterior:
    """Weighted draws of the coefficients [S, 7] and the bar that each puts the base rate at [S]."""

    coefficients: Array
    bars: Array
    weights: Array
    quality: float

    @property
    def effective(self) -> float:
        """How many equally weighted draws these are worth."""
        return float(1 / (self.weights**2).sum())

    def chances(self, rows: Array) -> Array:
        """Of whole profiles, under each draw [S, n]."""
        return chance_above(self.coefficients @ coded(rows).T - self.bars[:, None], self.quality)


def chance_above(at: Array, quality: float = 1.0) -> Array:
    """Of somebody whose log-odds are so far above the bar, quality and luck integrated out."""
    place = (np.clip(at, -FURTHEST, FURTHEST - STEP) + FURTHEST) / STEP
    below = place.astype(np.int32)
    chances, rises = _table(quality)
    return np.asarray(chances.take(below) + (place - below) * rises.take(below))


def coded(rows: Array) -> Array:
    """Whole profiles [n, 6] as they enter the log-odds [n, 7]."""
    return np.column_stack([rows[:, :3], rows[:, 3] == 1, rows[:, 3] == 2, rows[:, 4:]])


def level_chances(factors: Array) -> list[Array]:
    """P(level | common factor) of the four discrete traits, [factors, levels] each."""
    middle, sd = np.sqrt(CORRELATION) * factors[:, None], np.sqrt(1 - CORRELATION)
    borders = [np.array([ndtri(1 - held)]) for held in HELD] + [ndtri(np.cumsum(SHARES)[:-1])]
    ends = [np.concatenate([[-np.inf], border, [np.inf]]) for border in borders]
    return [np.diff(ndtr((end - middle) / sd), axis=1) for end in ends]


LEVELS = level_chances(FACTORS)
CELL_CODES = coded(np.column_stack([np.array(CELLS, float), np.zeros((len(CELLS), 2))]))[:, :5]
CELL_CHANCES = np.prod([LEVELS[j][:, [cell[j] for cell in CELLS]] for j in range(4)], axis=0)


def _density_over_normal(values: Array) -> Array:
    """Of a number given the factor, over its density when nothing else is known: [factors, values]."""
    sd = np.sqrt(1 - CORRELATION)
    away = (values - np.sqrt(CORRELATION) * FACTORS[:, None]) / sd
    return np.exp(values**2 / 2 - away**2 / 2) / sd


def people_of(rows: Array) -> People:
    """Everything that rows [N, 6] with unknown values (nan) could be, each with its probability given the rest."""
    ways, weights, starts, total = [], [], [], 0
    for row in rows:
        values, chances = [], []
        for j, value in enumerate(row):
            unknown = np.isnan(value)
            if j < 4:
                levels = np.arange(LEVELS[j].shape[1]) if unknown else np.array([int(value)])
                values.append(levels.astype(float))
                chances.append(LEVELS[j][:, levels])
            else:
                at = NUMBER_NODES if unknown else np.array([value])
                values.append(at)
                chances.append(_density_over_normal(at) * (NUMBER_WEIGHTS if unknown else 1.0))
        joint = FACTOR_WEIGHTS[:, None]
        for one in chances:
            joint = (joint[:, :, None] * one[:, None, :]).reshape(len(FACTORS), -1)
        found = joint.sum(axis=0)
        ways.append(coded(np.stack([one.ravel() for one in np.meshgrid(*values, indexing="ij")], axis=1)))
        weights.append(found / found.sum())
        starts.append(total)
        total += len(found)
    empty = [np.empty((0, 7))]
    return People(np.concatenate(ways or empty), np.concatenate(weights or [np.empty(0)]), np.array(starts, np.int64))


def selected_share(coefficients: Array, bars: Array, quality: float = 1.0) -> tuple[Array, Array]:
    """P(score > bar) over everybody [S], and minus its derivative by the bar."""
    numbers = coefficients[:, NUMBERS]
    common = np.sqrt(CORRELATION) * numbers.sum(axis=1)[:, None] * FACTORS - bars[:, None]
    cells = coefficients[:, :5] @ CELL_CODES.T
    own = np.sqrt(quality**2 + (1 - CORRELATION) * (numbers**2).sum(axis=1))[:, None] * SPREAD_NODES
    half = np.tanh((common[:, :, None, None] + cells[:, None, :, None] + own[:, None, None, :]) / 2)
    weights = FACTOR_WEIGHTS[:, None] * CELL_CHANCES
    share, slope = (np.tensordot(one @ SPREAD_WEIGHTS, weights, 2) for one in (half, half * half))
    return (1 + share) / 2, (1 - slope) / 4


def bars_at(coefficients: Array, rate: float, start: Array, quality: float = 1.0) -> Array:
    """The bar over which just the base rate comes [S], by Newton on the log-odds of the share."""
    bars = start.copy()
    for first in range(0, len(bars), AT_ONCE):
        now = slice(first, first + AT_ONCE)
        for _ in range(30):
            share, slope = selected_share(coefficients[now], bars[now], quality)
            step = (logit(share) - logit(rate)) * share * (1 - share) / slope
            bars[now] += np.clip(step, -2.0, 2.0)
            if np.abs(step).max() < CLOSE:
                break
    return bars


def log_density(coefficients: Array, bars: Array, people: People, applicants: int, quality: float) -> Array:
    """Of coefficients, without the prior, and the score that nobody rejected exceeds [S]."""
    selected = len(people.starts)
    found = np.empty(len(bars))
    for start in range(0, len(bars), AT_ONCE):
        now = slice(start, start + AT_ONCE)
        share, slope = selected_share(coefficients[now], bars[now], quality)
        found[now] = max(applicants - selected - 1, 0) * np.log1p(-share) + np.log(np.maximum(slope, LEAST))
        if selected:
            each = chance_above(people.ways @ coefficients[now].T - bars[now], quality) * people.weights[:, None]
            found[now] += np.log(np.maximum(np.add.reduceat(each, people.starts, axis=0), LEAST)).sum(axis=0)
    return found


def posterior_of(
    yes: Array, applicants: int, rate: float, *, draws: int, seed: list[int], believed: Prior = WORLDS
) -> Posterior:
    """From the rows of those selected, unknown values nan. `draws` from each kind of world."""
    rng, people = np.random.default_rng(seed), people_of(yes)
    coefficients, scores, weights = [], [], []
    for without, chance in believed.without:
        free = [j for j in range(7) if j != without]
        prior_root = np.linalg.cholesky(believed.covariance[np.ix_(free, free)])

        def spread(at: Array, free: list[int] = free) -> Array:
            whole = np.zeros((len(at), 7))
            whole[:, free] = at[:, :-1]
            return whole

        def target(at: Array, free: list[int] = free, prior_root: Array = prior_root) -> Array:
            away = np.linalg.solve(prior_root, (at[:, :-1] - believed.means[free]).T)
            prior = -(away**2).sum(axis=0) / 2 - np.log(np.diag(prior_root) * np.sqrt(2 * np.pi)).sum()
            return np.asarray(prior) + log_density(spread(at), at[:, -1], people, applicants, believed.quality)

        start = np.append(believed.means[free], 0.0)
        start[-1] = bars_at(spread(start[None]), rate, np.zeros(1), believed.quality)[0]
        mode, root = _mode(target, start)
        at, log_proposal = _drawn(rng, mode, root, draws)
        coefficients.append(spread(at))
        scores.append(at[:, -1])
        weights.append(target(at) - log_proposal + np.log(chance))
    log_weights = np.concatenate(weights)
    held = np.exp(log_weights - log_weights.max())
    known = np.concatenate(coefficients)
    found = bars_at(known, rate, np.concatenate(scores), believed.quality)
    return Posterior(known, found, held / held.sum(), believed.quality)


def _mode(target: Callable[[Array], Array], start: Array) -> tuple[Array, Array]:
    """Where the density is highest, by damped Newton, and a root of the inverse of its curvature there."""
    at, size = start, len(start)
    steps = APART * np.eye(size)
    pairs = [(i, j) for i in range(size) for j in range(i)]
    for _ in range(40):
        around = [at, *(at + steps), *(at - steps)]
        around += [at + a * steps[i] + b * steps[j] for i, j in pairs for a, b in ((1, 1), (1, -1), (-1, 1), (-1, -1))]
        value = target(np.array(around))
        up, down = value[1 : size + 1], value[size + 1 : 2 * size + 1]
        slope = (up - down) / (2 * APART)
        bent = np.diag((up - 2 * value[0] + down) / APART**2)
        for (i, j), (pp, pm, mp, mm) in zip(pairs, value[2 * size + 1 :].reshape(-1, 4), strict=True):
            bent[i, j] = bent[j, i] = (pp - pm - mp + mm) / (4 * APART**2)
        sizes, axes = np.linalg.eigh(-bent)
        sizes = np.maximum(sizes, 0.5)
        step = axes @ ((axes.T @ slope) / sizes)
        tried = at + step * np.array([1.0, 0.5, 0.25, 0.1, 0.02])[:, None]
        gained = target(tried)
        if gained.max() <= value[0] or np.abs(step).max() < 1e-3:
            break
        at = tried[gained.argmax()]
    return at, axes / np.sqrt(sizes)


def _drawn(rng: np.random.Generator, middle: Array, root: Array, count: int) -> tuple[Array, Array]:
    """Draws of Student's t [count, d] and their log densities [count]."""
    size, root = len(middle), root * np.sqrt(WIDER)
    normal, wide = rng.standard_normal((count, size)), rng.chisquare(FREEDOM, count) / FREEDOM
    standard = normal / np.sqrt(wide)[:, None]
    density = gammaln((FREEDOM + size) / 2) - gammaln(FREEDOM / 2) - size / 2 * np.log(FREEDOM * np.pi)
    density -= np.linalg.slogdet(root)[1]
    return middle + standard @ root.T, density - (FREEDOM + size) / 2 * np.log1p((standard**2).sum(axis=1) / FREEDOM)


def told(posterior: Posterior, rows: Array) -> tuple[Array, Array]:
    """Of whole profiles the mean and the 5 and 95 % quantile [3, n], and the log-loss above the truth's own that the
    posterior expects of its own mean [n]."""
    drawn = np.clip(posterior.chances(rows), LEAST_CHANCE, 1 - LEAST_CHANCE)
    middle = posterior.weights @ drawn
    order = np.argsort(drawn, axis=0)
    reached = np.cumsum(posterior.weights[order], axis=0)
    last = len(drawn) - 1
    ends = []
    for share in (0.05, 0.95):
        place = np.minimum((reached < share).sum(axis=0), last)
        ends.append(drawn[order[place, np.arange(drawn.shape[1])], np.arange(drawn.shape[1])])
    surprise = drawn * np.log(drawn / middle) + (1 - drawn) * np.log((1 - drawn) / (1 - middle))
    return np.array([middle, *ends]), posterior.weights @ surprise
