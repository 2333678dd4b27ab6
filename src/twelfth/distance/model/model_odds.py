"""Odds from a classifier that somebody else has fitted: moved to today's rate, calibrated where that can be checked.

Deliberately no gap and no lever: what changes inside another's model when one trait does is not what acquiring it does.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit, ndtri, xlog1py, xlogy

from twelfth.base import NotEnoughData, invalid
from twelfth.distance.model.calibration import Calibration
from twelfth.distance.model.classifier import FURTHEST, Classifier, table_length
from twelfth.distance.model.labels import labels_of, rate_of, seed_of
from twelfth.distance.odds import Caveat, Odds, Tier

Array = NDArray[np.float64]

DRAWS = 512
"""S of the odds specification."""
FEWEST_TO_CALIBRATE = 100
"""People whose outcome is known, below which a score is not calibrated (03-odds, E5)."""
TAKEN_AT_ITS_WORD = 0.75
"""How far in logits an uncalibrated chance may be off at the ends of the interval (03-odds, E5)."""
NINETY = float(ndtri(0.95))


class ModelOdds:
    """The chances of a fitted classifier with an honest interval. Nothing is fitted here but the calibration.

    Formula: logit p = logit of the classifier + logit(rate_now) - logit(rate_train), by Bayes' rule where only the
    share of those selected has changed. With at least 100 calibration people Venn-Abers gives the headline
    p1 / (1 - p0 + p1) and [p0, p1], united with what 64 resamples of those people give, all moved in the same way.
    They may be drawn at the old rate or at today's, whichever their labels fit better. Without them the interval is
    ±.75 logit, with the caveat UNCALIBRATED.

    predict_proba: a callable X -> chances of a yes, [n] or [n, 2] (no, yes), or an object with predict_proba or
        decision_function. rate_train, rate_now: the share selected among those it was trained on, and now; in (0, 1),
        both or neither. calibration: (X, y) of people it was not trained on, y 0 or 1. seed: of the
        resamples; the same seed gives the same bytes, in whatever order the people are given.

    Raises:
        InvalidInput: no such callable or object; one rate without the other or outside (0, 1); calibration that is not
            a pair, or whose table, labels or answers are refused by `odds`.
        NotEnoughData: fewer than 100 calibration people.
    """

    tier = Tier.MODEL

    def __init__(
        self,
        predict_proba: Callable[..., ArrayLike] | object,
        *,
        rate_train: float | None = None,
        rate_now: float | None = None,
        calibration: tuple[ArrayLike, ArrayLike] | None = None,
        seed: int = 0,
    ) -> None:
        self._classifier = Classifier(predict_proba)
        self._rates = _rates(rate_train, rate_now)
        self._shift = _moved(*self._rates) if self._rates else 0.0
        self._said = f", moved from {self._rates[0]:.3g} selected to {self._rates[1]:.3g}" if self._rates else ""
        self._known: Calibration | None = None
        if calibration is None:
            self._basis = f"a given classifier, not calibrated{self._said}"
            return
        people, labels = _pair(calibration)
        scores = self._classifier.logits(people)
        order = np.lexsort((labels, scores))
        self._known = Calibration(scores[order], labels[order], np.random.default_rng(seed_of(seed)))
        if self._rates and _fits_now(labels, *self._rates):
            self._shift, self._said = 0.0, f", drawn at today's rate of {self._rates[1]:.3g}"
        self._basis = f"a given classifier, calibrated on {len(labels)} people{self._said}"

    @property
    def weights(self) -> Array:
        """How much each draw counts [512]; they sum to 1."""
        return np.full(DRAWS, 1 / DRAWS)

    def draws(self, X: object) -> Array:
        """Chances drawn for people X [n, features]: [512, n]. Their median is the headline and their 5 % and 95 % ends
        are the interval's; a draw that is high for one person is high for all, since an error of the model is shared.

        Raises:
            InvalidInput: as `odds`.
        """
        low, middle, high = logit(self._ends(X))
        z = ndtri((np.arange(DRAWS) + 0.5) / DRAWS)[:, None] / NINETY
        found = middle + z * np.where(z > 0, high - middle, middle - low)
        return np.asarray(expit(np.clip(found, -FURTHEST, FURTHEST)))

    def odds(self, X: object) -> list[Odds]:
        """The chance of each of the people X [n, features], nan where unknown, with its 90 % interval.

        Raises:
            InvalidInput: X not two-dimensional or with an infinite number; the classifier answers with another
                number of people, with what is not finite, or with chances outside [0, 1].
        """
        caveats = () if self._known else (Caveat.UNCALIBRATED,)
        return [
            Odds(p=float(p), lo=float(lo), hi=float(hi), basis=self._basis, caveats=caveats)
            for lo, p, hi in self._ends(X).T
        ]

    def _ends(self, X: object) -> Array:
        """Lower end, headline and upper end of each person: [3, n], in (0, 1)."""
        logits = self._classifier.logits(X)
        if self._known is None:
            found = logits + self._shift + np.array([[-TAKEN_AT_ITS_WORD], [0.0], [TAKEN_AT_ITS_WORD]])
        else:
            with np.errstate(divide="ignore"):
                found = logit(self._known.ends(logits)) + self._shift
        return np.asarray(expit(np.clip(found, -FURTHEST, FURTHEST)))


def _rates(train: float | None, now: float | None) -> tuple[float, float] | None:
    if train is None and now is None:
        return None
    found = []
    for name, rate in (("rate_train", train), ("rate_now", now)):
        if rate is None:
            raise invalid(name, "missing", "a rate, since the other is given", next_step="Give both rates or neither.")
        found.append(rate_of(rate, name))
    return found[0], found[1]


def _moved(train: float, now: float) -> float:
    return float(logit(now) - logit(train))


def _pair(calibration: object) -> tuple[object, Array]:
    if not isinstance(calibration, tuple | list) or len(calibration) != 2:
        raise invalid("calibration", type(calibration).__name__, "a pair (X, y)")
    people, labels = calibration
    count = table_length(people, "X of calibration")
    known = labels_of(labels, count, "y of calibration")
    if count < FEWEST_TO_CALIBRATE:
        raise NotEnoughData(
            f"calibration has {count} people: expected at least {FEWEST_TO_CALIBRATE}.",
            next_step="Give more people whose outcome is known, or leave calibration out.",
        )
    return people, known


def _fits_now(labels: Array, train: float, now: float) -> bool:
    """Whether so many yeses are likelier at today's rate than at the rate of training."""
    yes, no = labels.sum(), len(labels) - labels.sum()
    at = [xlogy(yes, rate) + xlog1py(no, -rate) for rate in (now, train)]
    return bool(at[0] > at[1])
