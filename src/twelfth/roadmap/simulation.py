"""The slow twin: a plan lived many times over, each life with its own exams, hours, quality, bar and luck."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.backlog import finished
from twelfth.roadmap.causes import Causes
from twelfth.roadmap.chance import held_by
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.lives import Lives, Tally, check_lives, chosen_of, lives_of, rounds_of
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.unseen import Unseen

Array = NDArray[np.float64]

AT_ONCE = 20_000
"""Lives, so that memory stays small."""
WEEKS_A_YEAR = 52
AS_PLANNED = Causes()


def simulate(
    instance: Instance, plan: Plan, *, rng: np.random.Generator, lives: int = 10**6, causes: Causes = AS_PLANNED
) -> Lives:
    """What so many lives of a plan that can be done come to.

    With no cause stated the chance is that of `chance`, but for its standard error.

    Raises:
        InvalidInput: fewer than one life, or more than a thousand million.
    """
    check_lives(lives)
    parts = list(_parts(instance, plan, rng, lives, causes))
    tally = Tally(
        finished=np.sum([one.finished for one in parts], axis=0),
        passed=np.sum([one.passed for one in parts], axis=0),
        selected=np.sum([one.selected for one in parts], axis=0),
    )
    return lives_of(instance, plan, causes, tally)


def _parts(instance: Instance, plan: Plan, rng: np.random.Generator, lives: int, causes: Causes) -> Iterator[Tally]:
    actions = chosen_of(instance, plan)
    for begun in range(0, lives, AT_ONCE):
        n = min(AT_ONCE, lives - begun)
        complete = finished(instance, plan, factors_of(actions, plan, causes, n, rng))
        passed = complete + _delays(actions, n, rng)
        logits = _logits(instance, actions, passed) + _drift(instance, causes, n, rng)
        missed = np.cumprod(1 - Unseen.normal(instance.sigma).lived(logits, rng), axis=0)
        first = (missed >= rng.random(n)).sum(axis=0)
        week = np.where(complete <= instance.weeks, complete, instance.weeks + 1).astype(int)
        yield Tally(
            finished=_counts(week, instance.weeks + 2),
            passed=np.isfinite(passed).sum(axis=1),
            selected=np.bincount(first, minlength=len(instance.rounds) + 1),
        )


def _counts(week: NDArray[np.int64], weeks: int) -> NDArray[np.int64]:
    """Of each row, how often each week is in it: [rows, weeks]."""
    found = np.zeros((len(week), weeks), dtype=np.int64)
    for row, one in zip(found, week, strict=True):
        row += np.bincount(one, minlength=weeks)
    return found


def factors_of(actions: tuple[Action, ...], plan: Plan, causes: Causes, lives: int, rng: np.random.Generator) -> Array:
    """What each action takes over its planned hours: [actions, lives].

    A lost week is worked again, so the hours grow by the share that the lost weeks are of the planned ones.
    """
    found = np.ones((len(actions), lives))
    for row, action in zip(found, actions, strict=True):
        weeks = len(plan.work[action.id])
        if causes.overrun > 0:
            row *= rng.lognormal(0.0, causes.overrun, lives)
        if causes.slips > 0:
            row *= 1 + rng.negative_binomial(weeks, 1 - causes.slips, lives) / weeks
    return found


def _delays(actions: tuple[Action, ...], lives: int, rng: np.random.Generator) -> Array:
    """Weeks from completion to passing, inf where never: [actions, lives]."""
    found = np.zeros((len(actions), lives))
    for row, action in zip(found, actions, strict=True):
        if action.is_exam:
            tries = rng.geometric(action.pass_probability, lives)
            row[:] = np.where(tries <= ATTEMPTS, (tries - 1) * (action.retry_weeks or 0), np.inf)
    return found


def _logits(instance: Instance, actions: tuple[Action, ...], passed: Array) -> Array:
    """[rounds, lives]."""
    rounds = rounds_of(instance)
    logits = np.repeat(np.array([[each.base_logit for each in rounds]], dtype=float).T, passed.shape[1], axis=1)
    for trait, holds in held_by(actions, passed, np.array([each.week for each in rounds], dtype=float)).items():
        logits += instance.by_id[trait].effect * holds.T
    return logits


def _drift(instance: Instance, causes: Causes, lives: int, rng: np.random.Generator) -> Array:
    """How far the bar has moved by each round, in logits: [rounds, lives]."""
    steps = _steps(instance) * causes.bar
    return np.cumsum(steps[:, None] * rng.standard_normal((len(steps), lives)), axis=0)


def _steps(instance: Instance) -> Array:
    weeks = np.array([0, *(each.week for each in rounds_of(instance))])
    return np.sqrt(np.diff(weeks) / WEEKS_A_YEAR)
