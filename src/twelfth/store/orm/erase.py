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
    staging_of,
)
from twelfth.store.orm.came_before import forget_before_in, is_before_in
from twelfth.store.orm.plain_errors import plain_errors
from twelfth.store.orm.sqlite.guard import sqlite_library

LEFT_OVER = (".*.new", "backups/.*.new", "backups/damaged-*")
"""Copies that were never finished, and damaged ones that were set aside: no goal can be taken out of them."""


def take_out_of_backups(goal: str) -> None:
    """Take a goal out of every backup there is. Called before it is erased too: what cannot be done, for want of room
    say, can then be asked for again.

    A backup that is damaged is removed: it could not be restored either. So is what a restore set aside.

    Raises:
        TwelfthError: a backup cannot be written anew.
    """
    if connection.vendor != "sqlite":
        return
    home = Path(str(connection.settings_dict["NAME"])).parent
    with plain_errors(sqlite_library().Error, OSError):
        for backup in backups_in(home):
            _take_out(backup.file, goal)
        for pattern in LEFT_OVER:
            for file in home.glob(pattern):
                file.unlink()


def leave_no_trace(goal: str) -> None:
    """Rewrite the file without its free pages, empty the log, and see to it that no backup has the goal.

    Raises:
        TwelfthError: the goal is erased, but traces of it may be left, for want of room or because somebody reads.
    """
    if connection.vendor != "sqlite":
        return
    try:
        take_out_of_backups(goal)
        with plain_errors(Error), connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    except TwelfthError as error:
        raise TwelfthError(
            f"The goal is erased, but traces of it may be left in the log. {str(error).partition('.')[0]}.",
            next_step="See to that, then close every Twelfth; the log goes with the last one.",
        ) from error
    if busy:
        raise TwelfthError(
            "The goal is erased, but another window is reading, so traces of it may be left in the log.",
            next_step="Close every Twelfth; the log goes with the last one.",
        )


def _take_out(backup: Path, goal: str) -> None:
    """Write a backup anew without a goal, or remove it where it is damaged. A good one stays where it cannot be
    written anew."""
    staging = staging_of(backup)
    library = sqlite_library()
    try:
        check_digest(backup, beside=backup)
        with closing(opened(backup)) as source:
            if not (_goals(source, goal) or is_before_in(source, goal)):
                return
            copy_into(source, staging)
        with closing(opened(staging)) as copy:
            _delete(copy, goal)
        flush(staging)
        keep_with_digest(staging, backup)
    except library.OperationalError:
        raise  # no room, or somebody holds it
    except (library.DatabaseError, TwelfthError):
        backup.unlink()
        digest_of(backup).unlink(missing_ok=True)
    finally:
        staging.unlink(missing_ok=True)


def _goals(sqlite: Any, name: str) -> list[int]:
    """The number of a goal, in a list that is empty where it is not there, or where no goals were kept yet."""
    if not sqlite.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept_goal'").fetchone():
        return []
    return [number for (number,) in sqlite.execute("SELECT id FROM kept_goal WHERE name = ?", (name,))]


def _delete(sqlite: Any, name: str) -> None:
    """Whatever tables a backup of whatever age has: those whose rows name their goal."""
    goals = _goals(sqlite, name)
    sqlite.execute("PRAGMA foreign_keys = OFF")
    sqlite.execute("PRAGMA journal_mode = MEMORY")
    forget_before_in(sqlite, name)
    tables = [table for (table,) in sqlite.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        columns = [column[1] for column in sqlite.execute(f'PRAGMA table_info("{table}")')]
        key = "goal_id" if "goal_id" in columns else "id" if table == "kept_goal" else ""
        if key:
            sqlite.executemany(f'DELETE FROM "{table}" WHERE "{key}" = ?', [(goal,) for goal in goals])
    sqlite.execute("VACUUM")
