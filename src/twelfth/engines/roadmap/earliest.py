"""A week before which each action cannot begin, and one before which it cannot be complete, even if everything went to
it and what it needs."""

import numpy as np

from twelfth.engines.roadmap.arrays import Tasks, Whole


def earliest(tasks: Tasks) -> Whole:
    """By when each action can be complete [actions]; beyond the last week where it cannot be at all."""
    return soonest(tasks)[1]


def soonest(tasks: Tasks) -> tuple[Whole, Whole]:
    """By when each action can begin and be complete [actions]; beyond the last week where it cannot be at all."""
    begin, found = np.zeros((2, len(tasks.hours)), dtype=np.int64)
    beyond = len(tasks.hours_in) + 1
    for a in range(len(found)):
        line = tasks.line[tasks.line_at[a] : tasks.line_at[a + 1]]
        needed, spent = int(tasks.hours[line].sum()), int(tasks.cost[line].sum())
        if needed >= len(tasks.by_hours) or spent > tasks.money[-1]:
            begin[a], found[a] = beyond, beyond
            continue
        start = max((int(found[b]) for b in tasks.before[tasks.before_at[a] : tasks.before_at[a + 1]]), default=0)
        start = max(start, int(tasks.arrives[np.searchsorted(tasks.money, spent)]) if spent else 0)
        alone = np.cumsum(np.minimum(tasks.hours_in[start:], tasks.most[a]))
        worked = start + int(np.searchsorted(alone, tasks.hours[a])) + 1 if len(alone) else beyond
        begin[a], found[a] = start, max(worked, start + int(tasks.elapsed[a]), int(tasks.by_hours[needed]))
    return begin, found
