"""Facing the next fork: which branches there are, what is kept, what is found from there."""

import pytest
from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Instance, Plan, chance, skipping, violations, with_attempts
from twelfth.usecases import Branch, ForkRead, Ground, HalfDone, face_fork

EXAM = action("e", pass_probability=0.6, retry_weeks=30, effect=1.0, cost=30)
OTHER = action("o", hours=6, effect=1.5)
AFTER = action("f", after=("e",), hours=8, effect=0.2)
CASE = instance(EXAM, OTHER, AFTER, weeks=12, hours=2, rounds=((3, -3.0), (9, -2.0)), sigma=1.0)
PLAN = Plan.of({"o": [(0, 2), (1, 2), (8, 2)], "e": [(2, 2), (3, 2)], "f": [(4, 2), (5, 2), (6, 2), (7, 2)]})


def faced(case: Instance = CASE, plan: Plan = PLAN, planner: object = None) -> ForkRead:
    return face_fork(Ground(instance=case, given=plan), planner=planner or Keeping())  # type: ignore[arg-type]


def test_the_branches_are_the_next_exam_and_the_next_round_in_order_of_their_week() -> None:
    found = faced()

    assert [(one.what, one.week, one.action) for one in found.branches] == [
        ("cancelled", 3, None),
        ("not-at-first", 4, "e"),
        ("never", 4, "e"),
    ]
    assert [one.share for one in found.branches] == [None, pytest.approx(0.4), pytest.approx(0.064)]


def test_where_one_stands_is_told_of_the_week() -> None:
    """In week 3 the exam is half done and two hours of o are left; in week 4 the exam was sat."""
    cancelled, sat, _ = faced().branches

    assert cancelled.complete == ()
    assert cancelled.half_done == (HalfDone(action="e", done=2, left=2), HalfDone(action="o", done=4, left=2))
    assert cancelled.money == 70
    assert sat.complete == ("e",)
    assert sat.half_done == (HalfDone(action="o", done=4, left=2),)


def test_a_plan_that_is_kept_is_worth_what_it_is_then() -> None:
    done = PLAN.completions(CASE.by_id)
    cancelled, sat, never = faced().branches

    assert cancelled.chance_kept == chance(skipping(CASE, [3]), done)
    assert sat.chance_kept == chance(with_attempts(CASE, "e", 1), done)
    assert never.chance_kept == chance(CASE, {"o": 9})
    assert all(one.best.chance == one.chance_kept and one.moved == () for one in faced().branches)


def test_what_hangs_on_an_exam_that_is_never_passed_is_left_for_something_else() -> None:
    """With f left out there are hours for another action in time for the last round."""
    more = action("g", hours=8, effect=1.0)
    case = instance(EXAM, OTHER, AFTER, more, weeks=12, hours=2, rounds=((3, -3.0), (9, -2.0)), sigma=1.0)
    never = branch(faced(case, planner=AnytimePlanner()), "never")

    assert never.best.chance > never.chance_kept
    assert {(one.action, one.after) for one in never.moved} >= {("f", None)}
    plan = Plan(never.best.work)
    assert violations(case, plan) == ()
    assert plan.work["e"] == PLAN.work["e"]
    assert all(week >= 4 for week, _ in plan.work["g"])
    assert never.best.chance == chance(with_attempts(case, "e", 3), plan.completions(case.by_id))


def test_a_plan_from_there_that_is_worse_is_not_told() -> None:
    """A planner that gives up everything: the plan is kept."""

    class GivingUp(Keeping):
        def improve(self, instance, question, *, seed, start=None):  # type: ignore[no-untyped-def]
            yield from super().improve(instance, question, seed=seed)

    assert all(one.best.chance == one.chance_kept and one.moved == () for one in faced(planner=GivingUp()).branches)


def test_without_an_exam_only_the_round_may_be_cancelled() -> None:
    found = faced(plan=Plan.of({"o": [(0, 2), (1, 2), (2, 2)]}))

    assert [one.what for one in found.branches] == ["cancelled"]


def test_what_has_its_hours_and_not_its_time_still_runs() -> None:
    """Complete in week 9 at the earliest, whatever is worked."""
    slow = action("s", hours=2, min_weeks=9)
    case = instance(slow, rounds=((4, -2.0), (9, -2.0)), hours=2)
    found = faced(case, Plan.of({"s": [(0, 2)]}))

    assert (found.branches[0].complete, found.branches[0].running) == ((), ("s",))


def test_without_a_round_nothing_forks() -> None:
    assert faced(instance(OTHER, rounds=()), Plan()).branches == ()


def branch(found: ForkRead, what: str) -> Branch:
    return next(one for one in found.branches if one.what == what)
