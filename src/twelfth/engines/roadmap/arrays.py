"""An instance as flat arrays, which compiled code works on. Actions are numbered prerequisites first."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap import Action, Instance, Plan, pinned_plan

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]

NEVER = 1 << 40
"""A week that no plan reaches."""


class Tasks(NamedTuple):
    """What scheduling needs.

    Of each action [actions]: hours, least and most hours a week, elapsed weeks at least, shortest weeks it can take,
    cost, group (-1: none), the week in which it was begun in the past (-1: it was not), the first in which it may be
    worked, and the week in which it is complete where it is pinned (-1: it is not). before: its prerequisites; line:
    all that come before it and itself, in order; both flat, those of action a from x_at[a] to x_at[a + 1]. hours_in
    [weeks]: capacity, without what is pinned, as are most_hours, of all together, and money. fewest: no action begins
    in a week with fewer hours left. arrives, money: weeks in which money arrives and how much has by then. by_hours:
    for every sum of hours of actions that fit alone, as far as there are so many, the first week by whose start so much
    has come together.
    """

    hours: Whole
    least: Whole
    most: Whole
    elapsed: Whole
    shortest: Whole
    cost: Whole
    group: Whole
    begun: Whole
    not_before: Whole
    pinned: Whole
    before_at: Whole
    before: Whole
    line_at: Whole
    line: Whole
    hours_in: Whole
    most_hours: int
    fewest: int
    arrives: Whole
    money: Whole
    by_hours: Whole


def names_of(instance: Instance) -> tuple[str, ...]:
    """The actions in the order of the arrays."""
    return tuple(action.id for action in instance.in_order)


def tasks_of(instance: Instance, *, weeks: int | None = None) -> Tasks:
    """The arrays of an instance that has at least one action and a week before its last round, after which no week
    counts unless more `weeks` are asked for. Nothing is begun yet."""
    actions = instance.in_order
    place = {action.id: index for index, action in enumerate(actions)}
    lines = instance.lines
    befores = [[place[named] for named in action.after] for action in actions]
    groups: dict[str, int] = {}
    stays = pinned_plan(instance)
    hours_in = np.array(instance.calendar.hours[: weeks or instance.last_week], dtype=np.int64)
    limit = instance.calendar.most_hours
    for week, hours in (pair for pairs in stays.work.values() for pair in pairs):
        hours_in[week : week + 1] -= hours
    most_hours = int(hours_in.sum()) if limit is None else min(limit - stays.hours(), int(hours_in.sum()))
    arrives = sorted({0} | {week for week, _ in instance.calendar.money if week < len(hours_in)})
    return Tasks(
        hours=_of(actions, "hours"),
        least=_of(actions, "min_hours_week"),
        most=_of(actions, "max_hours_week"),
        elapsed=_of(actions, "min_weeks"),
        shortest=np.array([shortest(action) for action in actions], dtype=np.int64),
        cost=_of(actions, "cost"),
        group=np.array(
            [-1 if one.group is None else groups.setdefault(one.group, len(groups)) for one in actions], dtype=np.int64
        ),
        begun=np.full(len(actions), -1, dtype=np.int64),
        not_before=_of(actions, "not_before"),
        pinned=np.array([_pinned(action, stays, len(hours_in)) for action in actions], dtype=np.int64),
        before_at=_starts(befores),
        before=_flat(befores),
        line_at=_starts(lines),
        line=_flat(lines),
        hours_in=hours_in,
        most_hours=most_hours,
        fewest=fewest_of(_of(actions, "min_hours_week"), _of(actions, "hours")),
        arrives=np.array(arrives, dtype=np.int64),
        money=_money(instance, stays, arrives),
        by_hours=_first_by(hours_in, min(most_hours, _that_fit(actions, len(hours_in)))),
    )


def _pinned(action: Action, stays: Plan, weeks: int) -> int:
    """When it is complete; after the last week that counts the tables end soon."""
    return min(stays.completion(action), weeks + action.min_weeks + 1) if action.pinned else -1


def _money(instance: Instance, stays: Plan, arrives: Sequence[int]) -> Whole:
    """By each arrival, without what is pinned: what is needed for it later is not there before."""
    costs = [(stays.first(one), one.cost) for one in instance.actions if one.pinned]
    ends = [*arrives[1:], instance.weeks]
    spent = [sum(cost for first, cost in costs if first < end) for end in ends]
    left = [instance.calendar.arrived(week) - out for week, out in zip(arrives, spent, strict=True)]
    return np.minimum.accumulate(np.array(left[::-1], dtype=np.int64))[::-1]


def shortest(action: Action) -> int:
    """The fewest weeks from its start to completion, with all the hours there can be."""
    return max(action.min_weeks, -(-action.hours // action.max_hours_week))


def fewest_of(least: Whole, hours: Whole) -> int:
    """The fewest hours in which an action can begin: those of its last week may be fewer than its least."""
    return int(np.minimum(least, hours).min(initial=NEVER))


def _of(actions: tuple[Action, ...], field: str) -> Whole:
    return np.array([getattr(action, field) for action in actions], dtype=np.int64)


def _starts(lists: Sequence[Sequence[int]]) -> Whole:
    return np.concatenate([[0], np.cumsum([len(one) for one in lists])]).astype(np.int64)


def _flat(lists: Sequence[Sequence[int]]) -> Whole:
    return np.array([one for each in lists for one in each] or [0], dtype=np.int64)


def _that_fit(actions: tuple[Action, ...], weeks: int) -> int:
    """Hours of all actions that could be worked through if there was nothing else."""
    return sum(action.hours for action in actions if action.hours <= action.max_hours_week * weeks)


def _first_by(hours_in: Whole, most: int) -> Whole:
    """For every sum of hours from 0 to the most: the first week by whose start so many have been."""
    together = np.concatenate([[0], np.cumsum(hours_in)])
    return np.searchsorted(together, np.arange(most + 1)).astype(np.int64)
