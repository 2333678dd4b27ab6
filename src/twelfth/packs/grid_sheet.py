"""From somebody's table of accepted and applicants to grid.csv and its two traits.

Five layouts are read: a line for each pair of bands; a band a line and "12/40" in the cells; two such tables; two
columns, accepted and applicants, under each band; two lines, accepted and applicants, for each band.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twelfth.base import InvalidInput, Problem, invalid, shorten, word_of
from twelfth.packs.band_text import count_text, pair_texts
from twelfth.packs.grid_axis import Axis, Place, axis_of, whole
from twelfth.packs.new_traits import csv_text, trait_name
from twelfth.packs.sheet import Options, Sheet
from twelfth.packs.sheet.cleaned import LEAVE_OUT, LONGEST_NAME, column_named
from twelfth.usecases import SheetRead

ACCEPTED, APPLICANTS, RATE = "accepted", "applicants", "rate"
_ROLES = {
    ACCEPTED: re.compile(
        r"(?:number |no |n )?(?:of )?(?:accepted|accept\w*|admit\w*|selected|offers?|offered|matriculants?|successful"
        r"|aceptados|admitidos|seleccionados)(?: applicants| students)?"
    ),
    APPLICANTS: re.compile(
        r"(?:number |no |n )?(?:of |total |all )?"
        r"(?:applicants?|applied|applications?|candidates|apps|total|n|solicitantes|aspirantes)"
    ),
    RATE: re.compile(r".*\b(?:rate|percent|percentage|share|tasa|porcentaje)\b.*"),
}
ROWS, COLUMNS = "rows", "columns"
"""Names under which --map gives the two sides of a grid a trait."""
_CORNER = re.compile(r"(.+?)\s*(?:\\|/|\bby\b|\u00d7|\bvs\.?)\s*(.+)", re.IGNORECASE)
FIRST_ROWS = 6
A_COUNT = "a whole number, <10 for fewer than ten, or blank where suppressed"
A_PAIR = "accepted of applicants such as 12/40, <10/40, or blank where suppressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One pair of bands as the table has it. Counts as a pack writes them."""

    over: str
    under: str
    accepted: str
    applicants: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a table turned out to be: its cells, and the titles of its two sides ("": not said)."""

    cells: list[Counted]
    rows: str
    columns: str
    notes: tuple[str, ...] = ()


def grid_read(sheet: Sheet, options: Options, applicants: Sheet | None = None) -> SheetRead:
    """What a table of accepted and applicants amounts to. applicants: a second table of the same bands.

    Raises:
        InvalidInput: no layout that is known, or a count or a band that cannot be read, with its line and column.
    """
    for name in options.maps:
        if name.lower() not in (ROWS, COLUMNS):
            column_named(sheet, name)
    layout = _layout(sheet, options, applicants)
    kept = [cell for cell in layout.cells if not (whole(cell.over) or whole(cell.under))]
    if not kept:
        raise invalid("grid", "no cell", "at least one pair of bands", file=sheet.file)
    _check_once(kept)
    sides = [
        _axis(kept, side, title, sheet, options) for side, title in ((ROWS, layout.rows), (COLUMNS, layout.columns))
    ]
    rows, columns = sides
    if rows.name == columns.name:
        raise invalid("traits of the grid", rows.name, "two different names", next_step=_how_to_name())
    header = (rows.name, columns.name, ACCEPTED, APPLICANTS, "source")
    lines = [(rows.bands[cell.over], columns.bands[cell.under], cell.accepted, cell.applicants, "own") for cell in kept]
    _check_counts(kept)
    return SheetRead(
        columns=(rows.read(layout.rows or ROWS, len(kept)), columns.read(layout.columns or COLUMNS, len(kept))),
        rows=len(kept),
        header=header[:-1],
        first=tuple(tuple(line[:-1]) for line in lines[:FIRST_ROWS]),
        doubtful=(),
        notes=(*sheet.notes, *layout.notes, *_notes(layout.cells, kept, sides)),
        files=(
            ("traits.toml", f"{rows.toml()}\n{columns.toml()}"),
            ("grid.csv", csv_text(header, lines)),
        ),
    )


def _layout(sheet: Sheet, options: Options, applicants: Sheet | None) -> Layout:
    if applicants is not None:
        return _two_tables(sheet, applicants)
    kept = [name for name in sheet.header if _given(sheet, name, options) != LEAVE_OUT]
    roles = {name: _role(sheet, name, options) for name in kept}
    free = [name for name in kept if not roles[name]]
    if ACCEPTED in roles.values() and APPLICANTS in roles.values():
        return _long(sheet, free, roles)
    ends = {name: _role_word(name.rpartition(": ")[2]) for name in kept[1:] if ": " in name}
    if ACCEPTED in ends.values() and APPLICANTS in ends.values():
        return _pairs(sheet, kept[0], ends)
    if len(kept) > 2 and {_role_word(cell) for cell in sheet.column(kept[1]) if cell} >= {ACCEPTED, APPLICANTS}:
        return _stacked(sheet, kept)
    return _wide(sheet, kept)


def _given(sheet: Sheet, name: str, options: Options) -> str:
    given = {key.strip().lower(): value.strip() for key, value in options.maps.items()}
    return given.get(name.lower(), "") if name in sheet.header else ""


def _role(sheet: Sheet, name: str, options: Options) -> str:
    given = _given(sheet, name, options)
    return given if given in _ROLES else "" if given else _role_word(name)


def _role_word(text: str) -> str:
    words = word_of(text).replace("_", " ")
    return next((role for role in (RATE, ACCEPTED, APPLICANTS) if _ROLES[role].fullmatch(words)), "")


def _long(sheet: Sheet, free: list[str], roles: dict[str, str]) -> Layout:
    """A line for each pair of bands."""
    if len(free) < 2:
        raise _no_layout(sheet, f"{len(free)} columns of bands beside accepted and applicants")
    over, under = sheet.column(free[0]), sheet.column(free[1])
    names = {role: next(name for name, one in roles.items() if one == role) for role in (ACCEPTED, APPLICANTS)}
    cells = [
        Counted(
            over=band or _above(over, index),
            under=under[index],
            accepted=_count(sheet, index, names[ACCEPTED]),
            applicants=_count(sheet, index, names[APPLICANTS]),
            place=Place(file=sheet.file, line=sheet.lines[index], field=names[ACCEPTED]),
        )
        for index, band in enumerate(over)
    ]
    spare = [*free[2:], *(name for name, role in roles.items() if role and name not in names.values())]
    notes = tuple(f'The column "{shorten(name)}" was left out: a grid has no place for it.' for name in spare)
    return Layout(cells=cells, rows=free[0], columns=free[1], notes=notes)


def _above(cells: list[str], index: int) -> str:
    """The text of a cell merged over several lines, of which only the first keeps it."""
    return next((cell for cell in reversed(cells[:index]) if cell), "")


def _wide(sheet: Sheet, kept: list[str]) -> Layout:
    """A band a line, a band a column, "12/40" in the cells."""
    if len(kept) < 2:
        raise _no_layout(sheet, "one column")
    title, names = _columns_title(kept[0], kept[1:])
    cells = []
    for index, band in enumerate(sheet.column(kept[0])):
        for name, under in zip(kept[1:], names, strict=True):
            pair = pair_texts(sheet.rows[index][sheet.header.index(name)])
            if pair is None and (whole(band) or whole(under)):
                continue
            if pair is None:
                raise _wrong(sheet, index, name, A_PAIR)
            cells.append(_counted(sheet, index, (band, under), pair))
    return Layout(cells=cells, rows=_rows_title(kept[0]), columns=title)


def _two_tables(accepted: Sheet, applicants: Sheet) -> Layout:
    """A table of accepted and one of applicants, of the same bands."""
    if accepted.header[1:] != applicants.header[1:] or accepted.column(accepted.header[0]) != applicants.column(
        applicants.header[0]
    ):
        raise invalid(
            "table of applicants",
            applicants.file,
            f"the bands of {accepted.file}, in the same order",
            file=applicants.file,
        )
    title, names = _columns_title(accepted.header[0], list(accepted.header[1:]))
    cells = [
        _counted(accepted, index, (band, under), (_count(accepted, index, name), _count(applicants, index, name)))
        for index, band in enumerate(accepted.column(accepted.header[0]))
        for name, under in zip(accepted.header[1:], names, strict=True)
    ]
    return Layout(cells=cells, rows=_rows_title(accepted.header[0]), columns=title, notes=applicants.notes)


def _pairs(sheet: Sheet, first: str, ends: dict[str, str]) -> Layout:
    """Two columns, accepted and applicants, under each band."""
    bands: dict[str, dict[str, str]] = {}
    for name, role in ends.items():
        bands.setdefault(name.rpartition(": ")[0], {})[role] = name
    whole_bands = {band: named for band, named in bands.items() if {ACCEPTED, APPLICANTS} <= set(named)}
    title, names = _columns_title(first, list(whole_bands))
    cells = [
        _counted(
            sheet, index, (over, band), (_count(sheet, index, named[ACCEPTED]), _count(sheet, index, named[APPLICANTS]))
        )
        for index, over in enumerate(sheet.column(first))
        for band, named in zip(names, whole_bands.values(), strict=True)
    ]
    return Layout(cells=cells, rows=_rows_title(first), columns=title)


def _stacked(sheet: Sheet, kept: list[str]) -> Layout:
    """Two lines, accepted and applicants, for each band."""
    bands, roles = sheet.column(kept[0]), [_role_word(cell) for cell in sheet.column(kept[1])]
    rows: dict[str, dict[str, int]] = {}
    for index, role in enumerate(roles):
        rows.setdefault(bands[index] or _above(bands, index), {})[role] = index
    title, names = _columns_title(kept[0], kept[2:])
    cells = [
        _counted(
            sheet,
            at[ACCEPTED],
            (over, under),
            (_count(sheet, at[ACCEPTED], name), _count(sheet, at[APPLICANTS], name)),
        )
        for over, at in rows.items()
        if {ACCEPTED, APPLICANTS} <= set(at)
        for name, under in zip(kept[2:], names, strict=True)
    ]
    return Layout(cells=cells, rows=_rows_title(kept[0]), columns=title)


def _counted(sheet: Sheet, index: int, bands: tuple[str, str], counts: tuple[str, str]) -> Counted:
    return Counted(
        over=bands[0],
        under=bands[1],
        accepted=counts[0],
        applicants=counts[1],
        place=Place(file=sheet.file, line=sheet.lines[index], field=bands[1]),
    )


def _count(sheet: Sheet, index: int, name: str) -> str:
    count = count_text(sheet.rows[index][sheet.header.index(name)])
    if count is None:
        raise _wrong(sheet, index, name, A_COUNT)
    return count


def _columns_title(first: str, names: list[str]) -> tuple[str, list[str]]:
    """The title over the bands of the columns, and these without it."""
    groups = {name.partition(": ")[0] for name in names if ": " in name}
    if len(groups) == 1 and all(": " in name for name in names):
        return groups.pop(), [name.partition(": ")[2] for name in names]
    return _corner(first)[1], names


def _corner(text: str) -> tuple[str, str]:
    """The two titles in the corner of a table, GPA \\ Test; the second blank where there is one."""
    found = _CORNER.fullmatch(text) if len(text) <= LONGEST_NAME else None
    return (found[1], found[2]) if found else (text, "")


def _rows_title(text: str) -> str:
    title = _corner(text)[0]
    return "" if re.fullmatch(r"column [A-Z]{1,2}", title) else title


def _axis(cells: list[Counted], side: str, title: str, sheet: Sheet, options: Options) -> Axis:
    texts: dict[str, Place] = {}
    for cell in cells:
        texts.setdefault(cell.over if side == ROWS else cell.under, replace(cell.place, field=title))
    given = {name.strip().lower(): value.strip() for name, value in options.maps.items()}
    name = given.get(side) or given.get(title.lower(), "")
    if not (name or title):
        expected = "the name of a trait by which a person is placed, such as gpa"
        raise invalid(f"name of the {side}", "", expected, file=sheet.file, next_step=_how_to_name())
    units = {name.strip().lower(): value.strip() for name, value in options.units.items()}
    return axis_of(
        texts,
        name=trait_name(name, title or side) if name else word_of(title),
        title=title or name.replace("_", " ").capitalize(),
        unit=units.get(side) or units.get(title.lower(), ""),
        decimal=options.decimal,
    )


def _check_once(cells: list[Counted]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for cell in cells:
        pair = (cell.over, cell.under)
        if pair in seen:
            expected = f"each pair of bands once; line {seen[pair]} has it too"
            raise _misplaced(cell, "cell", ", ".join(pair), expected)
        seen[pair] = cell.place.line


def _check_counts(cells: list[Counted]) -> None:
    for cell in cells:
        both = cell.accepted.isdecimal() and cell.applicants.isdecimal()
        if both and int(cell.accepted) > int(cell.applicants):
            raise _misplaced(cell, "accepted", cell.accepted, f"at most the applicants, {cell.applicants}")


def _notes(every: list[Counted], kept: list[Counted], sides: list[Axis]) -> Iterator[str]:
    if len(kept) < len(every):
        yield f"{len(every) - len(kept)} cells were left out: they are totals, or of people whose band is not known."
    hidden = sum(1 for cell in kept if not cell.accepted or not cell.applicants)
    under = sum(1 for cell in kept if "<" in cell.accepted + cell.applicants)
    if hidden:
        yield f"Suppressed, so unknown and not none: {hidden} of {len(kept)} cells."
    if under:
        yield f"Said only to be fewer than so many, and kept so: {under} of {len(kept)} cells."
    for side in sides:
        if not side.numeric:
            yield f"{side.title} is no number: check the order of its levels in traits.toml, the lowest first."


def _misplaced(cell: Counted, thing: str, value: str, expected: str) -> InvalidInput:
    place = cell.place
    return InvalidInput(
        Problem(
            thing=thing, value=value, expected=expected, file=place.file, line=place.line, field=shorten(place.field)
        )
    )


def _wrong(sheet: Sheet, index: int, name: str, expected: str) -> InvalidInput:
    return InvalidInput(
        Problem(
            thing="count",
            value=sheet.rows[index][sheet.header.index(name)],
            expected=expected,
            file=sheet.file,
            line=sheet.lines[index],
            field=shorten(name),
            next_step="Leave a column out with --map COLUMN=-, or say what one is with --map COLUMN=accepted.",
        )
    )


def _no_layout(sheet: Sheet, found: str) -> InvalidInput:
    return invalid(
        "grid",
        found,
        "columns of two bands, accepted and applicants; or one of bands and cells such as 12/40",
        file=sheet.file,
        next_step="Say which is which with --map COLUMN=accepted --map COLUMN=applicants.",
    )


def _how_to_name() -> str:
    return "Name them with --map rows=TRAIT --map columns=TRAIT."
