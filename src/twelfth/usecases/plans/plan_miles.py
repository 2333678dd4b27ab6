"""The miles of a plan: its actions with the weeks in which each begins and is complete."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.roadmap import Instance, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Mile:
    """An action of a plan: the week in which it begins, the one in which it is complete, hours and cost."""

    action: str
    begins: int
    complete: int
    hours: int
    cost: int
    exam: bool


def plan_miles(instance: "Instance", plan: "Plan") -> tuple[Mile, ...]:
    """In order of their beginnings."""
    actions = sorted((instance.by_id[name] for name in plan.work), key=lambda one: (plan.first(one), one.id))
    return tuple(
        Mile(
            action=one.id,
            begins=plan.first(one),
            complete=plan.completion(one),
            hours=one.hours,
            cost=one.cost,
            exam=one.is_exam,
        )
        for one in actions
    )
