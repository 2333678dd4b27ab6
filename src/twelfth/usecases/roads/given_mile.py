"""One mile of a road that was drawn before, with the days on which it was to be worked."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMile:
    """One mile as it was drawn; fields as in DatedMile. work: (first day of a week, hours) pairs, none where it
    takes none."""

    move: str
    title: str
    begins: date
    done: date
    hours: int
    cost: int
    work: tuple[tuple[date, int], ...]
    counted: bool
    again: int | None
    exam: bool

    @property
    def weeks(self) -> tuple[tuple[date, int], ...]:
        """As the planner counts it: what takes no hours takes one, in the week in which it begins."""
        return self.work or ((self.begins, 1),)
