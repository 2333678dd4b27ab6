"""What no plan can use is told, each in a sentence that names it."""

import pytest
from tests.roadmap_cases import action, instance

from twelfth.roadmap import Instance, misfits_of


def test_nothing_is_told_of_what_fits() -> None:
    assert misfits_of(instance(action("a"), action("b", after=("a",)))) == ()


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (instance(action(), rounds=()), "There is no round ahead"),
        (instance(action(), rounds=((0, -1.0), (9, -1.0))), "A round in week 0 is over before any work"),
        (instance(action(), hours=0), "There is no hour before the last round"),
        (instance(action(hours=500)), "a needs 500 h; there are 36 h before the last round."),
        (instance(action(cost=101)), "a costs 101; 100 will have come in before the last round."),
        (instance(action(min_hours_week=5, max_hours_week=6, hours=10)), "a needs 5 h a week; no week has so many."),
    ],
    ids=["no round", "round in week 0", "no hours", "too many hours", "too costly", "too many a week"],
)
def test_what_no_plan_can_use_is_told(case: Instance, told: str) -> None:
    assert any(sentence.startswith(told) for sentence in misfits_of(case))


def test_hours_and_money_of_what_comes_before_count() -> None:
    case = instance(action("a", hours=30, cost=60), action("b", hours=30, cost=60, after=("a",)))

    assert misfits_of(case) == ("b needs 60 h with what comes before it; there are 36 h before the last round.",)


def test_an_action_that_a_short_last_week_ends_may_need_less_than_its_least() -> None:
    """One hour of work needs no week of two."""
    assert misfits_of(instance(action(hours=1, min_hours_week=2), hours=1)) == ()
