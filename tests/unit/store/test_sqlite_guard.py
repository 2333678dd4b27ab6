"""Which SQLite may have a write-ahead log, and what a connection is really set to."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.shelves_of_goals import a_database

from twelfth.base import TwelfthError
from twelfth.store.orm.sqlite import guard
from twelfth.store.orm.sqlite.guard import ROLL_BACK, WRITE_AHEAD, journal_of, prepare, sqlite_library

MENDED = [(3, 51, 3), (3, 51, 4), (3, 52, 0), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 50, 8), (3, 44, 6), (3, 44, 9)]
NOT_MENDED = [(3, 51, 2), (3, 51, 0), (3, 50, 6), (3, 50, 0), (3, 49, 9), (3, 45, 0), (3, 44, 5), (3, 43, 9)]
LONG_AGO = [(3, 40, 1), (3, 7, 0), (3, 6, 23), (2, 99, 99)]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with a_database(tmp_path / "home"):
        yield tmp_path / "home"


def pragma(name: str) -> object:
    from django.db import connection

    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize("version", MENDED, ids=str)
def test_a_mended_sqlite_has_a_write_ahead_log_that_waits_for_the_disk(version: tuple[int, ...]) -> None:
    """WAL with FULL: NORMAL loses the last commits in a power cut."""
    assert journal_of(version) == WRITE_AHEAD
    assert (WRITE_AHEAD.mode, WRITE_AHEAD.synchronous) == ("wal", 2)


@pytest.mark.parametrize("version", NOT_MENDED + LONG_AGO, ids=str)
def test_no_other_sqlite_has_one(version: tuple[int, ...]) -> None:
    """TRUNCATE with EXTRA, never WAL."""
    assert journal_of(version) == ROLL_BACK
    assert (ROLL_BACK.mode, ROLL_BACK.synchronous) == ("truncate", 3)


def test_the_connection_is_set_as_the_guard_says(home: Path) -> None:
    """By this SQLite's version, whatever it is."""
    wanted = journal_of(sqlite_library().sqlite_version_info)

    assert (pragma("journal_mode"), pragma("synchronous")) == (wanted.mode, wanted.synchronous)


@pytest.mark.parametrize(
    ("name", "value"),
    [("foreign_keys", 1), ("trusted_schema", 0), ("secure_delete", 1), ("busy_timeout", 20_000), ("temp_store", 2)],
)
def test_a_connection_is_set_to_trust_nothing_and_to_wait(name: str, value: int, home: Path) -> None:
    """Keys are checked, the file's own schema runs no function, what is deleted is overwritten."""
    assert pragma(name) == value


def test_a_write_takes_the_lock_when_it_begins_and_a_reading_does_not(home: Path) -> None:
    """IMMEDIATE for what writes; whoever reads waits for nobody."""
    from django.db import connection

    from twelfth.store.orm.transactions import reading, writing

    library = sqlite_library()
    with closing(library.connect(home / "twelfth.sqlite3", timeout=0, isolation_level=None)) as other:
        with reading():
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        with writing(), pytest.raises(library.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    assert connection.transaction_mode == "IMMEDIATE"  # type: ignore[attr-defined]


@pytest.mark.skipif("pysqlite3" not in sqlite_library().__name__, reason="pysqlite3 is not installed")
def test_django_speaks_to_the_chosen_sqlite_and_nobody_else_does(home: Path) -> None:
    """The name of Python's own is given back."""
    import sys

    from django.db import connection

    assert connection.Database is sqlite_library()  # type: ignore[attr-defined]
    assert sys.modules["sqlite3"] is sqlite3
    assert sqlite3.__name__ == "sqlite3"
    assert sys.modules["sqlite3.dbapi2"].__name__ == "sqlite3.dbapi2"


def test_a_write_ahead_log_is_taken_away_on_a_sqlite_that_must_not_have_one(tmp_path: Path) -> None:
    """Also where the file came from elsewhere with one."""
    library = sqlite_library()
    file = tmp_path / "a.sqlite3"
    with closing(library.connect(file)) as before:
        assert before.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",)
        before.execute("CREATE TABLE t (a)")

    with closing(library.connect(file)) as after:
        prepare(after, (3, 40, 1))

        assert after.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        assert after.execute("PRAGMA synchronous").fetchone() == (3,)


def test_a_write_ahead_log_that_somebody_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than used."""
    monkeypatch.setattr(guard, "TIMEOUT", 0.05)
    library = sqlite_library()
    file = tmp_path / "a.sqlite3"
    with closing(library.connect(file)) as holder, closing(library.connect(file, timeout=0)) as after:
        holder.execute("PRAGMA journal_mode = wal")
        holder.execute("CREATE TABLE t (a)")
        holder.execute("BEGIN")
        holder.execute("SELECT * FROM t").fetchall()

        with pytest.raises(TwelfthError, match="cannot be set to the journal 'truncate'"):
            prepare(after, (3, 51, 2))


def test_an_error_that_is_no_lock_is_not_waited_for(tmp_path: Path) -> None:
    """It comes at once."""
    library = sqlite_library()

    def broken(sql: str) -> object:
        if "journal_mode =" in sql:
            raise library.OperationalError("disk I/O error")
        return SimpleNamespace(fetchone=lambda: ("delete",))

    with pytest.raises(library.OperationalError, match="disk"):
        prepare(SimpleNamespace(execute=broken), (3, 53, 0))


def test_importing_the_store_loads_no_django(tmp_path: Path) -> None:
    """Nor a database; they take longer than most answers."""
    import subprocess
    import sys

    code = (
        "import sys, twelfth.store, twelfth.store.orm; sys.exit(any(n in sys.modules for n in ('django', 'pysqlite3')))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=120, env=os.environ)

    assert done.returncode == 0
