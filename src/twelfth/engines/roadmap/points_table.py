"""Where published points decide: the points of every set of traits that can be held, as tables for compiled code."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from twelfth.base import InvalidInput, Problem
from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.earliest import earliest
from twelfth.roadmap import DAYS, Instance, Points

PATHS = 128
"""Paths that a search looks at; a plan that leaves it is judged on all there are."""
MOST_TRAITS, MOST_SETS = 20, 20_000
NOT_IN = -1e9
"""Scales below any cut-off, where the square of no number overflows."""


class TooManySets(InvalidInput):
    """More sets of traits can be held than can be gone through."""


class PointsTable(NamedTuple):
    """low, high [sets, kinds, days]: the points with a set of traits held, the next whole number up and down (the same
    as a rule). place [2 ** traits]: the row of a set, a bit a trait, -1 where it cannot be held. bit [actions]: that of
    the trait an action grants, 0 where it cannot be held.

    Of the rounds, kind by kind and path by path, those of path p of kind k from start[k, p] to start[k, p + 1]: day,
    week, and the cut-off before its first error (bar). leads [kinds, paths]: whether the first of them is the kind's
    very next round; scale [kinds, 2]: scales of the first error that a point is worth there, and later.
    """

    low: Floats
    high: Floats
    place: Whole
    bit: Whole
    start: Whole
    day: Whole
    week: Whole
    bar: Floats
    leads: NDArray[np.bool_]
    scale: Floats


def no_table() -> PointsTable:
    """Where points do not decide."""
    whole, floats, none = np.zeros(0, np.int64), np.zeros((0, 0, 0)), np.zeros((0, 0), np.int64)
    bar, leads, scale = np.zeros(0), np.zeros((0, 0), np.bool_), np.zeros((0, 2))
    return PointsTable(floats, floats, whole, whole, none, whole, whole, bar, leads, scale)


def points_table(instance: Instance, points: Points, tasks: Tasks) -> PointsTable:
    """The tables of an instance, with some of the paths.

    Raises:
        InvalidInput: more sets of traits can be held than are gone through.
    """
    sets = Sets.of(instance, tasks)
    rows = sorted(sets.all())
    place = np.full(1 << len(sets.traits), -1, np.int64)
    place[rows] = np.arange(len(rows))
    score = np.stack([points.of(sets.named(row)) for row in rows])
    return PointsTable(np.ceil(score), np.floor(score), place, sets.bit, *_rounds(points))


class Sets(NamedTuple):
    """Which sets of traits can be held. traits: those that can at all; bit [actions]; line [traits]: the actions needed
    for each; the hours and the money there are, and which actions exclude each other."""

    traits: tuple[str, ...]
    bit: Whole
    line: tuple[frozenset[int], ...]
    tasks: Tasks

    @classmethod
    def of(cls, instance: Instance, tasks: Tasks) -> "Sets":
        actions, soon = instance.in_order, earliest(tasks)
        able = [a for a, one in enumerate(actions) if soon[a] <= instance.last_week and one.renews is None]
        if len(able) > MOST_TRAITS:
            expected = f"at most {MOST_TRAITS} that can be done in time where sets of them decide"
            raise TooManySets(Problem(thing="actions", value=str(len(able)), expected=expected))
        order = {actions[a].id: place for place, a in enumerate(able)}
        bit = np.array([1 << order[one.trait] if one.trait in order else 0 for one in actions], np.int64)
        return cls(tuple(order), bit, tuple(frozenset(instance.lines[a]) for a in able), tasks)

    def all(self) -> Iterator[int]:
        """Every set that the hours and the money before the last round are enough for, none first."""
        found, count = [(0, frozenset[int]())], 0
        while found:
            row, needed = found.pop()
            yield row
            count += 1
            if count > MOST_SETS:
                expected = f"at most {MOST_SETS:,} sets of traits that can be held together"
                step = "Leave some of them out."
                raise TooManySets(
                    Problem(thing="actions", value=str(len(self.traits)), expected=expected, next_step=step)
                )
            for trait in range(row.bit_length(), len(self.traits)):
                with_it = needed | self.line[trait]
                if self._fit(with_it):
                    found.append((row | 1 << trait, with_it))

    def named(self, row: int) -> frozenset[str]:
        """The traits of a set."""
        return frozenset(name for place, name in enumerate(self.traits) if row >> place & 1)

    def needed(self, row: int) -> frozenset[int]:
        """The actions that a set takes."""
        return frozenset[int]().union(*(self.line[trait] for trait in range(len(self.traits)) if row >> trait & 1))

    def _fit(self, needed: frozenset[int]) -> bool:
        tasks, ids = self.tasks, sorted(needed)
        groups = [int(tasks.group[a]) for a in ids if tasks.group[a] >= 0]
        enough = tasks.hours[ids].sum() < len(tasks.by_hours) and tasks.cost[ids].sum() <= tasks.money[-1]
        return bool(enough) and len(groups) == len(set(groups))


def _rounds(points: Points) -> tuple[Whole, Whole, Whole, Floats, NDArray[np.bool_], Floats]:
    start, days, bars, leads, at = [], [], [], [], 0
    for rounds in points.paths:
        step = max(1, rounds.bar.shape[1] // PATHS)
        held = np.isfinite(rounds.bar[:, ::step])
        path, place = np.nonzero(held.T)
        begins = at + np.concatenate([[0], np.cumsum(held.sum(axis=0))])
        start.append(begins)
        days.append(rounds.day[:, ::step].T[path, place])
        bars.append(rounds.bar[:, ::step].T[path, place])
        leads.append(held[0])
        at = int(begins[-1])
    day = np.concatenate(days).astype(np.int64)
    scale = np.array([(one.scales[0], one.scales[-1]) for one in points.paths])
    return np.array(start, np.int64), day, day // DAYS, np.concatenate(bars), np.array(leads), scale


@njit(cache=True)
def worth_by_points(end, worth, table, since, weeks_held):  # type: ignore[no-untyped-def]
    """The chance over the cases of the exams; since [actions] and weeks_held [weeks] are scratch."""
    lows, highs, place, bit, start = table.low, table.high, table.place, table.bit, table.start
    day, week, bar, leads, scale = table.day, table.week, table.bar, table.leads, table.scale
    before_at, before, delay, share, valid = worth.before_at, worth.before, worth.delay, worth.share, worth.valid
    weeks, kinds, paths, chance = len(weeks_held), start.shape[0], start.shape[1] - 1, 0.0
    for case in range(len(share)):
        for w in range(weeks):
            weeks_held[w] = 0
        for a in range(len(end)):
            if end[a] < 0:
                continue
            begins = end[a] + delay[a, case]
            for at in range(before_at[a], before_at[a + 1]):
                begins = max(begins, since[before[at]])
            since[a] = begins
            for w in range(begins, min(weeks, begins + valid[a] + 1)):
                weeks_held[w] |= bit[a]
        for w in range(weeks):
            weeks_held[w] = place[weeks_held[w]]
        missed = 1.0
        for k in range(kinds):
            total, next_one, later = 0.0, scale[k, 0], scale[k, 1]
            for path in range(paths):
                at, stop = start[k, path], start[k, path + 1]
                low, high = NOT_IN, NOT_IN
                if leads[k, path]:
                    row = weeks_held[week[at]]
                    low = (lows[row, k, day[at]] - bar[at] - 0.5) * next_one
                    high = (highs[row, k, day[at]] - bar[at] + 0.5) * next_one
                    at += 1
                below, above = NOT_IN, NOT_IN
                for i in range(at, stop):
                    row = weeks_held[week[i]]
                    below = max(below, lows[row, k, day[i]] - bar[i])
                    above = max(above, highs[row, k, day[i]] - bar[i])
                total += _student(max(low, (below - 0.5) * later)) + _student(max(high, (above + 0.5) * later))
            missed *= 1.0 - total / (2 * paths)
        chance += share[case] * (1.0 - missed)
    return chance


@njit(cache=True)
def _student(x):  # type: ignore[no-untyped-def]
    """As `distance.cutoff.student.cdf`, of one number."""
    x = max(x, NOT_IN)
    s = x / math.sqrt(4.0 + x * x)
    return 0.5 + s * (3.0 - s * s) / 4.0
