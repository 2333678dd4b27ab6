"""Where sets of traits decide: what the chance of no plan exceeds.

In each case of the exams, as if it were known beforehand, nothing is held before it could be: each set of traits not
before the week in which all of it can be passed, and its hours and its money are there. What is given away is that one
plan must do for all rounds and all cases.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from twelfth.engines.roadmap.arrays import NEVER, Floats, Tasks, Whole
from twelfth.engines.roadmap.earliest import earliest
from twelfth.engines.roadmap.points_table import Sets
from twelfth.roadmap import Instance, cases_of

CASES_A_SLICE = 64
MOST_EXAMS = 8
"""So many are told apart, the hardest; any other counts as passed at once, which is no worse than any case of it. All
cases of these are gone through: a sample of cases would be no bound."""


@dataclass(slots=True, kw_only=True)
class SetsProver:
    """Goes through the cases of the exams, the likeliest first; what was not gone through counts as the best of all.

    highest: no less than the chance of any plan in some cases, by the first week in which each set can be held
    [cases, sets]. delays [cases, actions], shares [cases]. rows: the actions that each set takes. known: the highest by
    the weeks in which each action could be passed, since most cases differ in nothing that matters.
    """

    tasks: Tasks
    highest: Callable[[Whole], Floats]
    delays: Whole
    shares: Floats
    rows: tuple[tuple[int, ...], ...]
    bound: float = 1.0
    done: int = 0
    total: float = 0.0
    most: float = 1.0
    known: dict[bytes, float] = field(default_factory=dict)

    @classmethod
    def of(cls, instance: Instance, tasks: Tasks, place: Whole, highest: Callable[[Whole], Floats]) -> "SetsProver":
        """Knowing nothing yet. place: the row of each set in its table, -1 where it cannot be held."""
        actions = instance.in_order
        sets = Sets.of(instance, tasks)
        exams = [a for a, one in enumerate(actions) if one.is_exam and sets.bit[a]]
        exams = sorted(exams, key=lambda a: actions[a].pass_probability)[:MOST_EXAMS]
        delays, shares = cases_of([actions[a] for a in exams])
        by_action = np.zeros((len(shares), len(actions)), np.int64)
        by_action[:, exams] = np.where(np.isfinite(delays), delays, NEVER).astype(np.int64)
        order = np.argsort(-shares, kind="stable")
        rows = tuple(tuple(sorted(sets.needed(int(row)))) for row in np.flatnonzero(place >= 0))
        return cls(tasks=tasks, highest=highest, delays=by_action[order], shares=shares[order], rows=rows)

    def stop(self) -> None:
        """Not within a piece: it is done to its end."""

    def slice(self, _chance: float) -> None:
        """Some cases more. The first of all, every exam passed at once, is no worse than any."""
        if self.done == 0:
            self.most = self._highest(np.zeros_like(self.delays[:1]))[0]
        cases = slice(self.done, self.done + CASES_A_SLICE)
        self.total += float(np.dot(self.shares[cases], self._highest(self.delays[cases])))
        self.done = min(cases.stop, len(self.shares))
        self.bound = min(self.bound, self.total + float(self.shares[self.done :].sum()) * self.most)

    def _highest(self, delays: Whole) -> list[float]:
        """What the chance of no plan exceeds in each of some cases."""
        soon = np.minimum(earliest(self.tasks) + delays, NEVER)
        names = [one.tobytes() for one in soon]
        new = {name: one for name, one in zip(names, soon, strict=True) if name not in self.known}
        if new:
            ready = np.array([[self._ready(ids, one) for ids in self.rows] for one in new.values()])
            self.known |= zip(new, self.highest(ready).tolist(), strict=True)
        return [self.known[name] for name in names]

    def _ready(self, ids: tuple[int, ...], soon: Whole) -> int:
        """A week before which not all of these can be passed, or hours and money are not there."""
        if not ids:
            return 0
        needed = list(ids)
        spent, worked = int(self.tasks.cost[needed].sum()), int(self.tasks.hours[needed].sum())
        paid = int(self.tasks.arrives[np.searchsorted(self.tasks.money, spent)]) + 1 if spent else 0
        return max(int(soon[needed].max()), int(self.tasks.by_hours[worked]), paid)
