"""The hour that the planner has for time that passes, given back to what is worked on: it is nobody's hour."""

from collections.abc import Collection

from twelfth.roadmap import Action, Instance, Plan

Work = dict[str, dict[int, int]]
"""Hours by action and week."""


def given_back(instance: Instance, plan: Plan, passing: Collection[str]) -> Plan:
    """A plan in which each week that has such an hour has it for work, taken from the last week of something that is
    worked on before and after; the week it is taken from is filled in the same way. Nothing is complete later than it
    was, and what lapses or is pinned stays as it is. passing: ids of what takes time alone.
    """
    work: Work = {name: dict(weeks) for name, weeks in plan.work.items()}
    movable = [
        one
        for one in instance.actions
        if one.id in work and one.id not in passing and one.valid_weeks is None and not one.pinned
    ]
    pinned = {one.id for one in instance.actions if one.pinned}  # with an hour of its own in the calendar
    for name in sorted((work.keys() & set(passing)) - pinned):
        hole: int | None = min(work[name])
        while hole is not None:
            hole = _filled(hole, movable, work)
    return Plan.of({name: weeks.items() for name, weeks in work.items()})


def _filled(hole: int, movable: list[Action], work: Work) -> int | None:
    """Move one hour to a week; the week it is from, None where nothing can be moved."""
    for one in movable:
        weeks = work[one.id]
        last = max(weeks)
        if min(weeks) <= hole < last and one.min_hours_week <= weeks.get(hole, 0) + 1 <= one.max_hours_week:
            weeks[hole] = weeks.get(hole, 0) + 1
            weeks[last] -= 1
            if not weeks[last]:
                del weeks[last]
            return last
    return None
