"""Where published points decide: how the cut-offs of the rounds ahead may fall, and the points that held traits give.

What the rounds of a kind share is a list of paths of their cut-offs (`RubricOdds.paths`); whoever is above one of them
is selected. The chance is that of the odds for the same points on the same days, so that odds and plan agree.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.distance import Fallen, met_each, met_within

Array = NDArray[np.float64]

DAYS = 7
"""In a week."""
CASES = 256
"""Cases of the exams that are told apart: all of up to four of them, an even sample of more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """The rounds of each kind that may be entered, over so many days, and points [kinds, days] by the traits held.

    kinds: their names. paths: where the rounds of each fall. of: the points on every day with some traits held from the
    first day on; minus infinity where one is not considered. It is asked about the same traits only once.

    Raises:
        InvalidInput: no day, or not as many paths as kinds.
    """

    days: int
    kinds: tuple[str, ...]
    paths: tuple[Fallen, ...]
    of: Callable[[frozenset[str]], Array]

    def __post_init__(self) -> None:
        if self.days < 1:
            raise invalid("days ahead", self.days, "at least 1")
        if len(self.kinds) != len(self.paths) or not self.kinds:
            raise invalid("paths", len(self.paths), f"one for each of the {len(self.kinds)} kinds, at least one")

    @property
    def weeks(self) -> int:
        """Weeks that begin within the days."""
        return -(-self.days // DAYS)

    def thinned(self, every: int) -> "Points":
        """With every so many of the paths only: quicker, and less sure by a few thousandths."""
        paths = tuple(Fallen(one.course, one.day[:, ::every], one.bar[:, ::every]) for one in self.paths)
        return replace(self, paths=paths)

    def risen(self, by: float) -> "Points":
        """With cut-offs that are higher by so many points."""
        return replace(self, paths=tuple(Fallen(one.course, one.day, one.bar + by) for one in self.paths))

    def later(self, days: int) -> "Points":
        """The same, days counted from so many before the first: no round falls in those."""
        if days == 0:
            return self

        def of(held: frozenset[str]) -> Array:
            found = self.of(held)
            return np.concatenate([np.repeat(found[:, :1], days, axis=1), found], axis=1)

        paths = tuple(Fallen(one.course, one.day + days, one.bar) for one in self.paths)
        return replace(self, days=self.days + days, paths=paths, of=of)

    def without_kinds(self, kinds: Collection[str]) -> "Points":
        """Without the rounds of some kinds, which are not all of them."""
        kept = [place for place, kind in enumerate(self.kinds) if kind not in kinds]

        def of(held: frozenset[str]) -> Array:
            return self.of(held)[kept]

        return replace(
            self, kinds=tuple(self.kinds[one] for one in kept), paths=tuple(self.paths[one] for one in kept), of=of
        )

    def scores(self, held: Sequence[frozenset[str]]) -> Array:
        """Points [kinds, days] with the traits held in each week [weeks]."""
        found = np.empty((len(self.kinds), self.days))
        starts = [0, *(week for week in range(1, len(held)) if held[week] != held[week - 1]), self.weeks]
        for first, after in pairwise(starts):
            days = slice(first * DAYS, after * DAYS)
            found[:, days] = self.of(held[first])[:, days]
        return found

    def chances(self, ways: Sequence[Sequence[frozenset[str]]]) -> Array:
        """Of at least one selection with the traits held in each week [ways, weeks], kinds taken as unrelated."""
        scores = np.array([self.scores(held) for held in ways])
        each = [met_each(rounds, scores[:, kind]) for kind, rounds in enumerate(self.paths)]
        return np.asarray(1.0 - np.prod(1.0 - np.array(each), axis=0))

    def by_kind_within(self, held: Sequence[frozenset[str]], days: Sequence[int]) -> Array:
        """Of at least one selection in the rounds of each kind within the first so many days: [len(days), kinds]."""
        scores = self.scores(held)
        by_kind = [met_within(rounds, own, days) for rounds, own in zip(self.paths, scores, strict=True)]
        return np.stack(by_kind, axis=-1)
