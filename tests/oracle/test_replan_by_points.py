"""Replans where points decide, against the exhaustive twin: every plan of a small case with at most so many changes."""

from itertools import islice

import numpy as np
import pytest
from tests.points_cases import small_points_case
from tests.roadmap_cases import some_plan

from twelfth.engines import AnytimeRedrawer
from twelfth.roadmap import Instance, Plan, Replan, best_replan, chance, past_violations, replan_violations, violations


def after_a_fact(seed: int) -> tuple[Instance, Plan, int] | None:
    """A plan that can be done, and a week of it that is past."""
    case, rng = small_points_case(seed), np.random.default_rng([seed, 11])
    plans = (some_plan(case, rng) for _ in range(60))
    plan = next((plan for plan in plans if plan.work and not violations(case, plan)), None)
    since = int(rng.integers(0, max(1, case.weeks // 2)))
    if plan is None or past_violations(case, Replan(old=plan, since=since)):
        return None
    return case, plan, since


@pytest.mark.parametrize("start", range(0, 40, 10))
def test_the_best_with_so_many_changes_is_found_where_points_decide(start: int) -> None:
    """For every number of changes: the best of the twin, within a twentieth of what is told apart, or none."""
    compared = 0
    for seed in range(start, start + 10):
        asked = after_a_fact(seed)
        if asked is None:
            continue
        case, old, since = asked
        found = list(islice(AnytimeRedrawer().redraw(case, Replan(old=old, since=since, settled=1)), 10))[-1]
        for most in range(3):
            question = Replan(old=old, since=since, settled=1, most=most)
            twin, step = best_replan(case, question), found.within(most)
            assert (twin is None) == (step is None), (seed, most)
            if twin is not None and step is not None:
                compared += 1
                assert replan_violations(case, question, step.plan) == ()
                assert step.chance == pytest.approx(chance(case, step.plan.completions(case.by_id)), abs=1e-9)
                assert step.chance == pytest.approx(twin[0], abs=5e-5), (seed, most)
                assert found.bound >= twin[0] - 1e-9
    assert compared > 5
