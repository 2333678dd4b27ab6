"""How a number may be told: never 0 % or 100 %, no percentage from fewer than five, no more digits than are known."""

import math
from dataclasses import dataclass

PEOPLE_FOR_A_SECOND_FIGURE = 100
"""A share of fewer people is told to one figure."""
FEWEST_FOR_A_PERCENTAGE = 5
"""Product law 1: below five effective profiles counts are shown, not percentages."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A middle value with the ends of its 90 % interval, in the unit of whatever carries it."""

    mid: float
    lo: float
    hi: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lo) and math.isfinite(self.mid) and math.isfinite(self.hi)):
            raise ValueError(f"Expected finite numbers, got {self}.")
        if not self.lo <= self.mid <= self.hi:
            raise ValueError(f"Expected lo <= mid <= hi, got {self}.")


def percent(p: float, *, digits: int = 1) -> str:
    """A probability or share in (0, 1) for a person, the smaller of p and 1 - p rounded to `digits` figures.

    >>> percent(.0625, digits=2), percent(.0625 + 1e-15, digits=2)
    ('6.2%', '6.2%')
    >>> percent(.517, digits=2), percent(.004), percent(.9996), percent(1e-9), percent(1.0)
    ('52%', '0.4%', '99.96%', 'under 0.01%', 'over 99.99%')

    Raises:
        ValueError: p is not in [0, 1].
    """
    if not 0 <= p <= 1:
        raise ValueError(f"Expected a share in [0, 1], got {p}.")
    smaller = round(min(p, 1 - p), 12)  # .1 and 1 - .9 are one number
    if smaller < 1e-4:
        return "under 0.01%" if p < 0.5 else "over 99.99%"
    decimals = max(0, digits - 1 - math.floor(math.log10(smaller * 100)))
    return f"{round(p * 100, 10):.{decimals}f}%"  # one number by whatever way it was reached


def figures_of(total: int) -> int:
    """To how many figures of its smaller side a share of so many people is told: more would be noise."""
    return 2 if total >= PEOPLE_FOR_A_SECOND_FIGURE else 1


def share(count: int, total: int) -> str:
    """A share of people for a person: counts always, the percentage only when five or more are behind it.

    >>> share(33, 70), share(2, 3), share(70, 70), share(0, 10)
    ('33 of 70 (47%)', '2 of 3', '70 of 70', '0 of 10')
    """
    counts = f"{count:,} of {total:,}"
    if total < FEWEST_FOR_A_PERCENTAGE or count in (0, total):
        return counts
    return f"{counts} ({percent(count / total, digits=figures_of(total))})"


def plain_number(value: float) -> str:
    """A number without noise: whole when whole, else up to two decimals.

    >>> plain_number(12.0), plain_number(2.75), plain_number(1000), plain_number(2.999)
    ('12', '2.75', '1,000', '3')
    """
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
