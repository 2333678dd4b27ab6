"""Where a function of the traits held decides: its logit for every set of traits that can be held, as a table."""

from typing import NamedTuple

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.points_table import Sets
from twelfth.roadmap import Instance, Scored


class SetTable(NamedTuple):
    """scored [sets, rounds]: the logit that a set of traits gives, rounds in order of their week. place [2 ** traits]:
    the row of a set, -1 where it cannot be held. bit [actions]: that of the trait an action grants. effect [actions]:
    what it adds at best in any round, for where a search begins; as stated where no function decides."""

    scored: Floats
    place: Whole
    bit: Whole
    effect: Floats


def no_sets(instance: Instance) -> SetTable:
    """Where effects add up."""
    effect = np.array([action.effect for action in instance.in_order])
    return SetTable(np.zeros((0, 0)), np.zeros(0, np.int64), np.zeros(0, np.int64), effect)


def sets_of(instance: Instance, tasks: Tasks) -> SetTable:
    """The table of an instance, every set evaluated at once.

    Raises:
        InvalidInput: more sets of traits can be held than are gone through, or as Scored.logits.
    """
    if instance.scored is None:
        return no_sets(instance)
    sets = Sets.of(instance, tasks)
    rows = np.array(sorted(sets.all()), np.int64)
    place = np.full(1 << len(sets.traits), -1, np.int64)
    place[rows] = np.arange(len(rows))
    scored = logits_by_week(instance, instance.scored, sets, rows)
    return SetTable(scored, place, sets.bit, _effect(sets, rows, place, scored))


def logits_by_week(instance: Instance, scored: Scored, sets: Sets, rows: Whole) -> Floats:
    """Of some sets: [sets, rounds], rounds in order of their week. What cannot be held in time is not held."""
    column = {trait: place for place, trait in enumerate(sets.traits)}
    held = np.zeros((len(rows), len(scored.traits)), bool)
    for at, trait in enumerate(scored.traits):
        if trait in column:
            held[:, at] = rows >> column[trait] & 1
    return scored.logits(held, sorted(one.week for one in instance.rounds))


def _effect(sets: Sets, rows: Whole, place: Whole, scored: Floats) -> Floats:
    found = np.zeros(len(sets.bit))
    for bit in set(sets.bit.tolist()) - {0}:
        with_it = rows[(rows & bit) > 0]
        without = place[with_it ^ bit]
        both = without >= 0
        adds = scored[place[with_it[both]]] - scored[without[both]]
        found[sets.bit == bit] = max(0.0, float(adds.max(initial=0.0)))
    return found
