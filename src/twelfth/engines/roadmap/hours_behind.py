"""When actions are complete in lives in which they take more or fewer hours: roadmap/backlog.py in compiled code.

What is behind goes from stretch to stretch of a course and not from week to week. What waits is not summed anew each
time: what is planned for it is added, and what need wait no longer is taken off in the stretch from which that is so.
"""

import numpy as np
from numba import njit

from twelfth.engines.roadmap.course import FINISH, START
from twelfth.engines.roadmap.lanes import LANES, latest, take

CRUMB = 1e-6


@njit(cache=True)
def go(course, miles, factors, complete, starts, freed, scratch, weeks, place):  # type: ignore[no-untyped-def]
    """The weeks in which actions are complete, into `complete`: step by step through the course.

    starts: of each action; freed: hours that wait no longer from each stretch on, left at 0; scratch: hours behind,
    waiting, worked and free; weeks: two spare rows and, of each action, the week from which it need not wait.
    """
    kind, which, come, at, worked, share = (
        course.kind,
        course.which,
        course.come,
        course.at,
        course.worked,
        course.share,
    )
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
                latest(weeks, 2 + a, complete, before[p])
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
def _start(starts, a, behind, weeks, hour_week, come, place):  # type: ignore[no-untyped-def]
    most = len(hour_week) - 1.0
    for i in range(LANES):
        hour = behind[i] + come + CRUMB
        place[i] = np.uint64(hour if hour < most else most)
    take(starts, a, hour_week, place)
    latest(starts, a, weeks, 2 + a)


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
    take(weeks, 0, come_by, place)
    for i in range(LANES):
        hour = weeks[0, i] + waiting[i]
        free[i] = hour if hour > free[i] else free[i]


@njit(cache=True)
def _finish(complete, a, hour, by_hour, starts, elapsed, completion, place):  # type: ignore[no-untyped-def]
    most = len(by_hour) - 1.0
    for i in range(LANES):
        needed = np.ceil(hour[i] - CRUMB)
        place[i] = np.uint64(needed if needed < most else most)
    take(complete, a, by_hour, place)
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
    latest(complete, a, weeks, 0)


@njit(cache=True)
def _most(rows, a):  # type: ignore[no-untyped-def]
    most = rows[a, 0]
    for i in range(LANES):
        most = rows[a, i] if rows[a, i] > most else most
    return most
