"""What an instance holds that no plan can use: told to whoever asks, and left out of the plan."""

from collections.abc import Mapping

from twelfth.base import Said
from twelfth.roadmap.instance import Instance

NEEDS = "%(move)s needs %(hours)s h; there are %(there)s h before the last round."
NEEDS_WITH = "%(move)s needs %(hours)s h with what comes before it; there are %(there)s h before the last round."
COSTS = "%(move)s costs %(cost)s; %(there)s will have come in before the last round."
COSTS_WITH = "%(move)s costs %(cost)s with what comes before it; %(there)s will have come in before the last round."


def misfits_of(instance: Instance, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """A sentence each: rounds that are over or that nothing can be done for, no hours at all, actions that can never be
    complete in time.

    titles: what actions are called, by id; their ids where they are left out.
    """
    found: list[str] = [
        Said("A round in week %(week)s is over: it is left out.", week=week) for week in sorted(set(instance.past))
    ]
    if not instance.rounds and instance.points is None:
        found.append("There is no round ahead, so nothing can be gained.")
    early = sorted({each.week for each in instance.rounds if each.week == 0})
    if early:
        found.append("A round in week 0 is over before any work: it counts with what there is today.")
    weeks = instance.last_week
    hours = instance.calendar.hours[:weeks]
    if instance.actions and not any(hours):
        found.append("There is no hour before the last round, so nothing can be done.")
        return tuple(found)
    money = instance.calendar.arrived(max(weeks - 1, 0))
    actions = instance.in_order
    for action, places in zip(actions, instance.lines, strict=True):
        line, called = [actions[place] for place in places], (titles or {}).get(action.id, action.id)
        needed, cost = sum(one.hours for one in line), sum(one.cost for one in line)
        alone = len(line) == 1
        if needed > sum(hours):
            told = {"move": called, "hours": f"{needed:,}", "there": f"{sum(hours):,}"}
            found.append(Said(NEEDS if alone else NEEDS_WITH, **told))
        elif cost > money:
            told = {"move": called, "cost": f"{cost:,}", "there": f"{money:,}"}
            found.append(Said(COSTS if alone else COSTS_WITH, **told))
        elif not any(min(each, action.max_hours_week) >= min(action.min_hours_week, action.hours) for each in hours):
            weekly = {"move": called, "hours": action.min_hours_week}
            found.append(Said("%(move)s needs %(hours)s h a week; no week has so many.", **weekly))
    return tuple(found)
