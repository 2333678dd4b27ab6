"""When another attempt pays, in money alone. Never whether it should be made: that is not a question of money alone.

An attempt of cost c pays iff p v > c + p a: v is what being selected is worth, a what one gives up if selected.
"""

from dataclasses import dataclass

import numpy as np

from twelfth.base import invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """cost: of the next attempt. value: of being selected, None where not said. alternative: what is given up then.

    chance: from which the attempt pays, c / (v - a); None where no value was given or no chance is enough. worth_lo,
    worth_hi: what being selected must be worth at the high and at the low end of a chance, a + c / p.
    """

    cost: float
    value: float | None
    alternative: float
    chance: float | None
    worth_lo: float | None
    worth_hi: float | None


def break_even(
    *,
    cost: float,
    value: float | None = None,
    alternative: float = 0.0,
    lo: float | None = None,
    hi: float | None = None,
) -> BreakEven:
    """The break-even of an attempt; lo and hi are the ends of its chance in (0, 1), None where there is none.

    Raises:
        InvalidInput: a cost or an alternative below 0, a value not above 0, or one that is not finite.
    """
    for name, figure in (("cost", cost), ("alternative", alternative)):
        if not (np.isfinite(figure) and figure >= 0):
            raise invalid(name, figure, "a finite amount of at least 0", field=name)
    if value is not None and not (np.isfinite(value) and value > 0):
        raise invalid("value", value, "a finite amount above 0", field="value")
    spread = None if value is None else value - alternative
    return BreakEven(
        cost=cost,
        value=value,
        alternative=alternative,
        chance=cost / spread if spread is not None and spread > cost else None,
        worth_lo=None if hi is None else alternative + cost / hi,
        worth_hi=None if lo is None else alternative + cost / lo,
    )
