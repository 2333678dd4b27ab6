"""More of one limit alone, how much of it a plan takes, and the round by which a target is reached."""

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import Least, Plan, RoundReached, chance, counted, enough, lacking, reached_by, widened

CASE = instance(
    action("a", hours=6, max_hours_week=6, cost=70),
    action("b", hours=2, cost=80, after=("a",)),
    weeks=10,
    hours=2,
    money=((0, 50), (4, 50)),
    rounds=((9, -2.0), (2, -2.0), (5, -2.0)),
)
PLAN = Plan.of({"a": [(1, 6)], "b": [(3, 2)]})
ASKED = Least("hours", 0.3, by=5)


def test_rounds_after_the_last_week_asked_about_do_not_count() -> None:
    assert [one.week for one in counted(CASE, ASKED).rounds] == [2, 5]
    assert counted(CASE, Least("hours", 0.3)) == CASE


def test_a_plan_takes_so_much_more_of_each_limit() -> None:
    """Six hours in a week of two; 150 by week 3, where 50 are."""
    assert lacking(CASE, ASKED, "hours", PLAN) == 4
    assert lacking(CASE, ASKED, "money", PLAN) == 100
    assert lacking(CASE, ASKED, "hours", Plan()) == lacking(CASE, ASKED, "money", Plan()) == 0


def test_each_limit_is_widened_alone() -> None:
    assert widened(CASE, ASKED, "hours", 3).calendar.hours == (5,) * 10
    assert widened(CASE, ASKED, "hours", 3).calendar.money == CASE.calendar.money
    assert widened(CASE, ASKED, "money", 30).calendar.arrived(0) == 80
    assert [one.week for one in widened(CASE, ASKED, "money", 30).rounds] == [2, 5]
    assert [one.week for one in widened(CASE, ASKED, "rounds", 1).rounds] == [2, 5, 9]


def test_a_week_without_hours_stays_a_pause() -> None:
    paused = instance(action(), weeks=3)
    paused = counted(paused, ASKED)
    object.__setattr__(paused.calendar, "hours", (2, 0, 2))

    assert widened(paused, ASKED, "hours", 3).calendar.hours == (5, 0, 5)


def test_so_much_more_is_enough_for_everything_at_once() -> None:
    assert enough(CASE, ASKED, "hours") == 6 + 2 - 2
    assert enough(CASE, ASKED, "money") == 150 - 50
    assert enough(CASE, ASKED, "rounds") == 1


def test_a_target_is_reached_by_the_first_round_at_which_the_chance_is_there() -> None:
    """Whatever the order of the rounds in the file."""
    done = PLAN.completions(CASE.by_id)
    by_the_second = chance(counted(CASE, ASKED), done)

    assert reached_by(CASE, PLAN, by_the_second) == RoundReached(number=2, week=5)
    assert reached_by(CASE, PLAN, by_the_second + 1e-6) == RoundReached(number=3, week=9)
    assert reached_by(CASE, PLAN, 0.99) is None


@pytest.mark.parametrize("week", [-1, 1.5, True])
def test_a_week_that_is_none_is_refused(week: int) -> None:
    with pytest.raises(InvalidInput, match="by is"):
        Least("hours", 0.5, by=week)
