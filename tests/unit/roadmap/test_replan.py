"""Replans: what a change is, what is past, and the check of a plan that follows another."""

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import Change, Plan, Replan, changes, check_past, check_replan, past_violations, replan_violations

CASE = instance(action("a"), action("b", cost=60), action("c", cost=60), action("d"), weeks=30, rounds=((29, -2.0),))
OLD = Plan.of({"a": [(0, 2), (1, 2)], "b": [(4, 2), (5, 2)]})


def test_what_is_within_four_weeks_is_no_change() -> None:
    """Complete four weeks later is where it was, five is not; the other is added."""
    near = Plan.of({"a": [(0, 2), (5, 2)], "b": [(4, 2), (5, 2)]})
    far = Plan.of({"a": [(0, 2), (6, 2)], "c": [(4, 2), (5, 2)]})

    assert changes(OLD, near, CASE) == ()
    assert changes(OLD, far, CASE) == (
        Change(action="a", was=2, now=7),
        Change(action="b", was=6, now=None),
        Change(action="c", was=None, now=6),
    )


def test_a_change_says_of_what_kind_it_is_and_by_how_much() -> None:
    moved, dropped, added = changes(OLD, Plan.of({"a": [(0, 2), (6, 2)], "c": [(4, 2), (5, 2)]}), CASE)

    assert [(one.kind, one.weeks) for one in (moved, dropped, added)] == [
        ("moved", 5),
        ("dropped", None),
        ("added", None),
    ]


def test_an_action_that_is_no_longer_offered_is_dropped() -> None:
    old = Plan.of({"gone": [(3, 1)]})

    assert changes(old, Plan(), CASE) == (Change(action="gone", was=4, now=None),)


def test_weeks_before_the_first_to_come_are_as_the_old_plan_has_them() -> None:
    """Unless it is said what was done."""
    assert Replan(old=OLD, since=5).past.work == {"a": ((0, 2), (1, 2)), "b": ((4, 2),)}
    assert Replan(old=OLD, since=5, done=Plan.of({"a": [(1, 2)]})).past.work == {"a": ((1, 2),)}


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ({"a": [(0, 2), (1, 2)], "b": [(4, 2), (9, 2)]}, None),
        ({"a": [(0, 2), (1, 2)]}, None),
        ({"a": [(0, 2), (1, 2)], "b": [(8, 2), (9, 2)]}, "its work before week 5 is not what was done"),
        ({"a": [(0, 2), (1, 2)], "b": [(4, 2), (9, 2)], "d": [(2, 2), (3, 2)]}, "d: its work before week 5"),
        ({"b": [(4, 2), (9, 2)]}, "a: it is finished and not in the plan"),
        ({"a": [(0, 2), (1, 2)], "b": [(4, 2), (40, 2)]}, "outside weeks"),
    ],
)
def test_the_past_stays_as_it_is(new: dict[str, list[tuple[int, int]]], said: str | None) -> None:
    """What is under way goes on or is dropped; what is finished stays."""
    found = replan_violations(CASE, Replan(old=OLD, since=5), Plan.of(new))

    assert (found == ()) if said is None else any(said in one for one in found)


def test_no_more_is_changed_than_is_allowed() -> None:
    new = Plan.of({"a": [(0, 2), (9, 2)], "b": [(14, 2), (15, 2)]})

    assert replan_violations(CASE, Replan(old=OLD, most=2), new) == ()
    assert replan_violations(CASE, Replan(old=OLD, most=1), new) == ("2 changes, at most 1 allowed",)
    with pytest.raises(InvalidInput, match="2 changes, at most 1 allowed"):
        check_replan(CASE, Replan(old=OLD, most=1), new)


def test_money_of_what_was_begun_and_is_dropped_is_gone() -> None:
    """Of 100, 60 went to b; c, for 60, would have been paid had b never begun."""
    new = Plan.of({"a": [(0, 2), (1, 2)], "c": [(8, 2), (9, 2)]})

    assert replan_violations(CASE, Replan(old=OLD, since=3), new) == ()
    assert replan_violations(CASE, Replan(old=OLD, since=5), new) == (
        "week 8: 120 of money spent with what was dropped, 100 there is",
    )


def test_what_is_finished_is_no_change() -> None:
    """Not even where it was done later than planned, or was not planned at all."""
    done = Plan.of({"a": [(0, 2), (9, 2)], "c": [(10, 2), (11, 2)]})
    question = Replan(old=OLD, since=12, done=done)

    assert question.changes(CASE, done) == (Change(action="b", was=6, now=None),)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ({"a": [(0, 2), (1, 2), (2, 2)]}, "6 h of work, 4 h needed"),
        ({"a": [(0, 3)]}, "3 h in its last week 0, allowed"),
        ({"b": [(0, 2)], "c": [(1, 2)]}, "120 of money"),
        ({"later": [(0, 2)]}, "started before a was complete"),
        ({"slow": [(0, 1)]}, "1 h in week 0, allowed 2 and more"),
    ],
)
def test_a_past_that_cannot_have_been_is_refused(done: dict[str, list[tuple[int, int]]], said: str) -> None:
    case = instance(
        *CASE.actions, action("later", after=("a",)), action("slow", min_hours_week=2), weeks=30, rounds=((29, -2.0),)
    )
    question = Replan(old=Plan(), since=5, done=Plan.of(done))

    assert any(said in one for one in past_violations(case, question))
    with pytest.raises(InvalidInput, match="work already done"):
        check_past(case, question)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"old": OLD, "most": -1}, "most"),
        ({"old": OLD, "since": -1}, "since"),
        ({"old": Plan({"a": ()})}, "no work"),
        ({"old": Plan({"a": ((0, 2), (0, 2))})}, "a week twice"),
        ({"old": Plan({"a": ((0, 0),)})}, "at least 1 hour"),
        ({"old": OLD, "since": 1, "done": OLD}, "a week before 1"),
    ],
)
def test_a_question_that_cannot_be_is_refused(asked: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        Replan(**asked)  # type: ignore[arg-type]
