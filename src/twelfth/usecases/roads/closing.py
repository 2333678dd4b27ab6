"""What a set of steps closes of the distance to those selected: requirements first, then where one would stand.

A number for the search, which nobody is told: requirements that would be met, each worth more than any standing; then
the share of those selected whom one would stand at or above, on average over the gaps.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twelfth.distance import Ladder, Target, gates_met, levels_together
from twelfth.goal import Level, Move, Process, Profile

Array = NDArray[np.float64]

BELOW_A_GATE = 0.99
"""Of a requirement: what the best standing is worth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """gaps: what one stands below of what is aimed at, with where those selected stand. gates: requirements that are
    not certainly met today; read: the traits that these are judged by. moves: by id."""

    process: Process
    who: Profile
    gaps: tuple[tuple[Target, Ladder], ...]
    gates: tuple[str, ...]
    read: frozenset[str]
    moves: Mapping[str, Move]
    judged: dict[frozenset[tuple[str, Level]], frozenset[str]] = field(default_factory=dict)

    def moved(self, held: Iterable[str]) -> dict[str, Level]:
        """The levels that steps lead to together."""
        return levels_together(self.process, self.who, (self.moves[name] for name in sorted(held)))

    def met(self, held: Iterable[str]) -> frozenset[str]:
        """Which of the requirements would be met."""
        found = self.moved(held).items() if self.gates else ()
        moved = {trait: level for trait, level in found if trait in self.read}
        alike = frozenset(moved.items())
        if alike not in self.judged:
            self.judged[alike] = gates_met(self.process, self.who, self.gates, moved) if moved else frozenset()
        return self.judged[alike]

    def code(self, target: Target, held: Iterable[str]) -> float:
        """Where one would be in a trait; never worse than today."""
        level = self.moved(held).get(target.trait.name)
        return target.trait.code(level) if level is not None and target.is_beyond(level) else target.own

    def value(self, held: Sequence[str]) -> float:
        """From 0 to 1: more requirements are always more, and then a better standing is."""
        return float(self.values(held, np.ones((1, len(held))))[0])

    def values(self, names: Sequence[str], held: Array) -> Array:
        """Of many sets of steps [sets, names], 0 or 1: [sets]."""
        met = [len(self.met(np.array(names)[row > 0].tolist())) for row in held] if self.gates else 0
        return (np.array(met) + BELOW_A_GATE * self._standing(names, held)) / (len(self.gates) + 1)

    def _standing(self, names: Sequence[str], held: Array) -> Array:
        """The share of those selected whom one would stand at or above, on average over the gaps: [sets]; 0 without
        any gap. Of two steps in one trait the better counts."""
        total = np.zeros(len(held))
        for target, ladder in self.gaps:
            shares = np.array([0.0, *(ladder.passed(self.code(target, [name])) for name in names)]) / ladder.people
            own = ladder.passed(target.own) / ladder.people
            total += np.maximum(own, (np.c_[np.zeros(len(held)), held] * shares).max(axis=1))
        return total / max(1, len(self.gaps))
