"""The level a kind's cut-offs are at, followed from round to round, and how far the next one may fall from it.

It knows one kind at a time: what other kinds say of one with few rounds is pooled.py. It knows no seasons and no
trend; a trend shows as a high gain.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

GAINS = np.array([1.0, 0.7, 0.5, 0.35])
"""How much of an error the level takes over; 1 is the last value (03-odds, E4)."""
PRIOR_SD = 35.0
"""Points: sd of the next cut-off where nothing is known of a kind (03-odds), worth one round."""
PRIOR_ROUNDS = 1.0
SCALE_HALF_LIFE = 8.0
"""Rounds. The spread of errors changes with the size of rounds."""
GAIN_HALF_LIFE = 16.0
"""Rounds. Telling two gains apart takes more errors than a spread does, hence a longer memory."""
WINSOR = 3.0
"""Robust sds: a larger error counts as this one in the scale."""
FAR = 6.0
"""Robust sds: a change this large is not followed before a second round confirms it.

Administrations hold single rounds for another purpose under the same name: on 13 February 2021 one for the Canadian
Experience Class had 75 for a cut-off, between 454 and 449. Taken from 3 to 10 the errors of
benchmarks/cutoff_forecast.py change by less than 1 %; without the rule MAE is 21.7 in place of 20.7."""
SD_PER_MAD = 1.4826
"""A normal's sd over its median absolute deviation."""
LEAST_SD = 1.0
"""Points: cut-offs are whole, so no spread below this is believed."""
GAPS_LOOKED_AT = 12
GAP_LOW, GAP_HIGH = 0.7, 4.0
"""Bounds of the growth of the sd with the time since the last round (03-odds)."""
ROUNDS_TO_SETTLE = 4
"""A level is said to be new for so many rounds after a break."""


@dataclass(frozen=True, slots=True)
class Track:
    """A kind's rounds as far as they are known.

    levels: points, by gain [4]. errors: of one step in points of a typical gap, by round and gain [rounds, 4]; the
    step across a declared break is none. gap: median days between rounds. since_break: rounds since the level was
    last reset, that one included, None if never. held: the last round was far off and is not followed yet.
    """

    levels: Array
    errors: Array
    changes: Array
    gap: float
    since_break: int | None
    held: bool

    @property
    def losses(self) -> Array:
        """Mean absolute error by gain [4], recent rounds counting more; points."""
        weight = recency(len(self.errors), GAIN_HALF_LIFE)
        return np.asarray((weight @ np.abs(self.errors)) / max(weight.sum(), 1.0))

    @property
    def unsettled(self) -> bool:
        """Whether the level was reset of late or may have to be."""
        return self.held or (self.since_break is not None and self.since_break < ROUNDS_TO_SETTLE)

    def scale(self, gain: int, *, prior: float = PRIOR_ROUNDS) -> float:
        """Sd of the next cut-off, in points, after a typical gap: recent errors, winsorised, and the prior.

        prior: how many rounds it is worth.
        """
        clipped = winsorised(self.errors[:, gain])
        weight = recency(len(clipped), SCALE_HALF_LIFE)
        total = float(weight @ clipped**2) + prior * PRIOR_SD**2
        return max(float(np.sqrt(total / (float(weight.sum()) + prior))), LEAST_SD)


def follow(days: Sequence[int], cuts: Sequence[float], breaks: Sequence[int] = ()) -> Track:
    """The track of rounds in order of day (ordinals). A break on a day resets the level at the next round.

    Formula: L <- L + gain (cut - L), for each gain; paper: Brown 1956, simple exponential smoothing.
    """
    y, at = np.asarray(cuts, float), np.asarray(days, float)
    gaps = np.maximum(np.diff(at), 1.0)
    typical = float(np.median(gaps[-GAPS_LOOKED_AT:])) if len(gaps) else 0.0
    grown = np.array([gap_factor(gap, typical) for gap in gaps])
    broken = np.array([any(a < day <= b for day in breaks) for a, b in pairwise(days)], bool)
    changes = (np.diff(y) / grown)[~broken]
    far = FAR * grown * max(_robust_sd(changes), LEAST_SD)
    level, held, reset = np.full(len(GAINS), y[0]), None, None
    errors = np.empty((len(gaps), len(GAINS)))
    for i, cut in enumerate(y[1:]):
        errors[i] = cut - level
        confirmed = held is not None and abs(cut - held) < np.abs(errors[i]).min()
        if broken[i] or confirmed:
            level, held, reset = np.full(len(GAINS), cut), None, i + 1
        elif np.abs(errors[i]).min() > far[i]:
            held = cut
        else:
            level, held = level + GAINS * errors[i], None
    since = None if reset is None else len(y) - reset
    return Track(level, (errors / grown[:, None])[~broken], changes, typical, since, held is not None)


def gap_factor(days: float, typical: float) -> float:
    """How much wider the error is after `days` than after a typical gap; 1 where no gap is known."""
    return min(max(math.sqrt(days / typical), GAP_LOW), GAP_HIGH) if typical else 1.0


def gap_factors(days: Array, typical: float) -> Array:
    """The same after each of so many days."""
    return np.clip(np.sqrt(days / typical), GAP_LOW, GAP_HIGH) if typical else np.ones(days.shape)


def recency(rounds: int, half_life: float) -> Array:
    """Weights of so many rounds, the last one 1."""
    return np.asarray(0.5 ** (np.arange(rounds - 1, -1, -1.0) / half_life))


def winsorised(errors: Array) -> Array:
    """Errors with those beyond 3 robust sds drawn in to that."""
    most = WINSOR * _robust_sd(errors) + LEAST_SD
    return np.clip(errors, -most, most)


def _robust_sd(errors: Array) -> float:
    """Around zero, from the median size; the prior where there is none."""
    return SD_PER_MAD * float(np.median(np.abs(errors))) if len(errors) else PRIOR_SD
