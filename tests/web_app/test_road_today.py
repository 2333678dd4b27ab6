"""A road drawn after the rules on file have ended: as of their last day, and with no work in the past."""

from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import RoadForms

from twelfth.web.views import road as view

TODAY = date(2026, 11, 22)
ENDED = date(2026, 11, 2)
"""The last day for which the rules of Express Entry are on file."""


class Late(RoadForms):
    """A goal drawn three weeks after its rules ended."""

    usual: ClassVar[dict[str, str]] = {"hours": "12", "money": "6000"}

    def __init__(self, app: App) -> None:
        super().__init__(app, app.begin("Resident"))
        app.post(f"/goal/{self.name}/numbers", **numbers_typed())


def test_no_mile_of_a_road_begins_before_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says so; a last day that is past is refused; and drawn again it is the same."""
    monkeypatch.setenv("TWELFTH_TODAY", f"{TODAY}")
    monkeypatch.setattr(view, "SLICES", 1)
    late = Late(App(tmp_path / "home"))
    refused = late.app.post(f"{late.address}/draw", hours="12", until="2026-11-10")
    assert not late.draw().error
    road = late.last()
    assert not late.ended(late.app.post(f"{late.address}/again")).error

    assert refused.status_code == 400
    assert road.as_of == ENDED
    assert road.miles
    assert all(one.begins > TODAY for one in (*road.miles, *late.last().miles))
    assert "Work is planned from today on." in late.page


def test_a_number_of_a_day_after_the_rules_says_where_they_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was tested last week, and nobody can say yet what that is worth; what was typed stands there still."""
    monkeypatch.setenv("TWELFTH_TODAY", f"{TODAY}")
    late = Late(App(tmp_path / "home"))
    typed = {"english_reading": "9", "since-english_reading": "2026-11-15"}
    refused = late.app.post(f"/goal/{late.name}/numbers", **typed)

    assert refused.status_code == 400
    assert "a day not after Nov. 2, 2026, the last for which the rules are on file" in text(refused)
    assert 'value="2026-11-15"' in text(refused)
