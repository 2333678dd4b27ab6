"""Simulated annealing over states of `schedule`, in compiled code.

First on the fluid schedule, where a state takes a microsecond or two, then on the weekly one. An exchange, a move in
the order or another release changes a state; the weekly schedule is made anew only from the first position changed.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from twelfth.engines.roadmap.arrays import Tasks, Whole
from twelfth.engines.roadmap.points_table import worth_by_points
from twelfth.engines.roadmap.schedule import FINISH, PACE, START, copy, fluid, schedule
from twelfth.engines.roadmap.worth import Worth, worth_by_case, worth_on_average

FLUID, AVERAGE, CASES, POINTS = 0, 1, 2, 3
"""What a state is judged by: the fluid schedule; the weekly one with exams on average; the same over cases of them; the
same where points decide."""


class State(NamedTuple):
    """Of all actions: which are wanted, the order in which they are placed, and the terms of each [actions, 3]."""

    wanted: NDArray[np.bool_]
    order: Whole
    terms: Whole


def first_state(tasks: Tasks, worth: Worth) -> State:
    """Everything that helps, most effect per hour first."""
    per_hour = worth.effect / tasks.hours
    order = np.argsort(-per_hour, kind="stable").astype(np.int64)
    terms = np.zeros((len(order), 3), np.int64)
    terms[:, PACE] = tasks.most
    return State(worth.effect > 0, order, terms)


@njit(cache=True, nogil=True)
def anneal(state, tasks, worth, table, judged, steps, seed, hot, cold):  # type: ignore[no-untyped-def]
    """The worth of the best state found in so many steps, by what it was judged by; the state given becomes that one.

    hot, cold: the first and the last temperature, in chance.
    """
    # No array is returned: making one calls Python on the way out, where a waiting Ctrl-C is raised and crashes numba.
    np.random.seed(seed)
    n, weeks, rounds = len(state.order), len(tasks.hours_in), len(worth.base)
    wanted, order, terms = state.wanted.copy(), state.order.copy(), state.terms.copy()
    try_wanted, try_order, try_terms = wanted.copy(), order.copy(), terms.copy()
    best_wanted, best_order, best_terms = state.wanted, state.order, state.terms
    end, placed = np.full(n, -1, np.int64), np.full(n, n, np.int64)
    try_end, try_placed = end.copy(), placed.copy()
    taken, chunks = np.zeros(n, np.bool_), np.empty((weeks, 2), np.int64)
    room, spare = tasks.hours_in.copy(), tasks.money.copy()
    rooms, spares = np.empty((n, weeks), np.int64), np.empty((n, len(spare)), np.int64)
    work, logits = np.empty((0, 0), np.int64), np.empty(rounds)
    since, held, weeks_held = np.empty(n, np.int64), np.zeros((n, rounds), np.bool_), np.empty(weeks + 1, np.int64)
    if judged == FLUID:
        fluid(wanted, order, terms, tasks, end, taken)
    else:
        schedule(0, wanted, order, terms, tasks, room, spare, end, placed, taken, chunks, rooms, spares, True, work)
    if judged == POINTS:
        now = worth_by_points(end, worth, table, since, weeks_held)
    elif judged == CASES:
        now = worth_by_case(end, worth, logits, since, held)
    else:
        now = worth_on_average(end, worth, logits)
    best, heat = now, hot
    cooling = (cold / hot) ** (1.0 / max(1, steps))
    for _ in range(steps):
        heat *= cooling
        at = _change(try_wanted, try_order, try_terms, placed, tasks, worth)
        if at == n:
            continue
        if judged == FLUID:
            fluid(try_wanted, try_order, try_terms, tasks, try_end, taken)
        else:
            copy(try_end, end)
            copy(try_placed, placed)
            copy(room, rooms[at])
            copy(spare, spares[at])
            schedule(
                at, try_wanted, try_order, try_terms, tasks, room, spare, try_end, try_placed, taken, chunks,
                rooms, spares, False, work,
            )  # fmt: skip
        same = True
        for a in range(n):
            if try_end[a] != end[a]:
                same = False
                break
        if same:
            then = now
        elif judged == POINTS:
            then = worth_by_points(try_end, worth, table, since, weeks_held)
        elif judged == CASES:
            then = worth_by_case(try_end, worth, logits, since, held)
        else:
            then = worth_on_average(try_end, worth, logits)
        if then >= now or np.random.random() < np.exp((then - now) / heat):
            now = then
            copy(wanted, try_wanted)
            copy(order, try_order)
            copy(terms.ravel(), try_terms.ravel())
            if judged == FLUID:
                copy(end, try_end)
            else:
                copy(room, rooms[at])
                copy(spare, spares[at])
                schedule(
                    at, wanted, order, terms, tasks, room, spare, end, placed, taken, chunks,
                    rooms, spares, True, work,
                )  # fmt: skip
            if now > best:
                best = now
                copy(best_wanted, wanted)
                copy(best_order, order)
                copy(best_terms.ravel(), terms.ravel())
        else:
            copy(try_wanted, wanted)
            copy(try_order, order)
            copy(try_terms.ravel(), terms.ravel())
    return best


@njit(cache=True)
def _change(wanted, order, terms, placed, tasks, worth):  # type: ignore[no-untyped-def]
    """Change a state a little: the first position from which its schedule may differ, or n where nothing changed."""
    n, kind = len(order), np.random.random()
    if kind < 0.15:
        at = np.random.randint(n)
        a = order[at]
        wanted[a] = not wanted[a]
        return min(at, move(order, at, np.random.randint(n))) if wanted[a] else at
    if kind < 0.40:
        return exchange(wanted, order)
    at = _a_wanted(wanted, order)
    if kind < 0.75:
        to = np.random.randint(n) if kind < 0.58 else min(n - 1, max(0, at + np.random.randint(-4, 5)))
        return n if to == at else min(at, move(order, at, to))
    if kind < 0.85:
        other = np.random.randint(n)
        order[at], order[other] = order[other], order[at]
        return n if other == at else min(at, other)
    a = order[at]
    start, finish, pace = terms[a, START], terms[a, FINISH], terms[a, PACE]
    week = worth.week[np.random.randint(len(worth.week))]
    if kind < 0.88:
        terms[a, START], terms[a, FINISH], terms[a, PACE] = 0, 0, tasks.most[a]
    elif kind < 0.92:
        terms[a, START] = week - int(tasks.shortest[a] * (1.0 + 0.5 * np.random.random()))
    elif kind < 0.95:
        terms[a, START] += int(np.random.normal() * 20.0)
    elif kind < 0.97:
        terms[a, FINISH] = week if kind < 0.96 else week - worth.valid[a]
    elif kind < 0.985:
        terms[a, FINISH] += int(np.random.normal() * 20.0)
    else:
        terms[a, PACE] = np.random.randint(tasks.least[a], tasks.most[a] + 1)
    terms[a, START] = min(max(0, terms[a, START]), len(tasks.hours_in) - 1)
    terms[a, FINISH] = min(max(0, terms[a, FINISH]), len(tasks.hours_in))
    if terms[a, START] == start and terms[a, FINISH] == finish and terms[a, PACE] == pace:
        return n
    return min(at, placed[a])  # it may have been placed earlier than its own turn, before what needs it


@njit(cache=True)
def exchange(wanted, order):  # type: ignore[no-untyped-def]
    """One that is wanted gives its place to one that is not."""
    n = len(order)
    at = np.random.randint(n)
    for _ in range(5):
        other = np.random.randint(n)
        a, b = order[at], order[other]
        if wanted[a] != wanted[b]:
            wanted[a], wanted[b] = wanted[b], wanted[a]
            order[at], order[other] = b, a
            return min(at, other)
    return n


@njit(cache=True)
def _a_wanted(wanted, order):  # type: ignore[no-untyped-def]
    """A position, of one that is wanted if a few draws find one."""
    at = np.random.randint(len(order))
    for _ in range(4):
        if wanted[order[at]]:
            break
        at = np.random.randint(len(order))
    return at


@njit(cache=True)
def move(order, at, to):  # type: ignore[no-untyped-def]
    """Move what stands at one position to another; the position it now has."""
    a = order[at]
    if at < to:
        for i in range(at, to):
            order[i] = order[i + 1]
    else:
        for i in range(at, to, -1):
            order[i] = order[i - 1]
    order[to] = a
    return to
