"""A number that the chance of no plan exceeds: the highest chance within a polytope of scores around all plans.

First each round's own highest score; then, again and again, the highest weighted sum of scores in a direction in which
the chance grows where it seems highest. Each is asked of a whole-number programme: a coarse one at first, then one that
tells more apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

import numpy as np

from twelfth.engines.roadmap.arrays import Floats
from twelfth.engines.roadmap.ceiling import Ceiling, Peak, Polytope
from twelfth.engines.roadmap.programme import Programme
from twelfth.engines.roadmap.relaxation import Relaxation

ALLOWANCE = 2e-4
"""Added to every bound for interpolation in tables."""
NODES = 80
QUICK, SHORT, USUAL, SLOW = 0.05, 0.15, 0.5, 2.0
"""Deterministic seconds of the solver for a cap, for a cut of the coarse relaxation, for one of the fine, and at most
for one when the cuts repeat themselves."""
PIECE, PEAK = 0.5, 0.25
"""Of a piece of proof at least, and what finding the peak counts for."""
COARSE_CUTS = 4
"""Cuts before the finer relaxation."""
SAME, LEAST = 0.01, 0.02
"""Directions that differ by no more are the same; what is less of the greatest part of one is left out."""


@dataclass(slots=True, kw_only=True)
class PolytopeProver:
    """Tightens a bound, one side of the polytope at a time. `bound` never rises. asked: directions of the programme."""

    relaxed: Iterator[Relaxation]
    programme: Programme
    ceiling: Ceiling
    low: Floats
    high: Floats
    cuts: list[Floats] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    asked: list[Floats] = field(default_factory=list)
    bound: float = 1.0
    effort: float = SHORT
    capped: bool = False
    peak: Peak = field(init=False)

    def __post_init__(self) -> None:
        self.peak = Peak(1.0, self.high, self.ceiling.slope(self.high))

    @classmethod
    def of(cls, relaxed: Iterator[Relaxation], sigma: float, stopped: Event) -> "PolytopeProver":
        """Knowing nothing yet but what each round would be worth with everything at once. relaxed: a coarse relaxation,
        which is taken at once, and a fine one. stopped: once it is set, nothing more is proved."""
        first = next(relaxed)
        reach = first.base + np.maximum(first.gain, 0.0) @ first.most
        ceiling = Ceiling.of(sigma, float(first.base.min()), float(reach.max()), exams=first.exams)
        programme = Programme.of(first, stopped)
        return cls(relaxed=relaxed, programme=programme, ceiling=ceiling, low=first.base.copy(), high=reach)

    def slice(self, chance: float) -> None:
        """One piece of proof: all the caps at first, then cuts; and the bound, given the chance of a plan."""
        if not self.capped:
            self.caps()
            self.rest(chance)
            return
        spent = 0.0 if self.cuts else PIECE / 2  # the second piece is waited for sooner
        while spent < PIECE and self.bound > chance and not self.programme.stopped.is_set():
            if len(self.asked) >= COARSE_CUTS and (finer := next(self.relaxed, None)) is not None:
                self.programme, self.effort, self.asked = Programme.of(finer, self.programme.stopped), USUAL, []
            before = self.programme.spent
            self.cut()
            self.rest(chance)
            spent += self.programme.spent - before + PEAK

    def stop(self) -> None:
        """End the piece that is being done."""
        self.programme.stop()

    def caps(self) -> None:
        """The highest score of each round alone."""
        for k, direction in enumerate(np.eye(len(self.high))):
            self.high[k] = min(self.high[k], self.programme.highest(direction, effort=QUICK))
        self.peak, self.capped = Peak(1.0, self.high, self.ceiling.slope(self.high)), True

    def cut(self) -> None:
        """One more side, in the direction in which the chance grows where it seems highest; if that is known already,
        in the direction of what was found there; if both are, anew with twice the effort, as far as that goes."""
        slopes = self.ceiling.slope(self.peak.scores), self.peak.slope
        both = [np.where(one < LEAST * one.max(), 0.0, one / one.max()) for one in slopes if one.max() > 0]
        if not both:
            return
        new = [one for one in both if not any(np.allclose(one, other, atol=SAME) for other in self.asked)]
        if not new and self.effort >= SLOW:
            return
        if not new:
            self.effort, self.asked = 2 * self.effort, []
        direction = (new or both)[0]
        most = self.programme.highest(direction, effort=self.effort)
        self.asked.append(direction)
        if np.isfinite(most):
            self.cuts.append(direction)
            self.most.append(most)

    def rest(self, chance: float) -> None:
        """Tell it the chance of a plan: only what is better matters any more, and the bound follows."""
        if self.ceiling.chance(self.high) <= chance:
            self.bound = min(self.bound, chance + ALLOWANCE)
            return
        self.low = np.minimum(np.maximum(self.low, self.ceiling.least(self.high, chance)), self.high)
        cuts = np.array(self.cuts) if self.cuts else np.zeros((0, len(self.high)))
        within = Polytope(low=self.low, high=self.high, cuts=cuts, most=np.array(self.most))
        self.peak = self.ceiling.highest(within, enough=chance, nodes=NODES)
        self.bound = min(self.bound, self.peak.value + ALLOWANCE)
