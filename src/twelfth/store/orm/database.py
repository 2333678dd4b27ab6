"""Opening the database: the one thing to be done before a shelf is asked for anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import Error

from twelfth.base import TwelfthError
from twelfth.store.orm.address import file_of, is_a_database, make_home, postgresql_at, sqlite_at
from twelfth.store.orm.backup import back_up
from twelfth.store.orm.django_settings import bind, make_ready
from twelfth.store.orm.plain_errors import plain_errors, sentence_for
from twelfth.store.orm.schema import bring_up_to_date

WITHOUT_PSYCOPG = "psycopg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A database that is open. file: None for a server. new: nothing was kept in it before. changed: its tables were
    made, or brought to the version of this code."""

    home: Path
    file: Path | None
    new: bool
    changed: bool


def open_database(
    home: Path, *, url: str = "", settings: Mapping[str, Any] | None = None, today: date | None = None
) -> Opened:
    """Open the database in a folder, or the server at `url`, and bring its tables up to date.

    It may be called again in the same process, with another folder too: the last one opened is the one that is open.
    settings: for Django, besides the store's own. today: for the name of the backup that is made before tables are
    changed; without it, the last day on which the file was written.

    Raises:
        Conflict: the tables are newer than this code, or Django runs with other settings.
        TwelfthError: it cannot be opened.
    """
    new = False if url else make_home(home)
    if not url and not new and not is_a_database(home):
        raise sentence_for("file is not a database")
    make_ready(settings)
    bind(postgresql_at(url) if url else sqlite_at(home))
    where = "The database of DATABASE_URL" if url else f"The database in {str(home)!r}"

    def before() -> None:
        if not url and not new:
            back_up(home, on=today or _last_written(home))

    with _can_be_opened(), plain_errors(Error):
        changed = bring_up_to_date(where=where, before=before)
    return Opened(home=home, file=None if url else file_of(home), new=new, changed=changed)


class _can_be_opened:  # noqa: N801 (a context, named as what it says)
    """Django's word for a driver that is not installed, as ours."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ImproperlyConfigured) and WITHOUT_PSYCOPG in str(error):
            raise TwelfthError(
                "PostgreSQL is spoken to through psycopg, which is not installed.",
                next_step="Install it with: pip install 'twelfth[postgres]'",
            ) from None


def _last_written(home: Path) -> date:
    return datetime.fromtimestamp(file_of(home).stat().st_mtime, tz=UTC).date()
