"""Money on Road has its currency: that of the prices on file, or of one's own."""

from pathlib import Path
from time import sleep

import pytest
from tests.web_app.client import App
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import RoadForms

from twelfth.usecases import amount_of
from twelfth.web.desk import desk
from twelfth.web.views import road as view


def test_money_on_a_road_has_the_currency_of_its_prices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Prices of the pack in dollars of Canada, one's own in euros: each is told in its own, and never added up."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    monkeypatch.setattr(view, "SLICES", 1)
    app = App(tmp_path / "home")
    roads = RoadForms(app, app.begin("Resident"))
    app.post(f"/goal/{roads.name}/numbers", **numbers_typed())
    own = {"towards": "french_7", "ability": "learning", "hours": "400", "cost": "450", "currency": "EUR"}
    assert app.post(f"/goal/{roads.name}/learn", **own).status_code == 303
    assert not roads.draw(hours="20").error
    assert roads.follow().status_code == 303  # type: ignore[attr-defined]
    assert not roads.draw(hours="4", **{"mile-french_7": "out"}).error
    found = roads.app.goals.get(roads.name)
    before, page = view.road_of(found.road), roads.page

    assert before.currency == roads.last().currency == "CAD"
    assert (450, "EUR") in amount_of(before).costs
    assert "450 EUR" in page
    assert "none known" in page
    assert "<td>450</td>" not in page
    assert "<td>0</td>" not in page


@pytest.mark.parametrize("typed", ["3,000", "3.000", "3 000", "3,000 CAD", "$3,000", "3000.0"])
def test_the_thousands_of_an_amount_may_be_parted(app: App, soon: None, typed: str) -> None:
    """As one writes them; no amount has three digits after its mark."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **numbers_typed())
    drawn = app.post(f"/goal/{goal}/road/draw", hours="8", money=typed)

    assert drawn.status_code == 303
    assert desk().jobs.of(goal).sent["money"] == typed
    while not desk().jobs.of(goal).done:
        sleep(0.02)
    assert app.goals.get(goal).card.thing.capacity.money == 3000
