"""How large a foreign file may be before it is refused unread. Sizes in bytes unless the name says otherwise."""

from pathlib import Path

from twelfth.base import InvalidInput, NotFound, Problem

MOST_CSV_BYTES = 32_000_000
MOST_TOML_BYTES = 500_000
MOST_ROWS = 500_000
MOST_COLUMNS = 200
MOST_CELL_CHARACTERS = 20_000
MOST_TOML_DEPTH = 12
MOST_TOML_VALUES = 200_000
MOST_KEY_DOTS = 50
"""A dotted key costs the parser the square of its parts."""
MOST_FACTS = 2_000
"""Of one case; every two of them are compared."""
MOST_PROBLEMS = 20
"""Problems named before a check stops listing them."""


def read_limited(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes.

    Raises:
        NotFound: there is no such file.
        InvalidInput: not a regular file, larger than allowed, or holding NUL characters.
    """
    if not path.exists():
        raise NotFound(f"There is no file {path.name!r}.", next_step="Check the path and its spelling.")
    if not path.is_file() or path.is_symlink():
        raise _refused(path, "a folder, link or device", "a regular file")
    size = path.stat().st_size
    if size > most:
        raise _refused(path, f"{size:,} bytes", f"a file of at most {most:,} bytes")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, error.strerror or "unreadable", "a file that can be read") from None
    if b"\0" in content:
        raise InvalidInput(
            Problem(
                thing="text",
                value="a NUL character",
                expected="text without NUL characters",
                file=path.name,
                line=content[: content.index(b"\0")].count(b"\n") + 1,
                next_step="Save the file again as plain UTF-8 text.",
            )
        )
    return content


def _refused(path: Path, value: str, expected: str) -> InvalidInput:
    return InvalidInput(Problem(thing="file", value=value, expected=expected, file=path.name))
