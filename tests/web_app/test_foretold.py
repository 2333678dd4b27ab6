"""What is foretold of an attempt: kept at the moment it is sent, told beside it and in its audit, and never changed."""

from dataclasses import replace
from datetime import date

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import PEOPLE, right
from tests.web_app.test_home_data import key_in, sent
from tests.web_app.typed_numbers import ENGLISH, NUMBERS

from twelfth.base import Said
from twelfth.goal import Foretold
from twelfth.usecases import ForecastKept, Row, kept_forecast
from twelfth.usecases.keeping.forecasts import foretold_of

TOLD = Foretold(
    round="r",
    made=date(2026, 1, 2),
    as_of=date(2026, 1, 1),
    p=0.1,
    lo=0.01,
    hi=0.3,
    basis=Said("%(n)s rounds", n=3),
    pack_version="1",
)
AHEAD = {"round": "own", "name": "In the spring", "decided": "2026-04-01", "kind": "cec"}


def in_the_pool(app: App) -> str:
    """A goal with numbers, and an attempt that waits for a round of next April."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    assert app.post(f"/goal/{goal}/rounds", **AHEAD, answer="not_yet").status_code == 303
    return goal


def forecasts(app: App, goal: str) -> list[ForecastKept]:
    return [row.thing for row in app.goals.get(goal).forecasts]


def turned_down(app: App, goal: str) -> str:
    """The answer comes on its day; the address of the audit that is kept of it."""
    row = app.goals.get(goal).attempts[-1]
    sent = {"row": str(row.id), "was": str(row.version), "stage": "not_selected", "on": "2026-04-01"}
    assert app.post(f"/goal/{goal}/rounds/answer", **sent).status_code == 303
    return str(app.post(f"/goal/{goal}/audit/{row.id}", feedback="").headers["Location"])


def test_a_forecast_is_kept_when_it_is_sent(app: App) -> None:
    """With its interval and what it rests on, and told beside the attempt."""
    goal = in_the_pool(app)
    (kept,) = forecasts(app, goal)
    page = text(app.get(f"/goal/{goal}/rounds"))

    assert kept.made.isoformat() == "2025-12-17"
    assert kept.lo is not None
    assert "%(count)s earlier cut-offs of %(kind)s" in kept.basis
    assert "on Dec. 17, 2025" in page


def test_the_audit_says_what_was_told(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was told, whatever the numbers are by then, and counts it."""
    goal = in_the_pool(app)
    told = forecasts(app, goal)
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **{**ENGLISH, "english_reading": "4"})
    monkeypatch.setenv("TWELFTH_TODAY", "2026-04-02")
    page = text(app.get(turned_down(app, goal)))

    assert forecasts(app, goal) == told
    assert "<p>You were told on Dec. 17, 2025: 0.03% (could be 0.01% to 0.09%), from 53 earlier cut-offs of " in page
    assert "In the spring, told on Dec. 17, 2025" in page
    assert "The forecast comes to" in page


def test_what_goes_by_the_page_that_asks_is_foretold_too(app: App) -> None:
    """Nothing while it is a draft."""
    goal = app.begin(pack="blank")
    app.post(f"/goal/{goal}/rounds", **{**AHEAD, "kind": "round"}, answer="not_yet", stage="draft")
    row = app.goals.get(goal).attempts[-1]

    assert forecasts(app, goal) == []
    app.post(f"/goal/{goal}/rounds/{row.id}/send", was=str(row.version))
    assert len(forecasts(app, goal)) == 1


def test_where_none_can_be_made_it_says_why(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no percentage stands anywhere: there are four people."""
    few = "\n".join(PEOPLE.splitlines()[:5])
    goal = str(right(app, "/begin", title="Own", pack="blank", people=few).headers["Location"]).split("/")[2]
    app.post(f"/goal/{goal}/rounds", **{**AHEAD, "kind": "round"}, answer="not_yet", stage="submitted")
    (kept,) = forecasts(app, goal)
    page = text(app.get(f"/goal/{goal}/rounds"))
    monkeypatch.setenv("TWELFTH_TODAY", "2026-04-02")

    assert (kept.p, kept.lo, kept.hi) == (None, None, None)
    assert "On Dec. 17, 2025 no forecast could be made: " in page
    assert "On Dec. 17, 2025 no forecast could be made: " in text(app.get(turned_down(app, goal)))


def test_of_a_round_that_is_decided_nothing_is_foretold(app: App) -> None:
    """What is known afterwards is no forecast, though one waits for the answer."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **ENGLISH)
    app.post(f"/goal/{goal}/rounds", round="384", answer="not_yet")

    assert app.goals.get(goal).attempts
    assert forecasts(app, goal) == []


def test_what_an_older_version_kept_beside_an_audit_was_told_to_nobody() -> None:
    """Its basis is a sentence. So is what holds no chance left out, and of two the first counts."""
    told = kept_forecast(TOLD)
    rows = [replace(told, basis="53 earlier cut-offs"), replace(told, p=2.0), told, replace(told, p=0.2)]
    kept = [Row(id=number, version=1, thing=one) for number, one in enumerate(rows, 1)]

    assert foretold_of(kept) == (TOLD,)
    assert foretold_of(kept)[0].basis.form == "%(n)s rounds"  # type: ignore[union-attr]


def test_it_goes_with_an_export_and_is_gone_when_the_goal_is_erased(app: App) -> None:
    """And comes back as it was, and is told as it was."""
    goal = in_the_pool(app)
    kept, export = forecasts(app, goal), app.get(f"/export?goal={goal}").content
    app.post(f"/goal/{goal}/data/erase", name=goal)

    assert app.goals.cards() == ()
    assert all(b"earlier cut-offs of" not in one.read_bytes() for one in app.home.rglob("*") if one.is_file())
    looked = sent(app, export)
    app.post("/import", waits=key_in(looked))
    assert forecasts(app, goal) == kept
    assert "You were told on Dec. 17, 2025: 0.03%" in text(app.get(f"/goal/{goal}/rounds"))
