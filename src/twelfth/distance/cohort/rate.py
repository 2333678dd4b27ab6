"""The base rate: the chance of the average applicant, as surely as it was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, expit, logit, ndtri

from twelfth.base import Said, invalid

Array = NDArray[np.float64]

QUOTED_SD = 0.25
"""Sd of logit(rate) where only a rate is quoted, without numbers (03-odds, E1)."""
ROUNDS_SD_FLOOR = 0.1
"""The least by which rates of rounds differ, in logits (03-odds, E1)."""
ROUNDS_FOR_AN_EFFECT = 3
NINETY = float(ndtri(0.95))
LOWEST, HIGHEST = 1e-7, 1 - 1e-4


@dataclass(frozen=True, slots=True, init=False)
class BaseRate:
    """The chance pi of the average applicant. One of: slots and applicants, several rounds, a quoted rate, a range.

    BaseRate(slots=10, applicants=1000): Beta(K + 1/2, n - K + 1/2). `from_rounds`: three rounds or more have a
    logit-normal effect of their own. `quoted`: sd of the logit .25. `between`: the number of applicants is known as a
    range only, read as the 90 % interval of a lognormal.

    Raises:
        InvalidInput: negative or fractional counts, more slots than applicants, a rate outside (0, 1).
    """

    kind: str
    figures: tuple[tuple[float, ...], ...]

    KINDS: ClassVar[tuple[str, ...]] = ("rounds", "quoted", "between")

    def __init__(self, *, slots: float, applicants: float) -> None:
        self._set("rounds", ((slots, applicants),))

    def _set(self, kind: str, figures: tuple[tuple[float, ...], ...]) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "figures", figures)
        if kind == "rounds":
            for slots, applicants in figures:
                _check_counts(slots, applicants)

    @classmethod
    def from_rounds(cls, rounds: Sequence[tuple[float, float]]) -> "BaseRate":
        """(slots, applicants) of each round."""
        if not rounds:
            raise invalid("rounds of the base rate", "none", "at least one (slots, applicants)")
        return cls._made("rounds", tuple((float(slots), float(applicants)) for slots, applicants in rounds))

    @classmethod
    def quoted(cls, rate: float) -> "BaseRate":
        """A rate somebody quotes without its numbers."""
        if not 0 < rate < 1:
            raise invalid("quoted rate", rate, "a number between 0 and 1")
        return cls._made("quoted", ((float(rate),),))

    @classmethod
    def between(cls, slots: float, low: float, high: float) -> "BaseRate":
        """So many slots, and between `low` and `high` applicants."""
        _check_counts(slots, low)
        if not (np.isfinite(high) and low <= high):
            raise invalid("applicants", f"{low} to {high}", "two numbers, the lower first")
        return cls._made("between", ((float(slots), float(low), float(high)),))

    @classmethod
    def _made(cls, kind: str, figures: tuple[tuple[float, ...], ...]) -> "BaseRate":
        made = cls.__new__(cls)
        made._set(kind, figures)
        return made

    @property
    def everyone_taken(self) -> bool:
        """Whether there were as many slots as applicants."""
        return self.kind == "rounds" and all(slots == applicants for slots, applicants in self.figures)

    @property
    def rate(self) -> float:
        """The nominal rate."""
        return float(self.at(np.array([0.5]))[0])

    @property
    def lowest_rate(self) -> float:
        """The least the rate can have been: of a range of applicants the one with most of them."""
        return self.figures[0][0] / self.figures[0][2] if self.kind == "between" else self.rate

    @property
    def words(self) -> Said:
        """What it rests on."""
        if self.kind == "quoted":
            return Said("a quoted rate of %(rate)s", rate=f"{self.figures[0][0]:g}")
        if self.kind == "between":
            slots, low, high = self.figures[0]
            return Said(
                "%(selected)s of %(low)s to %(high)s applicants",
                selected=f"{slots:g}",
                low=f"{low:g}",
                high=f"{high:g}",
            )
        each = (
            Said("%(selected)s of %(applicants)s applicants", selected=f"{slots:g}", applicants=f"{applicants:g}")
            for slots, applicants in self.figures
        )
        return reduce(lambda one, other: Said("%(one)s; %(other)s", one=one, other=other), each)

    def at(self, quantiles: Array) -> Array:
        """pi at quantiles of what is known of it; shape as given. Quantile .5 is the nominal rate."""
        return np.asarray(np.clip(self._at(quantiles), LOWEST, HIGHEST))

    def _at(self, quantiles: Array) -> Array:
        if self.kind == "quoted":
            return np.asarray(expit(logit(self.figures[0][0]) + QUOTED_SD * ndtri(quantiles)))
        if self.kind == "between":
            slots, low, high = self.figures[0]
            middle, sd = np.log(low * high) / 2, np.log(high / low) / (2 * NINETY)
            return np.asarray(np.minimum(1.0, slots / np.exp(middle - sd * ndtri(quantiles))))
        counts = np.array(self.figures)
        if len(counts) >= ROUNDS_FOR_AN_EFFECT:
            return _of_rounds(counts, quantiles)
        slots, applicants = counts.sum(axis=0)
        return np.asarray(betaincinv(slots + 0.5, applicants - slots + 0.5, quantiles))


def _of_rounds(counts: Array, quantiles: Array) -> Array:
    """The next round's rate: logit-normal over rounds, the spread between rounds less what counting alone gives."""
    slots, applicants = counts.T
    logits = np.log((slots + 0.5) / (applicants - slots + 0.5))
    counted = 1 / (slots + 0.5) + 1 / (applicants - slots + 0.5)
    between = max(ROUNDS_SD_FLOOR**2, float(logits.var(ddof=1) - counted.mean()))
    weight = 1 / (counted + between)
    centre = float(weight @ logits / weight.sum())
    return np.asarray(expit(centre + np.sqrt(between + 1 / weight.sum()) * ndtri(quantiles)))


def _check_counts(slots: float, applicants: float) -> None:
    if not (np.isfinite(slots) and np.isfinite(applicants)) or slots < 0 or applicants <= 0:
        raise invalid("slots and applicants", f"{slots} of {applicants}", "counts of at least 0, and some applicants")
    if slots > applicants:
        raise invalid("slots", f"{slots:g} of {applicants:g}", "no more slots than applicants")
