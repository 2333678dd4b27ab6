"""The planner against the exhaustive twin on small cases, and against the independent referee on larger ones."""

from threading import Event

import numpy as np
import pytest
from tests.oracle.test_roadmap_referee import REFEREE, instance_of, referee
from tests.roadmap_cases import action, instance, planned, small_case, some_plan
from tests.tried import LONG, up_to

from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.polytope import PolytopeProver
from twelfth.engines.roadmap.relaxation import relaxation_of
from twelfth.roadmap import (
    MEASURES,
    Answer,
    BestChance,
    Found,
    Impossible,
    Instance,
    Least,
    Plan,
    Question,
    best,
    chance,
    violations,
)

__all__ = ["referee"]


def settled(case: Instance, question: Question, *, slices: int = 40) -> Answer:
    for answer in AnytimePlanner().improve(case, question):
        if answer.best.effort.slices >= slices:
            return answer
    return answer


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, up_to(200, of=500), 50))
def test_the_best_of_a_small_case_is_found(start: int) -> None:
    """Five slices of work, with a piece of proof beside them."""
    for seed in range(start, start + 50):
        case = small_case(seed)
        twin = best(case, BestChance())
        found = planned(case, slices=5)

        assert twin is not None
        assert violations(case, found.plan) == ()
        assert found.chance == pytest.approx(twin[0], abs=1e-9), seed
        assert found.bound >= twin[0] - 1e-9, seed


@pytest.mark.long
@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("start", range(0, 30, 10))
def test_the_least_of_a_small_case_is_found(start: int, measure: str) -> None:
    """Half way from doing nothing to the best there is; and beyond the best, where no plan reaches it. That takes the
    same search whatever is to be least, so that each case is asked for one measure, in the long tests for all."""
    for seed in range(start, start + 10):
        case = small_case(seed)
        highest, idle = best(case, BestChance()), chance(case, {})
        assert highest is not None
        if highest[0] - idle < 1e-3:
            continue
        within = Least(measure, (idle + highest[0]) / 2)
        twin, found = best(case, within), settled(case, within)
        assert twin is not None
        assert isinstance(found, Found)
        assert found.chance >= within.target
        assert violations(case, found.plan) == ()
        assert found.value == twin[0], seed
        assert found.least is not None
        assert found.least <= twin[0], seed

        if not LONG and measure != MEASURES[seed % len(MEASURES)]:
            continue
        beyond = Least(measure, min(0.999, highest[0] + 0.02))
        assert not isinstance(settled(case, beyond), Found), seed


def test_limits_stand_in_the_way_together() -> None:
    """One action is too long, the other too dear; each would do."""
    long, dear = action("long", hours=60, max_hours_week=20, effect=3.0), action("dear", cost=500, effect=3.0)
    answer = settled(instance(long, dear), Least("weeks", 0.5))

    assert isinstance(answer, Impossible)
    assert answer.conflicts == ("hours", "money")
    assert answer.best.plan.work == {}


def test_nothing_is_done_for_a_target_that_is_met_already() -> None:
    answer = settled(instance(action(), rounds=((9, 2.0),)), Least("hours", 0.5))

    assert isinstance(answer, Found)
    assert (answer.value, answer.least) == (0, 0)


@pytest.mark.parametrize("seed", range(30))
def test_no_plan_is_worth_more_than_the_bound(seed: int) -> None:
    """Neither the best there is nor any, however little was proved and whatever plan was told."""
    case = small_case(1000 + seed)
    twin = best(case, BestChance())
    assert twin is not None
    relaxed = (relaxation_of(case, tasks_of(case), fine=fine) for fine in (False, True))
    prover = PolytopeProver.of(relaxed, case.sigma, Event())
    for told in (0.0, 0.0, 0.0, twin[0] / 2, twin[0]):
        prover.slice(told)

        assert prover.bound >= twin[0] - 1e-9


def test_the_bound_knows_that_what_follows_an_exam_may_begin_to_count_late() -> None:
    """The exam is passed in week 1 or at the second attempt in week 21; only then does the language count, for three
    weeks, among them that of the round. Counted from its own completion it would have expired in week 5."""
    case = instance(
        action("exam", hours=1, max_hours_week=4, effect=0.0, pass_probability=0.5, retry_weeks=20),
        action("lang", max_hours_week=4, effect=5.0, valid_weeks=3, after=("exam",)),
        action("degree", hours=40, max_hours_week=4, effect=5.0, after=("lang",)),
        weeks=30,
        rounds=((22, -8.0),),
    )
    plan = Plan.of({"exam": [(0, 1)], "lang": [(1, 4)], "degree": [(week, 4) for week in range(2, 12)]})
    relaxed = (relaxation_of(case, tasks_of(case), fine=fine) for fine in (False, True))
    prover = PolytopeProver.of(relaxed, case.sigma, Event())
    for _ in range(4):
        prover.slice(0.0)

    assert violations(case, plan) == ()
    assert prover.bound >= chance(case, plan.completions(case.by_id)) > 0.2


@pytest.mark.parametrize(("actions", "rounds"), [(6, 3), (15, 4), (20, 6), (30, 8)])
@pytest.mark.skipif(not REFEREE.exists(), reason="the referee is beside a checkout in development only")
def test_the_referee_finds_every_plan_sound(referee, actions: int, rounds: int) -> None:
    """It can be done, is worth what it says, and its bound holds for it and for other plans."""
    told = referee.make(actions, rounds, 7000 + actions)
    case = instance_of(told)
    found = planned(case, slices=8)
    work = {name: [list(pair) for pair in weeks] for name, weeks in found.plan.work.items()}

    verdict = referee.judge(told, {"work": work, "bound": found.bound})

    assert verdict["feasible"], verdict["violations"]
    assert verdict["bound_holds"]
    assert verdict["chance"] == pytest.approx(found.chance, abs=1e-3)
    assert found.idle < found.chance <= found.bound < 1
    rng = np.random.default_rng(actions)
    for plan in (some_plan(case, rng) for _ in range(20)):
        if not violations(case, plan):
            assert chance(case, plan.completions(case.by_id), most_cases=4096) <= found.bound + 5e-4
