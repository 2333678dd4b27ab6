"""How often a kind of round pauses and for how long, from the silences of all kinds together.

A pause is a decision of the administration and comes by the calendar, not by the round: in Express Entry the kinds held
twice a year were given up about as often a year as those held every fortnight. No kind has paused often enough to speak
for itself, so all are taken together, with a weak prior. Whether a paused kind comes back is not known while it is
silent: it is never given up for good, the wait only gets longer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtri, ndtri

from twelfth.distance.cutoff.level import GAPS_LOOKED_AT, Array

YEAR = 365.25
PAUSE_GAPS = 3.0
"""Typical gaps: a longer silence is a pause."""
PRIOR_YEARS, PRIOR_PAUSES = 2.0, 1.0
"""Of watching one kind, before any was watched: one pause in two years, believed as two years of watching are."""
PRIOR_DAYS, PRIOR_LENGTHS = 183.0, 2.0
"""The median pause before any was seen, worth two of them."""
STEPS_TO_SETTLE = 60
INFORMATION = 1 / 3
"""Of one pause on the logarithm of the scale, for a Lomax law of shape 1."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """rate: pauses a day while a kind is active. length: days, the median of a pause beyond its first three gaps.

    seen: pauses behind both, the prior's included.
    """

    rate: float
    length: float
    seen: float

    def drawn(self, rate_at: Array, length_at: Array) -> tuple[Array, Array]:
        """Rates and lengths at these quantiles of what the pauses seen leave open: gamma, and log-normal."""
        rates = self.rate * chdtri(2 * self.seen, 1 - rate_at) / (2 * self.seen)
        return np.asarray(rates), np.asarray(self.length * np.exp(ndtri(length_at) / np.sqrt(INFORMATION * self.seen)))


def pauses(days: Iterable[Sequence[int]], *, today: int, pooled_gap: float) -> Pauses:
    """From the days (ordinals) of the rounds of every kind; the silence of today counts as far as it has gone.

    Formula: P(pause longer than x beyond its three gaps) = length / (length + x), a Lomax law of shape 1, so that half
    of those silent for x are silent for x more and then some (Gott 1993); length by maximum likelihood, with pauses not
    over yet as censored; rate = pauses / time active.
    """
    ended, open_, active = [PRIOR_DAYS] * int(PRIOR_LENGTHS), [], PRIOR_YEARS * YEAR
    for one in days:
        gaps = np.diff(np.asarray(one, float))
        least = PAUSE_GAPS * typical_gap(gaps, pooled_gap)
        silences = np.append(gaps, today - one[-1])
        active += float(np.minimum(silences, least).sum())
        ended += [float(gap - least) for gap in gaps if gap > least]
        open_ += [float(silences[-1] - least)] * bool(silences[-1] > least)
    seen = len(ended) - PRIOR_LENGTHS + len(open_) + PRIOR_PAUSES
    return Pauses(seen / active, _length(np.array(ended), np.array(open_)), seen)


def typical_gap(gaps: Array, pooled_gap: float) -> float:
    """The median of the newest 12 gaps and, as one more, of the gap over all kinds; days, at least 1."""
    return max(float(np.median([*gaps[-GAPS_LOOKED_AT:], pooled_gap])), 1.0)


def _length(ended: Array, open_: Array) -> float:
    """The root of n / s = sum 2 / (s + ended) + sum 1 / (s + open), by the steps of EM, which never overshoot."""
    length, all_ = float(np.median(ended)), len(ended) + len(open_)
    for _ in range(STEPS_TO_SETTLE):
        length = all_ / float((2 / (length + ended)).sum() + (1 / (length + open_)).sum())
    return length
