"""Who may see and change what: every address of the app, every kind of visitor, every method. What is kept of a goal
is seen by its owner alone, on both databases; an address that is not in the matrix fails.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern
from tests.addresses import (
    BESIDE,
    KEPT,
    MATRIX,
    NO_DIGEST,
    NO_ROW,
    NOTHING,
    NOWHERE,
    OTHER,
    OWN,
    ROWS,
    TODAY,
    UNFINISHED,
    WRITE_NOTHING,
    Place,
)
from tests.kept_goals import EVENT, THINGS
from tests.roads import mile, road
from tests.shelves_of_goals import on_postgresql, on_sqlite
from tests.web_app.client import HOST, App, text
from tests.web_app.furnished import said_right
from tests.web_app.own_goal import PEOPLE

from twelfth.base import When
from twelfth.goal import Attempt, Stage, StageName
from twelfth.usecases import (
    Begun,
    Document,
    GoalCard,
    Note,
    OnePerson,
    Pause,
    PeopleColumn,
    PeopleKept,
    Thing,
    export_goals,
    kept_road,
)
from twelfth.web.again import AGAIN, COOKIE
from twelfth.web.desk import desk
from twelfth.web.urls import urlpatterns
from twelfth.web.views import road as road_view
from twelfth.work import Ability, Effort, Learning, Timer

DAY = date(2025, 12, 17)
CANARY = "a-bird-that-nobody-else-hears-7f3a9c"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
ORIGIN, REBOUND = f"http://{HOST}", "rebound.example:8012"
PACK = "express-entry"
PATIENCE = 120
"""Seconds for a road on a machine that does other things."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, as the browser of theirs would."""

    name: str
    host: str = HOST
    origin: str = ORIGIN
    site: str = "same-origin"
    cookie: tuple[str, str] = ("", "")
    """Its name and its value."""
    link: str = ""

    def client(self) -> Client:
        made = Client(
            raise_request_exception=False, HTTP_HOST=self.host, HTTP_ORIGIN=self.origin, HTTP_SEC_FETCH_SITE=self.site
        )
        name, value = self.cookie
        if name:
            made.cookies[name] = value
        if self.link:
            made.get(f"/open/{self.link}")
        return made


@dataclass(slots=True)
class Kept:
    """The app with two goals, and the ids of what is under one of them."""

    app: App
    ids: dict[str, str]

    @property
    def cookie(self) -> tuple[str, str]:
        """The one that lets in."""
        ((name, one),) = ((name, one) for name, one in self.app.client.cookies.items() if name != COOKIE)
        return name, str(one.value)

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
    monkeypatch.setattr(road_view, "SLICES", 1)
    with on() as address:
        app = App(tmp_path / "home", database_url=address)
        for name, pack, canary in ((KEPT, PACK, CANARY), (OTHER, PACK, "nothing"), (OWN, "blank", CANARY)):
            card = GoalCard(name=name, title=canary, pack=pack, begun=DAY)
            things = (_people(canary),) if name == OWN else _things(canary)
            app.goals.begin(Begun(card=card, things=(THINGS[0], *things)), event=EVENT)
        yield Kept(app, _ids(app))
        settle()
        from django.db import connections

        connections.close_all()


def _things(canary: str) -> tuple[Thing, ...]:
    followed, offered = (replace(road(mile(done=day)), title=canary) for day in (date(2026, 1, 8), date(2026, 2, 8)))
    return (
        Note(on=DAY, text=canary),
        Effort(on=DAY, minutes=60, note=canary),
        Learning(towards="french_7", ability=Ability.LEARNING, resource=canary, proof=canary),
        Pause(monday=date(2026, 5, 4)),
        Timer(on=DAY, second=0),
        replace(kept_road(followed, made=DAY), accepted=DAY),
        kept_road(offered, made=DAY),
    )


def _people(canary: str) -> PeopleKept:
    people = tuple(OnePerson(id=name, levels=(years,)) for name, years in ((canary, 7.0), ("b", 4.0), ("c", 9.0)))
    return PeopleKept(on=DAY, columns=(PeopleColumn(name="years", title="Years", kind="numeric"),), people=people)


def _ids(app: App) -> dict[str, str]:
    """What the forms of the app write: an attempt turned down and looked at, one turned down, one that waits; besides
    one of each goal that was not sent yet."""
    rounds = re.findall(r'<option value="(\d+)"', text(app.get(f"/goal/{KEPT}/rounds")))
    for each, answer in zip(rounds[:3], ("not_selected", "not_selected", "not_yet"), strict=True):
        app.post(f"/goal/{KEPT}/rounds", round=each, answer=answer, sent="2025-11")
    draft = Attempt(round=rounds[3], history=(Stage(stage=StageName.DRAFT, on=When.on(DAY)),))
    document = Document(round=rounds[1], title=CANARY, sha256="0" * 64)
    for name, things in ((KEPT, (draft, document)), (OTHER, (draft,))):
        app.goals.keep(name, *things, event=EVENT)
    kept = app.goals.get(KEPT)
    attempts = {row.thing.round: str(row.id) for row in kept.attempts}
    looked_at, failed, waiting, planned = (attempts[each] for each in rounds[:4])
    where = app.post(f"/goal/{KEPT}/audit/{looked_at}", feedback=CANARY).headers["Location"]
    table = text(app.post(f"/goal/{KEPT}/work/bring", table=f"on,minutes,note\n{TODAY},30,{CANARY}\n"))
    brought = re.search(r'name="waits" value="(\w+)"', table)
    assert brought
    return {
        "goal": KEPT,
        "own": OWN,
        "attempt": failed,
        "waiting": waiting,
        "draft": planned,
        "document": str(kept.documents[0].id),
        "digest": where.partition("/audits/")[2].partition("?")[0],
        "followed": str(kept.roads[0].id),
        "road": str(kept.roads[1].id),
        "pause": str(kept.pauses[0].id),
        "timer": str(kept.timers[0].id),
        "effort": str(app.effort_rows(KEPT)[0].id),
        "brought": brought[1],
        "right": said_right(text(app.post(f"/goal/{OWN}/people", people=PEOPLE, was="1"))),
    }


def settle() -> None:
    """Wait until nothing is drawn any more."""
    until = monotonic() + PATIENCE
    while (job := desk().jobs.of(KEPT)) is not None and not job.done:
        assert monotonic() < until
        job.stop.set()
        sleep(0.02)


def told(response: Any) -> str:
    """All that an answer tells, headers and what is packed in it too."""
    content = response.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return f"{response.headers}\n{response.cookies}\n{content.decode('utf-8', 'replace')}"


def strangers(cookie: tuple[str, str]) -> tuple[Visitor, ...]:
    name, value = cookie
    other = "A" * len(value)
    return (
        Visitor("who has no cookie"),
        Visitor("who has another cookie", cookie=(name, other)),
        Visitor("who has the cookie of another home", cookie=("twelfth-00000000", value)),
        Visitor("who has half a cookie", cookie=(name, value[:-1])),
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
    """What it is answered with; a form that needs another look, with the page it leads to."""
    if method == "POST":
        response = client.post(path, dict(form))
        led = response.headers.get("Location", "")
        return client.get(led) if f"?{AGAIN}=" in led else response
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
    odd, wrote = {}, set()
    for name, place in MATRIX.items():
        path, form = kept.at(place)
        before = kept.held()
        response = kept.app.post(path, **form)
        settle()
        if response.status_code not in UNFINISHED.get(name, (200, 303)):
            odd[name] = response.status_code
        if kept.held() != before:
            wrote.add(name)

    assert odd == {}
    assert MATRIX.keys() - wrote == WRITE_NOTHING
    assert [one.thing.name for one in kept.app.goals.cards() if one.thing.name in (KEPT, OTHER)] == [OTHER]


def test_a_goal_that_is_not_there_is_missing_like_any_page(kept: Kept) -> None:
    """404 by every address of a goal, in the same words whatever is asked of it."""
    found = {}
    for name, place in MATRIX.items():
        if not place.path.startswith("/goal/"):
            continue
        path, form = kept.at(place, goal=NOWHERE, own=NOWHERE)
        form = {key: value.replace(KEPT, NOWHERE) for key, value in form.items()}
        answers = (kept.app.get(path), kept.app.post(path, **form))
        found[name] = [(one.status_code, CANARY in told(one)) for one in answers]

    of_road = {"draw", "again", "mix", "rest", "drop-rest", "stop", "accept"}
    only_forms = {"figures", "fixed", "order", "drop-work", "answer", "erase", *of_road}
    assert {name for name, (got, _) in found.items() if got == (405, False)} == only_forms
    assert {name: got for name, (got, _) in found.items() if name not in only_forms if got != (404, False)} == {}
    assert {name: sent for name, (_, sent) in found.items() if sent != (404, False)} == {}


def test_what_is_under_another_goal_is_as_missing_as_what_is_nowhere(kept: Kept) -> None:
    """Its pages answer 404, its rows cannot be named in a form, and nothing is told of them."""
    before, wrong = kept.held(), []
    for name in ("audit", "record", "accept", "drop-work", "answer", "attempt", "send", "person", *QUIET):
        at = {"goal": OTHER, "own": OTHER}
        own, none = (kept.at(MATRIX[name], **at, **instead) for instead in ({}, NOTHING))
        wrong += _told_apart(name, kept, own, none)
    draft = str(kept.app.goals.get(OTHER).attempts[0].id)
    for name in ("attempt", "timer"):  # whose pages are its own
        own, none = (kept.at(MATRIX[name], **one | {"goal": OTHER, "attempt": draft}) for one in ({}, NOTHING))
        wrong += _told_apart(name, kept, own, none, only="POST")

    assert wrong == []
    assert kept.held() == before


QUIET = ("mix", "drop-rest")
"""Forms that lead back to the road where there is nothing to do."""


def _told_apart(
    name: str, kept: Kept, own: tuple[str, dict[str, str]], none: tuple[str, dict[str, str]], *, only: str = ""
) -> list[tuple[object, ...]]:
    """Where what is under another goal is answered in another way than what is nowhere, or is not refused."""
    wrong = list[tuple[object, ...]]()
    for method in (only,) if only else ("GET", "POST"):
        foreign, missing = (sent(kept.app.client, method, path, form) for path, form in (own, none))
        told_of = [_without_ids(text(one), kept) for one in (foreign, missing)]
        refused = foreign.status_code >= 400 or (method == "POST" and name in QUIET)
        if foreign.status_code != missing.status_code or not refused or told_of[0] != told_of[1]:
            wrong.append((name, method, foreign.status_code, missing.status_code))
    return wrong


def _without_ids(page: str, kept: Kept) -> str:
    """What an answer tells but for the ids that were asked for, and for what makes every form and its page one of a
    kind."""
    page = re.sub(r'name="key" value="\w+"|\?again=[\w-]+', "", page)
    for one in (NO_ROW, NO_DIGEST, *(kept.ids[name] for name in ROWS)):
        page = re.sub(rf"\b{one}\b", "#", page)
    return page


def test_an_export_that_was_sent_is_shown_to_its_sender_alone(kept: Kept) -> None:
    """It waits under a name that nobody can guess, behind the same door."""
    file = kept.app.get("/export").content
    page = text(kept.app.post("/import", file=SimpleUploadedFile("x.zip", file)))
    waits = re.search(r'name="waits" value="(\w+)"', page)

    assert CANARY in page
    assert waits is None or len(waits[1]) >= 32
