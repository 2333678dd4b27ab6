"""How many rounds of a kind to expect: they come at even steps until the kind is laid aside.

A mean gap would not do. In Express Entry the Canadian Experience Class had 16 rounds two weeks apart, none for 32
months, then rounds two weeks apart again: a mean counts the silence into every gap after it, and counts on rounds while
it lasts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twelfth.distance.cutoff.level import GAPS_LOOKED_AT

STOPS = 0.02
"""Chance after each round, the last one known included, that the kind is laid aside.

7 of 349 gaps between rounds of Express Entry were longer than eight of the typical ones before them."""
PATIENCE = 2.0
"""Typical gaps without a round before a kind counts as overdue."""


@dataclass(frozen=True, slots=True)
class Pace:
    """gap: typical days between rounds. overdue: days beyond two such gaps without a round. gaps: those behind it."""

    gap: float
    overdue: float
    gaps: tuple[float, ...]

    def expected(self, days: int) -> float:
        """The expected number of rounds in so many days: the sum of the chances of the first, the second, ..."""
        steps = np.arange(int(days / self.gap) + 1)
        chances = [(1 - STOPS) ** (int(n) + 1) * self._begun(days - float(n) * self.gap) for n in steps]
        return float(sum(chances))

    def _begun(self, days: float) -> float:
        """P(wait <= days) for the first round: wait_days averaged over phase and resumes, in closed form."""
        start = max(days - self.gap, 0.0)
        late = self.overdue * np.log((self.overdue + days) / (self.overdue + start)) if self.overdue else 0.0
        return float((days - start - late) / self.gap)


def pace(days: Sequence[int], *, today: int, pooled_gap: float) -> Pace:
    """The pace of a kind: the median of its newest 12 gaps and, as one more, the gap over all kinds."""
    newest = np.maximum(np.diff(days[-GAPS_LOOKED_AT - 1 :]), 1)
    gaps = (*(float(one) for one in newest), pooled_gap)
    gap = float(np.median(gaps))
    return Pace(gap, max(today - days[-1] - PATIENCE * gap, 0.0), gaps)
