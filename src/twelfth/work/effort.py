"""Effort: work that was done, as it was logged."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import invalid

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """`minutes` of work on one day, for the trait or move it was meant to acquire ("" for none in particular).

    Raises:
        InvalidInput: no minutes, or more than a day has.
    """

    on: date
    minutes: int
    towards: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= MINUTES_A_DAY:
            raise invalid(
                "work", f"{self.minutes} minutes", f"1 to {MINUTES_A_DAY:,} minutes on one day", field="minutes"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWorked:
    """Minutes of work on one day, whatever it was towards."""

    on: date
    minutes: int
