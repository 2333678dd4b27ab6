"""Hours that must be worked between two weeks, whatever else is done.

What is complete by a week and could not have begun before another must be worked between them, but for what fits into
the weeks around at the most hours a week it takes (energetic reasoning: Erschler and Lopez 1990; Baptiste, Le Pape and
Nuijten 1999). There are too many such rows to state, so those that a solution breaks are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.windows import Window

Row = tuple[dict[int, int], int]
"""Whole coefficients by column, and the most that their sum may be."""
EVERY = 13
"""Intervals begin in every so many weeks, besides those in which something may begin or money arrives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Energy:
    """Of each column, an action complete by a week: the action, its hours, the first week in which it may begin and the
    last by which it is complete [columns]. alone [actions, weeks + 1]: hours that one could have had by then if it had
    every week for itself. have [weeks + 1]: all hours by then. since, until: the weeks between which intervals lie."""

    action: Whole
    hours: Whole
    begin: Whole
    last: Whole
    alone: Whole
    have: Whole
    since: Whole
    until: Whole

    @classmethod
    def of(cls, tasks: Tasks, windows: Sequence[Window]) -> "Energy":
        """Of the columns that are these windows."""
        weeks, which = len(tasks.hours_in), np.array([one.action for one in windows], dtype=np.int64)
        begin = np.minimum(np.array([one.since for one in windows], dtype=np.int64), weeks)
        alone = np.cumsum(np.minimum(tasks.hours_in, tasks.most[:, None]), axis=1)
        last = np.minimum(np.array([one.last for one in windows], dtype=np.int64), weeks)
        some = {*range(0, weeks, EVERY), *begin.tolist(), *tasks.arrives.tolist()}
        return cls(
            action=which,
            hours=tasks.hours[which],
            begin=begin,
            last=last,
            alone=np.concatenate([np.zeros((len(alone), 1), dtype=np.int64), alone], axis=1),
            have=np.concatenate([[0], np.cumsum(tasks.hours_in)]),
            since=np.array(sorted(some), dtype=np.int64),
            until=np.unique(last),
        )

    def row(self, since: int, until: int) -> Row:
        """What the columns need between two weeks, and what there is."""
        needed = self.needed(np.arange(len(self.hours)), np.array([since]), np.array([until])).ravel()
        own = {int(column): int(needed[column]) for column in np.flatnonzero(needed)}
        return own, int(self.have[until] - self.have[since])

    def needed(self, columns: Whole, since: Whole, until: Whole) -> Whole:
        """Hours of columns between weeks: [columns, since, until]."""
        each, alone = np.arange(len(columns)), self.alone[self.action[columns]]
        before = np.maximum(alone[:, since] - alone[each, self.begin[columns]][:, None], 0)
        after = np.maximum(alone[each, self.last[columns]][:, None] - alone[:, until], 0)
        needed: Whole = np.maximum(self.hours[columns][:, None, None] - before[:, :, None] - after[:, None, :], 0)
        return needed

    def broken(self, columns: Whole, *, most: int) -> list[tuple[int, int]]:
        """Some intervals in which these columns need more than there is, those first in which they need most more for
        what there is; no two begin or end in the same week."""
        if not len(columns):
            return []
        have = self.have[self.until] - self.have[self.since][:, None]
        over: Floats = (self.needed(columns, self.since, self.until).sum(axis=0) - have) / np.maximum(have, 1)
        over[self.since[:, None] >= self.until] = 0.0
        found: list[tuple[int, int]] = []
        while len(found) < most:
            place = int(np.argmax(over))
            since, until = divmod(place, len(self.until))
            if over[since, until] <= 0:
                break
            found.append((int(self.since[since]), int(self.until[until])))
            over[since], over[:, until] = 0.0, 0.0
        return found
