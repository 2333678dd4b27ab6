"""The fit where individuals of the pool are known (tier P3): selected against applicants, as cases against controls.

A row is labelled "selected" with probability h p / (1 + h p), h = N / (m pi), p = expit(a + b phi): the selected are
added to m applicants of whom a share pi was selected too. The base rate being known, a is no parameter: it follows b so
that the mean of p over the pool is pi. Newton with the prior on b; Laplace covariance. Where pi is small this is
logistic regression with the offset of King & Zeng (2001).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit, logit

from twelfth.distance.cohort.tilt import Tilt, intercepts

Array = NDArray[np.float64]

STEPS, SMALL = 60, 1e-9
LONGEST_STEP = 2.0


def fit_case_control(pool: Array, yes: Array, weight: Array, rate: float, precision: Array) -> Tilt:
    """Fit to encoded applicants [m, d] and selected [n, d] of weights [n], none of them NaN; precision [d, d]: the
    prior's."""
    a, b = float(logit(rate)), np.zeros(pool.shape[1])
    if not len(yes):
        return Tilt(a, b, np.asarray(np.linalg.inv(precision), dtype=float), np.full(len(pool), rate))
    rows = np.vstack([yes, pool])
    labels = np.concatenate([np.ones(len(yes)), np.zeros(len(pool))])
    counts = np.concatenate([weight, np.ones(len(pool))])
    log_h = np.log(weight.sum() / (len(pool) * rate))
    information = precision
    for _ in range(STEPS):
        a, p = _held_to(rate, pool @ b, a)
        v = p * (1 - p)
        slopes = rows - (v @ pool) / max(float(v.sum()), 1e-300)  # of eta by b, the intercept following
        eta = a + rows @ b
        label, rest = expit(log_h + log_expit(eta)), expit(-eta)
        slope = slopes.T @ (counts * (labels - label) * rest) - precision @ b
        information = (slopes.T * (counts * label * (1 - label) * rest**2)) @ slopes + precision
        step = np.linalg.solve(information, slope)
        b = b + step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-300))
        if np.abs(step).max() < SMALL:
            break
    a, p = _held_to(rate, pool @ b, a)
    return Tilt(a, b, np.asarray(np.linalg.inv(information), dtype=float), p)


def _held_to(rate: float, predictor: Array, start: float) -> tuple[float, Array]:
    """The intercept for which the mean chance over the pool is the rate, and those chances [m]."""
    a = float(intercepts(predictor[:, None], np.array([rate]), start)[0])
    return a, np.asarray(expit(a + predictor))
