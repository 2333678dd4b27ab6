"""Face the next fork of a plan: what to do if its next exam is not passed, or if the next round is cancelled.

A plan for each branch of the next fork only, not for every way in which things may go.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.plans.told_plan import MileMoved, PlanTold, best_found, miles_moved, plan_there, told

if TYPE_CHECKING:
    from twelfth.roadmap import Ahead, Instance, Plan

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
    an exam; null of a round. complete, running, half_done: what was worked on before the week: complete by then, or
    worked through with time still to pass, or neither; money: what is left in it, null where nothing is said of it.
    chance_kept: if the plan is kept nevertheless. best: the best plan found from there, work before the week and all;
    moved: what is different in it. Chances are over all rounds, also those before the week.
    """

    what: str
    week: int
    action: str | None
    share: float | None
    complete: tuple[str, ...]
    running: tuple[str, ...]
    half_done: tuple[HalfDone, ...]
    money: int | None
    chance_kept: float
    best: PlanTold
    moved: tuple[MileMoved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkRead:
    """The chance of a plan, of doing nothing, and the branches of its next fork in order of their week. whose: the
    case; null of a file."""

    whose: Whose | None
    chance: float
    idle: float
    branches: tuple[Branch, ...]
    slices: int
    seed: int


def face_fork(
    ground: Ground,
    *,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> ForkRead:
    """The next exam of a plan not passed at first, or never; the next round cancelled. From there on, the best found.
    Of the plan that is there, or of the best found. told: how many branches are searched, of how many.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import Plan, ahead_of

    count, evidence = SEARCHED if slices is None else slices, ground.evidence
    plan = plan_there(ground, planner, seed=seed, slices=slices)
    branches = []
    forks = [*_forks(ground.instance, plan)]
    for fork in forks:
        ahead = ahead_of(fork.case, plan, fork.week)
        found = best_found(planner, ahead.instance, slices=count, seed=seed, start=ahead.kept, evidence=evidence)
        branches.append(_branch(fork, plan, ahead, found.plan, ground))
        told(len(branches), len(forks))
    return ForkRead(
        whose=ground.whose,
        chance=ground.chance(plan),
        idle=ground.chance(Plan()),
        branches=tuple(sorted(branches, key=lambda one: one.week)),
        slices=count,
        seed=seed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fork:
    """What may happen, in which week, at which exam, how likely, and what can be done with what then."""

    what: str
    week: int
    action: str | None
    share: float | None
    case: "Instance"


def _forks(instance: "Instance", plan: "Plan") -> Iterator[_Fork]:
    from twelfth.roadmap import ATTEMPTS, next_exam, skipping, with_attempts

    exam = next_exam(instance, plan)
    if exam is not None:
        for what, made in ((NOT_AT_FIRST, 1), (NEVER, ATTEMPTS)):
            case, share = with_attempts(instance, exam.id, made), (1 - exam.pass_probability) ** made
            yield _Fork(what=what, week=plan.completion(exam), action=exam.id, share=share, case=case)
    if instance.rounds:
        week = min(one.week for one in instance.rounds)
        yield _Fork(what=CANCELLED, week=week, action=None, share=None, case=skipping(instance, [week]))


def _branch(fork: _Fork, plan: "Plan", ahead: "Ahead", found: "Plan", ground: Ground) -> Branch:
    """The better of the plan that was found and the plan itself."""
    from twelfth.roadmap import check

    case, whole = fork.case, ahead.whole(found)
    check(case, whole)
    kept, other = told(case, plan, evidence=ground.evidence), told(case, whole, evidence=ground.evidence)
    better, done = other.chance > kept.chance, plan.completions(case.by_id)
    worked = [name for name in ahead.past.work if not ahead.left[name]]
    return Branch(
        what=fork.what,
        week=fork.week,
        action=fork.action,
        share=fork.share,
        complete=tuple(name for name in worked if done[name] <= fork.week),
        running=tuple(name for name in worked if done[name] > fork.week),
        half_done=tuple(
            HalfDone(action=name, done=case.by_id[name].hours - left, left=left)
            for name, left in ahead.left.items()
            if left
        ),
        money=ahead.money if ground.whose is None or ground.whose.budget is not None else None,
        chance_kept=kept.chance,
        best=other if better else kept,
        moved=miles_moved(plan, whole, case) if better else (),
    )
