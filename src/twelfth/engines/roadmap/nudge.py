"""Simulated annealing near the old plan, in compiled code: the best found for each number of changes at once.

A state is judged by its chance, less a price for each change, and less a much higher one for each beyond those allowed:
at one price the search stays where changes are worth it, so a sweep of prices goes along the whole trade-off.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from twelfth.engines.roadmap.anneal import CASES, POINTS, exchange, move
from twelfth.engines.roadmap.arrays import Floats, Whole
from twelfth.engines.roadmap.kept import OLD
from twelfth.engines.roadmap.points_table import worth_by_points
from twelfth.engines.roadmap.reschedule import BARRED, HELD, changed, clipped, reschedule
from twelfth.engines.roadmap.schedule import FINISH, PACE, START, copy
from twelfth.engines.roadmap.worth import worth_by_case, worth_on_average


class Near(NamedTuple):
    """The best states found, by the number of their changes: value [counts], -1 where there is none; wanted, order
    [counts, actions]; terms [counts, actions, 4]."""

    value: Floats
    wanted: NDArray[np.bool_]
    order: Whole
    terms: Whole


@njit(cache=True, nogil=True)
def nudge(wanted, order, terms, tasks, worth, table, kept, allowed, judged, most, price, steps, seed, hot, cold, near):  # type: ignore[no-untyped-def]
    """Search from a state for so many steps; `near` is bettered in place. The state given is not changed.

    allowed [actions]: which may change. most: changes that cost no more than `price` each. hot, cold: the first and the
    last temperature, in chance.
    """
    np.random.seed(seed)
    n, weeks, rounds = len(order), len(tasks.hours_in), len(worth.base)
    wanted, order, terms = wanted.copy(), order.copy(), terms.copy()
    try_wanted, try_order, try_terms = wanted.copy(), order.copy(), terms.copy()
    end, seen, taken = np.empty(n, np.int64), np.empty(n, np.int64), np.zeros(n, np.bool_)
    now_end = np.full(n, -1, np.int64)
    last_seen, last_chance = np.full(n, -2, np.int64), 0.0
    room, spare, chunks = (
        np.empty(weeks, np.int64),
        np.empty(len(tasks.money), np.int64),
        np.empty((weeks, 2), np.int64),
    )
    work, logits = np.empty((0, 0), np.int64), np.empty(rounds)
    since, held = np.empty(n, np.int64), np.zeros((n, rounds), np.bool_)
    weeks_held = np.empty(weeks + 1, np.int64)
    last, now, heat = worth.option.shape[1] - 1, -1e9, hot
    cooling = (cold / hot) ** (1.0 / max(1, steps))
    for step in range(steps + 1):
        heat *= cooling
        if step > 0:
            back = np.random.random() < 0.3 and _taken_back(try_wanted, try_terms, now_end, tasks, kept)
            if not (_nudged(try_wanted, try_order, try_terms, tasks, worth, kept) or back):
                continue
        reschedule(try_wanted, try_order, try_terms, tasks, kept, room, spare, end, taken, chunks, work)
        clipped(end, last, seen)
        same = True
        for a in range(n):
            if seen[a] != last_seen[a]:
                same = False
                break
        if not same:
            if judged == POINTS:
                last_chance = worth_by_points(seen, worth, table, since, weeks_held)
            elif judged == CASES:
                last_chance = worth_by_case(seen, worth, logits, since, held)
            else:
                last_chance = worth_on_average(seen, worth, logits)
            copy(last_seen, seen)
        count, barred = changed(end, kept, allowed)
        then = last_chance - price * count - BARRED * (max(0, count - most) + barred)
        if then >= now or np.random.random() < np.exp((then - now) / heat):
            now = then
            copy(wanted, try_wanted)
            copy(order, try_order)
            copy(terms.ravel(), try_terms.ravel())
            copy(now_end, end)
            if barred == 0 and count < len(near.value) and last_chance > near.value[count]:
                near.value[count] = last_chance
                copy(near.wanted[count], wanted)
                copy(near.order[count], order)
                copy(near.terms[count].ravel(), terms.ravel())
        else:
            copy(try_wanted, wanted)
            copy(try_order, order)
            copy(try_terms.ravel(), terms.ravel())


@njit(cache=True)
def _taken_back(wanted, terms, end, tasks, kept):  # type: ignore[no-untyped-def]
    """One change is taken back, so that another may be made in its place."""
    n = len(wanted)
    for _ in range(n):
        a = np.random.randint(n)
        was, now = kept.was[a], end[a]
        if kept.counts[a] and ((was < 0) != (now < 0) or abs(now - was) > kept.settled):
            _as_it_was(a, wanted, terms, tasks, kept)
            return True
    return False


@njit(cache=True)
def _as_it_was(a, wanted, terms, tasks, kept):  # type: ignore[no-untyped-def]
    wanted[a], terms[a, HELD] = kept.was[a] >= 0, 1 + OLD
    terms[a, START], terms[a, FINISH], terms[a, PACE] = 0, max(0, kept.was[a] - kept.settled), tasks.most[a]


@njit(cache=True)
def _nudged(wanted, order, terms, tasks, worth, kept):  # type: ignore[no-untyped-def]
    """Change a state a little; False where nothing changed."""
    n, kind = len(order), np.random.random()
    at = np.random.randint(n)
    a = order[at]
    if kind < 0.12:
        wanted[a] = not wanted[a]
        if wanted[a]:
            move(order, at, np.random.randint(n))
        return True
    if kind < 0.25:
        return exchange(wanted, order) < n
    if kind < 0.37:
        wanted[a], terms[a, HELD] = kept.was[a] >= 0, 1 + OLD
        if kind < 0.31:
            _as_it_was(a, wanted, terms, tasks, kept)
        return True
    for _ in range(4):
        if wanted[order[at]]:
            break
        at = np.random.randint(n)
    a = order[at]
    if kind < 0.70:
        other = np.random.randint(n) if kind < 0.58 else min(n - 1, max(0, at + np.random.randint(-4, 5)))
        if other == at:
            return False
        if kind < 0.64:
            move(order, at, other)
        else:
            order[at], order[other] = order[other], order[at]
        return True
    if kind < 0.76:
        terms[a, HELD] = (terms[a, HELD] + np.random.randint(1, 3)) % 3
        return True
    return _terms_nudged(a, np.random.random(), terms, tasks, worth, kept)


@njit(cache=True)
def _terms_nudged(a, kind, terms, tasks, worth, kept):  # type: ignore[no-untyped-def]
    """Other terms for one action, which then is not held."""
    start, finish, pace, was = terms[a, START], terms[a, FINISH], terms[a, PACE], terms[a, HELD]
    week = worth.week[np.random.randint(len(worth.week))]
    terms[a, HELD] = 0
    if kind < 0.12:
        terms[a, START], terms[a, FINISH], terms[a, PACE] = 0, 0, tasks.most[a]
    elif kind < 0.32:
        terms[a, START] = week - int(tasks.shortest[a] * (1.0 + 0.5 * np.random.random()))
    elif kind < 0.46:
        terms[a, START] += int(np.random.normal() * 15.0)
    elif kind < 0.54:
        terms[a, FINISH] = week if kind < 0.50 else week - worth.valid[a]
    elif kind < 0.62:
        terms[a, FINISH] += int(np.random.normal() * 15.0)
    elif kind < 0.70:
        terms[a, PACE] = np.random.randint(tasks.least[a], tasks.most[a] + 1)
    elif kept.was[a] >= 0:  # near where the old plan had it
        if kind < 0.85:
            terms[a, FINISH] = kept.was[a] + np.random.randint(-kept.settled, kept.settled + 1)
        if kind > 0.78:
            at = kept.at[OLD, a]
            terms[a, START] = kept.chunks[min(at, len(kept.chunks) - 1), 0] + np.random.randint(-8, 9)
    terms[a, START] = min(max(0, terms[a, START]), len(tasks.hours_in) - 1)
    terms[a, FINISH] = min(max(0, terms[a, FINISH]), len(tasks.hours_in))
    return terms[a, START] != start or terms[a, FINISH] != finish or terms[a, PACE] != pace or was != 0
