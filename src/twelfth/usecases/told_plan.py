"""A plan as an answer holds it, read from a file or searched for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.base import InvalidInput, Problem
from twelfth.usecases.draw_roadmap import best_answer
from twelfth.usecases.plan_miles import Mile, plan_miles
from twelfth.usecases.ports import InstanceShelf, Planner

if TYPE_CHECKING:
    from twelfth.roadmap import Found, Instance, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTold:
    """A plan with its chance. work: for each action pairs of a week and its hours, as in a plan file."""

    chance: float
    work: Mapping[str, tuple[tuple[int, int], ...]]
    miles: tuple[Mile, ...]


def told(instance: "Instance", plan: "Plan") -> PlanTold:
    """A plan of an instance with its chance, in order of its beginnings."""
    from twelfth.roadmap import chance

    return PlanTold(
        chance=chance(instance, plan.completions(instance.by_id)),
        work=dict(plan.work),
        miles=plan_miles(instance, plan),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MileMoved:
    """An action of one plan or both: the week in which it was complete, and in which it is then; null: in no week."""

    action: str
    before: int | None
    after: int | None


def miles_moved(before: "Plan", after: "Plan", instance: "Instance") -> tuple[MileMoved, ...]:
    """What is added, dropped or complete in another week, in order of its week."""
    from twelfth.roadmap import changes

    found = changes(before, after, instance, settled=0)
    return tuple(
        MileMoved(action=one.action, before=one.was, after=one.now)
        for one in sorted(found, key=lambda one: (one.was if one.now is None else one.now, one.action))
    )


def given_plan(file: str, instance: "Instance", instances: InstanceShelf) -> "Plan":
    """A plan from a file.

    Raises:
        NotFound: no such file.
        InvalidInput: a file that cannot be read; a plan that cannot be done, with every rule it breaks.
    """
    from twelfth.roadmap import violations

    plan = instances.plan(file)
    broken = violations(instance, plan)
    if broken:
        step = "A plan that can be done: twelfth plan --instance FILE --json."
        expected = "work that can be done in this instance"
        raise InvalidInput(*(Problem(thing=one, expected=expected, file=file, next_step=step) for one in broken))
    return plan


def best_found(
    planner: Planner, instance: "Instance", *, slices: int, seed: int, start: "Plan | None" = None
) -> "Found":
    """The best plan after so many slices of work, or fewer where it is proved the best; no worse than `start`.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import BestChance

    return best_answer(planner, instance, BestChance(), seed=seed, slices=slices, start=start).best
