"""The exhaustive twin against the checker, which knows nothing of it, on random small cases."""

import numpy as np
import pytest
from tests.roadmap_cases import small_case, some_plan

from twelfth.roadmap import BestChance, best, chance, completions_of, violations


@pytest.mark.parametrize("start", range(0, 40, 10))
def test_whatever_the_checker_passes_the_twin_has_found(start: int) -> None:
    """Random plans that can be done end in completions that the twin lists, and none is better than its best."""
    passed = 0
    for seed in range(start, start + 10):
        case = small_case(seed)
        listed, found = completions_of(case), best(case, BestChance())
        assert found is not None
        rng = np.random.default_rng([seed, 5])
        for plan in (some_plan(case, rng) for _ in range(60)):
            if not plan.work or violations(case, plan):
                continue
            done = plan.completions(case.by_id)
            passed += 1
            assert tuple(sorted(done.items())) in listed
            assert chance(case, done) <= found[0] + 1e-12
    assert passed > 20
