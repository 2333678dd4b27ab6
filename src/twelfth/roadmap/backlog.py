"""When each action of a plan is complete in a life in which actions take more or fewer hours than planned.

The meaning, by hours behind. An action takes g times its hours, and g times the hours of each of its planned weeks; its
work of a week may be done in that week or later. What is behind at the end of a week is what was behind and planned
less the hours there are, at least 0. So no week holds more work than hours, and hours that one action leaves free
catch up with those that another lacks.

- Order. What was planned for an earlier week is done first, so an action is complete when the hours after its last
  planned week have sufficed for all that was behind at its end.
- Waiting. It starts no earlier than what must come before it is complete. Its hours cannot be worked meanwhile: they
  stay behind, and others go on. Whether it still waits is seen whenever the plan changes: in the first week in which
  other hours go to some action, or there are other hours.
- Pace. From the week it starts it takes its own elapsed weeks, and no week gives it more than its own most hours.
- Plan. Nothing is complete before its planned week. Costs are paid no earlier than planned, so money suffices.

Where all g are 1 nothing is ever behind and the plan is as it was. Everything is made of sums, maxima and first weeks
by which so many hours have come, of which none falls when a g grows: more work never finishes anything earlier. It is
no replanning: that what waits counts as done first is needed for this, and delays others at times more than a person
would let it. To an action's least hours a week a life is not held, nor to the most hours of several actions at once:
hours are free to move where a week has them.

Rejected: one queue in order of planned completion, without weeks. Work would be done in spare hours that lie before it
may start. Rejected too: everything behind an action waits with it. One long wait would idle years.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap.action import Action
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.lives import chosen_of
from twelfth.roadmap.plan import Plan

Array = NDArray[np.float64]

CRUMB = 1e-6
"""Hours so few are none: sums of fractions are not exact."""


@dataclass(slots=True, kw_only=True)
class _Action:
    """One action in many lives: hours already planned for it, and the weeks it could start, did, and was complete."""

    action: Action
    factor: Array
    ready: Array
    planned: int = 0
    start: Array | None = None
    complete: Array | None = None


def finished(instance: Instance, plan: Plan, factors: Array) -> Array:
    """Weeks in which actions are complete, inf where not by the last hour there is: [actions, lives].

    factors [actions, lives]: what each takes over its planned hours, of the chosen actions, prerequisites first.
    """
    hours = np.array(instance.calendar.hours, dtype=float)
    by_week = np.concatenate([[0.0], np.cumsum(hours)])
    by_id = {
        action.id: _Action(action=action, factor=factor, ready=np.zeros(factors.shape[1]))
        for action, factor in zip(chosen_of(instance, plan), factors, strict=True)
    }
    rows = _rows(instance, plan)
    behind, waiting, worked = (np.zeros(factors.shape[1]) for _ in range(3))
    most = np.inf if instance.calendar.most_hours is None else instance.calendar.most_hours
    seen = 0
    for week in range(instance.weeks + 1):
        for one in by_id.values():
            if plan.work[one.action.id][-1][0] + 1 == week:
                one.complete = _complete(one, plan, hours, by_week, week, behind, waiting)
        for one in by_id.values():
            if plan.first(one.action) == week:
                before = [by_id[named].complete for named in one.action.after]
                one.ready = np.max([one.ready, *(each for each in before if each is not None)], axis=0)
                one.start = np.maximum(_week_of_hour(by_week, by_week[week] + behind), one.ready)
        if week == instance.weeks:
            break
        seen = week if week == 0 or rows[week] != rows[week - 1] else seen
        for name, planned in rows[week][0]:
            by_id[name].planned += planned
            behind, worked = behind + planned * by_id[name].factor, worked + planned * by_id[name].factor
        waiting = sum((one.planned * one.factor * (one.ready > seen) for one in by_id.values()), np.zeros(len(behind)))
        behind = np.where(worked > most + CRUMB, np.inf, np.maximum(waiting, behind - hours[week]))
    return np.array([one.complete for one in by_id.values()], dtype=float).reshape(factors.shape)


def _rows(instance: Instance, plan: Plan) -> list[tuple[tuple[tuple[str, int], ...], int]]:
    """Of each week: the hours planned for actions, and the hours there are."""
    planned: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, weeks in plan.work.items():
        for week, hours in weeks:
            planned[week].append((name, hours))
    return [(tuple(planned[week]), hours) for week, hours in enumerate(instance.calendar.hours)]


def _complete(
    one: _Action, plan: Plan, hours: Array, by_week: Array, week: int, behind: Array, waiting: Array
) -> Array:
    """`week` is the one after its last planned week."""
    free = by_week[np.clip(one.ready, week, len(hours)).astype(int)]
    in_turn = _week_by(by_week, np.maximum(by_week[week] + behind, free + waiting))
    own = np.concatenate([[0.0], np.cumsum(np.minimum(hours, one.action.max_hours_week))])
    start = np.zeros(len(behind)) if one.start is None else one.start
    begun = own[np.minimum(start, len(hours)).astype(int)]
    at_pace = _week_by(own, begun + one.action.hours * one.factor)
    after = np.maximum(start + one.action.min_weeks, plan.completion(one.action))
    return np.maximum(np.maximum(in_turn, at_pace), after)


def _week_by(by_week: Array, needed: Array) -> Array:
    """The first week before which so many hours have come, inf where they never do."""
    week = np.searchsorted(by_week, needed - CRUMB)
    return np.where(week < len(by_week), week, np.inf)


def _week_of_hour(by_week: Array, done: Array) -> Array:
    """The week of the first hour after so many, inf where there is none."""
    after = np.searchsorted(by_week, done + CRUMB, side="right")
    return np.where(after < len(by_week), after - 1.0, np.inf)
