"""The chance of being selected at least once, from the weeks in which actions are complete.

Exact in what no profile shows; exact in up to eight exams, and within a few ten-thousandths beyond what can be listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, reduce

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap.action import Action
from twelfth.roadmap.exams import MOST_CASES, cases_of
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.points import CASES
from twelfth.roadmap.scored import Scored
from twelfth.roadmap.unseen import Unseen

Array = NDArray[np.float64]


def chance(instance: Instance, completions: Mapping[str, int], *, most_cases: int = MOST_CASES) -> float:
    """Of being selected in at least one round, with actions complete in the weeks given."""
    if instance.points is not None:
        points = instance.points
        ways = ways_held(instance, completions, weeks=points.weeks, most_cases=min(most_cases, CASES))
        return float(np.dot([share for share, _ in ways], points.chances([held for _, held in ways])))
    logits, shares = logits_of(instance, completions, most_cases=most_cases)
    rows, together = _once(logits, shares)
    return Unseen.normal(instance.sigma).chance(rows, together)


def ways_held(
    instance: Instance, completions: Mapping[str, int], *, weeks: int, most_cases: int = CASES
) -> list[tuple[float, tuple[frozenset[str], ...]]]:
    """How the exams may leave the traits held in each week, with the share of each way; the likeliest first."""
    held, shares = holdings_of(instance, completions, np.arange(float(weeks)), most_cases=most_cases)
    traits = np.array(list(held))
    every = [np.broadcast_to(one, (len(shares), weeks)) for one in held.values()]
    ways = np.stack(every, axis=-1) if every else np.zeros((1, weeks, 0), bool)
    rows = [way.tobytes() for way in ways]
    once = {row: place for place, row in enumerate(sorted(set(rows)))}
    together = np.bincount([once[row] for row in rows], weights=shares)
    named = cache(lambda week: frozenset(traits[np.frombuffer(week, bool)].tolist()))
    split, each = [*once], [slice(week * len(traits), (week + 1) * len(traits)) for week in range(weeks)]
    return [
        (float(together[one]), tuple(named(split[one][week]) for week in each))
        for one in np.argsort(-together, kind="stable")
    ]


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
    weeks = np.array([each.week for each in instance.rounds], dtype=float)
    held, shares = holdings_of(instance, completions, weeks, most_cases=most_cases)
    logits = np.tile([each.base_logit for each in instance.rounds], (len(shares), 1)).astype(float)
    if instance.scored is not None:
        return logits + _scored(instance.scored, held, [each.week for each in instance.rounds], len(shares)), shares
    for trait, holds in held.items():
        logits += instance.by_id[trait].effect * holds
    return logits, shares


def _scored(scored: Scored, held: Mapping[str, NDArray[np.bool_]], weeks: Sequence[int], cases: int) -> Array:
    """The logit of each round [cases, rounds] as a function of the traits held in its week."""
    sets = np.zeros((cases, len(weeks), len(scored.traits)), bool)
    for place, trait in enumerate(scored.traits):
        sets[:, :, place] = held.get(trait, False)
    found = [scored.logits(sets[:, place], [week]) for place, week in enumerate(weeks)]
    return np.concatenate(found, axis=1) if found else np.zeros((cases, 0))


def holdings_of(
    instance: Instance, completions: Mapping[str, int], weeks: Array, *, most_cases: int
) -> tuple[dict[str, NDArray[np.bool_]], Array]:
    """Whether each trait is held in some weeks, in each case of the exams [cases, weeks], or [1, weeks] where no exam
    has a part in it; the share of each case."""
    chosen = [action for action in instance.in_order if action.id in completions]
    exams = [action for action in chosen if action.is_exam]
    marks = _marks(chosen, completions, weeks)
    delays, shares = cases_of(exams, most=most_cases, marks=[marks[exam.id] for exam in exams])
    delay = dict(zip((exam.id for exam in exams), delays.T, strict=True))
    passed = [float(completions[action.id]) + delay.get(action.id, np.zeros(1)) for action in chosen]
    return held_by(chosen, passed, weeks), shares


def _marks(chosen: Sequence[Action], completions: Mapping[str, int], weeks: Array) -> dict[str, Array]:
    """Of each action the weeks from its completion that its passing is held against: for what it grants itself, and for
    what needs it, to count in some weeks, and to have expired by then."""
    lines: dict[str, frozenset[str]] = {}
    valid: dict[str, set[int]] = {action.id: set() for action in chosen}
    for action in chosen:
        lines[action.id] = frozenset({action.id}).union(*(lines[named] for named in action.after))
        if action.valid_weeks is not None:
            for named in lines[action.id]:
                valid[named].add(action.valid_weeks)
    return {
        name: np.unique([weeks, *(weeks - own - 1 for own in sorted(valid[name]))]) - completions[name]
        for name in lines
    }


def held_by(chosen: Sequence[Action], passed: Iterable[Array], weeks: Array) -> dict[str, NDArray[np.bool_]]:
    """Whether each trait is held in some weeks [cases, weeks], its actions passed in the weeks given: of each [cases],
    or [1] where all cases are alike.

    chosen: prerequisites first. An action counts when it and all that comes before it are passed; a trait counts once.
    """
    since: dict[str, Array] = {}
    held: dict[str, NDArray[np.bool_]] = {}
    for action, own in zip(chosen, passed, strict=True):
        since[action.id] = reduce(np.maximum, (since[named] for named in action.after), own)
        begins = since[action.id][:, None]
        until = np.inf if action.valid_weeks is None else begins + action.valid_weeks
        holds = (begins <= weeks) & (weeks <= until)
        held[action.trait] = held.get(action.trait, False) | holds
    return held
