"""The slow twin on cases that can be counted by hand."""

import pytest
from scipy.special import expit
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import BestChance, Least, best, completions_of


def test_every_completion_of_one_action_is_found() -> None:
    """Four hours at one to two a week in five weeks: complete after the second week at the earliest."""
    found = completions_of(instance(action("a"), weeks=5))
    assert found == {(), *(((("a", week),)) for week in range(2, 6))}


def test_a_last_week_may_be_short_and_others_may_not() -> None:
    """Five hours at two a week: two, two and one; three weeks at least."""
    case = instance(action("a", hours=5, min_hours_week=2), weeks=4)
    assert completions_of(case) == {(), (("a", 3),), (("a", 4),)}


def test_money_and_groups_hold() -> None:
    case = instance(action("a", group="g", cost=3), action("b", group="g", cost=2), weeks=2, money=((0, 2),))
    assert completions_of(case) == {(), (("b", 2),)}


def test_prerequisites_hold() -> None:
    case = instance(action("a", hours=2, min_weeks=3), action("b", hours=2, after=("a",)), weeks=4)
    assert (("a", 3), ("b", 4)) in completions_of(case)
    assert not any(dict(one).get("b", 9) < 4 for one in completions_of(case))


def test_the_best_chance_and_the_least_that_reaches_a_target() -> None:
    case = instance(action("a", cost=5), action("b", hours=6, effect=1.2), rounds=((9, -2.0),), weeks=9, hours=2)
    value, done = best(case, BestChance()) or (0.0, ())
    assert value == pytest.approx(expit(0.2))
    assert {name for name, _ in done} == {"a", "b"}
    assert best(case, Least("hours", 0.25)) == (4.0, (("a", 2),))
    assert best(case, Least("weeks", 0.3)) == (3.0, (("b", 3),))
    assert best(case, Least("money", 0.25)) == (0.0, (("b", 3),))
    assert best(case, Least("weeks", 0.9)) is None


def test_a_case_too_large_to_go_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twelfth.roadmap.exhaustive.MOST_STATES", 50)
    with pytest.raises(InvalidInput, match="small case"):
        completions_of(instance(action("a"), action("b"), action("c")))
