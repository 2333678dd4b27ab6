"""The cut-off a published pool implies: the score above which there are as many people as a round selects.

It widens a forecast and never moves it. Over the 36 forecasts for which Express Entry had published a pool, the cut-off
so implied was off by 23 points on average, the last cut-off by 11: people leave and enter between rounds, sizes change,
and the bands at the top are a hundred points wide.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from twelfth.distance.cutoff.cut_off import Bands, CutOff
from twelfth.distance.cutoff.level import SCALE_HALF_LIFE, recency

SIZES_LOOKED_AT = 16
"""Rounds: twice the half-life of their weights."""


def implied_cut(bands: Bands, selected: float) -> float:
    """The score of the last one in when `selected` people are taken from the top; points.

    Formula: between the ends of a band the logarithm of (people above + 1) is linear in the score, as scores thin out
    towards the top. Bands hold whole points, so 481..490 reaches from 480.5 to 490.5. A pool too small for the round
    gives its lowest end.
    """
    ends = [bands[-1][1] + 0.5] + [low - 0.5 for low, _, _ in reversed(bands)]
    above = np.cumsum([0.0, *(people for _, _, people in reversed(bands))])
    return float(np.interp(np.log1p(selected), np.log1p(above), ends))


def pool_sd(rounds: Sequence[CutOff], level: float, *, as_of: date) -> float:
    """How far around `level` the cut-offs lie that the sizes of the kind's last rounds imply; sd in points.

    By the newest pool known on `as_of`, recent sizes counting more; 0 where no pool or no size is published.
    """
    pools = [one for one in rounds if one.bands and one.bands_since <= as_of]
    sizes = [one.selected for one in rounds if one.selected is not None][-SIZES_LOOKED_AT:]
    if not pools or not sizes:
        return 0.0
    bands = max(pools, key=lambda one: (one.bands_since, one.decided)).bands
    away = np.array([implied_cut(bands, size) - level for size in sizes])
    weight = recency(len(away), SCALE_HALF_LIFE)
    return float(np.sqrt(weight @ away**2 / weight.sum()))
