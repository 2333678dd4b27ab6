"""From an order of actions to a week by week schedule, in compiled code: each as early as what is left allows.

A state of the search is an order of all actions, which of them are wanted, and terms for each: the week before which
it does not start, the week before which its last hours wait (so that what expires begins to count late enough), and the
most hours a week it takes (so that another may go on beside it). A wanted action brings those before it along; what
finds no place is left out, and may find one in another order.
"""

import numpy as np
from numba import njit

START, FINISH, PACE = 0, 1, 2
"""Columns of the terms."""


@njit(cache=True)
def schedule(since, wanted, order, terms, tasks, room, spare, end, placed, taken, chunks, rooms, spares, keep, work):  # type: ignore[no-untyped-def]
    """Place the actions at positions `since` and later of the order; those before it stand in end, room and spare.

    Written: end [actions], the completion week or -1; placed [actions], the position at which it was; room [weeks], the
    hours left; spare [arrivals], the money left; where `keep`, rooms and spares as they were before each position; work
    [actions, weeks], the hours, unless it is empty.
    """
    hours, least, most = tasks.hours, tasks.least, tasks.most
    elapsed, cost, group = tasks.elapsed, tasks.cost, tasks.group
    before_at, before, line_at, line, arrives = tasks.before_at, tasks.before, tasks.line_at, tasks.line, tasks.arrives
    n, left = len(order), tasks.most_hours
    for g in range(len(taken)):
        taken[g] = False
    for a in range(n):
        if placed[a] >= since:
            placed[a], end[a] = n, tasks.pinned[a]
        if end[a] >= 0 and group[a] >= 0:
            taken[group[a]] = True
    for w in range(len(room)):
        left -= tasks.hours_in[w] - room[w]
    front, few = 0, tasks.fewest
    for position in range(since, n):
        if keep:
            copy(rooms[position], room)
            copy(spares[position], spare)
        wish = order[position]
        if not wanted[wish] or end[wish] >= 0:
            continue
        for at in range(line_at[wish], line_at[wish + 1]):
            a = line[at]
            if end[a] >= 0:
                continue
            if (group[a] >= 0 and taken[group[a]]) or left < hours[a]:
                break
            while front < len(room) and room[front] < few:
                front += 1
            done, freed = place(
                a, terms[a], front, room, spare, end, chunks, work,
                hours, least, most, elapsed, cost, tasks.begun, tasks.not_before, before_at, before, arrives,
            )  # fmt: skip
            if done < 0:
                break
            left -= hours[a]
            end[a], placed[a], front = done, position, min(front, freed)
            if group[a] >= 0:
                taken[group[a]] = True


@njit(cache=True)
def place(  # type: ignore[no-untyped-def]
    a,
    own,
    front,
    room,
    spare,
    end,
    chunks,
    work,
    hours,
    least,
    most,
    elapsed,
    cost,
    begun,
    not_before,
    before_at,
    before,
    arrives,
):
    """Work one action as early and as fast as can be: its completion week, or -1 where it does not fit; and the week in
    which hours became free again. No action begins in a week before `front`: too few hours are left there."""
    start, finish = max(own[START], not_before[a]), own[FINISH]
    for at in range(before_at[a], before_at[a + 1]):
        done = end[before[at]]
        if done < 0:
            return -1, len(room)
        start = max(start, done)
    if cost[a] > 0:
        m = len(spare) - 1
        if spare[m] < cost[a]:
            return -1, len(room)
        while m > 0 and spare[m - 1] >= cost[a]:
            m -= 1
        start = max(start, arrives[m])
    left, low, high, count, week = hours[a], least[a], min(most[a], own[PACE]), 0, max(start, front)
    now = 0
    while week < len(room):
        now = room[week]
        if now > high:
            now = high
        if left < now:
            now = left
        if now >= low or (now == left and now > 0):
            chunks[count, 0], chunks[count, 1] = week, now
            count += 1
            left -= now
            if left == 0:
                break
        week += 1
    freed = len(room)
    if left > 0:
        return -1, freed
    for at in range(count):
        room[chunks[at, 0]] -= chunks[at, 1]
        if work.shape[0]:
            work[a, chunks[at, 0]] = chunks[at, 1]
    first = begun[a] if begun[a] >= 0 else chunks[0, 0]
    if max(week + 1, first + elapsed[a]) < finish:
        later = finish - 1
        while later < len(room) and room[later] < now:
            later += 1
        if later < len(room):
            freed = week
            room[week] += now
            room[later] -= now
            if work.shape[0]:
                work[a, week], work[a, later] = 0, now
            week = later
            first = min(first, week) if count > 1 or begun[a] >= 0 else week
    if cost[a] > 0:
        for m in range(len(spare)):
            if m + 1 == len(spare) or arrives[m + 1] > first:
                spare[m] -= cost[a]
    return max(week + 1, first + elapsed[a]), freed


@njit(cache=True)
def fluid(wanted, order, terms, tasks, end, taken):  # type: ignore[no-untyped-def]
    """As `schedule`, several times as fast and a little too good: hours count only together, in one queue."""
    hours, cost, group, shortest = tasks.hours, tasks.cost, tasks.group, tasks.shortest
    before_at, before, line_at, line = tasks.before_at, tasks.before, tasks.line_at, tasks.line
    by_hours, arrives, money, weeks = tasks.by_hours, tasks.arrives, tasks.money, len(tasks.hours_in)
    worked, spent = 0, 0
    for g in range(len(taken)):
        taken[g] = False
    for a in range(len(end)):
        end[a] = tasks.pinned[a]
        if end[a] >= 0 and group[a] >= 0:
            taken[group[a]] = True
    for position in range(len(order)):
        wish = order[position]
        if not wanted[wish] or end[wish] >= 0:
            continue
        for at in range(line_at[wish], line_at[wish + 1]):
            a = line[at]
            if end[a] >= 0:
                continue
            if group[a] >= 0 and taken[group[a]]:
                break
            if worked + hours[a] >= len(by_hours) or spent + cost[a] > money[-1]:
                break
            start = max(terms[a, START], tasks.not_before[a])
            for at_before in range(before_at[a], before_at[a + 1]):
                start = max(start, end[before[at_before]])
            if cost[a] > 0:
                start = max(start, arrives[np.searchsorted(money, spent + cost[a])])
            done = max(by_hours[worked + hours[a]], start + shortest[a], terms[a, FINISH])
            if done > weeks:
                break
            worked += hours[a]
            spent += cost[a]
            end[a] = done
            if group[a] >= 0:
                taken[group[a]] = True


@njit(cache=True)
def copy(into, what):  # type: ignore[no-untyped-def]
    """A loop: assigning a slice takes twenty times as long here."""
    for i in range(len(into)):
        into[i] = what[i]
