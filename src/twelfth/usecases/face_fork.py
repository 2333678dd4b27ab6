"""Face the next fork of a plan: what to do if its next exam is not passed, or if the next round is cancelled.

A plan for each branch of the next fork only, not for every way in which things may go.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.usecases.ports import InstanceShelf, Planner
from twelfth.usecases.told_plan import PlanTold, best_found, given_plan, told
from twelfth.usecases.try_change import MileMoved

if TYPE_CHECKING:
    from twelfth.roadmap import Instance, Plan

SEARCHED = 7
"""Slices of work on each branch, where nobody says how many; all of them search."""
NOT_AT_FIRST, NEVER, CANCELLED = "not-at-first", "never", "cancelled"
"""The branches: an exam is not passed at its first attempt, or will not be at any; a round is cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDone:
    """An action that was begun and is not worked through: hours done and hours left."""

    action: str
    done: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way in which the next fork may go, known in week `week`; and where the plan stands then.

    what: not-at-first or never, of the exam of `action`; or cancelled, of the round of the week. share: how likely, of
    an exam; null of a round. complete, half_done: what was worked on before the week; money: what is left in it.
    chance_kept: if the plan is kept nevertheless. best: the best plan found from there, work before the week and all;
    moved: what is different in it. Chances are over all rounds, also those before the week.
    """

    what: str
    week: int
    action: str | None
    share: float | None
    complete: tuple[str, ...]
    half_done: tuple[HalfDone, ...]
    money: int
    chance_kept: float
    best: PlanTold
    moved: tuple[MileMoved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkRead:
    """The chance of a plan, of doing nothing, and the branches of its next fork in order of their week."""

    chance: float
    idle: float
    branches: tuple[Branch, ...]
    slices: int
    seed: int


def face_fork(
    file: str,
    plan_file: str,
    *,
    instances: InstanceShelf,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
) -> ForkRead:
    """The next exam of a plan not passed at first, or never; the next round cancelled. From there on, the best found.

    Raises:
        NotFound: no such file.
        InvalidInput: a plan that cannot be done, fewer than one slice of work.
    """
    from twelfth.roadmap import chance

    count = SEARCHED if slices is None else slices
    instance, _ = instances.get(file)
    plan = given_plan(plan_file, instance, instances)
    branches = [
        _branch(what, week, name, share, instance, case, plan, planner=planner, slices=count, seed=seed)
        for what, week, name, share, case in _forks(instance, plan)
    ]
    return ForkRead(
        chance=chance(instance, plan.completions(instance.by_id)),
        idle=chance(instance, {}),
        branches=tuple(sorted(branches, key=lambda one: one.week)),
        slices=count,
        seed=seed,
    )


def _forks(instance: "Instance", plan: "Plan") -> "Iterator[tuple[str, int, str | None, float | None, Instance]]":
    """What may happen, in which week, at which exam, how likely, and the instance then."""
    from twelfth.roadmap import ATTEMPTS, next_exam, skipping, with_attempts

    exam = next_exam(instance, plan)
    if exam is not None:
        week, wrong = plan.completion(exam), 1 - exam.pass_probability
        yield NOT_AT_FIRST, week, exam.id, wrong, with_attempts(instance, exam.id, 1)
        yield NEVER, week, exam.id, wrong**ATTEMPTS, with_attempts(instance, exam.id, ATTEMPTS)
    if instance.rounds:
        week = min(one.week for one in instance.rounds)
        yield CANCELLED, week, None, None, skipping(instance, [week])


def _branch(
    what: str,
    week: int,
    name: str | None,
    share: float | None,
    instance: "Instance",
    case: "Instance",
    plan: "Plan",
    *,
    planner: Planner,
    slices: int,
    seed: int,
) -> Branch:
    from twelfth.roadmap import ahead_of, check, moved

    ahead = ahead_of(case, plan, week)
    found = best_found(planner, ahead.instance, slices=slices, seed=seed, start=ahead.kept)
    whole = ahead.whole(found.plan)
    check(instance, whole)
    kept = told(case, plan)
    best = max(kept, told(case, whole), key=lambda one: one.chance)
    changes = () if best is kept else moved(plan, whole, instance.by_id)
    return Branch(
        what=what,
        week=week,
        action=name,
        share=share,
        complete=tuple(one for one in ahead.past.work if not ahead.left[one]),
        half_done=tuple(
            HalfDone(action=one, done=instance.by_id[one].hours - left, left=left)
            for one, left in ahead.left.items()
            if left
        ),
        money=ahead.money,
        chance_kept=kept.chance,
        best=best,
        moved=tuple(MileMoved(action=one, before=was_in, after=now_in) for one, was_in, now_in in changes),
    )
