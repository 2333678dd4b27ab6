"""Replans against the exhaustive twin: every plan of a small case with at most so many changes."""

from itertools import islice

import pytest
from tests.roadmap_cases import case_after_a_fact

from twelfth.engines import AnytimeRedrawer
from twelfth.roadmap import Instance, Redrawn, Replan, best_replan, replan_violations

SLICES = 10


def redrawn(case: Instance, question: Replan, *, slices: int = SLICES) -> Redrawn:
    return list(islice(AnytimeRedrawer().redraw(case, question), slices))[-1]


@pytest.mark.parametrize("start", range(0, 100, 10))
def test_the_best_with_so_many_changes_is_found(start: int) -> None:
    """For every number of changes: the chance of the twin's best, or no plan where there is none."""
    for seed in range(start, start + 10):
        case, old, since = case_after_a_fact(seed)
        settled = seed % 3
        found = redrawn(case, Replan(old=old, since=since, settled=settled))
        for most in range(4):
            question = Replan(old=old, since=since, settled=settled, most=most)
            twin, step = best_replan(case, question), found.within(most)
            assert (twin is None) == (step is None), (seed, most)
            if twin is not None and step is not None:
                assert replan_violations(case, question, step.plan) == ()
                assert step.chance == pytest.approx(twin[0], abs=1e-9), (seed, most)
