"""The engines of CohortOdds against slow twins: a root finder, King & Zeng's logistic, simulated copulas."""

import numpy as np
import pytest
from scipy.optimize import minimize, root
from scipy.special import expit, logit, ndtr
from tests.cohort_world import TRAITS, fitted, pool_people, selected

from twelfth.distance import BaseRate, Pool
from twelfth.distance.cohort.case_control import fit_case_control
from twelfth.distance.cohort.dependence import Dependence, even, pairs_of, positive
from twelfth.distance.cohort.synthetic import latent_people, spread_points
from twelfth.distance.cohort.tilt import Seen, fit_tilt, intercepts
from twelfth.goal import Binary, Numeric, Ordered


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("rate", [0.01, 0.1, 0.6])
def test_the_tilt_solves_its_equations(seed: int, rate: float) -> None:
    """Newton and a general root finder end at the same coefficients, and the mean chance is the rate."""
    rng = np.random.default_rng(seed)
    pool = np.column_stack([rng.random(1500) < 0.2, rng.standard_normal((1500, 2))]).astype(float)
    seen = Seen(np.array([0.5, 0.6, -0.1]), np.array([12.0, 20.0, 8.0]), np.full((3, 3), 8.0))
    prior = np.array([1.0, 0.7, 0.7])

    def equations(at: np.ndarray) -> np.ndarray:
        p = expit(at[0] + pool @ at[1:])
        slopes = seen.size * (seen.mean - p @ pool / len(pool) / rate) - at[1:] / prior**2
        return np.concatenate([[10 * (np.log(p.mean()) - np.log(rate))], slopes])

    found = fit_tilt(pool, seen, rate, np.diag(1 / prior**2))
    twin = root(equations, np.concatenate([[logit(rate)], found.coefficients + 0.3 * rng.standard_normal(3)]))
    assert twin.success
    assert found.coefficients == pytest.approx(twin.x[1:], abs=1e-5)
    assert found.chance.mean() == pytest.approx(rate, rel=1e-6)


def test_the_sandwich_is_the_spread_of_repeated_yes_groups() -> None:
    """Over 400 yes groups drawn from a known tilt the coefficients spread as the covariance says."""
    rng = np.random.default_rng(0)
    pool = rng.standard_normal((4000, 2))
    b, prior = np.array([0.8, -0.4]), np.full(2, 50.0)
    a = intercepts((pool @ b)[:, None], np.array([0.05]), -3.0)[0]
    chance = expit(a + pool @ b)
    fits = [
        fit_tilt(
            pool, Seen.of(pool[rng.choice(4000, 60, p=chance / chance.sum())], np.ones(60)), 0.05, np.diag(1 / prior**2)
        )
        for _ in range(400)
    ]

    spread = np.cov(np.array([one.coefficients for one in fits]).T)
    stated = np.mean([one.covariance for one in fits], axis=0)
    assert np.sqrt(np.diag(stated)) == pytest.approx(np.sqrt(np.diag(spread)), rel=0.15)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_known_individuals_give_king_and_zengs_logistic(seed: int) -> None:
    """At a rate of 1 % the fit is L2 logistic regression on labels with the prior correction, within .02 log-odds."""
    rng = np.random.default_rng(seed)
    pool, yes = rng.standard_normal((2000, 3)), rng.standard_normal((80, 3)) + np.array([0.8, 0.0, -0.4])
    prior, rate = np.full(3, 1.0), 0.01

    found = fit_case_control(pool, yes, np.ones(80), rate, np.diag(1 / prior**2))
    rows, labels = np.vstack([yes, pool]), np.repeat([1.0, 0.0], [80, 2000])

    def loss(at: np.ndarray) -> float:
        eta = at[0] + rows @ at[1:]
        return float((np.logaddexp(0, eta) - labels * eta).sum() + 0.5 * (at[1:] ** 2 / prior**2).sum())

    logistic = minimize(loss, np.zeros(4), method="BFGS", options={"gtol": 1e-6}).x
    corrected = logistic[0] - np.log(80 / 2000) + np.log(rate)
    people = rng.standard_normal((50, 3))
    twin = corrected + people @ logistic[1:]
    assert found.intercept + people @ found.coefficients == pytest.approx(twin, abs=0.1)
    assert found.coefficients == pytest.approx(logistic[1:], abs=0.02)


def test_rows_and_exact_marginals_agree_where_traits_are_apart() -> None:
    """With traits that do not hang together, a large sample of the pool and its exact marginals give like odds."""
    known = {"phd": 0.15, "field": [0.5, 0.3, 0.2], "years": (4.0, 3.0), "french": [0.8, 0.15, 0.05]}
    yes, people = selected(200, 21), pool_people(200, 5)
    base = BaseRate(slots=200, applicants=20000)

    by_rows = fitted(yes, Pool.rows(TRAITS, pool_people(5000, 22)), base).draws(people)
    by_shares = fitted(yes, Pool.marginals(TRAITS, known, ess=1e6), base).draws(people)
    apart = logit(by_rows.mean(axis=0)) - logit(by_shares.mean(axis=0))
    assert np.abs(apart).mean() < 0.2


@pytest.mark.parametrize("correlation", [-0.4, 0.0, 0.3, 0.6])
def test_latent_correlations_are_found_through_levels(correlation: float) -> None:
    """From rows of levels and numbers, the correlation of the latents behind them (first order: within .08)."""
    traits = (Binary("a"), Ordered("b", levels=("x", "y", "z")), Numeric("c"))
    rng = np.random.default_rng(3)
    latent = (
        rng.standard_normal((40000, 3))
        @ np.linalg.cholesky(even(3, correlation) if correlation >= 0 else positive(even(3, correlation))).T
    )
    rows = np.column_stack([latent[:, 0] > 0.5, (latent[:, 1] > 0).astype(float) + (latent[:, 1] > 1), latent[:, 2]])

    found = pairs_of(rows.astype(float), traits).correlation[np.triu_indices(3, 1)]
    assert found == pytest.approx(correlation, abs=0.08)


def test_the_posterior_of_the_dependence_draws_towards_the_others() -> None:
    """Pairs seen in few people move to the mean of the others; pairs seen in many stay."""
    traits = tuple(Numeric(f"n{index}") for index in range(5))
    rng = np.random.default_rng(4)
    latent = rng.standard_normal((4000, 5)) @ np.linalg.cholesky(even(5, 0.4)).T
    many = Dependence.given(pairs_of(latent, traits), np.zeros((5, 5)))
    few = Dependence.given(pairs_of(latent[:12], traits), np.zeros((5, 5)))
    upper = np.triu_indices(5, 1)

    assert many.mean()[upper] == pytest.approx(0.4, abs=0.06)
    assert np.std(few.mean()[upper]) < np.std(pairs_of(latent[:12], traits).correlation[upper])
    drawn = np.array([one[upper] for one in many.draws(np.linspace(0.05, 0.95, 10), rng)])
    assert np.abs(drawn.mean(axis=0) - 0.4).max() < 0.08


def test_synthetic_people_have_the_dependence_asked_for() -> None:
    """Correlation of 3,000 evenly spread people within .05, whatever the shift."""
    wanted = even(4, 0.35)
    people = latent_people(wanted, np.array([0.3, 0.9, 0.1, 0.6]))

    assert np.corrcoef(people.T) == pytest.approx(wanted, abs=0.05)
    assert people.mean(axis=0) == pytest.approx(0.0, abs=0.03)
    points = spread_points(3000, 4, np.zeros(4))
    assert np.histogram(points[:, 2], bins=10, range=(0, 1))[0] == pytest.approx(300, abs=15)
    assert ndtr(people).min() > 0
