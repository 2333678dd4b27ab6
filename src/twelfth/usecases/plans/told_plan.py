"""A plan as an answer holds it, read from a file or searched for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from twelfth.usecases.plans.draw_roadmap import best_answer
from twelfth.usecases.plans.ground import Evidence, Ground, chance_of
from twelfth.usecases.plans.plan_miles import Mile, plan_miles
from twelfth.usecases.plans.ports import Planner

if TYPE_CHECKING:
    from twelfth.roadmap import Found, Instance, Plan

SEARCHED = 8
"""Slices of work for a plan where none is there and nobody says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTold:
    """A plan with its chance. work: for each action pairs of a week and its hours, as in a plan file."""

    chance: float
    work: Mapping[str, tuple[tuple[int, int], ...]]
    miles: tuple[Mile, ...]


def told(
    instance: "Instance", plan: "Plan", *, evidence: Evidence | None = None, chance: float | None = None
) -> PlanTold:
    """A plan of an instance in order of its beginnings, with its chance where that is not known already."""
    return PlanTold(
        chance=chance_of(instance, plan, evidence) if chance is None else chance,
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


def plan_there(ground: Ground, planner: Planner, *, seed: int, slices: int | None = None) -> "Plan":
    """The plan that is there, or the best found. Raises InvalidInput for fewer than one slice of work."""
    if ground.given is not None:
        return ground.given
    work = SEARCHED if slices is None else slices
    return best_found(planner, ground.instance, slices=work, seed=seed, evidence=ground.evidence).plan


def best_found(
    planner: Planner,
    instance: "Instance",
    *,
    slices: int,
    seed: int,
    start: "Plan | None" = None,
    evidence: Evidence | None = None,
) -> "Found":
    """The best plan after so many slices of work, or fewer where it is proved the best; no worse than `start`, which
    can be done. Chances and bound are told as the evidence tells them.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import BestChance

    found = best_answer(planner, instance, BestChance(), seed=seed, slices=slices, start=start).best
    if evidence is None:
        return found
    able_plans = [found.plan] if start is None else [found.plan, start]
    chance, plan = max(((chance_of(instance, one, evidence), one) for one in able_plans), key=lambda pair: pair[0])
    bound = max(chance, evidence.bound(instance))
    return replace(found, plan=plan, chance=chance, bound=bound, idle=evidence.chance(instance, {}))
