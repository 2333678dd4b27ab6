"""Boosted trees over binned features, by scikit-learn, which is imported here and only when trees are grown.

Two sizes: few small trees, since with a few thousand people more of either fits what will not come again, and more and
larger ones for more people. A fit to people drawn again also draws how many trees and how large: how far trees are off,
being of one size, is the same each time.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from twelfth.engines.labelled.candidate import FURTHEST, Candidate, Predictor
from twelfth.engines.labelled.people import People

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

RATE, FEWEST_IN_A_LEAF, PENALTY = 0.1, 20, 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """How many trees and how many leaves each, and what a fit to people drawn again takes instead."""

    name: str
    grown: int
    leaves: int
    some_grown: tuple[int, ...]
    some_leaves: tuple[int, ...]


SMALL = Size("boosted trees", 100, 4, (60, 100, 200), (3, 4, 8))
LARGE = Size("large boosted trees", 200, 8, (100, 200, 300), (4, 8, 16))


def trees(people: People, folds: Whole, size: Size) -> Candidate:
    """The candidate of a size."""
    rows, labels = people.rows, people.labels

    def fitted(drawn: Whole, *, grown: int = size.grown, leaves: int = size.leaves) -> Predictor:
        return _grown(rows[drawn], labels[drawn], people.signs, grown=grown, leaves=leaves)

    def again(drawn: Whole, rng: np.random.Generator) -> Predictor:
        return fitted(np.sort(drawn), grown=int(rng.choice(size.some_grown)), leaves=int(rng.choice(size.some_leaves)))

    unseen = np.empty(folds.shape)
    for repeat, fold in enumerate(folds):
        for number in range(fold.max() + 1):
            out = fold == number
            unseen[repeat, out] = fitted(np.flatnonzero(~out))(rows[out])
    return Candidate(size.name, unseen, np.asarray, fitted(np.arange(len(rows))), again)


def _grown(rows: Array, labels: Array, signs: Whole, *, grown: int, leaves: int) -> Predictor:
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(
        max_iter=grown,
        max_leaf_nodes=leaves,
        learning_rate=RATE,
        min_samples_leaf=FEWEST_IN_A_LEAF,
        l2_regularization=PENALTY,
        monotonic_cst=[int(sign) for sign in signs],
        early_stopping=False,
        random_state=0,
    )
    with _quiet():
        model.fit(rows, labels)

    def logits(asked: Array) -> Array:
        if not len(asked):
            return np.empty(0)
        with _quiet():
            return np.clip(np.asarray(model.decision_function(asked), dtype=np.float64), -FURTHEST, FURTHEST)

    return logits


@contextmanager
def _quiet() -> Iterator[None]:
    """One thread, for there is little work to share and on a busy machine threads that wait for each other take longer.
    No warnings: they are about what nobody here chose."""
    with warnings.catch_warnings(), _threads().limit(limits=1):
        warnings.simplefilter("ignore")
        yield


@cache
def _threads() -> ThreadpoolController:
    """Looked up once scikit-learn is there, as it sees only what is loaded."""
    return ThreadpoolController()
