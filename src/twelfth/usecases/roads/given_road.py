"""A road of a case that was drawn before and kept as a file: its miles with the days on which each was to be worked."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from twelfth.base import InvalidInput, Problem
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.given_mile import GivenMile

if TYPE_CHECKING:
    from twelfth.roadmap import Plan

WEEK = 7
AGAIN = "The file is what this printed: twelfth plan {} --json"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRoad:
    """drawn: the day after which its first week begins; as_of: the day it was last drawn on. renews: as in Wishes."""

    case: str
    drawn: date
    as_of: date
    until: date
    hours_per_week: int
    budget: int | None
    miles: tuple[GivenMile, ...]
    renews: bool = False

    def check_of(self, case: str, file: str) -> None:
        """Refuse the road of another case. Raises InvalidInput."""
        if self.case != case:
            raise self._wrong("case", self.case, f"a road of {case}", file, AGAIN.format(case))

    def check_on(self, day: date, file: str) -> None:
        """Refuse a road whose weeks are not counted from a day. Raises InvalidInput."""
        if self.drawn == day:
            return
        step = f"Leave --as-of out, or draw it anew after a fact: twelfth replan {self.case} --since {day} --plan FILE"
        if self.as_of != self.drawn:
            step = (
                f"A road that was redrawn is for twelfth replan only; draw one: twelfth plan {self.case} --as-of {day}"
            )
        raise self._wrong("first drawn on", self.drawn, f"a road drawn on {day}", file, step)

    def over(self, wishes: Wishes) -> Wishes:
        """What is asked for, and where nothing is, what the road was drawn for."""
        return replace(
            wishes,
            until=wishes.until or self.until,
            hours_per_week=self.hours_per_week if wishes.hours_per_week is None else wishes.hours_per_week,
            budget=self.budget if wishes.budget is None else wishes.budget,
            renews=self.renews or wishes.renews,
        )

    def plan(self, starts: date, file: str) -> "Plan":
        """What is counted of it, in weeks from a day. Raises InvalidInput where it is worked in no whole week."""
        from twelfth.roadmap import Plan

        return Plan.of({one.move: self.weeks(one, starts, file) for one in self.miles if one.counted})

    def weeks(self, mile: GivenMile, starts: date, file: str) -> list[tuple[int, int]]:
        """(week, hours) of a mile. Raises InvalidInput as `plan`."""
        found = []
        for day, hours in mile.weeks:
            week, rest = divmod((day - starts).days, WEEK)
            if rest or week < 0:
                expected = f"a day so many weeks after {starts}"
                raise self._wrong(f"work of {mile.move}", day, expected, file, AGAIN.format(self.case))
            found.append((week, hours))
        return found

    def _wrong(self, thing: str, value: object, expected: str, file: str, step: str) -> InvalidInput:
        return InvalidInput(Problem(thing=thing, value=str(value), expected=expected, file=file, next_step=step))
