"""The slow twin: a plan lived many times over, each life with its own exams, hours, quality, bar and luck."""

from collections.abc import Iterator
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.backlog import finished
from twelfth.roadmap.causes import Causes
from twelfth.roadmap.chance import held_by
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.lived_by_points import LivedByPoints
from twelfth.roadmap.lives import Lives, Tally, check_lives, chosen_of, lives_of, rounds_of
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.unseen import Unseen

Array = NDArray[np.float64]

AT_ONCE = 20_000
"""Lives, so that memory stays small."""
WEEKS_A_YEAR = 52
AS_PLANNED = Causes()


def simulate(
    instance: Instance,
    plan: Plan,
    *,
    rng: np.random.Generator,
    lives: int = 10**6,
    causes: Causes = AS_PLANNED,
    unseen: Unseen | None = None,
) -> Lives:
    """What so many lives of a plan that can be done come to.

    unseen: what no profile shows; None: as the instance has it. With no cause stated the chance is then that of
    `chance`, but for its standard error.

    Raises:
        InvalidInput: fewer than one life, or more than a thousand million; a bar that moves where points decide.
    """
    check_lives(lives)
    check_causes(instance, causes)
    tally = reduce(Tally.with_more, _parts(instance, plan, rng, lives, causes, unseen or Unseen.normal(instance.sigma)))
    return lives_of(instance, plan, causes, tally)


def check_causes(instance: Instance, causes: Causes) -> None:
    """Raises InvalidInput for a bar that is said to move where points decide."""
    if causes.bar and instance.points is not None:
        step = "Leave it out: every life has cut-offs of its own already, as far as their forecast leaves them open."
        raise invalid("bar", causes.bar, "0 where points decide", next_step=step, field="bar")


def _parts(
    instance: Instance, plan: Plan, rng: np.random.Generator, lives: int, causes: Causes, unseen: Unseen
) -> Iterator[Tally]:
    actions = chosen_of(instance, plan)
    by_points = None if instance.points is None else LivedByPoints(instance.points)
    for begun in range(0, lives, AT_ONCE):
        n = min(AT_ONCE, lives - begun)
        complete = finished(instance, plan, factors_of(actions, plan, causes, n, rng))
        passed = complete + _delays(actions, n, rng)
        kinds = np.zeros(0, np.int64)
        if by_points is None:
            logits = _logits(instance, actions, passed) + _drift(instance, causes, n, rng)
            missed = np.cumprod(1 - unseen.lived(logits, rng), axis=0)
            first, places = (missed >= rng.random(n)).sum(axis=0), len(instance.rounds) + 1
        else:
            first, kind = by_points.first(actions, passed, rng)
            places, kinds = by_points.weeks + 1, np.bincount(kind, minlength=by_points.kinds + 1)
        week = np.where(complete <= instance.weeks, complete, instance.weeks + 1).astype(int)
        yield Tally(
            finished=_counts(week, instance.weeks + 2),
            passed=np.isfinite(passed).sum(axis=1),
            selected=np.bincount(first, minlength=places),
            kinds=kinds,
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
            tries = action.attempts_made + rng.geometric(action.pass_probability, lives)
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
