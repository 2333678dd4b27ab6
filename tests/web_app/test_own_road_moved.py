"""The road of a goal of one's own once those who got in are others: each mile keeps the level it was drawn for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.web_app.client import App
from tests.web_app.test_own_road import add_people, shown
from tests.web_app.test_own_road_edits import Own

from twelfth.usecases import AuditEvent, RoadKept, road_of
from twelfth.web.desk import desk
from twelfth.work import Learning

MOVED = "Publications: the middle of those who got in is now 12; your road goes to 8."


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """With a followed road to a degree and to eight publications."""
    monkeypatch.setenv("TWELFTH_TODAY", "2026-05-01")
    return Own(App(tmp_path / "home"))


def event(own: Own) -> AuditEvent:
    return desk().event("road", own.name)


def learn(own: Own) -> str:
    return shown(own.app.get(f"/goal/{own.name}/learn"))


def test_a_followed_mile_keeps_its_level_when_the_middle_moves(own: Own) -> None:
    """On Learn, and in what is written once it can be shown."""
    add_people(own.app, own.name, "20", "20", "20", "20")
    page = learn(own)
    own.app.post(f"/goal/{own.name}/learn", towards="publications", ability="can show", hours="60")
    offered = shown(own.app.get(f"/goal/{own.name}/acquired?towards=publications"))

    assert "Publications: 8 learning" in page
    assert "On your road" in page.partition("Publications: 8 learning")[2].partition("Publications: 12")[0]
    assert "Publications: 12 Enough to stand at or above half of those who got in." in page
    assert "8" in offered
    assert "12" not in offered


def test_it_is_said_that_the_middle_moved(own: Own) -> None:
    """On Road and on Today, with the button beside it; of what did not move nothing is said."""
    assert MOVED not in own.words
    add_people(own.app, own.name, "20", "20", "20", "20")
    pages = [own.words, shown(own.app.get(f"/goal/{own.name}"))]

    assert all(f"{MOVED} Draw it again" in page for page in pages)
    assert "Degree: the middle" not in pages[0]


def test_a_road_drawn_anew_goes_to_the_new_middle_beside_the_old_one(own: Own) -> None:
    """By its own name, so that the line between the two roads says what each is; what was kept of it comes along."""
    add_people(own.app, own.name, "20", "20", "20", "20")
    own.app.post(f"/goal/{own.name}/learn", towards="publications_12", ability="none", hours="90")
    own.ended(own.app.post(f"{own.address}/again"))
    road = own.last()

    assert {one.move: one.title for one in road.miles if one.move != "degree"} == {
        "publications_12": "Publications: 12"
    }
    assert "Publications: 8 No more in it" in own.words
    own.follow()
    assert MOVED not in own.words


def test_what_was_kept_of_the_middle_is_found_by_the_level_it_has(own: Own) -> None:
    """How far one is, and five hours of work: of the mile to eight as long as it is followed, then of the middle."""
    own.app.post(f"/goal/{own.name}/work", time="5 h", towards="publications")
    add_people(own.app, own.name, "20", "20", "20", "20")
    own.app.post(f"/goal/{own.name}/learn", towards="publications_12", ability="none", hours="90")
    own.app.goals.drop(own.name, Learning, row=own.app.goals.get(own.name).learnings[-1].id, was=1, event=event(own))
    before = learn(own)
    own.ended(own.app.post(f"{own.address}/again"))
    own.follow()
    after = learn(own)
    own.ended(own.app.post(f"{own.address}/again"))

    assert "Publications: 8 learning 60 hours. Your own figures. 5 h worked." in before
    assert "Publications: 12 learning" in after
    assert "90 hours. Your own figures. 5 h worked." in after
    assert {one.move: one.hours for one in own.last().miles} == {"degree": 120, "publications_12": 85}


def test_a_road_kept_before_is_read_by_its_words(own: Own) -> None:
    """It says no levels: the mile to the middle is known by its title."""
    row = own.app.goals.get(own.name).road
    assert row is not None
    plain = json.loads(row.thing.text)
    for one in plain["miles"]:
        del one["sets"]
    older = RoadKept(made=row.thing.made, text=json.dumps(plain), accepted=row.thing.accepted)
    own.app.goals.amend(own.name, older, row=row.id, was=row.version, event=event(own))
    add_people(own.app, own.name, "20", "20", "20", "20")
    kept = own.app.goals.get(own.name).road

    assert road_of(kept).miles == tuple(replace(one, sets=()) for one in road_of(row).miles)
    assert "Publications: 8 learning" in learn(own)
    assert MOVED in own.words
