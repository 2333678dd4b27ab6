"""Tables that lives are drawn from: factors of hours, weeks lost, what no profile shows, and the chance of a logit."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, gammaln, ndtri

from twelfth.engines.roadmap.arrays import Floats, Whole
from twelfth.roadmap import Causes, Instance, Plan, Unseen, chosen_of

EVEN_BITS = 13
"""A factor of hours, a number of lost weeks or a step of the bar is one of 2^13 equally likely ones."""
EVEN = (np.arange(1 << EVEN_BITS) + 0.5) / (1 << EVEN_BITS)
FINE = 64
"""Points of a table to one logit."""
REACH = 40
"""Logits beyond it are taken for it, as Unseen does."""
FAR_SDS, FAR = 12, 40
"""Lost weeks beyond the mean and so many standard deviations, and so many more, are left out."""


class Luck(NamedTuple):
    """factor, normal [2^13]: equally likely factors of hours, and standard normal steps.

    lost [actions, 2^13]: equally likely numbers of weeks lost; lost_by [actions]: what one lost week adds to a factor.
    own_often, own_other [columns]: the alias table (Walker 1977) of `quality`. level, missing: m of a logit, and the
    chance not to be selected, FINE points to a logit from -REACH to REACH.
    """

    factor: Floats
    normal: Floats
    lost: NDArray[np.uint16]
    lost_by: Floats
    own_often: Floats
    own_other: Whole
    quality: Floats
    level: Floats
    missing: Floats


def luck_of(instance: Instance, plan: Plan, causes: Causes) -> Luck:
    """The tables for stated causes and the qualities of `Unseen`."""
    actions = chosen_of(instance, plan)
    normal = ndtri(EVEN)
    lost = [_lost(len(plan.work[action.id]), causes.slips) for action in actions] or [np.zeros(1, np.uint16)]
    unseen = Unseen.normal(instance.sigma)
    quality, _ = unseen.qualities[0]
    nodes = quality.nodes if quality.sigma else np.zeros(1)
    own_often, own_other = alias_of(unseen.weights, len(nodes))
    points = np.arange(-REACH * FINE, REACH * FINE + 1) / FINE
    return Luck(
        factor=np.exp(causes.overrun * normal),
        normal=normal,
        lost=np.array(lost),
        lost_by=np.array([1.0 / len(plan.work[action.id]) for action in actions]),
        own_often=own_often,
        own_other=own_other,
        quality=np.append(nodes, np.zeros(len(own_often) - len(nodes))),
        level=quality.level(expit(points)) if quality.sigma else points,
        missing=expit(-points),
    )


def alias_of(shares: Floats, least: int) -> tuple[Floats, Whole]:
    """Of a power of 2 of columns, at least `least`: how often a column stands for itself, else for which other."""
    columns = 1 << (max(least, 1) - 1).bit_length()
    left = np.zeros(columns)
    left[: len(shares)] = shares / shares.sum() * columns
    often, other = np.ones(columns), np.arange(columns)
    low, high = [i for i in range(columns) if left[i] < 1], [i for i in range(columns) if left[i] >= 1]
    while low and high:
        small, large = low.pop(), high[-1]
        often[small], other[small] = left[small], large
        left[large] -= 1 - left[small]
        if left[large] < 1:
            low.append(high.pop())
    return often, other


def _lost(weeks: int, slips: float) -> NDArray[np.uint16]:
    """How many weeks are lost until so many are worked (negative binomial), equally likely numbers in order."""
    if slips == 0:
        return np.zeros(1, np.uint16)
    mean = weeks * slips / (1 - slips)
    lost = np.arange(int(mean + FAR_SDS * np.sqrt(mean / (1 - slips)) + FAR))
    ways = gammaln(lost + weeks) - gammaln(weeks) - gammaln(lost + 1)
    shares = np.exp(ways + weeks * np.log1p(-slips) + lost * np.log(slips))
    return np.searchsorted(np.cumsum(shares), EVEN).astype(np.uint16)
