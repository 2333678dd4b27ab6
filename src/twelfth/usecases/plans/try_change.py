"""Try a change: what becomes of the chance if something cannot be done, if there is more or less to spend, if a round
is not held. With the plan kept as far as it goes, and with the best plan found then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.base import invalid
from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.plans.told_plan import MileMoved, PlanTold, best_found, miles_moved, told

if TYPE_CHECKING:
    from twelfth.roadmap import Instance

QUICK = 8
"""Slices of work on each side of the change, where nobody says how many."""


MOST_NAMED = 30
"""In a message that says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is changed. drop: actions, with what needs them. skip: weeks whose rounds are not held; skip_kinds: kinds of
    round that are not, where points decide. hours_per_week or more_hours: in every week that is no pause. budget: money
    there is, all from the beginning; or more_money."""

    drop: tuple[str, ...] = ()
    skip: tuple[int, ...] = ()
    skip_kinds: tuple[str, ...] = ()
    hours_per_week: int | None = None
    more_hours: int | None = None
    budget: int | None = None
    more_money: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The plan as it was, as much of it as can be kept, and the best found under the change.

    bound_before, bound_after: what the chance of no plan exceeds. best_before: the best chance found without the
    change. idle_before, idle_after: the chance if nothing is done. moved: from the plan before to the best after.
    whose: the case; null of a file.
    """

    whose: Whose | None
    change: Change
    before: PlanTold
    best_before: float
    bound_before: float
    idle_before: float
    kept: PlanTold
    best: PlanTold
    bound_after: float
    idle_after: float
    moved: tuple[MileMoved, ...]
    slices: int
    seed: int


def try_change(
    ground: Ground,
    change: Change,
    *,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
) -> WhatIf:
    """The chance before and after. Where no plan is there, the plan before is the best found.

    Raises:
        InvalidInput: nothing is changed, two changes of one thing, an unknown action, a week without a round, less than
            no hours or money.
    """
    from twelfth.roadmap import lived, plan_without, spends_no_more

    count = QUICK if slices is None else slices
    _check_dropped(ground, change.drop)
    instance, evidence, given = ground.instance, ground.evidence, ground.given
    after = changed(instance, change)
    was = best_found(planner, instance, slices=count, seed=seed, start=given, evidence=evidence)
    plan = was.plan if given is None else given
    kept = lived(after, plan_without(instance, plan, change.drop))
    then = best_found(planner, after, slices=count, seed=seed, start=kept, evidence=evidence)
    bound = then.bound
    if spends_no_more(after.calendar, instance.calendar):
        bound = min(bound, max(was.bound, then.chance))
    return WhatIf(
        whose=ground.whose,
        change=change,
        before=told(instance, plan, evidence=evidence, chance=was.chance if plan is was.plan else None),
        best_before=was.chance,
        bound_before=was.bound,
        idle_before=was.idle,
        kept=told(after, kept, evidence=evidence, chance=then.chance if kept == then.plan else None),
        best=told(after, then.plan, evidence=evidence, chance=then.chance),
        bound_after=bound,
        idle_after=then.idle,
        moved=miles_moved(plan, then.plan, instance),
        slices=count,
        seed=seed,
    )


def rounds_named(ground: Ground, words: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Weeks of rounds, and kinds of round, that a person names: in a file by week, of a case by the day on which a
    round is expected, or by its kind where points decide.

    Raises:
        InvalidInput: what is none of them.
    """
    whose, weeks = ground.whose, sorted({one.week for one in ground.instance.rounds})
    if ground.instance.points is not None:
        return (), tuple(words)
    place = {str(week if whose is None else whose.round_in(week)): week for week in weeks}
    for word in words:
        if word not in place:
            step = f"{'Weeks of rounds' if whose is None else 'Rounds'}: {', '.join([*place][:MOST_NAMED]) or 'none'}."
            raise invalid("round to skip", word, "one that is expected", next_step=step, field="skip")
    return tuple(place[word] for word in words), ()


def changed(instance: "Instance", change: Change) -> "Instance":
    """The instance under a change. Raises InvalidInput as `try_change`."""
    from twelfth.roadmap import (
        skipping,
        skipping_kinds,
        with_hours,
        with_money,
        with_more_hours,
        with_more_money,
        without,
    )

    _check_one_of("hours_per_week", change.hours_per_week, "more_hours", change.more_hours)
    _check_one_of("budget", change.budget, "more_money", change.more_money)
    if change == Change():
        step = "Say what to drop or to skip, or how many hours or how much money there would be."
        raise invalid("change", "nothing", "something that is changed", next_step=step)
    found = skipping(without(instance, change.drop), change.skip)
    found = skipping_kinds(found, change.skip_kinds) if change.skip_kinds else found
    for amount, make in (
        (change.hours_per_week, with_hours),
        (change.more_hours, with_more_hours),
        (change.budget, with_money),
        (change.more_money, with_more_money),
    ):
        found = found if amount is None else make(found, amount)
    return found


def _check_dropped(ground: Ground, names: Sequence[str]) -> None:
    """Refuse what is not done anyway, and say why it is not."""
    there = ", ".join(sorted(ground.instance.by_id)) or "none"
    for name in names:
        why = "it is held already" if name in ground.held else ground.closed.get(name)
        if why is not None and name not in ground.instance.by_id:
            expected = f"a move that can be planned and counted, but {why}"
            raise invalid("move to drop", name, expected, next_step=f"There are: {there}.", field="drop")


def _check_one_of(name: str, value: int | None, other: str, other_value: int | None) -> None:
    if value is not None and other_value is not None:
        raise invalid(f"{name} and {other}", f"{value} and {other_value}", "one of the two", next_step="Leave one out.")
