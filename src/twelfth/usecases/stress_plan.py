"""Stress a plan: its chance if things are worse than assumed, with nothing chosen anew."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.base import invalid
from twelfth.usecases.ports import InstanceShelf
from twelfth.usecases.told_plan import given_plan

if TYPE_CHECKING:
    from twelfth.roadmap import Instance, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """By how much things are worse. rise: of the bar, in logits. overrun: of all hours, .3 is 30 % more. causal: the
    share of every effect that is one, 0 to 1.

    Raises:
        InvalidInput: a figure out of these bounds.
    """

    rise: float = 0.2
    overrun: float = 0.3
    causal: float = 0.5

    def __post_init__(self) -> None:
        for name, value in (("rise", self.rise), ("overrun", self.overrun)):
            if not (math.isfinite(value) and value >= 0):
                raise invalid(name, value, "a number of at least 0", next_step=f"Say --{name} 0.3 or the like.")
        if not 0 <= self.causal <= 1:
            raise invalid("causal", self.causal, "a share from 0 to 1", next_step="Half is --causal 0.5.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The chance without the rounds of one week."""

    week: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStressed:
    """The chance of a plan as assumed, and in each case of worse; each case alone, the rest as assumed.

    unfinished: actions that are not complete by the horizon where the hours overrun. cancelled: each round in turn,
    the worst first.
    """

    stress: Stress
    chance: float
    idle: float
    if_bar_rises: float
    if_hours_overrun: float
    unfinished: tuple[str, ...]
    if_less_causal: float
    cancelled: tuple[Cancelled, ...]


def stress_plan(file: str, plan_file: str, stress: Stress, *, instances: InstanceShelf) -> PlanStressed:
    """The plan as it is against a higher bar, weaker effects and each round cancelled; lived on where hours overrun.

    Raises:
        NotFound: no such file.
        InvalidInput: a plan that cannot be done.
    """
    from twelfth.roadmap import Plan, less_causal, lived, overrun, risen, skipping

    instance, _ = instances.get(file)
    plan = given_plan(plan_file, instance, instances)
    longer = overrun(instance, stress.overrun)
    done = lived(longer, plan)
    weeks = sorted({one.week for one in instance.rounds})
    cancelled = [Cancelled(week=week, chance=_chance(skipping(instance, [week]), plan)) for week in weeks]
    return PlanStressed(
        stress=stress,
        chance=_chance(instance, plan),
        idle=_chance(instance, Plan()),
        if_bar_rises=_chance(risen(instance, stress.rise), plan),
        if_hours_overrun=_chance(longer, done),
        unfinished=tuple(sorted(plan.work.keys() - done.work.keys())),
        if_less_causal=_chance(less_causal(instance, stress.causal), plan),
        cancelled=tuple(sorted(cancelled, key=lambda one: (one.chance, one.week))),
    )


def _chance(instance: "Instance", plan: "Plan") -> float:
    from twelfth.roadmap import chance

    return chance(instance, plan.completions(instance.by_id))
