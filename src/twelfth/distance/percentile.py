"""Shares and percentiles of a finite yes group, with the interval its size allows."""

from scipy.special import betaincinv

from twelfth.base import Estimate

LOW_END, HIGH_END = 0.05, 0.95
"""Ends of every interval: 90 %."""


def share_interval(count: float, total: int) -> Estimate:
    """The share behind `count` of `total`, as Beta(count + 1/2, total - count + 1/2): mean and 90 % interval.

    The Jeffreys interval for a binomial share; `count` may end in 1/2 where a tie counts half.

    Raises:
        ValueError: count is not in [0, total] or total is 0.
    """
    if not 0 <= count <= total or total == 0:
        raise ValueError(f"Expected a count in [0, total] and a total above 0, got {count} of {total}.")
    a, b = count + 0.5, total - count + 0.5
    return Estimate(a / (a + b), float(betaincinv(a, b, LOW_END)), float(betaincinv(a, b, HIGH_END)))
