"""Ways to acquire a level of a trait: hours, months and money, as far as anybody has put a figure on them."""

import re
from dataclasses import dataclass
from datetime import date

from twelfth.base import invalid
from twelfth.goal.levels import Level

MOST = 1e9
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What acquiring `level` of `trait` takes: hours of work and money, each from low to high, and elapsed months.

    currency: of the money, as three capital letters. known: since when. own: the person's own figures.

    Raises:
        InvalidInput: no figure at all, a figure below 0 or above 1e9, one end without the other or above it, money
            without its currency.
    """

    trait: str
    level: Level
    hours_low: float | None = None
    hours_high: float | None = None
    months: float | None = None
    cost_low: float | None = None
    cost_high: float | None = None
    currency: str = ""
    known: date | None = None
    own: bool = False
    source: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.hours_low is None and self.cost_low is None and self.months is None:
            raise invalid(f"way to {self.trait}", "no figure", "hours, months or cost; or leave the way out")
        for field, low, high in (
            ("hours_low", self.hours_low, self.hours_high),
            ("months", self.months, self.months),
            ("cost_low", self.cost_low, self.cost_high),
        ):
            if (low is None) != (high is None):
                raise invalid(f"{field} of {self.trait}", f"{low} to {high}", "both ends or neither", field=field)
            if low is not None and high is not None and not 0 <= low <= high <= MOST:
                told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
                expected = f"numbers from 0 to {MOST:g}, the lower first"
                raise invalid(f"{field} of {self.trait}", told, expected, field=field)
        if self.cost_low is not None and not CURRENCY.fullmatch(self.currency):
            raise invalid(
                f"currency of {self.trait}", self.currency or "blank", "three capital letters", field="currency"
            )

    @property
    def hours(self) -> float | None:
        """The middle of the hours."""
        return _middle(self.hours_low, self.hours_high)

    @property
    def cost(self) -> float | None:
        """The middle of the money."""
        return _middle(self.cost_low, self.cost_high)


def _middle(low: float | None, high: float | None) -> float | None:
    return None if low is None or high is None else (low + high) / 2
