"""Putting a backup in the place of the database: whole or not at all, and what was there is kept as a backup first.

A backup is not put over the file of the database but into it, in one transaction, so that whoever has it open sees the
old or the new and nothing between. Only where the present file cannot be read is it set aside and replaced.
"""

import shutil
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from time import monotonic

from twelfth.base import NotFound, Said, TwelfthError
from twelfth.store.orm.address import BACKUPS, FILE_FOR_THE_OWNER, FOR_THE_OWNER, file_of, make_home
from twelfth.store.orm.backup import back_up, check_digest, flush, opened
from twelfth.store.orm.plain_errors import plain_errors
from twelfth.store.orm.schema import applied_in, check_not_newer
from twelfth.store.orm.sqlite.guard import TIMEOUT, sqlite_library

STAGING = ".restored.new"


def restore(file: Path, *, home: Path, on: date) -> Path | None:
    """Make a backup the database of a folder; where the one that was there is kept, None if there was none.

    Afterwards `open_database` brings its tables up to date. on: the day, for the name of what is kept.

    Raises:
        NotFound: there is no such file.
        Conflict: it was written by a newer Twelfth.
        TwelfthError: it is not as it was written, or not sound, or cannot be put in place. Nothing was changed.
    """
    if not file.is_file():
        raise NotFound(f"There is no backup {str(file)!r}.")
    new = make_home(home)
    staging = home / STAGING
    with plain_errors(sqlite_library().Error, OSError):
        try:
            staging.unlink(missing_ok=True)
            staging.touch(mode=FILE_FOR_THE_OWNER)
            shutil.copyfile(file, staging)
            _check_sound(staging, file)
            flush(staging)
            sound = new or _can_be_read(file_of(home))
            kept = None if new else back_up(home, on=on) if sound else _set_aside(home, on)
            _put_in(staging, home) if sound else _put_over(staging, home)
        finally:
            staging.unlink(missing_ok=True)
    return kept


def _check_sound(staging: Path, file: Path) -> None:
    """A copy is looked at, so that nobody can change it between the look and the use."""
    check_digest(staging, beside=file)
    if not _can_be_read(staging):
        raise TwelfthError(
            Said("The backup %(name)s is damaged.", name=repr(file.name)), next_step="Take another backup."
        )
    with closing(opened(staging)) as connection:
        applied = applied_in(connection)
    if not applied:
        raise TwelfthError(
            Said("%(name)s is no backup of Twelfth.", name=repr(file.name)),
            next_step="Take one from the folder of backups.",
        )
    check_not_newer(applied, where=f"The backup {file.name!r}")


def _can_be_read(file: Path) -> bool:
    try:
        with closing(opened(file)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except sqlite_library().DatabaseError as error:
        if "locked" in str(error):
            raise
        return False


def _set_aside(home: Path, on: date) -> Path:
    """A damaged database is kept as it is: somebody may yet save something from it."""
    folder = home / BACKUPS
    folder.mkdir(mode=FOR_THE_OWNER, exist_ok=True)
    number = 1
    while (target := folder / f"damaged-{on}-{number}.sqlite3").exists():
        number += 1
    target.touch(mode=FILE_FOR_THE_OWNER)
    shutil.copyfile(file_of(home), target)
    flush(target)
    return target


def _put_in(staging: Path, home: Path) -> None:
    end = monotonic() + TIMEOUT

    def not_for_ever(_status: int, _left: int, _all: int) -> None:
        if monotonic() > end:
            raise TwelfthError(
                "Another window keeps the database busy. Nothing was changed.", next_step="Close it and try again."
            )

    with closing(opened(staging)) as source, closing(opened(file_of(home), journal=True)) as target:
        source.backup(target, progress=not_for_ever)


def _put_over(staging: Path, home: Path) -> None:
    database = file_of(home)
    for ending in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            database.with_name(database.name + ending).unlink()
    staging.replace(database)
    flush(home)
