"""The planner: each answer at least as good as the last, the same for the same work, and edges of what is asked."""

from itertools import islice, pairwise

import pytest
from tests.roadmap_cases import action, instance, small_case

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Instance, Plan, chance, check

PLENTY = instance(
    *(action(f"a{i}", hours=6 + i, effect=0.3 + 0.1 * i, valid_weeks=9 if i % 2 else None) for i in range(8)),
    weeks=30,
    hours=3,
    rounds=((8, -3.0), (16, -3.0), (29, -2.5)),
    sigma=1.0,
)


def answers(case: Instance, *, slices: int = 12, seed: int = 0) -> list:
    return list(islice(AnytimePlanner().best_chance(case, seed=seed), slices))


def test_an_answer_is_at_least_as_good_as_the_one_before() -> None:
    """The chance never falls, the bound never rises, and the first is there after one slice."""
    found = answers(PLENTY)

    assert found[0].effort.slices == 1
    assert found[0].chance > found[0].idle
    for before, after in pairwise(found):
        assert after.chance >= before.chance
        assert after.bound <= before.bound
        assert after.effort.slices == before.effort.slices + 1


def test_the_same_seed_and_work_give_the_same_answer() -> None:
    assert answers(PLENTY) == answers(PLENTY)


def test_no_answer_is_worse_than_the_plan_to_begin_from() -> None:
    """The plan of a long search, with one slice of work of another seed; what cannot be done is no beginning."""
    best = answers(PLENTY, slices=12)[-1]
    again = next(AnytimePlanner().best_chance(PLENTY, seed=3, start=best.plan))
    broken = Plan({name: weeks[:-1] for name, weeks in best.plan.work.items()})

    assert again.chance >= best.chance
    assert next(AnytimePlanner().best_chance(PLENTY, seed=3, start=broken)) == answers(PLENTY, slices=1, seed=3)[0]


def test_what_is_proved_best_is_not_searched_further() -> None:
    """One action that fits before the only round: the planner ends by itself."""
    case = instance(action(), weeks=10)
    found = answers(case, slices=100)

    assert len(found) < 20
    assert found[-1].bound - found[-1].chance <= 5e-4
    assert found[-1].plan.work.keys() == {"a"}


def test_every_plan_on_the_way_can_be_done() -> None:
    for found in answers(PLENTY, seed=3):
        check(PLENTY, found.plan)
        assert chance(PLENTY, found.plan.completions(PLENTY.by_id)) == pytest.approx(found.chance, abs=1e-12)


def test_what_earns_nothing_is_left_out() -> None:
    """An action that lowers the chance, one that adds nothing in time, and one whose prerequisite can never be done."""
    case = instance(
        action("good"),
        action("worse", effect=-1.0),
        action("late", min_weeks=20),
        action("never", hours=1000),
        action("after", after=("never",)),
        *(action(f"idle{i}", hours=1, effect=0.0) for i in range(4)),
        weeks=30,
        rounds=((9, -2.0),),
    )

    assert answers(case)[-1].plan.work.keys() == {"good"}


@pytest.mark.parametrize(
    "case",
    [
        instance(weeks=10),
        instance(action(), weeks=10, rounds=()),
        instance(action(), weeks=10, rounds=((0, -1.0),)),
    ],
    ids=["no action", "no round", "a round that is over"],
)
def test_where_nothing_can_be_done_the_answer_is_to_do_nothing(case: Instance) -> None:
    found = answers(case)

    assert len(found) == 1
    assert found[0].plan == Plan()
    assert found[0].chance == found[0].bound == found[0].idle


def test_no_hours_and_no_money_are_no_error() -> None:
    for case in (instance(action(), hours=0), instance(action(cost=5), money=())):
        assert answers(case)[-1].plan.work == {}
        assert answers(case)[-1].bound == pytest.approx(answers(case)[-1].idle, abs=1e-3)


def test_many_rounds_in_one_week_and_beyond_the_horizon() -> None:
    """More rounds than a word has bits, some on the same day, some after the last week."""
    case = instance(
        action("a", valid_weeks=4),
        action("r", hours=1, after=("a",), valid_weeks=4, renews="a"),
        weeks=20,
        rounds=tuple((week % 25, -4.0) for week in range(90)),
    )

    found = answers(case, slices=4)[-1]

    assert found.chance > found.idle
    check(case, found.plan)


def test_another_seed_searches_elsewhere_and_still_agrees() -> None:
    case = small_case(3)

    assert answers(case, seed=1)[-1].chance == pytest.approx(answers(case, seed=2)[-1].chance, abs=1e-9)


def test_a_renewal_that_pays_only_where_an_exam_is_passed_late_is_kept() -> None:
    """On average over the exam it looks idle; over its cases it is worth four points."""
    case = instance(
        action("a0", hours=1, cost=1, effect=1.2, valid_weeks=1, pass_probability=0.79, retry_weeks=2),
        action("a1", hours=2, min_hours_week=2, max_hours_week=3, min_weeks=3, effect=1.06, after=("a0",)),
        action("again", hours=1, effect=1.2, after=("a0",), valid_weeks=2, renews="a0"),
        weeks=4,
        rounds=((7, -0.6),),
    )

    assert "again" in answers(case, slices=12)[-1].plan.work
