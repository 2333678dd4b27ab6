"""Backups: whole, dated, thirty of them, refused when one byte is not as it was, put back whole or not at all."""

import random
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.kept_goals import BEGUN, CARD, DAY, EVENT, THINGS
from tests.shelves_of_goals import a_database
from tests.tried import up_to

from twelfth.base import Conflict, NotFound, TwelfthError
from twelfth.store import OrmGoals, back_up, back_up_daily, doctor, restore
from twelfth.store.orm import restoration
from twelfth.store.orm.backup import KEPT, backups_in, digest_line, digest_of
from twelfth.store.orm.schema import own_migrations
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import Begun, KeptGoal, Note

TODAY = date(2026, 5, 4)
FLIPS = up_to(200, of=1000)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with a_database(tmp_path / "home"):
        OrmGoals().begin(BEGUN, event=EVENT)
    return tmp_path / "home"


def kept(home: Path) -> KeptGoal:
    with a_database(home):
        return OrmGoals().get("moon")


def write(home: Path, text: str) -> None:
    with a_database(home):
        OrmGoals().keep("moon", Note(on=DAY, text=text), event=EVENT)


def told(home: Path) -> dict[str, tuple[bool, str]]:
    return {one.what: (one.ok, one.told) for one in doctor(home, today=TODAY)}


def test_a_backup_has_its_day_and_its_digest(home: Path) -> None:
    """As sha256sum reads it; nobody else may read either, nor the folder."""
    first, second = back_up(home, on=TODAY), back_up(home, on=TODAY)

    assert [first.name, second.name] == ["twelfth-2026-05-04.sqlite3", "twelfth-2026-05-04-2.sqlite3"]
    assert digest_of(first).read_text() == digest_line(first, name=first.name)
    assert {path.stat().st_mode & 0o777 for path in first.parent.iterdir()} == {0o600}
    assert first.parent.stat().st_mode & 0o777 == 0o700
    assert len(list(first.parent.iterdir())) == 4


def test_what_was_backed_up_comes_back_on_another_machine(home: Path, tmp_path: Path) -> None:
    """To the last bit, trail and all."""
    backup = back_up(home, on=TODAY)

    assert restore(backup, home=tmp_path / "other", on=TODAY) is None

    assert kept(tmp_path / "other") == kept(home)
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o700


def test_what_is_there_is_kept_before_a_backup_takes_its_place(home: Path) -> None:
    """So that a restore can be taken back by another."""
    old, backup = kept(home), back_up(home, on=TODAY)
    write(home, "later")
    new = kept(home)

    present = restore(backup, home=home, on=TODAY + timedelta(1))

    assert kept(home) == old
    assert present is not None
    restore(present, home=home, on=TODAY + timedelta(2))
    assert kept(home) == new != old


def test_whoever_has_the_database_open_sees_what_was_restored(home: Path) -> None:
    """It is put into the file, not over it: nobody goes on writing to a file that has no name any more."""
    backup = back_up(home, on=TODAY)
    with a_database(home):
        goals = OrmGoals()
        goals.keep("moon", Note(on=DAY, text="later"), event=EVENT)
        restore(backup, home=home, on=TODAY)

        assert len(goals.get("moon").notes) == 1
        goals.keep("moon", Note(on=DAY, text="after"), event=EVENT)
        assert len(goals.get("moon").notes) == 2


@pytest.mark.long
def test_a_backup_with_one_byte_changed_is_refused(home: Path) -> None:
    """Wherever it is, in the copy or in its digest; and nothing is changed by trying."""
    backup = back_up(home, on=TODAY)
    whole, digest, present = (
        backup.read_bytes(),
        digest_of(backup).read_bytes(),
        (home / "twelfth.sqlite3").read_bytes(),
    )
    chance = random.Random(1998)

    for turn in range(FLIPS):
        victim, good = (digest_of(backup), digest) if turn % 10 == 9 else (backup, whole)
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= chance.randrange(1, 256)
        victim.write_bytes(changed)
        with pytest.raises(TwelfthError, match="is not as it was written"):
            restore(backup, home=home, on=TODAY)
        victim.write_bytes(good)

    assert (home / "twelfth.sqlite3").read_bytes() == present
    assert [one.file for one in backups_in(home)] == [backup]
    restore(backup, home=home, on=TODAY)


def test_a_backup_without_its_digest_is_refused(home: Path) -> None:
    """Nobody can tell whether it is whole."""
    backup = back_up(home, on=TODAY)
    digest_of(backup).unlink()

    with pytest.raises(TwelfthError, match="is not as it was written"):
        restore(backup, home=home, on=TODAY)


def with_names_that_are_no_text(content: bytes) -> bytes:
    """A database whose list of tables is damaged, so that SQLite's own message about it is no text."""
    assert b"CREATE TABLE" in content
    return content.replace(b"CREATE TABLE", b"CREATE TABL\x82")


def signed(file: Path) -> Path:
    """With a digest that fits, as somebody may write it who means well."""
    digest_of(file).write_text(digest_line(file, name=file.name))
    return file


def test_what_is_no_backup_of_twelfth_is_refused(home: Path, tmp_path: Path) -> None:
    """Damaged before it was signed, somebody else's database, or one of a newer Twelfth, or nothing."""
    backup = back_up(home, on=TODAY)
    damaged = tmp_path / "damaged.sqlite3"
    damaged.write_bytes(backup.read_bytes()[:9000] + bytes(5000) + backup.read_bytes()[14000:])
    other, newer = tmp_path / "other.sqlite3", tmp_path / "newer.sqlite3"
    newer.write_bytes(backup.read_bytes())
    with closing(sqlite_library().connect(other)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with closing(sqlite_library().connect(newer, isolation_level=None)) as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('kept', '9999', '2030-01-01')")

    with pytest.raises(TwelfthError, match="is damaged"):
        restore(signed(damaged), home=home, on=TODAY)
    with pytest.raises(TwelfthError, match="no backup of Twelfth"):
        restore(signed(other), home=home, on=TODAY)
    with pytest.raises(Conflict, match="written by a newer Twelfth"):
        restore(signed(newer), home=home, on=TODAY)
    with pytest.raises(NotFound, match="There is no backup"):
        restore(tmp_path / "none", home=home, on=TODAY)
    assert len(kept(home).notes) == 1


def test_a_restore_that_cannot_be_finished_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here somebody else is writing all the while."""
    backup = back_up(home, on=TODAY)
    write(home, "later")
    monkeypatch.setattr(restoration, "TIMEOUT", 0.05)
    real = restoration.opened

    def impatient(file: Path, *, journal: bool = False) -> object:
        connection = real(file, journal=journal)
        connection.execute("PRAGMA busy_timeout = 10")
        return connection

    monkeypatch.setattr(restoration, "opened", impatient)
    with closing(sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TwelfthError, match=r"keeps the database busy|has been writing"):
            restore(backup, home=home, on=TODAY)

    assert len(kept(home).notes) == 2
    assert not (home / restoration.STAGING).exists()


@pytest.mark.parametrize("damage", [lambda _: b"nonsense" * 1000, with_names_that_are_no_text])
def test_a_damaged_database_is_set_aside_and_replaced(damage: Callable[[bytes], bytes], home: Path) -> None:
    """The reason for most restores. Something may yet be saved from what was set aside."""
    backup, good = back_up(home, on=TODAY), kept(home)
    damaged = damage((home / "twelfth.sqlite3").read_bytes())
    (home / "twelfth.sqlite3").write_bytes(damaged)

    aside = restore(backup, home=home, on=TODAY)

    assert aside is not None
    assert aside.name == "damaged-2026-05-04-1.sqlite3"
    assert aside.read_bytes() == damaged
    assert kept(home) == good


def test_thirty_backups_are_kept(home: Path) -> None:
    """The oldest go first, by their day and not by their name; what is no backup stays."""
    back_up(home, on=TODAY)
    (home / "backups" / "mine.txt").write_text("x")
    for number in range(KEPT + 1):
        back_up(home, on=TODAY + timedelta(number // 12))

    found = backups_in(home)

    assert len(found) == KEPT
    assert [(one.on, one.number) for one in found][:2] == [(TODAY, 3), (TODAY, 4)]
    assert found[-1].on == TODAY + timedelta(2)
    assert sorted(path.name for path in (home / "backups").iterdir() if path.suffix != ".sqlite3") == sorted(
        ["mine.txt", *(digest_of(one.file).name for one in found)]
    )


def test_a_day_of_use_is_backed_up_once(home: Path, tmp_path: Path) -> None:
    """And where there is nothing yet, not at all."""
    assert back_up_daily(home, on=TODAY) == backups_in(home)[0].file
    assert back_up_daily(home, on=TODAY) is None
    assert back_up_daily(home, on=TODAY + timedelta(1)) is not None
    assert back_up_daily(tmp_path / "none", on=TODAY) is None
    with pytest.raises(NotFound, match="no database"):
        back_up(tmp_path / "none", on=TODAY)


def test_a_backup_made_while_others_write_is_whole(home: Path) -> None:
    """It holds what was there at one moment."""
    with closing(sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM kept_note")
        backup = back_up(home, on=TODAY)
        other.execute("ROLLBACK")

    restore(backup, home=home, on=TODAY)

    assert len(kept(home).notes) == 1


def test_the_doctor_finds_nothing_wrong_with_a_sound_database(home: Path) -> None:
    """And says what there is."""
    back_up(home, on=TODAY - timedelta(3))

    found = told(home)

    assert all(ok for ok, _ in found.values())
    assert found["goals"] == (True, "1")
    assert found["tables"] == (True, max(own_migrations()))
    assert found["last backup"] == (True, "2026-05-01, 3 days ago; 1 are kept")
    assert found["permissions of home"] == (True, "0700")


def test_the_doctor_says_what_is_wrong(home: Path, tmp_path: Path) -> None:
    """Line by line, and goes on to the next."""
    home.chmod(0o755)
    back_up(home, on=TODAY - timedelta(30))
    with closing(sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)) as connection:
        connection.execute("UPDATE kept_note SET goal_id = 77")
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('kept', '9999', '2030-01-01')")
    loose = told(home)
    (home / "twelfth.sqlite3").write_bytes(with_names_that_are_no_text((home / "twelfth.sqlite3").read_bytes()))
    unreadable = told(home)
    (home / "twelfth.sqlite3").write_bytes(b"nonsense" * 1000)
    damaged = told(home)

    assert loose["permissions of home"] == (False, "0755, so others may look in; expected 0700")
    assert loose["foreign keys"] == (False, "1 rows that belong to nothing")
    assert loose["tables"] == (False, "9999, newer than this Twelfth")
    assert loose["last backup"][0] is False
    assert loose["integrity"] == (True, "ok")
    for broken in (damaged, unreadable):
        assert not broken["file"][0]
        assert "damaged" in broken["file"][1]
    assert "file" in told(tmp_path / "none")


CANARY = "canary-7f3a"


def test_an_erased_goal_leaves_no_trace_in_any_file(tmp_path: Path) -> None:
    """Not in free pages, nor in the log, nor in a backup; what belongs to other goals stays, in the backups too."""
    home = tmp_path / "home"
    with a_database(home):
        goals = OrmGoals()
        secret = Begun(
            card=CARD, things=(*THINGS, *(Note(on=DAY, text=f"{CARD.name} {CANARY} {n}" * 50) for n in range(99)))
        )
        other = Begun(
            card=type(CARD)(name="other", title="Other", pack="blank", begun=DAY), things=(Note(on=DAY, text="x"),)
        )
        goals.begin(secret, event=EVENT)
        goals.begin(other, event=EVENT)
        backup = back_up(home, on=TODAY)
        damaged = back_up(home, on=TODAY)
        damaged.write_bytes(damaged.read_bytes() + b"x")
        for left in (home / ".restored.new", home / "backups" / ".x.new", home / "backups" / "damaged-2026-1.sqlite3"):
            left.write_text(CANARY)
        for row in goals.get("moon").notes[50:]:
            goals.drop("moon", Note, row=row.id, was=1, event=EVENT)
        before = [path for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]

        goals.erase("moon", event=EVENT)

        after = [path for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
        names = sorted(path.name for path in (home / "backups").iterdir())
        assert len(before) >= 3
        assert after == []
        assert names == [backup.name, digest_of(backup).name]
    restore(backup, home=home, on=TODAY)
    with a_database(home):
        assert [one.thing.name for one in OrmGoals().cards()] == ["other"]
        assert [row.thing.text for row in OrmGoals().get("other").notes] == ["x"]
