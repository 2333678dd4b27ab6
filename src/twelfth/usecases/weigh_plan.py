"""Weigh a plan: what each of its actions is worth, and how many weeks each mile may slip."""

from dataclasses import dataclass

from twelfth.usecases.ports import InstanceShelf, Planner
from twelfth.usecases.told_plan import best_found, given_plan

SHORT = 4
"""Slices of work without each action, where nobody says how many; all of them search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionWorth:
    """An action of a plan, complete in week `complete`.

    chance_without: of the same plan without it and without `needing`, what needs it. chance_replaced: of the best plan
    found without them; found once more work was done, never below chance_without. worth: by how much the chance of the
    plan is higher than chance_replaced, 0 where it is not. slack_chance: whole weeks by which its completion may slip,
    with the rest of the plan as it is, before the chance falls; slack_plan: before the plan can no longer be done.
    """

    action: str
    complete: int
    needing: tuple[str, ...]
    chance_without: float
    chance_replaced: float
    worth: float
    slack_chance: int
    slack_plan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeighed:
    """The chance of a plan, of doing nothing, and its actions: worth most first.

    better: the best chance met on the way, where a plan with fewer choices was better than the plan itself; else null.
    """

    chance: float
    idle: float
    actions: tuple[ActionWorth, ...]
    better: float | None
    slices: int
    seed: int


def weigh_plan(
    file: str,
    plan_file: str,
    *,
    instances: InstanceShelf,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
) -> PlanWeighed:
    """Each action dropped in turn; each mile moved while the rest stays.

    Raises:
        NotFound: no such file.
        InvalidInput: a plan that cannot be done, fewer than one slice of work.
    """
    from twelfth.roadmap import chance, plan_without, slacks, with_dependents, without

    count = SHORT if slices is None else slices
    instance, _ = instances.get(file)
    plan = given_plan(plan_file, instance, instances)
    value = chance(instance, plan.completions(instance.by_id))
    weighed = []
    for slack in slacks(instance, plan):
        rest, left = without(instance, [slack.action]), plan_without(instance, plan, [slack.action])
        alone = chance(instance, left.completions(instance.by_id))
        replaced = best_found(planner, rest, slices=count, seed=seed, start=left).chance
        needing = (with_dependents(instance, [slack.action]) & plan.work.keys()) - {slack.action}
        weighed.append(
            ActionWorth(
                action=slack.action,
                complete=slack.complete,
                needing=tuple(sorted(needing)),
                chance_without=alone,
                chance_replaced=replaced,
                worth=max(0.0, value - replaced),
                slack_chance=slack.before_less,
                slack_plan=slack.before_broken,
            )
        )
    best = max((one.chance_replaced for one in weighed), default=0.0)
    return PlanWeighed(
        chance=value,
        idle=chance(instance, {}),
        actions=tuple(sorted(weighed, key=lambda one: (-one.worth, one.chance_without, one.action))),
        better=best if best > value else None,
        slices=count,
        seed=seed,
    )
