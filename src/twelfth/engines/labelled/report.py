"""How well a labelled model did on people it had not seen."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlog1py, xlogy

from twelfth.distance import Report

Array = NDArray[np.float64]

BINS = 10
"""Of equal numbers of people, for the calibration error."""


def judged(chances: Array, labels: Array, base: float, *, judged_on: str, learner: str) -> Report:
    """The report on chances [n] in (0, 1) given to people with labels [n], beside a base rate given to all of them."""
    yes = labels > 0
    above = _ranks(chances)[yes].sum() - yes.sum() * (yes.sum() + 1) / 2
    pairs = int(yes.sum() * (~yes).sum())
    return Report(
        judged_on=judged_on,
        learner=learner,
        people=len(labels),
        log_loss=_loss(chances, labels),
        base_log_loss=_loss(np.full(len(labels), base), labels),
        auc=float(above / pairs) if pairs else None,
        ece=_calibration_error(chances, labels),
    )


def _ranks(values: Array) -> Array:
    """From 1 upwards, equal values sharing the mean of their ranks."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[place])


def _loss(chances: Array, labels: Array) -> float:
    return float(-(xlogy(labels, chances) + xlog1py(1 - labels, -chances)).mean())


def _calibration_error(chances: Array, labels: Array) -> float:
    order = np.lexsort((labels, chances))
    groups = np.array_split(order, min(BINS, len(order)))
    off = [abs(float(chances[group].mean() - labels[group].mean())) * len(group) for group in groups]
    return sum(off) / len(order)
