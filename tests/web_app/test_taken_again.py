"""A first road from Distance that counts on tests being taken again; what comes next without a road and beside it."""

import re

import pytest
from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.furnished import numbers_typed
from tests.web_app.own_goal import somebody_of_seven
from tests.web_app.road_forms import Resident, RoadForms
from tests.web_app.typed_numbers import ABILITIES
from tests.web_app.visible import words_of

from twelfth.usecases import CaseRoadmap, road_of
from twelfth.web.views.today import left_open

COUNTS = (
    "This road counts on your taking it again by then, with the same result; neither its hours nor its fee are counted."
)


@pytest.fixture
def today() -> str:
    return "2025-12-17"


def drawn_from_distance(app: App) -> Resident:
    """Eight hours a week, typed on Distance."""
    goal = Resident(app)
    page = f"/goal/{goal.name}/distance"
    goal.ended(app.post(f"{goal.address}/draw", **filled(text(app.get(page)), f"{goal.address}/draw") | {"hours": "8"}))
    return goal


def test_hours_typed_on_distance_draw_a_road_that_counts_on_the_test(app: App) -> None:
    """And the road says so, with what there would be with only that test taken again."""
    goal = drawn_from_distance(app)
    said = words_of(goal.page)

    assert goal.last().wished.renews
    assert COUNTS in said
    assert "With only that test taken again:" in said
    assert app.goals.get(goal.name).card.thing.capacity.hours_per_week == 8


def test_the_test_comes_before_the_mile_that_is_done_after_it_lapses(app: App) -> None:
    """On Today and on Distance, with its day, and led to where it is told what one takes; not again below. The mile
    says how it begins until there is work on it. Without counting on it nobody is told to take it."""
    goal = drawn_from_distance(app)
    goal.follow()
    pages = [text(app.get(f"/goal/{goal.name}{page}")) for page in ("", "/distance")]
    app.post(f"/goal/{goal.name}/work", time="1 h", towards="french_7")
    begun = words_of(text(app.get(f"/goal/{goal.name}")))
    goal.draw(renews="")
    goal.follow()
    without = words_of(text(app.get(f"/goal/{goal.name}")))

    for page in pages:
        said = words_of(page)
        assert "Before that, by March 9, 2027: take your test again, as it lapses: English" in said
        assert re.search(r'href="/goal/[\w-]+/learn#english_9">take your test', page)
        assert "Take it again before it lapses" not in said
    assert re.search(r"The exam or the decision, at the earliest: \w+\.? \d+, 2027", words_of(pages[0]))
    assert "First step : Begin a course: from nothing, or at the level where" in words_of(pages[0])
    assert "First step" not in begun
    assert "take your test again" not in without
    assert "Take it again before it lapses" not in without


def test_the_test_is_something_to_do_by_its_last_day(app: App) -> None:
    """Where it lapses after the mile, at twenty hours a week, and before the last day of the road."""
    goal = Resident(app)
    goal.draw(hours="20", renews="yes")
    goal.follow()
    said = words_of(text(app.get(f"/goal/{goal.name}")))

    assert "Take it again before it lapses: English by March 9, 2027" in said
    assert "Before that, by" not in said


def test_before_a_road_the_test_comes_before_what_one_begins_with(app: App) -> None:
    """Where it lapses before that may be done, and only there."""
    pages = []
    for day in ("2025-03-10", "2024-09-14"):
        goal = app.begin()
        days = {f"since-english_{one}": day for one in ABILITIES}
        app.post(f"/goal/{goal}/numbers", **numbers_typed() | days)
        pages.append(words_of(text(app.get(f"/goal/{goal}/distance"))))
    later, sooner = pages

    assert "by about February 2027" in later
    assert "take your test again" not in later
    assert "Before that, by Sept. 13, 2026: take your test again, as it lapses: English" in sooner


def test_whether_it_is_counted_on_is_asked_and_stays_as_it_was_said(app: App) -> None:
    """The box is ticked first; a road drawn without it says what lapses, and the form has it empty then."""
    goal = Resident(app)
    box = '<input type="checkbox" name="renews" value="yes"'
    assert f"{box} checked" in goal.page

    goal.draw()
    goal.follow()
    page = goal.page

    assert f"{box}>" in page
    assert COUNTS not in words_of(page)
    assert "Take it again" not in text(app.get(f"/goal/{goal.name}"))


def test_a_road_drawn_anew_counts_on_what_it_did(app: App) -> None:
    """By the button that draws the same again."""
    goal = drawn_from_distance(app)
    goal.follow()
    goal.ended(app.post(f"{goal.address}/again"))

    assert goal.last().wished.renews


def test_without_a_road_the_widest_gap_comes_next_by_the_closing_date(app: App) -> None:
    """On Distance and on Today, with where one is and where half of those who got in are."""
    name = somebody_of_seven(app, closes="2026-04-30")
    page = text(app.get(f"/goal/{name}/distance"))
    gap = re.search(r'<strong>Next:</strong> <a href="/goal/beca/learn#(\w+)">(\w+)</a>([^<]*)', page)

    assert gap is not None, page
    assert gap[3] in (", from 4 to 8, by April 30, 2026.", ", by April 30, 2026.")
    assert words_of(text(app.get(f"/goal/{name}"))).partition("To do")[2].strip().startswith(gap[2])


def test_what_a_road_leaves_open_is_named_on_today(app: App) -> None:
    """With why: publications have no hours yet."""
    name = somebody_of_seven(app, closes="2026-04-30")
    goal = RoadForms(app, name)
    goal.ended(app.post(f"{goal.address}/draw", **{"hours": "6", "hours-of-degree": "100"}))
    goal.follow()
    road: CaseRoadmap = road_of(app.goals.get(name).roads[-1])

    assert road.closes is not None
    assert [(each.trait, each.lacks) for each in left_open(road.closes)] == [("publications", "hours")]
    said = words_of(text(app.get(f"/goal/{name}")))
    assert re.search(
        r"Your road leaves open: Publications ?\(nobody said what it takes: a first guess will do\)", said
    ), said
