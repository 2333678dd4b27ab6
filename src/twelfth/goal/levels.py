"""Levels: the values a trait can take, as people write them, and the numbers (codes) the arithmetic uses."""

import math
from dataclasses import dataclass
from datetime import date

from twelfth.base import Said, invalid

MOST_DIGITS = 15
LARGEST = 10.0**MOST_DIGITS
"""A number beyond this, either way, is a slip of the pen, and its square would be too large to count with."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number known only to lie in [lo, hi], both ends included.

    Raises:
        InvalidInput: an end is not finite, or lo > hi.
    """

    lo: float
    hi: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lo) and math.isfinite(self.hi)) or self.lo > self.hi:
            raise invalid("range", f"{self.lo}..{self.hi}", "two finite numbers, the lower first")

    @property
    def middle(self) -> float:
        return (self.lo + self.hi) / 2

    def __str__(self) -> str:
        return f"{self.lo:g}..{self.hi:g}"


Level = bool | str | float | date | Range
"""Binary: bool. Ordered and category: the level's word. Numeric: a number or a Range. Date: a day."""


def parse_number(text: object, *, thing: str) -> float:
    """A number from -LARGEST to LARGEST, decimal point only.

    Raises:
        InvalidInput: not a number, NaN, infinite, or beyond those ends.
    """
    if isinstance(text, bool):
        raise invalid(thing, text, "a number")
    try:
        number = float(str(text).strip())
    except ValueError:
        raise invalid(thing, text, "a number with a decimal point, such as 7.5") from None
    if not math.isfinite(number):
        raise invalid(thing, text, "a finite number; leave it out when it is not known")
    if abs(number) > LARGEST:
        raise invalid(thing, text, Said("a smaller number, of at most %(digits)s digits", digits=str(MOST_DIGITS)))
    return number
