"""A plan lived on where hours, money or actions are no longer those it was made for, by somebody who keeps to it.

In every week each action of the plan, in the order in which the plan begins them, gets what the plan has given it by
then and it has not had yet; from its last planned week on, all that is still to do. Never more than there are hours,
nor more than the action takes in a week; nothing begins before its planned week, before what comes before it is
complete, or before the money for it is there. What is not complete by the horizon is left out.

Where nothing changed, a plan that can be done is lived as it is. What is deliberately not done here: choosing anew.
"""

from collections.abc import Iterator
from itertools import accumulate

from twelfth.roadmap.action import Action
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan


def lived(instance: Instance, plan: Plan) -> Plan:
    """What is complete of a plan in an instance whose actions include all of the plan's."""
    chosen = sorted((instance.by_id[name] for name in plan.work), key=lambda one: _turn(plan, one))
    due = {action.id: list(_due(action, plan, instance.weeks)) for action in chosen}
    done: dict[str, list[tuple[int, int]]] = {action.id: [] for action in chosen}
    left = {action.id: action.hours for action in chosen}
    calendar, spent = instance.calendar, 0
    ever = sum(calendar.hours) if calendar.most_hours is None else calendar.most_hours
    for week, hours in enumerate(calendar.hours):
        room = min(hours, ever)
        for action in chosen:
            name, begun = action.id, bool(done[action.id])
            if not left[name] or week < plan.first(action) or not _ready(instance, action, done, left, week):
                continue
            if not begun and spent + action.cost > calendar.arrived(week):
                continue
            owed = due[name][week] - (action.hours - left[name])
            now = min(max(owed, action.min_hours_week), left[name], action.max_hours_week)
            if owed <= 0 or now > room:
                now = room if owed > 0 and room >= action.min_hours_week else 0
            if now == 0:
                continue
            spent += 0 if begun else action.cost
            done[name].append((week, now))
            left[name] -= now
            room -= now
            ever -= now
    return Plan.of({name: weeks for name, weeks in done.items() if not left[name]})


def _turn(plan: Plan, action: Action) -> tuple[int, int, str]:
    return plan.first(action), plan.work[action.id][-1][0], action.id


def _due(action: Action, plan: Plan, weeks: int) -> Iterator[int]:
    """Hours by the end of each week: those planned, and all from the last planned week on."""
    planned, last = dict(plan.work[action.id]), plan.work[action.id][-1][0]
    together = accumulate(planned.get(week, 0) for week in range(weeks))
    for week, hours in enumerate(together):
        yield action.hours if week >= last else min(hours, action.hours)


def _ready(
    instance: Instance, action: Action, done: dict[str, list[tuple[int, int]]], left: dict[str, int], week: int
) -> bool:
    """Whether all that comes before it is complete."""
    return all(
        named in done
        and not left[named]
        and instance.by_id[named].complete(done[named][0][0], done[named][-1][0]) <= week
        for named in action.after
    )
