"""How one method is judged on one replicate of the odds benchmark.

A row: the share of intervals that hold the truth (random applicants; top decile), log-loss above the truth's own (the
method's; the base rate's), mean odds, mean truth, median log(hi / lo), seconds. The tenths: random applicants in order
of their predicted chance, in ten equal parts: count, sum of predicted, sum of true chances.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROW = ("covered", "top", "loss", "flat", "mean", "truth", "width", "seconds")
COVERED, TOP, LOSS, FLAT, MEAN, TRUTH, WIDTH, SECONDS = range(len(ROW))
TENTHS = 10


def replicate_of(
    random: Array, truth: Array, top: Array, top_truth: Array, *, rate: float, seconds: float
) -> tuple[Array, Array]:
    """One row [8] and tenths [3, 10] from p, lo, hi of random applicants and of the top decile, both [3, n]."""
    p, low, high = random
    tenths = np.array_split(np.argsort(p, kind="stable"), TENTHS)
    row = [
        ((low <= truth) & (truth <= high)).mean(),
        ((top[1] <= top_truth) & (top_truth <= top[2])).mean(),
        log_loss(truth, p) - log_loss(truth, truth),
        log_loss(truth, np.full(len(truth), rate)) - log_loss(truth, truth),
        p.mean(),
        truth.mean(),
        np.median(np.log(high / low)),
        seconds,
    ]
    bins = [[len(one), p[one].sum(), truth[one].sum()] for one in tenths]
    return np.array(row), np.array(bins).T


def log_loss(truth: Array, p: Array) -> float:
    return float(-(truth * np.log(p) + (1 - truth) * np.log1p(-p)).mean())
