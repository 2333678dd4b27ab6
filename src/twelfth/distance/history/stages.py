"""Stages of a round as ordered cuts on one scale: whoever is selected would have been interviewed and screened too.

An attempt reaches a stage with probability expit(m + c + sigma u), c the same for every applicant and so large that
the average applicant reaches the stage as often as was published.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_expit, logsumexp

from twelfth.base import invalid
from twelfth.distance.history.quality import Quality

Array = NDArray[np.float64]
ORDER = ("screened", "interviewed")
"""The stages a history may know, in the order in which they come."""


@dataclass(frozen=True, slots=True)
class Stages:
    """`reached`: (stage, share of average applicants who reach it). `rate`: the share of them selected.

    Without a rate the funnel is taken to go on as it went: its last step keeps the same share as the one before.

    Raises:
        InvalidInput: an unknown stage, a share outside (0, 1), shares that rise from one stage to the next.
    """

    reached: tuple[tuple[str, float], ...] = ()
    rate: float | None = None

    def __post_init__(self) -> None:
        for name, share in (*self.reached, ("rate", self.rate)):
            if name != "rate" and name not in ORDER:
                raise invalid("stage", name, f"one of {', '.join(ORDER)}")
            if share is not None and not 0 < share < 1:
                raise invalid(f"share of {name}", share, "a number between 0 and 1")
        shares = [share for _, share in self._in_order()] + ([] if self.rate is None else [self.rate])
        if shares != sorted(shares, reverse=True):
            raise invalid("shares of the stages", shares, "shares that fall from one stage to the next")

    def log_likelihood(self, outcome: str, quality: Quality, eta: Array) -> Array:
        """Log chance of an outcome at every node [draws, nodes], the stages read as cuts on the scale of `eta`."""
        if outcome == "selected":
            return np.asarray(log_expit(eta))
        known = {name: eta + cut for name, cut in self._cuts(quality)}
        above = {"not screened": ORDER, "screened": ORDER[1:]}.get(outcome, ())
        below = {"screened": ORDER[:1], "interviewed": ORDER}.get(outcome, ())
        stopped_at = next((known[name] for name in above if name in known), eta)
        passed = next((known[name] for name in reversed(below) if name in known), None)
        return _between(passed, stopped_at)

    def log_likelihood_without(self, outcome: str, quality: Quality, eta: Array) -> Array:
        """The same for an outcome whose stage says nothing of quality: only that it was no selection does."""
        if outcome == "selected":
            return np.asarray(log_expit(eta))
        weight = np.log(quality.weights)
        staged, refused = self.log_likelihood(outcome, quality, eta), np.asarray(log_expit(-eta))
        as_often = logsumexp(staged + weight, axis=1) - logsumexp(refused + weight, axis=1)
        return refused + as_often[:, None]

    def _in_order(self) -> list[tuple[str, float]]:
        return [(name, dict(self.reached)[name]) for name in ORDER if name in dict(self.reached)]

    def _cuts(self, quality: Quality) -> list[tuple[str, float]]:
        """How much easier each known stage is than selection, in logits."""
        known = self._in_order()
        if not known:
            return []
        shares = np.array([1.0, *(share for _, share in known)])
        rate = shares[-1] * shares[-1] / shares[-2] if self.rate is None else self.rate
        cuts = quality.level(shares[1:]) - quality.level(np.array([rate]))
        return [(name, float(cut)) for (name, _), cut in zip(known, cuts, strict=True)]


def _between(passed: Array | None, stopped_at: Array) -> Array:
    """log(expit(passed) - expit(stopped_at)), without the loss of figures of a difference; passed None: everybody."""
    if passed is None:
        return np.asarray(log_expit(-stopped_at))
    apart = np.minimum(stopped_at - passed, -1e-12)
    return np.asarray(log_expit(passed) + log_expit(-stopped_at) + np.log(-np.expm1(apart)))
