"""A plan as flat arrays, from which compiled code lives it: the course of its weeks, its actions and its rounds.

Weeks in which the same hours go to the same actions and the same hours are there make one stretch: what is behind after
it follows at once, since it grows or falls by the same each week and stops at what waits.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twelfth.engines.roadmap.arrays import Floats, Whole
from twelfth.roadmap import Action, Causes, Instance, Plan, chosen_of, rounds_of

FINISH, START, STRETCH = 0, 1, 2
"""Kinds of step, in the order in which those of one week are taken."""
Weeks = NDArray[np.int32]
NEVER = 1 << 29
"""A week that no life reaches."""


class Course(NamedTuple):
    """What happens when, step by step: [steps] of `kind`, to which action or stretch (`which`), in which week, and how
    many hours have come by then.

    Of stretches: the actions worked and their share of hours, those of stretch s from at[s] to at[s + 1]; hours there
    are; begins: its first week; planned [actions, stretches]: hours by its end. stretch_by [weeks + 1]: the first
    stretch that begins no earlier. by_hour [hours + 2]: the first week by which so many have come; hour_week
    [hours + 2]: the week of the first hour after so many; come_by [weeks + 1]: hours that have come. pace [actions]: a
    row of own_by [rows, weeks + 1], the hours that one action can have had, and own_week [rows, hours + 2], the first
    week by which.
    """

    kind: Whole
    which: Whole
    week: Whole
    come: Whole
    at: Whole
    worked: Whole
    share: Floats
    hours: Floats
    begins: Whole
    planned: Floats
    stretch_by: Whole
    by_hour: Weeks
    hour_week: Weeks
    come_by: Whole
    pace: Whole
    own_by: Weeks
    own_week: Weeks
    most_hours: float


class Miles(NamedTuple):
    """Of chosen actions [actions]: hours, elapsed weeks at least, planned completion, how long it counts, its effect;
    retry: weeks to the next attempt; pass_by [actions, 3]: the chance to have passed by then, in parts of 2^32; exam;
    moving: whether when it counts differs from life to life. before, from before_at[a] to before_at[a + 1]: what must
    come before. trait: the action that holds the trait first; alone: no other holds it."""

    hours: Floats
    elapsed: Whole
    completion: Whole
    valid: Whole
    effect: Floats
    retry: Whole
    pass_by: Whole
    exam: NDArray[np.bool_]
    moving: NDArray[np.bool_]
    before_at: Whole
    before: Whole
    trait: Whole
    alone: NDArray[np.bool_]


def course_of(instance: Instance, plan: Plan) -> Course:
    """The course of a plan that can be done."""
    actions, weeks = chosen_of(instance, plan), instance.weeks
    hours = np.array(instance.calendar.hours, dtype=np.int64)
    given = _given(actions, plan, weeks)
    begins, until = _stretches(np.vstack([given, hours]), _last(plan))
    kind, which, week = _steps(actions, plan, begins)
    stretch, worked = np.nonzero(given[:, begins].T)
    come_by = np.concatenate([[0], np.cumsum(hours)])
    most = sorted({action.max_hours_week for action in actions}) or [1]
    own_by = np.array([np.concatenate([[0], np.cumsum(np.minimum(hours, one))]) for one in most])
    limit = instance.calendar.most_hours
    return Course(
        kind=kind,
        which=which,
        week=week,
        come=come_by[week],
        at=np.searchsorted(stretch, np.arange(len(begins) + 1)).astype(np.int64),
        worked=worked.astype(np.int64),
        share=(given[worked, begins[stretch]] * (until - begins)[stretch]).astype(float),
        hours=(hours[begins] * (until - begins)).astype(float),
        begins=begins,
        planned=np.cumsum(given, axis=1)[:, until - 1].astype(float),
        stretch_by=np.searchsorted(begins, np.arange(weeks + 1)).astype(np.int64),
        by_hour=_first_by(come_by, int(come_by[-1])),
        hour_week=_week_of_hour(come_by),
        come_by=come_by,
        pace=np.array([most.index(action.max_hours_week) for action in actions], dtype=np.int64),
        own_by=own_by.astype(np.int32),
        own_week=np.array([_first_by(row, int(own_by[:, -1].max())) for row in own_by]),
        most_hours=np.inf if limit is None else float(limit),
    )


def _given(actions: tuple[Action, ...], plan: Plan, weeks: int) -> Whole:
    """Hours planned: [actions, weeks]."""
    given = np.zeros((len(actions), weeks), dtype=np.int64)
    for row, action in zip(given, actions, strict=True):
        for week, hours in plan.work[action.id]:
            row[week] = hours
    return given


def _last(plan: Plan) -> int:
    """The week after the last planned one."""
    return max((weeks[-1][0] + 1 for weeks in plan.work.values()), default=0)


def _stretches(rows: Whole, last: int) -> tuple[Whole, Whole]:
    """The first week of each stretch, and the week after its last, of rows [any, weeks] up to a week."""
    changes = (rows[:, 1:last] != rows[:, : max(last - 1, 0)]).any(axis=0)
    begins = np.flatnonzero(np.append(np.full(min(last, 1), True), changes)).astype(np.int64)
    return begins, np.append(begins, last)[1:].astype(np.int64)


def _steps(actions: tuple[Action, ...], plan: Plan, begins: Whole) -> Whole:
    """[kind, which and week, steps]: what is worked out is complete before anything starts, and then come the hours."""
    steps = [(week, STRETCH, index) for index, week in enumerate(begins)]
    for place, action in enumerate(actions):
        steps += [(plan.work[action.id][-1][0] + 1, FINISH, place), (plan.first(action), START, place)]
    table = np.array(sorted(steps), dtype=np.int64).reshape(-1, 3)
    return np.ascontiguousarray(table[:, [1, 2, 0]].T)


def miles_of(instance: Instance, plan: Plan, causes: Causes) -> Miles:
    """The figures of the chosen actions."""
    actions = chosen_of(instance, plan)
    place = {action.id: index for index, action in enumerate(actions)}
    befores = [[place[named] for named in action.after] for action in actions]
    exam = np.array([action.is_exam for action in actions], dtype=bool)
    moving = np.array([causes.moves_weeks] * len(actions), dtype=bool)
    for index, before in enumerate(befores):
        moving[index] |= exam[index] or bool(moving[before].any())
    trait = np.array([place[action.trait] for action in actions], dtype=np.int64)
    return Miles(
        hours=np.array([action.hours for action in actions], dtype=float),
        elapsed=_whole(action.min_weeks for action in actions),
        completion=_whole(plan.completion(action) for action in actions),
        valid=_whole(action.valid_weeks or NEVER for action in actions),
        effect=np.array([action.effect for action in actions], dtype=float),
        retry=_whole(action.retry_weeks or 0 for action in actions),
        pass_by=np.array([_pass_by(action) for action in actions], dtype=np.int64).reshape(-1, 3),
        exam=exam,
        moving=moving,
        before_at=np.concatenate([[0], np.cumsum([len(one) for one in befores])]).astype(np.int64),
        before=np.array([one for each in befores for one in each], dtype=np.int64),
        trait=trait,
        alone=np.array([(trait == one).sum() == 1 for one in trait], dtype=bool),
    )


def base_of(instance: Instance) -> tuple[Whole, Floats, Floats]:
    """Of the rounds in order of week: week, base logit, how far the bar moves until then if by 1 in a year (sd)."""
    rounds = rounds_of(instance)
    week = _whole(each.week for each in rounds)
    step = np.sqrt(np.diff(np.append(0, week)) / 52)
    return week, np.array([each.base_logit for each in rounds], dtype=float), step


def _pass_by(action: Action) -> list[int]:
    p = action.pass_probability
    return [round((1 - (1 - p) ** tries) * (1 << 32)) for tries in (1, 2, 3)]


def _first_by(come: Whole, most: int) -> Weeks:
    """For every whole hour from 0 to one more than there are: the first week by which so many have come."""
    week = np.searchsorted(come, np.arange(most + 2))
    return np.where(week < len(come), week, NEVER).astype(np.int32)


def _week_of_hour(come: Whole) -> Weeks:
    after = np.searchsorted(come, np.arange(come[-1] + 2), side="right")
    return np.where(after < len(come), after - 1, NEVER).astype(np.int32)


def _whole(values: Iterable[int]) -> Whole:
    return np.array(list(values), dtype=np.int64)
