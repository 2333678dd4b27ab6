"""A home with everything in it that a page can show, filled in through the app's own forms, and every page of it."""

import re
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import APIRequestContext, APIResponse
from tests.web_app.app import browsing, served
from tests.web_app.test_loop import PEOPLE
from tests.web_app.typed_numbers import ABILITIES, NUMBERS

TODAY = "2025-12-17"
GOAL = "permanent-resident"
"""The goal with everything; `demo` is the example and `licence` one that was reached."""
PATIENCE = 240
"""Seconds for a road on a machine that does other things."""
NO_PAGE = {
    "levers": "a part of Distance",
    "beside": "a part of Your numbers",
    "order": "a form leads to it, and it to the table of those who got in",
    "fixed": "a form leads to it, and it to the table of those who got in",
    "figures": "a form leads to it, and it to Distance",
    "demo": "a form leads to it, and it to the story of the example",
    "backup": "a form leads to it, and it to the page of all that is kept",
    "export": "a file to save",
    "import": "a form leads to it: a file that was sent is looked at by test_no_barriers",
    "restore": "a form leads to it, and it to the page of all that is kept",
    "language": "a form leads to it, and it back",
    "report-style": "a stylesheet",
    "draw": "a form leads to it, and it to Road",
    "progress": "a part of Road",
    "bring-work": "a form leads to it: a table that was sent is looked at by test_no_barriers",
    "work-table": "a file to save",
    "timer": "a part of Work, and a form leads to it, and it back",
    "again": "a form leads to it, and it to Road",
    "mix": "a form leads to it, and it to Road",
    "rest": "a form leads to it, and it to Road",
    "drop-rest": "a form leads to it, and it to Road",
    "stop": "a form leads to it, and it to Road",
    "accept": "a form leads to it, and it to Today",
    "drop-work": "a form leads to it, and it to Work",
    "answer": "a form leads to it, and it to Rounds",
    "erase": "a form leads to it, and it to the goals",
}
"""Addresses that are no page of their own, by name in the map, and why."""


@dataclass(frozen=True, slots=True)
class Furnished:
    """A filled home. pages: the addresses of every page, by its name in the map."""

    home: Path
    pages: dict[str, tuple[str, ...]]


def furnish(home: Path) -> Furnished:
    """Fill a home by forms, as a person would in two years."""
    with served(home, today=TODAY) as link, browsing(link) as watched:
        app = _Forms(watched.page.context.request, watched.origin)
        app.post("/begin", title="Permanent resident", pack="express-entry")
        app.post("/demo")
        app.furnished("demo")
        app.post("/goal/demo/road/draw", hours="10")
        app.post(f"/goal/{GOAL}/numbers", **numbers_typed())
        app.post(f"/goal/{GOAL}/road/draw", hours="12", money="6000")
        _work_and_notes(app)
        attempts = _attempts(app)
        digest = _audit(app, attempts[1])
        app.drawn(GOAL, accept=True)
        app.post(f"/goal/{GOAL}/road/rest", **{"rest-from": "2026-07-06", "rest-to": "2026-07-26"})
        app.post(f"/goal/{GOAL}/road/draw", hours="6", money="6000")
        app.drawn("demo", accept=False)
        reached = _reached(app)
        app.post("/goal/demo/work/timer", do="start", towards="russian")
        app.drawn(GOAL, accept=False)
    return Furnished(home, _pages(attempts, reached, digest))


def _pages(attempts: tuple[str, str], reached: tuple[str, str], digest: str) -> dict[str, tuple[str, ...]]:
    both = {
        name: (f"/goal/{GOAL}{below}", f"/goal/demo{below}")
        for name, below in (
            ("numbers", "/numbers"),
            ("distance", "/distance"),
            ("road", "/road"),
            ("learn", "/learn"),
            ("work", "/work"),
            ("rounds", "/rounds"),
            ("data", "/data"),
        )
    }
    return {
        "home": ("/",),
        "begin": ("/begin",),
        "goals": ("/goals",),
        "keys": ("/keys",),
        "home-data": ("/data",),
        "today": (f"/goal/{GOAL}", "/goal/demo", "/goal/licence"),
        **both,
        "first-round": (f"/goal/{GOAL}/first/round", "/goal/licence/first/round"),
        "first-attempts": (f"/goal/{GOAL}/first/attempts",),
        "acquired": (f"/goal/{GOAL}/acquired?towards=french_7",),
        "what-if": (f"/goal/{GOAL}/what-if?with=french_7",),
        "audit": (f"/goal/{GOAL}/audit/{attempts[0]}", f"/goal/{GOAL}/audit/{attempts[0]}?step=look"),
        "record": (f"/goal/{GOAL}/audits/{digest}",),
        "attempt": (f"/goal/licence/rounds/{reached[1]}", f"/goal/{GOAL}/rounds/{attempts[0]}"),
        "send": (f"/goal/licence/rounds/{reached[1]}/send",),
        "next": ("/goal/licence/next",),
        "story": ("/goal/demo/story",),
        "people": ("/goal/licence/people",),
        "person": ("/goal/licence/people/1",),
        "add-person": ("/goal/licence/people/add",),
    }


class _Forms:
    """The forms of the app, sent as the browser sends them."""

    def __init__(self, asking: APIRequestContext, origin: str) -> None:
        self._asking, self._origin = asking, origin

    def get(self, path: str) -> str:
        return _good(self._asking.get(self._origin + path)).text()

    def post(self, path: str, **fields: str) -> APIResponse:
        """Where it led."""
        return _good(self._asking.post(self._origin + path, form=fields, headers={"Origin": self._origin}))

    def drawn(self, goal: str, *, accept: bool) -> None:
        """Wait for a road, and follow it."""
        patient_until, form = monotonic() + PATIENCE, None
        while form is None:
            assert monotonic() < patient_until, f"no road was drawn for {goal}"
            sleep(0.5)
            road = self.get(f"/goal/{goal}/road")
            still = 'class="job"' in road and "/road/stop" in road
            form = None if still else re.search(r'name="row" value="(\d+)"><input[^>]*name="was" value="(\d+)"', road)
        if accept:
            self.post(f"/goal/{goal}/road/accept", row=form[1], was=form[2])

    def furnished(self, goal: str) -> None:
        """Wait for the road that the example comes with."""
        patient_until = monotonic() + PATIENCE
        while "being drawn" in self.get(f"/goal/{goal}/story"):
            assert monotonic() < patient_until, f"no road was drawn for {goal}"
            sleep(0.2)


def _good(response: APIResponse) -> APIResponse:
    assert response.ok, f"{response.url}: {response.status}\n{response.text()}"
    return response


def said_right(page: str) -> str:
    """What the button says that keeps a table as it was read."""
    found = re.search(r'name="right" value="(\w+)"', page)
    assert found, page
    return found[1]


def numbers_typed() -> dict[str, str]:
    """Every number of the form, as somebody with good English and no French types them."""
    spoken = {
        f"{before}english_{ability}": value
        for ability in ABILITIES
        for before, value in (("", "8"), ("since-", "2025-03-10"))
    }
    return NUMBERS | spoken


def _work_and_notes(app: _Forms) -> None:
    for week, time in ((3, "6h"), (10, "4h30"), (17, "7h"), (24, "2h")):
        app.post(f"/goal/{GOAL}/work", time=time, towards="french_7", on=f"2025-11-{week:02}", note="Evening class")
    app.post(f"/goal/{GOAL}/work", time="1h30", towards="french_7", on=TODAY)
    app.post(f"/goal/{GOAL}/learn", towards="french_7", ability="learning", resource="Evening class", hours="400")
    app.post(f"/goal/{GOAL}/data", text="Asked Ana how she did it.")


def _attempts(app: _Forms) -> tuple[str, str]:
    """One waits for an answer, two were not selected: their numbers."""
    rounds = re.findall(r'<option value="([^"]+)"', app.get(f"/goal/{GOAL}/rounds"))
    waiting, looked_at, audited = (each for each in rounds[1:4])
    for each, answer in ((waiting, "not_yet"), (looked_at, "not_selected"), (audited, "not_selected")):
        app.post(f"/goal/{GOAL}/rounds", round=each, answer=answer, sent="2025-11")
    first, second = re.findall(rf'href="/goal/{GOAL}/audit/(\d+)"', app.get(f"/goal/{GOAL}/rounds"))
    return first, second


def _audit(app: _Forms, attempt: str) -> str:
    kept = app.post(f"/goal/{GOAL}/audit/{attempt}", feedback="They said nothing.").url
    digest = kept.partition("/audits/")[2].partition("?")[0]
    app.post(f"/goal/{GOAL}/audits/{digest}", text="I would send French next time.")
    return digest


def _reached(app: _Forms) -> tuple[str, str]:
    """A goal that was reached; after it one more round, not sent yet, with documents: the numbers of both attempts."""
    asked = {"title": "Licence", "pack": "blank", "people": PEOPLE}
    app.post("/begin", **asked, right=said_right(app.post("/begin", **asked).text()))
    app.post("/goal/licence/people/figures", was="1", applied="5000", selected="100")
    won = {"round": "own", "name": "Spring", "decided": "2025-12-01", "answer": "selected", "kind": "round"}
    app.post("/goal/licence/rounds", **won)
    app.post("/goal/licence/numbers", degree="phd", years="5")
    planned = {"round": "own", "name": "Autumn", "decided": "2026-10", "answer": "not_yet", "stage": "draft"}
    app.post("/goal/licence/rounds", **planned, kind="round")
    later, first = re.findall(r'class="name" href="/goal/licence/rounds/(\d+)"', app.get("/goal/licence/rounds"))
    for row in (first, later):
        app.post(f"/goal/licence/rounds/{row}", do="add", title="Letter", address="https://example.org/letter")
    for row, digest in ((first, "a" * 64), (later, "b" * 64)):
        app.post(f"/goal/licence/rounds/{row}", do="add", title="Statement of purpose", sha256=digest)
    return first, later
