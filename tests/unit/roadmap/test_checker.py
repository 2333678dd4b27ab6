"""The checker: each rule of a plan broken once."""

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import Instance, Plan, check, violations

FIRST = action("a", min_weeks=4, cost=60)
THEN = action("b", after=("a",), cost=40, min_hours_week=2, hours=5)
CASE = instance(FIRST, THEN, action("c", group="g"), action("d", group="g"))
GOOD = {"a": [(0, 2), (2, 2)], "b": [(4, 2), (5, 2), (9, 1)]}


def test_a_plan_that_keeps_every_rule_breaks_none() -> None:
    check(CASE, Plan.of(GOOD))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"x": [(0, 1)]}, "x: no such action"),
        ({"a": []}, "a: chosen with no work"),
        ({"a": [(0, 2), (2, 1)]}, "a: 3 h of work, 4 h needed"),
        ({"a": [(0, 4)]}, "a: 4 h in its last week 0, allowed 1 to 2"),
        ({"b": [(4, 1), (5, 2), (9, 2)]}, "b: 1 h in week 4, allowed 2 to 2"),
        ({"b": [(4, 2), (5, 2), (10, 1)]}, "b: works in week 10, outside weeks 0 to 9"),
        ({"b": [(-1, 2), (5, 2), (9, 1)]}, "b: works in week -1, outside"),
        ({"b": [(4, 2), (4, 2), (9, 1)]}, "b: week 4 is given twice"),
        ({"b": [(3, 2), (5, 2), (9, 1)]}, "b: starts before a is complete"),
        ({"c": [(0, 2), (1, 2)], "d": [(6, 2), (7, 2)]}, "group g: c, d exclude each other"),
    ],
)
def test_each_rule_broken_is_told(changed: dict[str, list[tuple[int, int]]], said: str) -> None:
    assert said in "\n".join(violations(CASE, Plan.of(GOOD | changed)))
    with pytest.raises(InvalidInput, match="plan"):
        check(CASE, Plan.of(GOOD | changed))


def test_a_prerequisite_that_is_not_in_the_plan_is_told() -> None:
    assert violations(CASE, Plan.of({"b": GOOD["b"]})) == ("b: needs a, which is not in the plan",)


def test_no_week_holds_more_than_its_hours() -> None:
    case = instance(action("a"), action("b"), hours=3)
    work = {"a": [(0, 2), (1, 2)], "b": [(1, 2), (2, 2)]}
    assert violations(case, Plan.of(work)) == ("week 1: 4 h planned, 3 h there are",)


def late(money: tuple[tuple[int, int], ...]) -> Instance:
    return instance(FIRST, THEN, money=money)


def test_nothing_is_paid_before_the_money_is_there() -> None:
    """60 in week 0, 40 more in week 4."""
    assert violations(late(((0, 60), (4, 40))), Plan.of(GOOD)) == ()
    assert violations(late(((0, 60), (5, 40))), Plan.of(GOOD)) == ("week 4: 100 of money spent, 60 there is",)
    assert violations(late(((1, 100),)), Plan.of(GOOD)) == ("week 0: 60 of money spent, 0 there is",)
