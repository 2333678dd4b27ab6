"""What many lives of one plan came to: how often selected and in which round, and when each mile was finished."""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.roadmap.action import Action
from twelfth.roadmap.causes import Causes
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.plan import Plan

Counts = NDArray[np.int64]

MOST_LIVES = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class MileLived:
    """One action. planned: the week in which it is complete by the plan.

    mean: week of completion over the lives in which that is by the horizon. week_10, week_50, week_90: by which a
    tenth, half and nine tenths of all lives have completed it; None: not by the horizon. unfinished: the share of lives
    that have not by then. passed: of an exam, the share of lives in which it is passed at last; None: no exam.
    """

    action: str
    planned: int
    mean: float | None
    week_10: int | None
    week_50: int | None
    week_90: int | None
    unfinished: float
    passed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLived:
    """A round, or where points decide all those of a week, and the share of lives first selected in it."""

    week: int
    selected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLived:
    """A kind of round, where points decide, and the share of lives first selected in one."""

    kind: str
    selected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """chance: the share of lives selected in some round, with its standard error; never: the share of the others.

    rounds in order of week, miles in order of their planned completion. kinds: none where no points decide.
    """

    lives: int
    causes: Causes
    chance: float
    standard_error: float
    rounds: tuple[RoundLived, ...]
    kinds: tuple[KindLived, ...]
    never: float
    miles: tuple[MileLived, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """Counts of lives. Of chosen actions, prerequisites first: finished [actions, weeks + 2] by week of completion, the
    last place for all beyond the horizon; passed [actions]. selected [rounds + 1]: first in which, the last place for
    never; where points decide, [weeks + 1], and kinds [kinds + 1]."""

    finished: Counts
    passed: Counts
    selected: Counts
    kinds: Counts = field(default_factory=lambda: np.zeros(0, np.int64))

    def with_more(self, other: "Tally") -> "Tally":
        """The counts of both."""
        return Tally(
            finished=self.finished + other.finished,
            passed=self.passed + other.passed,
            selected=self.selected + other.selected,
            kinds=self.kinds + other.kinds,
        )


def chosen_of(instance: Instance, plan: Plan) -> tuple[Action, ...]:
    """The actions of a plan, prerequisites first.

    Raises:
        InvalidInput: a score function decides, whose rounds are not lived yet.
    """
    if instance.scored is not None:
        raise invalid("score function", "given", "none where lives are lived, which add up effects")
    return tuple(action for action in instance.in_order if action.id in plan.work)


def rounds_of(instance: Instance) -> tuple[RoundAhead, ...]:
    """The rounds in order of week."""
    return tuple(sorted(instance.rounds, key=lambda each: each.week))


def check_lives(lives: int) -> None:
    """Raises InvalidInput for fewer than one life, or more than a thousand million."""
    if not 1 <= lives <= MOST_LIVES:
        raise invalid("lives", lives, f"a whole number from 1 to {MOST_LIVES:,}", field="lives")


def lives_of(instance: Instance, plan: Plan, causes: Causes, tally: Tally) -> Lives:
    """The shares that counts amount to.

    The standard error is that of a share with one more life selected and one more not, so that it is never 0.
    """
    lives = int(tally.selected.sum())
    points, actions = instance.points, chosen_of(instance, plan)
    weeks = [each.week for each in rounds_of(instance)] if points is None else [*range(points.weeks)]
    selected = lives - int(tally.selected[-1])
    share = (selected + 1) / (lives + 2)
    miles = [
        _mile(action, plan.completion(action), by_week, int(passed), lives)
        for action, by_week, passed in zip(actions, tally.finished, tally.passed, strict=True)
    ]
    return Lives(
        lives=lives,
        causes=causes,
        chance=selected / lives,
        standard_error=math.sqrt(share * (1 - share) / lives),
        rounds=tuple(
            RoundLived(week=week, selected=int(count) / lives)
            for week, count in zip(weeks, tally.selected[:-1], strict=True)
        ),
        kinds=tuple(
            KindLived(kind=kind, selected=int(count) / lives)
            for kind, count in zip(points.kinds if points else (), tally.kinds[:-1], strict=True)
        ),
        never=int(tally.selected[-1]) / lives,
        miles=tuple(sorted(miles, key=lambda one: (one.planned, one.action))),
    )


def _mile(action: Action, planned: int, weeks: Counts, passed: int, lives: int) -> MileLived:
    within = weeks[:-1]
    done, by = int(within.sum()), np.cumsum(within)
    tenth, half, most = (int(week) if week < len(within) else None for week in np.searchsorted(by * 10, _PARTS * lives))
    return MileLived(
        action=action.id,
        planned=planned,
        mean=float(within @ np.arange(len(within)) / done) if done else None,
        week_10=tenth,
        week_50=half,
        week_90=most,
        unfinished=1 - done / lives,
        passed=passed / lives if action.is_exam else None,
    )


_PARTS = np.array([1, 5, 9])
