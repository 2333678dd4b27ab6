"""What can still be done from a week of a plan on: what was worked before stays done.

As an instance of its own, in which the weeks before are open only to what the plan did in them. Each action worked
through by then is one block of work in the week in which it began, larger than any week has hours; what is half done is
what is left of it, paid already, with what is left of its shortest time; everything else waits for a block that ends
with the week, and shares no group with what was begun. Blocks grow with their week, so that none takes the place of one
before it.

Two things are inexact in it, and only guide a search: where a block is left out another may take its place, and what is
half done and pauses first is complete late. A plan that comes back (`whole`) is the work before the week with
the work found after it; it can be done in the whole instance, and its chance is computed there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from twelfth.roadmap.action import Action
from twelfth.roadmap.altered import without
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """From a week of a plan on.

    past: the work before it. left: hours still to do of each action begun, 0 where it is worked through. money: what
    is left in that week. instance: what can still be done; kept: the plan, as a plan of it. waiting: the block that
    everything waits for which is not begun.
    """

    past: Plan
    left: Mapping[str, int]
    money: int
    instance: Instance
    kept: Plan
    waiting: str

    def whole(self, found: Plan) -> Plan:
        """The work before the week with that of a plan of `instance`; what was begun and not ended is left out."""
        work = {name: weeks for name, weeks in self.past.work.items() if not self.left[name]}
        for name, weeks in found.work.items():
            if name not in work and name != self.waiting:
                work[name] = (*self.past.work.get(name, ()), *weeks)
        return Plan.of(work)


def ahead_of(instance: Instance, plan: Plan, week: int) -> Ahead:
    """What can still be done from a week of a plan on, a plan that can be done."""
    before = {name: tuple(pair for pair in weeks if pair[0] < week) for name, weeks in plan.work.items()}
    past = Plan({name: weeks for name, weeks in before.items() if weeks})
    left = {name: instance.by_id[name].hours - sum(hours for _, hours in weeks) for name, weeks in past.work.items()}
    waiting = "before"
    while waiting in instance.by_id:
        waiting += "'"
    sizes = _sizes(instance, [waiting] if week else [], past, left)
    money = instance.calendar.arrived(week) - past.cost(instance.by_id)
    return Ahead(
        past=past,
        left=left,
        money=money,
        instance=_still(instance, plan, week, left, sizes, money) if week else instance,
        kept=_as_blocks(plan, week, sizes),
        waiting=waiting,
    )


def _sizes(instance: Instance, waiting: list[str], past: Plan, left: Mapping[str, int]) -> dict[str, int]:
    """Hours of each block, in order of the week in which it stands: more than any week has."""
    done = sorted((name for name in past.work if not left[name]), key=lambda name: (past.work[name][0][0], name))
    return {name: max(instance.calendar.hours) + 1 + place for place, name in enumerate([*waiting, *done])}


def _still(
    instance: Instance, plan: Plan, week: int, left: Mapping[str, int], sizes: Mapping[str, int], money: int
) -> Instance:
    """The instance of what can still be done."""
    groups = {instance.by_id[name].group for name in left} - {None}
    shut = [one.id for one in instance.actions if one.group in groups and one.id not in left]
    waiting = next(iter(sizes))
    actions = [_block(Action(id=waiting, hours=1, max_hours_week=1, effect=0.0), sizes[waiting], week)]
    for action in without(instance, shut).actions:
        if action.id in sizes:
            actions.append(_block(action, sizes[action.id], plan.completion(action) - plan.first(action)))
        elif action.id in left:
            weeks = max(1, plan.first(action) + action.min_weeks - week)
            after = (*action.after, waiting)
            actions.append(replace(action, hours=left[action.id], min_weeks=weeks, cost=0, group=None, after=after))
        else:
            actions.append(replace(action, after=(*action.after, waiting)))
    hours = [0 if at < week else there for at, there in enumerate(instance.calendar.hours)]
    for name, size in sizes.items():
        hours[0 if name == waiting else plan.first(instance.by_id[name])] += size
    arrivals = ((week, money), *(pair for pair in instance.calendar.money if pair[0] > week))
    return replace(instance, actions=tuple(actions), calendar=Calendar(hours=tuple(hours), money=arrivals))


def _block(action: Action, size: int, weeks: int) -> Action:
    """Worked in one week of its own, and complete so many weeks later."""
    return replace(action, hours=size, min_hours_week=size, max_hours_week=size, min_weeks=weeks, cost=0, group=None)


def _as_blocks(plan: Plan, week: int, sizes: Mapping[str, int]) -> Plan:
    """A plan as one of what can still be done."""
    ahead = {name: [pair for pair in weeks if pair[0] >= week] for name, weeks in plan.work.items()}
    blocks = {name: [(plan.work[name][0][0] if name in plan.work else 0, size)] for name, size in sizes.items()}
    return Plan.of(ahead | blocks)


def next_exam(instance: Instance, plan: Plan) -> Action | None:
    """Of a plan: the exam that is sat first, where some round still follows."""
    last = max((one.week for one in instance.rounds), default=-1) if instance.points is None else instance.weeks - 1
    exams = [one for name in plan.work if (one := instance.by_id[name]).is_exam and plan.completion(one) <= last]
    return min(exams, key=lambda one: (plan.completion(one), one.id), default=None)


def with_attempts(instance: Instance, name: str, made: int) -> Instance:
    """With so many attempts made at an exam, none of them passed."""
    return replace(
        instance,
        actions=tuple(replace(one, attempts_made=made) if one.id == name else one for one in instance.actions),
    )
