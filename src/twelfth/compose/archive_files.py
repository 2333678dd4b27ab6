"""Exports as files: written whole or not at all, read in memory. So is the one table of them that is read back."""

from pathlib import Path

from twelfth.base import NotFound, TwelfthError, invalid
from twelfth.compose.workplace import Kind, save_file
from twelfth.usecases import WHOLE, Export, WorkLine

ARCHIVE = Kind(name="Twelfth export", begins=WHOLE.encode(), option="--to", at=30, private=True)
"""The name of the first member stands after the thirty bytes of its head."""


def archive_bytes(export: Export, *more: tuple[str, str]) -> bytes:
    """An export as one file. more: members besides, as (name, text)."""
    from twelfth.store import archive_of

    return archive_of((*export.members, *more))


def save_archive(path: str, content: bytes, *, here: Path | None = None) -> None:
    """Write an export to a file, for nobody else to read; it may replace an export and nothing else.

    Raises:
        Conflict: something that is no export is there already.
        TwelfthError: the file cannot be written there.
    """
    save_file(path, content, ARCHIVE, here or Path.cwd())


def archived_text(content: bytes) -> str:
    """What an export has to say. Raises InvalidInput where it is none, or one that means ill."""
    from twelfth.store import text_in

    return text_in(content, WHOLE)


def sent_text(content: bytes, *, file: str) -> str:
    """The text of a CSV that was sent, as spreadsheets write it. Raises InvalidInput where it is none."""
    from twelfth.packs import text_of

    return text_of(content, file)


def sent_work(content: bytes, *, file: str) -> tuple[WorkLine, ...]:
    """The lines of a table of work that was sent. Raises InvalidInput where it is none."""
    from twelfth.packs import work_lines

    return work_lines(content, file=file)


def read_archive(path: str, *, here: Path | None = None) -> str:
    """What the export in a file has to say.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is no export, or one that means ill.
    """
    from twelfth.store import MOST_BYTES

    file = (here or Path.cwd()) / path
    try:
        if not file.exists():
            raise NotFound(f"There is no file {path!r}.", next_step="Check the path and its spelling.")
        if not file.is_file():
            raise invalid("file", "a folder or device", "a regular file", file=path)
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise TwelfthError(
            f"The file {path!r} cannot be read: {reason}.", next_step="Look at its permissions."
        ) from None
    return archived_text(content)
