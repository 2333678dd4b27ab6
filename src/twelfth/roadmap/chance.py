"""The chance of being selected at least once, from the weeks in which actions are complete.

Exact in what no profile shows; exact in up to eight exams, and within a few ten-thousandths beyond.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap.exams import MOST_CASES, cases_of
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.unseen import Unseen

Array = NDArray[np.float64]


def chance(instance: Instance, completions: Mapping[str, int], *, most_cases: int = MOST_CASES) -> float:
    """Of being selected in at least one round, with actions complete in the weeks given."""
    logits, shares = logits_of(instance, completions, most_cases=most_cases)
    rows, together = _once(logits, shares)
    return Unseen.normal(instance.sigma).chance(rows, together)


def _once(logits: Array, shares: Array) -> tuple[Array, Array]:
    """Equal rows together, with the sum of their shares.

    Rows are told apart by one number each, their sum with weights that no effects are multiples of: numbers are sorted
    much faster than rows.
    """
    weights = np.sqrt(np.arange(2.0, 2.0 + logits.shape[1])) + np.pi
    _, first, place = np.unique((logits * weights).sum(axis=1), return_index=True, return_inverse=True)
    return logits[first], np.bincount(place.ravel(), weights=shares, minlength=len(first)).astype(float)


def logits_of(
    instance: Instance, completions: Mapping[str, int], *, most_cases: int = MOST_CASES
) -> tuple[Array, Array]:
    """The logit of each round in each case of the exams [cases, rounds], and the share of each case [cases]."""
    chosen = [action for action in instance.in_order if action.id in completions]
    exams = [action for action in chosen if action.is_exam]
    delays, shares = cases_of(exams, most=most_cases)
    column = {exam.id: place for place, exam in enumerate(exams)}
    counts: dict[str, Array] = {}
    for action in chosen:
        passed = np.full(len(shares), float(completions[action.id]))
        if action.id in column:
            passed += delays[:, column[action.id]]
        counts[action.id] = np.max([passed, *(counts[named] for named in action.after)], axis=0)
    weeks = np.array([each.week for each in instance.rounds], dtype=float)
    held: dict[str, NDArray[np.bool_]] = {}
    for action in chosen:
        since = counts[action.id][:, None]
        until = np.inf if action.valid_weeks is None else since + action.valid_weeks
        holds = (since <= weeks) & (weeks <= until)
        held[action.trait] = held.get(action.trait, False) | holds
    logits = np.tile([each.base_logit for each in instance.rounds], (len(shares), 1)).astype(float)
    for trait, holds in held.items():
        logits += instance.by_id[trait].effect * holds
    return logits, shares
