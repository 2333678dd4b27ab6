"""Single futures of a kind of round, drawn: on which days its rounds fall and what each asks for.

As `met` counts them: a path of the course, a first error of Student's t, which every later cut-off grows with, and one
tie-break for all rounds of a life. The share of draws in which some round is met is `met`, but for its standard error.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twelfth.distance.cutoff.horizon import Fallen
from twelfth.distance.cutoff.student import FREEDOM

Array = NDArray[np.float64]
NEVER_MET = np.iinfo(np.int64).max
"""A day on which nothing is met."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """day, bar [rounds, lives]: when each round falls, and its cut-off before rounding, infinite where it is not held;
    upper [lives]: whether one is selected at the very cut-off."""

    day: NDArray[np.int_]
    bar: Array
    upper: NDArray[np.bool_]

    def first(self, scores: Array) -> NDArray[np.int64]:
        """The day of the first round that is met, `NEVER_MET` where none is; scores [rounds, lives] on the days of the
        rounds."""
        room = np.where(self.upper, np.floor(scores) + 0.5, np.ceil(scores) - 0.5) - self.bar
        return np.asarray(np.where(room >= 0, self.day, NEVER_MET).min(axis=0, initial=NEVER_MET))


def drawn(rounds: Fallen, lives: int, rng: np.random.Generator) -> Drawn:
    """So many futures."""
    path = rng.integers(rounds.bar.shape[1], size=lives)
    error = rng.standard_t(FREEDOM, lives)
    bar = rounds.bar[:, path] + error / rounds.scales[:, None]
    return Drawn(day=rounds.day[:, path], bar=bar, upper=rng.random(lives) < 0.5)
