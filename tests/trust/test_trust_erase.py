"""After a goal was erased, nothing of it is in any file: it was the person's, and the person wants it gone."""

import json
import logging
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.command import ROOT
from tests.kept_goals import CARD, DAY, EVENT, TABLE, THINGS
from tests.shelves_of_goals import a_database

from twelfth.base import Source, SourceKind
from twelfth.store import OrmGoals, back_up, restore
from twelfth.store.orm import erase
from twelfth.store.orm.backup import backups_in
from twelfth.store.orm.sqlite import guard
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import AuditEvent, Begun, Note, OnePerson, RoadKept, Thing, before_id
from twelfth.work import Effort

pytestmark = pytest.mark.trust
CANARY = "kanarienvogel"
"""The name of the goal begins so, and every text in it, however long."""
TODAY = date(2026, 5, 4)
OTHER = replace(CARD, name="other")
SECRET: tuple[Thing, ...] = (
    *THINGS,
    *(Note(on=DAY, text=f"{CANARY} {'x' * length}") for length in (1, 100, 4000, 4090, 5000, 60_000)),
    *(Effort(on=DAY, minutes=1, towards=f"{CANARY}-{n}", note=CANARY) for n in range(200)),
    replace(TABLE, people=(OnePerson(id=CANARY, levels=(None,) * len(TABLE.columns)),)),
    RoadKept(made=DAY, text=json.dumps({CANARY: ["y" * 30_000]}), accepted=DAY),
)


def files_with(home: Path, what: str = CANARY) -> list[str]:
    """In whatever way a text is stored."""
    forms = [what.encode(), what.encode("utf-16-le")]
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    )


def lived_in(home: Path, goals: OrmGoals) -> None:
    """Two goals, one of them to be erased; changed, dropped and backed up in between."""
    name = f"{CANARY}-1"
    by = AuditEvent(action=CANARY, subject=CANARY, on=DAY, actor=CANARY)
    goals.begin(Begun(card=OTHER, things=THINGS), event=EVENT)
    goals.begin(Begun(card=replace(CARD, name=name, title=CANARY), things=SECRET), event=by)
    back_up(home, on=TODAY)
    for row in goals.get(name).notes[3:]:
        goals.drop(name, Note, row=row.id, was=1, event=by)
    for row in goals.get(name).notes:
        goals.amend(name, Note(on=DAY, text=CANARY * 900), row=row.id, was=1, event=by)
    back_up(home, on=TODAY + timedelta(1))
    goals.keep("other", *THINGS, event=EVENT)


@pytest.mark.parametrize("mode", ["wal", "truncate"])
def test_an_erased_goal_is_in_no_file_of_the_home(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in the database, its log or its journal, nor in a backup, nor in what is logged; while it is still open, and
    after. Its other goal stays, in the backups too."""
    if mode == "truncate":
        monkeypatch.setattr(guard, "MENDED", (99, 0, 0))
        monkeypatch.setattr(guard, "MENDED_IN_LINE", {})
    elif guard.journal_of(sqlite_library().sqlite_version_info) != guard.WRITE_AHEAD:
        pytest.skip("this SQLite has no write-ahead log that loses nothing")
    home = tmp_path / "home"
    with caplog.at_level(logging.DEBUG), a_database(home):
        goals = OrmGoals()
        lived_in(home, goals)
        before = files_with(home)
        goals.keep("other", *THINGS, event=EVENT)
        caplog.clear()
        goals.erase(f"{CANARY}-1", event=EVENT)
        open_still = files_with(home)
        other = goals.get("other"), goals.trail("other")

    assert len(before) >= 3
    assert open_still == files_with(home) == []
    assert CANARY not in caplog.text
    assert len(backups_in(home)) == 2
    with a_database(home):
        assert (OrmGoals().get("other"), OrmGoals().trail("other")) == other
    restore(backups_in(home)[-1].file, home=home, on=TODAY)
    with a_database(home):
        assert [one.thing.name for one in OrmGoals().cards()] == ["other"]
        assert len(OrmGoals().trail("other")) == len(THINGS) + 1


def test_an_erased_goal_is_in_no_file_that_the_process_ever_made(tmp_path: Path) -> None:
    """Nor in a folder for temporary files: its own is looked through too."""
    code = (
        "import sys; from pathlib import Path; from tests.trust.test_trust_erase import *; "
        "home = Path(sys.argv[1])\nwith a_database(home): goals = OrmGoals(); lived_in(home, goals); "
        "goals.erase(f'{CANARY}-1', event=EVENT)"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    there = {**os.environ, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "home")], cwd=ROOT, env=there, check=True, timeout=300)

    assert files_with(tmp_path) == []


def test_the_goal_after_an_erased_one_says_nothing_of_it(tmp_path: Path) -> None:
    """Neither its name nor its title, here and in a backup, though it went on with its history; nor in one of before
    the erased goal was begun anew."""
    home, name = tmp_path / "home", f"{CANARY}-1"
    source = Source(id=before_id(name), title=CANARY, kind=SourceKind.OWN)
    with a_database(home):
        goals = OrmGoals()
        goals.begin(Begun(card=OTHER, things=(source, *THINGS)), event=EVENT)
        back_up(home, on=TODAY)
        goals.begin(Begun(card=replace(CARD, name=name, title=CANARY), things=SECRET), event=EVENT)
        back_up(home, on=TODAY + timedelta(1))
        goals.erase(name, event=EVENT)
        open_still = files_with(home)
    for backup in backups_in(home):
        restore(backup.file, home=home, on=TODAY)
        with a_database(home):
            assert [row.thing.id for row in OrmGoals().get("other").sources] == ["s1"]
            assert len(OrmGoals().trail("other")) == len(THINGS) + 1

    assert open_still == files_with(home) == []
    assert len(backups_in(home)) >= 2


def test_what_cannot_be_taken_out_of_a_backup_is_not_erased_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For want of room: nothing was written, a good backup stays, and it can be asked for again."""
    from twelfth.base import TwelfthError

    def no_room(*_: object) -> None:
        raise sqlite_library().OperationalError("database or disk is full")

    home = tmp_path / "home"
    with a_database(home):
        goals = OrmGoals()
        lived_in(home, goals)
        with monkeypatch.context() as patched:
            patched.setattr(erase, "copy_into", no_room)
            with pytest.raises(TwelfthError, match=r"The disk is full\. Nothing was written"):
                goals.erase(f"{CANARY}-1", event=EVENT)
        there, backups = len(goals.cards()), len(backups_in(home))
        goals.erase(f"{CANARY}-1", event=EVENT)

    assert (there, backups) == (2, 2)
    assert files_with(home) == []


def test_a_log_that_cannot_be_emptied_is_told(tmp_path: Path) -> None:
    """The goal is gone, traces of it may be left, and what to do about it; then they are gone too."""
    from twelfth.base import TwelfthError

    home = tmp_path / "home"
    with a_database(home):
        goals = OrmGoals()
        lived_in(home, goals)
        from django.db import connection

        with closing(sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM kept_goal").fetchall()
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA busy_timeout = 10")
            with pytest.raises(TwelfthError, match="erased, but another window is reading") as error:
                goals.erase(f"{CANARY}-1", event=EVENT)
        assert [one.thing.name for one in goals.cards()] == ["other"]

    assert "Close every Twelfth" in str(error.value.next_step)
    assert files_with(home) == []
