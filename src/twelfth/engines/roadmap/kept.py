"""A replan as flat arrays: what is left to schedule after the past, and where plans had it."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twelfth.engines.roadmap.arrays import Tasks, Whole, fewest_of, names_of, tasks_of
from twelfth.engines.roadmap.worth import Worth, worth_of
from twelfth.roadmap import Instance, Plan, Replan, RoundAhead

NO_ROUND = RoundAhead(week=0, base_logit=-30.0)
"""Stands in where there is none, so that there is something to judge by."""
OLD, BASE = 0, 1
"""The plans that can be held: the old one, and the one a search begins from."""


class Kept(NamedTuple):
    """Of each action [actions]: the week in which the old plan has it complete (-1: not in it), that in which it is
    complete already (-1: it is not), and whether a change of it counts.

    whole [2, actions]: whether it can be worked as the old plan or the base has it. chunks: (week, hours) still to come
    of both plans, those of action a from at[plan, a] to at[plan, a + 1]. gone: changes there are in any plan, of
    actions the instance does not know. settled: weeks.
    """

    was: Whole
    done: Whole
    counts: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    at: Whole
    chunks: Whole
    gone: int
    settled: int


def rest_of(instance: Instance, question: Replan) -> tuple[Tasks, Worth]:
    """What is left: hours without the past, costs without those paid; and what completion weeks are worth."""
    tasks = tasks_of(instance, weeks=instance.weeks)
    judged = instance if instance.rounds or instance.points else replace(instance, rounds=(NO_ROUND,))
    worth, past = worth_of(judged, tasks.before_at, tasks.before), question.past
    left, cost, begun = tasks.hours.copy(), tasks.cost.copy(), tasks.begun.copy()
    spare, until = tasks.money.copy(), np.append(tasks.arrives[1:], instance.weeks)
    for a, name in enumerate(names_of(instance)):
        if name in past.work:
            left[a] -= sum(hours for _, hours in past.work[name])
            begun[a] = past.work[name][0][0]
            spare[until > begun[a]] -= cost[a]
            cost[a] = 0
    hours_in = tasks.hours_in.copy()
    hours_in[: question.since] = 0
    most_hours = int(hours_in.sum())
    if instance.calendar.most_hours is not None:
        most_hours = min(most_hours, instance.calendar.most_hours - past.hours())
    fewest = fewest_of(tasks.least, left)
    rest = tasks._replace(
        hours=left, cost=cost, begun=begun, hours_in=hours_in, most_hours=most_hours, fewest=fewest, money=spare
    )
    return rest, worth


def kept_of(instance: Instance, question: Replan, rest: Tasks, base: Plan) -> Kept:
    """The old plan, and beside it the one to begin from."""
    past, names, finished = question.past, names_of(instance), question.finished(instance)
    old = question.old
    ahead = [
        tuple(pair for pair in plan.work.get(name, ()) if pair[0] >= question.since)
        for plan in (old, base)
        for name in names
    ]
    before = [
        tuple(pair for pair in plan.work.get(name, ()) if pair[0] < question.since) == past.work.get(name, ())
        for plan in (old, base)
        for name in names
    ]
    n = len(names)
    whole = [before[i] and _is_whole(rest, i % n, chunks) for i, chunks in enumerate(ahead)]
    starts = np.concatenate([[0], np.cumsum([len(one) for one in ahead])]).astype(np.int64)
    was = [old.completion(instance.by_id[name]) if name in old.work else -1 for name in names]
    done = [past.completion(instance.by_id[name]) if name in finished else -1 for name in names]
    return Kept(
        was=np.array(was, dtype=np.int64),
        done=np.array(done, dtype=np.int64),
        counts=np.array([name not in finished for name in names], dtype=np.bool_),
        whole=np.array(whole, dtype=np.bool_).reshape(2, n),
        at=np.array([starts[: n + 1], starts[n:]]),
        chunks=np.array([pair for each in ahead for pair in each] or [(0, 0)], dtype=np.int64),
        gone=sum(name not in instance.by_id for name in old.work),
        settled=question.settled,
    )


def _is_whole(rest: Tasks, a: int, chunks: tuple[tuple[int, int], ...]) -> bool:
    """Whether the work a plan has for an action is what is left of it, each week within its bounds."""
    if not chunks or sum(hours for _, hours in chunks) != rest.hours[a] or chunks[-1][0] >= len(rest.hours_in):
        return False
    least, most = rest.least[a], rest.most[a]
    return all(least <= hours <= most for _, hours in chunks[:-1]) and chunks[-1][1] <= most
