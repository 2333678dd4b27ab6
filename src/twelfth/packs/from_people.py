"""From a CSV of selected people to the files of a pack: each column becomes a trait whose kind its values suggest."""

import csv
import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from twelfth.base import InvalidInput, Problem, invalid, shorten
from twelfth.packs.table import Table, read_table, read_typed_table
from twelfth.usecases import Draft

_YES_NO = {"yes", "no", "true", "false", "y", "n", "0", "1"}
_UNKNOWN = {"", "?", "unknown", "n/a", "na", "nan", "null", "none given", "-"}
_NOBODY = {"", "?", "unknown", "n/a", "-"}
"""What is no name; "Na" and "Null" are names of people."""
_COMMA_NUMBER = re.compile(r"[-+]?(?=[\d.]*,)[\d.,]*\d")
_PARTED = re.compile(r"[-+]?\d{1,3}(?:(?:['\u2019 \u00a0\u202f]\d{3})+|(?:\.\d{3}){2,})(?:\.\d+)?")
"""A number with its thousands parted by spaces, apostrophes or points."""
_WHOLE_GROUPS = re.compile(r"[-+]?(?:[1-9]\d{0,2}\.)?\d{3}")
"""950 or 1.500: where all numbers of a column end so, the point may part thousands."""
_ONE_WAY = "a number without a comma, such as 3.5 or 1500; a comma can be read in two ways"
_NO_THOUSANDS = "a number with nothing between thousands, 1500, or with other than three decimals, 1.5 or 1.5000"
_PROTECTED = re.compile(
    r"\b(?:sex|gender|age|race|ethnicity|religion|disability|nationality|marital|marital ?status"
    r"|birth|birthday|birthdate"
    r"|sexo|genero|edad|raza|etnia|religion|discapacidad|nacionalidad|estado ?civil|nacimiento)\b"
)
_NAMES = {
    *("id", "name", "person", "full_name", "first_name", "last_name", "surname", "email", "e_mail"),
    *("nombre", "apellido", "apellidos", "correo"),
}
"""Columns of texts that say who somebody is, beside the one that tells people apart."""
MOST_LEVELS = 20
"""A text column with more different values is not a category but a remark, and is left out."""
_PROTECTED_TOML = """\
# Protected, for it reads like sex, age, religion or the like: shown, but never ranked as a gap and never asked for.
# Take the next line away only if this column is about something else.
protected = true
"""
_DAY_TOML = """\
# A day is no gap. It counts through years_since, under [[derived]], in a condition; for a gap write a number of years.
"""
_ROUND_TOML = """\
# The column "{column}" says in which round each person was selected. Write in rounds.csv the day on which each of these
# rounds was decided; the check asks for it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column read as a trait. `cells`: one a person, blank where unknown. `levels`: of a category, the word for each
    text, as `_same` gives it. `why_not`: why it is no trait; its kind is then blank."""

    label: str
    cells: list[str]
    kind: str = ""
    levels: dict[str, str]
    why_not: str = ""

    def written(self, index: int) -> str:
        cell = self.cells[index]
        return self.levels[_same(cell)] if cell and self.kind == "category" else cell


def draft_from_people(name: str, path: Path | None) -> Draft:
    """traits.toml and yes_group.csv for a CSV with a header and one selected person a line; None: typed, on stdin.

    A column named id or name tells people apart. One named round says in which round each was selected, and brings a
    rounds.csv to fill in. Blank, "?", "n/a" and "-" are unknown. Every column left out is named in a note and in a
    comment in traits.toml.

    Raises:
        NotFound: no such file.
        InvalidInput: not a table, no person in it, a number that may be read two ways, or no column that can be a
            trait.
    """
    table = read_typed_table() if path is None else read_table(path)
    if not table.rows:
        raise invalid("people", "0 lines", "at least one selected person", file=table.file)
    ids = next((column for column in table.header if column.lower() in ("id", "name", "person")), None)
    round_column = next((column for column in table.header if column != ids and _word(column) == "round"), None)
    cells = {column: _cells(table, column) for column in table.header if column not in (ids, round_column)}
    _check_numbers(table, cells)
    columns = {column: _column(column, values) for column, values in cells.items()}
    names = _trait_names(list(columns))
    kept = {names[label]: column for label, column in columns.items() if column.kind}
    if not kept:
        raise invalid(
            "columns", ", ".join(table.header), "a column of yes/no, numbers or few different words", file=table.file
        )
    rounds = [_no_formula(cell) for cell in _cells(table, round_column)] if round_column else []
    left_out = [_left_out(column) for column in columns.values() if column.why_not]
    if round_column and not any(rounds):
        left_out.append(_left_out(_column(round_column, [])))
        round_column, rounds = None, []
    rows = _people_rows(_people(table, ids), rounds, kept)
    head = "".join(f"# {sentence}\n" for sentence in left_out)
    head += _ROUND_TOML.format(column=shorten(round_column)) if round_column else ""
    traits = "\n".join([*([head] if head else []), *(_trait_text(*one) for one in kept.items())])
    people = _csv_text(["id", *(["round"] if rounds else []), *kept], rows)
    stated = (("rounds.csv", _rounds_text(rounds)),) if rounds else ()
    notes = (*left_out, *_notes(list(kept.values()), rows, dated=bool(rounds)))
    return Draft(name=name, files=(("traits.toml", traits), *stated, ("yes_group.csv", people)), notes=notes)


def _notes(kept: list[_Column], rows: list[list[str]], *, dated: bool) -> list[str]:
    """What somebody should know before they use a pack that nothing in it would tell them of itself."""
    notes = []
    if guarded := [shorten(column.label) for column in kept if _is_protected(column.label)]:
        notes.append(f"Protected, so shown but never ranked as a gap nor asked for: {', '.join(guarded)}.")
    if days := [shorten(column.label) for column in kept if column.kind == "date"]:
        notes.append(f"Kept as days, which are no gap; for a gap write a number of years instead: {', '.join(days)}.")
    repeated = len(rows) - len({tuple(row) for row in rows})
    if repeated:
        lines = "1 line repeats" if repeated == 1 else f"{repeated} lines repeat"
        notes.append(f"{lines} an earlier one, id and all, and counts once; two people who share a name need two ids.")
    if dated:
        notes.append("Fill in the days of rounds.csv: when each round was decided.")
    return notes


def _cells(table: Table, name: str) -> list[str]:
    at = table.header.index(name)
    cells = (row[at].strip() for row in table.rows)
    return ["" if cell.lower() in _UNKNOWN else cell for cell in cells]


def _check_numbers(table: Table, columns: dict[str, list[str]]) -> None:
    """Raises InvalidInput for each column of numbers whose commas, points or spaces may part thousands."""
    problems = []
    for name, cells in columns.items():
        index = _first_unclear(cells, decimal_comma=table.decimal_comma)
        if index is not None:
            problems.append(
                Problem(
                    thing="number",
                    value=cells[index],
                    expected=_ONE_WAY if _COMMA_NUMBER.fullmatch(cells[index]) else _NO_THOUSANDS,
                    file=table.file,
                    line=table.lines[index],
                    field=shorten(name),
                    next_step="Write the numbers of this column with a decimal point and nothing between thousands.",
                )
            )
    if problems:
        raise InvalidInput(*problems)


def _first_unclear(cells: list[str], *, decimal_comma: bool) -> int | None:
    """The first cell of a column of numbers that may be read two ways; a point between commas is a decimal one."""
    known = [cell for cell in cells if cell]
    if not all(_is_number(cell) or _COMMA_NUMBER.fullmatch(cell) or _PARTED.fullmatch(cell) for cell in known):
        return None
    unclear = {cell for cell in known if _COMMA_NUMBER.fullmatch(cell) or _PARTED.fullmatch(cell)}
    if not unclear and decimal_comma and all(_WHOLE_GROUPS.fullmatch(cell) for cell in known):
        unclear = {cell for cell in known if "." in cell}
    return next((index for index, cell in enumerate(cells) if cell in unclear), None)


def _column(label: str, cells: list[str]) -> _Column:
    known = {cell.lower() for cell in cells if cell}
    texts = {_same(cell) for cell in known}
    kind, why_not = "", ""
    if not known:
        why_not = "it is blank or unknown for everybody"
    elif known <= _YES_NO:
        kind = "binary"
    elif all(_is_number(value) for value in known):
        kind = "numeric"
    elif all(_is_day(value) for value in known):
        kind = "date"
    elif _word(label) in _NAMES:
        why_not = "it names people, and names compare nobody"
    elif len(texts) < 2:
        why_not = "everybody known has the same text, and a category needs two"
    elif len(texts) > MOST_LEVELS:
        why_not = f"it holds {len(texts)} different texts, and a category has at most {MOST_LEVELS}"
    else:
        kind = "category"
    levels = _levels(cells) if kind == "category" else {}
    return _Column(label=label, cells=cells, kind=kind, levels=levels, why_not=why_not)


def _is_number(text: str) -> bool:
    try:
        return float(text) - float(text) == 0
    except ValueError:
        return False


def _same(text: str) -> str:
    """A text without what nobody tells two levels apart by: capitals and the number of spaces."""
    return " ".join(text.split()).lower()


def _levels(cells: list[str]) -> dict[str, str]:
    """A word of its own for each text. Those that are words already keep them; A+ is then a_2 where there is an A."""
    texts = dict.fromkeys(_same(cell) for cell in cells if cell)
    words: dict[str, str] = {}
    for text in sorted(texts, key=lambda one: _word(one) != one):
        word = base = _word(text)
        number = 2
        while word in words.values():
            word, number = f"{base}_{number}", number + 1
        words[text] = word
    return words


def _trait_text(name: str, column: _Column) -> str:
    head = f'[[trait]]\nname = "{name}"\nlabel = {_quoted(column.label)}\nkind = "{column.kind}"\n'
    day = _DAY_TOML if column.kind == "date" else ""
    guard = _PROTECTED_TOML if _is_protected(column.label) else ""
    return f'{head}{_levels_text(column)}{day}recorded = "both"\n{guard}'


def _levels_text(column: _Column) -> str:
    if column.kind != "category":
        return ""
    text = f"levels = [{', '.join(_quoted(word) for word in sorted(column.levels.values()))}]\n"
    bases = Counter(_word(one) for one in column.levels)
    if max(bases.values()) > 1:
        written = {column.levels[_same(cell)]: cell for cell in reversed(column.cells) if cell}
        labels = ", ".join(f"{word} = {_quoted(written[word])}" for word in sorted(written))
        text += f"level_labels = {{ {labels} }}\n"
    return text + '# If these have an order, change kind to "ordered" and list the lowest first.\n'


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_protected(label: str) -> bool:
    """Whether a column reads, in English or Spanish, like something that is never a lever."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return _PROTECTED.search(re.sub(r"[^a-z]+", " ", _unaccented(apart))) is not None


def _unaccented(text: str) -> str:
    """A text in lower case, without accents: "Género" is genero."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def _left_out(column: _Column) -> str:
    return f'The column "{shorten(column.label)}" was left out: {column.why_not}.'


def _people(table: Table, ids: str | None) -> list[str]:
    """Who each line is about; whoever has no name is a person of their own."""
    at = table.header.index(ids) if ids else None
    names = ["" if at is None else row[at].strip() for row in table.rows]
    return [
        _no_formula(name) if name.lower() not in _NOBODY else f"person {number}"
        for number, name in enumerate(names, start=1)
    ]


def _people_rows(people: list[str], rounds: list[str], kept: dict[str, _Column]) -> list[list[str]]:
    return [
        [person, *rounds[index : index + 1], *(column.written(index) for column in kept.values())]
        for index, person in enumerate(people)
    ]


def _rounds_text(rounds: list[str]) -> str:
    """Every round once, of the kind and the source a new pack has; the day of its decision is left to fill in."""
    header = ["id", "kind", "name", "decided", "selected", "source"]
    return _csv_text(header, [[one, "round", "", "", "", "own"] for one in dict.fromkeys(rounds) if one])


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
    word = re.sub(r"[^a-z0-9]+", "_", _unaccented(text)).strip("_") or "level"
    return word if word[0].isalpha() else f"x_{word}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'


def _csv_text(header: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()
