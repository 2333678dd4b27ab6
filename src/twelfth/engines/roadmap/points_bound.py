"""Where published points decide: the chance grows with the points of every day, which are no more than the most of any
set of traits that could be held by then."""

from functools import partial

import numpy as np

from twelfth.distance import met_each
from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.points_table import PointsTable
from twelfth.engines.roadmap.sets_bound import SetsProver
from twelfth.roadmap import DAYS, Instance, Points


def points_prover(instance: Instance, points: Points, tasks: Tasks, table: PointsTable) -> SetsProver:
    """Knowing nothing yet."""
    return SetsProver.of(instance, tasks, table.place, partial(_highest, points, table))


def _highest(points: Points, table: PointsTable, ready: Whole) -> Floats:
    """The chance with the most points on each day of any set that can be held by then [cases, sets]: [cases]."""
    scores = np.array([_most_points(points, table, one) for one in ready])
    each = [met_each(rounds, scores[:, kind]) for kind, rounds in enumerate(points.paths)]
    return np.asarray(1.0 - np.prod(1.0 - np.array(each), axis=0))


def _most_points(points: Points, table: PointsTable, ready: Whole) -> Floats:
    most = np.full(table.low.shape[1:], -np.inf)
    for row in np.argsort(ready, kind="stable"):
        first = int(ready[row]) * DAYS
        if first < points.days:
            most[:, first:] = np.maximum(most[:, first:], table.low[row][:, first:])
    return most
