"""A fitted classifier, whoever made it, asked for the logits of a yes and its answer checked."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import logit

from twelfth.base import invalid

Array = NDArray[np.float64]

FURTHEST = 16.0
"""Logits are cut off here, so that no chance is 0 or 1 (03-odds)."""
SUMS_TO_ONE = 1e-3
"""Chances of no and of yes may miss 1 by this much: some libraries answer in single precision."""
TAKES = "a callable X -> chances, or an object with predict_proba or decision_function"
PASS_OBJECT = "If it answers with scores, pass the fitted object and not its decision_function."


class Classifier:
    """Logits from predict_proba, else from decision_function, else from a callable that answers with chances.

    Raises:
        InvalidInput: none of the three.
    """

    def __init__(self, model: object) -> None:
        chances = getattr(model, "predict_proba", model)
        scores = getattr(model, "decision_function", None)
        self._scores: Callable[..., ArrayLike] | None = None
        if not callable(chances):
            if not callable(scores):
                raise invalid("classifier", type(model).__name__, TAKES)
            self._scores = scores
        self._chances = chances

    def logits(self, people: object) -> Array:
        """The logit of a yes for each person, [n], within ±16.

        Raises:
            InvalidInput: people not a table [n, features], an infinite value among them; an answer of another length,
                with values that are not finite, or chances outside [0, 1].
        """
        count = table_length(people, "X")
        if self._scores is not None:
            found = _numbers(self._scores(people), "scores of the classifier")
            if found.shape != (count,):
                raise invalid("scores of the classifier", f"of shape {found.shape}", f"one a person, shape ({count},)")
            return np.clip(found, -FURTHEST, FURTHEST)
        if not callable(self._chances):
            raise invalid("classifier", type(self._chances).__name__, TAKES)
        found = _numbers(self._chances(people), "chances of the classifier")
        return np.asarray(np.clip(logit(_of_yes(found, count)), -FURTHEST, FURTHEST))


def table_length(people: object, name: str) -> int:
    """How many rows a table [n, features] has. A table of things that are no numbers is the classifier's business.

    Raises:
        InvalidInput: not two-dimensional, rows of different lengths, an infinite number.
    """
    try:
        table = np.asarray(people)
    except ValueError:
        raise invalid(name, "rows of different lengths", "a table [people, features]") from None
    if table.ndim != 2:
        raise invalid(name, f"of shape {table.shape}", "a table [people, features]", next_step="One person is X[:1].")
    if np.issubdtype(table.dtype, np.floating) and np.isinf(table).any():
        raise invalid(name, "inf", "finite numbers, nan where unknown")
    return len(table)


def _numbers(answer: object, name: str) -> Array:
    try:
        found = np.asarray(answer, dtype=np.float64)
    except (TypeError, ValueError):
        raise invalid(name, type(answer).__name__, "numbers") from None
    if not np.isfinite(found).all():
        raise invalid(name, found[~np.isfinite(found)][0], "finite numbers")
    return found


def _of_yes(found: Array, count: int) -> Array:
    """The chance of a yes from [n], or [n, 2] of no and yes."""
    if found.shape not in ((count,), (count, 2)):
        shapes = f"shape ({count},), or ({count}, 2) for no and yes"
        raise invalid("chances of the classifier", f"of shape {found.shape}", shapes)
    outside = (found < 0) | (found > 1)
    if outside.any():
        raise invalid("chances of the classifier", found[outside][0], "numbers in [0, 1]", next_step=PASS_OBJECT)
    if found.ndim == 1:
        return found
    wrong = np.abs(found.sum(axis=1) - 1) > SUMS_TO_ONE
    if wrong.any():
        raise invalid("chances of no and yes", found[wrong][0], "two numbers that add up to 1")
    return np.asarray(found[:, 1])
