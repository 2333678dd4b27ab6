"""A drawing that the end of the app cut short: told after a restart, and drawn as it was asked for by one button."""

import re
from html import unescape
from pathlib import Path
from threading import Event

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import RoadForms

from twelfth.compose import Begun, Unfinished
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
    Unfinished(home).begin(goal, Begun(do="draw", sent=ASKED))
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
    assert not (app.home / "unfinished.json").exists()
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
    assert not (app.home / "unfinished.json").exists()
    assert app.begin("Resident") == goal


def test_a_drawing_that_ends_leaves_no_note(interrupted: RoadForms) -> None:
    """Whichever way it ends; and a goal that is erased takes its note with it."""
    app = interrupted.app
    note = app.home / "unfinished.json"
    assert note.exists()
    app.post(f"/goal/{interrupted.name}/data/erase", name=interrupted.name)

    assert not note.exists()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"resident": 3}', '{"resident": {"do": 1, "sent": {}}}', "[" * 9000]
)
def test_a_note_that_cannot_be_read_is_none(content: str, tmp_path: Path) -> None:
    """Nor is one that is too long."""
    (tmp_path / "unfinished.json").write_text(content)
    assert Unfinished(tmp_path).left("resident") is None
    (tmp_path / "unfinished.json").write_text('{"resident": {"do": "draw", "sent": {}}}' + " " * 2_000_000)
    assert Unfinished(tmp_path).left("resident") is None


def test_a_note_is_short_and_there_are_few_of_them(tmp_path: Path) -> None:
    """A form that is too long is noted without what it says; the newest goals are noted."""
    notes = Unfinished(tmp_path)
    for number in range(30):
        notes.begin(f"goal-{number}", Begun(do="draw", sent={"hours": "9" * 30_000}))
    left = Unfinished(tmp_path)

    assert left.left("goal-29") == Begun(do="draw", sent={})
    assert left.left("goal-0") is None
    assert (tmp_path / "unfinished.json").stat().st_size < 5_000
