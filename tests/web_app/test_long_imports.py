"""What takes long to bring in: it is told how far it has come, can be ended, goes on without its page, and leaves what
there was as it was, to the byte, unless all of it is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.kept_goals import live
from tests.web_app.client import App, text
from tests.web_app.notes import left_by_one_that_ended, notes_in

from twelfth.compose import Noted
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import Doing
from twelfth.web import watched
from twelfth.web.desk import desk
from twelfth.web.jobs import Job
from twelfth.web.views import bring, bring_work, long_work

PATIENCE = 20
"""Seconds."""


@dataclass
class Held:
    """Work that waits at one of its steps until it may go on."""

    at: Doing
    reached: Event = field(default_factory=Event)
    goes_on: Event = field(default_factory=Event)

    def watching(self, job: Job) -> Any:
        tell = watched.watching(job)

        def watch(doing: Doing, at: int, of: int) -> None:
            tell(doing, at, of)
            if doing is self.at and at == of:
                self.reached.set()
                assert self.goes_on.wait(PATIENCE)
                tell(doing, at, of)

        return watch

    def waiting(self, job: Job) -> Any:
        """At its first step."""
        tell = watched.watching(job)

        def watch(doing: Doing, at: int, of: int) -> None:
            self.reached.set()
            assert self.goes_on.wait(PATIENCE)
            tell(doing, at, of)

        return watch


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Whatever is read, or written, stops at the last of its goals, and is not waited for."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    monkeypatch.setattr(long_work, "SOON", 0)
    held = Held(Doing.WRITING)
    monkeypatch.setattr(bring, "watching", held.watching)
    monkeypatch.setattr(bring_work, "watching", held.watching)
    yield held
    held.goes_on.set()


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(tmp_path / "home")


def ended(place: str) -> Job:
    job = desk().jobs.of(place)
    assert job is not None
    assert job.ended.wait(PATIENCE)
    return job


def waiting(app: App) -> tuple[bytes, str]:
    """Two goals that were exported and erased, as a file; the key under which it waits to be brought in."""
    live(app.goals)
    other = app.begin("Resident")
    export = app.get("/export").content
    for goal in ("moon", other):
        app.post(f"/goal/{goal}/data/erase", name=goal)
    led = app.post("/import", file=SimpleUploadedFile("x.zip", export))
    ended("")
    assert led.status_code == 200 or led.headers["Location"] == "/import#job"  # it may have ended by then
    return export, found_in(app.get("/import"))


def found_in(response: Any) -> str:
    found = re.search(r'name="waits" value="(\w+)"', text(response))
    assert found, text(response)
    return found[1]


def kept(app: App) -> bytes:
    """Every byte of the database, its log written into it."""
    opened = sqlite_library().connect(app.home / "twelfth.sqlite3")
    try:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        opened.close()
    return (app.home / "twelfth.sqlite3").read_bytes()


def test_a_file_that_takes_long_says_how_far_it_has_come(app: App, held: Held) -> None:
    """On a page that needs no script, and as the part of it that is asked for again and again; then it is all here."""
    export, waits = waiting(app)
    led = app.post("/import", waits=waits, key="k")
    assert held.reached.wait(PATIENCE)
    page, part = text(app.get("/import")), text(app.get("/import", **{"HX-Request": "true"}))
    home, spanish = text(app.get("/data")), text(app.get("/import", **{"Accept-Language": "es"}))
    held.goes_on.set()
    job = ended("")
    again = app.get("/import", **{"HX-Request": "true"})

    assert (led.status_code, led.headers["Location"]) == (303, "/import#job")
    assert "Escribiendo la meta 2 de 2." in spanish
    for each in (page, part, home):
        assert "Bringing the file in." in each
        assert "Writing goal 2 of 2." in each
        assert 'value="2" max="2"' in each
        assert '<a href="/import">Look again</a>' in each
    assert not job.error
    assert again.headers["HX-Refresh"] == "true"
    assert "See what came of the file" in text(app.get("/data"))
    assert app.get("/import").headers["Location"] == "/goals?said=brought"
    assert "See what came of the file" not in text(app.get("/data"))
    assert app.get("/export").content == export
    assert not notes_in(app.home)


@pytest.mark.usefixtures("in_a_folder")
def test_a_file_that_is_stopped_leaves_everything_as_it_was(app: App, held: Held) -> None:
    """Stopped at its last goal, and brought in by the same button afterwards."""
    export, waits = waiting(app)
    before = kept(app)
    app.post("/import", waits=waits, key="k")
    assert held.reached.wait(PATIENCE)
    stopped = app.post("/import", do="stop")
    held.goes_on.set()
    job = ended("")
    page = text(app.get("/import"))

    assert stopped.headers["Location"] == "/import"
    assert job.raised is not None
    assert 'role="alert">Stopped. Nothing was written.' in page
    assert "another look" not in page
    assert "Stopped" not in text(app.get("/data"))
    assert kept(app) == before
    assert not notes_in(app.home)
    app.post("/import", waits=waits, key="k2")
    ended("")
    assert app.get("/export").content == export


def test_while_a_file_is_brought_in_another_waits(app: App, held: Held) -> None:
    """The same form sent twice is one; another file, from another window, is told so."""
    export, waits = waiting(app)
    app.post("/import", waits=waits)
    assert held.reached.wait(PATIENCE)
    first = desk().jobs.of("")
    twice = app.post("/import", waits=waits)
    other = app.post("/import", file=SimpleUploadedFile("x.zip", export))

    assert twice.headers["Location"] == "/import#job"
    assert desk().jobs.of("") is first
    assert other.status_code == 409
    assert "A file is being looked at or brought in already." in text(other)
    assert "stop it first" in text(other)


def test_a_file_that_the_end_of_the_app_cut_short_is_told_of_once(tmp_path: Path) -> None:
    """After a restart; then it is known."""
    home = tmp_path / "home"
    App(home)
    left_by_one_that_ended(home, "", Noted(do="import"))
    app = App(home)
    page = text(app.get("/data"))

    assert "Bringing in was interrupted" in page
    assert "Send it again" in page
    assert "interrupted" not in text(app.get("/data"))
    assert app.get("/import").headers["Location"] == "/data"


def test_a_file_that_is_none_is_told_of_where_it_ended_later(app: App, held: Held) -> None:
    """Beside the field, as if it had been waited for."""
    app.post("/import", file=SimpleUploadedFile("x.zip", b"PK"))
    ended("")
    page = text(app.get("/import"))

    assert "no ZIP" in page
    assert 'aria-invalid="true"' in page


def polled_on(page: str) -> str:
    """The address that the page asks again and again."""
    found = re.search(r'id="job"[^>]* hx-get="([^"]+)"', page)
    assert found, page
    return found[1]


def test_all_that_is_kept_never_comes_anew_while_something_may_be_typed_on_it(app: App, held: Held) -> None:
    """Once the file is here, and for as long as it is not: only the lines about it change."""
    _export, waits = waiting(app)
    app.post("/import", waits=waits, key="k")
    assert held.reached.wait(PATIENCE)
    address = polled_on(text(app.get("/data")))
    meanwhile = app.get(address, **{"HX-Request": "true"})
    held.goes_on.set()
    ended("")
    then = app.get(address, **{"HX-Request": "true"})

    assert "Writing goal 2 of 2." in text(meanwhile)
    assert polled_on(text(meanwhile)) == address
    assert '<a href="/import">See what came of the file that you sent</a>' in text(then)
    assert "hx-get" not in text(then)
    assert "<html" not in text(then)
    assert "HX-Refresh" not in meanwhile.headers
    assert "HX-Refresh" not in then.headers


@pytest.mark.parametrize("stopped", [False, True])
def test_work_never_comes_anew_while_something_may_be_typed_on_it(stopped: bool, app: App, held: Held) -> None:
    """Also where the table was stopped, in another window: that is told in its place, once."""
    goal = app.begin("Resident")
    work = f"/goal/{goal}/work"
    waits = found_in(app.post(f"{work}/bring", table="on,minutes\n2025-11-01,60\n"))
    app.post(f"{work}/bring", waits=waits)
    assert held.reached.wait(PATIENCE)
    address = polled_on(text(app.get(work)))
    if stopped:
        app.post(f"{work}/bring", do="stop")
    held.goes_on.set()
    ended(f"{goal}/work")
    then, later = (app.get(address, **{"HX-Request": "true"}) for _ in range(2))

    told = "Stopped. Nothing was written." if stopped else f'<a href="{work}/bring">See what came of the table'
    assert told in text(then)
    assert (told in text(later)) is not stopped
    assert "hx-get" not in text(then)
    assert "HX-Refresh" not in then.headers


def table_of(app: App) -> tuple[str, str]:
    """A goal, and the key of a table of work that waits."""
    goal = app.begin("Resident")
    table = "on,minutes\n" + "".join(
        f"2025-11-{day:02},{minutes}\n" for day in range(1, 31) for minutes in range(1, 41)
    )
    return goal, found_in(app.post(f"/goal/{goal}/work/bring", table=table))


def test_a_long_table_of_work_says_how_far_it_has_come(app: App, held: Held) -> None:
    """Five hundred entries at a time; Work tells of it, and of what came of it."""
    held.at = Doing.READING
    goal, waits = table_of(app)
    steps = []
    work = f"/goal/{goal}/work"

    def going_on(job: Job) -> Any:
        tell = watched.watching(job)

        def watch(doing: Doing, at: int, of: int) -> None:
            tell(doing, at, of)
            steps.append((at, of))
            held.reached.set()
            assert held.goes_on.wait(PATIENCE)

        return watch

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bring_work, "watching", going_on)
        led = app.post(f"{work}/bring", waits=waits)
        assert held.reached.wait(PATIENCE)
        pages = [text(app.get(path)) for path in (work, f"{work}/bring")]
        held.goes_on.set()
        ended(f"{goal}/work")

    assert led.headers["Location"] == f"{work}/bring#job"
    assert all("Writing entry 1 of 1,200." in page for page in pages)
    assert steps == [(1, 1200), (501, 1200), (1001, 1200)]
    assert "See what came of the table" in text(app.get(work))
    assert app.get(f"{work}/bring").headers["Location"] == f"{work}?said=work-brought"
    assert sum(minutes for _, minutes in app.effort(goal)) == 30 * 820


@pytest.mark.usefixtures("in_a_folder")
def test_a_table_of_work_that_is_stopped_writes_nothing(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the first five hundred; a road of the goal may be drawn meanwhile."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    goal, waits = table_of(app)
    before, reached, goes_on = kept(app), Event(), Event()

    def going_on(job: Job) -> Any:
        tell = watched.watching(job)

        def watch(doing: Doing, at: int, of: int) -> None:
            if at > 1000:
                reached.set()
                assert goes_on.wait(PATIENCE)
            tell(doing, at, of)

        return watch

    monkeypatch.setattr(bring_work, "watching", going_on)
    sending = Thread(target=lambda: app.post(f"/goal/{goal}/work/bring", waits=waits))
    sending.start()
    assert reached.wait(PATIENCE)
    road = desk().jobs.start(goal, "road", lambda _: None)
    desk().jobs.of(f"{goal}/work").stop.set()  # type: ignore[union-attr]
    goes_on.set()
    sending.join(PATIENCE)
    job = ended(f"{goal}/work")

    assert road.ended.wait(PATIENCE)
    assert job.raised is not None
    assert app.effort(goal) == ()
    assert kept(app) == before


def test_erasing_a_goal_ends_the_table_that_is_put_into_it(app: App) -> None:
    """And takes its note away."""
    goal = app.begin("Resident")
    job = desk().jobs.start(f"{goal}/work", "work", lambda job: job.stop.wait(PATIENCE), do="work")  # type: ignore[arg-type,return-value]
    noted = notes_in(app.home)
    app.post(f"/goal/{goal}/data/erase", name=goal)

    assert noted
    assert job.over()
    assert not notes_in(app.home)


def test_what_was_stopped_is_brought_in_when_it_is_sent_again(app: App, held: Held) -> None:
    """The very same form, as going back gives it; sent once more after that it leads to what was written."""
    held.at = Doing.READING
    goal, waits = table_of(app)
    work = f"/goal/{goal}/work"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bring_work, "watching", held.waiting)
        app.post(f"{work}/bring", waits=waits, key="one press")
        assert held.reached.wait(PATIENCE)
        desk().jobs.of(f"{goal}/work").stop.set()  # type: ignore[union-attr]
        held.goes_on.set()
        ended(f"{goal}/work")
    stopped = app.effort(goal)
    app.post(f"{work}/bring", waits=waits, key="one press")
    ended(f"{goal}/work")

    assert stopped == ()
    assert sum(minutes for _, minutes in app.effort(goal)) == 30 * 820
    assert app.post(f"{work}/bring", waits=waits, key="one press").headers["Location"] == f"{work}?said=work-brought"


def test_a_language_that_is_chosen_brings_no_table_in(app: App, held: Held) -> None:
    """Two tables wait; the second was refused while the first was written, and the page that said so is looked at."""
    held.at = Doing.READING
    goal, waits = table_of(app)
    work = f"/goal/{goal}/work"
    other = found_in(app.post(f"{work}/bring", table="on,minutes\n2025-12-01,60\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bring_work, "watching", held.waiting)
        app.post(f"{work}/bring", waits=waits)
        assert held.reached.wait(PATIENCE)
        refused = app.client.post(f"{work}/bring", {"waits": other}).headers["Location"]
        held.goes_on.set()
        ended(f"{goal}/work")
    before = sum(minutes for _, minutes in app.effort(goal))
    app.post("/language", language="es", next=refused)
    app.get(refused)
    ended(f"{goal}/work")

    assert "?again=" in refused
    assert sum(minutes for _, minutes in app.effort(goal)) == before
