"""Pieces of odds from labelled people against slow or foreign twins: the penalised fit, the fill, the report."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from tests.labelled_world import labelled, with_unknown

from twelfth.engines.labelled.logistic import fitted
from twelfth.engines.labelled.report import judged
from twelfth.engines.labelled.unknown import likely

Array = NDArray[np.float64]


@pytest.mark.parametrize("strength", [0.01, 1.0, 10.0])
def test_the_penalised_fit_is_that_of_scikit_learn(strength: float) -> None:
    """People counted 0 to 3 times; the constant is free there and nearly free here."""
    X, y, _ = labelled(120, features=4)
    counts = np.random.default_rng(2).integers(0, 4, 120).astype(float)
    found = fitted(np.column_stack([np.ones(120), X]), y, counts, strength, np.zeros(5, dtype=np.int64))
    theirs = LogisticRegression(C=strength, tol=1e-10, max_iter=10_000).fit(X, y, sample_weight=counts)

    assert found == pytest.approx(np.concatenate([theirs.intercept_, theirs.coef_[0]]), abs=2e-4)


def test_a_pulled_fit_is_that_of_an_optimiser() -> None:
    """Penalty towards c and not towards zero."""
    X, y, _ = labelled(80)
    table, pull = np.column_stack([np.ones(80), X]), np.array([0.0, 2.0, -1.0, 0.5])

    def loss(b: Array) -> float:
        bent = (b - pull)[1:]
        return float(np.logaddexp(0, np.where(y > 0, -1, 1) * (table @ b)).sum() + bent @ bent / (2 * 0.3))

    found = fitted(table, y, np.ones(80), 0.3, np.zeros(4, dtype=np.int64), pull=pull)
    assert found == pytest.approx(minimize(loss, np.zeros(4), method="BFGS", options={"gtol": 1e-8}).x, abs=1e-3)


def test_declared_signs_are_those_of_a_bounded_optimiser() -> None:
    """Two of three coefficients would have the other sign."""
    X, y, _ = labelled(90)
    table, signs = np.column_stack([np.ones(90), X]), np.array([0, -1, 1, -1])

    def loss(b: Array) -> float:
        return float(np.logaddexp(0, np.where(y > 0, -1, 1) * (table @ b)).sum() + b[1:] @ b[1:] / 2)

    bounds = [(None, None) if s == 0 else ((0, None) if s > 0 else (None, 0)) for s in signs]
    theirs = minimize(loss, np.zeros(4), method="L-BFGS-B", bounds=bounds, options={"ftol": 1e-14, "gtol": 1e-9}).x
    assert fitted(table, y, np.ones(90), 1.0, signs) == pytest.approx(theirs, abs=1e-3)


def test_the_fill_is_the_conditional_mean() -> None:
    """For each person by inverting the correlations of what is known of that person."""
    rng = np.random.default_rng(5)
    rows = rng.multivariate_normal(np.zeros(4), 0.5 + 0.5 * np.eye(4), 60) * np.array([1, 2, 0.5, 1])
    hidden = with_unknown(rows, 0.3)
    found = likely(hidden)
    covariance = found.correlation * np.outer(found.spread, found.spread)

    for given, filled in zip(hidden, found.fill(hidden), strict=True):
        known = ~np.isnan(given)
        weights = np.linalg.inv(covariance[np.ix_(known, known)]) @ given[known]
        assert filled[~known] == pytest.approx(covariance[np.ix_(~known, known)] @ weights, abs=1e-9)
        assert filled[known] == pytest.approx(given[known], abs=1e-12)


def test_what_one_feature_does_is_not_given_to_its_neighbours() -> None:
    """Three tenths unknown of features that go together: the third, which does nothing, gets nothing."""
    rng = np.random.default_rng(8)
    rows = rng.multivariate_normal(np.zeros(3), 0.7 + 0.3 * np.eye(3), 20_000)
    y = (rng.random(20_000) < 1 / (1 + np.exp(-rows[:, 0]))).astype(float)
    hidden = with_unknown(rows, 0.3)
    counts, free = np.ones(20_000), np.zeros(4, dtype=np.int64)
    filled, averaged = (
        fitted(np.column_stack([np.ones(20_000), one]), y, counts, 1.0, free)[3]
        for one in (likely(hidden).fill(hidden), np.nan_to_num(hidden))
    )

    assert abs(filled) < 0.06
    assert averaged > 0.1


def test_the_report_is_that_of_scikit_learn() -> None:
    """Log-loss and AUC, ties counting half; the calibration error of ten groups by hand."""
    rng = np.random.default_rng(1)
    chances = np.round(rng.uniform(0.05, 0.95, 200), 2)
    y = (rng.random(200) < chances).astype(float)
    found = judged(chances, y, 0.5, judged_on="people", learner="none")

    assert found.log_loss == pytest.approx(log_loss(y, chances))
    assert found.base_log_loss == pytest.approx(np.log(2))
    assert found.auc == pytest.approx(roc_auc_score(y, chances))
    order = np.lexsort((y, chances)).reshape(10, 20)
    assert found.ece == pytest.approx(np.abs(chances[order].mean(axis=1) - y[order].mean(axis=1)).mean())


def test_a_round_of_one_outcome_has_no_auc() -> None:
    """Nobody to compare with: unknown, and neither 0 nor 1."""
    assert judged(np.array([0.2, 0.3]), np.zeros(2), 0.5, judged_on="people", learner="none").auc is None
