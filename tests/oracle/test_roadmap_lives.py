"""Lives of a plan: the compiled twin against the plain one, and both against the chance that is worked out exactly."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.oracle.test_roadmap_referee import REFEREE, instance_of, referee
from tests.roadmap_cases import action, busy_case, full_plan, instance, small_case, some_plan
from tests.tried import up_to

from twelfth.engines import LifeSimulator
from twelfth.engines.roadmap.course import NEVER, course_of, miles_of
from twelfth.engines.roadmap.hours_behind import go
from twelfth.engines.roadmap.lanes import LANES
from twelfth.roadmap import (
    Causes,
    Instance,
    Lives,
    Plan,
    Tally,
    chance,
    chosen_of,
    finished,
    lives_of,
    simulate,
    violations,
)

__all__ = ["referee"]

CAUSES = [
    Causes(),
    Causes(overrun=0.4),
    Causes(slips=0.15),
    Causes(bar=1.5),
    Causes(overrun=0.6, slips=0.1, bar=0.8),
]


def plan_of(case: Instance, seed: int) -> Plan | None:
    """A plan that can be done, with some work in it, where one of sixty random ones is."""
    rng = np.random.default_rng([seed, 3])
    plans = (some_plan(case, rng) for _ in range(60))
    return next((plan for plan in plans if plan.work and not violations(case, plan)), None)


def cases(start: int, stop: int) -> Iterator[tuple[int, Instance, Plan]]:
    for seed in range(start, stop):
        case = small_case(seed)
        plan = plan_of(case, seed)
        if plan is not None:
            yield seed, case, plan


def off(lives: Lives, exact: float) -> float:
    return (lives.chance - exact) / lives.standard_error


def test_without_causes_the_plain_twin_agrees_with_the_chance() -> None:
    """Within three standard errors but for one in a hundred; the errors are neither too small nor too large."""
    found = [
        off(simulate(case, plan, rng=np.random.default_rng(seed), lives=4_000), exact)
        for seed, case, plan in cases(0, 120)
        if (exact := chance(case, plan.completions(case.by_id)))
    ]

    assert len(found) > 80
    assert sum(abs(one) > 3 for one in found) <= 1
    assert 0.6 < np.mean(np.square(found)) < 1.5


@pytest.mark.long
def test_without_causes_the_compiled_twin_agrees_with_the_chance() -> None:
    found = [
        off(LifeSimulator().live(case, plan, lives=up_to(30_000, of=100_000), seed=seed, causes=Causes()), exact)
        for seed, case, plan in cases(0, 120)
        if (exact := chance(case, plan.completions(case.by_id)))
    ]

    assert len(found) > 80
    assert max(map(abs, found)) < 3.5
    assert 0.6 < np.mean(np.square(found)) < 1.5


def test_an_exam_is_tried_three_times() -> None:
    """Passed in 7 of 8 lives by either twin; each attempt is in time for another round."""
    case = instance(
        action(pass_probability=0.5, retry_weeks=2, effect=50.0), rounds=((3, -40.0), (5, -40.0), (7, -40.0))
    )
    plan = Plan.of({"a": [(0, 2), (1, 2)]})
    for lived in (
        simulate(case, plan, rng=np.random.default_rng(1), lives=40_000),
        LifeSimulator().live(case, plan, lives=40_000, seed=1, causes=Causes()),
    ):
        assert lived.miles[0].passed == pytest.approx(0.875, abs=0.01)
        assert [each.selected for each in lived.rounds] == pytest.approx([0.5, 0.25, 0.125], abs=0.01)


@pytest.mark.parametrize("causes", CAUSES, ids=str)
def test_the_twins_agree_on_every_figure(causes: Causes) -> None:
    """Chance, rounds, exams passed and miles not finished, within four standard errors of their difference."""
    for seed, case, plan in cases(200, 220):
        plain = simulate(case, plan, rng=np.random.default_rng(seed), lives=20_000, causes=causes)
        quick = LifeSimulator().live(case, plan, lives=100_000, seed=seed, causes=causes)
        pairs = [(plain.chance, quick.chance), (plain.never, quick.never)]
        pairs += [(one.selected, two.selected) for one, two in zip(plain.rounds, quick.rounds, strict=True)]
        pairs += [(one.unfinished, two.unfinished) for one, two in zip(plain.miles, quick.miles, strict=True)]
        pairs += [(one.passed or 0.0, two.passed or 0.0) for one, two in zip(plain.miles, quick.miles, strict=True)]
        for one, two in pairs:
            share = (one + two) / 2
            assert abs(one - two) <= 4 * np.sqrt(share * (1 - share) * (1 / 20_000 + 1 / 100_000)) + 2e-4, seed
        for one, two in zip(plain.miles, quick.miles, strict=True):
            assert one.mean == pytest.approx(two.mean, abs=0.08), seed


def compiled(case: Instance, plan: Plan, factors: NDArray[np.float64]) -> NDArray[np.float64]:
    """`finished` of LANES lives in compiled code."""
    course, miles = course_of(case, plan), miles_of(case, plan, Causes(overrun=1.0))
    complete, starts = (np.zeros(factors.shape, np.int64) for _ in "ab")
    spare = np.zeros((len(factors) + 2, LANES), np.int64)
    freed = np.zeros((len(course.begins), LANES))
    go(course, miles, factors, complete, starts, freed, np.zeros((6, LANES)), spare, np.zeros(LANES, np.uint64))
    assert np.abs(freed).max(initial=0.0) == 0
    return np.where(complete < NEVER, complete.astype(float), np.inf)


def drawn(count: int, seed: int) -> NDArray[np.float64]:
    rng = np.random.default_rng([seed, 8])
    return np.exp(rng.uniform(0, 1) * rng.standard_normal((count, LANES)))


def test_weeks_are_the_same_life_by_life() -> None:
    """Compiled stretches of weeks give what week after week gives."""
    busy = [(seed, busy_case(seed), full_plan(busy_case(seed), np.random.default_rng(seed))) for seed in range(60)]
    for seed, case, plan in [*cases(0, 150), *busy]:
        factors = drawn(len(plan.work), seed)

        assert (compiled(case, plan, factors) == finished(case, plan, factors)).all(), seed


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.skipif(not REFEREE.exists(), reason="the referee is beside a checkout in development only")
def test_weeks_are_the_same_in_long_plans(referee, seed: int) -> None:
    case = instance_of(referee.make(25, 6, 7700 + seed, years=6))
    plan = full_plan(case, np.random.default_rng(seed))
    factors = drawn(len(plan.work), seed)
    plain = finished(case, plan, factors)

    weeks = dict(zip((each.id for each in chosen_of(case, plan)), plain, strict=True))
    waits = [(weeks[named] > plan.first(case.by_id[name])).mean() for name in weeks for named in case.by_id[name].after]

    assert np.sum(waits) > 0.5
    assert (compiled(case, plan, factors) == plain).all()


def test_the_number_of_threads_changes_nothing() -> None:
    _, case, plan = next(cases(3, 30))
    first, *others = (
        LifeSimulator(threads=threads).live(case, plan, lives=5_001, seed=7, causes=CAUSES[-1])
        for threads in (1, 2, 3, 8)
    )

    assert all(one == first for one in others)


def test_another_seed_lives_other_lives() -> None:
    _, case, plan = next(cases(3, 30))
    simulator = LifeSimulator()
    first, again, other = (simulator.live(case, plan, lives=5_000, seed=seed, causes=Causes()) for seed in (1, 1, 2))

    assert first == again
    assert first != other


@pytest.mark.parametrize("lives", [1, 255, 256, 257, 1_000])
def test_as_many_lives_are_lived_as_asked_for(lives: int) -> None:
    """Also where they do not fill the lanes."""
    case = instance(action(pass_probability=0.5, retry_weeks=2))
    plan = Plan.of({"a": [(0, 2), (1, 2)]})
    found = LifeSimulator(threads=2).live(case, plan, lives=lives, seed=1, causes=Causes(overrun=0.5))

    assert found.lives == lives
    assert sum(each.selected for each in found.rounds) + found.never == pytest.approx(1)
    assert found.miles[0].unfinished <= 1


def test_a_calendar_of_very_many_hours_is_lived_by_the_plain_twin() -> None:
    case = instance(action(), hours=10_000_000)
    plan = Plan.of({"a": [(0, 2), (1, 2)]})
    found = LifeSimulator().live(case, plan, lives=500, seed=1, causes=Causes())

    assert found == simulate(case, plan, rng=np.random.default_rng(1), lives=500)


def test_nothing_to_do_and_no_round_are_no_error() -> None:
    for case in (instance(action()), instance(action(), rounds=()), instance()):
        found = LifeSimulator().live(case, Plan(), lives=300, seed=1, causes=CAUSES[-1])

        assert found.miles == ()
        assert found.chance + found.never == pytest.approx(1)
        assert simulate(case, Plan(), rng=np.random.default_rng(1), lives=300).miles == ()


def test_counts_are_told_as_shares() -> None:
    """By hand: of four lives two finish in week 2, one in week 5, one not by the horizon of 10."""
    case = instance(action(pass_probability=0.5, retry_weeks=2), rounds=((3, 0.0), (9, 0.0)))
    plan = Plan.of({"a": [(0, 2), (1, 2)]})
    lived = simulate(case, plan, rng=np.random.default_rng(1), lives=10)
    weeks = np.zeros((1, 12), np.int64)
    weeks[0, [2, 5, 11]] = 2, 1, 1
    told = lives_of(case, plan, Causes(), Tally(finished=weeks, passed=np.array([3]), selected=np.array([1, 0, 3])))
    mile = told.miles[0]

    assert lived.lives == 10
    assert (told.chance, told.never, told.rounds[0].selected) == (0.25, 0.75, 0.25)
    assert told.standard_error == pytest.approx(np.sqrt((2 / 6) * (4 / 6) / 4))
    assert (mile.mean, mile.week_10, mile.week_50, mile.week_90) == (3.0, 2, 2, None)
    assert (mile.planned, mile.unfinished, mile.passed) == (2, 0.25, 0.75)
