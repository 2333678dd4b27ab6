"""The notes of work that goes on: several servers of one home, and what is no note."""

import os
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from tests.web_app.client import App
from tests.web_app.notes import left_by_one_that_ended, notes_in

from twelfth.compose import Noted, Unfinished
from twelfth.web.desk import desk
from twelfth.web.jobs import Jobs

DRAW = Noted(do="draw", sent={"hours": "7"})


def test_what_another_server_does_is_interrupted_only_once_that_server_ended(tmp_path: Path) -> None:
    """While a second process draws this one says nothing of it; once that ended, this one tells it, running already."""
    App(tmp_path)
    here, (read, written), (stop, stopped) = desk().jobs, os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        there = Unfinished(tmp_path)
        there.begin("resident", DRAW)
        os.write(written, b"1")
        os.read(stop, 1)
        os._exit(0)
    os.read(read, 1)
    going_on = here.of("resident")
    started_meanwhile = Jobs(Unfinished(tmp_path)).of("resident")
    os.write(stopped, b"1")
    os.waitpid(child, 0)
    ended = here.of("resident")

    assert going_on is None
    assert started_meanwhile is None
    for handle in (read, written, stop, stopped):
        os.close(handle)
    assert ended is not None
    assert ended.interrupted
    assert ended.sent == DRAW.sent


def test_two_servers_keep_each_their_own_notes(tmp_path: Path) -> None:
    """What one begins and ends leaves the other's alone, also of the same goal."""
    first, second = Unfinished(tmp_path), Unfinished(tmp_path)
    first.begin("resident", DRAW)
    second.begin("resident", DRAW)
    second.begin("fellow", DRAW)
    second.end("resident")
    second.end("fellow")

    assert len(notes_in(tmp_path)) == 1
    assert Unfinished(tmp_path).left("resident") is None
    first.end("resident")
    assert not notes_in(tmp_path)


def test_erasing_takes_what_another_server_holds(tmp_path: Path) -> None:
    """Its form says what the person has; the goal is gone, and with it every word of it."""
    first, second = Unfinished(tmp_path), Unfinished(tmp_path)
    first.begin("resident", DRAW)
    first.begin("resident-2", DRAW)
    second.erase("resident")

    assert len(notes_in(tmp_path)) == 1


def test_erasing_takes_a_note_that_was_never_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power was cut while it was written: the file with the name of the moment."""
    home = tmp_path / "home"
    app = App(home)
    goal = app.begin("Resident")
    child = os.fork()
    if not child:
        monkeypatch.setattr(Path, "replace", lambda *_: os._exit(0))
        try:
            Unfinished(home).begin(goal, DRAW)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    left = notes_in(home)
    app.post(f"/goal/{goal}/data/erase", name=goal)

    assert len(left) == 1
    assert not notes_in(home)


@pytest.mark.parametrize("then", ["begin", "erase"])
def test_what_was_never_named_is_swept_unless_it_is_held(then: str, tmp_path: Path) -> None:
    """Another server is about to name the one that is held."""
    notes = Unfinished(tmp_path)
    left, held = tmp_path / ".unfinished-left.new", tmp_path / ".unfinished-held.new"
    for file in (left, held):
        file.write_text('{"of": "resident", "do": "draw", "sent": {"hours": "7"}}')
    with held.open("rb") as other:
        flock(other.fileno(), LOCK_EX)
        notes.begin("fellow", DRAW) if then == "begin" else notes.erase("resident")

        assert not left.exists()
        assert held.exists()


def test_the_one_file_of_an_earlier_version_is_removed(tmp_path: Path) -> None:
    """Nothing reads it, so nothing would ever take an erased goal out of it."""
    (tmp_path / "unfinished.json").write_text('{"resident": {"do": "draw", "sent": {"hours": "7"}}}')
    Unfinished(tmp_path)

    assert not notes_in(tmp_path)


def test_erasing_takes_a_note_also_while_another_one_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That one was there when the folder was read, and is gone when it is looked at."""
    left_by_one_that_ended(tmp_path, "resident", DRAW)
    seen = Path.glob

    def glob(folder: Path, names: str) -> list[Path]:
        gone = [folder / "unfinished-gone.json"] if names.startswith("unfinished") else []
        return [*gone, *seen(folder, names)]

    notes = Unfinished(tmp_path)
    monkeypatch.setattr(Path, "glob", glob)
    notes.erase("resident")
    monkeypatch.undo()

    assert not notes_in(tmp_path)


def test_erasing_reads_what_it_holds_while_nobody_changes_it(tmp_path: Path) -> None:
    """A job that ends at that moment waits, or is waited for."""
    notes = Unfinished(tmp_path)
    notes.begin("resident/work", DRAW)
    seen = []

    class Watched(dict[str, tuple[Path, int]]):
        def __iter__(self) -> Iterator[str]:
            seen.append(notes._lock.locked())
            return super().__iter__()

    notes._own = Watched(notes._own)
    notes.erase("resident")

    assert seen == [True]
    assert not notes_in(tmp_path)


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"of": 3}', '{"of": "resident", "do": 1, "sent": {}}', "[" * 9000, " " * 200_000]
)
def test_a_note_that_cannot_be_read_is_none(content: str, tmp_path: Path) -> None:
    """Nor is one that is too long."""
    note = '{"of": "resident", "do": "draw", "sent": {}}' if content.isspace() else ""
    (tmp_path / "unfinished-1.json").write_text(note + content)
    assert Unfinished(tmp_path).left("resident") is None


def test_a_note_is_short_and_there_are_few_of_them(tmp_path: Path) -> None:
    """A form that is too long is noted without what it says; the newest are noted."""
    for number in range(30):
        left_by_one_that_ended(tmp_path, f"goal-{number}", Noted(do="draw", sent={"hours": "9" * 30_000}))
    left = Unfinished(tmp_path)

    assert left.left("goal-29") == Noted(do="draw", sent={})
    assert left.left("goal-0") is None
    assert len(notes_in(tmp_path)) == 20
    assert sum(file.stat().st_size for file in notes_in(tmp_path)) < 5_000


def test_a_job_is_done_once_its_connection_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees it done may bind another database, and nobody would close what a thread that is gone had open."""
    jobs, seen = Jobs(Unfinished(tmp_path)), list[bool]()
    monkeypatch.setattr("django.db.connections.close_all", lambda: seen.append(jobs.of("resident").done))  # type: ignore[union-attr]
    job = jobs.start("resident", "road", lambda _job: None)
    job.ended.wait(10)

    assert (seen, job.done) == ([False], True)
