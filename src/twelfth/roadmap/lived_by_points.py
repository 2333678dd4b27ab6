"""In which round lives are first selected where published points decide: each life with its own path of cut-offs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twelfth.distance import NEVER_MET, drawn
from twelfth.roadmap.action import Action
from twelfth.roadmap.chance import held_by
from twelfth.roadmap.points import DAYS, Points

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


class LivedByPoints:
    """Selections of many lives, some at a time. The points of each set of traits are asked for once."""

    def __init__(self, points: Points) -> None:
        self._points = points
        self.weeks, self.kinds = points.weeks, len(points.kinds)
        self._rows: dict[frozenset[str], int] = {}
        self._table = np.empty((0, len(points.kinds), points.days))

    def first(self, actions: Sequence[Action], passed: Array, rng: np.random.Generator) -> tuple[Whole, Whole]:
        """The week and the kind (by number) of the first selection of each life; one beyond the last where never.

        actions: chosen ones, prerequisites first; passed [actions, lives]: the week in which each is passed, inf never.
        """
        points, lives = self._points, passed.shape[1]
        rows = self._held(actions, passed)
        met = np.empty((len(points.kinds), lives), np.int64)
        for kind, rounds in enumerate(points.paths):
            future = drawn(rounds, lives, rng)
            scores = self._table[rows[np.arange(lives), future.day // DAYS], kind, future.day]
            met[kind] = future.first(scores)
        kind, day = met.argmin(axis=0), met.min(axis=0)
        never = day == NEVER_MET
        week = np.where(never, points.weeks, np.where(never, 0, day) // DAYS)
        return week, np.where(never, len(points.kinds), kind)

    def _held(self, actions: Sequence[Action], passed: Array) -> Whole:
        """Which row of the table is that of the traits held: [lives, weeks]."""
        points, lives = self._points, passed.shape[1]
        held = held_by(actions, passed, np.arange(float(points.weeks)))
        traits = [*held]
        bits = np.zeros((lives, points.weeks), np.int64)
        for place, trait in enumerate(traits):
            bits |= held[trait].astype(np.int64) << place
        found, at = np.unique(bits, return_inverse=True)
        rows = [self._row(frozenset(name for place, name in enumerate(traits) if one >> place & 1)) for one in found]
        return np.array(rows, np.int64)[at.reshape(bits.shape)]

    def _row(self, held: frozenset[str]) -> int:
        if held not in self._rows:
            self._rows[held] = len(self._table)
            self._table = np.concatenate([self._table, self._points.of(held)[None]])
        return self._rows[held]
