"""From a CSV of selected people to the files of a pack: each column becomes a trait whose kind its values suggest."""

import csv
import io
import re
from pathlib import Path

from twelfth.base import invalid
from twelfth.packs.table import Table, read_table, read_typed_table
from twelfth.usecases import Draft

_YES_NO = {"yes", "no", "true", "false", "y", "n", "0", "1"}
_UNKNOWN = {"", "?", "unknown", "n/a", "na", "nan", "null", "none given", "-"}
MOST_LEVELS = 20
"""A text column with more different values is not a category but a remark, and is left out."""


def draft_from_people(name: str, path: Path | None) -> Draft:
    """traits.toml and yes_group.csv for a CSV with a header and one selected person a line; None: typed, on stdin.

    A column named id or name tells people apart. Blank, "?", "n/a" and "-" are unknown.

    Raises:
        NotFound: no such file.
        InvalidInput: not a table, no person in it, or no column that can be a trait.
    """
    table = read_typed_table() if path is None else read_table(path)
    if not table.rows:
        raise invalid("people", "0 lines", "at least one selected person", file=table.file)
    ids = next((column for column in table.header if column.lower() in ("id", "name", "person")), None)
    columns = {column: _column(table, column) for column in table.header if column != ids}
    names = _trait_names(list(columns))
    kinds = {column: _kind(values) for column, values in columns.items()}
    kept = [column for column in columns if kinds[column]]
    if not kept:
        raise invalid(
            "columns", ", ".join(table.header), "a column of yes/no, numbers or few different words", file=table.file
        )
    traits = "\n".join(_trait_text(names[column], column, kinds[column], columns[column]) for column in kept)
    rows = [_row(table, index, ids, kept, columns, kinds) for index in range(len(table.rows))]
    people = _csv_text(["id", *(names[column] for column in kept)], rows)
    return Draft(name=name, files=(("traits.toml", traits), ("yes_group.csv", people)))


def _column(table: Table, name: str) -> list[str]:
    at = table.header.index(name)
    cells = (row[at].strip() for row in table.rows)
    return ["" if cell.lower() in _UNKNOWN else cell for cell in cells]


def _kind(values: list[str]) -> str:
    known = {value.lower() for value in values if value}
    if not known:
        return ""
    if known <= _YES_NO:
        return "binary"
    if all(_is_number(value) for value in known):
        return "numeric"
    return "category" if 2 <= len({_word(value) for value in known}) <= MOST_LEVELS else ""


def _is_number(text: str) -> bool:
    try:
        return float(text) - float(text) == 0
    except ValueError:
        return False


def _trait_text(name: str, column: str, kind: str, values: list[str]) -> str:
    lines = ["[[trait]]", f'name = "{name}"', f"label = {_quoted(column)}", f'kind = "{kind}"']
    if kind == "category":
        labels = {_word(value): value for value in values if value}
        lines.append(f"levels = [{', '.join(_quoted(word) for word in sorted(labels))}]")
        lines.append('# If these have an order, change kind to "ordered" and list the lowest first.')
    lines.append('recorded = "both"')
    return "\n".join(lines) + "\n"


def _row(
    table: Table, index: int, ids: str | None, kept: list[str], columns: dict[str, list[str]], kinds: dict[str, str]
) -> list[str]:
    person = table.rows[index][table.header.index(ids)].strip() if ids else ""
    cells = [columns[column][index] for column in kept]
    levels = [
        _word(cell) if cell and kinds[column] == "category" else cell for column, cell in zip(kept, cells, strict=True)
    ]
    return [_no_formula(person) or f"person {index + 1}", *levels]


def _no_formula(text: str) -> str:
    """A text no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _trait_names(columns: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for column in columns:
        name = base = _word(column)
        number = 2
        while name in names.values() or name in ("id", "round"):
            name, number = f"{base}_{number}", number + 1
        names[column] = name
    return names


def _word(text: str) -> str:
    """A lower-case word of a-z 0-9 _ for a text."""
    word = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_") or "level"
    return word if word[0].isalpha() else f"x_{word}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'


def _csv_text(header: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()
