"""Levers: what acquiring one level would do to the chance, as none, half or all of the gap being causal.

Having what those selected had is not the same as being selected because of it: a gain is the chance with the level's
coefficient counted by a share gamma less the chance now, gamma ~ Beta(1.5, 1.5) where one figure is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, expit, logit

from twelfth.base import invalid
from twelfth.goal import Level

Array = NDArray[np.float64]

CAUSAL_SHAPE = 1.5
"""gamma ~ Beta(1.5, 1.5): most mass around a half, none or all not ruled out (03-odds, Levers)."""
STEPS = 60
SMALL = 1e-12
SEPARATE = 0.75
"""Two levers are told apart when one is the better with this probability (03-odds, Levers)."""


@dataclass(frozen=True, slots=True)
class Option:
    """A level a person could acquire, with the hours and the money it takes.

    Raises:
        InvalidInput: hours or cost below 0 or not finite.
    """

    trait: str
    level: Level
    hours: float | None = None
    cost: float | None = None

    def __post_init__(self) -> None:
        for name, value in (("hours", self.hours), ("cost", self.cost)):
            if value is not None and not (np.isfinite(value) and value >= 0):
                raise invalid(f"{name} of {self.trait}", value, "a finite number of at least 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """What an option would add to the chance: medians over the draws when none, half or all of the gap is causal.

    gain, lo, hi: median and 90 % ends with the causal share itself unknown. log_odds: the median gain of the same in
    log-odds, by which goals of different chances can be held beside each other. per_hour, per_cost: gain by hour and by
    unit of money; None without hours or cost. p_best: how often it is the best of those asked about, by the hour where
    every option has hours. separate: whether the one ranked first is better than this one with probability .75.
    """

    option: Option
    gain_none: float
    gain_half: float
    gain_all: float
    gain: float
    lo: float
    hi: float
    log_odds: float
    per_hour: float | None
    per_cost: float | None
    p_best: float
    separate: bool


def causal_shares(size: int, rng: np.random.Generator) -> Array:
    """gamma for each draw: evenly spread over its distribution, in random order."""
    return np.asarray(betaincinv(CAUSAL_SHAPE, CAUSAL_SHAPE, rng.permutation((np.arange(size) + 0.5) / size)))


def ranked(options: Sequence[Option], now: Array, half: Array, whole: Array, gains: Array) -> list[Lever]:
    """Levers from gains [options, draws] at half, all and a drawn causal share over the chance now, the best first."""
    steps = logit(np.clip(now + gains, SMALL, 1 - SMALL)) - logit(np.clip(now, SMALL, 1 - SMALL))
    hours = np.array([np.nan if one.hours is None or one.hours <= 0 else one.hours for one in options])
    worth = gains / hours[:, None] if np.isfinite(hours).all() else gains
    best = np.bincount(worth.argmax(axis=0), minlength=len(options)) / worth.shape[1]
    order = sorted(range(len(options)), key=lambda one: (-float(np.median(worth[one])), options[one].trait, one))
    first = worth[order[0]]
    levers = []
    for index in order:
        option, middle = options[index], float(np.median(gains[index]))
        low, high = np.quantile(gains[index], [0.05, 0.95])
        levers.append(
            Lever(
                option=option,
                gain_none=0.0,
                gain_half=float(np.median(half[index])),
                gain_all=float(np.median(whole[index])),
                gain=middle,
                lo=float(low),
                hi=float(high),
                log_odds=float(np.median(steps[index])),
                per_hour=middle / option.hours if option.hours else None,
                per_cost=middle / option.cost if option.cost else None,
                p_best=float(best[index]),
                separate=bool((first > worth[index]).mean() >= SEPARATE),
            )
        )
    return levers


def mixed_intercepts(base: Array, gained: Array, take: Array, rate: float, start: Array) -> Array:
    """Intercepts for which the mean chance over a pool, of whom a share `take` has gained, is the rate: [k]."""
    a = start.copy()
    for _ in range(STEPS):
        p, q = expit(a[:, None] + base), expit(a[:, None] + gained)
        mean = ((1 - take) * p + take * q).mean(axis=1)
        slope = ((1 - take) * p * (1 - p) + take * q * (1 - q)).mean(axis=1)
        step = np.log(mean / rate) * mean / np.maximum(slope, 1e-300)
        a -= np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    return a
