"""The chance with a road beside that with nothing done: two that differ never read as one, unless it is said."""

from dataclasses import replace

from tests.roads import mile, road
from tests.web_app.client import App
from tests.web_app.test_own_road import shown

from twelfth.usecases import kept_road
from twelfth.web.desk import desk


def follow(app: App, chance: float, idle: float) -> tuple[str, str]:
    """Today and Road of somebody whose road has this chance."""
    goal = app.begin()
    drawn = replace(road(mile()), chance=chance, idle=idle, within=(0.01, 0.04), idle_within=(0.01, 0.04), bound=0.03)
    followed = replace(kept_road(drawn, made=desk().today), accepted=desk().today)
    app.goals.keep(goal, followed, event=desk().event("road drawn", goal))
    return shown(app.get(f"/goal/{goal}")), shown(app.get(f"/goal/{goal}/road"))


def test_a_road_that_helps_reads_so(app: App) -> None:
    """Two per cent both, to one figure; what the road adds stands in the second."""
    today, page = follow(app, 0.0224, 0.0176)

    assert "With the whole road: 2.2% (could be 1% to 4%) instead of 1.8% by" in today
    assert "With it: 2.2% (could be 1% to 4%) for at least one selection" in page
    assert "With nothing done: 1.8%." in page
    assert "about" not in page.partition("With it:")[2].partition("Everything behind it")[0]


def test_what_cannot_be_told_apart_is_said_to_be_alike(app: App) -> None:
    today, page = follow(app, 0.0202, 0.0201)

    assert "With the whole road: 2.0% (could be 1% to 4%) by Dec. 17, 2026, about as much as with nothing done" in today
    assert "With nothing done: 2.0%. That is about the same." in page


def test_chances_that_read_apart_have_one_figure(app: App) -> None:
    today, page = follow(app, 0.034, 0.0176)

    assert "With the whole road: 3% (could be 1% to 4%) instead of 2% by" in today
    assert "With nothing done: 2%." in page


def test_a_mile_that_takes_time_alone_says_so(app: App) -> None:
    """The hour that the planner has for it is nobody's: no hours of a week, none in all."""
    goal = app.begin()
    drawn = road(mile(hours=0, work=()), mile(move="two", title="Two"))
    followed = replace(kept_road(drawn, made=desk().today), accepted=desk().today)
    app.goals.keep(goal, followed, event=desk().event("road drawn", goal))
    page = shown(app.get(f"/goal/{goal}/road"))

    assert "One : from Dec. 18, 2025, done by Jan. 8, 2026. Time passes; it takes none of your hours. Two" in page
    assert "Two : 10 h a week from Dec. 18, 2025, done by Jan. 8, 2026. With it" in page
