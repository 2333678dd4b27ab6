"""What follows a yes is told until its last day: where one got in, on the page of what is next, on Today, beside the
answer, and in the calendar."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from tests.web_app.client import App, text

TOLD = "Apply for permanent residence by Feb. 12, 2026: 60 days from the invitation"
TELLING = "Solicitar la residencia permanente hasta el 12 de febrero de 2026: 60 días desde la invitación"


def invited(app: App, decided: str = "2025-12-14") -> str:
    """A goal whose only attempt was answered with an invitation."""
    goal = app.begin("Resident")
    own = {"round": "own", "name": "Autumn draw", "kind": "cec"}
    led = app.post(f"/goal/{goal}/rounds", **own, decided=decided, answer="selected")
    assert led.headers["Location"] == f"/goal/{goal}/next?said=reached"
    return goal


@pytest.mark.parametrize("below", ["", "/next", "/rounds"])
def test_it_is_told_with_its_last_day(app: App, below: str) -> None:
    """Days counted from the invitation, in either language."""
    goal = invited(app)
    page = text(app.get(f"/goal/{goal}{below}"))
    app.post("/language", language="es", next="/")

    assert TOLD in page
    assert TELLING in text(app.get(f"/goal/{goal}{below}"))


def test_what_is_next_says_what_declining_does_and_who_says_so(app: App) -> None:
    """With its sources."""
    page = text(app.get(f"/goal/{invited(app)}/next"))

    assert "Whoever declines the invitation goes back to the pool" in page
    assert "completeness check of Express Entry applications" in page
    assert page.index("What follows") < page.index("Your next goal")


def test_on_today_it_is_the_first_thing_to_do(app: App) -> None:
    """Where a later answer is waited for, so that Today is what it always is."""
    goal = invited(app)
    later = {"round": "own", "name": "Winter draw", "kind": "cec", "decided": "2026-01-20"}
    app.post(f"/goal/{goal}/rounds", **later, answer="not_yet", stage="submitted")
    to_do = text(app.get(f"/goal/{goal}")).partition('<ol class="todo">')[2]

    assert to_do.strip().startswith(f'<li><a href="/goal/{goal}/next">{TOLD}</a>')


def test_once_its_day_is_past_only_the_answer_tells_it(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told to do what can be done no more; on the day itself it can."""
    goal = invited(app)
    monkeypatch.setenv("TWELFTH_TODAY", "2026-02-12")
    last = App(tmp_path / "home")
    on_the_day = text(last.get(f"/goal/{goal}"))
    monkeypatch.setenv("TWELFTH_TODAY", "2026-02-13")
    late = App(tmp_path / "home")

    assert TOLD in on_the_day
    assert not any("permanent residence" in text(late.get(f"/goal/{goal}{below}")) for below in ("", "/next"))
    assert "Apply for permanent residence: the last day was Feb. 12, 2026." in text(late.get(f"/goal/{goal}/rounds"))


@pytest.mark.parametrize(
    ("decided", "told"),
    [("November 2025", "Apply for permanent residence: 60 days from the invitation"), ("2021-06-28", "")],
)
def test_no_day_is_made_up(app: App, decided: str, told: str) -> None:
    """Of an invitation known to the month the days alone are told; of one under an older rule nothing."""
    page = text(app.get(f"/goal/{invited(app, decided)}/rounds"))

    assert ("permanent residence" in page, "permanent residence by" in page) == (bool(told), False)
    assert told in page


def test_whoever_declined_has_nothing_to_do(app: App) -> None:
    """The yes was given back."""
    goal = invited(app)
    (row,) = app.goals.get(goal).attempts
    app.post(f"/goal/{goal}/rounds/answer", row=str(row.id), was=str(row.version), stage="withdrawn", on="2025-12-16")

    assert "permanent residence" not in text(app.get(f"/goal/{goal}/rounds"))


def test_a_no_is_followed_by_nothing(app: App) -> None:
    """And so is what is not answered yet."""
    goal = app.begin("Resident")
    own = {"round": "own", "kind": "cec"}
    app.post(f"/goal/{goal}/rounds", **own, name="Autumn draw", decided="2025-12-14", answer="not_selected")
    app.post(f"/goal/{goal}/rounds", **own, name="Winter draw", decided="2026-01-14", answer="not_yet")
    pages = [text(app.get(f"/goal/{goal}{below}")) for below in ("", "/rounds", "/next")]

    assert not any("permanent residence" in page for page in pages)


def test_the_calendar_has_the_last_day(app: App) -> None:
    """A whole day, certain, without a note."""
    goal = invited(app)
    with ZipFile(BytesIO(app.get(f"/export?goal={goal}").content)) as members:
        events = Calendar.from_ical(members.read("calendar.ics")).walk("VEVENT")
    found = [one for one in events if "permanent residence" in str(one["summary"])]

    assert [str(one["summary"]) for one in found] == ["Last day: Apply for permanent residence"]
    assert [(one.decoded("dtstart"), str(one["status"])) for one in found] == [(date(2026, 2, 12), "CONFIRMED")]
    assert "description" not in found[0]
