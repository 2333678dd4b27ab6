"""Backups: dated copies of the whole database beside it, each with its SHA-256, the last thirty of them.

A copy is whole and compact (VACUUM INTO), and can be made while others write. Only SQLite is backed up here; a server
has means of its own.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from twelfth.base import NotFound, Said, TwelfthError
from twelfth.store.orm.address import BACKUPS, FILE_FOR_THE_OWNER, FOR_THE_OWNER, file_of
from twelfth.store.orm.plain_errors import plain_errors
from twelfth.store.orm.sqlite.guard import TIMEOUT, prepare, sqlite_library

KEPT = 30
NAME = re.compile(r"twelfth-(\d{4}-\d{2}-\d{2})(?:-(\d+))?\.sqlite3", re.ASCII)
DIGEST_ENDS = ".sha256"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Backup:
    """A backup by its day, and by its number among those of one day."""

    on: date
    number: int
    file: Path

    @property
    def digest(self) -> Path:
        return digest_of(self.file)


def digest_of(file: Path) -> Path:
    """The file beside a backup that holds its SHA-256."""
    return file.with_name(file.name + DIGEST_ENDS)


def backups_in(home: Path) -> tuple[Backup, ...]:
    """The backups there are, the oldest first."""
    folder = home / BACKUPS
    found = []
    for file in folder.iterdir() if folder.is_dir() else ():
        match = NAME.fullmatch(file.name)
        with suppress(ValueError):  # no day of the calendar: not one of ours
            if match:
                found.append(Backup(on=date.fromisoformat(match[1]), number=int(match[2] or 1), file=file))
    return tuple(sorted(found))


def back_up(home: Path, *, on: date) -> Path:
    """Copy the database in a folder to `backups/twelfth-<on>[-n].sqlite3`; the oldest beyond thirty goes.

    Raises:
        NotFound: there is no database.
        TwelfthError: it cannot be read, or the copy cannot be written.
    """
    if not file_of(home).is_file():
        raise NotFound(f"There is no database in {str(home)!r} to back up.")
    library = sqlite_library()
    with plain_errors(library.Error, OSError):
        folder = home / BACKUPS
        folder.mkdir(mode=FOR_THE_OWNER, exist_ok=True)
        target = _claimed(home, on)
        staging = staging_of(target)
        try:
            with closing(opened(file_of(home))) as connection:
                copy_into(connection, staging)
            keep_with_digest(staging, target)
        finally:
            staging.unlink(missing_ok=True)  # a copy that was not finished would take the room there still is
            if not target.exists():
                digest_of(target).unlink(missing_ok=True)
        for old in backups_in(home)[:-KEPT]:
            old.file.unlink(missing_ok=True)
            old.digest.unlink(missing_ok=True)
    return target


def back_up_daily(home: Path, *, on: date) -> Path | None:
    """Back up once a day of use: None where there is a backup of that day, or no database yet."""
    if not file_of(home).is_file() or any(one.on == on for one in backups_in(home)):
        return None
    return back_up(home, on=on)


def opened(file: Path, *, journal: bool = False) -> Any:
    """A plain connection to a file that is there."""
    library = sqlite_library()
    connection = library.connect(str(file.absolute()), timeout=TIMEOUT, isolation_level=None)
    try:
        prepare(connection, library.sqlite_version_info, journal=journal)
    except Exception:
        connection.close()
        raise
    return connection


def staging_of(target: Path) -> Path:
    """A name for what is being written, of nobody else's: two windows may back up at once."""
    return target.with_name(f".{target.name}.{token_hex(4)}.new")


def copy_into(connection: Any, staging: Path) -> None:
    """A compact copy of what a connection sees, for nobody else to read, on the disk when this returns."""
    staging.unlink(missing_ok=True)
    staging.touch(mode=FILE_FOR_THE_OWNER)
    connection.execute("VACUUM INTO ?", (str(staging.absolute()),))
    flush(staging)


def keep_with_digest(staging: Path, target: Path) -> None:
    """Give a finished copy its name. Its digest comes first: a copy without one would be refused."""
    digest = digest_of(target)
    with _written(digest) as file:
        file.write(digest_line(staging, name=target.name).encode())
    staging.replace(target)
    flush(target.parent)


def digest_line(file: Path, *, name: str) -> str:
    """What stands in the file beside a backup, as `sha256sum` writes it."""
    return f"{sha256(file.read_bytes()).hexdigest()}  {name}\n"


def check_digest(file: Path, *, beside: Path) -> None:
    """Raises TwelfthError where a file is not, byte for byte, what was written as the backup `beside`."""
    try:
        stated = digest_of(beside).read_bytes()
    except FileNotFoundError:
        stated = b""
    if stated != digest_line(file, name=beside.name).encode():
        raise TwelfthError(
            Said("The backup %(name)s is not as it was written: its SHA-256 does not fit.", name=repr(beside.name)),
            next_step="Take another backup.",
        )


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such call for folders
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _written(target: Path) -> Iterator[Any]:
    """A small file, whole or not at all."""
    staging = staging_of(target)
    try:
        staging.touch(mode=FILE_FOR_THE_OWNER)
        with staging.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        staging.replace(target)
    finally:
        staging.unlink(missing_ok=True)


def _claimed(home: Path, on: date) -> Path:
    """A name that nobody else has or gets. Whoever makes the file of its digest first has it."""
    number = max((one.number for one in backups_in(home) if one.on == on), default=0)
    while True:
        number += 1
        target = home / BACKUPS / (f"twelfth-{on}.sqlite3" if number == 1 else f"twelfth-{on}-{number}.sqlite3")
        with suppress(FileExistsError):
            digest_of(target).touch(mode=FILE_FOR_THE_OWNER, exist_ok=False)
            return target
