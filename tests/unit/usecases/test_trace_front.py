"""Tracing a front: its points, what each begins from, where more is no help, and what is refused."""

from dataclasses import replace

import pytest
from tests.roadmap_cases import action, instance
from tests.roadmap_planners import Keeping, Shelf

from twelfth.base import InvalidInput
from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Calendar, Plan
from twelfth.usecases import Front, file_ground, trace_front

CASE = instance(action("a"), action("b", cost=60, effect=2.0), rounds=((4, -2.0), (9, -2.0)))
CASE = replace(CASE, calendar=Calendar(hours=(4, 0, 4, 4, 2, 2, 2, 2, 2, 2), money=((0, 40), (2, 60))))


def traced(planner: object = None, **more: object) -> Front:
    return trace_front(file_ground("i", instances=Shelf(CASE)), planner=planner or Keeping(), **more)  # type: ignore[arg-type]


def test_hours_go_from_none_to_twice_what_there_are() -> None:
    """24 hours in nine weeks that are no pause."""
    found = traced(points=3)

    assert [one.amount for one in found.points] == pytest.approx([0, 24 / 9, 48 / 9])
    assert found.now == pytest.approx(24 / 9)


def test_money_goes_from_none_to_twice_what_there_is_as_it_arrives() -> None:
    planner = Keeping()
    found = traced(planner, over="money", points=3)

    assert [one.amount for one in found.points] == [0, 100, 200]
    assert [case.calendar.money for case, _ in planner.asked][2] == ((0, 80), (2, 120))


def test_a_front_may_go_up_to_an_amount() -> None:
    hours, money = Keeping(), Keeping()
    traced(hours, points=3, up_to=9)
    traced(money, over="money", points=3, up_to=90)

    assert [case.calendar.hours[:3] for case, _ in hours.asked] == [(0, 0, 0), (4, 0, 4), (9, 0, 9)]
    assert [case.calendar.money for case, _ in money.asked] == [((0, 0),), ((0, 45),), ((0, 90),)]


def test_each_point_begins_from_the_plan_before() -> None:
    class First(Keeping):
        def improve(self, instance, question, *, seed, start=None):  # type: ignore[no-untyped-def]
            plan = Plan.of({"a": [(2, 2), (3, 2)]}) if instance.calendar.hours[2] >= 2 and start == Plan() else start
            yield from super().improve(instance, question, seed=seed, start=plan)

    found = traced(First(), points=5)

    assert [dict(one.work) for one in found.points] == [{}, *[{"a": ((2, 2), (3, 2))}] * 4]
    assert found.enough == found.points[1].amount


def test_no_bound_is_above_one_with_more() -> None:
    class Loosening(Keeping):
        def improve(self, instance, question, *, seed, start=None):  # type: ignore[no-untyped-def]
            self.bound = 0.9 - 0.1 * len(self.asked)
            yield from super().improve(instance, question, seed=seed, start=start)

    assert [one.bound for one in traced(Loosening(), points=3).points] == pytest.approx([0.7, 0.7, 0.7])


def test_where_more_is_no_help_it_is_said_and_proved() -> None:
    """Eight hours are enough for both; with a planner that proves nothing it stays open."""
    found = traced(AnytimePlanner(), points=3, up_to=8)

    assert found.enough == found.points[1].amount
    assert found.proved
    assert not traced(points=3).proved


def test_where_the_last_point_is_still_better_nothing_is_enough() -> None:
    found = traced(AnytimePlanner(), over="money", points=2, up_to=60)

    assert found.enough is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"over": "tears"}, "over is 'tears'"),
        ({"points": 1}, "points is '1'"),
        ({"points": 101}, "points is '101'"),
        ({"up_to": 0}, "up-to is '0'"),
        ({"slices": 0}, "work is '0'"),
    ],
)
def test_what_cannot_be_traced_is_refused(asked: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        traced(**asked)


def test_twice_nothing_is_nothing_and_is_refused() -> None:
    with pytest.raises(InvalidInput, match="money is '0'") as refused:
        trace_front(file_ground("i", instances=Shelf(instance(action(), money=()))), planner=Keeping(), over="money")
    assert "--up-to N" in refused.value.next_step
