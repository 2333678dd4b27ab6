"""How large one point of a process is, so that what is believed of spreads before any is seen fits every scale.

The prior spread is stated in points of Express Entry, where cut-offs of one kind mostly move by ten. A scale of grades
up to 100 moves by less than one: there the same number would say nothing at all.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from twelfth.distance.cutoff.cut_off import CutOff, in_order

TYPICAL_CHANGE = 10.0
"""Points: the median size of 377 changes between rounds of one kind of Express Entry, 2015 to 2025."""
FEWEST_CHANGES = 4
"""Fewer changes than this show no scale."""


def unit_of(rounds: Iterable[CutOff]) -> float | None:
    """Points of these rounds that weigh as one of Express Entry's; None where too few changes show it.

    The median size of a change between rounds of one kind, over 10; where most rounds repeat the cut-off before, the
    smallest change that is one. None too where no cut-off ever changed.
    """
    by_kind: dict[str, list[float]] = {}
    for one in in_order(rounds):
        by_kind.setdefault(one.kind, []).append(one.cut_off)
    sizes = np.array([abs(b - a) for cuts in by_kind.values() for a, b in pairwise(cuts)])
    moved = sizes[sizes > 0]
    if len(sizes) < FEWEST_CHANGES or not len(moved):
        return None
    return max(float(np.median(sizes)), float(moved.min())) / TYPICAL_CHANGE
