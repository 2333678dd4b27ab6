"""Where a function of the traits held decides: the chance grows with the logit of every round, which is no more than
the most of any set of traits that could be held by then. The function itself need not grow with anything."""

from functools import partial

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.set_table import sets_of
from twelfth.engines.roadmap.sets_bound import SetsProver
from twelfth.roadmap import Instance, Unseen


def scored_prover(instance: Instance, tasks: Tasks) -> SetsProver:
    """Knowing nothing yet."""
    rounds, table = sorted(instance.rounds, key=lambda one: one.week), sets_of(instance, tasks)
    logits = table.scored + np.array([one.base_logit for one in rounds])
    weeks = np.array([one.week for one in rounds])
    return SetsProver.of(instance, tasks, table.place, partial(_highest, Unseen.normal(instance.sigma), logits, weeks))


def _highest(unseen: Unseen, logits: Floats, weeks: Whole, cases: Whole) -> Floats:
    """The chance with the highest logit [sets, rounds] in each round of any set that can be held in its week."""
    most = [np.where(ready[:, None] <= weeks, logits, -np.inf).max(axis=0) for ready in cases]
    return np.array([unseen.chance(own[None], np.ones(1)) for own in most])
