"""Which levels of a trait a person could acquire. Says nothing of whether it would help.

A protected trait, one that cannot change any more and one of which only presence is recorded have none: they are never
levers.
"""

import math

import numpy as np
from numpy.typing import NDArray

from twelfth.goal import Better, Level, Numeric, Recorded, Trait

Array = NDArray[np.float64]

AIMS = {Better.MORE: (0.5, 0.75), Better.LESS: (0.5, 0.25)}
"""Percentiles of those selected that one aims at in a number: their middle and the better quarter, not their least."""


def acquirable(trait: Trait, own: float, selected: Array) -> tuple[Level, ...]:
    """Levels beyond the person's own code, given the codes [n] of those selected (NaN unknown).

    Of something held or not: having it. Of an order: every step further. Of one of several: each of the others. Of a
    number: the middle and the better quarter of those selected, where these lie beyond. None where the own level is
    unknown: there is nothing to compare with.
    """
    if trait.protected or trait.fixed or trait.recorded is Recorded.POSITIVES_ONLY or math.isnan(own):
        return ()
    codes = trait.codes()
    if codes is None:
        return _numbers(trait, own, selected) if isinstance(trait, Numeric) else ()
    if trait.kind == "binary":
        wanted = 0.0 if trait.better is Better.LESS else 1.0
        return (trait.level(wanted),) if own != wanted else ()
    return tuple(trait.level(code) for code in codes if code != own and _not_back(trait, code, own))


def _not_back(trait: Trait, code: float, own: float) -> bool:
    return {Better.MORE: code > own, Better.LESS: code < own}.get(trait.better, True)


def _numbers(trait: Numeric, own: float, selected: Array) -> tuple[Level, ...]:
    seen = selected[~np.isnan(selected)]
    if not len(seen) or trait.better not in AIMS:
        return ()
    aims = (float(one) for one in np.quantile(seen, AIMS[trait.better]))
    whole = {math.ceil(one) if trait.better is Better.MORE else math.floor(one): None for one in aims}
    return tuple(float(one) for one in whole if _not_back(trait, one, own))
