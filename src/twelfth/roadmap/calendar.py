"""What a person has to spend: hours week by week, and money as it arrives."""

from dataclasses import dataclass

from twelfth.base import invalid
from twelfth.roadmap.action import MOST_MONEY, is_whole, is_within

MOST_HOURS = 10**9
"""Of all people together, in a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Hours [weeks], 0 in a pause, and money: (week, amount) pairs, each arriving at the start of its week.

    most_hours: of all work together, where there is such a limit.

    Raises:
        InvalidInput: no week, hours or an amount that are no whole number of at least 0, an arrival before week 0.
    """

    hours: tuple[int, ...]
    money: tuple[tuple[int, int], ...] = ()
    most_hours: int | None = None

    def __post_init__(self) -> None:
        if not self.hours:
            raise invalid("hours", "empty", "one whole number for each week", field="hours")
        for week, hours in enumerate(self.hours):
            if not is_within(hours, 0, MOST_HOURS):
                raise invalid(f"hours of week {week}", hours, f"a whole number from 0 to {MOST_HOURS:,}", field="hours")
        for week, amount in self.money:
            if not (is_whole(week, 0) and is_within(amount, 0, MOST_MONEY)):
                expected = f"a week of at least 0 and an amount from 0 to {MOST_MONEY:,}, whole numbers"
                raise invalid("arrival of money", f"{amount} in week {week}", expected, field="money")

        if self.most_hours is not None and not is_whole(self.most_hours, 0):
            raise invalid("most_hours", self.most_hours, "a whole number of at least 0", field="most_hours")

    @property
    def weeks(self) -> int:
        """The horizon."""
        return len(self.hours)

    def arrived(self, week: int) -> int:
        """Money that has arrived by the start of a week."""
        return sum(amount for start, amount in self.money if start <= week)
