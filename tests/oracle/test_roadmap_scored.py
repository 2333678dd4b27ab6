"""Where a function of the traits held decides: the planner against the exhaustive twin, with trees and without."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier
from tests.roadmap_cases import action, instance, planned, some_plan
from tests.scored_cases import Array, small_scored_case

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.scored_bound import scored_prover
from twelfth.roadmap import BestChance, Found, Least, Scored, best, chance, violations


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_the_best_of_a_small_case_by_any_function_is_found(start: int) -> None:
    for seed in range(start, start + 20):
        case = small_scored_case(seed)
        twin = best(case, BestChance())
        found = planned(case, slices=5)

        assert twin is not None
        assert violations(case, found.plan) == ()
        assert found.chance == pytest.approx(chance(case, found.plan.completions(case.by_id)), abs=1e-12), seed
        assert found.chance == pytest.approx(twin[0], abs=1e-9), seed
        assert found.bound >= twin[0] - 1e-9, seed


def test_no_plan_is_worth_more_than_the_bound() -> None:
    held = 0
    for seed in range(100, 115):
        case, rng = small_scored_case(seed), np.random.default_rng(seed)
        found = planned(case, slices=5)
        for plan in (some_plan(case, rng) for _ in range(30)):
            if not violations(case, plan):
                held += 1
                assert chance(case, plan.completions(case.by_id)) <= found.bound + 1e-9
    assert held > 100


def test_what_is_proved_is_above_the_best_there_is() -> None:
    """Asked of the proof alone, however little of it was done; the planner never tells a bound below its own plan."""
    for seed in range(100, 130):
        case = small_scored_case(seed)
        twin, prover = best(case, BestChance()), scored_prover(case, tasks_of(case))
        assert twin is not None
        for _ in range(3):
            prover.slice(0.0)

            assert prover.bound >= twin[0] - 1e-9, seed


def test_beyond_eight_exams_the_bound_is_of_all_cases_and_no_sample() -> None:
    """Those told apart are the hardest; the others count as passed at once, which is no worse."""
    names = [f"e{place}" for place in range(10)]
    exams = (action(name, hours=1, pass_probability=0.4 + 0.05 * i, retry_weeks=1) for i, name in enumerate(names))
    score = Scored(traits=tuple(names), of=lambda held: 0.02 + 0.08 * held.sum(axis=1))
    case = replace(instance(*exams, weeks=3, hours=10, rounds=((2, 0.0),), sigma=0.0), scored=score)
    prover = scored_prover(case, tasks_of(case))

    assert len(prover.shares) == 4**8
    assert prover.shares.sum() == pytest.approx(1)
    assert (prover.delays > 0).any(axis=0).tolist() == [True] * 8 + [False] * 2


def forest(traits: int) -> RandomForestClassifier:
    """Learned from people of whom those with the first two traits, or the third alone, were mostly selected."""
    rng = np.random.default_rng(5)
    people = rng.integers(0, 2, size=(400, traits)).astype(float)
    likely = 0.1 + 0.6 * ((people[:, 0] * people[:, 1] > 0) | ((people[:, 2] > 0) & (people[:, 0] == 0)))
    return RandomForestClassifier(20, max_depth=3, random_state=0).fit(people, rng.random(400) < likely)


def test_a_forest_of_trees_is_planned_with() -> None:
    """Two traits that only help together, against one that helps alone; the twin agrees, and so does the question of
    the least."""
    trees = forest(3)
    scored = Scored(traits=("a", "b", "c"), of=lambda held: trees.predict_proba(held)[:, 1])
    actions = (
        action("a", hours=3),
        action("b", hours=3, pass_probability=0.8, retry_weeks=1),
        action("c", hours=3, max_hours_week=1),
    )
    case = replace(instance(*actions, weeks=7, hours=2, rounds=((5, 0.0), (7, -0.3)), sigma=1.0), scored=scored)
    twin, found = best(case, BestChance()), planned(case, slices=6)

    assert twin is not None
    assert found.chance == pytest.approx(twin[0], abs=1e-9)
    assert found.bound >= twin[0]
    target = (found.chance + found.idle) / 2
    *_, least = AnytimePlanner().improve(case, Least("hours", target))
    assert isinstance(least, Found)
    assert (least.value, True) == ((best(case, Least("hours", target)) or (None,))[0], least.chance >= target)


def test_an_additive_function_is_the_additive_planner() -> None:
    """The chance of the logit that the effects add up to: the same best, by sigma as well."""
    case = instance(
        action("a", effect=0.8), action("b", effect=0.6, valid_weeks=3), rounds=((5, -1.0), (9, -1.5)), sigma=1.0
    )

    def score(held: Array) -> Array:
        return 1 / (1 + np.exp(-held @ np.array([0.8, 0.6])))

    same = replace(case, scored=Scored(traits=("a", "b"), of=score))

    assert planned(same, slices=6).chance == pytest.approx(planned(case, slices=6).chance, abs=1e-9)
    assert chance(same, {"a": 3, "b": 4}) == pytest.approx(chance(case, {"a": 3, "b": 4}), abs=1e-12)
