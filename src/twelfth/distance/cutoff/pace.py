"""How many rounds of a kind to expect: they come at even steps, and after any of them the kind may pause.

A mean gap would not do. In Express Entry the Canadian Experience Class had 16 rounds two weeks apart, none for 32
months, then rounds two weeks apart again: a mean counts the silence into every gap after it, and counts on rounds while
it lasts. How often kinds pause and for how long is pauses.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from twelfth.distance.cutoff.level import GAPS_LOOKED_AT, Array
from twelfth.distance.cutoff.pauses import PAUSE_GAPS, Pauses, typical_gap

LATENESS = 4.0
"""Shape of the log-logistic law of a gap that is no pause: one in 17 is longer than two typical ones, one in 82 than
three."""
WAITS_LOOKED_AT = 64


@dataclass(frozen=True, slots=True)
class Pace:
    """gap: typical days between rounds. silent: days since the last one. gaps: those behind the typical one."""

    gap: float
    silent: float
    gaps: tuple[float, ...]
    pauses: Pauses

    @property
    def stops(self) -> float:
        """P(the kind pauses after a round)."""
        return float(-np.expm1(-self.pauses.rate * self.gap))

    @property
    def paused(self) -> float:
        """P(the silence of today is a pause): certain beyond three gaps; before that a gap that is merely late would
        have lasted so long with a chance that falls with the silence."""
        late = self.silent / self.gap
        return 1.0 if late > PAUSE_GAPS else self.stops / (self.stops + (1 - self.stops) / (1 + late**LATENESS))

    @property
    def least(self) -> float:
        """Days that a pause of today still lasts at least."""
        return max(PAUSE_GAPS * self.gap - self.silent, 0.0)

    @property
    def length(self) -> float:
        """Median days beyond `least` that a pause of today still lasts: the longer it has been, the longer."""
        return self.pauses.length + max(self.silent - PAUSE_GAPS * self.gap, 0.0)

    def expected(self, days: int) -> float:
        """The expected number of rounds in so many days, a second pause within them left out."""
        step = np.arange(int(days / self.gap) + 1)
        going = (1 - self.stops) ** step
        odds = (np.arange(WAITS_LOOKED_AT) + 0.5) / WAITS_LOOKED_AT
        pause = (PAUSE_GAPS - 1) * self.gap + self.pauses.length * odds / (1 - odds)
        left = np.asarray(days - self.gap * step, float)
        again = self._begun(left[:, None] - pause).mean(axis=1)
        return float(going @ self._begun(left) + (1 - going) @ again)

    def drawn(self, *, gap: float, rate: float, length: float) -> "Pace":
        """The same kind with another gap and other pauses."""
        return replace(self, gap=gap, pauses=replace(self.pauses, rate=rate, length=length))

    def _begun(self, days: Array) -> Array:
        """P(the first round has come) by each of so many days."""
        beyond = np.maximum(days - self.least, 0.0)
        active = np.clip(days / self.gap, 0.0, 1.0)
        return np.asarray((1 - self.paused) * active + self.paused * beyond / (beyond + self.length))


def pace(days: Sequence[int], *, today: int, pooled_gap: float, pauses: Pauses) -> Pace:
    """The pace of a kind: the median of its newest 12 gaps and, as one more, the gap over all kinds."""
    newest = np.maximum(np.diff(days[-GAPS_LOOKED_AT - 1 :]), 1)
    gaps = (*(float(one) for one in newest), pooled_gap)
    return Pace(typical_gap(newest, pooled_gap), float(today - days[-1]), gaps, pauses)
