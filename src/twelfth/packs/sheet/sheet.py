"""A spreadsheet as somebody saved it: titles above the header, merged header cells, totals and remarks below.

It finds the header and what is around the table, and says what it left out. It reads no cell: what a cell means is
decided column by column, elsewhere.
"""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from twelfth.base import shorten
from twelfth.packs.limits import MOST_CELL_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from twelfth.packs.table import collector_paused, fitted, named_separator, read_text, records, refused

_SEPARATORS = (";", "\t", ",")
_LOOKED_AT = 40
"""Lines that tell the separator, and rows that tell the header."""
_TOTAL = re.compile(
    r"(?:(?:grand |sub-?)?totals?\b.*|sum|averages?|mean|median|count|promedio|media|suma|summe|gesamt)\s*:?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:notes?|sources?|notas?|fuente|remarks?|legend)\b.*|[*†‡§\[(].+|.{41,}", re.IGNORECASE | re.DOTALL
)
_UNIT = re.compile(r"\([^()]{1,20}\)|\[[^\[\]]{1,20}\]|/\s*\d{1,4}")
"""What stands under the names in a line of units."""
_LIKE_DATA = re.compile(r"[-+<>≤≥$€£]?\s*[\d.,]*\d.*|yes|no|true|false|y|n|\?|n/?a|unknown", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table: a different name for each column, and rows of stripped cells, each as wide as the header.

    lines: of the file, where each row begins. separator: between the cells. notes: what was left out around the table
    or named by us, in sentences. around: the lines that were left out.
    """

    file: str
    header: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]
    separator: str
    notes: tuple[str, ...] = ()
    around: tuple[int, ...] = ()

    def column(self, name: str) -> list[str]:
        at = self.header.index(name)
        return [row[at] for row in self.rows]


Placed = tuple[int, list[str]]
"""A row of stripped cells after its line."""


def read_sheet(path: Path | None) -> Sheet:
    """The table of a CSV file; None: what is typed or pasted on standard input.

    Raises:
        NotFound: no such file.
        InvalidInput: too large, not text, no header, or a row with more cells than the header.
    """
    return sheet_of(*read_text(path))


def sheet_of(text: str, file: str) -> Sheet:
    """The table in a text. file: what it is called in messages. Raises InvalidInput as `read_sheet`."""
    body, separator = named_separator(text, file) or (text, _separator(text))
    with collector_paused():
        rows = [
            (line, [cell.strip() for cell in row])
            for line, row in records(body, file, separator)
            if any(cell and not cell.isspace() for cell in row)
        ]
    if not rows:
        raise refused(file, 1, "file", "empty", "a header line with the column names")
    if len(rows) > MOST_ROWS:
        raise refused(file, rows[MOST_ROWS][0], "rows", f"over {MOST_ROWS:,}", f"at most {MOST_ROWS:,} rows")
    return _sheet(rows, file, separator)


def _separator(text: str) -> str:
    """The one by which most lines are equally wide; of two, the one that makes them wider."""

    def score(separator: str) -> tuple[int, int]:
        reader = csv.reader(text[:100_000].splitlines()[:_LOOKED_AT], delimiter=separator)
        widths = Counter(len(row) for row in reader if len(row) > 1)
        width, lines = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        return lines, width

    try:
        return max(_SEPARATORS, key=score)
    except csv.Error:  # a cell beyond the reader's own limit; whoever reads the rows says so
        return ","


def _sheet(rows: list[Placed], file: str, separator: str) -> Sheet:
    at = _header_at(rows)
    first, names, after = _names(rows, at)
    notes = [_left_out(line, "stands above the header", row) for line, row in rows[:first]]
    body, footers = _without_footers(rows[after:], width=len(names))
    line = rows[first][0]
    if len(names) > MOST_COLUMNS:
        raise refused(file, line, "columns", str(len(names)), f"at most {MOST_COLUMNS} columns")
    lines = [line for line, _ in body]
    fit = [_fit(row, len(names), file, line) for line, row in body]
    kept = [index for index, name in enumerate(names) if name or any(row[index] for row in fit)]
    header, named = _named([names[index] for index in kept], kept)
    return Sheet(
        file=file,
        header=header,
        rows=fit if len(kept) == len(names) else [[row[index] for index in kept] for row in fit],
        lines=lines,
        separator=separator,
        notes=(*notes, *named, *footers),
        around=tuple(line for line, _ in (*rows[:first], *rows[after + len(body) :])),
    )


def _fit(row: list[str], width: int, file: str, line: int) -> list[str]:
    usual = len(row) == width and max(map(len, row)) <= MOST_CELL_CHARACTERS
    return row if usual else fitted(row, width, file, line)


def _filled(row: list[str]) -> int:
    return sum(1 for cell in row if cell)


def _header_at(rows: list[Placed]) -> int:
    """The first row with a name for more than half of the columns."""
    usual = max(_filled(row) for _, row in rows[:_LOOKED_AT])
    return next(index for index, (_, row) in enumerate(rows) if 2 * _filled(row) > usual)


def _names(rows: list[Placed], at: int) -> tuple[int, list[str], int]:
    """The first row of the header, the name of each column, and the first row below the header.

    A header of two rows has cells merged over several columns, of which only the first keeps its text.
    """
    header = rows[at][1]
    below = rows[at + 1][1] if at + 1 < len(rows) else []
    if below and not below[0] and all(_UNIT.fullmatch(cell) for cell in below if cell):
        units = below + [""] * (len(header) - len(below))
        return at, [f"{name} {unit}".strip() for name, unit in zip(header, units, strict=False)], at + 2
    if below and header[0] and not below[0] and not any(_LIKE_DATA.fullmatch(cell) for cell in below if cell):
        under = {index for index, cell in enumerate(below) if cell}
        if any(index >= len(header) or not header[index] for index in under):
            return at, _merged(header, below), at + 2
    above = rows[at - 1][1] if at else []
    spread = [index for index, cell in enumerate(above) if cell]
    remark = spread in ([], [0]) or (spread == [0, 1] and bool(header[0]))
    if len(above) <= len(header) and not remark:
        return at - 1, _merged(above, header), at + 1
    return at, header, at + 1


def _merged(upper: list[str], lower: list[str]) -> list[str]:
    """One name a column: the upper cell reaches to the right over blanks, wherever there is a lower one."""
    width = max(len(upper), len(lower))
    upper, lower = upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower))
    names, group = [], ""
    for over, under in zip(upper, lower, strict=True):
        group = over or group
        joined = f"{group}: {under}" if group and group != under else under
        names.append(joined if under else over)
    return names


def _named(names: list[str], places: list[int]) -> tuple[tuple[str, ...], list[str]]:
    """Every column with a name of its own, and a sentence for each one that had none."""
    header: list[str] = []
    notes = []
    for name, place in zip(names, places, strict=True):
        own = base = name or f"column {_letters(place)}"
        number = 2
        while own in header:
            own, number = f"{base} ({number})", number + 1
        if own != name:
            had = f"A second column {shorten(name)!r}" if name else "A column without a name"
            notes.append(f"{had} is called {shorten(own)!r} here.")
        header.append(own)
    return tuple(header), notes


def _letters(index: int) -> str:
    """What a spreadsheet calls a column: A, B … Z, AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def _without_footers(rows: list[Placed], *, width: int) -> tuple[list[Placed], list[str]]:
    """The rows without totals and remarks at their end, and a sentence for each of these."""
    end = len(rows)
    notes: list[str] = []
    while end and (why := _footer(rows[end - 1][1], width)):
        end -= 1
        notes.insert(0, _left_out(rows[end][0], why, rows[end][1]))
    return rows[:end], notes


def _footer(row: list[str], width: int) -> str:
    first = next(cell for cell in row if cell)
    if first in row[:2] and _TOTAL.fullmatch(first):
        return "reads like a total"
    alone = width > 2 and _filled(row) == 1 and first == row[0]
    return "reads like a remark" if alone and _REMARK.fullmatch(first) else ""


def _left_out(line: int, why: str, row: list[str]) -> str:
    text = " ".join(cell for cell in row if cell)
    return f"Line {line} was left out: it {why} ({shorten(text, most=40)!r})."
