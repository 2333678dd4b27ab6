"""A plan lived many times over, in compiled code. The meaning is that of roadmap/backlog.py and roadmap/simulation.py.

LANES lives go side by side through every step, in rows that stay in the nearest memory, so that the processor works on
several at once. Draws come from a counter: that of life i and its draw j is a mixing of the seed, i and j (SplitMix64:
Steele, Lea and Flood 2014), so a life is the same however many are lived, in which order and by how many threads.
"""

import numpy as np
from numba import njit

from twelfth.engines.roadmap.course import FINE, FINISH, NEVER, REACH, START

LANES = 256
DRAWS = np.uint64(13)
"""Bits for the number of a draw within a life: an instance has at most 2,000 actions, two draws each, and 500 rounds."""
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST_MIX, SECOND_MIX = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S11, S16, S27, S30, S31, S32, S48 = (np.uint64(bits) for bits in (11, 16, 27, 30, 31, 32, 51))
LOW_16, LOW_32 = np.uint64((1 << 16) - 1), np.uint64((1 << 32) - 1)
ONE = np.uint64(1)
OF_32, OF_53 = 1 / (1 << 32), 1 / (1 << 53)
CRUMB = 1e-6
LAST = 2.0 * REACH * FINE - CRUMB


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
    factor, normal, often, other, lost_by = luck.factor, luck.normal, luck.often, luck.other, luck.lost_by
    own_often, own_other, quality = luck.own_often, luck.own_other, luck.quality
    level, missing = luck.level, luck.missing
    n, k = len(exam), len(week)
    complete, since = np.empty((n, LANES), np.int64), np.empty((n, LANES), np.int64)
    logits, factors = np.empty((k, LANES)), np.ones((n, LANES))
    starts, freed = np.empty((n, LANES), np.int64), np.zeros((len(course.begins), LANES))
    bits, held = np.empty(LANES, np.uint64), np.empty(LANES, np.bool_)
    scratch, weeks = np.zeros((6, LANES)), np.zeros((2 + n, LANES), np.int64)
    place = np.empty(LANES, np.uint64)
    sure, settled = _sure(week, base, completion, valid, effect, moving, trait, before_at, before)
    for a in range(n):
        complete[a, :] = completion[a]
        since[a, :] = settled[a]
    for life in range(begin, end, LANES):
        lanes = min(LANES, end - life)
        if moves:
            for a in range(n):
                _draw(bits, seed, life, 2 * a)
                _factor(factors, a, bits, factor)
                if slips:
                    _lose(factors, a, bits, often, other, lost_by[a])
            _go(course, miles, factors, complete, starts, freed, scratch, weeks, place)
            _count(finished, complete, lanes)
        for a in range(n):
            if moving[a]:
                _copy(since, complete, a)
                if exam[a]:
                    _draw(bits, seed, life, 2 * a + 1)
                    _sit(since, a, bits, pass_by, retry[a])
                    passed[a] += _are(since, a, lanes)
                for at in range(before_at[a], before_at[a + 1]):
                    _latest(since, a, since, before[at])
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
        _draw(bits, seed, life, 2 * n)
        _own(scratch[0], bits, own_often, own_other, quality)
        _draw(bits, seed, life, 2 * n + 1)
        _select(selected, logits, scratch, bits, level, missing, weeks[0], place, lanes)


@njit(cache=True)
def _sure(week, base, completion, valid, effect, moving, trait, before_at, before):  # type: ignore[no-untyped-def]
    """Row 0: base logits with what is held in every life; row 1 + a: whether trait a is. And since when it counts."""
    n, k = len(moving), len(week)
    sure, since = np.zeros((n + 1, k)), completion.copy()
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
    return sure, since


@njit(cache=True)
def _go(course, miles, factors, complete, starts, freed, scratch, weeks, place):  # type: ignore[no-untyped-def]
    """The weeks in which actions are complete, into `complete`: step by step through the course.

    starts: of each action; freed: hours that wait no longer from each stretch on, left at 0; scratch: hours behind,
    waiting, worked and free; weeks: two spare rows and, of each action, the week from which it need not wait.
    """
    kind, which, come, at, worked, share = course.kind, course.which, course.come, course.at, course.worked, course.share
    hours, begins, planned, week_of = course.hours, course.begins, course.planned, course.week
    by_hour, hour_week, come_by, pace = course.by_hour, course.hour_week, course.come_by, course.pace
    stretch_by, own_by, own_week, most = course.stretch_by, course.own_by, course.own_week, course.most_hours
    before_at, before, own_hours = miles.before_at, miles.before, miles.hours
    elapsed, completion = miles.elapsed, miles.completion
    behind, waiting, done, free = scratch[0], scratch[1], scratch[2], scratch[3]
    last = np.zeros(len(factors), np.int64)
    for i in range(LANES):
        behind[i] = waiting[i] = done[i] = 0.0
    for s in range(len(kind)):
        a = which[s]
        if kind[s] == FINISH:
            row = pace[a]
            _copy_hours(free, behind, come[s])
            if last[a] > week_of[s]:
                _or_waited(free, waiting, weeks, a, come_by, week_of[s], place)
            _finish(complete, a, free, by_hour, starts, elapsed[a], completion[a], place)
            _at_pace(complete, a, starts, factors, own_hours[a], own_by, own_week, row, place, weeks)
        elif kind[s] == START:
            for i in range(LANES):
                weeks[2 + a, i] = 0
            for p in range(before_at[a], before_at[a + 1]):
                _latest(weeks, 2 + a, complete, before[p])
            last[a] = _most(weeks, 2 + a)
            if last[a] > week_of[s]:
                _free(freed, weeks, factors, planned, a, week_of[s], stretch_by)
            _start(starts, a, behind, weeks, hour_week, come[s], place)
        else:
            for i in range(LANES):
                waiting[i] -= freed[a, i]
                freed[a, i] = 0.0
            for c in range(at[a], at[a + 1]):
                w = worked[c]
                _plan(behind, factors, w, share[c])
                if last[w] > begins[a]:
                    _wait(waiting, factors, weeks, w, share[c], begins[a])
                if most < np.inf:
                    _plan(done, factors, w, share[c])
            _work(behind, waiting, hours[a])
            if most < np.inf:
                for i in range(LANES):
                    behind[i] = np.inf if done[i] > most + CRUMB else behind[i]


@njit(cache=True)
def _draw(bits, seed, life, draw):  # type: ignore[no-untyped-def]
    """Sixty-four even bits for each lane."""
    start = seed + STEP * ((np.uint64(life) << DRAWS) | np.uint64(draw))
    stride = STEP << DRAWS
    for i in range(LANES):
        z = start + stride * np.uint64(i)
        z = (z ^ (z >> S30)) * FIRST_MIX
        z = (z ^ (z >> S27)) * SECOND_MIX
        bits[i] = z ^ (z >> S31)


@njit(cache=True)
def _factor(rows, a, bits, factor):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        rows[a, i] = factor[bits[i] >> S48]


@njit(cache=True)
def _lose(rows, a, bits, often, other, by):  # type: ignore[no-untyped-def]
    """Weeks lost, which are worked again, from the lower 48 bits."""
    columns = np.uint64(often.shape[1] - 1)
    for i in range(LANES):
        column = bits[i] & LOW_16 & columns
        part = np.float64((bits[i] >> S16) & LOW_32) * OF_32
        lost = np.int64(column) if part < often[a, column] else other[a, column]
        rows[a, i] *= 1.0 + by * lost


@njit(cache=True)
def _own(row, bits, often, other, quality):  # type: ignore[no-untyped-def]
    """What no profile shows."""
    columns = np.uint64(len(often) - 1)
    for i in range(LANES):
        column = bits[i] & columns
        part = np.float64(bits[i] >> S11) * OF_53
        row[i] = quality[np.int64(column) if part < often[column] else other[column]]


@njit(cache=True)
def _plan(behind, factors, a, hours):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        behind[i] += factors[a, i] * hours


@njit(cache=True)
def _wait(waiting, factors, weeks, a, hours, begins):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        waiting[i] += factors[a, i] * hours if weeks[2 + a, i] > begins else 0.0


@njit(cache=True)
def _free(freed, weeks, factors, planned, a, week, stretch_by):  # type: ignore[no-untyped-def]
    """From the first stretch that begins no earlier than it may start, what was planned for it waits no longer."""
    end = len(stretch_by) - 1
    for i in range(LANES):
        if weeks[2 + a, i] > week:
            stretch = stretch_by[min(weeks[2 + a, i], end)]
            if stretch < len(freed):
                freed[stretch, i] += factors[a, i] * planned[a, stretch - 1]


@njit(cache=True)
def _work(behind, waiting, hours):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        left = behind[i] - hours
        behind[i] = left if left > waiting[i] else waiting[i]


@njit(cache=True)
def _take(rows, a, table, place):  # type: ignore[no-untyped-def]
    """Entries of a table by their place. Alone in a loop: what is next to it then goes several lanes at a time."""
    for i in range(LANES):
        rows[a, i] = table[place[i]]


@njit(cache=True)
def _start(starts, a, behind, weeks, hour_week, come, place):  # type: ignore[no-untyped-def]
    most = len(hour_week) - 1.0
    for i in range(LANES):
        hour = behind[i] + come + CRUMB
        place[i] = np.uint64(hour if hour < most else most)
    _take(starts, a, hour_week, place)
    _latest(starts, a, weeks, 2 + a)


@njit(cache=True)
def _copy_hours(free, behind, come):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        free[i] = behind[i] + come


@njit(cache=True)
def _or_waited(free, waiting, weeks, a, come_by, week, place):  # type: ignore[no-untyped-def]
    """What waited is worked no earlier than it may start."""
    end = len(come_by) - 1
    for i in range(LANES):
        begun = weeks[2 + a, i] if weeks[2 + a, i] > week else week
        place[i] = np.uint64(begun if begun < end else end)
    _take(weeks, 0, come_by, place)
    for i in range(LANES):
        hour = weeks[0, i] + waiting[i]
        free[i] = hour if hour > free[i] else free[i]


@njit(cache=True)
def _finish(complete, a, hour, by_hour, starts, elapsed, completion, place):  # type: ignore[no-untyped-def]
    most = len(by_hour) - 1.0
    for i in range(LANES):
        needed = np.ceil(hour[i] - CRUMB)
        place[i] = np.uint64(needed if needed < most else most)
    _take(complete, a, by_hour, place)
    for i in range(LANES):
        own = starts[a, i] + elapsed
        end = complete[a, i] if complete[a, i] > own else own
        complete[a, i] = end if end > completion else completion


@njit(cache=True)
def _at_pace(complete, a, starts, factors, hours, own_by, own_week, row, place, weeks):  # type: ignore[no-untyped-def]
    """No earlier than its own most hours a week allow."""
    most, end = own_week.shape[1] - 1.0, own_by.shape[1] - 1
    for i in range(LANES):
        place[i] = np.uint64(starts[a, i] if starts[a, i] < end else end)
    for i in range(LANES):
        weeks[0, i] = own_by[row, place[i]]
    for i in range(LANES):
        needed = np.ceil(weeks[0, i] + factors[a, i] * hours - CRUMB)
        place[i] = np.uint64(needed if needed < most else most)
    for i in range(LANES):
        weeks[0, i] = own_week[row, place[i]]
    _latest(complete, a, weeks, 0)


@njit(cache=True)
def _copy(since, complete, a):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        since[a, i] = complete[a, i]


@njit(cache=True)
def _latest(rows, a, others, b):  # type: ignore[no-untyped-def]
    for i in range(LANES):
        rows[a, i] = others[b, i] if others[b, i] > rows[a, i] else rows[a, i]


@njit(cache=True)
def _most(rows, a):  # type: ignore[no-untyped-def]
    most = rows[a, 0]
    for i in range(LANES):
        most = rows[a, i] if rows[a, i] > most else most
    return most


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
def _bar(logits, base, seed, life, draw, sd, step, normal, bits, moved):  # type: ignore[no-untyped-def]
    """The logits of each round before anything differs, where the bar has moved."""
    for i in range(LANES):
        moved[i] = 0.0
    for j in range(len(base)):
        by = sd * step[j]
        if by > 0:
            _draw(bits, seed, life, draw + j)
            for i in range(LANES):
                moved[i] += by * normal[bits[i] >> S48]
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
