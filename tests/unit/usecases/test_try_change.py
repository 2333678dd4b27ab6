"""Trying a change: what is asked of the planner, what is kept, and what is refused."""

import pytest
from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping, Shelf

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Plan, chance
from twelfth.usecases import Change, Ground, MileMoved, WhatIf, file_ground, try_change

CASE = instance(action("a"), action("b", after=("a",)), action("c", cost=60), rounds=((5, -2.0), (9, -2.0)), hours=2)
PLAN = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)], "c": [(4, 2), (5, 2)]})


def tried(change: Change, planner: object = None, **more: object) -> WhatIf:
    return try_change(Ground(instance=CASE, given=PLAN), change, planner=planner or Keeping(), **more)  # type: ignore[arg-type]


def test_what_is_dropped_goes_with_what_needs_it_and_the_rest_is_kept() -> None:
    found = tried(Change(drop=("a",)))

    assert dict(found.kept.work) == {"c": PLAN.work["c"]}
    assert found.kept.chance == chance(CASE, {"c": 6})
    assert found.before.chance == chance(CASE, {"a": 2, "b": 4, "c": 6})


def test_the_search_begins_from_what_is_kept() -> None:
    planner = Keeping()
    found = tried(Change(skip=(5,)), planner)

    (before, plan), (after, kept) = planner.asked
    assert (before, plan) == (CASE, PLAN)
    assert ([one.week for one in after.rounds], kept) == ([9], PLAN)
    assert found.best.chance == found.kept.chance == chance(after, {"a": 2, "b": 4, "c": 6})


def test_with_less_money_what_cannot_be_paid_is_left_out() -> None:
    found = tried(Change(budget=59))

    assert found.kept.work.keys() == {"a", "b"}
    assert found.moved == (MileMoved(action="c", before=6, after=None),)


def test_with_fewer_hours_the_plan_is_lived_on() -> None:
    """Half the hours: a takes four weeks, b the next four, and c is not complete by the horizon."""
    found = tried(Change(hours_per_week=1))

    assert dict(found.kept.work) == {
        "a": ((0, 1), (1, 1), (2, 1), (3, 1)),
        "b": ((4, 1), (5, 1), (6, 1), (7, 1)),
    }
    assert found.moved == (
        MileMoved(action="a", before=2, after=4),
        MileMoved(action="c", before=6, after=None),
        MileMoved(action="b", before=4, after=8),
    )


def test_where_a_change_only_takes_away_the_bound_does_not_rise() -> None:
    """Whatever can be done with less could be done before; with more it could not."""

    class Loose(Keeping):
        def improve(self, instance, question, *, seed, start=None):  # type: ignore[no-untyped-def]
            self.bound = 0.94 if not self.asked else 0.97
            yield from super().improve(instance, question, seed=seed, start=start)

    assert tried(Change(drop=("c",)), Loose()).bound_after == 0.94
    assert tried(Change(drop=("c",), more_hours=1), Loose()).bound_after == 0.97


def test_the_best_then_is_no_worse_than_what_is_kept() -> None:
    for change in (Change(drop=("b",), more_hours=2), Change(hours_per_week=1)):
        found = tried(change, AnytimePlanner(), slices=5)

        assert found.best.chance >= found.kept.chance
        assert found.bound_after >= found.best.chance
        assert found.bound_before >= found.best_before >= found.before.chance


def test_without_a_plan_it_is_the_best_found() -> None:
    found = try_change(Ground(instance=CASE), Change(skip=(9,)), planner=AnytimePlanner())

    assert found.before.chance == found.best_before
    assert found.before.miles[0].begins == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(), "change is 'nothing'"),
        (Change(hours_per_week=3, more_hours=1), "hours_per_week and more_hours is '3 and 1'"),
        (Change(budget=0, more_money=1), "budget and more_money is '0 and 1'"),
        (Change(drop=("x",)), "action is 'x'"),
        (Change(skip=(4,)), "week of a round is '4'"),
        (Change(more_hours=-1), "more hours is '-1'"),
    ],
)
def test_a_change_that_cannot_be_is_refused(change: Change, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as refused:
        tried(change)
    assert refused.value.next_step


def test_less_than_one_slice_of_work_is_refused() -> None:
    with pytest.raises(InvalidInput, match="work is '0'"):
        tried(Change(skip=(9,)), slices=0)


def test_a_plan_that_cannot_be_done_is_refused_with_every_rule_it_breaks() -> None:
    plan = Plan.of({"b": [(0, 2), (1, 3)]})
    with pytest.raises(InvalidInput) as refused:
        file_ground("i", instances=Shelf(CASE, {"p": plan}), plan_file="p")

    assert len(refused.value.problems) == 4
    assert "p: b: needs a, which is not in the plan: expected work that can be done" in str(refused.value)
    assert refused.value.next_step
