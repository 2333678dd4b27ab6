"""What a database says when it cannot, as a sentence for a person. The one place that knows its messages."""

from collections.abc import Iterator
from contextlib import contextmanager

from twelfth.base import Said, TwelfthError
from twelfth.store.orm.sqlite.guard import TIMEOUT

RESTORE = "Restore a backup; `twelfth doctor` says which there are."
SENTENCES = (
    (
        ("is locked", "lock timeout", "deadlock detected"),
        Said(
            "Somebody else has been writing for more than %(seconds)s seconds. Nothing of yours was written.",
            seconds=TIMEOUT,
        ),
        "Close other windows of Twelfth and try again.",
    ),
    (
        ("readonly database", "read-only"),
        "The database may only be read. Nothing was written.",
        "Allow writing to the file and its folder, and try again.",
    ),
    (
        ("disk is full", "No space left"),
        "The disk is full. Nothing was written.",
        "Make room and try again.",
    ),
    (
        ("unable to open database", "access permission denied", "ermission denied"),
        "The database cannot be opened: it is not there, or it may not be read.",
        "Look at the permissions of the file and of its folder.",
    ),
    (
        ("not a database", "malformed", "file is encrypted"),
        "The file is no database, or it is damaged. Nothing was written.",
        RESTORE,
    ),
    (
        ("disk I/O error",),
        "The disk does not read or write as it should. Nothing was written.",
        "Look after the disk, then try again.",
    ),
    (
        ("connection", "could not translate host name", "failed to resolve host", "authentication"),
        "The database server cannot be reached, or does not let Twelfth in.",
        "Look at the address in DATABASE_URL, and whether the server runs.",
    ),
    (
        ("improperly configured",),
        "No database is open.",
        "Open one with `open_database`.",
    ),
)


def sentence_for(message: str) -> TwelfthError:
    """The error for a message of SQLite, PostgreSQL or Django."""
    for parts, told, next_step in SENTENCES:
        if any(part in message for part in parts):
            return TwelfthError(told, next_step=next_step)
    told = Said("The database refused: %(words)s. Nothing was written.", words=message.strip())
    return TwelfthError(told, next_step=RESTORE)


@contextmanager
def plain_errors(*kinds: type[Exception]) -> Iterator[None]:
    """Errors of these kinds as sentences."""
    try:
        yield
    except kinds as error:
        raise sentence_for(str(error)) from error
