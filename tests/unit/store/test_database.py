"""Opening a database: whose it is, which version its tables have, and what is said where it cannot be opened."""

from datetime import date
from pathlib import Path

import pytest
from tests.kept_goals import BEGUN, DAY, EVENT, PLAIN_CARD
from tests.shelves_of_goals import a_database

from twelfth.base import Conflict, InvalidInput, TwelfthError
from twelfth.store import Opened, OrmGoals, open_database
from twelfth.store.orm import plain_errors
from twelfth.store.orm.address import postgresql_at
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import Begun, Note


def filled(home: Path) -> None:
    with a_database(home):
        OrmGoals().begin(BEGUN, event=EVENT)


def sql(home: Path, *statements: str) -> None:
    connection = sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)
    for one in statements:
        connection.execute(one)
    connection.close()


def test_the_home_is_the_owners_alone(tmp_path: Path) -> None:
    """Folder, file, log, backups."""
    with a_database(tmp_path / "a" / "home"):
        OrmGoals().begin(BEGUN, event=EVENT)
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "a" / "home").iterdir()}

    assert (tmp_path / "a" / "home").stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}
    assert "twelfth.sqlite3" in modes


def test_a_folder_that_was_there_is_left_as_it_is(tmp_path: Path) -> None:
    """It may be somebody's Documents; the file in it is for nobody else all the same."""
    home = tmp_path / "open"
    home.mkdir()
    home.chmod(0o755)

    with a_database(home):
        pass

    assert home.stat().st_mode & 0o777 == 0o755
    assert (home / "twelfth.sqlite3").stat().st_mode & 0o777 == 0o600


def test_opening_says_what_was_done(tmp_path: Path) -> None:
    """A new database, and one that is as it should be."""
    home = tmp_path / "home"
    with a_database(home):
        pass

    again = open_database(home)

    assert again == Opened(home=home, file=home / "twelfth.sqlite3", new=False, changed=False)


def test_one_process_may_open_one_home_after_another(tmp_path: Path) -> None:
    """The last one opened is the one that is open, also for a shelf made before."""
    goals = OrmGoals()
    filled(tmp_path / "one")

    with a_database(tmp_path / "two"):
        assert goals.cards() == ()
        goals.begin(Begun(card=PLAIN_CARD), event=EVENT)
    with a_database(tmp_path / "one"):
        assert [one.thing.name for one in goals.cards()] == ["moon"]


def test_other_threads_see_the_home_opened_last(tmp_path: Path) -> None:
    """A thread that had the first one open talks to the second."""
    from concurrent.futures import ThreadPoolExecutor

    goals = OrmGoals()
    with ThreadPoolExecutor(1) as thread:
        with a_database(tmp_path / "one"):
            goals.begin(BEGUN, event=EVENT)
            assert len(thread.submit(goals.cards).result()) == 1
        with a_database(tmp_path / "two"):
            assert thread.submit(goals.cards).result() == ()
            from django.db import connections

            thread.submit(connections.close_all).result()


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    """In a plain sentence; nothing is backed up or written."""
    home = tmp_path / "home"
    filled(home)
    sql(home, "INSERT INTO django_migrations (app, name, applied) VALUES ('kept', '9999_later', '2030-01-01')")
    before = (home / "twelfth.sqlite3").read_bytes()

    with pytest.raises(Conflict, match=r"written by a newer Twelfth \(9999_later\)") as error:
        open_database(home)

    assert "Install the newer Twelfth" in error.value.next_step
    assert (home / "twelfth.sqlite3").read_bytes() == before
    assert not (home / "backups").exists()


def test_a_database_is_backed_up_before_its_tables_are_changed(tmp_path: Path) -> None:
    """Here an older one, with the note that its tables were made taken out."""
    home = tmp_path / "home"
    with a_database(home):
        pass
    names = [
        f"DROP TABLE {name}"
        for (name,) in sqlite_library()
        .connect(home / "twelfth.sqlite3")
        .execute("SELECT name FROM sqlite_master WHERE name LIKE 'kept_%' AND type = 'table'")
    ]
    sql(home, "PRAGMA foreign_keys = OFF", *names, "DELETE FROM django_migrations", "CREATE TABLE old (a)")

    opened = open_database(home, today=date(2026, 5, 4))

    assert opened.changed
    assert [path.name for path in sorted((home / "backups").iterdir())] == [
        "twelfth-2026-05-04.sqlite3",
        "twelfth-2026-05-04.sqlite3.sha256",
    ]


def test_a_change_of_tables_that_cannot_be_finished_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed or not, half a change would be one that nobody can finish."""
    from django.db.migrations.recorder import MigrationRecorder

    home = tmp_path / "home"

    def no_room(*_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(MigrationRecorder, "record_applied", no_room)
        with pytest.raises(OSError, match="no room"):
            open_database(home)
    tables = sqlite_library().connect(home / "twelfth.sqlite3").execute("SELECT name FROM sqlite_master").fetchall()

    assert tables == []
    with a_database(home):
        OrmGoals().begin(BEGUN, event=EVENT)


def test_the_tables_are_as_the_migrations_make_them(tmp_path: Path) -> None:
    """A column added to a model without a migration would be missing from every database."""
    with a_database(tmp_path / "home"):
        from django.core.management import call_command

        call_command("makemigrations", "kept", check=True, dry_run=True, verbosity=0)


def test_settings_of_others_are_added_to_those_there_are(tmp_path: Path) -> None:
    """Apps are added up; what Django is built from cannot be another all at once."""
    open_database(tmp_path / "home", settings={"INSTALLED_APPS": ["django.contrib.messages"], "TWELFTH_TRIED": 1})
    from django.apps import apps
    from django.conf import settings
    from django.db import connections

    from twelfth.store.orm import django_settings

    open_database(tmp_path / "home", settings={"TWELFTH_TRIED": 2})
    connections.close_all()

    assert apps.is_installed("django.contrib.messages")
    assert apps.is_installed("twelfth.store.orm")
    assert settings.TWELFTH_TRIED == 2
    given = django_settings._given.setdefault("MIDDLEWARE", ["some.middleware"])
    try:
        with pytest.raises(Conflict, match="another MIDDLEWARE"):
            open_database(tmp_path / "home", settings={"MIDDLEWARE": ["another.middleware"]})
    finally:
        if given == ["some.middleware"]:
            del django_settings._given["MIDDLEWARE"]


@pytest.mark.parametrize("content", [b"not a database at all, and long enough to be read as one" * 90, b"x"])
def test_a_file_that_is_no_database_is_said_to_be_damaged(content: bytes, tmp_path: Path) -> None:
    """And stays as it is."""
    (tmp_path / "twelfth.sqlite3").write_bytes(content)

    with pytest.raises(TwelfthError, match="no database, or it is damaged") as error:
        open_database(tmp_path)

    assert "Restore a backup" in error.value.next_step
    assert (tmp_path / "twelfth.sqlite3").read_bytes() == content


def test_a_database_with_a_damaged_list_of_tables_is_said_to_be_damaged(tmp_path: Path) -> None:
    """Although SQLite's own message about it cannot be read."""
    with a_database(tmp_path / "home"):
        pass
    file = tmp_path / "home" / "twelfth.sqlite3"
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE", b"CREATE TABL\x82"))

    with (
        pytest.raises(TwelfthError, match="no database, or it is damaged"),
        a_database(tmp_path / "home"),
    ):
        pytest.fail("it was opened")


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """In a plain sentence."""
    (tmp_path / "home").write_text("x")

    with pytest.raises(TwelfthError, match="cannot hold the database"):
        open_database(tmp_path / "home")


def test_a_database_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    """Reading goes on."""
    home = tmp_path / "home"
    filled(home)
    with a_database(home):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON")
        with pytest.raises(TwelfthError, match="may only be read") as error:
            OrmGoals().keep("moon", Note(on=DAY, text="x"), event=EVENT)

        assert len(OrmGoals().cards()) == 1
    assert "Allow writing" in error.value.next_step


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """What was kept is there, what was not is not, and it works again once there is room."""
    with a_database(tmp_path / "home"):
        from django.db import connection

        goals = OrmGoals()
        goals.begin(BEGUN, event=EVENT)
        before = goals.get("moon")
        with connection.cursor() as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(TwelfthError, match="disk is full"):
            goals.keep("moon", Note(on=DAY, text="x" * 1_000_000), event=EVENT)
        assert goals.get("moon") == before
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1000000")
        goals.keep("moon", Note(on=DAY, text="x" * 1_000_000), event=EVENT)

        assert len(goals.get("moon").notes) == 2


def test_whoever_waits_too_long_is_told_that_somebody_else_is_writing(tmp_path: Path) -> None:
    """After the timeout, here cut short."""
    home = tmp_path / "home"
    with a_database(home):
        from django.db import connection

        goals = OrmGoals()
        goals.begin(BEGUN, event=EVENT)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 20")
        other = sqlite_library().connect(home / "twelfth.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TwelfthError, match="Somebody else has been writing"):
            goals.keep("moon", Note(on=DAY, text="x"), event=EVENT)
        other.close()

        assert goals.keep("moon", Note(on=DAY, text="x"), event=EVENT)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("unable to open database file", "cannot be opened"),
        ("disk I/O error", "does not read or write as it should"),
        ('connection to server at "127.0.0.1", port 1 failed: Connection refused', "cannot be reached"),
        ("something new", "refused: something new"),
    ],
)
def test_whatever_a_database_says_becomes_a_sentence(message: str, told: str) -> None:
    """Also what nobody has thought of."""
    assert told in str(plain_errors.sentence_for(message))


def test_an_address_is_read_as_it_is_written() -> None:
    """Signs that mean something in an address are escaped in it."""
    found = postgresql_at("postgresql://an%40a:p%2Fw@db.example:6543/my%20base?sslmode=require")

    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "my base",
        "USER": "an@a",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "6543",
    }
    assert found["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("url", ["mysql://a:hunter2@b/c", "postgresql://a:hunter2@b:port/c", "//a:hunter2@b"])
def test_an_address_of_another_kind_is_refused_without_its_password(url: str) -> None:
    """Messages end up in logs."""
    with pytest.raises(InvalidInput) as error:
        postgresql_at(url)

    assert "hunter2" not in str(error.value)


def test_a_server_that_is_not_there_is_said_to_be_out_of_reach(tmp_path: Path) -> None:
    """No traceback of a driver."""
    with pytest.raises(TwelfthError, match="cannot be reached"):
        open_database(tmp_path, url="postgresql://nobody@127.0.0.1:9/none?connect_timeout=2")
