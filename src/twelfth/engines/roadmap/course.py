"""A plan as flat arrays, from which compiled code lives it: the course of its weeks, and tables to draw from.

Weeks in which the same hours go to the same actions and the same hours are there make one stretch: what is behind after
it follows at once, since it grows or falls by the same each week and stops at what waits.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri
from scipy.stats import nbinom

from twelfth.engines.roadmap.arrays import Floats, Whole
from twelfth.roadmap import Action, Causes, Instance, Plan, Unseen, chosen_of, rounds_of

STRETCH, FINISH, START = 0, 1, 2
"""Steps of a course."""
NEVER = 1 << 29
"""A week that no life reaches."""
EVEN = 1 << 13
"""A factor of hours, or a step of the bar, is one of so many equally likely ones."""
FINE = 64
"""Points of a table to one logit."""
REACH = 40
RARE = 1e-15


class Course(NamedTuple):
    """What changes when: [steps] of `kind`, which action or stretch (`which`), hours that have come by then (`come`).

    Of stretches: from where to where (at [stretches + 1]) in `worked` and `share`, actions and their hours in it; `hours`
    there are; `begins`, its first week; planned [actions, stretches]: hours by its end; stretch_by [weeks + 1]: the first that
    begins no earlier. by_hour [hours + 2]: the first
    week by which so many have come; hour_week [hours + 2]: the week of the first hour after so many; come_by [weeks + 1].
    pace [actions]: the row of own_by [rows, weeks + 1], hours at most by then, and own_week [rows, hours + 2].
    """

    kind: Whole
    which: Whole
    come: Whole
    week: Whole
    at: Whole
    worked: Whole
    share: Floats
    hours: Floats
    begins: Whole
    planned: Floats
    stretch_by: Whole
    by_hour: Whole
    hour_week: Whole
    come_by: Whole
    pace: Whole
    own_by: Whole
    own_week: Whole
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


class Luck(NamedTuple):
    """factor, normal [EVEN]: equally likely factors of hours, and standard normal steps. Of each action
    `often` [actions, columns] and `other`: the alias table (Walker 1977) of how many weeks are lost; lost_by: what one
    lost week adds to its factor. Of qualities likewise: own_often, own_other [columns] over `quality`. level, missing: m
    of a logit, and the chance not to be selected, FINE points to a logit from -REACH to REACH."""

    factor: Floats
    normal: Floats
    often: Floats
    other: Whole
    lost_by: Floats
    own_often: Floats
    own_other: Whole
    quality: Floats
    level: Floats
    missing: Floats


def course_of(instance: Instance, plan: Plan) -> Course:
    """The course of a plan that can be done."""
    actions, weeks = chosen_of(instance, plan), instance.weeks
    place = {action.id: index for index, action in enumerate(actions)}
    hours = np.array(instance.calendar.hours, dtype=np.int64)
    given = np.zeros((len(actions) + 1, weeks), dtype=np.int64)
    for name, work in plan.work.items():
        for week, h in work:
            given[place[name], week] = h
    given[-1] = hours
    ends = {action.id: plan.work[action.id][-1][0] + 1 for action in actions}
    last = max(ends.values(), default=0)
    begins = np.flatnonzero(np.append(True, (given[:, 1:last] != given[:, : last - 1]).any(axis=0))) if last else []
    until = np.append(begins[1:], last).astype(np.int64)
    come_by = np.concatenate([[0], np.cumsum(hours)])
    steps: list[tuple[int, int, int]] = []
    for index in range(len(begins) + 1):
        week = int(begins[index]) if index < len(begins) else last
        steps += [(FINISH, place[action.id], week) for action in actions if ends[action.id] == week]
        steps += [(START, place[action.id], week) for action in actions if plan.first(action) == week]
        steps += [(STRETCH, index, week)] if index < len(begins) else []
    cells = [(index, a) for index, week in enumerate(begins) for a in range(len(actions)) if given[a, week]]
    long = until - np.array(begins, dtype=np.int64)
    most = sorted({action.max_hours_week for action in actions})
    own_by = np.array([np.concatenate([[0], np.cumsum(np.minimum(hours, one))]) for one in most or [1]])
    kind, which, at_week = np.array(steps, dtype=np.int64).reshape(-1, 3).T
    limit = instance.calendar.most_hours
    return Course(
        kind=np.ascontiguousarray(kind),
        which=np.ascontiguousarray(which),
        come=come_by[at_week],
        week=np.ascontiguousarray(at_week),
        at=np.searchsorted([index for index, _ in cells], np.arange(len(begins) + 1)).astype(np.int64),
        worked=np.array([a for _, a in cells], dtype=np.int64),
        share=np.array([given[a, begins[index]] * long[index] for index, a in cells], dtype=float),
        hours=np.array([hours[week] for week in begins], dtype=float) * long,
        begins=np.array(begins, dtype=np.int64),
        planned=np.cumsum(given[:-1], axis=1)[:, until - 1].astype(float),
        stretch_by=np.searchsorted(begins, np.arange(weeks + 1)).astype(np.int64),
        by_hour=_first_by(come_by, come_by[-1]),
        hour_week=_week_of_hour(come_by),
        come_by=come_by,
        pace=np.array([most.index(action.max_hours_week) for action in actions], dtype=np.int64),
        own_by=own_by.astype(np.int32),
        own_week=np.array([_first_by(row, own_by[:, -1].max()) for row in own_by]),
        most_hours=np.inf if limit is None else float(limit),
    )


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


def luck_of(instance: Instance, plan: Plan, causes: Causes) -> Luck:
    """The tables for stated causes and the qualities of `Unseen`."""
    actions = chosen_of(instance, plan)
    normal = ndtri((np.arange(EVEN) + 0.5) / EVEN)
    lost = [_lost(len(plan.work[action.id]), causes.slips) for action in actions] or [np.ones(1)]
    tables = [alias_of(one, max(map(len, lost))) for one in lost]
    unseen = Unseen.normal(instance.sigma)
    quality, _ = unseen.qualities[0]
    nodes = quality.nodes if quality.sigma else np.zeros(1)
    own_often, own_other = alias_of(unseen.weights, len(nodes))
    points = np.arange(-REACH * FINE, REACH * FINE + 1) / FINE
    return Luck(
        factor=np.exp(causes.overrun * normal),
        normal=normal,
        often=np.array([often for often, _ in tables]),
        other=np.array([other for _, other in tables]),
        lost_by=np.array([1.0 / len(plan.work[action.id]) for action in actions]),
        own_often=own_often,
        own_other=own_other,
        quality=np.append(nodes, np.zeros(len(own_often) - len(nodes))),
        level=quality.level(expit(points)) if quality.sigma else points,
        missing=expit(-points),
    )


def base_of(instance: Instance) -> tuple[Whole, Floats, Floats]:
    """Of the rounds in order of week: week, base logit, and how far the bar moves from one to the next for an sd of 1."""
    rounds = rounds_of(instance)
    week = _whole(each.week for each in rounds)
    step = np.sqrt(np.diff(np.append(0, week)) / 52)
    return week, np.array([each.base_logit for each in rounds], dtype=float), step


def alias_of(shares: Floats, least: int) -> tuple[Floats, Whole]:
    """Of a power of 2 of columns, at least `least`: how often a column stands for itself, else for which other."""
    columns = 1 << (max(least, 1) - 1).bit_length()
    left = np.zeros(columns)
    left[: len(shares)] = shares / shares.sum() * columns
    often, other = np.ones(columns), np.arange(columns)
    low, high = [i for i in range(columns) if left[i] < 1], [i for i in range(columns) if left[i] >= 1]
    while low and high:
        small, large = low.pop(), high[-1]
        often[small], other[small] = left[small], large
        left[large] -= 1 - left[small]
        if left[large] < 1:
            low.append(high.pop())
    return often, other


def _lost(weeks: int, slips: float) -> Floats:
    """The shares of lives in which 0, 1, ... weeks are lost until so many are worked."""
    if slips == 0:
        return np.ones(1)
    most = int(nbinom.isf(RARE, weeks, 1 - slips)) + 2
    return np.asarray(nbinom.pmf(np.arange(most), weeks, 1 - slips))


def _pass_by(action: Action) -> list[int]:
    p = action.pass_probability
    return [round((1 - (1 - p) ** tries) * (1 << 32)) for tries in (1, 2, 3)]


def _first_by(come: Whole, most: int) -> Whole:
    """For every whole hour from 0 to one more than there are: the first week by which so many have come."""
    week = np.searchsorted(come, np.arange(most + 2))
    return np.where(week < len(come), week, NEVER).astype(np.int32)


def _week_of_hour(come: Whole) -> Whole:
    after = np.searchsorted(come, np.arange(come[-1] + 2), side="right")
    return np.where(after < len(come), after - 1, NEVER).astype(np.int32)


def _whole(values: object) -> Whole:
    return np.fromiter(values, dtype=np.int64)  # type: ignore[call-overload]
