"""Chances from log odds, many at once: written over the log odds, because room for them costs more than the sums."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FURTHEST = 700.0
"""The exponential of more would be no number."""


def chance_of(log_odds: Array, *, most: float = FURTHEST) -> Array:
    """1 / (1 + exp(-x)) of log odds kept within +-`most`; the array given is the one returned."""
    np.clip(log_odds, -most, most, out=log_odds)
    np.negative(log_odds, out=log_odds)
    np.exp(log_odds, out=log_odds)
    log_odds += 1
    return np.reciprocal(log_odds, out=log_odds)
