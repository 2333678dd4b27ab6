"""From somebody's table of rounds to rounds.csv: the day of each, its kind, how many were selected, the cut-off."""

import re
from collections.abc import Iterable, Sequence

from twelfth.base import InvalidInput, Problem, invalid, shorten, word_of
from twelfth.packs.band_text import count_text
from twelfth.packs.from_people import FIRST_ROWS
from twelfth.packs.new_traits import csv_text, no_formula, quoted
from twelfth.packs.sheet import Cleaned, Options, Sheet, cleaned
from twelfth.packs.sheet.cleaned import LEAVE_OUT, column_named
from twelfth.usecases import ColumnRead, SheetRead

DECIDED, KIND, SELECTED, CUT_OFF, ID, NAME = "decided", "kind", "selected", "cut_off", "id", "name"
_ROLES = {
    CUT_OFF: re.compile(
        r".*\bcut ?offs?\b.*|crs|(?:minimum|lowest|min) .*|(?:crs |minimum )?(?:score|points)(?: of .*)?"
        r"|puntaje|puntos|corte"
    ),
    SELECTED: re.compile(
        r"(?:number |no |n )?(?:of )?"
        r"(?:selected|invitations?(?: issued)?|invited|itas?(?: issued)?|places|admitted|issued"
        r"|seleccionados|invitaciones)"
    ),
    DECIDED: re.compile(r"(?:.* )?(?:date|decided|day|fecha)|decided on|decision"),
    ID: re.compile(r"id|(?:draw|round)?(?: ?(?:number|no|nr))|round id|numero|ronda"),
    KIND: re.compile(r"(?:.* )?(?:kind|type|program|programme|category|stream|programa|categoria|tipo)"),
    NAME: re.compile(r"name|title|round|draw|nombre"),
}
_HOLDS = {CUT_OFF: ("numeric",), DECIDED: ("date",)}
"""Kinds of column that may take a role by its name."""
_TEXTS = (SELECTED, ID, KIND, NAME)
_POINTS = "points"
_TRAITS_TOML = """\
# The points that a cut-off is held against. State your own in your case file. What they are made of is not in a table
# of cut-offs; a pack may compute them by a rubric instead, see the pack format.

[[trait]]
name = "{name}"
label = "Points"
kind = "numeric"
{unit}recorded = "both"
"""
A_DAY = "the day of the decision: a round without one cannot be placed"
A_COUNT = "a whole number of at least 0, or blank"
_HOW = "Say which column it is with --map COLUMN={role}."


def cut_offs_read(sheet: Sheet, options: Options) -> SheetRead:
    """What a table with one round a line amounts to.

    Raises:
        InvalidInput: no round in it, no column of days or of cut-offs, a round without its day, a number of people that
            is not whole, a number or a day that can be read in two ways.
    """
    if not sheet.rows:
        raise invalid("rounds", "0 lines", "at least one round", file=sheet.file)
    texts = _text_roles(sheet, options)
    clean = cleaned(sheet, options, texts=tuple(texts.values()))
    roles = _roles(clean, texts)
    _check(sheet, clean, roles)
    kinds = _kinds(clean, roles)
    rows = _rows(clean, roles, kinds)
    header = ("id", "kind", "name", "decided", "selected", "cut_off", "source")
    left_out = [name for name in clean.table.header if name not in roles.values()]
    return SheetRead(
        columns=tuple(_read(name, clean, roles) for name in clean.table.header),
        rows=len(rows),
        header=header[:-1],
        first=tuple(tuple(row[:-1]) for row in rows[:FIRST_ROWS]),
        doubtful=clean.doubtful,
        notes=(*clean.notes, *_notes(rows, left_out)),
        files=(("traits.toml", _traits_toml(clean, roles)), ("rounds.csv", csv_text(header, rows))),
        kinds=tuple((word, title) for title, word in kinds.items()),
        points=_POINTS,
    )


def _traits_toml(clean: Cleaned, roles: dict[str, str]) -> str:
    unit = clean.units[roles[CUT_OFF]]
    return _TRAITS_TOML.format(name=_POINTS, unit=f"unit = {quoted(unit)}\n" if unit else "")


def _text_roles(sheet: Sheet, options: Options) -> dict[str, str]:
    """The columns that are not read as numbers: a number such as 91a, and a count, for 5,000 people cannot be five."""
    given = {column_named(sheet, name): role for name, role in options.maps.items()}
    roles = {role: name for name, role in given.items() if role in _TEXTS}
    for role in _TEXTS:
        for name in sheet.header:
            if role not in roles and name not in (*given, *roles.values()) and _fits(name, role):
                roles[role] = name
    return roles


def _fits(title: str, role: str) -> bool:
    words = "number" if title == "#" else word_of(title).replace("_", " ")
    return _ROLES[role].fullmatch(words) is not None


def _roles(clean: Cleaned, texts: dict[str, str]) -> dict[str, str]:
    """The column of each role: as given, else the first whose name and values fit."""
    roles = {role: name for role, name in texts.items() if name in clean.columns}
    for name, given in clean.given.items():
        if given not in _ROLES or roles.get(given, name) != name:
            expected = f"one of {', '.join(_ROLES)}, each once, or {LEAVE_OUT} to leave it out"
            raise invalid(f"what the column {shorten(name)!r} becomes", given, expected)
        roles[given] = name
    for role, kinds in _HOLDS.items():
        for name in clean.table.header:
            fits = clean.columns[name].kind in kinds and _fits(clean.titles[name], role)
            if role not in roles and name not in roles.values() and fits:
                roles[role] = name
    for role, what in ((DECIDED, "days"), (CUT_OFF, "cut-offs")):
        if role not in roles:
            there = ", ".join(shorten(one, most=30) for one in clean.table.header)
            raise invalid(
                "columns",
                there,
                f"one of {what}, such as {'Date' if role == DECIDED else 'Cut-off'}",
                file=clean.table.file,
                next_step=_HOW.format(role=role),
            )
        _check_holds(clean, roles[role], role)
    return roles


def _check_holds(clean: Cleaned, name: str, role: str) -> None:
    if clean.columns[name].kind not in (*_HOLDS[role], ""):
        first = next(cell for cell in clean.columns[name].cells if cell)
        expected = "days such as 2024-05-31" if role == DECIDED else "numbers"
        raise InvalidInput(
            Problem(
                thing=role,
                value=first,
                expected=expected,
                file=clean.table.file,
                line=clean.table.lines[clean.columns[name].cells.index(first)],
                field=shorten(name),
                next_step=_HOW.format(role=role),
            )
        )


def _check(sheet: Sheet, clean: Cleaned, roles: dict[str, str]) -> None:
    """Every round has a day, and its number of people is whole."""
    wrong = [(index, DECIDED, A_DAY) for index, day in enumerate(clean.columns[roles[DECIDED]].cells) if not day]
    if SELECTED in roles:
        cells = clean.columns[roles[SELECTED]].cells
        wrong += [(index, SELECTED, A_COUNT) for index, cell in enumerate(cells) if not _is_count(cell)]
    problems = [
        Problem(
            thing=role,
            value=sheet.rows[index][sheet.header.index(roles[role])],
            expected=expected,
            file=sheet.file,
            line=sheet.lines[index],
            field=shorten(roles[role]),
        )
        for index, role, expected in wrong
    ]
    if problems:
        raise InvalidInput(*problems)


def _is_count(cell: str) -> bool:
    count = count_text(cell)
    return count is not None and "<" not in count


def _kinds(clean: Cleaned, roles: dict[str, str]) -> dict[str, str]:
    """A word of its own for each kind of round, by its title."""
    titles = tuple(dict.fromkeys(_kind_cells(clean, roles)))
    return dict(zip(titles, _apart(map(word_of, titles), "_"), strict=True))


def _apart(words: Iterable[str], sign: str) -> list[str]:
    """Every word as it is, and numbered from 2 on where it was there before."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for word in words:
        one = word
        while one in found:
            last[word] = last.get(word, 1) + 1
            one = f"{word}{sign}{last[word]}"
        found[one] = None
    return list(found)


def _kind_cells(clean: Cleaned, roles: dict[str, str]) -> list[str]:
    if KIND not in roles:
        return ["Round"] * len(clean.table.rows)
    return [" ".join(cell.split()) or "Kind not stated" for cell in clean.columns[roles[KIND]].cells]


def _rows(clean: Cleaned, roles: dict[str, str], kinds: dict[str, str]) -> list[list[str]]:
    cells = {role: clean.columns[name].cells for role, name in roles.items()}
    blank = [""] * len(clean.table.rows)
    days = cells[DECIDED]
    ids = _ids(cells.get(ID, blank), days)
    return [
        [one, kinds[kind], no_formula(name), day, count_text(selected) or "", cut_off, "own"]
        for one, kind, name, day, selected, cut_off in zip(
            ids,
            _kind_cells(clean, roles),
            cells.get(NAME, blank),
            days,
            cells.get(SELECTED, blank),
            cells[CUT_OFF],
            strict=True,
        )
    ]


def _ids(stated: Sequence[str], days: Sequence[str]) -> list[str]:
    """The ids stated, where each is there and different; else the days, numbered where two are the same."""
    words = [re.sub(r"\s+", "-", no_formula(cell)) for cell in stated]
    if all(words) and len(set(words)) == len(words):
        return words
    return _apart(days, "-")


def _read(name: str, clean: Cleaned, roles: dict[str, str]) -> ColumnRead:
    role = next((role for role, one in roles.items() if one == name), "")
    column = clean.columns[name]
    return ColumnRead(
        column=name,
        becomes=role,
        kind="numeric" if role == SELECTED else column.kind,
        unit=clean.units[name],
        levels=(),
        protected=False,
        known=sum(1 for cell in column.cells if cell),
        why_not="" if role else "a round has no place for it",
    )


def _notes(rows: list[list[str]], left_out: list[str]) -> list[str]:
    notes = [f'The column "{shorten(name)}" was left out: a round has no place for it.' for name in left_out]
    without = sum(1 for row in rows if not row[5])
    if without:
        notes.append(f"Rounds without a cut-off, kept without one: {without} of {len(rows)}.")
    twice = len(rows) - len({(row[1], row[3], row[4], row[5]) for row in rows})
    if twice:
        notes.append(f"Lines that repeat another round, kind, day and figures and all: {twice}. Is that so?")
    return notes
