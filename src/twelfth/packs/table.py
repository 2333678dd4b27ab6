"""Reading a CSV that a person really has: comma, semicolon or tab, or what a first line `sep=;` says; UTF-8 with or
without BOM, UTF-16 or Windows Latin; decimal commas."""

import codecs
import csv
import gc
import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from twelfth.base import InvalidInput, Problem, Said
from twelfth.packs.limits import MOST_CELL_CHARACTERS, MOST_COLUMNS, MOST_CSV_BYTES, MOST_ROWS, read_limited

TYPED = "what was typed"
CELL_TOO_LONG = "a cell of over %(most)s characters"
OPEN_QUOTE = "a quote that does not end where its cell does"
MOST_HEADER_CHARACTERS = 100_000
SEPARATORS = (",", ";", "\t", "|")
"""The ones a first line `sep=` may name; the header tells the first three apart without it."""
_SEP_LINE = re.compile(r'"?sep=([^"\r\n]?)"?[,;\t| ]*(?=[\r\n]|\Z)', re.IGNORECASE)
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header and its rows, every row as long as the header. `lines[i]` is the line of the file on which row i
    begins. `decimal_comma`: its separator is one that goes with decimal commas."""

    file: str
    header: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    decimal_comma: bool = False

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """(line, row by column name) with cells stripped."""
        for line, row in zip(self.lines, self.rows, strict=True):
            yield line, {name: cell.strip() for name, cell in zip(self.header, row, strict=True)}


def read_table(path: Path, *, required: tuple[str, ...] = (), allowed: tuple[str, ...] | None = None) -> Table:
    """Read a CSV file with a header. Blank lines are skipped; a row shorter than the header is filled with blanks.

    Raises:
        InvalidInput: too large, not text, a column missing, repeated or not `allowed`, a row longer than the header.
        NotFound: no such file.
    """
    text, file = read_text(path)
    return parse_table(text, file, required=required, allowed=allowed)


def read_typed_table() -> Table:
    """Read a table typed or pasted on standard input, under the same limits as a file."""
    return parse_table(*read_text(None))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Reading many rows makes many small lists and no cycle; the collector would walk them all again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parse_table(
    text: str, file: str, *, required: tuple[str, ...] = (), allowed: tuple[str, ...] | None = None
) -> Table:
    """Read CSV text; see read_table."""
    text, delimiter = _separated(text, file)
    rows: list[list[str]] = []
    lines: list[int] = []
    header: list[str] | None = None
    for begins, row in records(text, file, delimiter):
        if header is None:
            names = [cell.strip() for cell in row]
            header = _header(names, file, begins, required, allowed) if any(names) else None
        elif (written := "".join(row)) and not written.isspace():
            usual = len(row) == len(header) and len(written) <= MOST_CELL_CHARACTERS
            rows.append(row if usual else fitted(row, len(header), file, begins))
            lines.append(begins)
            if len(rows) > MOST_ROWS:
                raise refused(file, begins, "rows", f"over {MOST_ROWS:,}", f"at most {MOST_ROWS:,} rows")
    if header is None:
        raise refused(file, 1, "file", "empty", "a header line with the column names")
    if delimiter in ";\t":
        rows = [[_decimal_point(cell) for cell in row] for row in rows]
    return Table(file=file, header=tuple(header), rows=rows, lines=lines, decimal_comma=delimiter in ";\t")


def records(text: str, file: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row of CSV text, blank ones too, after the line on which it begins.

    Raises:
        InvalidInput: a quote that is not closed, or not doubled inside quotes.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise refused(file, reader.line_num, "CSV", *_quoted_wrongly(error)) from None


def _quoted_wrongly(error: csv.Error) -> tuple[str, str]:
    """What is wrong and what is expected. What reads as a very long cell is one, or a quote that never ends."""
    if str(error).startswith("field larger"):
        most = f"{csv.field_size_limit():,}"
        return Said(CELL_TOO_LONG, most=most), "a shorter cell, and every quote closed"
    return OPEN_QUOTE, "every quote closed and doubled inside quotes"


def read_text(path: Path | None) -> tuple[str, str]:
    """The text of a CSV file and its name for messages; None: what is typed or pasted on standard input.

    Raises:
        NotFound: no such file.
        InvalidInput: too large, or not text.
    """
    if path is not None:
        return text_of(_content(path), path.name), path.name
    content = sys.stdin.buffer.read(MOST_CSV_BYTES + 1)
    if len(content) > MOST_CSV_BYTES or (b"\0" in content and not content.startswith(_UTF_16_MARKS)):
        raise refused(TYPED, None, "text", f"{len(content):,} bytes", f"text of at most {MOST_CSV_BYTES:,} bytes")
    return text_of(content, TYPED), TYPED


def _content(path: Path) -> bytes:
    """The bytes of a file. NUL characters are let through where a mark at the beginning says that it is UTF-16."""
    try:
        return read_limited(path, MOST_CSV_BYTES)
    except InvalidInput as error:
        if error.problems[0].thing != "text":
            raise
        content = path.read_bytes()
        if content.startswith(_UTF_16_MARKS):
            return content
        if len(content) > 1 and (not any(content[0:64:2]) or not any(content[1:64:2])):
            raise refused(
                path.name,
                None,
                "text",
                "UTF-16 without a mark that says so",
                "a file saved as UTF-8",
                next_step="Save the file again as UTF-8.",
            ) from None
        raise


def text_of(content: bytes, file: str) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, or Windows Latin. Raises InvalidInput where it is none."""
    utf_16 = content.startswith(_UTF_16_MARKS)
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        check_signs(text, file)
        return text
    found = "UTF-16 that is cut off or damaged" if utf_16 else "neither UTF-8 nor Windows Latin"
    raise refused(file, None, "text", found, "a file saved as UTF-8", next_step="Save the file again as UTF-8.")


def check_signs(text: str, file: str) -> None:
    """Raises InvalidInput where a text holds control characters."""
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        raise refused(file, line, "text", control.group(), "text without control characters")


def _separated(text: str, file: str) -> tuple[str, str]:
    """The text and its separator: what a first line `sep=;` names, that line then blank; or what the header says."""
    return named_separator(text, file) or (text, _delimiter(text))


def named_separator(text: str, file: str) -> tuple[str, str] | None:
    """The text without a first line `sep=;`, which stays as a blank one, and what it names; None without it."""
    named = _SEP_LINE.match(text)
    if named is None:
        return None
    if named[1] not in SEPARATORS:
        raise refused(file, 1, "separator", named[1], "sep= and then a comma, a semicolon, a tab or |")
    return text[named.end() :], named[1]


def _delimiter(text: str) -> str:
    """The separator that the header line uses most; a comma when it has none."""
    first = next((line for line in text[:MOST_HEADER_CHARACTERS].splitlines() if line.strip()), "")
    return max((",", ";", "\t"), key=first.count)


def _header(
    names: list[str], file: str, line: int, required: tuple[str, ...], allowed: tuple[str, ...] | None
) -> list[str]:
    if len(names) > MOST_COLUMNS:
        raise refused(file, line, "columns", str(len(names)), f"at most {MOST_COLUMNS} columns")
    for name in names:
        if names.count(name) > 1:
            raise refused(file, line, "column", name, "each column name once")
        if allowed is not None and name not in allowed:
            raise refused(file, line, "column", name, f"one of {', '.join(allowed)}")
    for name in required:
        if name not in names:
            raise refused(file, line, "columns", ", ".join(names), f"a column {name!r} too")
    return names


def fitted(row: list[str], width: int, file: str, line: int) -> list[str]:
    """A row as wide as the header. Raises InvalidInput for more cells than that, or a huge one."""
    if any(cell.strip() for cell in row[width:]):
        raise refused(file, line, "row", f"{len(row)} cells", f"at most {width}, as the header has")
    if max(map(len, row)) > MOST_CELL_CHARACTERS:
        raise refused(file, line, "cell", f"{max(map(len, row)):,} characters", f"at most {MOST_CELL_CHARACTERS:,}")
    return row[:width] + [""] * (width - len(row))


def _decimal_point(cell: str) -> str:
    return cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell.strip()) else cell


def refused(file: str, line: int | None, thing: str, value: str, expected: str, *, next_step: str = "") -> InvalidInput:
    """One thing wrong with a file, at a line."""
    return InvalidInput(Problem(thing=thing, value=value, expected=expected, file=file, line=line, next_step=next_step))
