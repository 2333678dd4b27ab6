"""What somebody else must grant first is not planned: Road, levers and a what-if say so, with a link to the field."""

import re
from dataclasses import replace
from typing import ClassVar

import pytest
from tests.roads import mile, road
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import RoadForms, done

from twelfth.usecases import kept_road
from twelfth.web.desk import desk

FIELD = "may_work_in_canada"
WORK = {"canadian_work_12", "canadian_work_24"}
LATER = ("need", "answered", "until")
"""Fields of a road that came after others were kept."""

pytestmark = pytest.mark.usefixtures("soon")


class Abroad(RoadForms):
    """A goal of somebody who never worked in Canada."""

    usual: ClassVar[dict[str, str]] = {"hours": "12", "money": "6000"}

    def __init__(self, app: App) -> None:
        super().__init__(app, app.begin("Resident"))
        self.may_work("")

    def may_work(self, answer: str, **others: str) -> None:
        form = text(self.app.get(f"/goal/{self.name}/numbers"))
        was = dict(re.findall(r'name="(was-[\w-]+)" value="([^"]*)"', form))
        abroad = {"canadian_work": "0", "canadian_work_3y": "0", "foreign_work": "72", "funds_shown": "yes"}
        numbers = numbers_typed() | abroad | {FIELD: answer} | others
        response = self.app.post(f"/goal/{self.name}/numbers", **was, **numbers)
        assert response.status_code == 303, text(response)

    def part(self, below: str) -> str:
        return " ".join(re.sub(r"<[^>]+>", " ", text(self.app.get(f"/goal/{self.name}{below}"))).split())


@pytest.fixture
def abroad(app: App) -> Abroad:
    return Abroad(app)


@pytest.mark.parametrize(
    ("answer", "why", "link"),
    [
        ("no", "which somebody else decides: Permission to work in Canada.", "Say so once you have it"),
        ("", "it is not known whether you have it: Permission to work in Canada.", "Answer it"),
    ],
)
def test_a_year_of_work_in_canada_waits_for_the_permission(abroad: Abroad, answer: str, why: str, link: str) -> None:
    """It is put aside in the open, once for both moves, with a link to the field; a yes brings it in."""
    abroad.may_work(answer)
    job = abroad.draw()
    assert not job.error, job.words
    page = abroad.page

    assert not WORK & {*done(abroad.last())}
    assert f'{why} <a href="/goal/{abroad.name}/numbers#{FIELD}">{link}</a>' in page
    assert page.count(why) == 1
    assert f'id="{FIELD}"' in text(abroad.app.get(f"/goal/{abroad.name}/numbers"))
    abroad.may_work("yes")
    abroad.draw()
    assert WORK & {*done(abroad.last())}
    assert why not in abroad.page


def test_where_only_work_there_would_open_a_round_all_that_is_missing_is_said(abroad: Abroad) -> None:
    """The permission, hours and answers; once it may be planned there is a road."""
    abroad.may_work("no", foreign_work="12", education="secondary")
    error = str(abroad.draw().error)
    abroad.may_work("yes", foreign_work="12", education="secondary")

    assert "no round is certainly open to you." in error
    assert re.search(r"What is missing: Permission to work in Canada; the hours of \d+ things", error)
    assert not abroad.draw().error


def test_levers_and_a_what_if_say_it_too(abroad: Abroad) -> None:
    """Behind what is one's own doing, once; for whoever may work there nothing of it is said."""
    abroad.may_work("no")
    levers, tried = abroad.part("/levers"), abroad.part("/what-if?with=canadian_work_12")
    abroad.may_work("yes")

    assert "it needs this first, which somebody else decides: Permission to work in Canada" in levers
    assert "No road plans it yet: it needs this first, which somebody else decides" in tried
    assert "needs this first" not in abroad.part("/levers") + abroad.part("/what-if?with=canadian_work_12")


def test_a_road_kept_before_there_were_needs_opens(abroad: Abroad) -> None:
    """It has the year in it, and fields fewer; nothing else changes until it is drawn again."""
    found = kept_road(road(mile(move="canadian_work_12", title="A year", hours=0)), made=desk().today)
    told = re.sub(rf',"(?:{"|".join(LATER)})":(?:null|""|true|false)', "", found.text)
    old = replace(found, text=told, accepted=desk().today)
    abroad.app.goals.keep(abroad.name, old, event=desk().event("road drawn", abroad.name))

    assert "until" not in re.findall(r'"wished":\{[^}]*\}', told)[0]
    for below in ("", "/road", "/work", "/learn", "/numbers"):
        assert abroad.app.get(f"/goal/{abroad.name}{below}").status_code == 200
    assert "A year" in abroad.page
