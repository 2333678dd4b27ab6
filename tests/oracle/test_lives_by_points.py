"""Lives where published points decide: each with its own cut-offs, against the chance that is worked out exactly."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from tests.points_cases import rounds_falling, small_points_case
from tests.roadmap_cases import some_plan

from twelfth.base import InvalidInput
from twelfth.distance import NEVER_MET, drawn, met
from twelfth.engines import LifeSimulator
from twelfth.roadmap import Causes, Instance, Lives, Plan, chance, simulate, violations, ways_held

LIVES = 20_000


def cases(start: int, stop: int) -> Iterator[tuple[int, Instance, Plan]]:
    """With some work in each, exams and expiries among it."""
    for seed in range(start, stop):
        case, rng = small_points_case(seed), np.random.default_rng([seed, 5])
        plans = (some_plan(case, rng) for _ in range(60))
        plan = next((plan for plan in plans if plan.work and not violations(case, plan)), None)
        if plan is not None:
            yield seed, case, plan


def lived(case: Instance, plan: Plan, seed: int, lives: int = LIVES) -> Lives:
    return simulate(case, plan, rng=np.random.default_rng(seed), lives=lives)


def test_lives_by_points_agree_with_the_chance() -> None:
    """Within three standard errors but for one in a hundred; the errors are neither too small nor too large."""
    off = []
    for seed, case, plan in cases(0, 90):
        found = lived(case, plan, seed)
        off.append((found.chance - chance(case, plan.completions(case.by_id))) / found.standard_error)

    assert len(off) > 60
    assert sum(abs(one) > 3 for one in off) <= 1
    assert 0.6 < np.mean(np.square(off)) < 1.5


def test_the_share_of_drawn_futures_in_which_a_round_is_met_is_its_chance() -> None:
    """For whole points and for others, on days of their own, within four standard errors."""
    rng = np.random.default_rng(3)
    for step in range(30):
        days = int(rng.integers(10, 120))
        rounds = rounds_falling(rng, days)
        scores = np.where(np.arange(days) < days // 2, 495.0, 505.0 + (0.5 if step % 2 else 0.0))
        future = drawn(rounds, 40_000, rng)
        share = (future.first(scores[future.day]) < NEVER_MET).mean()
        exact = met(rounds, scores)

        assert abs(share - exact) <= 4 * np.sqrt(exact * (1 - exact) / 40_000) + 1e-4


def test_the_kinds_are_those_of_the_first_selection() -> None:
    """A kind alone has its own chance; both together sum to that of either, and to the lives selected by week."""
    for seed, case, plan in cases(100, 110):
        found = lived(case, plan, seed)

        assert sum(one.selected for one in found.kinds) == pytest.approx(found.chance)
        assert sum(one.selected for one in found.rounds) == pytest.approx(found.chance)
        assert found.never == pytest.approx(1 - found.chance)


def test_selections_by_a_week_are_the_chance_by_its_day() -> None:
    """As the points tell the chance within the first so many days."""
    for seed, case, plan in cases(200, 212):
        points = case.points
        assert points is not None
        found = lived(case, plan, seed, 40_000)
        ways = ways_held(case, plan.completions(case.by_id), weeks=points.weeks)
        week = points.weeks // 2
        exact = sum(share * (1 - np.prod(1 - points.by_kind_within(held, [7 * week])[0])) for share, held in ways)
        share = sum(one.selected for one in found.rounds if one.week < week)

        assert abs(share - exact) <= 4 * np.sqrt(exact * (1 - exact) / 40_000) + 1e-4, seed


def test_who_takes_longer_is_selected_no_more_often() -> None:
    """The same luck of the rounds in another life: hours that overrun only take away."""
    for seed, case, plan in cases(300, 306):
        late = simulate(case, plan, rng=np.random.default_rng(seed), lives=LIVES, causes=Causes(overrun=0.8, slips=0.2))
        found = lived(case, plan, seed)

        assert late.chance <= found.chance + 4 * found.standard_error


def test_the_engine_lives_them_too() -> None:
    """The same for a seed, and however many threads there are."""
    _, case, plan = next(cases(0, 20))
    one, two = (
        LifeSimulator(threads=threads).live(case, plan, lives=3_000, seed=4, causes=Causes()) for threads in (1, 3)
    )

    assert one == two
    assert one.lives == 3_000


def test_an_exam_that_was_not_passed_before_has_fewer_attempts_left() -> None:
    """Two of three made: passed with the chance of one."""
    for _, case, plan in cases(0, 60):
        exams = [one for one in case.actions if one.id in plan.work and one.is_exam]
        if exams:
            exam = replace(exams[0], attempts_made=2)
            actions = tuple(exam if one.id == exam.id else one for one in case.actions)
            found = lived(replace(case, actions=actions), plan, 1)
            mile = next(one for one in found.miles if one.action == exam.id)
            assert mile.passed == pytest.approx(exam.pass_probability, abs=0.02)
            return
    pytest.fail("no exam among the cases")


def test_a_bar_that_moves_by_itself_is_refused_where_cut_offs_are_forecast() -> None:
    _, case, plan = next(cases(0, 20))
    with pytest.raises(InvalidInput, match="bar") as refused:
        simulate(case, plan, rng=np.random.default_rng(0), lives=10, causes=Causes(bar=0.3))
    assert "cut-offs" in refused.value.next_step
    with pytest.raises(InvalidInput, match="bar"):
        LifeSimulator().live(case, plan, lives=10, seed=0, causes=Causes(bar=0.3))
