"""Which settings keep every row that was acknowledged, on which version of SQLite.

SQLite 3.7.0 to 3.51.2 has a fault: two connections that write and checkpoint a write-ahead log at once can lose rows
that were committed. It was mended in 3.51.3, and in 3.50.7 and 3.44.6 of the older lines. On any other version there is
no write-ahead log here, whatever the file says. With WAL and `synchronous` NORMAL, the usual advice for the web, a
power cut takes the last commits with it; FULL costs one more wait for the disk and keeps them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from time import monotonic, sleep
from typing import Any

from twelfth.base import TwelfthError

MENDED = (3, 51, 3)
MENDED_IN_LINE = {(3, 50): 7, (3, 44): 6}
TIMEOUT = 20
"""Seconds a connection waits for another."""
BACKEND = "django.db.backends.sqlite3.base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """mode: how SQLite can go back. synchronous: how often it waits for the disk; 2 is FULL and 3 EXTRA."""

    mode: str
    synchronous: int


WRITE_AHEAD = Journal(mode="wal", synchronous=2)
ROLL_BACK = Journal(mode="truncate", synchronous=3)


def journal_of(version: tuple[int, ...]) -> Journal:
    """The journal on a version of SQLite.

    >>> journal_of((3, 51, 3)).mode, journal_of((3, 51, 2)).mode, journal_of((3, 44, 6)).mode
    ('wal', 'truncate', 'wal')
    """
    line, patch = tuple(version[:2]), version[2]
    mended = tuple(version) >= MENDED or patch >= MENDED_IN_LINE.get((line[0], line[1]), sys.maxsize)
    return WRITE_AHEAD if mended else ROLL_BACK


@cache
def sqlite_library() -> Any:
    """The module through which everything here talks to SQLite: pysqlite3 where it is installed, else Python's own.

    One for the whole process. Two copies of SQLite in one process would each release the locks of the other.
    """
    if BACKEND in sys.modules:
        return sys.modules[BACKEND].Database
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        from sqlite3 import dbapi2
    return dbapi2


def prepare(connection: Any, version: tuple[int, ...], *, journal: bool = True) -> None:
    """Set a new connection up and see that its tables can be read. journal: also how it can go back, which may write
    to the file.

    Raises:
        DatabaseError: of the library: the file is no database, or its list of tables is damaged.
        TwelfthError: the file has a write-ahead log, this SQLite must not have one, and somebody else holds it open.
    """
    with damage_told():
        for pragma in (
            "cell_size_check = ON",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",  # nothing of what is sorted or vacuumed goes through a folder of others
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if journal:
            wanted = journal_of(version)
            _set_mode(connection, wanted.mode)
            connection.execute(f"PRAGMA synchronous = {wanted.synchronous}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextmanager
def damage_told() -> Iterator[None]:
    """Where the list of tables is damaged SQLite quotes from it, and Python cannot read a quotation that is no text.

    Raises:
        DatabaseError: of the library, in place of what Python raises.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise sqlite_library().DatabaseError("malformed list of tables, in bytes that are no text") from error


def _set_mode(connection: Any, mode: str) -> None:
    """SQLite does not wait for others when the mode is changed, so this does."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == mode and mode == WRITE_AHEAD.mode:
        return
    end = monotonic() + TIMEOUT
    while True:
        try:
            if connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0] == mode:
                return
            held = "it is open in another program"
        except sqlite_library().OperationalError as error:
            if "locked" not in str(error):
                raise
            held = str(error)
        if monotonic() > end:
            raise TwelfthError(
                f"The database cannot be set to the journal {mode!r}: {held}.",
                next_step="Close every other Twelfth and try again.",
            )
        sleep(0.01)
