"""Laws of a front, on small cases whose every plan is known."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.roadmap_cases import small_case
from tests.roadmap_planners import Shelf

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import BestChance, Plan, best, chance, scaled, violations
from twelfth.usecases import Front, trace_front

POINTS = 4
CASES = st.builds(small_case, st.integers(0, 400)).filter(lambda case: any(case.calendar.hours))


@settings(max_examples=12, deadline=None)
@given(case=CASES, seed=st.integers(0, 3))
def test_the_curve_never_falls_and_no_point_is_above_its_bound(case, seed) -> None:  # type: ignore[no-untyped-def]
    """Law: with more one can do all that one could do with less. Also where so little is searched that luck decides."""
    front = traced(case, seed=seed, slices=1)

    for less, more in pairwise(front.points):
        assert less.chance <= more.chance
        assert less.bound <= more.bound
    assert all(one.chance <= one.bound for one in front.points)


@settings(max_examples=5, deadline=None)
@given(case=CASES)
def test_every_point_can_be_done_and_no_plan_is_above_its_bound(case) -> None:  # type: ignore[no-untyped-def]
    """Law: each point's plan keeps every rule with the hours of its point, and is worth what is said."""
    front = traced(case, seed=0, slices=5)

    for place, point in enumerate(front.points):
        there = scaled(case, "hours", 2 * place, POINTS - 1)
        plan = Plan(point.work)
        twin = best(there, BestChance())
        assert violations(there, plan) == ()
        assert chance(there, plan.completions(there.by_id)) == point.chance
        assert twin is not None
        assert point.chance <= twin[0] + 1e-12
        assert twin[0] <= point.bound + 1e-9


def traced(case, *, seed: int, slices: int) -> Front:  # type: ignore[no-untyped-def]
    planner = AnytimePlanner()
    return trace_front("i", instances=Shelf(case), planner=planner, points=POINTS, seed=seed, slices=slices)
