"""Weigh a plan: what each of its actions is worth, and how many weeks each mile may slip."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from twelfth.usecases.plans.ground import Ground, Whose, chance_done
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.plans.told_plan import best_found, plan_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twelfth.roadmap import Plan, Slack

SHORT = 4
"""Slices of work without each action, where nobody says how many; all of them search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionWorth:
    """An action of a plan, complete in week `complete`.

    chance_without: of the same plan without it and without `needing`, what needs it. chance_replaced: of the best plan
    found without them; found once more work was done, never below chance_without. worth: by how much the chance of the
    plan is higher than chance_replaced, 0 where it is not. slack_chance: whole weeks by which its completion may slip,
    with the rest of the plan as it is, before the chance falls; slack_plan: before the plan can no longer be done.
    chance_late: of the plan if it is complete `late_weeks` of the answer later, for whatever cause, and
    everything else in its week; null where something that needs it begins before.
    """

    action: str
    complete: int
    needing: tuple[str, ...]
    chance_without: float
    chance_replaced: float
    worth: float
    slack_chance: int
    slack_plan: int
    chance_late: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeighed:
    """The chance of a plan, of doing nothing, and its actions: worth most first.

    better: the best chance met on the way, where a plan with fewer choices was better than the plan itself; else null.
    whose: the case; null of a file.
    """

    whose: Whose | None
    chance: float
    idle: float
    actions: tuple[ActionWorth, ...]
    better: float | None
    late_weeks: int
    slices: int
    seed: int


def weigh_plan(
    ground: Ground,
    *,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> PlanWeighed:
    """Each action dropped in turn; each mile moved while the rest stays. Of the plan that is there, or of the best
    found. told: how many are weighed, of how many.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import LATE_WEEKS, Plan, plan_without, with_dependents, without

    count, instance, evidence = SHORT if slices is None else slices, ground.instance, ground.evidence
    plan = plan_there(ground, planner, seed=seed, slices=slices)
    value = ground.chance(plan)
    weighed = []
    for slack in _slacks(ground, plan):
        rest, left = without(instance, [slack.action]), plan_without(instance, plan, [slack.action])
        replaced = best_found(planner, rest, slices=count, seed=seed, start=left, evidence=evidence).chance
        needing = (with_dependents(instance, [slack.action]) & plan.work.keys()) - {slack.action}
        weighed.append(
            ActionWorth(
                action=slack.action,
                complete=slack.complete,
                needing=tuple(sorted(needing)),
                chance_without=ground.chance(left),
                chance_replaced=replaced,
                worth=max(0.0, value - replaced),
                slack_chance=slack.before_less,
                slack_plan=slack.before_broken,
                chance_late=slack.chance_late,
            )
        )
        told(len(weighed), len(plan.work))
    best = max((one.chance_replaced for one in weighed), default=0.0)
    return PlanWeighed(
        whose=ground.whose,
        chance=value,
        idle=ground.chance(Plan()),
        actions=tuple(sorted(weighed, key=lambda one: (-one.worth, one.chance_without, one.action))),
        better=best if best > value else None,
        late_weeks=LATE_WEEKS,
        slices=count,
        seed=seed,
    )


def _slacks(ground: Ground, plan: "Plan") -> "Iterator[Slack]":
    """Of each action. What takes time and no hours is counted as one hour, for which there is always room."""
    from twelfth.roadmap import slacks, with_more_hours

    idle = {one.move.id for one in ground.routes if not one.hours}
    for instance, among in (
        (ground.instance, plan.work.keys() - idle),
        (with_more_hours(ground.instance, 1), plan.work.keys() & idle),
    ):
        yield from slacks(instance, plan, among=among, chance=partial(chance_done, evidence=ground.evidence))
