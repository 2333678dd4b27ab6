"""The first road of a goal of one's own: hours are asked along with it, and Today is never without something to do."""

import re
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.own_goal import somebody_of_seven

from twelfth.usecases import CaseRoadmap, road_of
from twelfth.web.desk import desk
from twelfth.web.views import road

DEGREE, PUBLICATIONS = "hours-of-degree", "hours-of-publications"
PATIENCE = 120


@pytest.fixture
def today() -> str:
    return "2025-12-17"


@pytest.fixture
def goal(app: App) -> str:
    return somebody_of_seven(app, closes="2026-04-30")


def form(app: App, goal: str) -> dict[str, str]:
    """The form that draws, as a window opened now shows it."""
    return filled(text(app.get(f"/goal/{goal}/road")), f"/goal/{goal}/road/draw")


def drawn(app: App, goal: str, path: str = "road/draw", **fields: str) -> CaseRoadmap:
    """The road that a press leads to."""
    led = app.post(f"/goal/{goal}/{path}", **fields)
    assert (led.status_code, led.headers.get("Location")) == (303, f"/goal/{goal}/road#job"), text(led)
    until = monotonic() + PATIENCE
    while not desk().jobs.of(goal).done:
        assert monotonic() < until
        sleep(0.05)
    desk().jobs.forget(goal)
    return road_of(app.goals.get(goal).roads[-1])


def follow(app: App, goal: str) -> None:
    row = app.goals.get(goal).roads[-1]
    app.post(f"/goal/{goal}/road/accept", row=str(row.id), was=str(row.version))


def to_do(page: str) -> list[tuple[str, str]]:
    """Where each thing to do leads, and what it is."""
    return re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', page.partition('class="todo"')[2].partition("</ol>")[0])


def test_hours_are_asked_before_the_first_road_and_kept_with_the_press_that_draws(app: App, goal: str) -> None:
    """What is left empty is not known, and the road is drawn without it; what is further is not asked."""
    page, sent = text(app.get(f"/goal/{goal}/road")), form(app, goal)
    assert "Keep these and draw my road" in page
    assert {name for name in sent if name.startswith("hours-of-")} == {DEGREE, PUBLICATIONS}
    found = drawn(app, goal, **sent | {"hours": "6", PUBLICATIONS: "60"})

    assert [(mile.move, mile.hours) for mile in found.miles] == [("publications", 60)]
    assert [row.thing.hours_low for row in app.goals.get(goal).ways] == [60]
    assert PUBLICATIONS not in form(app, goal)


def test_a_mistake_in_the_hours_draws_nothing_and_loses_nothing(app: App, goal: str) -> None:
    """Nor does one in the hours a week keep any."""
    sent = form(app, goal)
    for wrong in ({"hours": "6", PUBLICATIONS: "many"}, {"hours": "", PUBLICATIONS: "60"}):
        response = app.post(f"/goal/{goal}/road/draw", **sent | wrong)
        assert response.status_code == 400
        assert f'value="{wrong[PUBLICATIONS]}"' in text(response)
        assert (app.goals.get(goal).ways, desk().jobs.of(goal)) == ((), None)


def test_hours_of_another_window_are_not_written_over(app: App, goal: str) -> None:
    """Both are shown, and the same form sent again draws the road with what was chosen."""
    sent = form(app, goal) | {"hours": "6", PUBLICATIONS: "60"}
    app.post(f"/goal/{goal}/learn", towards="publications", ability="none", hours="40")
    asked = app.post(f"/goal/{goal}/road/draw", **sent)

    assert (asked.status_code, f'href="/goal/{goal}/road"' in text(asked)) == (409, True)
    found = drawn(app, goal, **filled(text(asked), f"/goal/{goal}/road/draw"))
    assert [mile.hours for mile in found.miles] == [60]


def test_learn_keeps_hours_and_draws_with_one_press(app: App, goal: str) -> None:
    """The road that there is, again; the first one where the hours a week are known; else it leads to where they are
    asked. After hours were kept alone the button to draw is on the page."""
    first = filled(text(app.get(f"/goal/{goal}/learn")), f"/goal/{goal}/learn")
    led = app.post(f"/goal/{goal}/road/again", **first | {PUBLICATIONS: "60"})
    assert led.headers["Location"] == f"/goal/{goal}/road?said=hours#draw"
    drawn(app, goal, hours="6", until="2026-04-30")
    again = filled(text(app.get(f"/goal/{goal}/learn?hours")), f"/goal/{goal}/learn")
    wrong = app.post(f"/goal/{goal}/road/again", **again | {DEGREE: "many"})
    assert (wrong.status_code, 'value="many"' in text(wrong)) == (400, True)
    found = drawn(app, goal, "road/again", **again | {DEGREE: "30"})
    assert {mile.move for mile in found.miles} == {"publications", "degree"}
    assert "Draw it again with them" not in text(app.get(f"/goal/{goal}/learn?said=hours"))
    sent = filled(text(app.get(f"/goal/{goal}/learn?hours")), f"/goal/{goal}/learn") | {DEGREE: "20"}
    kept = app.post(f"/goal/{goal}/learn", **sent).headers["Location"]
    assert "Draw it again with them" in text(app.get(kept))


def test_following_a_road_without_a_mile_leaves_today_with_something_to_do(app: App, goal: str) -> None:
    """What these take is to be said, with the way there; Distance says the same. To follow it is the small button."""
    drawn(app, goal, **form(app, goal) | {"hours": "6"})
    assert '<button class="small">Follow this road' in text(app.get(f"/goal/{goal}/road"))
    follow(app, goal)
    today, distance = (text(app.get(f"/goal/{goal}{page}")) for page in ("", "/distance"))
    say, where = "Say what these take: Degree; Publications: 8", f"/goal/{goal}/road#takes"

    assert to_do(today)[0] == (where, say)
    assert f'<a class="button main" href="{where}">{say}</a>' in distance
    assert 'id="takes"' in text(app.get(f"/goal/{goal}/road"))
    assert "of 6 h planned" in today
    for step in ("degree", "publications"):
        app.post(f"/goal/{goal}/learn", towards=step, ability="none", hours="30")
    assert to_do(text(app.get(f"/goal/{goal}")))[0][1].startswith("Draw your road again")


def test_a_road_without_hours_a_week_asks_for_them_first(app: App, goal: str) -> None:
    """Whatever else nobody has said."""
    drawn(app, goal, **form(app, goal) | {"hours": "0"})

    assert to_do(text(app.get(f"/goal/{goal}")))[0][1] == "Say how many hours a week you can give it"


def test_when_no_mile_is_ahead_the_road_is_to_be_drawn_anew(
    app: App, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the last of them nothing else would be left to do."""
    drawn(app, goal, **form(app, goal) | {"hours": "6", PUBLICATIONS: "6"})
    follow(app, goal)
    monkeypatch.setenv("TWELFTH_TODAY", "2026-04-29")

    assert "No mile of your road is ahead: draw it anew" in text(app.get(f"/goal/{goal}"))


def test_today_and_distance_say_how_much_time_is_left(app: App, goal: str) -> None:
    """In days and weeks; in hours once it is said how many a week there are. Of a month at most."""
    before = text(app.get(f"/goal/{goal}"))
    drawn(app, goal, **form(app, goal) | {"hours": "6"})
    told = "134 days to go: 19 weeks, 114 h at 6 a week."

    assert "134 days to go: 19 weeks." in before
    assert "At most" not in before
    assert all(told in text(app.get(f"/goal/{goal}{page}")) for page in ("", "/distance"))
    month = app.begin("Another")
    app.post(f"/goal/{month}/first/round", closes="2026-04", kind="cec")
    assert "At most 134 days to go" in text(app.get(f"/goal/{month}"))


def test_a_road_that_is_drawn_while_the_page_is_made_is_on_it(
    app: App, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not neither the work nor what came of it."""
    asked, planned, seen = road.hours_asked, road._planned, Event()

    def late(*values: Any) -> Any:
        seen.wait(PATIENCE)
        return planned(*values)

    def slow(*values: Any) -> Any:
        seen.set()
        while not desk().jobs.of(goal).done:
            sleep(0.01)
        return asked(*values)

    monkeypatch.setattr(road, "_planned", late)
    app.post(f"/goal/{goal}/road/draw", **form(app, goal) | {"hours": "6"})
    monkeypatch.setattr(road, "hours_asked", slow)

    assert 'id="offered"' in text(app.get(f"/goal/{goal}/road"))
