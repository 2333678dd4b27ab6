"""One way to learn from labelled people, with what it says of people it has not seen."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Predictor = Callable[[Array], Array]
"""Encoded features [m, columns] to logits [m]."""

FURTHEST = 16.0
"""Logits are cut off here, so that no chance is 0 or 1 (03-odds)."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A learner: its name, its out-of-fold logits [repeats, n], its fit to everybody.

    encode: features [m, d] as the fits take them. again: its fit to people drawn again, given their indices and a
    generator.
    """

    name: str
    unseen: Array
    encode: Callable[[Array], Array]
    whole: Predictor
    again: Callable[[Whole, np.random.Generator], Predictor]


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """Several fits of one learner."""

    encode: Callable[[Array], Array]
    each: tuple[Predictor, ...]

    def chances(self, rows: Array) -> Array:
        """Of people [m, d]: [m, fits], each person's in one piece, so that sums do not depend on who else is asked."""
        table = self.encode(rows)
        return np.ascontiguousarray(expit(np.array([fit(table) for fit in self.each])).T)


def losses(logits: Array, labels: Array) -> Array:
    """Log-loss of each person, in nats; shape of the logits."""
    return np.asarray(np.logaddexp(0.0, np.where(labels > 0, -logits, logits)))


def folds_of(labels: Array, *, folds: int, repeats: int, rng: np.random.Generator) -> Whole:
    """The fold of each person in each repeat, [repeats, n], the selected spread evenly."""
    found = np.empty((repeats, len(labels)), dtype=np.int64)
    for row in found:
        for label in (0.0, 1.0):
            members = rng.permutation(np.flatnonzero(labels == label))
            row[members] = np.arange(len(members)) % folds
    return found
