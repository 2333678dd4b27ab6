"""Where points decide: the planner against the exhaustive twin, and many profiles at once against each alone."""

import numpy as np
import pytest
from tests.points_cases import small_points_case
from tests.roadmap_cases import planned, some_plan

from twelfth.distance import met, met_each
from twelfth.roadmap import BestChance, best, chance, violations


@pytest.mark.parametrize("start", range(0, 40, 20))
def test_the_best_of_a_small_case_by_points_is_found(start: int) -> None:
    """Within a twentieth of what is told apart; its chance as the core computes it, and no plan above its bound."""
    for seed in range(start, start + 20):
        case = small_points_case(seed)
        twin = best(case, BestChance())
        found = planned(case, slices=5)

        assert twin is not None
        assert violations(case, found.plan) == ()
        assert found.chance == pytest.approx(chance(case, found.plan.completions(case.by_id)), abs=1e-9), seed
        assert found.chance == pytest.approx(twin[0], abs=5e-5), seed
        assert found.bound >= twin[0] - 1e-9, seed


def test_no_plan_by_points_is_worth_more_than_the_bound() -> None:
    held = 0
    for seed in range(60, 70):
        case, rng = small_points_case(seed), np.random.default_rng(seed)
        found = planned(case, slices=5)
        for plan in (some_plan(case, rng) for _ in range(30)):
            if not violations(case, plan):
                held += 1
                assert chance(case, plan.completions(case.by_id)) <= found.bound + 1e-9
    assert held > 100


@pytest.mark.watched
def test_the_chance_by_a_day_is_that_of_the_rounds_until_then() -> None:
    """In one pass for several days, and with the points gone from each of them on."""
    for seed in range(10):
        points = small_points_case(seed).points
        assert points is not None
        held = (frozenset(("a0",)),) * points.weeks
        days = [0, 9, points.days // 2, points.days]
        found = points.by_kind_within(held, days)
        for place, most in enumerate(days):
            closed = np.where(np.arange(points.days) < most, points.scores(held), -np.inf)
            one_by_one = [met(rounds, own) for rounds, own in zip(points.paths, closed, strict=True)]
            assert found[place] == pytest.approx(one_by_one, abs=1e-12)


def test_many_profiles_at_once_have_the_chance_of_each() -> None:
    """To the last digit: with points that change on other days, are never whole, or of a kind that is closed."""
    for seed in range(20):
        points, rng = small_points_case(seed).points, np.random.default_rng(seed)
        assert points is not None
        scores = 430 + 15 * rng.integers(0, 5, (12, len(points.kinds), points.days // 5 + 1)).repeat(5, axis=2)
        scores = scores[..., : points.days].astype(float)
        scores[1], scores[2, :, :4], scores[3] = -np.inf, -np.inf, scores[4] + 0.5
        for kind, rounds in enumerate(points.paths):
            one_by_one = [met(rounds, own) for own in scores[:, kind]]
            assert met_each(rounds, scores[:, kind]).tolist() == one_by_one
