"""The Student-t with 4 degrees of freedom, in closed form: the odds by points ask it half a million times."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FREEDOM = 4
"""Degrees of freedom of the Student-t (03-odds, E4)."""
SCALE_PER_SD = float(np.sqrt((FREEDOM - 2) / FREEDOM))
FARTHEST = 1e9
"""In scales: the chance beyond is 0 or 1 to the last digit, and the square of no such number overflows."""


def cdf(x: Array) -> Array:
    """P(T <= x), x in scales, infinite ones too; within 3e-16 of the exact value.

    Formula: 1/2 + s (3 - s^2) / 4, s = x / sqrt(4 + x^2). Source: the incomplete beta function at 4 degrees, written
    out; tests/oracle/test_cutoff_oracle.py holds it against a general one.
    """
    near = np.minimum(np.maximum(x, -FARTHEST), FARTHEST)
    s = near / np.sqrt(FREEDOM + near * near)
    return np.asarray(0.5 + s * (3 - s * s) / 4)


def upper_end(p: float) -> float:
    """The x with P(T <= x) = p, p from 1/2 up to 1; in scales.

    Formula: 2 sqrt(cos(arccos(a) / 3) / a - 1), a = 2 sqrt(p (1 - p)): the cubic of `cdf` solved (Shaw 2006).
    """
    a = 2 * np.sqrt(p * (1 - p))
    return float(2 * np.sqrt(np.cos(np.arccos(a) / 3) / a - 1))
