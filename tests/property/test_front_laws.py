"""Laws of a front, on small cases whose every plan is known."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.roadmap_cases import small_case, some_plan
from tests.roadmap_planners import Shelf

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import BestChance, Effort, Found, Instance, Plan, Question, best, chance, scaled, violations
from twelfth.usecases import Front, Planner, file_ground, trace_front

POINTS = 4
CASES = st.builds(small_case, st.integers(0, 400)).filter(lambda case: any(case.calendar.hours))


class Lucky:
    """Draws a plan: the better of it, of nothing, and of the plan to begin from."""

    def improve(
        self, instance: Instance, question: Question, *, seed: int, start: Plan | None = None
    ) -> Iterator[Found]:
        drawn = some_plan(instance, np.random.default_rng([seed, *instance.calendar.hours]))
        able = [plan for plan in (Plan(), drawn, start) if plan is not None and not violations(instance, plan)]
        value, plan = max(
            ((chance(instance, plan.completions(instance.by_id)), plan) for plan in able), key=lambda pair: pair[0]
        )
        yield Found(plan=plan, chance=value, bound=1.0, idle=0.0, effort=Effort(slices=1, seed=seed))


@settings(max_examples=60, deadline=None)
@given(case=CASES, seed=st.integers(0, 9))
def test_the_curve_never_falls_whatever_luck_the_search_has(case, seed) -> None:  # type: ignore[no-untyped-def]
    """Law: with more one can do all that one could do with less."""
    front = traced(case, planner=Lucky(), seed=seed, slices=1)

    for less, more in pairwise(front.points):
        assert less.chance <= more.chance
        assert less.bound <= more.bound
    assert all(one.chance <= one.bound for one in front.points)


@settings(max_examples=5, deadline=None)
@given(case=CASES)
def test_every_point_can_be_done_and_no_plan_is_above_its_bound(case) -> None:  # type: ignore[no-untyped-def]
    """Law: each point's plan keeps every rule with the hours of its point, and is worth what is said."""
    front = traced(case, planner=AnytimePlanner(), seed=0, slices=5)

    for place, point in enumerate(front.points):
        there = scaled(case, "hours", 2 * place, POINTS - 1)
        plan = Plan(point.work)
        twin = best(there, BestChance())
        assert violations(there, plan) == ()
        assert chance(there, plan.completions(there.by_id)) == point.chance
        assert twin is not None
        assert point.chance <= twin[0] + 1e-12
        assert twin[0] <= point.bound + 1e-9


def traced(case: Instance, *, planner: Planner, seed: int, slices: int) -> Front:
    return trace_front(
        file_ground("i", instances=Shelf(case)), planner=planner, points=POINTS, seed=seed, slices=slices
    )
