"""The page of all that is kept: an export leaves by it and comes back, backups are made and put back."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.kept_goals import BEGUN, CARD, EVENT, live
from tests.web_app.client import App, text

from twelfth.usecases import Begun

DAY = "2025-12-17"


@pytest.fixture
def today() -> str:
    return DAY


def sent(app: App, content: bytes) -> Any:
    return app.post("/import", file=SimpleUploadedFile("x.zip", content))


def key_in(response: Any) -> str:
    found = re.search(r'name="waits" value="(\w+)"', text(response))
    assert found, text(response)
    return found[1]


def test_a_new_home_has_nothing_to_take_and_can_bring(app: App) -> None:
    """The page is there without any goal, and every page leads to it."""
    page = text(app.get("/data"))

    assert "there is nothing to take" in page
    assert 'action="/import"' in page
    assert 'href="/data"' in text(app.get("/begin"))


def test_an_export_is_a_file_to_save(app: App) -> None:
    """With the day in its name, of all goals or of one; the same twice."""
    live(app.goals)
    goal = app.begin()
    every, one, again = app.get("/export"), app.get(f"/export?goal={goal}"), app.get("/export")

    assert every.headers["Content-Disposition"] == f'attachment; filename="twelfth-{DAY}.zip"'
    assert every.headers["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(every.content)) as archive:
        assert b'"name":"moon"' in archive.read("twelfth.json")
        assert archive.read("calendar.ics").startswith(b"BEGIN:VCALENDAR")
    with ZipFile(BytesIO(one.content)) as archive:
        assert b'"name":"moon"' not in archive.read("twelfth.json")
    assert every.content == again.content
    assert f"/export?goal={goal}" in text(app.get(f"/goal/{goal}/data"))


def test_what_was_exported_comes_back_after_it_was_erased(app: App) -> None:
    """It is shown first, written on a second word, and the same to the byte."""
    live(app.goals)
    export = app.get("/export").content
    app.post("/goal/moon/data/erase", name="moon")
    looked = sent(app, export)

    assert "It would be kept." in text(looked)
    assert app.goals.cards() == ()
    brought = app.post("/import", waits=key_in(looked))
    assert (brought.status_code, brought.headers["Location"]) == (303, "/goals?said=brought")
    assert "All of the file is kept here now" in text(app.get("/goals?said=brought"))
    assert app.get("/export").content == export
    assert "all of it is here" in text(sent(app, export))


def test_a_file_is_brought_once(app: App) -> None:
    """Then it is not at hand any more."""
    live(app.goals)
    export = app.get("/export").content
    app.post("/goal/moon/data/erase", name="moon")
    key = key_in(sent(app, export))
    app.post("/import", waits=key)
    again = app.post("/import", waits=key)

    assert again.status_code == 409
    assert "not at hand any more" in text(again)


def test_of_a_file_with_another_goal_of_that_name_nothing_is_brought(app: App) -> None:
    """It says so before there is a button."""
    live(app.goals)
    export = app.get("/export").content
    app.post("/goal/moon/data/erase", name="moon")
    app.goals.begin(Begun(card=CARD), event=EVENT)
    page = text(sent(app, export))

    assert "Another of this name is kept, and differs." in page
    assert 'name="waits"' not in page


def test_a_goal_whose_pack_is_not_here_can_be_brought(app: App) -> None:
    """Its page says what is missing; the list of goals is there."""
    app.goals.begin(replace(BEGUN, card=replace(CARD, pack="school")), event=EVENT)
    export = app.get("/export").content
    app.post("/goal/moon/data/erase", name="moon")
    looked = sent(app, export)
    app.post("/import", waits=key_in(looked))

    assert "Its pack school is not here." in text(looked)
    assert app.get("/goals").status_code == 200


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF", b"<b>" * 99])
def test_what_is_no_export_is_refused_beside_the_field(content: bytes, app: App) -> None:
    """With what to do."""
    response = sent(app, content)

    assert response.status_code == 400
    assert "no ZIP" in text(response)
    assert "twelfth export" in text(response)


def test_no_file_is_asked_for(app: App) -> None:
    """A form sent empty."""
    assert "Expected a file that was exported" in text(app.post("/import"))


def backups(app: App) -> list[str]:
    return sorted(one.name for one in (app.home / "backups").glob("*.sqlite3"))


@pytest.mark.usefixtures("in_a_folder")
def test_a_backup_is_made_once_and_put_back(app: App) -> None:
    """Of two presses of one button one counts; what was there since is a backup too."""
    live(app.goals)
    before = app.get("/export").content
    for _ in range(2):
        app.post("/backup", key="k")
    app.post("/goal/moon/data", text="since")
    since = app.get("/export").content
    (made,) = backups(app)
    done = app.post("/restore", backup=made, day=DAY)

    assert (done.status_code, done.headers["Location"]) == (303, "/data?said=restored")
    assert app.get("/export").content == before != since
    assert len(backups(app)) == 2
    app.post("/restore", backup=f"twelfth-{DAY}-2.sqlite3", day=DAY)
    assert app.get("/export").content == since


@pytest.mark.usefixtures("in_a_folder")
@pytest.mark.parametrize(
    ("backup", "day", "told"),
    [
        ("", DAY, "one of the backups listed"),
        ("../twelfth.sqlite3", DAY, "one of the backups listed"),
        (f"twelfth-{DAY}.sqlite3", "", "so that nothing is put back by mistake"),
        (f"twelfth-{DAY}.sqlite3", "2025-12-16", "so that nothing is put back by mistake"),
    ],
)
def test_a_backup_is_put_back_only_when_its_day_was_typed(backup: str, day: str, told: str, app: App) -> None:
    """A slip puts nothing back."""
    live(app.goals)
    app.post("/backup")
    response = app.post("/restore", backup=backup, day=day)

    assert response.status_code == 400
    assert told in text(response)
    assert len(backups(app)) == 1


@pytest.mark.usefixtures("in_a_folder")
def test_the_page_says_how_the_database_is_doing(app: App) -> None:
    """And what there would be to look at."""
    app.begin()
    before = text(app.get("/data"))
    app.post("/backup")

    assert "last backup: none yet" in before
    assert "The database is well." in text(app.get("/data"))


@pytest.mark.usefixtures("in_a_folder")
def test_a_server_that_starts_makes_the_backup_of_the_day(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once: not where there is one, nor of a database that is new."""
    app.begin()
    first = backups(app)
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-18")
    for _ in range(2):
        App(app.home)

    assert (first, backups(app)) == ([], ["twelfth-2025-12-18.sqlite3"])


@pytest.mark.parametrize(("path", "code"), [("/import", 303), ("/restore", 303), ("/backup", 405)])
def test_nothing_is_written_by_following_a_link(path: str, code: int, app: App) -> None:
    """It leads to the page with the forms, or nowhere."""
    assert app.get(path).status_code == code
    assert backups(app) == []


@pytest.mark.usefixtures("on_a_server")
def test_a_database_on_a_server_has_backups_of_its_own(app: App) -> None:
    """The page offers none; a form that was sent all the same is told why."""
    app.begin()
    refused = app.post("/backup")

    assert 'action="/backup"' not in text(app.get("/data"))
    assert refused.status_code == 409
    assert "server" in text(refused)


def test_the_calendar_is_told_in_the_language_of_the_page(app: App) -> None:
    """A coming round known to the month is told as the month, and is pencilled in on its last day."""
    goal = app.begin()
    app.post(f"/goal/{goal}/first/round", closes="2031-05", kind="cec")
    app.post("/language", language="es", next="/")
    with ZipFile(BytesIO(app.get(f"/export?goal={goal}").content)) as archive:
        found = archive.read("calendar.ics").decode().replace("\r\n ", "")

    assert "SUMMARY:Ronda que cierra: mayo de 2031\r\n" in found
    assert "DTSTART;VALUE=DATE:20310531" in found
    assert "closes" not in found


@pytest.mark.usefixtures("in_a_folder")
def test_what_the_doctor_found_is_told_in_the_language_of_the_page(app: App) -> None:
    """No backup was made yet."""
    assert "última copia de seguridad: todavía ninguna" in text(app.get("/data", **{"Accept-Language": "es"}))
