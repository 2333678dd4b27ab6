"""Quality: the persistent part of a person that no profile shows, shared by all their attempts.

Formula: an attempt with chance p succeeds with probability expit(m + sigma u), where u has mean 0 and sd 1 over people
and m is set so that a first attempt keeps its chance: E_u expit(m + sigma u) = p. Two shapes of u: normal, and
exponential ("few stars": most people a little below the mean, few far above).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from twelfth.base import invalid

Array = NDArray[np.float64]

NORMAL, EXPONENTIAL = "normal", "exponential"
NORMAL_REACH, NORMAL_STEP = 8.5, 0.25
PANELS = (*range(12), *range(12, 45, 2))
"""Borders of the panels for the exponential shape: short ones where most of its weight is."""
PANEL_NODES = 10
LOWEST, HIGHEST = 1e-12, 1 - 1e-12
"""Chances are kept inside these, so that every one of them has a finite m."""
TABLE_STEP = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """One shape of u with one sigma: nodes [k] of sigma u and their weights [k], which sum to 1.

    Raises:
        InvalidInput: a shape that is neither normal nor exponential, a sigma below 0 or not finite.
    """

    shape: str
    sigma: float

    def __post_init__(self) -> None:
        if self.shape not in (NORMAL, EXPONENTIAL):
            raise invalid("shape", self.shape, f"{NORMAL} or {EXPONENTIAL}")
        if not (np.isfinite(self.sigma) and self.sigma >= 0):
            raise invalid("sigma", self.sigma, "a finite number of at least 0")

    @property
    def nodes(self) -> Array:
        return self.sigma * unit_nodes(self.shape)[0]

    @property
    def weights(self) -> Array:
        return unit_nodes(self.shape)[1]

    def level(self, chance: Array) -> Array:
        """m, so that the mean over people of expit(m + sigma u) is `chance`; the same shape as `chance`."""
        kept = np.clip(chance, LOWEST, HIGHEST)
        if self.sigma == 0:
            return np.asarray(logit(kept))
        return _level_of(self.shape, self.sigma)(logit(kept))


@cache
def unit_nodes(shape: str) -> tuple[Array, Array]:
    """Nodes of u and their weights.

    Normal: the trapezoid rule, which for a smooth integrand on the whole line converges faster than any power of the
    step. Exponential: Gauss-Legendre on panels, the density in the weights.
    """
    if shape == NORMAL:
        u = np.arange(-NORMAL_REACH, NORMAL_REACH + NORMAL_STEP / 2, NORMAL_STEP)
        weight = np.exp(-0.5 * u**2)
        return u, weight / weight.sum()
    at, weight = np.polynomial.legendre.leggauss(PANEL_NODES)
    starts, lengths = np.array(PANELS[:-1], dtype=float), np.diff(PANELS)
    e = (starts[:, None] + 0.5 * lengths[:, None] * (at + 1)).ravel()
    density = (0.5 * lengths[:, None] * weight).ravel() * np.exp(-e)
    return e - 1, density / density.sum()


@cache
def _level_of(shape: str, sigma: float) -> Callable[[Array], Array]:
    """m as a function of logit(chance): tabulated once with its slope, and a cubic between exact to 1e-8."""
    u, weight = unit_nodes(shape)
    reach = 30.0 + 30.0 * sigma
    m = np.arange(-reach, reach + TABLE_STEP, TABLE_STEP)
    selected, refused = expit(m[:, None] + sigma * u), expit(-m[:, None] - sigma * u)
    on, off = selected @ weight, refused @ weight  # not 1 - on, which has no figures left where on is near 1
    slope = on * off / ((selected * refused) @ weight)
    return partial(_between, np.log(on) - np.log(off), m, slope)


def _between(at: Array, value: Array, slope: Array, wanted: Array) -> Array:
    """The cubic by values [k] and slopes [k] at the two points of `at` [k] around each wanted one (Hermite)."""
    low = np.clip(np.searchsorted(at, wanted) - 1, 0, len(at) - 2)
    width = at[low + 1] - at[low]
    t = (wanted - at[low]) / width
    ends = (1 - t) ** 2 * (1 + 2 * t) * value[low] + t**2 * (3 - 2 * t) * value[low + 1]
    return np.asarray(ends + t * (1 - t) * width * ((1 - t) * slope[low] - t * slope[low + 1]))
