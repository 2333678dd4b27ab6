"""From a state to a schedule that keeps what was planned where it can, in compiled code.

As `schedule`, with one more term: an action that is held is worked in the very weeks and hours that a plan has for it,
where they are still free, and otherwise placed by its other terms. With every action held a plan gives itself back.
"""

import numpy as np
from numba import njit

from twelfth.engines.roadmap.schedule import copy, place

HELD = 3
"""The column of the terms after START, FINISH and PACE: 0, or 1 more than the plan that is held."""
BARRED = 1.0
"""In chance: what a change beyond those allowed costs, which none is worth. What must change may come back from it."""


@njit(cache=True)
def reschedule(wanted, order, terms, tasks, kept, room, spare, end, taken, chunks, work):  # type: ignore[no-untyped-def]
    """Written: end [actions], the completion week or -1; room [weeks] and spare [arrivals], what is left; work
    [actions, weeks], the hours from now on, unless it is empty."""
    hours, group, left = tasks.hours, tasks.group, tasks.most_hours
    line_at, line = tasks.line_at, tasks.line
    copy(room, tasks.hours_in)
    copy(spare, tasks.money)
    copy(end, kept.done)
    for g in range(len(taken)):
        taken[g] = False
    for a in range(len(end)):
        if end[a] >= 0 and group[a] >= 0:
            taken[group[a]] = True
    front = 0
    for position in range(len(order)):
        wish = order[position]
        if not wanted[wish] or end[wish] >= 0:
            continue
        for at in range(line_at[wish], line_at[wish + 1]):
            a = line[at]
            if end[a] >= 0:
                continue
            if (group[a] >= 0 and taken[group[a]]) or left < hours[a]:
                break
            done = -1
            plan = terms[a, HELD] - 1
            if plan >= 0 and kept.whole[plan, a]:
                done = _hold(plan, a, room, spare, end, work, tasks, kept)
            if done < 0:
                while front < len(room) and room[front] < tasks.fewest:
                    front += 1
                done, freed = place(
                    a, terms[a], front, room, spare, end, chunks, work, hours, tasks.least, tasks.most, tasks.elapsed,
                    tasks.cost, tasks.begun, tasks.not_before, tasks.before_at, tasks.before, tasks.arrives,
                )  # fmt: skip
                front = min(front, freed)
            if done < 0:
                break
            left -= hours[a]
            end[a] = done
            if group[a] >= 0:
                taken[group[a]] = True


@njit(cache=True)
def _hold(plan, a, room, spare, end, work, tasks, kept):  # type: ignore[no-untyped-def]
    """Work one action as a plan has it: its completion week, or -1 where something stands in the way."""
    begin, stop, cost, arrives = kept.at[plan, a], kept.at[plan, a + 1], tasks.cost[a], tasks.arrives
    first = tasks.begun[a] if tasks.begun[a] >= 0 else kept.chunks[begin, 0]
    for at in range(tasks.before_at[a], tasks.before_at[a + 1]):
        done = end[tasks.before[at]]
        if done < 0 or done > first:
            return -1
    for at in range(begin, stop):
        if room[kept.chunks[at, 0]] < kept.chunks[at, 1]:
            return -1
    for m in range(len(spare)):
        if cost > spare[m] and (m + 1 == len(spare) or arrives[m + 1] > first):
            return -1
    for at in range(begin, stop):
        room[kept.chunks[at, 0]] -= kept.chunks[at, 1]
        if work.shape[0]:
            work[a, kept.chunks[at, 0]] = kept.chunks[at, 1]
    for m in range(len(spare)):
        if m + 1 == len(spare) or arrives[m + 1] > first:
            spare[m] -= cost
    return max(kept.chunks[stop - 1, 0] + 1, first + tasks.elapsed[a])


@njit(cache=True)
def changed(end, kept, allowed):  # type: ignore[no-untyped-def]
    """How many actions are no longer as they were, and how many of those are not allowed to change."""
    count, barred = kept.gone, 0
    for a in range(len(end)):
        was, now = kept.was[a], end[a]
        if not kept.counts[a] or (was < 0 and now < 0):
            continue
        if was < 0 or now < 0 or abs(now - was) > kept.settled:
            count += 1
            barred += not allowed[a]
    return count, barred


@njit(cache=True)
def clipped(end, last, into):  # type: ignore[no-untyped-def]
    """Completion weeks as the tables of worth have them: they end where nothing counts any more."""
    for a in range(len(end)):
        into[a] = min(end[a], last)


def scratch(weeks: int, actions: int, arrivals: int):  # type: ignore[no-untyped-def]
    """What `reschedule` writes to: room, spare, end, taken, chunks."""
    return (
        np.empty(weeks, np.int64), np.empty(arrivals, np.int64), np.empty(actions, np.int64),
        np.zeros(actions, np.bool_), np.empty((weeks, 2), np.int64),
    )  # fmt: skip
