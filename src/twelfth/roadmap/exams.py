"""How exams may turn out: every case, or where they are too many an even sample of them.

An exam is passed at its first, second or third attempt or not at all; attempts between the same two rounds come to the
same. Up to 65,536 cases are listed, as many as eight exams make; beyond that an eighth as many are drawn, each exam's
outcomes in their exact shares (Latin hypercube; McKay 1979). The chance is then within .0001 of that of half a million,
and takes an eighth of the time.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap.action import ATTEMPTS, Action

Array = NDArray[np.float64]

MOST_CASES, DRAWN = 65_536, 8_192


def cases_of(
    exams: Sequence[Action], *, most: int = MOST_CASES, seed: int = 0, marks: Sequence[Array] | None = None
) -> tuple[Array, Array]:
    """Weeks from completion to passing, inf where never, [cases, exams], and the share of each case [cases].

    marks: of each exam, weeks in order; all that matters is which of them it is passed after, so that outcomes between
    two of them are one.
    """
    outcomes = [_outcomes(exam, None if marks is None else marks[place]) for place, exam in enumerate(exams)]
    if math.prod(len(shares) for _, shares in outcomes) <= most:
        return _all(outcomes)
    count, rng = min(most, DRAWN), np.random.default_rng([seed, len(exams)])
    drawn = np.empty((count, len(exams)))
    for column, (delays, shares) in enumerate(outcomes):
        even = (rng.permutation(count) + rng.random(count)) / count
        drawn[:, column] = delays[np.searchsorted(np.cumsum(shares)[:-1], even, side="right")]
    return drawn, np.full(count, 1.0 / count)


def _outcomes(exam: Action, marks: Array | None) -> tuple[Array, Array]:
    """Delays and their shares, the first of those that come to the same for all of them."""
    delays, shares = np.array(_delays(exam)), np.array(_shares(exam))
    if marks is None:
        return delays, shares
    _, first, place = np.unique(np.searchsorted(marks, delays), return_index=True, return_inverse=True)
    return delays[first], np.bincount(place.ravel(), weights=shares).astype(float)


def _delays(exam: Action) -> list[float]:
    return [*(float(delay) for delay, _ in exam.passing), np.inf]


def _shares(exam: Action) -> list[float]:
    return [*(share for _, share in exam.passing), (1 - exam.pass_probability) ** (ATTEMPTS - exam.attempts_made)]


def _all(outcomes: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    delays, shares = np.zeros((1, 0)), np.ones(1)
    for own, likely in outcomes:
        kept = np.repeat(delays, len(own), axis=0)
        delays = np.column_stack([kept, np.tile(own, len(delays))])
        shares = np.repeat(shares, len(own)) * np.tile(likely, len(shares))
    return delays, shares
