"""The form that draws a road begins with what was wished for last: until when, and what is left out."""

import re

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import Resident, RoadForms, done

pytestmark = pytest.mark.usefixtures("soon")


class Roads(Resident):
    """A goal with numbers, whose form is sent as it stands there."""

    @property
    def until(self) -> str:
        (found,) = re.findall(r'name="until" type="date" value="([\d-]*)"', self.page)
        return str(found)

    @property
    def ticked(self) -> set[str]:
        """Names of what the form would leave out, of boxes and of wishes for a mile."""
        boxes = re.findall(r'name="avoid" value="(\w+)" checked', self.page)
        return {*boxes, *re.findall(r'name="mile-(\w+)" value="out" checked', self.page)}


@pytest.fixture
def roads(app: App) -> Roads:
    return Roads(app)


def test_what_was_left_out_stays_ticked_until_it_is_taken_back(roads: Roads) -> None:
    """A box, a mile of the road, and both in the road that comes of the form as it stands."""
    roads.draw(avoid="doctorate")
    assert roads.ticked == {"doctorate"}
    roads.draw(avoid="doctorate", **{"mile-french_7": "out"})

    assert roads.ticked == {"doctorate", "french_7"}
    assert re.search(r"<details open><summary>Leave something out", roads.page)
    roads.draw(avoid="doctorate")
    assert roads.ticked == {"doctorate"}
    assert "french_7" in done(roads.last())


def test_a_mile_of_the_road_that_is_followed_stays_left_out(roads: Roads) -> None:
    """It is still a mile there, with its own wish."""
    roads.draw()
    roads.follow()
    roads.draw(**{"mile-french_7": "out"})

    assert roads.ticked == {"french_7"}
    assert re.search(r"<details open><summary>Keep, put off", roads.page)


def test_a_form_that_comes_back_has_what_was_sent(roads: Roads) -> None:
    """A box that was taken back is not ticked again because the hours were wrong."""
    roads.draw(avoid="doctorate")
    page = text(roads.app.post(f"{roads.address}/draw", hours="many", until="2026-05-01"))

    assert 'value="doctorate" checked' not in page
    assert 'name="until" type="date" value="2026-05-01"' in page


def test_the_last_day_is_the_one_wished_for_last(roads: Roads) -> None:
    """One that is left out stays out; one that is past goes."""
    assert roads.until == ""
    roads.draw(until="2026-06-30")
    assert roads.until == "2026-06-30"
    roads.draw()
    assert roads.until == ""


def test_the_first_road_goes_to_the_deadline_that_the_person_gave(
    roads: Roads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one, as long as no other day was wished for, and again once that day is past."""
    for closes in ("2026-09-01", "2026-04-10"):
        assert roads.app.post(f"/goal/{roads.name}/first/round", closes=closes, kind="cec").status_code == 303

    assert roads.until == "2026-04-10"
    roads.draw(until="2026-03-02")
    assert roads.until == "2026-03-02"
    monkeypatch.setenv("TWELFTH_TODAY", "2026-03-02")
    assert roads.until == "2026-04-10"


def test_a_road_without_a_mile_names_all_that_is_missing(app: App) -> None:
    """Hours a week, hours of the moves and answers, each with where to give it."""
    goal = RoadForms(app, app.begin("Resident"))
    app.post(
        f"/goal/{goal.name}/numbers", **{name: said for name, said in numbers_typed().items() if name != "nomination"}
    )
    goal.draw(hours="0")
    (found,) = re.findall(r"What is missing for a mile:</p>\s*<ul>(.*?)</ul>", goal.page, flags=re.DOTALL)

    assert not goal.last().miles
    for words, link in (
        ("Hours a week: there are none.", "#hours"),
        ("things, which nobody has said.", "#takes"),
        ("One answer about you.", f"/goal/{goal.name}/distance#missing"),
    ):
        assert words in found
        assert f'href="{link}"' in found
