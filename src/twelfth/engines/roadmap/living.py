"""A plan lived many times over, in compiled code. The meaning is that of roadmap/simulation.py."""

import numpy as np
from numba import njit

from twelfth.engines.roadmap.course import NEVER
from twelfth.engines.roadmap.hours_behind import go
from twelfth.engines.roadmap.lanes import LANES, draw, latest
from twelfth.engines.roadmap.luck import EVEN_BITS, FINE, REACH

S11, S32, ONE = np.uint64(11), np.uint64(32), np.uint64(1)
HIGHEST, NEXT, EVENLY = np.uint64(64 - EVEN_BITS), np.uint64(64 - 2 * EVEN_BITS), np.uint64((1 << EVEN_BITS) - 1)
OF_53 = 1 / (1 << 53)
LAST = 2.0 * REACH * FINE - 1e-6


@njit(cache=True, nogil=True)
def live(course, miles, luck, rounds, causes, seed, begin, end, finished, passed, selected):  # type: ignore[no-untyped-def]
    """Add the lives from number `begin`, a multiple of LANES, up to `end` to the counts of a Tally.

    rounds: week, base logit and step of each. causes: whether weeks move, weeks may be lost, the sd of the bar.
    """
    week, base, step = rounds
    moves, slips, bar = causes
    exam, trait, alone, moving = miles.exam, miles.trait, miles.alone, miles.moving
    completion, valid, effect, retry = miles.completion, miles.valid, miles.effect, miles.retry
    before_at, before, pass_by = miles.before_at, miles.before, miles.pass_by
    factor, normal, lost, lost_by = luck.factor, luck.normal, luck.lost, luck.lost_by
    own_often, own_other, quality = luck.own_often, luck.own_other, luck.quality
    level, missing = luck.level, luck.missing
    n, k = len(exam), len(week)
    complete, since = np.empty((n, LANES), np.int64), np.empty((n, LANES), np.int64)
    logits, factors = np.empty((k, LANES)), np.ones((n, LANES))
    starts, freed = np.empty((n, LANES), np.int64), np.zeros((len(course.begins), LANES))
    bits, held = np.empty(LANES, np.uint64), np.empty(LANES, np.bool_)
    scratch, weeks = np.zeros((6, LANES)), np.zeros((2 + n, LANES), np.int64)
    place = np.empty(LANES, np.uint64)
    sure, settled = np.zeros((n + 1, k)), completion.copy()
    _fix(sure, settled, week, base, valid, effect, moving, trait, before_at, before)
    for a in range(n):
        complete[a, :] = completion[a]
        since[a, :] = settled[a]
    for life in range(begin, end, LANES):
        lanes = min(LANES, end - life)
        if moves:
            for a in range(n):
                draw(bits, seed, life, 2 * a)
                _factor(factors, a, bits, factor)
                if slips:
                    _lose(factors, a, bits, lost, lost_by[a])
            go(course, miles, factors, complete, starts, freed, scratch, weeks, place)
            _count(finished, complete, lanes)
        for a in range(n):
            if moving[a]:
                _copy(since, complete, a)
                if exam[a]:
                    draw(bits, seed, life, 2 * a + 1)
                    _sit(since, a, bits, pass_by, retry[a])
                    passed[a] += _are(since, a, lanes)
                for at in range(before_at[a], before_at[a + 1]):
                    latest(since, a, since, before[at])
        _bar(logits, sure[0], seed, life, 2 * n + 2, bar, step, normal, bits, scratch[0])
        for a in range(n):
            if moving[a] and alone[a]:
                for j in range(k):
                    if completion[a] <= week[j]:
                        _add(logits, j, since, a, week[j], valid[a], effect[a])
            elif trait[a] == a and not alone[a]:
                for j in range(k):
                    if sure[1 + a, j] == 0:
                        _together(logits, j, held, since, moving, trait, a, week[j], valid, effect[a])
        draw(bits, seed, life, 2 * n)
        _own(scratch[0], bits, own_often, own_other, quality)
        draw(bits, seed, life, 2 * n + 1)
        _select(selected, logits, scratch, bits, level, missing, weeks[0], place, lanes)


@njit(cache=True)
def _fix(sure, since, week, base, valid, effect, moving, trait, before_at, before):  # type: ignore[no-untyped-def]
    """Row 0 of `sure`: base logits with what is held in every life; row 1 + a: whether trait a is. `since`: from when
    it counts; given as it is complete."""
    n, k = len(moving), len(week)
    sure[0] = base
    for a in range(n):
        if moving[a]:
            continue
        for at in range(before_at[a], before_at[a + 1]):
            since[a] = max(since[a], since[before[at]])
        for j in range(k):
            if since[a] <= week[j] <= since[a] + valid[a] and sure[1 + trait[a], j] == 0:
                sure[1 + trait[a], j] = 1
                sure[0, j] += effect[trait[a]]


@njit(cache=True)
def _factor(rows, a, bits, factor):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        rows[a, i] = factor[bits[i] >> HIGHEST]


@njit(cache=True)
def _lose(rows, a, bits, lost, by):  # type: ignore[no-untyped-def]
    """Weeks lost, which are worked again."""
    for i in range(LANES):
        rows[a, i] *= 1.0 + by * lost[a, (bits[i] >> NEXT) & EVENLY]


@njit(cache=True)
def _own(row, bits, often, other, quality):  # type: ignore[no-untyped-def]
    """What no profile shows."""
    columns = np.uint64(len(often) - 1)
    for i in range(LANES):
        column = bits[i] & columns
        part = np.float64(bits[i] >> S11) * OF_53
        row[i] = quality[np.int64(column) if part < often[column] else other[column]]


@njit(cache=True)
def _copy(since, complete, a):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        since[a, i] = complete[a, i]


@njit(cache=True)
def _sit(since, a, bits, pass_by, retry):  # type: ignore[no-untyped-def]
    """The exam, at completion and at most twice more."""
    first, second, third = pass_by[a, 0], pass_by[a, 1], pass_by[a, 2]
    for i in range(LANES):
        luck = np.int64(bits[i] >> S32)
        more = 0 if luck < first else retry
        more = more if luck < second else 2 * retry
        since[a, i] += more if luck < third else NEVER


@njit(cache=True)
def _are(since, a, lanes):  # type: ignore[no-untyped-def]
    """How many have passed."""
    count = 0
    for i in range(lanes):
        count += 1 if since[a, i] < NEVER else 0
    return count


@njit(cache=True)
def _bar(logits, base, seed, life, number, sd, step, normal, bits, moved):  # type: ignore[no-untyped-def]
    """The logits of each round before anything differs, where the bar has moved."""
    for i in range(LANES):
        moved[i] = 0.0
    for j in range(len(base)):
        by = sd * step[j]
        if by > 0:
            draw(bits, seed, life, number + j)
            for i in range(LANES):
                moved[i] += by * normal[bits[i] >> HIGHEST]
        for i in range(LANES):
            logits[j, i] = base[j] + moved[i]


@njit(cache=True)
def _add(logits, j, since, a, week, valid, effect):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        logits[j, i] += effect if (since[a, i] <= week) & (since[a, i] + valid >= week) else 0.0


@njit(cache=True)
def _together(logits, j, held, since, moving, trait, own, week, valid, effect):  # type: ignore[no-untyped-def]
    """A trait that several actions grant counts once."""
    for i in range(LANES):
        held[i] = False
    for a in range(len(trait)):
        if trait[a] == own and moving[a]:
            until = valid[a]
            for i in range(LANES):
                held[i] |= (since[a, i] <= week) & (since[a, i] + until >= week)
    for i in range(LANES):
        logits[j, i] += effect if held[i] else 0.0


@njit(cache=True)
def _select(selected, logits, rows, bits, level, missing, first, place, lanes):  # type: ignore[no-untyped-def]
    """The round in which the chance of none so far falls below an even draw. rows: what no profile shows, and spare."""
    own, left, even, at = rows[0], rows[1], rows[2], rows[3]
    for i in range(LANES):
        left[i], first[i] = 1.0, 0
        even[i] = np.float64(bits[i] >> S11) * OF_53
    for j in range(len(logits)):
        _read(at, level, logits[j], place, rows[4], rows[5])
        for i in range(LANES):
            at[i] += own[i]
        _read(at, missing, at, place, rows[4], rows[5])
        for i in range(LANES):
            left[i] *= at[i]
            first[i] += 1 if left[i] >= even[i] else 0
    for i in range(lanes):
        selected[first[i]] += 1


@njit(cache=True)
def _read(row, table, logit, place, low, high):  # type: ignore[no-untyped-def]
    """A table of FINE points to one logit, straight between two of them."""
    for i in range(LANES):
        at = (logit[i] + REACH) * FINE
        at = at if at > 0.0 else 0.0
        at = at if at < LAST else LAST
        place[i] = np.uint64(at)
        row[i] = at - np.floor(at)
    for i in range(LANES):
        low[i], high[i] = table[place[i]], table[place[i] + ONE]
    for i in range(LANES):
        row[i] = low[i] + row[i] * (high[i] - low[i])


@njit(cache=True)
def _count(finished, complete, lanes):  # type: ignore[no-untyped-def]
    """Weeks beyond the horizon go to the last place. Two tables in turn: adding to one number twice takes longer."""
    beyond = finished.shape[2] - 1
    for a in range(len(complete)):
        for i in range(lanes // 2):
            finished[0, a, min(complete[a, 2 * i], beyond)] += 1
            finished[1, a, min(complete[a, 2 * i + 1], beyond)] += 1
        if lanes % 2:
            finished[0, a, min(complete[a, lanes - 1], beyond)] += 1
