"""What can still be done from a week of a plan on, and an exam with attempts behind it."""

from dataclasses import replace

import numpy as np
import pytest
from tests.roadmap_cases import action, instance, small_case, some_plan

from twelfth.base import InvalidInput
from twelfth.roadmap import (
    Plan,
    ahead_of,
    chance,
    completions_of,
    next_exam,
    violations,
    with_attempts,
)

EXAM = action("e", pass_probability=0.4, retry_weeks=2)


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_the_plan_as_it_is_can_still_be_done(start: int) -> None:
    """And is itself again: from any week, unless what is half done pauses there, which is counted late."""
    met = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        rng = np.random.default_rng([seed, 6])
        for plan in (some_plan(case, rng) for _ in range(20)):
            if not plan.work or violations(case, plan):
                continue
            for week in range(case.weeks + 1):
                ahead = ahead_of(case, plan, week)
                assert ahead.whole(ahead.kept) == plan
                if all(one.min_weeks == 1 for one in case.actions):
                    assert violations(ahead.instance, ahead.kept) == ()
                    met += week > 0
    assert met > 5


@pytest.mark.parametrize("start", range(0, 40, 20))
def test_whatever_can_still_be_done_can_be_done_in_the_whole_instance(start: int) -> None:
    """Random plans of what is ahead, with what was done before; every week is tried."""
    met = 0
    for seed in range(start, start + 20):
        case = small_case(seed)
        rng = np.random.default_rng([seed, 7])
        for plan in (some_plan(case, rng) for _ in range(12)):
            if not plan.work or violations(case, plan):
                continue
            for week in range(1, case.weeks):
                ahead = ahead_of(case, plan, week)
                blocks = {name: pairs for name, pairs in ahead.kept.work.items() if name not in case.by_id}
                found = Plan.of(blocks | dict(some_plan(ahead.instance, rng).work))
                if not violations(ahead.instance, found):
                    whole = ahead.whole(found)
                    assert violations(case, whole) == (), (seed, week, plan, found)
                    met += whole != plan
    assert met > 20


def test_what_was_done_stays_done_and_half_of_it_is_left() -> None:
    """In week 3: a is done, b has two hours left of four, c is not begun and its group is taken."""
    case = instance(
        action("a", cost=10), action("b", cost=20, group="g"), action("c", group="g"), money=((0, 40), (5, 7))
    )
    plan = Plan.of({"a": [(0, 2), (1, 2)], "b": [(2, 2), (4, 2)]})

    ahead = ahead_of(case, plan, 3)

    assert dict(ahead.left) == {"a": 0, "b": 2}
    assert ahead.money == 10
    assert ahead.instance.by_id.keys() == {ahead.waiting, "a", "b"}
    assert ahead.instance.calendar.money == ((3, 10), (5, 7))
    assert ahead.instance.calendar.hours[1:3] == (0, 0)
    assert ahead.whole(Plan.of({"b": [(7, 2)]})).work == {"a": ((0, 2), (1, 2)), "b": ((2, 2), (7, 2))}
    assert ahead.whole(Plan()).work.keys() == {"a"}


def test_no_hour_of_the_past_is_open_to_anything_else() -> None:
    """Whatever plan there is of what is ahead begins what is new in the week or later; and where all blocks are in it,
    they stand where they stood."""
    case = instance(action("a", hours=2), action("b", hours=2), action("c", hours=3), weeks=6, hours=2)
    ahead = ahead_of(case, Plan.of({"a": [(0, 2)], "b": [(2, 2)]}), 3)

    for completions in completions_of(ahead.instance):
        done = dict(completions)
        assert done.get("c", 5) >= 5
        if {"a", "b", ahead.waiting} <= done.keys():
            assert (done["a"], done["b"]) == (1, 3)


def test_from_the_first_week_on_nothing_is_different() -> None:
    case, plan = instance(action("a")), Plan.of({"a": [(0, 2), (1, 2)]})

    ahead = ahead_of(case, plan, 0)

    assert (ahead.instance, ahead.kept, dict(ahead.left)) == (case, plan, {})


def test_the_chance_is_that_of_both_ways_an_exam_can_go() -> None:
    """The law of total probability: passed at first, or not."""
    rounds = ((4, -2.0), (6, -1.5), (9, -1.0))
    case = instance(EXAM, action("b", after=("e",)), rounds=rounds, sigma=1.0)
    sure = instance(action("e"), action("b", after=("e",)), rounds=rounds, sigma=1.0)
    done = {"e": 3, "b": 5}
    after = chance(with_attempts(case, "e", 1), done)

    assert chance(case, done) == pytest.approx(0.4 * chance(sure, done) + 0.6 * after)


def test_an_exam_with_no_attempt_left_is_never_passed() -> None:
    case = instance(EXAM, action("b", after=("e",)), rounds=((9, -2.0),))

    assert chance(with_attempts(case, "e", 3), {"e": 3, "b": 5}) == chance(case, {})


@pytest.mark.parametrize("changed", [{"attempts_made": 4}, {"attempts_made": -1}])
def test_more_attempts_than_there_are_are_refused(changed: dict[str, int]) -> None:
    with pytest.raises(InvalidInput, match="attempts_made"):
        replace(EXAM, **changed)
    with pytest.raises(InvalidInput, match="attempts_made"):
        action("a", attempts_made=1)


def test_the_next_exam_is_the_one_that_is_sat_first_before_some_round() -> None:
    case = instance(EXAM, replace(EXAM, id="f"), action("a"), rounds=((6, -2.0),))
    work = {"e": [(4, 2), (5, 2)], "f": [(2, 2), (3, 2)], "a": [(0, 2), (1, 2)]}

    first, late, none = (next_exam(case, Plan.of({name: work[name] for name in names})) for names in ("efa", "ea", "a"))

    assert first is not None
    assert late is not None
    assert (first.id, late.id, none) == ("f", "e", None)
    assert next_exam(case, Plan.of({"e": [(5, 2), (6, 2)]})) is None
