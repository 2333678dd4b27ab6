"""The history of own attempts against adaptive quadrature, and against the figures of the specification."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import expit

from twelfth.distance import History, naive_chance

WITHIN = 1e-4
DENSITIES: dict[str, tuple[Callable[[float], float], float, float]] = {
    "normal": (lambda u: math.exp(-u * u / 2) / math.sqrt(2 * math.pi), -9.0, 9.0),
    "exponential": (lambda u: math.exp(-(u + 1)), -1.0, 60.0),
}


def expectation(shape: str, f: Callable[[float], float]) -> float:
    density, low, high = DENSITIES[shape]
    return float(quad(lambda u: f(u) * density(u), low, high, limit=800, epsabs=1e-13)[0])


def chance_given(shape: str, sigma: float, p: float) -> Callable[[float], float]:
    """P(selected | u), with m solved so that its mean over people is p."""
    m = brentq(lambda m: expectation(shape, lambda u: float(expit(m + sigma * u))) - p, -80, 80, xtol=1e-12)
    return lambda u: float(expit(m + sigma * u))


@pytest.mark.parametrize("shape", DENSITIES)
@pytest.mark.parametrize("sigma", [0.5, 1.0, 2.0, 3.0])
@pytest.mark.parametrize(("past", "p", "ahead"), [(11, 0.1, 0.1), (11, 0.01, 0.02), (3, 0.4, 0.2), (0, 0.001, 0.001)])
def test_the_outlook_agrees_with_fine_quadrature(shape: str, sigma: float, past: int, p: float, ahead: float) -> None:
    """The next chance and the chance by the horizon are within 1e-4 of the integrals."""
    before, after = chance_given(shape, sigma, p), chance_given(shape, sigma, ahead)
    evidence = expectation(shape, lambda u: (1 - before(u)) ** past)
    following = expectation(shape, lambda u: after(u) * (1 - before(u)) ** past) / evidence
    within_three = 1 - expectation(shape, lambda u: (1 - after(u)) ** 3 * (1 - before(u)) ** past) / evidence

    found = History({sigma: 1.0}, {shape: 1.0}).update([(p, "not selected")] * past, [ahead] * 3)
    assert found.next == pytest.approx(following, abs=WITHIN)
    assert found.by_horizon == pytest.approx(within_three, abs=WITHIN)


NORMAL_ONLY, HALF = {"normal": 1.0}, {"normal": 0.5, "exponential": 0.5}
FIGURES = [
    (0.10, NORMAL_ONLY, 0.5861, 0.534),
    (0.01, NORMAL_ONLY, 0.1059, 0.868),
    (0.10, HALF, 0.5675, 0.520),
    (0.01, HALF, 0.0935, 0.722),
]


@pytest.mark.parametrize(("p", "shape", "within_12", "ratio"), FIGURES)
def test_the_figures_of_the_specification(p: float, shape: dict[str, float], within_12: float, ratio: float) -> None:
    """Sigma 1: the chance within 12 attempts, and the 12th chance after 11 noes over the first (03-odds, E6)."""
    history = History({1.0: 1.0}, shape)

    assert history.update([], [p] * 12).by_horizon == pytest.approx(within_12, abs=1e-3)
    assert history.update([(p, "not selected")] * 11, [p]).next / p == pytest.approx(ratio, abs=1e-3)


def test_the_naive_figure() -> None:
    """1 - .9^12 = .718: what independent attempts would give (03-odds, E6)."""
    assert naive_chance([0.1] * 12) == pytest.approx(0.718, abs=5e-4)


def test_the_beta_binomial_figures() -> None:
    """Mean .01, precision 20, 11 noes: .0064516 next, .0643717 within 12. The history of sigma 1.5 stands beside it."""
    a, b = 0.01 * 20, 0.99 * 20 + 11
    following = a / (a + b)
    none = np.prod([(b + k) / (a + b + k) for k in range(12)])

    assert (following, 1 - none) == pytest.approx((0.0064516, 0.0643717), abs=5e-8)
    beside = History({1.5: 1.0}).update([(0.01, "not selected")] * 11, [0.01] * 12)
    assert following / 2 < beside.next < 2 * following


def test_what_the_past_leaves_of_a_person_gives_the_outlook() -> None:
    """The chance of the next attempts, averaged over what `posterior` leaves, is that of `update`."""
    past = [(0.1, "not selected"), (0.02, "interviewed"), (0.05, "pending"), (0.2, "not selected")]
    for said in ([], past):
        history, missed = History(), 0.0
        for quality, weight, nodes in history.posterior(said):
            at = quality.level(np.array([0.04]))[0] + quality.nodes
            missed += weight * float(nodes @ (1 / (1 + np.exp(at))) ** 3)

        assert 1 - missed == pytest.approx(history.update(said, [0.04] * 3).by_horizon, abs=1e-9)
