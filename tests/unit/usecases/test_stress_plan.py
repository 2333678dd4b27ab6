"""Stressing a plan: each case of worse by hand, and alone."""

from math import inf, nan

import pytest
from scipy.special import expit
from tests.points_cases import small_points_case
from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Plan
from twelfth.usecases import Cancelled, Ground, PlanStressed, Stress, stress_plan

CASE = instance(action("a"), action("b", effect=0.5), rounds=((4, -2.0), (9, -1.0)), weeks=10, hours=2)
PLAN = Plan.of({"a": [(0, 2), (1, 2)], "b": [(7, 2), (8, 2)]})


def stressed(**figures: float) -> PlanStressed:
    return stress_plan(Ground(instance=CASE, given=PLAN), Stress(**figures), planner=Keeping())


def once(first: float, second: float) -> float:
    """Selected in at least one of two rounds, from their logits."""
    return float(1 - (1 - expit(first)) * (1 - expit(second)))


def test_each_case_stands_alone() -> None:
    """A bar .2 higher; effects halved; each round cancelled; and work of six hours for four, with which b is late."""
    found = stressed()

    assert found.chance == pytest.approx(once(-1.0, 0.5))
    assert found.idle == pytest.approx(once(-2.0, -1.0))
    assert found.if_bar_rises == pytest.approx(once(-1.2, 0.3))
    assert found.if_less_causal == pytest.approx(once(-1.5, -0.25))
    assert found.if_hours_overrun == pytest.approx(once(-1.0, 0.0))
    assert found.unfinished == ()


def test_the_worst_round_to_be_cancelled_comes_first() -> None:
    found = stressed()

    assert [one.week for one in found.cancelled] == [9, 4]
    assert found.cancelled[0] == Cancelled(week=9, kind=None, chance=pytest.approx(float(expit(-1.0))))


def test_what_is_not_complete_in_time_is_named_and_does_not_count() -> None:
    """Twelve hours: a is complete in week 6, too late for the first round; b never."""
    found = stressed(overrun=2.0)

    assert found.unfinished == ("b",)
    assert found.if_hours_overrun == pytest.approx(once(-2.0, 0.0))


def test_nothing_worse_is_as_assumed() -> None:
    found = stressed(rise=0.0, overrun=0.0, causal=1.0)

    assert found.if_bar_rises == found.if_hours_overrun == found.if_less_causal == found.chance


def test_where_points_decide_the_bar_rises_in_points_and_kinds_are_cancelled() -> None:
    """What a level adds is a rule there, of which no share is causal."""
    case = small_points_case(3)
    found = stress_plan(Ground(instance=case, given=Plan()), Stress(), planner=Keeping())
    higher = stress_plan(Ground(instance=case, given=Plan()), Stress(rise=200.0), planner=Keeping())

    assert (found.rise, found.if_less_causal) == (10.0, None)
    assert higher.if_bar_rises < found.if_bar_rises < found.chance
    assert {one.kind for one in found.cancelled} == {"open", "closed"}
    assert min(one.chance for one in found.cancelled) == 0
    assert max(one.chance for one in found.cancelled) == found.chance


def test_without_a_plan_it_is_the_best_found() -> None:
    found = stress_plan(Ground(instance=CASE), Stress(), planner=AnytimePlanner(), slices=2)

    assert found.chance >= stressed().chance


@pytest.mark.parametrize(
    "figures",
    [{"rise": -0.1}, {"rise": inf}, {"overrun": -0.1}, {"overrun": nan}, {"causal": 1.1}, {"causal": -0.1}],
    ids=str,
)
def test_figures_out_of_bounds_are_refused(figures: dict[str, float]) -> None:
    with pytest.raises(InvalidInput, match=next(iter(figures))) as refused:
        Stress(**figures)
    assert refused.value.next_step
