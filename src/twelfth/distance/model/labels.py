"""Outcomes of people as 0 and 1, shares of those selected, seeds: read and checked."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from twelfth.base import invalid

Array = NDArray[np.float64]


def labels_of(labels: ArrayLike, count: int, name: str) -> Array:
    """Labels [count] of 0 and 1, as numbers.

    Raises:
        InvalidInput: another shape, or a value that is neither 0 nor 1.
    """
    try:
        found = np.asarray(labels, dtype=np.float64)
    except (TypeError, ValueError):
        raise invalid(name, labels, "a list of 0 (not selected) and 1 (selected)") from None
    if found.shape != (count,):
        raise invalid(name, f"of shape {found.shape}", f"one label a person, shape ({count},)")
    other = ~np.isin(found, (0.0, 1.0))
    if other.any():
        raise invalid(name, found[other][0], "0 (not selected) or 1 (selected)")
    return found


def rate_of(rate: object, name: str) -> float:
    """A share of those selected.

    Raises:
        InvalidInput: no number, or not in (0, 1).
    """
    if isinstance(rate, bool) or not isinstance(rate, int | float | np.number) or not 0 < rate < 1:
        raise invalid(name, rate, "a number between 0 and 1, such as 0.1")
    return float(rate)


def seed_of(seed: object) -> int:
    """A seed.

    Raises:
        InvalidInput: no whole number of at least 0.
    """
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        raise invalid("seed", seed, "a whole number of at least 0")
    return int(seed)
