"""What all kinds together say of one with few rounds: how far cut-offs move and how often rounds are held."""

from collections.abc import Iterable, Sequence

import numpy as np

from twelfth.distance.cutoff.level import PRIOR_ROUNDS, PRIOR_SD, SCALE_HALF_LIFE, Track, winsorised

FEWEST_ROUNDS = 4
"""Fewer rounds of a kind than this teach no spread of their own (03-odds, E4)."""
CHANGES_OF_A_KIND = int(SCALE_HALF_LIFE)
"""No kind says more than its newest so many changes, so that the most frequent one does not speak for all."""
GAP_WITHOUT_EVIDENCE = 30.0
"""Days between rounds where no kind has had two; such an answer carries FEW_ROUNDS."""


def pooled_sd(tracks: Iterable[Track], *, rounds: int) -> float:
    """Sd of the next cut-off of a kind with so few `rounds`, from how all kinds move; points.

    Formula: sd of the newest changes of each kind, with the prior and never below its 35 points (the calm of other
    kinds is no evidence of this one's), times sqrt(1 + 1 / rounds) for the level that so few leave open.
    """
    newest = [winsorised(one.changes)[-CHANGES_OF_A_KIND:] for one in tracks]
    changes = np.concatenate(newest) if newest else np.empty(0)
    total = float(changes @ changes) + PRIOR_ROUNDS * PRIOR_SD**2
    sd = max(PRIOR_SD, float(np.sqrt(total / (len(changes) + PRIOR_ROUNDS))))
    return sd * float(np.sqrt(1 + 1 / rounds))


def pooled_gap(days: Iterable[Sequence[int]]) -> float:
    """The median number of days between rounds of one kind, over all gaps of all kinds."""
    gaps = np.concatenate([np.diff(one) for one in days])
    return max(float(np.median(gaps)), 1.0) if len(gaps) else GAP_WITHOUT_EVIDENCE
