"""Whether a plan can be done: every rule of a week, of a person's hours and money, and of what comes before what.

It knows nothing of any planner. No plan leaves the planner unless this finds nothing.
"""

from collections import Counter, defaultdict

from twelfth.base import InvalidInput, Problem
from twelfth.roadmap.action import Action
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan


def violations(instance: Instance, plan: Plan) -> tuple[str, ...]:
    """Every way in which a plan breaks the instance, a sentence each; none if it can be done."""
    unknown = [f"{name}: no such action" for name in plan.work if name not in instance.by_id]
    empty = [f"{name}: chosen with no work" for name, weeks in plan.work.items() if not weeks]
    if unknown or empty:
        return tuple(unknown + empty)
    chosen = [instance.by_id[name] for name in plan.work]
    found = [sentence for action in chosen for sentence in _of_work(instance, action, plan)]
    found += _of_pinned(instance, plan)
    found += _of_hours(instance, plan)
    found += [sentence for action in chosen for sentence in _of_prerequisites(instance, action, plan)]
    found += _of_groups(chosen)
    found += _of_money(instance, chosen, plan)
    return tuple(found)


def check(instance: Instance, plan: Plan) -> None:
    """Refuse a plan that cannot be done.

    Raises:
        InvalidInput: with every rule it breaks.
    """
    found = violations(instance, plan)
    if found:
        raise InvalidInput(*(Problem(thing="plan", value=one, expected="work that can be done") for one in found))


def _of_work(instance: Instance, action: Action, plan: Plan) -> list[str]:
    """Its hours are all done, each week within its bounds; the last week takes what is left."""
    name, weeks, found = action.id, plan.work[action.id], []
    outside = [week for week, _ in weeks if not 0 <= week < instance.weeks]
    found += [f"{name}: works in week {week}, outside weeks 0 to {instance.weeks - 1}" for week in outside]
    twice = [week for week, count in Counter(week for week, _ in weeks).items() if count > 1]
    found += [f"{name}: week {week} is given twice" for week in twice]
    done = sum(hours for _, hours in weeks)
    if done != action.hours:
        found.append(f"{name}: {done} h of work, {action.hours} h needed")
    low, high = action.min_hours_week, action.max_hours_week
    found += [
        f"{name}: {hours} h in week {week}, allowed {low} to {high}"
        for week, hours in weeks[:-1]
        if not low <= hours <= high
    ]
    if weeks[0][0] < action.not_before:
        found.append(f"{name}: starts in week {weeks[0][0]}, not to be worked before week {action.not_before}")
    week, hours = weeks[-1]
    if not 0 < hours <= high:
        found.append(f"{name}: {hours} h in its last week {week}, allowed 1 to {high}")
    return found


def _of_pinned(instance: Instance, plan: Plan) -> list[str]:
    return [
        f"{action.id}: its work is not what it was pinned to"
        for action in instance.actions
        if action.pinned and plan.work.get(action.id) != action.pinned
    ]


def _of_hours(instance: Instance, plan: Plan) -> list[str]:
    used: dict[int, int] = defaultdict(int)
    for weeks in plan.work.values():
        for week, hours in weeks:
            used[week] += hours
    have, most = instance.calendar.hours, instance.calendar.most_hours
    if most is not None and plan.hours() > most:
        return [f"{plan.hours()} h planned in all, {most} h there are"]
    return [
        f"week {week}: {hours} h planned, {have[week]} h there are"
        for week, hours in sorted(used.items())
        if 0 <= week < len(have) and hours > have[week]
    ]


def _of_prerequisites(instance: Instance, action: Action, plan: Plan) -> list[str]:
    found = []
    for named in action.after:
        if named not in plan.work:
            found.append(f"{action.id}: needs {named}, which is not in the plan")
        elif plan.first(action) < plan.completion(instance.by_id[named]):
            found.append(f"{action.id}: starts before {named} is complete")
    return found


def _of_groups(chosen: list[Action]) -> list[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for action in chosen:
        if action.group is not None:
            groups[action.group].append(action.id)
    return [
        f"group {group}: {', '.join(names)} exclude each other" for group, names in groups.items() if len(names) > 1
    ]


def _of_money(instance: Instance, chosen: list[Action], plan: Plan) -> list[str]:
    """Costs are paid at the start; the first week in which more is spent than has arrived."""
    spent = 0
    for week in sorted({plan.first(action) for action in chosen}):
        spent += sum(action.cost for action in chosen if plan.first(action) == week)
        have = instance.calendar.arrived(week)
        if spent > have:
            return [f"week {week}: {spent} of money spent, {have} there is"]
    return []
