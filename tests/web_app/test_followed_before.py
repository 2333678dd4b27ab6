"""What is past and what is there already: roads followed before, what one has, rounds before the goal was begun."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import Resident

HELD = "A full year of skilled work in Canada"


@pytest.fixture
def roads(app: App, soon: None) -> Resident:
    return Resident(app)


def test_roads_followed_before_are_listed_and_each_can_be_looked_at(roads: Resident) -> None:
    """Closed until one is asked for; a number that is none of them shows none."""
    roads.draw(hours="12")
    roads.follow()
    first = roads.app.goals.get(roads.name).road
    alone = roads.page
    roads.draw(hours="3", **{"mile-french_7": "out"})
    roads.follow()
    listed = roads.page
    link = re.search(r'href="([^"]+\?before=\d+)#before"', listed)
    assert link is not None
    shown = text(roads.app.get(link[1]))
    other = text(roads.app.get(f"{roads.address}?before={first.id + 1}"))
    before = shown.partition('id="before"')[2].partition("</details>")[0]

    assert "Roads you followed before" not in alone
    assert '<details id="before">' in listed
    assert "French" in before
    assert "French" not in other.partition('id="before"')[2].partition("</details>")[0]


def test_today_asks_for_no_road_while_one_is_drawn(roads: Resident) -> None:
    """To look at it comes instead."""
    address = f"/goal/{roads.name}"
    before = text(roads.app.get(address))
    roads.draw(hours="12")
    after = text(roads.app.get(address))

    assert ">Draw your road<" in before
    assert ">Draw your road<" not in after
    assert "A road is drawn" in after


def test_what_one_has_is_not_offered_to_be_acquired(roads: Resident) -> None:
    """Until something of it is kept: then it stands there."""
    address = f"/goal/{roads.name}/learn"
    held = HELD in text(roads.app.get(address))
    none = numbers_typed() | {"canadian_work": "0", "canadian_work_3y": "0"}
    roads.app.post(f"/goal/{roads.name}/numbers", **none)
    lacking = HELD in text(roads.app.get(address))
    roads.app.post(address, towards="canadian_work_12", ability="learning", resource="My job")
    roads.app.post(f"/goal/{roads.name}/numbers", **numbers_typed())

    assert (held, lacking) == (False, True)
    assert HELD in text(roads.app.get(address))


def test_the_calendar_of_the_example_has_no_rounds_of_the_past(tmp_path: Path) -> None:
    """Those from before the goal was begun do not belong in it."""
    app = App(tmp_path / "home")
    app.post("/demo")
    with ZipFile(BytesIO(app.get("/export").content)) as archive:
        calendar = archive.read("calendar.ics").decode()

    assert "SUMMARY:Begin: Learn Russian" in calendar  # of the road that is followed
    assert "Group 1" not in calendar
