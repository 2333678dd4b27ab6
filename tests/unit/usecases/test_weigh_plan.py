"""Weighing a plan: each action dropped in turn, with and without another plan in its place."""

from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Plan, chance
from twelfth.usecases import Ground, PlanWeighed, weigh_plan

CASE = instance(
    action("a"),
    action("b", after=("a",), effect=0.5),
    action("c", effect=0.9, hours=8),
    rounds=((9, -2.0),),
    hours=2,
)
PLAN = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (3, 2)]})


def weighed(planner: object, **more: object) -> PlanWeighed:
    return weigh_plan(Ground(instance=CASE, given=PLAN), planner=planner, **more)  # type: ignore[arg-type]


def test_an_action_is_worth_what_the_best_plan_without_it_lacks() -> None:
    """Nothing comes in its place with a planner that keeps what it is given."""
    found = weighed(Keeping())
    by = {one.action: one for one in found.actions}

    assert by["a"].needing == ("b",)
    assert by["a"].chance_without == by["a"].chance_replaced == chance(CASE, {})
    assert by["b"].chance_without == chance(CASE, {"a": 2})
    assert by["a"].worth == found.chance - chance(CASE, {})
    assert [one.action for one in found.actions] == ["a", "b"]


def test_what_may_take_its_place_lowers_its_worth() -> None:
    """c, which is not in the plan, is there for whoever leaves something out."""
    found = weighed(AnytimePlanner())
    by = {one.action: one for one in found.actions}

    assert by["a"].chance_replaced == chance(CASE, {"c": 4})
    assert by["a"].chance_replaced > by["a"].chance_without
    assert found.better is not None


def test_the_search_without_an_action_begins_from_the_rest_of_the_plan() -> None:
    planner = Keeping()
    weighed(planner)

    assert [(sorted(case.by_id), plan.work.keys() if plan else None) for case, plan in planner.asked] == [
        (["c"], set()),
        (["a", "c"], {"a"}),
    ]


def test_each_mile_tells_its_slack() -> None:
    """b may be complete in week 9 rather than in week 4; a must not slip, since b begins when it is complete."""
    by = {one.action: one for one in weighed(Keeping()).actions}

    assert (by["a"].complete, by["a"].slack_chance, by["a"].slack_plan) == (2, 0, 0)
    assert (by["b"].complete, by["b"].slack_chance, by["b"].slack_plan) == (4, 5, 6)


def test_a_plan_of_nothing_has_nothing_to_weigh() -> None:
    found = weigh_plan(Ground(instance=CASE, given=Plan()), planner=Keeping())

    assert found.actions == ()
    assert found.chance == found.idle
