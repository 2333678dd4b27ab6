"""The slack of each mile: how many whole weeks later an action may be complete while the rest of a plan stays as it is.

The action's own work may be laid out anew from the week in which it begins in the plan. The weeks in which it can then
be complete are found exactly: which sums of hours a stretch of weeks allows is kept as the bits of one number.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from twelfth.roadmap.action import Action
from twelfth.roadmap.altered import with_dependents
from twelfth.roadmap.chance import chance
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan

Chance = Callable[[Instance, Mapping[str, int]], float]

SAME = 1e-12
LATE_WEEKS = 4
"""Weeks: what being so late costs is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slack:
    """Of an action that is complete in week `complete`: weeks it may slip before the chance falls, and before the plan
    can no longer be done. chance_late: of the plan if it is complete LATE_WEEKS later, for whatever cause, and
    everything else in its week; null where something that needs it begins before."""

    action: str
    complete: int
    before_less: int
    before_broken: int
    chance_late: float | None


def slacks(
    instance: Instance, plan: Plan, *, among: Collection[str] | None = None, chance: Chance = chance
) -> tuple[Slack, ...]:
    """Of each action of a plan that can be done, or of some, in order of completion. chance: how it is told of the
    weeks of completion."""
    done = plan.completions(instance.by_id)
    names = plan.work.keys() if among is None else plan.work.keys() & set(among)
    actions = sorted((instance.by_id[name] for name in names), key=lambda one: (done[one.id], one.id))
    value = chance(instance, done)
    return tuple(_slack(instance, plan, action, done, value, chance) for action in actions)


def later_completions(instance: Instance, plan: Plan, action: Action) -> tuple[int, ...]:
    """Every later week in which an action of the plan can be complete while the rest stays as it is."""
    planned = plan.completion(action)
    limit = _limit(instance, plan, action)
    room = _room(instance, plan, action)
    first = plan.first(action)
    return tuple(week for week in range(planned + 1, limit + 1) if _can_end(action, room, first, week))


def _limit(instance: Instance, plan: Plan, action: Action) -> int:
    """The week in which what needs an action begins, or in which it is complete if it begins in the last one."""
    needing = [instance.by_id[name] for name in plan.work if action.id in instance.by_id[name].after]
    return min((plan.first(one) for one in needing), default=instance.weeks + action.min_weeks)


def _slack(instance: Instance, plan: Plan, action: Action, done: dict[str, int], value: float, chance: Chance) -> Slack:
    planned, lasting = done[action.id], 0
    edges, known = _edges(instance, action, done), dict[int, float]()
    weeks = later_completions(instance, plan, action)

    def in_week(week: int) -> float:
        place = bisect_right(edges, week)
        if place not in known:
            known[place] = chance(instance, done | {action.id: week})
        return known[place]

    late = planned + LATE_WEEKS
    for week in weeks:
        if in_week(week) < value - SAME:
            break
        lasting = week - planned
    return Slack(
        action=action.id,
        complete=planned,
        before_less=lasting,
        before_broken=weeks[-1] - planned if weeks else 0,
        chance_late=in_week(late) if late <= _limit(instance, plan, action) else None,
    )


def _edges(instance: Instance, action: Action, done: dict[str, int]) -> list[int]:
    """Weeks from which completion of an action changes whether some trait is held at some round, in some case of its
    exam: it, and what needs it, may count too late, or still. Where points decide, any week may bring a round."""
    if instance.points is not None:
        return [*range(instance.weeks + 1)]
    waits = [wait for wait, _ in action.passing]
    touched = [instance.by_id[name] for name in with_dependents(instance, [action.id]) if name in done]
    valid = {one.valid_weeks for one in touched if one.valid_weeks is not None}
    late = {each.week - wait + 1 for each in instance.rounds for wait in waits}
    return sorted(late | {week - 1 - long for week in late for long in valid})


def _room(instance: Instance, plan: Plan, action: Action) -> list[int]:
    """The most hours an action could have in each week beside the rest of the plan."""
    room = list(instance.calendar.hours)
    for name, weeks in plan.work.items():
        for week, hours in weeks if name != action.id else ():
            room[week] -= hours
    return [min(there, action.max_hours_week) for there in room]


def _can_end(action: Action, room: list[int], first: int, week: int) -> bool:
    """Whether an action that begins in week `first` or later can be complete in a week: its last worked week is the one
    before, or it began as long before as it takes at least."""
    start = week - action.min_weeks
    return _ends_by_work(action, room, first, start, week - 1) or _ends_by_wait(action, room, first, start, week - 1)


def _ends_by_work(action: Action, room: list[int], first: int, start: int, last: int) -> bool:
    """Begun from `first` to `start`, its last hours in week `last`."""
    if last >= len(room) or room[last] == 0 or start < first:
        return False
    if start >= last and action.hours <= room[last]:
        return True
    wanted = _wanted(action, room[last])
    sums = 0
    for week in range(first, last):
        begun = sums | 1 if week <= start else sums
        sums |= _after(action, room[week], begun)
        if sums & wanted:
            return True
    return False


def _ends_by_wait(action: Action, room: list[int], start_from: int, start: int, last: int) -> bool:
    """Begun in week `start`, its last hours in week `last` or before."""
    if start < start_from or start >= len(room):
        return False
    if action.hours <= room[start]:
        return True
    sums = _after(action, room[start], 1)
    for week in range(start + 1, min(last + 1, len(room))):
        if sums & _wanted(action, room[week]):
            return True
        sums |= _after(action, room[week], sums)
    return False


def _wanted(action: Action, room: int) -> int:
    """Sums after which one last week suffices, as bits."""
    return sum(1 << action.hours - last for last in range(1, min(room, action.hours) + 1))


def _after(action: Action, room: int, sums: int) -> int:
    """Sums after a week that is worked, and is not the last, as bits."""
    if room < action.min_hours_week:
        return 0
    found, width = sums << action.min_hours_week, 1
    for step in _steps(room - action.min_hours_week + 1):
        found |= found << step
        width += step
    return found & ((1 << action.hours) - 1)


def _steps(width: int) -> Iterator[int]:
    """Shifts that widen a bit to so many."""
    have = 1
    while have < width:
        step = min(have, width - have)
        yield step
        have += step
