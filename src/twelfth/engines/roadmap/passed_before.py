"""By how much what comes after an exam counts less in the bound, because the exam may never be passed.

Each action is given one of the exams before it, the one passed least often, and is taken to depend on no other: a
forest, whose scores are no lower. With q the chance ever to pass an exam, e its effect and g the log-mean of exp of all
that depends on it, the exam and the rest have log-mean log(1 - q + q exp(e + g)): convex in g, so between none and all
of the rest, G, no more than its chord: log(1 - q + q exp(e)) + r g, with r as below. Effects count TILT times.
"""

import numpy as np

from twelfth.engines.roadmap.arrays import Floats
from twelfth.roadmap import Instance

TILT = 1.15
"""t of the relaxation: the chance of a round is nearly concave in exp(t score) at this t."""


def factors_of(instance: Instance) -> Floats:
    """What each action's own log-mean is multiplied by: [actions], 1 where no exam comes before it."""
    actions = instance.in_order
    place = {action.id: index for index, action in enumerate(actions)}
    ever = [sum(share for _, share in action.passing) for action in actions]
    over = [_hardest(line[:-1], ever) for line in instance.lines]
    trait = [place[action.trait] for action in actions]
    rest = np.zeros(len(actions))
    for exam in range(len(actions)):
        below = {trait[a] for a in range(len(actions)) if exam in _chain(a, over)} - {exam}
        rest[exam] = sum(max(actions[a].effect, 0.0) for a in below)
    found = np.ones(len(actions))
    for a, exam in enumerate(over):
        if exam >= 0:
            found[a] = found[exam] * _chord(ever[exam], max(actions[exam].effect, 0.0), rest[exam])
    return found[trait]


def _hardest(before: tuple[int, ...], ever: list[float]) -> int:
    """The exam that is passed least often, -1 where there is none."""
    exams = [a for a in before if ever[a] < 1]
    return min(exams, key=lambda a: ever[a]) if exams else -1


def _chain(a: int, over: list[int]) -> list[int]:
    """The exams that an action hangs on, the nearest first."""
    found = []
    while over[a] >= 0:
        a = over[a]
        found.append(a)
    return found


def _chord(q: float, effect: float, rest: float) -> float:
    if rest == 0:
        return 1.0
    none, everything = (log_mean(q, effect + g) for g in (0.0, rest))
    return float((everything - none) / rest)


def log_mean(held: Floats | float, effect: float) -> Floats:
    """log E exp(t effect) / t, of an effect that counts with a chance `held`."""
    return np.asarray(np.log1p(held * np.expm1(TILT * effect)) / TILT)
