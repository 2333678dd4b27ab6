"""How one stands on the road one follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from twelfth.base import InvalidInput, Said
from twelfth.compose import workplace
from twelfth.usecases import (
    Aside,
    CaseRoadmap,
    RoadKept,
    Row,
    Wishes,
    kept_road,
    miles_ahead,
    miles_worked,
    minutes_this_week,
    plan_case,
    present_mile,
    road_of,
    roads_apart,
    worked_since,
)
from twelfth.work import WEEK, Pace, monday_of

DAY = date(2025, 12, 17)


@pytest.fixture(scope="module")
def road() -> CaseRoadmap:
    """A drawn road with its first mile of 40 hours in two weeks from Monday on, and a second of 20 in the two after."""
    place = workplace()
    drawn = plan_case(
        "newcomer", cases=place.cases, clock=place.clock, planner=place.planner, wishes=Wishes(), as_of=DAY, slices=1
    )
    monday = monday_of(DAY) + WEEK
    shape = replace(drawn.miles[0], hours=40, title="First", move="first")
    first = replace(shape, begins=monday, done=monday + 2 * WEEK, work=((monday, 25), (monday + WEEK, 15)))
    begins = monday + 2 * WEEK
    second = replace(
        shape, move="second", title="Second", hours=20, begins=begins, done=begins + 2 * WEEK, work=((begins, 20),)
    )
    return replace(drawn, miles=(second, first))


def test_what_is_ahead_comes_by_the_day_it_is_done(road: CaseRoadmap) -> None:
    """And what is over is not ahead."""
    first, second = miles_ahead(road, DAY)

    assert (first.move, second.move) == ("first", "second")
    assert [one.move for one in miles_ahead(road, first.done + timedelta(days=1))] == ["second"]


def test_the_present_mile_has_begun_and_is_not_done(road: CaseRoadmap) -> None:
    """Before any has begun it is the first that will, and after the last there is none."""
    first, second = miles_ahead(road, DAY)
    days = (DAY, first.begins, second.begins + timedelta(days=1), second.done + timedelta(days=1))
    found = [present_mile(road, day) for day in days]

    assert [None if one is None else one.move for one in found] == ["first", "first", "second", None]


def test_a_week_has_the_hours_of_every_mile_in_it(road: CaseRoadmap) -> None:
    """From Monday to Sunday."""
    monday = miles_ahead(road, DAY)[0].begins

    assert minutes_this_week(road, monday + timedelta(days=6)) == 25 * 60
    assert minutes_this_week(road, monday + timedelta(days=7)) == 15 * 60
    assert minutes_this_week(road, monday - timedelta(days=1)) == 0


def test_miles_are_done_one_after_the_other_at_the_pace(road: CaseRoadmap) -> None:
    """Ten hours are worked of the first: 30 hours at 10 a week are three weeks, and the second takes two more."""
    found = miles_worked(road, {"first": 600}, Pace(hours=10, sd=0, weeks=8), as_of=DAY)
    ends = [one.finish.likely for one in found if one.finish is not None]

    assert [one.minutes for one in found] == [600, 0]
    assert ends == [monday_of(DAY) + 3 * WEEK, monday_of(DAY) + 5 * WEEK]
    assert [one.finish for one in miles_worked(road, {}, None, as_of=DAY)] == [None, None]


def test_more_work_than_a_mile_has_does_no_other_mile(road: CaseRoadmap) -> None:
    """A hundred hours of the first leave the second as it was."""
    found = miles_worked(road, {"first": 6000}, Pace(hours=10, sd=0, weeks=8), as_of=DAY)

    assert found[1].finish is not None
    assert found[1].finish.likely == monday_of(DAY) + 2 * WEEK


def test_two_roads_differ_by_what_is_added_dropped_and_moved(road: CaseRoadmap) -> None:
    """And one road does not differ from itself."""
    first, second = miles_ahead(road, DAY)
    third = replace(second, move="third")
    later = replace(first, done=first.done + WEEK)
    apart = [one.change for one in roads_apart(road, replace(road, miles=(later, third)))]
    found = {one.move: (one.kind, one.was, one.now) for one in apart}

    assert found == {
        "first": ("moved", first.done, later.done),
        "second": ("dropped", second.done, None),
        "third": ("added", None, third.done),
    }
    assert roads_apart(road, road) == ()


def test_a_kept_road_keeps_its_sentences_as_data(road: CaseRoadmap) -> None:
    """So that they can be told in another language later; one without a form comes back as it was, and nothing else."""
    needs = Said("%(move)s needs %(hours)s h a week; no week has so many.", move="Russian", hours=9)
    drawn = replace(road, warnings=(needs, "A plain one."), aside=(Aside(move="a", title="A", why=needs),))
    text = kept_road(drawn, made=DAY).text
    back = road_of(Row(id=1, version=1, thing=kept_road(drawn, made=DAY)))

    assert back == drawn
    assert [getattr(one, "form", "") for one in back.warnings] == [needs.form, ""]
    assert getattr(back.aside[0].why, "values", {}) == {"move": "Russian", "hours": "9"}
    with pytest.raises(InvalidInput, match="a value for each place"):
        road_of(Row(id=1, version=1, thing=RoadKept(made=DAY, text=text.replace('"hours":"9"', '"ours":"9"'))))


def test_work_since_a_road_was_drawn_is_what_was_added(road: CaseRoadmap) -> None:
    """On the very day too; an entry taken back takes nothing from others, and an older road does not know."""
    drawn = replace(road, worked=(("first", 90), ("second", 30)))

    assert worked_since(drawn, {"first": 150, "second": 10, "third": 20}) == {"first": 60, "second": 0, "third": 20}
    assert worked_since(road, {"first": 150}) is None
