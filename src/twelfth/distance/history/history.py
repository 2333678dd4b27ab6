"""The next attempts of a person who has made some before: why 1 - (1 - p)^n is wrong.

Attempts of one person are judged with the same eyes, so a no is also news about the person. What it says depends on
how far people of equal profile differ (sigma): one history cannot teach that, so the answer averages over a prior of
sigma and always shows the range over its components. Eleven noes from a process that takes one in a hundred say
little; eleven from one that takes one in ten say much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, log_expit, logsumexp

from twelfth.base import invalid
from twelfth.distance.history.quality import EXPONENTIAL, HIGHEST, LOWEST, NORMAL, Quality
from twelfth.distance.history.stages import Stages

Array = NDArray[np.float64]
Name = TypeVar("Name")

SIGMA_PRIOR = {0.0: 0.05, 0.5: 0.2, 1.0: 0.3, 1.5: 0.25, 2.0: 0.15, 3.0: 0.05}
"""How far people of equal profile differ, in logits (03-odds, E6)."""
SHAPE_PRIOR = {NORMAL: 0.5, EXPONENTIAL: 0.5}
STAGES_COUNT = 0.8
"""Prior weight of the stages reached being read on the same scale as selection; else they say nothing of quality."""


class Outcome(StrEnum):
    """How an attempt ended. "not selected": the stage it reached is not known."""

    NOT_SELECTED = "not selected"
    NOT_SCREENED = "not screened"
    SCREENED = "screened"
    INTERVIEWED = "interviewed"
    SELECTED = "selected"
    PENDING = "pending"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


SAYS_NOTHING = frozenset({Outcome.PENDING, Outcome.WITHDRAWN, Outcome.INELIGIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """The outlook under one sigma and one shape, and the weight the history leaves it."""

    sigma: float
    shape: str
    weight: float
    next: float
    by_horizon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Chances of the attempts to come, given the past ones.

    next: of the first of them. by_horizon: of at least one selection in all of them. naive: what independent attempts
    would give for the same. range: the lowest and highest by_horizon over sigma and shape, which one person's history
    cannot tell apart.
    """

    next: float
    by_horizon: float
    naive: float
    range: tuple[float, float]
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Priors of what a history can say.

    sigma_prior: {sigma: weight}; shape: {"normal": weight, "exponential": weight}; both normalised, None: the priors
    of 03-odds. stages: the share of average applicants who reach "screened" and "interviewed"; rate: the share
    selected, by default the chance of each attempt.

    Raises:
        InvalidInput: no weight, a negative or infinite one, a sigma below 0, an unknown shape or stage, shares of
            stages that rise from one stage to the next.
    """

    sigma_prior: Mapping[float, float] | None = None
    shape: Mapping[str, float] | None = None
    stages: Mapping[str, float] | None = None
    rate: float | None = None

    def __post_init__(self) -> None:
        self._components()
        self._stages()

    def update(
        self,
        past: Sequence[tuple[ArrayLike, str]],
        ahead: Sequence[ArrayLike],
        *,
        weights: ArrayLike | None = None,
    ) -> Outlook:
        """The outlook after past attempts, each (chance by its own profile and round, outcome), for those ahead.

        A chance is a number, or an array [S] of draws of it, the same draws in every attempt; `weights` [S] then says
        how much each draw counts. Pending, withdrawn and ineligible attempts change nothing.

        Raises:
            InvalidInput: nothing ahead, a chance outside (0, 1), an unknown outcome, draws of different lengths.
        """
        outcomes = [_outcome(outcome) for _, outcome in past]
        telling = [(chance, one) for (chance, _), one in zip(past, outcomes, strict=True) if one not in SAYS_NOTHING]
        if not ahead:
            raise invalid("attempts ahead", "none", "at least one chance")
        chances, draw_weights = _draws([*(one for one, _ in telling), *ahead], weights)
        said = [(one, outcome) for one, (_, outcome) in zip(chances, telling, strict=False)]
        coming, stages = chances[len(telling) :], self._stages()
        found = [_component(one, prior, said, coming, stages, draw_weights) for one, prior in self._components()]
        return _outlook(found, _naive(coming, draw_weights))

    def posterior(self, past: Sequence[tuple[float, str]]) -> list[tuple[Quality, float, Array]]:
        """What past attempts leave of every sigma and shape: its weight, and the weights of its nodes.

        Raises:
            InvalidInput: as update.
        """
        told = [(np.atleast_1d(np.clip(chance, LOWEST, HIGHEST)), _outcome(outcome)) for chance, outcome in past]
        said, stages, one = [pair for pair in told if pair[1] not in SAYS_NOTHING], self._stages(), np.ones(1)
        found = [(quality, prior, _joint(quality, said, stages, one)) for quality, prior in self._components()]
        log_weight = np.array([np.log(prior) + logsumexp(joint) for _, prior, joint in found])
        weights = np.exp(log_weight - logsumexp(log_weight))
        return [
            (quality, float(weight), np.exp(joint - logsumexp(joint))[0])
            for (quality, _, joint), weight in zip(found, weights, strict=True)
        ]

    def _components(self) -> list[tuple[Quality, float]]:
        sigmas = _normalised(SIGMA_PRIOR if self.sigma_prior is None else self.sigma_prior, "sigma_prior")
        shapes = _normalised(SHAPE_PRIOR if self.shape is None else self.shape, "shape")
        return [
            (Quality(shape, float(sigma)), a * b)
            for sigma, a in sorted(sigmas.items())
            for shape, b in sorted(shapes.items())
        ]

    def _stages(self) -> Stages:
        return Stages(tuple((self.stages or {}).items()), self.rate)


def naive_chance(chances: Sequence[float]) -> float:
    """What independent attempts would give: 1 - the product of (1 - p). Never the answer, only what it is held against.

    >>> round(naive_chance([.1] * 12), 3)
    0.718
    """
    return float(-np.expm1(np.log1p(-np.asarray(chances, dtype=float)).sum()))


def _component(
    quality: Quality,
    prior: float,
    said: list[tuple[Array, Outcome]],
    ahead: list[Array],
    stages: Stages,
    draw_weights: Array,
) -> tuple[Component, float]:
    """One sigma and shape: its outlook, and the log evidence the past gives it."""
    joint = _joint(quality, said, stages, draw_weights)
    evidence = float(logsumexp(joint))
    weight = np.exp(joint - evidence)
    no_yet = sum((log_expit(-_eta(quality, chance)) for chance in ahead), start=np.zeros((1, 1)))
    found = Component(
        sigma=quality.sigma,
        shape=quality.shape,
        weight=prior,
        next=float((weight * expit(_eta(quality, ahead[0]))).sum()),
        by_horizon=float((weight * -np.expm1(no_yet)).sum()),
    )
    return found, evidence


def _joint(quality: Quality, said: list[tuple[Array, Outcome]], stages: Stages, draw_weights: Array) -> Array:
    """The log of prior times what the past says of every node, in every draw: [draws, nodes]."""
    staged, plain = np.zeros((1, 1)), np.zeros((1, 1))
    for chance, outcome in said:
        eta = _eta(quality, chance)
        staged = staged + stages.log_likelihood(outcome, quality, eta)
        if stages.reached:
            plain = plain + stages.log_likelihood_without(outcome, quality, eta)
    ignored = plain if stages.reached else staged
    mixed = np.logaddexp(np.log(STAGES_COUNT) + staged, np.log1p(-STAGES_COUNT) + ignored)
    return np.asarray(mixed + np.log(draw_weights)[:, None] + np.log(quality.weights))


def _outlook(found: list[tuple[Component, float]], naive: float) -> Outlook:
    log_weight = np.array([np.log(one.weight) + evidence for one, evidence in found])
    weights = np.exp(log_weight - logsumexp(log_weight))
    components = tuple(replace(one, weight=float(weight)) for (one, _), weight in zip(found, weights, strict=True))
    reach = [one.by_horizon for one in components]
    return Outlook(
        next=sum(one.weight * one.next for one in components),
        by_horizon=sum(one.weight * one.by_horizon for one in components),
        naive=naive,
        range=(min(reach), max(reach)),
        components=components,
    )


def _eta(quality: Quality, chance: Array) -> Array:
    """Log odds of one attempt at every node: [draws, nodes]."""
    return np.asarray(quality.level(chance)[:, None] + quality.nodes)


def _naive(ahead: list[Array], draw_weights: Array) -> float:
    none = sum((np.log1p(-chance) for chance in ahead), start=np.zeros(1))
    return float((draw_weights * -np.expm1(none)).sum())


def _draws(chances: list[ArrayLike], weights: ArrayLike | None) -> tuple[list[Array], Array]:
    """Every chance as an array of draws of one length, and the weight of each draw, which sum to 1."""
    arrays = [np.atleast_1d(np.asarray(one, dtype=float)) for one in chances]
    for one in arrays:
        if one.ndim != 1 or not (np.isfinite(one).all() and (one > 0).all() and (one < 1).all()):
            raise invalid("chance of an attempt", one.tolist(), "a number between 0 and 1, or draws of one")
    lengths = {len(one) for one in arrays} - {1}
    if len(lengths) > 1:
        raise invalid("draws of the chances", sorted(lengths), "as many draws in every attempt")
    size = max(lengths, default=1)
    weight = np.ones(size) if weights is None else np.atleast_1d(np.asarray(weights, dtype=float))
    if weight.shape != (size,) or not np.isfinite(weight).all() or (weight < 0).any() or weight.sum() <= 0:
        raise invalid("weights of the draws", weight.shape, f"{size} numbers of at least 0, not all 0")
    kept = weight > 0
    spread = [np.broadcast_to(np.clip(one, LOWEST, HIGHEST), (size,))[kept] for one in arrays]
    return spread, weight[kept] / weight.sum()


def _outcome(word: str) -> Outcome:
    if word not in set(Outcome):
        raise invalid("outcome of an attempt", word, f"one of {', '.join(Outcome)}")
    return Outcome(word)


def _normalised(weights: Mapping[Name, float], thing: str) -> dict[Name, float]:
    values = np.array([float(one) for one in weights.values()])
    if not len(values) or not np.isfinite(values).all() or (values < 0).any() or values.sum() <= 0:
        raise invalid(f"weights of {thing}", dict(weights), "finite numbers of at least 0, not all 0")
    return {name: float(one / values.sum()) for name, one in zip(weights, values, strict=True) if one > 0}
