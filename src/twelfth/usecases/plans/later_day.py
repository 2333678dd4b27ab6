"""The earliest day by which a target can be reached that no plan reaches by the last day asked about.

Days are looked at in whole months: first ever further ones, then those between. How far ahead the forecast of the
rounds may look is for whoever makes the road of a day to say.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from twelfth.base import add_months

if TYPE_CHECKING:
    from twelfth.roadmap import Answer

FURTHER = (6, 12, 24, 36)
"""Months after the last day that are looked at first."""
SLICES = 10
"""Of work for each day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterDay:
    """A day by which a plan was found that reaches the target, with its chance.

    not_by: the last day looked at by which no plan does, which is proved.
    """

    day: date
    not_by: date
    chance: float


def later_day(
    ask: "Callable[[date], Iterable[Answer]]", until: date, last: date, target: float, *, over: Callable[[], bool]
) -> LaterDay | None:
    """None where none up to the last day was found, by when `over` ended the work.

    ask: the best chance by a day, after every slice of work.
    """
    found, not_by, low, high = None, until, 0, None
    ahead = [months for months in FURTHER if add_months(until, months) <= last]
    while high is None or low + 1 < high:
        if high is None:
            if not ahead:
                return None
            months = ahead.pop(0)
        else:
            months = (low + high) // 2
        day = add_months(until, months)
        reached, proved = _by(ask(day), target, over)
        if reached is not None:
            found, high = LaterDay(day=day, not_by=not_by, chance=reached), months
        elif proved or not over():
            low, not_by = months, day if proved else not_by
            found = found and replace(found, not_by=not_by)
        if over():
            return found
    return found


def _by(answers: "Iterable[Answer]", target: float, over: Callable[[], bool]) -> tuple[float | None, bool]:
    """The chance of a plan that reaches the target, or whether it is proved that none does."""
    best = None
    for slices, answer in enumerate(answers, start=1):
        best = answer.best
        if best.chance >= target:
            return best.chance, False
        if best.bound < target or slices >= SLICES or over():
            break
    return None, best is not None and best.bound < target
