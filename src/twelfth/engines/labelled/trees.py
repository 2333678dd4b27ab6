"""Boosted trees over binned features, by scikit-learn, which is imported here and only when trees are grown.

Small trees, few of them: with a few thousand people more of either fits what will not come again. A fit to people drawn
again also draws how many trees and how large: how far trees are off, being of one size, is the same each time.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from twelfth.engines.labelled.candidate import FURTHEST, Candidate, Predictor
from twelfth.engines.labelled.people import People

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

TREES, LEAVES, RATE, FEWEST_IN_A_LEAF, PENALTY = 100, 4, 0.1, 20, 1.0
DRAWN_TREES, DRAWN_LEAVES = (60, 100, 200), (3, 4, 8)


def trees(people: People, folds: Whole) -> Candidate:
    """The candidate."""
    rows, labels = people.rows, people.labels

    def fitted(drawn: Whole, *, grown: int = TREES, leaves: int = LEAVES) -> Predictor:
        return _grown(rows[drawn], labels[drawn], people.signs, grown=grown, leaves=leaves)

    def again(drawn: Whole, rng: np.random.Generator) -> Predictor:
        return fitted(np.sort(drawn), grown=int(rng.choice(DRAWN_TREES)), leaves=int(rng.choice(DRAWN_LEAVES)))

    unseen = np.empty(folds.shape)
    for repeat, fold in enumerate(folds):
        for number in range(fold.max() + 1):
            out = fold == number
            unseen[repeat, out] = fitted(np.flatnonzero(~out))(rows[out])
    return Candidate("boosted trees", unseen, np.asarray, fitted(np.arange(len(rows))), again)


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
