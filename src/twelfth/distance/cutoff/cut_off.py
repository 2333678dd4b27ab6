"""One past round with its cut-off, and the order in which past rounds are read."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twelfth.base import invalid
from twelfth.goal import PoolScores

Bands = tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class CutOff:
    """The published cut-off of one round.

    selected: people, None when not published. histogram: the pool this kind of round ranks, either as it was published
    (with the day since which it was known) or as bands (low, high, people), then known with the round; leave it out
    where the published pool counts people whom this kind does not rank. known: since when, by default the day decided.

    Raises:
        InvalidInput: a kind without a name, a cut-off that is not finite, fewer than 0 selected, known before it was
            decided, a band with fewer than 0 people, with ends that are not finite or the wrong way round, or bands
            that overlap.
    """

    decided: date
    kind: str
    selected: int | None
    cut_off: float
    histogram: PoolScores | Bands | None = None
    known: date | None = None

    def __post_init__(self) -> None:
        if not self.kind:
            raise invalid("kind of a round", self.kind, "a name")
        if not math.isfinite(self.cut_off):
            raise invalid(self._where("cut-off"), self.cut_off, "a finite number of points")
        if self.selected is not None and self.selected < 0:
            raise invalid(self._where("selected"), self.selected, "a number of people of at least 0")
        if self.known is not None and self.known < self.decided:
            raise invalid(self._where("known"), self.known, "a day not before the round was decided")
        self._check_bands()

    @property
    def since(self) -> date:
        """The first day on which this cut-off could be used."""
        return self.known or self.decided

    @property
    def bands(self) -> Bands:
        """The histogram's bands, the lowest first; none where there is no histogram."""
        found = self.histogram.bands if isinstance(self.histogram, PoolScores) else self.histogram or ()
        return tuple(sorted(found))

    @property
    def bands_since(self) -> date:
        """The first day on which the histogram could be used."""
        return self.histogram.known if isinstance(self.histogram, PoolScores) else self.since

    def _check_bands(self) -> None:
        below = -math.inf
        for low, high, people in self.bands:
            if people < 0:
                raise invalid(self._where(f"band {low}..{high} of the pool"), people, "at least 0 people")
            if not (math.isfinite(low) and math.isfinite(high) and below < low <= high):
                raise invalid(
                    self._where("band of the pool"), f"{low}..{high}", "finite ends, low to high, and no overlap"
                )
            below = high

    def _where(self, what: str) -> str:
        return f"{what} of the {self.kind} round of {self.decided}"


def in_order(rounds: Iterable[CutOff]) -> tuple[CutOff, ...]:
    """Each round once, by day, so that the order in which they were given changes nothing."""
    return tuple(sorted(dict.fromkeys(rounds), key=_place))


def _place(one: CutOff) -> tuple[date, str, float, int, date, str]:
    selected = -1 if one.selected is None else one.selected
    return (one.decided, one.kind, one.cut_off, selected, one.since, repr(one.histogram))
