"""Stress a plan: its chance if things are worse than assumed, with nothing chosen anew."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.base import invalid
from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.plans.told_plan import plan_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twelfth.roadmap import Instance

RISE, POINTS_RISE = 0.2, 10.0
"""Of the bar, where nobody says by how much: in logits, and in points where those decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """By how much things are worse. rise: of the bar, in logits, or in points where those decide; null: as is usual.
    overrun: of all hours, .3 is 30 % more. causal: the share of every effect that is one, 0 to 1.

    Raises:
        InvalidInput: a figure out of these bounds.
    """

    rise: float | None = None
    overrun: float = 0.3
    causal: float = 0.5

    def __post_init__(self) -> None:
        for name, value in (("rise", self.rise), ("overrun", self.overrun)):
            if value is not None and not (math.isfinite(value) and value >= 0):
                raise invalid(name, value, "a number of at least 0", next_step=f"Say --{name} 0.3 or the like.")
        if not 0 <= self.causal <= 1:
            raise invalid("causal", self.causal, "a share from 0 to 1", next_step="Half is --causal 0.5.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The chance without the rounds of one week; without those of one kind, where points decide."""

    week: int | None
    kind: str | None
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStressed:
    """The chance of a plan as assumed, and in each case of worse; each case alone, the rest as assumed.

    rise: of the bar. unfinished: actions that are not complete by the horizon where the hours overrun. if_less_causal:
    null where points decide, since the rules themselves say what a level adds. cancelled: each round in turn, or each
    kind of several, the worst first. whose: the case; null of a file.
    """

    whose: Whose | None
    stress: Stress
    rise: float
    chance: float
    idle: float
    if_bar_rises: float
    if_hours_overrun: float
    unfinished: tuple[str, ...]
    if_less_causal: float | None
    cancelled: tuple[Cancelled, ...]


def stress_plan(
    ground: Ground, stress: Stress, *, planner: Planner, seed: int = 0, slices: int | None = None
) -> PlanStressed:
    """The plan that is there, or the best found, as it is: against a higher bar, weaker effects and each round
    cancelled; lived on where hours overrun.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import Plan, less_causal, lived, overrun, risen

    instance, by_points = ground.instance, ground.instance.points is not None
    plan = plan_there(ground, planner, seed=seed, slices=slices)
    rise = (POINTS_RISE if by_points else RISE) if stress.rise is None else stress.rise
    longer = overrun(instance, stress.overrun)
    done = lived(longer, plan)
    cancelled = [
        Cancelled(week=week, kind=kind, chance=ground.chance(plan, left)) for week, kind, left in _cancelled(instance)
    ]
    return PlanStressed(
        whose=ground.whose,
        stress=stress,
        rise=rise,
        chance=ground.chance(plan),
        idle=ground.chance(Plan()),
        if_bar_rises=ground.chance(plan, risen(instance, rise)),
        if_hours_overrun=ground.chance(done, longer),
        unfinished=tuple(sorted(plan.work.keys() - done.work.keys())),
        if_less_causal=None if by_points else ground.chance(plan, less_causal(instance, stress.causal)),
        cancelled=tuple(sorted(cancelled, key=lambda one: one.chance)),
    )


def _cancelled(instance: "Instance") -> "Iterator[tuple[int | None, str | None, Instance]]":
    """The instance without the rounds of each week, or of each kind while one is left."""
    from twelfth.roadmap import skipping, skipping_kinds

    for week in sorted({one.week for one in instance.rounds}):
        yield week, None, skipping(instance, [week])
    kinds = () if instance.points is None else instance.points.kinds
    for kind in kinds if len(kinds) > 1 else ():
        yield None, kind, skipping_kinds(instance, [kind])
