"""A replan as flat arrays: what is left to schedule after the past, and where the old plan had it."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twelfth.engines.roadmap.arrays import Tasks, Whole, names_of, tasks_of
from twelfth.engines.roadmap.worth import Worth, worth_of
from twelfth.roadmap import Instance, Plan, Replan, RoundAhead

NO_ROUND = RoundAhead(week=0, base_logit=-30.0)
"""Stands in where there is none, so that there is something to judge by."""


class Kept(NamedTuple):
    """Of each action [actions]: the week in which the old plan has it complete (-1: not in it), that in which it is
    complete already (-1: it is not), whether it can be worked as it is held, and whether a change of it counts.

    chunks [.., 2]: (week, hours) still to come of the plan that is held, those of action a from chunk_at[a] to
    chunk_at[a + 1]. gone: changes there are in any plan, of actions the instance does not know. settled: weeks.
    """

    was: Whole
    done: Whole
    whole: NDArray[np.bool_]
    counts: NDArray[np.bool_]
    chunk_at: Whole
    chunks: Whole
    gone: int
    settled: int


def rest_of(instance: Instance, question: Replan, plan: Plan) -> tuple[Tasks, Worth, Kept]:
    """What is left: hours without the past, costs without those paid, and beside it the old plan with what is to be
    held, which is `plan`."""
    tasks = tasks_of(instance, weeks=instance.weeks)
    judged = instance if instance.rounds else replace(instance, rounds=(NO_ROUND,))
    worth = worth_of(judged, tasks.before_at, tasks.before)
    past, finished = question.past, question.finished(instance)
    names = names_of(instance)
    left, cost, begun = tasks.hours.copy(), tasks.cost.copy(), tasks.begun.copy()
    spare, arrives = tasks.money.copy(), tasks.arrives
    for a, name in enumerate(names):
        if name in past.work:
            left[a] -= sum(hours for _, hours in past.work[name])
            begun[a] = past.work[name][0][0]
            spare[np.append(arrives[1:], instance.weeks) > begun[a]] -= cost[a]
            cost[a] = 0
    hours_in = tasks.hours_in.copy()
    hours_in[: question.since] = 0
    most_hours = int(hours_in.sum())
    if instance.calendar.most_hours is not None:
        most_hours = min(most_hours, instance.calendar.most_hours - past.hours())
    rest = tasks._replace(hours=left, cost=cost, begun=begun, hours_in=hours_in, most_hours=most_hours, money=spare)
    done = [past.completion(instance.by_id[name]) if name in finished else -1 for name in names]
    return rest, worth, _kept(instance, question, plan, rest, np.array(done, dtype=np.int64))


def _kept(instance: Instance, question: Replan, plan: Plan, rest: Tasks, done: Whole) -> Kept:
    old, past, since, names = question.old.work, question.past.work, question.since, names_of(instance)
    held = plan.work
    ahead = [tuple(pair for pair in held.get(name, ()) if pair[0] >= since) for name in names]
    before = [tuple(pair for pair in held.get(name, ()) if pair[0] < since) for name in names]
    whole = [
        _is_whole(rest, a, chunks) and before[a] == past.get(name, ())
        for a, (name, chunks) in enumerate(zip(names, ahead, strict=True))
    ]
    was = [question.old.completion(instance.by_id[name]) if name in old else -1 for name in names]
    return Kept(
        was=np.array(was, dtype=np.int64),
        done=done,
        whole=np.array(whole, dtype=np.bool_),
        counts=done < 0,
        chunk_at=np.concatenate([[0], np.cumsum([len(one) for one in ahead])]).astype(np.int64),
        chunks=np.array([pair for each in ahead for pair in each] or [(0, 0)], dtype=np.int64),
        gone=sum(name not in instance.by_id for name in old),
        settled=question.settled,
    )


def _is_whole(rest: Tasks, a: int, chunks: tuple[tuple[int, int], ...]) -> bool:
    """Whether the work the old plan has for an action is what is left of it, each week within its bounds."""
    if not chunks or sum(hours for _, hours in chunks) != rest.hours[a] or chunks[-1][0] >= len(rest.hours_in):
        return False
    least, most = rest.least[a], rest.most[a]
    return all(least <= hours <= most for _, hours in chunks[:-1]) and chunks[-1][1] <= most
