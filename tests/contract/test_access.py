"""Who may see and change what: every address of the app, every kind of visitor, every method. What is kept of a goal
is seen by its owner alone, on both databases; an address that is not in the matrix fails.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern
from tests.kept_goals import EVENT, THINGS
from tests.roads import mile, road
from tests.shelves_of_goals import on_postgresql, on_sqlite
from tests.web_app.client import HOST, App, text
from tests.web_app.test_loop import PEOPLE

from twelfth.usecases import Begun, GoalCard, Note, export_goals, kept_road
from twelfth.web.guard import COOKIE
from twelfth.web.urls import urlpatterns
from twelfth.work import Ability, Effort, Learning

TODAY = "2025-12-17"
DAY = date(2025, 12, 17)
CANARY = "a-bird-that-nobody-else-hears-7f3a9c"
KEPT, OTHER, NOWHERE = "kept", "other", "nowhere"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ORIGIN, REBOUND = f"http://{HOST}", "rebound.example:8012"
NO_ROW, NO_DIGEST = "987654321", "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address. shows: its page holds what is kept of the goal. form: what a form of the app sends there that would
    write; `{…}` stands for an id of the goal."""

    path: str
    shows: bool = False
    form: Mapping[str, str] = field(default_factory=dict)


def of_goal(below: str = "", *, shows: bool = True, **form: str) -> Place:
    return Place(path=f"/goal/{{goal}}{below}", shows=shows, form=form)


UNFINISHED = {"import": (409,), "restore": (400,), "draw": (400,), "people": (400,), "backup": (303, 409)}
"""Forms that lack something here, such as a file or a goal without a table of its own, and the answer then."""
MATRIX = {
    "home": Place(path="/", shows=True),
    "begin": Place(path="/begin", form={"title": "Another", "pack": "blank"}),
    "backup": Place(path="/backup", form={"key": "b"}),
    "home-data": Place(path="/data"),
    "demo": Place(path="/demo", form={"key": "d"}),
    "export": Place(path="/export", shows=True),
    "import": Place(path="/import", form={"waits": "x"}),
    "language": Place(path="/language", form={"language": "es", "next": "/"}),
    "goals": Place(path="/goals", shows=True),
    "keys": Place(path="/keys"),
    "restore": Place(path="/restore", form={"backup": "x", "day": TODAY}),
    "report-style": Place(path="/report.css"),
    "today": of_goal(),
    "numbers": of_goal("/numbers", education="bachelor"),
    "people": of_goal("/people", shows=False, people=PEOPLE),
    "distance": of_goal("/distance"),
    "levers": of_goal("/levers"),
    "what-if": of_goal("/what-if"),
    "road": of_goal("/road"),
    "draw": of_goal("/road/draw", shows=False, hours="none"),
    "progress": of_goal("/road/progress", shows=False),
    "stop": of_goal("/road/stop", shows=False),
    "accept": of_goal("/road/accept", shows=False, row="{road}", was="1"),
    "learn": of_goal("/learn", towards="french_7", ability="learning", resource="a book"),
    "work": of_goal("/work", time="2h", towards="", note="verbs"),
    "drop-work": of_goal("/drop-work", shows=False, row="{effort}", was="1"),
    "rounds": of_goal("/rounds", round="own", name="Spring", decided=TODAY, stage="submitted", kind="cec"),
    "answer": of_goal("/rounds/answer", shows=False, row="{waiting}", stage="selected", was="1"),
    "audit": of_goal("/audit/{attempt}?step=look", do="later"),
    "record": of_goal("/audits/{digest}", text="a thought"),
    "next": of_goal("/next", title="The next", pack="blank"),
    "data": of_goal("/data", text="a note"),
    "erase": of_goal("/data/erase", shows=False, name=KEPT),
}
"""By the name in the map. Those that take away what others need come last."""
BESIDE = ("/nowhere", "/static/nowhere.css", "/goal", f"/goal/{KEPT}/nowhere")
"""Addresses that are in no map."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, as the browser of theirs would."""

    name: str
    host: str = HOST
    origin: str = ORIGIN
    site: str = "same-origin"
    cookie: str = ""
    link: str = ""

    def client(self) -> Client:
        made = Client(
            raise_request_exception=False, HTTP_HOST=self.host, HTTP_ORIGIN=self.origin, HTTP_SEC_FETCH_SITE=self.site
        )
        if self.cookie:
            made.cookies[COOKIE] = self.cookie
        if self.link:
            made.get(f"/open/{self.link}")
        return made


@dataclass(slots=True)
class Kept:
    """The app with two goals, and the ids of what is under one of them."""

    app: App
    ids: dict[str, str]

    @property
    def cookie(self) -> str:
        return str(self.app.client.cookies[COOKIE].value)

    def at(self, place: Place, **instead: str) -> tuple[str, dict[str, str]]:
        """An address and its form, with ids in them."""
        ids = self.ids | instead
        return place.path.format(**ids), {name: value.format(**ids) for name, value in place.form.items()}

    def held(self) -> str:
        """All that is kept."""
        return repr(export_goals(goals=self.app.goals).members)


On = Callable[[], AbstractContextManager[str]]


@pytest.fixture(params=[on_sqlite, on_postgresql], ids=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setenv("TWELFTH_TODAY", TODAY)
    on: On = request.param
    with on() as address:
        app = App(tmp_path / "home", database_url=address)
        for name, canary in ((KEPT, CANARY), (OTHER, "nothing")):
            card = GoalCard(name=name, title=canary, pack="express-entry", begun=DAY)
            things = (
                THINGS[0],
                Note(on=DAY, text=canary),
                Effort(on=DAY, minutes=60, note=canary),
                Learning(towards="french_7", ability=Ability.LEARNING, resource=canary, proof=canary),
                kept_road(replace(road(mile()), title=canary), made=DAY),
            )
            app.goals.begin(Begun(card=card, things=things), event=EVENT)
        yield Kept(app, _ids(app))
        from django.db import connections

        connections.close_all()


def _ids(app: App) -> dict[str, str]:
    """What the forms of the app write: an attempt turned down and looked at, one turned down, one that waits."""
    rounds = re.findall(r'<option value="([^"]+)"', text(app.get(f"/goal/{KEPT}/rounds")))
    for each, stage in zip(rounds[1:4], ("not_selected", "not_selected", "submitted"), strict=True):
        app.post(f"/goal/{KEPT}/rounds", round=each, stage=stage, sent="2025-11")
    attempts = {row.thing.round: str(row.id) for row in app.goals.get(KEPT).attempts}
    looked_at, failed, waiting = (attempts[each] for each in rounds[1:4])
    where = app.post(f"/goal/{KEPT}/audit/{looked_at}", feedback=CANARY).headers["Location"]
    return {
        "goal": KEPT,
        "attempt": failed,
        "waiting": waiting,
        "digest": where.partition("/audits/")[2].partition("?")[0],
        "road": str(app.goals.get(KEPT).roads[0].id),
        "effort": str(app.effort_rows(KEPT)[0].id),
    }


def told(response: Any) -> str:
    """All that an answer tells, headers and what is packed in it too."""
    content = response.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return f"{response.headers}\n{response.cookies}\n{content.decode('utf-8', 'replace')}"


def strangers(cookie: str) -> tuple[Visitor, ...]:
    other = "A" * len(cookie)
    return (
        Visitor("who has no cookie"),
        Visitor("who has another cookie", cookie=other),
        Visitor("who has half a cookie", cookie=cookie[:-1]),
        Visitor("who guesses the link", link=other),
        Visitor("who rebinds a name", host=REBOUND, cookie=cookie),
        Visitor("who rebinds it well", host=REBOUND, origin=f"http://{REBOUND}", cookie=cookie),
        Visitor("on another port", host="127.0.0.1:8013", cookie=cookie),
        Visitor("on another page", origin="http://elsewhere.example", cookie=cookie),
        Visitor("on no page", origin="null", cookie=cookie),
        Visitor("on another site", site="cross-site", cookie=cookie),
        Visitor("on a site beside it", site="same-site", cookie=cookie),
    )


def sent(client: Client, method: str, path: str, form: Mapping[str, str]) -> Any:
    if method == "POST":
        return client.post(path, dict(form))
    return client.generic(method, path)


def test_every_address_is_in_the_matrix() -> None:
    """One that is added to the map is added here, and says whether it shows what is kept."""
    assert all(isinstance(one, URLPattern) for one in urlpatterns)
    assert [one.name for one in urlpatterns if one.name not in MATRIX] == []
    assert [name for name in MATRIX if name not in {one.name for one in urlpatterns}] == []


def test_nobody_else_sees_or_changes_anything(kept: Kept) -> None:
    """Nor learns what there is: each is told the same of every address, be it there or not."""
    before, leaks, asked = kept.held(), [], 0
    places = [kept.at(place) for place in MATRIX.values()] + [(path, {}) for path in BESIDE]
    for visitor in strangers(kept.cookie):
        client = visitor.client()
        answers: dict[str, set[tuple[int, bytes]]] = {}
        for (path, form), method in product(places, METHODS):
            response = sent(client, method, path, form)
            asked += 1
            answers.setdefault(method, set()).add((response.status_code, response.content))
            if response.status_code not in (403, 405, 421) or CANARY in told(response):
                leaks.append((visitor.name, method, path, response.status_code))
        assert {method: len(several) for method, several in answers.items()} == dict.fromkeys(METHODS, 1), visitor.name

    assert leaks == []
    assert kept.held() == before
    assert asked >= len(MATRIX) * len(METHODS) * 10


def test_the_owner_sees_what_is_kept_and_no_other_method_does_anything(kept: Kept) -> None:
    """So that the strangers above were refused what is really there."""
    before, wrong = kept.held(), []
    for name, place in MATRIX.items():
        path, _ = kept.at(place)
        seen = {method: sent(kept.app.client, method, path, {}) for method in METHODS if method != "POST"}
        if (CANARY in told(seen["GET"])) != place.shows:
            wrong.append((name, seen["GET"].status_code))
        if any(CANARY in told(response) for method, response in seen.items() if method != "GET"):
            wrong.append((name, "not GET"))
        if {seen[method].status_code for method in METHODS[3:]} != {405}:
            wrong.append((name, "another method"))

    assert wrong == []
    assert kept.held() == before


def test_the_forms_that_strangers_sent_do_write(kept: Kept) -> None:
    """Sent by the owner, each is taken or told what is missing; the last of them erases the goal."""
    odd = {}
    for name, place in MATRIX.items():
        path, form = kept.at(place)
        response = kept.app.client.post(path, form)
        if response.status_code not in UNFINISHED.get(name, (200, 303)):
            odd[name] = response.status_code

    assert odd == {}
    assert [one.thing.name for one in kept.app.goals.cards() if one.thing.name in (KEPT, OTHER)] == [OTHER]


def test_a_goal_that_is_not_there_is_missing_like_any_page(kept: Kept) -> None:
    """404 by every address of a goal, in the same words whatever is asked of it."""
    found = {}
    for name, place in MATRIX.items():
        if "{goal}" not in place.path:
            continue
        path, form = kept.at(place, goal=NOWHERE)
        form = {key: value.replace(KEPT, NOWHERE) for key, value in form.items()}
        answers = (kept.app.get(path), kept.app.client.post(path, form))
        found[name] = [(one.status_code, CANARY in told(one)) for one in answers]

    only_forms = {"people", "draw", "stop", "accept", "drop-work", "answer", "erase"}
    assert {name for name, (got, _) in found.items() if got == (405, False)} == only_forms
    assert {name: got for name, (got, _) in found.items() if name not in only_forms if got != (404, False)} == {}
    assert {name: sent for name, (_, sent) in found.items() if sent != (404, False)} == {}


def test_what_is_under_another_goal_is_as_missing_as_what_is_nowhere(kept: Kept) -> None:
    """Its pages answer 404, its rows cannot be named in a form, and nothing is told of them."""
    before, wrong = kept.held(), []
    nothing = {"attempt": NO_ROW, "waiting": NO_ROW, "digest": NO_DIGEST, "road": NO_ROW, "effort": NO_ROW}
    for name in ("audit", "record", "accept", "drop-work", "answer"):
        own, none = (kept.at(MATRIX[name], goal=OTHER, **instead) for instead in ({}, nothing))
        for method in ("GET", "POST"):
            foreign, missing = (sent(kept.app.client, method, path, form) for path, form in (own, none))
            told_of = [_without_ids(text(one), kept) for one in (foreign, missing)]
            if foreign.status_code != missing.status_code or foreign.status_code < 400 or told_of[0] != told_of[1]:
                wrong.append((name, method, foreign.status_code, missing.status_code))

    assert wrong == []
    assert kept.held() == before


def _without_ids(page: str, kept: Kept) -> str:
    """What an answer tells but for the ids that were asked for, and for what makes every form one of a kind."""
    page = re.sub(r'name="key" value="\w+"', "", page)
    for one in (NO_ROW, NO_DIGEST, kept.ids["digest"], *(kept.ids[name] for name in ("attempt", "road", "effort"))):
        page = re.sub(rf"\b{one}\b", "#", page)
    return page


def test_an_export_that_was_sent_is_shown_to_its_sender_alone(kept: Kept) -> None:
    """It waits under a name that nobody can guess, behind the same door."""
    file = kept.app.get("/export").content
    page = text(kept.app.post("/import", file=SimpleUploadedFile("x.zip", file)))
    waits = re.search(r'name="waits" value="(\w+)"', page)

    assert CANARY in page
    assert waits is None or len(waits[1]) >= 32
