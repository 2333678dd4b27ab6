"""A count that is published only as "fewer than so many"."""

from dataclasses import dataclass

import numpy as np

from twelfth.base import invalid

MOST = 1000
"""Tables hide small counts only, and every count below the limit is summed over."""
A_LIMIT = f"a whole number from 1 to {MOST}"


@dataclass(frozen=True, slots=True)
class Under:
    """Some count from 0 to limit - 1. It stands in a grid of counts like a number.

    Raises:
        InvalidInput: a limit that is not a whole number from 1 to 1000.
    """

    limit: int

    def __post_init__(self) -> None:
        if not (is_whole(self.limit) and 1 <= self.limit <= MOST):
            raise invalid("limit of a count", self.limit, A_LIMIT)

    def __str__(self) -> str:
        return f"<{self.limit}"


def is_whole(value: object) -> bool:
    """A Python or numpy integer; True and False are not."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def under(limit: int) -> Under:
    """What a table writes as "<10".

    >>> str(under(10))
    '<10'

    Raises:
        InvalidInput: a limit that is not a whole number from 1 to 1000.
    """
    return Under(limit)
