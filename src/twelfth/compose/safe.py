"""The safety of what is kept: backups, putting one back, and how the database is doing.

Only of a database in a folder; one on a server has means of its own.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from twelfth.base import Conflict, NotFound, TwelfthError
from twelfth.compose.home import Home

TABLES = "tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupSeen:
    """name: of its file. size: in bytes."""

    name: str
    on: date
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLine:
    """What was looked at, whether it is well, and what was found."""

    what: str
    ok: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """folder: of the home. ok: whether all is well."""

    folder: str
    ok: bool
    lines: tuple[HealthLine, ...]


def back_up_home(home: Home, *, on: date) -> BackupSeen:
    """A dated copy of the whole database.

    Raises:
        NotFound: there is no database.
        Conflict: it is on a server.
        TwelfthError: the copy cannot be written.
    """
    from twelfth.store import back_up

    _check_in_folder(home)
    return _seen(back_up(home.folder, on=on), on)


def back_up_once_a_day(home: Home, *, on: date) -> None:
    """A copy on each day of use, as far as one can be made; `health` tells of a home that has none."""
    from twelfth.store import back_up_daily

    if not home.database_url:
        try:
            back_up_daily(home.folder, on=on)
        except TwelfthError:
            return  # a full disk must keep nobody from their goals


def backups_of(home: Home) -> tuple[BackupSeen, ...]:
    """The backups there are, the latest first."""
    from twelfth.store import backups_in

    return tuple(_seen(one.file, one.on) for one in reversed(backups_in(home.folder)))


def restore_home(home: Home, backup: str, *, on: date, here: Path | None = None) -> str:
    """Put a backup back, by the name it has at home or by a path. What was there is kept; its name, or "".

    Raises:
        NotFound: there is no such backup.
        Conflict: it was written by a newer Twelfth, or the database is on a server.
        TwelfthError: it is damaged, or cannot be put in place. Nothing was changed.
    """
    from twelfth.store import backups_in, open_database, restore

    _check_in_folder(home)
    own = {one.file.name: one.file for one in backups_in(home.folder)}
    file = own.get(backup) or (here or Path.cwd()) / backup
    if not _is_file(file):
        last = next(reversed(own), "")
        raise NotFound(
            f"There is no backup {backup!r}.",
            next_step=f"The last one here is {last}." if last else "Make one with: twelfth backup",
        )
    kept = restore(file, home=home.folder, on=on)
    if not all(one.ok for one in health_of(home, today=on).lines if one.what == TABLES):
        open_database(home.folder)  # brings tables of an older Twelfth up to date
    return "" if kept is None else kept.name


def health_of(home: Home, *, today: date) -> Health:
    """How the database at home is doing.

    Raises:
        Conflict: it is on a server.
    """
    from twelfth.store import doctor

    _check_in_folder(home)
    lines = tuple(HealthLine(what=one.what, ok=one.ok, told=one.told) for one in doctor(home.folder, today=today))
    return Health(folder=str(home.folder), ok=all(one.ok for one in lines), lines=lines)


def _seen(file: Path, on: date) -> BackupSeen:
    return BackupSeen(name=file.name, on=on, size=file.stat().st_size)


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def _check_in_folder(home: Home) -> None:
    if home.database_url:
        raise Conflict(
            "DATABASE_URL names a database on a server, which is looked after there.",
            next_step="Use the means of the server, such as pg_dump and pg_restore.",
        )
