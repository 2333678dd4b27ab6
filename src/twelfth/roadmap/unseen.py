"""What no profile shows of a person, shared by all rounds: weighted scenarios that a chance is averaged over.

Formula: P(selected at least once) = sum_s w_s (1 - prod_k (1 - p_ks)), p_ks = expit(m(L_k) + sigma u_s), where m keeps
the chance of a first attempt: E_u expit(m(L) + sigma u) = expit(L). That of 03-odds, History; so that a plan, the odds
and the history of one person agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from twelfth.distance import Quality

Array = NDArray[np.float64]

MOST_LOGIT = 40.0


@dataclass(frozen=True, slots=True)
class Unseen:
    """Qualities (a shape of u and its sd) with their weights, which sum to 1. known: the weights of the nodes of each,
    where the past has said something of them."""

    qualities: tuple[tuple[Quality, float], ...]
    known: tuple[Array, ...] = ()

    @classmethod
    def normal(cls, sigma: float) -> "Unseen":
        """One normal u of a known sd."""
        return cls(((Quality("normal", sigma), 1.0),))

    @property
    def weights(self) -> Array:
        """Of each scenario: [scenarios]."""
        every = enumerate(self.qualities)
        return np.concatenate([weight * self._nodes(place)[1] for place, (_, weight) in every])

    def misses(self, logits: Array) -> Array:
        """-log(1 - p) in each scenario of logits of any shape: [scenarios, ...]. They add up over rounds."""
        return np.concatenate(
            [
                np.logaddexp(0.0, level + nodes.reshape(-1, *[1] * np.ndim(level)))
                for nodes, _, level in self._levels(logits)
            ]
        )

    def lived(self, logits: Array, rng: np.random.Generator) -> Array:
        """The chance in each round of lives that each have a quality of their own: [rounds, lives], as the logits."""
        bounded = np.clip(logits, -MOST_LOGIT, MOST_LOGIT)
        own = rng.choice(len(self.qualities), size=logits.shape[1], p=[weight for _, weight in self.qualities])
        found = np.empty(logits.shape)
        for place, (quality, _) in enumerate(self.qualities):
            of_it = np.equal(own, place)
            nodes, weights = self._nodes(place)
            drawn = rng.choice(nodes, size=int(of_it.sum()), p=weights)
            level = bounded[:, of_it] if quality.sigma == 0 else quality.level(expit(bounded[:, of_it]))
            found[:, of_it] = expit(level + drawn)
        return found

    def _levels(self, logits: Array) -> Iterator[tuple[Array, Array, Array]]:
        """Of each quality: its nodes, the weight of each scenario, and the logits less what it adds on average."""
        bounded = np.clip(logits, -MOST_LOGIT, MOST_LOGIT)
        for place, (quality, weight) in enumerate(self.qualities):
            nodes, weights = self._nodes(place)
            yield nodes, weight * weights, bounded if quality.sigma == 0 else quality.level(expit(bounded))

    def _nodes(self, place: int) -> tuple[Array, Array]:
        """Nodes of one quality and their weights."""
        nodes, weights = _kept(self.qualities[place][0])
        return nodes, self.known[place] if self.known and len(nodes) > 1 else weights

    def chance(self, logits: Array, shares: Array) -> float:
        """Of being selected in at least one round: logits [cases, rounds], shares of the cases [cases]."""
        if logits.shape[1] == 0:
            return 0.0
        missed = 0.0
        for nodes, weights, level in self._levels(logits.T):
            odds = np.exp(level)
            for node, weight in zip(np.exp(nodes), weights, strict=True):
                missed += weight * float(_all_missed(odds * node) @ shares)
        return float(1.0 - missed)


def _all_missed(odds: Array) -> Array:
    """The chance of being selected in no round: odds [rounds, cases] to [cases]. A product, as sums of logarithms take
    ten times as long."""
    missed = np.ones(odds.shape[1])
    for one in odds:
        missed /= 1.0 + one
    return missed


def _kept(quality: Quality) -> tuple[Array, Array]:
    """Nodes of sigma u and their weights; a single one where sigma is 0."""
    if quality.sigma == 0:
        return np.zeros(1), np.ones(1)
    return quality.nodes, quality.weights
