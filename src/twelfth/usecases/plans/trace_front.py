"""Trace a front: the chance against weekly hours, or against money.

A plan that can be done with less can be done with more. So each point's search begins from the plan of the point
before, and no chance is below the one before it; and what no plan exceeds with more, none exceeds with less.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.base import invalid
from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.plans.told_plan import best_found

if TYPE_CHECKING:
    from twelfth.roadmap import Found, Instance

OVER = ("hours", "money")
EACH = 8
"""Slices of work on each point, where nobody says how many."""
MOST_POINTS = 100
SAME = 0.001
"""Of the chance: less than this more is no help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPoint:
    """amount: hours a week on average over weeks that are no pause, or money in all. chance: of the best plan found
    with it; bound: what the chance of no plan with it exceeds. work: of the plan, as in a plan file."""

    amount: float
    chance: float
    bound: float
    work: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The points, least amount first; the chance never falls from one to the next.

    now: the amount there is. enough: the least amount traced with which the chance is the last point's but for a
    thousandth; null where that is the last itself. proved: no plan with any amount traced is better by more than that.
    whose: the case; null of a file.
    """

    whose: Whose | None
    over: str
    now: float
    idle: float
    points: tuple[FrontPoint, ...]
    enough: float | None
    proved: bool
    slices: int
    seed: int


def trace_front(
    ground: Ground,
    *,
    planner: Planner,
    over: str = "hours",
    points: int = 8,
    up_to: int | None = None,
    seed: int = 0,
    slices: int | None = None,
) -> Front:
    """Evenly spaced from none to twice what there is, or up to so many hours in every week that is no pause, or so much
    money from the beginning.

    Raises:
        InvalidInput: another measure, fewer than two points or too many, less than 1 to go up to, twice nothing.
    """
    if over not in OVER:
        raise invalid("over", over, f"one of {', '.join(OVER)}", next_step="Say --over hours or --over money.")
    if not 2 <= points <= MOST_POINTS:
        step = "Eight show the shape."
        raise invalid("points", points, f"a whole number from 2 to {MOST_POINTS}", next_step=step)
    count = EACH if slices is None else slices
    instance = ground.instance
    cases = [*_cases(instance, over, points, up_to)]
    found: list[Found] = []
    for case in cases:
        start = found[-1].plan if found else None
        found.append(best_found(planner, case, slices=count, seed=seed, start=start, evidence=ground.evidence))
    traced = _points(over, instance, cases, found)
    last = traced[-1]
    enough = next(one for one in traced if one.chance > last.chance - SAME)
    return Front(
        whose=ground.whose,
        over=over,
        now=_amount(over, instance, instance),
        idle=found[0].idle,
        points=traced,
        enough=None if enough is last else enough.amount,
        proved=last.bound - enough.chance <= SAME,
        slices=count,
        seed=seed,
    )


def _cases(instance: "Instance", over: str, points: int, up_to: int | None) -> "Iterator[Instance]":
    """The instance with ever more."""
    from twelfth.roadmap import scaled, with_hours, with_money

    if up_to is not None and up_to < 1:
        raise invalid("up-to", up_to, "a whole number of at least 1", field="up_to", next_step="Say --up-to 20.")
    if up_to is None and _amount(over, instance, instance) == 0:
        step = f"Say how much {over} to go up to: --up-to N."
        raise invalid(over, 0, "some, of which twice as much is more", next_step=step)
    last = points - 1
    for place in range(points):
        if up_to is None:
            yield scaled(instance, over, 2 * place, last)
        else:
            yield (with_hours if over == "hours" else with_money)(instance, up_to * place // last)


def _amount(over: str, instance: "Instance", case: "Instance") -> float:
    """Of a case of an instance: hours a week, on average over what is no pause in the instance; or money in all."""
    if over == "money":
        return float(sum(amount for _, amount in case.calendar.money))
    open_weeks = sum(1 for hours in instance.calendar.hours if hours)
    return sum(case.calendar.hours) / open_weeks if open_weeks else 0.0


def _points(over: str, instance: "Instance", cases: "list[Instance]", found: "list[Found]") -> tuple[FrontPoint, ...]:
    """No bound is above the next, since what can be done with less can be done with more."""
    points: list[FrontPoint] = []
    bound = 1.0
    for case, one in reversed([*zip(cases, found, strict=True)]):
        bound = min(bound, one.bound)
        amount = _amount(over, instance, case)
        points.append(FrontPoint(amount=amount, chance=one.chance, bound=bound, work=dict(one.plan.work)))
    return tuple(reversed(points))
