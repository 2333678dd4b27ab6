"""What an instance holds that no plan can use: told to whoever asks, and left out of the plan."""

from collections.abc import Mapping

from twelfth.roadmap.instance import Instance


def misfits_of(instance: Instance, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """A sentence each: rounds that are over or that nothing can be done for, no hours at all, actions that can never be
    complete in time.

    titles: what actions are called, by id; their ids where they are left out.
    """
    found = [f"A round in week {week} is over: it is left out." for week in sorted(set(instance.past))]
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
        with_them = " with what comes before it" if len(line) > 1 else ""
        if needed > sum(hours):
            found.append(f"{called} needs {needed:,} h{with_them}; there are {sum(hours):,} h before the last round.")
        elif cost > money:
            found.append(f"{called} costs {cost:,}{with_them}; {money:,} will have come in before the last round.")
        elif not any(min(each, action.max_hours_week) >= min(action.min_hours_week, action.hours) for each in hours):
            found.append(f"{called} needs {action.min_hours_week} h a week; no week has so many.")
    return tuple(found)
