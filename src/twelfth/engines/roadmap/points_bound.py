"""Where published points decide: what the chance of no plan exceeds.

In each case of the exams, as if it were known beforehand, the points of every day are no more than the most of any set
of traits that could be held by then; the chance grows with the points of every day.
"""

from dataclasses import dataclass, field

import numpy as np

from twelfth.distance import met
from twelfth.engines.roadmap.arrays import NEVER, Floats, Tasks, Whole
from twelfth.engines.roadmap.earliest import earliest
from twelfth.engines.roadmap.points_table import PointsTable, Sets
from twelfth.roadmap import DAYS, Instance, Points, cases_of

CASES_A_SLICE = 4


@dataclass(slots=True, kw_only=True)
class PointsProver:
    """Goes through the cases of the exams, the likeliest first; what was not gone through counts as the best of all.

    delays [cases, actions], shares [cases]. ready: of each set that can be held, its traits' actions. known: the chance
    by the weeks in which each action could be passed, since most cases differ in nothing that matters.
    """

    points: Points
    tasks: Tasks
    table: PointsTable
    delays: Whole
    shares: Floats
    rows: tuple[tuple[int, ...], ...]
    bound: float = 1.0
    done: int = 0
    total: float = 0.0
    most: float = 1.0
    known: dict[bytes, float] = field(default_factory=dict)

    @classmethod
    def of(cls, instance: Instance, points: Points, tasks: Tasks, table: PointsTable) -> "PointsProver":
        """Knowing nothing yet."""
        actions = instance.in_order
        sets = Sets.of(instance, tasks)
        exams = [a for a, one in enumerate(actions) if one.is_exam and sets.bit[a]]
        delays, shares = cases_of([actions[a] for a in exams])
        by_action = np.zeros((len(shares), len(actions)), np.int64)
        by_action[:, exams] = np.where(np.isfinite(delays), delays, NEVER).astype(np.int64)
        order = np.argsort(-shares, kind="stable")
        rows = tuple(tuple(sorted(sets.needed(int(row)))) for row in np.flatnonzero(table.place >= 0))
        return cls(points=points, tasks=tasks, table=table, delays=by_action[order], shares=shares[order], rows=rows)

    def slice(self, _chance: float) -> None:
        """A few cases more. The first of all, every exam passed at once, is no worse than any."""
        if self.done == 0:
            self.most = self._highest(np.zeros_like(self.delays[0]))
        for case in range(self.done, min(self.done + CASES_A_SLICE, len(self.shares))):
            self.total += float(self.shares[case]) * self._highest(self.delays[case])
            self.done = case + 1
        self.bound = min(self.bound, self.total + float(self.shares[self.done :].sum()) * self.most)

    def _highest(self, delay: Whole) -> float:
        soon = np.minimum(earliest(self.tasks) + delay, NEVER)
        named = soon.tobytes()
        if named not in self.known:
            missed = 1.0
            for rounds, scores in zip(self.points.paths, self._most_points(soon), strict=True):
                missed *= 1.0 - met(rounds, scores)
            self.known[named] = 1.0 - missed
        return self.known[named]

    def _most_points(self, soon: Whole) -> Floats:
        """The most points of any set of traits that could be held on each day: [kinds, days]."""
        ready = np.array([self._ready(ids, soon) for ids in self.rows])
        found = np.full(self.table.low.shape[1:], -np.inf)
        for row in np.argsort(ready, kind="stable"):
            first = int(ready[row]) * DAYS
            if first < self.points.days:
                found[:, first:] = np.maximum(found[:, first:], self.table.low[row][:, first:])
        return found

    def _ready(self, ids: tuple[int, ...], soon: Whole) -> int:
        """A week before which not all of these can be passed, or hours and money are not there."""
        if not ids:
            return 0
        needed = list(ids)
        spent, worked = int(self.tasks.cost[needed].sum()), int(self.tasks.hours[needed].sum())
        paid = int(self.tasks.arrives[np.searchsorted(self.tasks.money, spent)]) + 1 if spent else 0
        return max(int(soon[needed].max()), int(self.tasks.by_hours[worked]), paid)
