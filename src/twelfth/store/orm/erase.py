"""After a goal was erased: nothing of it is left in a file, neither in free pages nor in the log nor in a backup."""

from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import Error, connection

from twelfth.base import TwelfthError
from twelfth.store.orm.backup import (
    backups_in,
    check_digest,
    copy_into,
    digest_of,
    flush,
    keep_with_digest,
    opened,
)
from twelfth.store.orm.plain_errors import plain_errors
from twelfth.store.orm.sqlite.guard import sqlite_library

LEFT_OVER = (".*.new", "backups/.*.new", "backups/damaged-*")
"""Copies that were never finished, and damaged ones that were set aside: no goal can be taken out of them."""


def leave_no_trace(goal: str) -> None:
    """Rewrite the file without its free pages, empty the log, and take the goal out of every backup.

    A backup that cannot be read is removed: it could not be restored either. So is what a restore set aside.

    Raises:
        TwelfthError: the goal is erased, but somebody else holds the log or a file open so that traces may be left.
    """
    if connection.vendor != "sqlite":
        return
    home = Path(str(connection.settings_dict["NAME"])).parent
    library = sqlite_library()
    with plain_errors(Error, library.Error, OSError):
        for backup in backups_in(home):
            _take_out(backup.file, goal)
        for pattern in LEFT_OVER:
            for file in home.glob(pattern):
                file.unlink()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    if busy:
        raise TwelfthError(
            "The goal is erased, but another window is reading, so traces of it may be left in the log.",
            next_step="Close every Twelfth; the log goes with the last one.",
        )


def _take_out(backup: Path, goal: str) -> None:
    """Write a backup anew without a goal, or remove it where it cannot be read."""
    staging = backup.with_name(f".{backup.name}.new")
    try:
        check_digest(backup, beside=backup)
        with closing(opened(backup)) as source:
            if not _goals(source, goal):
                return
            copy_into(source, staging)
        with closing(opened(staging)) as copy:
            _delete(copy, _goals(copy, goal))
        flush(staging)
        keep_with_digest(staging, backup)
    except (sqlite_library().DatabaseError, TwelfthError):
        backup.unlink()
        digest_of(backup).unlink(missing_ok=True)
    finally:
        staging.unlink(missing_ok=True)


def _goals(sqlite: Any, name: str) -> list[int]:
    """The number of a goal, in a list that is empty where it is not there."""
    return [number for (number,) in sqlite.execute("SELECT id FROM kept_goal WHERE name = ?", (name,))]


def _delete(sqlite: Any, goals: list[int]) -> None:
    """Whatever tables a backup of whatever age has: those whose rows name their goal."""
    sqlite.execute("PRAGMA foreign_keys = OFF")
    sqlite.execute("PRAGMA journal_mode = MEMORY")
    names = [name for (name,) in sqlite.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in names:
        columns = [column[1] for column in sqlite.execute(f'PRAGMA table_info("{table}")')]
        key = "goal_id" if "goal_id" in columns else "id" if table == "kept_goal" else ""
        if key:
            sqlite.executemany(f'DELETE FROM "{table}" WHERE "{key}" = ?', [(goal,) for goal in goals])
    sqlite.execute("VACUUM")
