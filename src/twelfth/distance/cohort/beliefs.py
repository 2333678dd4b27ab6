"""Beliefs about the pool: what is stated of it redrawn within its error, and the model fitted to each redrawing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit, ndtri

from twelfth.distance.cohort.case_control import fit_case_control
from twelfth.distance.cohort.chance_of import chance_of
from twelfth.distance.cohort.dependence import Dependence, pairs_of
from twelfth.distance.cohort.evidence import Evidence
from twelfth.distance.cohort.pool import Pool
from twelfth.distance.cohort.rate import BaseRate
from twelfth.distance.cohort.synthetic import Marginals, latent_people, nominal, redrawn
from twelfth.distance.cohort.tilt import MOST, Seen, Tilt, coefficient_draws, fit_tilt, intercepts
from twelfth.distance.cohort.unknown import at_large, filled

Array = NDArray[np.float64]

DRAWS, POOLS = 512, 16
"""Draws of an answer (03-odds), and redrawings of the pool they are spread over."""
CORRECTIONS, MOST_CORRECTION = 2, 0.4
NOMINAL_PEOPLE, FILLS = 2000, 32


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """One belief about the pool with the coefficients drawn under it: a [k], b [k, d], and rows [f, traits] of that
    pool from which a person's unknown traits are filled."""

    intercepts: Array
    coefficients: Array
    fills: Array


def beliefs_about(
    evidence: Evidence, pool: Pool, base: BaseRate, rng: np.random.Generator
) -> tuple[tuple[Belief, ...], Array]:
    """Sixteen beliefs with 32 draws each, and people [m, traits] of the nominal pool."""
    if not evidence.traits:
        return _without_traits(base, rng)
    return (_by_rows if pool.individuals is not None else _by_statement)(evidence, pool, base, rng)


def chances(belief: Belief, encoded: Array) -> Array:
    predictor = belief.coefficients @ encoded.T
    predictor += belief.intercepts[:, None]
    return chance_of(predictor, most=MOST)


def _by_statement(
    evidence: Evidence, pool: Pool, base: BaseRate, rng: np.random.Generator
) -> tuple[tuple[Belief, ...], Array]:
    """Beliefs about a pool of which marginals are stated (P1, P2)."""
    features, told = evidence.features, nominal(evidence.traits, evidence.marginals)
    seen, prior = Seen.of(features.encode(evidence.rows), evidence.weight), features.precision
    rate = base.rate
    dependence = _dependence(evidence, told, seen, rate, prior)
    quantiles, mistakes = _even_quantiles(rng), pool.bias_sd * ndtri(_even_quantiles(rng))
    beliefs = []
    for correlation, mistake in zip(dependence.draws(quantiles, rng), mistakes, strict=True):
        marginals = redrawn(told, pool, rng, float(mistake))
        people = marginals.people(latent_people(correlation, rng.random(len(evidence.traits))))
        encoded = features.encode(people)
        beliefs.append(_belief(fit_tilt(encoded, seen, rate, prior), encoded, people, base, rng))
    middle = np.full(len(evidence.traits), 0.5)
    return tuple(beliefs), told.people(latent_people(dependence.mean(), middle, NOMINAL_PEOPLE))


def _dependence(evidence: Evidence, told: Marginals, seen: Seen, rate: float, prior: Array) -> Dependence:
    """The posterior of the pool's dependence: that of the yes group, less what selection did to it."""
    size = len(evidence.traits)
    pairs = pairs_of(evidence.rows, evidence.traits, evidence.weight)
    correction, middle = np.zeros((size, size)), np.full(size, 0.5)
    for _ in range(CORRECTIONS):
        correlation = Dependence.given(pairs, correction).mean()
        people = told.people(latent_people(correlation, middle))
        chance = fit_tilt(evidence.features.encode(people), seen, rate, prior).chance
        tilted = pairs_of(people, evidence.traits, chance).correlation
        correction = np.clip(correlation - tilted, -MOST_CORRECTION, MOST_CORRECTION)
    return Dependence.given(pairs, correction)


def _by_rows(
    evidence: Evidence, pool: Pool, base: BaseRate, rng: np.random.Generator
) -> tuple[tuple[Belief, ...], Array]:
    """Beliefs where individuals of the pool are known (P3): each draws them anew with replacement (Efron 1979), and
    fills what is unknown of anybody anew, by the chances drawn under the belief before it."""
    names = [trait.name for trait in pool.traits]
    table = pool.individuals if pool.individuals is not None else np.empty((0, len(names)))
    applicants = table[:, [names.index(trait.name) for trait in evidence.traits]]
    applicants = applicants[np.lexsort(applicants.T)]
    features, prior, rate = evidence.features, evidence.features.precision, base.rate
    even = np.ones(len(applicants))
    nominal_people = filled(applicants, applicants, even, features, rng)
    yes = at_large(evidence.rows, evidence.rows, rng)
    before = fit_case_control(features.encode(nominal_people), features.encode(yes), evidence.weight, rate, prior)
    a, b = before.intercept, before.coefficients
    found: list[Belief] = []
    for _ in range(POOLS):
        drawn = applicants[np.sort(rng.integers(len(applicants), size=len(applicants)))]
        people = filled(drawn, applicants, even, features, rng)
        encoded = features.encode(people)
        yes = filled(evidence.rows, people, chance_of(a + encoded @ b), features, rng)
        fitted = fit_case_control(encoded, features.encode(yes), evidence.weight, rate, prior)
        found.append(_belief(fitted, encoded, people, base, rng))
        a, b = found[-1].intercepts[0], found[-1].coefficients[0]
    return tuple(found), nominal_people[:: max(1, len(nominal_people) // NOMINAL_PEOPLE)]


def _belief(fitted: Tilt, encoded: Array, people: Array, base: BaseRate, rng: np.random.Generator) -> Belief:
    size = DRAWS // POOLS
    coefficients = coefficient_draws(fitted.coefficients, fitted.covariance, size, rng)
    rates = base.at(rng.permutation((np.arange(size) + 0.5) / size))
    found = intercepts(encoded @ coefficients.T, rates, fitted.intercept)
    step = max(1, len(people) // FILLS)
    return Belief(found, coefficients, people[::step][:FILLS])


def _without_traits(base: BaseRate, rng: np.random.Generator) -> tuple[tuple[Belief, ...], Array]:
    """Beliefs where no trait can count: the base rate and nothing else."""
    size = DRAWS // POOLS
    beliefs = []
    for _ in range(POOLS):
        rates = base.at(rng.permutation((np.arange(size) + 0.5) / size))
        beliefs.append(Belief(np.asarray(logit(rates)), np.empty((size, 0)), np.empty((1, 0))))
    return tuple(beliefs), np.empty((1, 0))


def _even_quantiles(rng: np.random.Generator) -> Array:
    """One quantile in each of 16 equal parts of (0, 1), in random order."""
    return np.asarray(rng.permutation((np.arange(POOLS) + rng.random(POOLS)) / POOLS))
