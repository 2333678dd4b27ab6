"""Inductive Venn-Abers: what a score means, from people with that score whose outcome is known.

The person asked about is added to them twice, once as a no and once as a yes, and each time an isotonic regression is
fitted. Of its two values at the person, p0 <= p1, the one for the true outcome is calibrated if those people and the
person were drawn alike. That makes them no 90 % interval: they leave out how the fit would vary with other people.
Deliberately no regression is run per person: of an isotonic fit only the blocks beside the new score change, so the
fits of all beginnings and of all ends are kept, as one chain of blocks each, and joined at the score.
Papers: Vovk & Petej 2014 (Venn-Abers predictors); Ayer et al. 1955 (pooling neighbours).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

NOTHING = -1
"""Stands where a chain has no further block."""


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Isotonic fits of the first 1, 2, ... scores. Block k ends at score k; `below` is the block before it, or -1."""

    yes: Array
    people: Array
    below: Whole


@dataclass(frozen=True, slots=True, eq=False)
class VennAbers:
    """Distinct scores [k], lowest first, with the yeses and the people at each, and the fits from both ends."""

    scores: Array
    yes: Array
    people: Array
    up: Chain
    down: Chain

    def at(self, scores: Array) -> tuple[Array, Array]:
        """p0 and p1 of each score, both [n], in [0, 1]. A score that ties with known ones joins them."""
        return self._with(scores, 0.0), self._with(scores, 1.0)

    def _with(self, scores: Array, label: float) -> Array:
        """The isotonic value at each score when one person with that score and label is added: [n]."""
        place = np.searchsorted(self.scores, scores)
        k = len(self.scores)
        near = np.minimum(place, k - 1)
        tied = self.scores[near] == scores
        yes = label + np.where(tied, self.yes[near], 0.0)
        people = 1.0 + np.where(tied, self.people[near], 0.0)
        left, right = place - 1, k - 1 - place - tied
        while True:
            lower, low_yes, low_people = _joining(self.up, left, yes, people, 1.0)
            upper, high_yes, high_people = _joining(self.down, right, yes, people, -1.0)
            if not (lower.any() or upper.any()):
                return np.asarray(yes / people)
            left = np.where(lower, self.up.below[left], left)
            right = np.where(upper, self.down.below[right], right)
            yes, people = yes + low_yes + high_yes, people + low_people + high_people


def _joining(chain: Chain, at: Whole, yes: Array, people: Array, sign: float) -> tuple[NDArray[np.bool_], Array, Array]:
    """Which blocks are out of order with their neighbour in the chain, and what they take in from it."""
    joins = (at != NOTHING) & (sign * (chain.yes[at] * people - yes * chain.people[at]) >= 0)
    return joins, np.where(joins, chain.yes[at], 0.0), np.where(joins, chain.people[at], 0.0)


def venn_abers(scores: Array, labels: Array) -> VennAbers:
    """Learn from scores [m] and labels [m] of 0 and 1, m at least 1, all finite."""
    distinct, place = np.unique(scores, return_inverse=True)
    yes = np.bincount(place, weights=labels).astype(np.float64)
    people = np.bincount(place).astype(np.float64)
    return VennAbers(distinct, yes, people, _chain(yes, people, 1.0), _chain(yes[::-1], people[::-1], -1.0))


def _chain(yes: Array, people: Array, sign: float) -> Chain:
    """Pool neighbours from the left; what each block leaves below it stays readable for every beginning."""
    found_yes, found_people, below = yes.tolist(), people.tolist(), [NOTHING] * len(yes)
    for k in range(len(below)):
        a, n, before = found_yes[k], found_people[k], k - 1
        while before != NOTHING and sign * (found_yes[before] * n - a * found_people[before]) >= 0:
            a, n, before = a + found_yes[before], n + found_people[before], below[before]
        found_yes[k], found_people[k], below[k] = a, n, before
    return Chain(np.array(found_yes), np.array(found_people), np.array(below, dtype=np.int64))


def merged(p0: Array, p1: Array) -> Array:
    """The one chance for p0 and p1: p1 / (1 - p0 + p1), which regrets least under log-loss."""
    return np.asarray(p1 / (1 - p0 + p1))
