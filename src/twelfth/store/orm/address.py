"""Where a database is: a file in a folder of one's own, or a server by its address, in the words of Django."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from twelfth.base import TwelfthError, invalid
from twelfth.store.orm.sqlite.guard import TIMEOUT

FILE = "twelfth.sqlite3"
BACKUPS = "backups"
FOR_THE_OWNER = 0o700
FILE_FOR_THE_OWNER = 0o600
BEGINS = b"SQLite format 3\x00"
EXPECTED = "an address such as postgresql://user:password@host:5432/database"


def file_of(home: Path) -> Path:
    """The database in a folder."""
    return home / FILE


def make_home(home: Path) -> bool:
    """See to it that the folder and the file are there, for nobody else to read; whether the file is new.

    A folder that was there is left as it is.

    Raises:
        TwelfthError: neither can be made.
    """
    try:
        if not home.exists():
            home.mkdir(mode=FOR_THE_OWNER, parents=True, exist_ok=True)
            home.chmod(FOR_THE_OWNER)
        file = file_of(home)
        file.touch(mode=FILE_FOR_THE_OWNER)
        with file.open("rb") as opened:
            begins = opened.read(len(BEGINS))
    except OSError as error:
        raise TwelfthError(
            f"The folder {str(home)!r} cannot hold the database: {error.strerror}.",
            next_step="Name another folder, or allow writing to this one.",
        ) from None
    return not begins


def is_a_database(home: Path) -> bool:
    """Whether the file in a folder begins as one; SQLite would take a short file for an empty one and write over it."""
    with file_of(home).open("rb") as opened:
        return opened.read(len(BEGINS)) == BEGINS


def sqlite_at(home: Path) -> dict[str, Any]:
    """A file, for Django. Every write takes the lock when it begins, so that none has to give up half way."""
    return {
        "ENGINE": "twelfth.store.orm.sqlite",
        "NAME": str(file_of(home).absolute()),
        "OPTIONS": {"timeout": TIMEOUT, "transaction_mode": "IMMEDIATE"},
        "CONN_MAX_AGE": None,
    }


def postgresql_at(url: str) -> dict[str, Any]:
    """A server, for Django. What follows a question mark is passed on to libpq.

    Raises:
        InvalidInput: no such address. It does not repeat the address, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise invalid("address of the database", "of no known form", EXPECTED) from None
    if parts.scheme not in ("postgresql", "postgres"):
        raise invalid("address of the database", f"{parts.scheme}:...", EXPECTED)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": "" if port is None else str(port),
        "OPTIONS": _options(parts),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _options(parts: SplitResult) -> dict[str, str]:
    return {"connect_timeout": str(TIMEOUT)} | dict(parse_qsl(parts.query))
