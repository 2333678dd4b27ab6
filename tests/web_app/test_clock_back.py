"""A clock that was moved back: what was written on a later day is not counted, and every page says why."""

from pathlib import Path

import pytest
from tests.web_app.client import App, text

PAGES = ("", "/numbers", "/distance", "/road", "/learn", "/work", "/rounds", "/data")


def test_a_clock_that_was_moved_back_is_said_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the machine and the last day written; in both languages, and also once something new was written."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app = App(tmp_path / "home")
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", foreign_work="36")
    calm = [text(app.get(f"/goal/{goal}{page}")) for page in PAGES]
    monkeypatch.setenv("TWELFTH_TODAY", "2025-11-03")
    moved = [text(app.get(f"/goal/{goal}{page}")) for page in PAGES]
    app.post(f"/goal/{goal}/work", time="1 h")
    worked = text(app.get(f"/goal/{goal}"))
    ahead = {"round": "own", "name": "In the spring", "decided": "2026-04-01", "kind": "cec"}
    assert app.post(f"/goal/{goal}/rounds", **ahead, answer="not_yet").status_code == 303
    later = text(app.get(f"/goal/{goal}"))
    app.post("/language", language="es", next="/")
    spanish = text(app.get(f"/goal/{goal}"))

    said = "This machine says it is Nov. 3, 2025, but you wrote here on Dec. 17, 2025. Look at the clock;"
    assert not any("Look at the clock" in page for page in calm)
    assert all(said.split(",")[0] in page and "Look at the clock" in page for page in moved)
    assert "Look at the clock" in worked
    assert "Look at the clock" in later
    assert "Mira el reloj" in spanish
