"""The fit where individuals of the pool are known (tier P3): selected against applicants, as cases against controls.

A row is labelled "selected" with probability h p / (1 + h p), h = N / (m pi), p = expit(a + b phi): the selected are
added to m applicants of whom a share pi was selected too. Newton with the prior on b; Laplace covariance. Where pi is
small this is logistic regression with the offset of King & Zeng (2001).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit, logit

from twelfth.distance.cohort.tilt import Tilt, intercepts

Array = NDArray[np.float64]

STEPS, SMALL = 60, 1e-9
LONGEST_STEP = 2.0


def fit_case_control(pool: Array, yes: Array, weight: Array, rate: float, prior_sd: Array) -> Tilt:
    """Fit to encoded applicants [m, d] and selected [n, d] of weights [n], none of them NaN."""
    rows = np.vstack([yes, pool])
    design = np.column_stack([np.ones(len(rows)), rows])
    labels = np.concatenate([np.ones(len(yes)), np.zeros(len(pool))])
    counts = np.concatenate([weight, np.ones(len(pool))])
    log_h = np.log(weight.sum() / (len(pool) * rate)) if len(yes) else -np.inf
    penalty = np.concatenate([[1e-8], 1 / prior_sd**2])
    at = np.concatenate([[float(logit(rate))], np.zeros(rows.shape[1])])
    if not len(yes):
        covariance = np.diag(prior_sd**2)
        return Tilt(at[0], at[1:], covariance, expit(pool @ at[1:] + at[0]))
    information = np.diag(penalty)
    for _ in range(STEPS):
        eta = design @ at
        label = expit(log_h + log_expit(eta))
        rest = expit(-eta)
        slope = design.T @ (counts * (labels - label) * rest) - penalty * at * np.concatenate(
            [[0.0], np.ones(len(at) - 1)]
        )
        information = (design.T * (counts * label * (1 - label) * rest**2)) @ design + np.diag(penalty)
        step = np.linalg.solve(information, slope)
        at = at + step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-300))
        if np.abs(step).max() < SMALL:
            break
    predictor = pool @ at[1:]
    a = float(intercepts(predictor[:, None], np.array([rate]), at[0])[0])
    return Tilt(a, at[1:], np.linalg.inv(information)[1:, 1:], np.asarray(expit(a + predictor)))
