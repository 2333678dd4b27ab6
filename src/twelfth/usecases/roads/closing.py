"""What a set of steps closes of the distance to those selected: requirements first, then where one would stand.

A number for the search, which nobody is told: requirements that would be met, each worth more than any standing; then
the share of those selected whom one would stand at or above, on average over the gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twelfth.distance import Ladder, Target, levels_together, walls_met
from twelfth.goal import Level, Move, Process, Profile

Array = NDArray[np.float64]

BELOW_A_WALL = 0.99
"""Of a requirement: what the best standing is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """gaps: what one stands below of what is aimed at, with where those selected stand. walls: requirements that are
    not certainly met today. moves: by id."""

    process: Process
    who: Profile
    gaps: tuple[tuple[Target, Ladder], ...]
    walls: tuple[str, ...]
    moves: Mapping[str, Move]
    judged: dict[frozenset[tuple[str, Level]], frozenset[str]] = field(default_factory=dict)

    def moved(self, held: frozenset[str]) -> dict[str, Level]:
        """The levels that steps lead to together."""
        return levels_together(self.process, self.who, (self.moves[name] for name in sorted(held)))

    def met(self, held: frozenset[str]) -> frozenset[str]:
        """Which of the requirements would be met."""
        moved = self.moved(held) if self.walls else {}
        alike = frozenset(moved.items())
        if alike not in self.judged:
            self.judged[alike] = walls_met(self.process, self.who, self.walls, moved) if moved else frozenset()
        return self.judged[alike]

    def code(self, target: Target, held: frozenset[str]) -> float:
        """Where one would be in a trait; never worse than today."""
        level = self.moved(held).get(target.trait.name)
        return target.trait.code(level) if level is not None and target.is_beyond(level) else target.own

    def standing(self, held: frozenset[str]) -> float:
        """The share of those selected whom one would stand at or above, on average over the gaps; 0 without any."""
        shares = [ladder.passed(self.code(one, held)) / ladder.people for one, ladder in self.gaps]
        return sum(shares) / len(shares) if shares else 0.0

    def value(self, held: frozenset[str]) -> float:
        """From 0 to 1: more requirements are always more, and then a better standing is."""
        return (len(self.met(held)) + BELOW_A_WALL * self.standing(held)) / (len(self.walls) + 1)

    def values(self, names: Sequence[str], held: Array) -> Array:
        """Of many sets of steps [sets, names], 0 or 1: [sets]."""
        return np.array([self.value(frozenset(np.array(names)[row > 0].tolist())) for row in held], float)
