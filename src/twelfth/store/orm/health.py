"""How the database is doing, line by line. Changes nothing, raises nothing: what cannot be found out is a line too."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from twelfth.store.orm.address import FILE_FOR_THE_OWNER, FOR_THE_OWNER, file_of
from twelfth.store.orm.backup import backups_in, opened
from twelfth.store.orm.plain_errors import sentence_for
from twelfth.store.orm.schema import applied_in, own_migrations
from twelfth.store.orm.sqlite.guard import WRITE_AHEAD, journal_of, sqlite_library

MOST_DAYS = 7
"""Older than this, a backup is told as missing."""

Told = tuple[bool, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One line: what was looked at, whether it is well, and what was found."""

    what: str
    ok: bool
    told: str


def doctor(home: Path, *, today: date) -> tuple[Checked, ...]:
    """Look at the database in a folder, as a file."""
    file = file_of(home)
    if not file.is_file():
        return (_version(), Checked(what="file", ok=False, told=f"There is none: {file}"))
    looked = [_version(), _permissions(home), _permissions(file)]
    library = sqlite_library()
    try:
        with closing(opened(file)) as connection:
            looked += [_look(what, ask, connection) for what, ask in QUESTIONS.items()]
    except (library.Error, OSError) as error:
        looked.append(Checked(what="file", ok=False, told=str(sentence_for(str(error)))))
    return (*looked, _backups(home, today))


def _version() -> Checked:
    library = sqlite_library()
    version = tuple(library.sqlite_version_info)
    mended = journal_of(version) == WRITE_AHEAD
    told = f"{library.sqlite_version}, by {library.__name__.partition('.')[0]}"
    return Checked(what="SQLite", ok=True, told=told if mended else f"{told}; without a write-ahead log, so slower")


def _permissions(path: Path) -> Checked:
    wanted = FOR_THE_OWNER if path.is_dir() else FILE_FOR_THE_OWNER
    found = path.stat().st_mode & 0o777
    told = f"{found:04o}" if not found & ~wanted else f"{found:04o}, so others may look in; expected {wanted:04o}"
    return Checked(what=f"permissions of {path.name}", ok=not found & ~wanted, told=told)


def _look(what: str, ask: Callable[[Any], Told], connection: Any) -> Checked:
    try:
        ok, told = ask(connection)
    except sqlite_library().Error as error:
        ok, told = False, str(sentence_for(str(error)))
    return Checked(what=what, ok=ok, told=told)


def _journal(connection: Any) -> Told:
    """WAL stays with the file; the others are chosen anew by each connection."""
    mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    wanted = journal_of(sqlite_library().sqlite_version_info).mode
    return (mode == "wal") == (wanted == "wal"), mode if mode == "wal" else wanted


def _integrity(connection: Any) -> Told:
    found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(3)")]
    return found == ["ok"], "; ".join(found)


def _foreign_keys(connection: Any) -> Told:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return not found, f"{len(found)} rows that belong to nothing" if found else "ok"


def _tables(connection: Any) -> Told:
    applied, known = applied_in(connection), own_migrations()
    if applied - known:
        return False, f"{max(applied)}, newer than this Twelfth"
    return applied == known, max(applied, default="none") + ("" if applied == known else ", to be brought up to date")


def _goals(connection: Any) -> Told:
    return True, str(connection.execute("SELECT count(*) FROM kept_goal").fetchone()[0])


def _backups(home: Path, today: date) -> Checked:
    backups = backups_in(home)
    if not backups:
        return Checked(what="last backup", ok=False, told="none yet")
    days = (today - backups[-1].on).days
    return Checked(
        what="last backup", ok=days <= MOST_DAYS, told=f"{backups[-1].on}, {days} days ago; {len(backups)} are kept"
    )


QUESTIONS: dict[str, Callable[[Any], Told]] = {
    "journal": _journal,
    "integrity": _integrity,
    "foreign keys": _foreign_keys,
    "tables": _tables,
    "goals": _goals,
}
