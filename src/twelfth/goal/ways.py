"""Ways to acquire a level of a trait: hours, months and money, as far as anybody has put a figure on them."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from twelfth.base import invalid
from twelfth.goal.conditions import Condition
from twelfth.goal.levels import Level

MOST = 1e9
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What acquiring `level` of `trait` takes, or a whole `move` of the pack: hours of work and money, each from low to
    high, and elapsed months.

    given: it holds for those of whom this is so; None: for anybody. after: moves that come before. hours_week: no more
    of the work fits in a week. valid_months: the result counts so long. exam: the work ends in one, or in somebody's
    decision; retry_days: between two attempts; passes: the chance of one attempt, the person's own figure. currency:
    of the money, as three capital letters. known: since when. own: the person's own figures.

    Raises:
        InvalidInput: neither a trait nor a move or both, no figure at all, a figure below 0 or above 1e9, one end
            without the other or above it, money without its currency, a chance that is none.
    """

    trait: str = ""
    level: Level | None = None
    move: str = ""
    given: Condition | None = None
    after: tuple[str, ...] = ()
    hours_low: float | None = None
    hours_high: float | None = None
    hours_week: float | None = None
    months: float | None = None
    cost_low: float | None = None
    cost_high: float | None = None
    currency: str = ""
    valid_months: float | None = None
    exam: bool = False
    retry_days: float | None = None
    passes: float | None = None
    known: date | None = None
    own: bool = False
    source: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if bool(self.trait) == bool(self.move):
            raise invalid("way", self.move or self.trait or "to nothing", "either a trait and a level or a move")
        if all(one is None for one in (self.hours_low, self.cost_low, self.months, self.passes)):
            raise invalid(f"way to {self.to}", "no figure", "hours, months or cost; or leave the way out")
        for field, low, high in (
            ("hours_low", self.hours_low, self.hours_high),
            ("hours_week", self.hours_week, self.hours_week),
            ("months", self.months, self.months),
            ("cost_low", self.cost_low, self.cost_high),
            ("valid_months", self.valid_months, self.valid_months),
            ("retry_days", self.retry_days, self.retry_days),
        ):
            if (low is None) != (high is None):
                raise invalid(f"{field} of {self.to}", f"{low} to {high}", "both ends or neither", field=field)
            if low is not None and high is not None and not 0 <= low <= high <= MOST:
                told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
                expected = f"numbers from 0 to {MOST:g}, the lower first"
                raise invalid(f"{field} of {self.to}", told, expected, field=field)
        if self.cost_low is not None and not CURRENCY.fullmatch(self.currency):
            raise invalid(f"currency of {self.to}", self.currency or "blank", "three capital letters", field="currency")
        if self.passes is not None and not 0 < self.passes <= 1:
            raise invalid(f"passes of {self.to}", self.passes, "a chance above 0 and at most 1", field="passes")

    @property
    def to(self) -> str:
        """What it leads to, by name."""
        return self.move or self.trait

    def over(self, other: "Way") -> "Way":
        """These figures, and those of another way to the same where these say nothing."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        nothing: tuple[object, ...] = (None, (), "")
        told = {name: value for name, value in own.items() if value is not False and value not in nothing}  # 0 is said
        return replace(other, **told | {"trait": self.trait, "level": self.level, "move": self.move})

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
