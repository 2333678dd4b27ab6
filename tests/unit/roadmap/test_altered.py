"""An instance with something changed: each change, and what is refused."""

import pytest
from tests.roadmap_cases import action

from twelfth.base import InvalidInput
from twelfth.roadmap import (
    Calendar,
    Instance,
    Plan,
    RoundAhead,
    less_causal,
    overrun,
    plan_without,
    risen,
    scaled,
    skipping,
    with_hours,
    with_money,
    with_more_hours,
    with_more_money,
    without,
)

CASE = Instance(
    calendar=Calendar(hours=(4, 0, 3), money=((0, 10), (1, 5))),
    rounds=(RoundAhead(week=1, base_logit=-2.0), RoundAhead(week=2, base_logit=-1.0)),
    actions=(action("a", hours=10), action("b", after=("a",)), action("c", after=("b",)), action("d")),
)


def test_what_needs_a_dropped_action_goes_with_it() -> None:
    plan = Plan.of({"a": [(0, 2)], "b": [(1, 1)], "d": [(2, 1)]})

    assert [one.id for one in without(CASE, ["b"]).actions] == ["a", "d"]
    assert plan_without(CASE, plan, ["a"]).work == {"d": ((2, 1),)}


def test_a_round_is_skipped_by_its_week() -> None:
    assert [one.week for one in skipping(CASE, [1]).rounds] == [2]


def test_hours_change_in_every_week_but_a_pause() -> None:
    assert with_hours(CASE, 7).calendar.hours == (7, 0, 7)
    assert with_more_hours(CASE, 2).calendar.hours == (6, 0, 5)
    assert with_hours(CASE, 7).calendar.money == CASE.calendar.money


def test_where_there_is_no_hour_at_all_no_week_is_a_pause() -> None:
    """Somebody who has none yet asks what some would do."""
    none = with_hours(CASE, 0)

    assert with_hours(none, 7).calendar.hours == (7, 7, 7)
    assert with_more_hours(none, 2).calendar.hours == (2, 2, 2)


def test_money_is_given_anew_or_added_at_the_beginning() -> None:
    assert [with_money(CASE, 7).calendar.arrived(week) for week in range(3)] == [7, 7, 7]
    assert [with_more_money(CASE, 7).calendar.arrived(week) for week in range(3)] == [17, 22, 22]


def test_a_share_of_hours_or_of_money_is_rounded_down() -> None:
    assert scaled(CASE, "hours", 1, 2).calendar.hours == (2, 0, 1)
    assert scaled(CASE, "money", 3, 2).calendar.money == ((0, 15), (1, 7))


def test_a_bar_rises_in_every_round() -> None:
    assert [one.base_logit for one in risen(CASE, 0.5).rounds] == [-2.5, -1.5]


def test_longer_work_is_rounded_up_and_a_whole_number_stays_whole() -> None:
    """10 x 1.3 is 13, whatever a float makes of it; 4 x 1.3 is more than 5."""
    assert [one.hours for one in overrun(CASE, 0.3).actions] == [13, 6, 6, 6]


def test_effects_are_a_share_of_what_was_assumed() -> None:
    assert [one.effect for one in less_causal(CASE, 0.5).actions] == [0.5] * 4


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda: without(CASE, ["x"]), "action is 'x': expected the id of an action"),
        (lambda: skipping(CASE, [7]), "week of a round is '7'"),
        (lambda: with_hours(CASE, -1), "hours per week is '-1'"),
        (lambda: with_more_hours(CASE, -1), "more hours is '-1'"),
        (lambda: with_money(CASE, -1), "budget is '-1'"),
        (lambda: with_more_money(CASE, -1), "more money is '-1'"),
    ],
)
def test_what_cannot_be_is_refused_with_a_next_step(change, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        change()


def test_the_next_step_names_what_there_is() -> None:
    with pytest.raises(InvalidInput) as unknown:
        without(CASE, ["x"])
    with pytest.raises(InvalidInput) as no_round:
        skipping(CASE, [7])

    assert unknown.value.next_step == "There are: a, b, c, d."
    assert no_round.value.next_step == "Weeks of rounds: 1, 2."
