"""Whatever is typed into whatever field, the answer is a page with a sentence: no form brings the app down."""

import random
from pathlib import Path

import pytest
from tests.tried import up_to
from tests.web_app.client import App, text

ODD = (
    "", "?", "0", "-1", "1e308", "1e999", "nan", "inf", "9" * 400, "2025-12-17", "2025-02-30", "0001-01-01",
    "9999-12-31", "1987..2004", "unknown", "é" * 50, "\u202e", "<b>", "%s %(x)s {0}", "own", "submitted",
    "not_yet", "add", "mend", "drop", "start", "stop", "https://[", "a" * 64, "selected",
    "not_selected", "draft", "yes", "no", "8", "36", "french_7", "cec", "astronaut_class", "learning", "can do", "1h30",
    "25h", "0.0001", "1,5", "1,500", "true", "\x00", "a\nb", " ", '"', "'", "../..", "-0", "1_000", "１２", "12:30",
)  # fmt: skip
FIELDS = {
    "/numbers": ("education", "english_reading", "since-english_reading", "foreign_work", "born", "spouse", "then"),
    "/road/accept": ("row", "was"),
    "/road/stop": (),
    "/road/again": (),
    "/road/mix": ("followed", "offered", "line-french_7"),
    "/road/rest": ("rest-from", "rest-to"),
    "/road/rest/drop": ("row", "was"),
    "/learn": ("towards", "ability", "resource", "proof", "hours", "months", "cost", "currency", "passes", "was"),
    "/work": ("time", "towards", "on", "note", "do"),
    "/drop-work": ("row", "was"),
    "/rounds": ("round", "answer", "stage", "sent", "name", "decided", "kind"),
    "/rounds/1": ("do", "document", "was", "title", "address", "sha256"),
    "/rounds/1/send": ("on", "was"),
    "/work/timer": ("do", "row", "towards", "worked", "timer-note"),
    "/work/bring": ("table", "waits"),
    "/rounds/answer": ("row", "stage", "on", "was"),
    "/data": ("text",),
    "/data/erase": ("name",),
    "/next": ("title", "pack"),
    "/people": ("people",),
    "/audit/1": ("do", "feedback"),
}
PAGES = ("", "/road", "/learn", "/work", "/rounds", "/data", "/numbers", "/audit/1", "/audits/x", "/next",
         "/rounds/1", "/rounds/1/send", "/work/timer", "/work/table.csv")  # fmt: skip
LIKELY = (
    ("/rounds", {"round": "own", "name": "r", "decided": "2025-10-01", "kind": "cec", "answer": "not_selected"}),
    ("/rounds", {"round": "own", "name": "r", "decided": "2026-10-01", "answer": "not_yet", "stage": "draft"}),
    ("/rounds/1", {"do": "add", "title": "Essay", "address": "https://example.org/essay"}),
    ("/work/bring", {"table": "on,minutes\n2025-12-01,60\n"}),
    ("/rounds/answer", {"row": "1"}),
    ("/road/rest", {"rest-from": "2025-12-17", "rest-to": "2025-12-20"}),
    ("/road/rest/drop", {"row": "1"}),
    ("/learn", {"towards": "french_7", "ability": "learning"}),
)
"""So that what is odd in one field is often reached at all."""


@pytest.mark.long
@pytest.mark.parametrize("seed", range(up_to(3, of=30)))
def test_no_form_brings_the_app_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """A hundred forms of odd fields on three goals; every refusal leads back, and every page still opens after it."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    rng, app = random.Random(seed), App(tmp_path / "home")
    goals = [app.begin(pack=pack) for pack in ("express-entry", "nasa-astronaut", "blank")]
    statuses = set()
    for _ in range(100):
        goal, path = rng.choice(goals), rng.choice(tuple(FIELDS))
        fields = {name: rng.choice(ODD) for name in FIELDS[path] if rng.random() < 0.85}
        fields |= dict(rng.choice([likely for where, likely in LIKELY if where == path] or [{}]))
        response = app.post(f"/goal/{goal}{path}", **fields)
        statuses.add(response.status_code)

        assert response.status_code < 500, (path, fields)
        assert response.status_code == 303 or "<h1" in text(response)
    for goal in goals:
        for page in PAGES:
            assert app.get(f"/goal/{goal}{page}").status_code in (200, 303, 404)
    assert statuses >= {303, 400}
