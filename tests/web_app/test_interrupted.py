"""A drawing that the end of the app cut short: told after a restart, and drawn as it was asked for by one button."""

import re
from html import unescape
from pathlib import Path
from threading import Event

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.notes import left_by_one_that_ended, notes_in
from tests.web_app.road_forms import RoadForms

from twelfth.compose import Noted
from twelfth.web.desk import desk
from twelfth.web.jobs import Job
from twelfth.web.views import road as view

ASKED = {"hours": "7", "money": "900", "until": "2027-03-01", "avoid-french_9": "on", "avoid": "french_9", "key": "k"}


@pytest.fixture
def interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RoadForms:
    """The app was ended while a road was drawn, and started again."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    monkeypatch.setattr(view, "SLICES", 1)
    home = tmp_path / "home"
    app = App(home)
    goal = app.begin("Resident")
    app.post(f"/goal/{goal}/numbers", **numbers_typed())
    left_by_one_that_ended(home, goal, Noted(do="draw", sent=ASKED))
    return RoadForms(App(home), goal)


def test_after_a_restart_it_is_told_and_one_button_draws_what_was_asked_for(interrupted: RoadForms) -> None:
    """Today leads to it; the form has the wishes again; drawn, nothing of it is left at home."""
    app, page = interrupted.app, interrupted.page
    today = text(app.get(f"/goal/{interrupted.name}"))
    form = page.partition('/road/draw">')[2].partition("</form>")[0]
    fields = {
        name: unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    }
    job = interrupted.ended(app.post(f"{interrupted.address}/draw", **fields))
    drawn = interrupted.last()

    assert "Drawing your road was interrupted: draw it again" in today
    assert "Drawing was interrupted" in page
    assert not job.error
    assert (drawn.hours_per_week, drawn.budget, f"{drawn.until}") == (7, 900, "2027-03-01")
    assert drawn.wished.avoid == ("french_9",)
    assert not notes_in(app.home)
    assert "interrupted" not in interrupted.page


def test_a_drawing_of_an_erased_goal_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its note nor, in a new goal of the same name, its road."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app, goes_on = App(tmp_path / "home"), Event()
    goal = app.begin("Resident")
    here = desk()

    def work(_job: Job) -> None:
        goes_on.wait(20)

    job = here.jobs.start(goal, "road", work, sent={"money": "900"}, do="draw")
    app.post(f"/goal/{goal}/data/erase", name=goal)
    goes_on.set()

    assert job.unwanted
    assert job.over()
    assert here.jobs.of(goal) is None
    assert not notes_in(app.home)
    assert app.begin("Resident") == goal


def test_while_it_is_drawn_the_form_keeps_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours and money stand in their fields, as nothing of them is kept before there is a road."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app, goes_on = App(tmp_path / "home"), Event()
    goal = app.begin("Resident")
    desk().jobs.start(goal, "road", lambda _job: bool(goes_on.wait(20)), sent={"hours": "7", "money": "900"}, do="draw")
    page = text(app.get(f"/goal/{goal}/road"))
    goes_on.set()

    assert re.search(r'name="hours"[^>]* value="7"', page)
    assert re.search(r'name="money"[^>]* value="900"', page)


def test_a_drawing_that_ends_leaves_no_note(interrupted: RoadForms) -> None:
    """Whichever way it ends; and a goal that is erased takes its note with it."""
    app = interrupted.app
    assert notes_in(app.home)
    app.post(f"/goal/{interrupted.name}/data/erase", name=interrupted.name)

    assert not notes_in(app.home)
