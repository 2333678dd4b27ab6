"""The columns of a sheet in one manner of writing: yes and no, numbers with a decimal point, days as 2024-05-31, blank
where unknown.

A cell that fits nothing else in its column is left unknown and named. A number or a day that can be read in two ways is
refused, unless another cell or whoever asks says which way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from twelfth.base import InvalidInput, Problem, invalid, shorten
from twelfth.packs.sheet.column import Column, column_of, ruled
from twelfth.packs.sheet.day import DAY_FIRST, MONTH_FIRST
from twelfth.packs.sheet.number import COMMA, POINT, decimal_of
from twelfth.packs.sheet.sheet import Sheet
from twelfth.packs.table import Table
from twelfth.usecases import DoubtfulCell

DECIMALS = {"point": POINT, "comma": COMMA}
ORDERS = (DAY_FIRST, MONTH_FIRST)
LEAVE_OUT = "-"
"""Instead of the name of a trait."""
_UNIT_IN_NAME = re.compile(r"(.*\S)\s*[(\[]\s*([^()\[\]]*[^\W\d][^()\[\]]*|%)\s*[)\]]", re.DOTALL)
_SCALE_IN_NAME = re.compile(r"(.*[^\W\d].*?)\s*/\s*(\d+(?:[.,]\d+)?)", re.DOTALL)
_LONGEST_UNIT, LONGEST_NAME = 20, 200
"""Characters; nothing is searched for a unit in a longer name."""
_ONE_WAY = (
    "a number that can be read in one way only: 3.5 or 1500; here the comma or point may be decimal or part thousands"
)
_WRITE_PLAINLY = (
    "Write the numbers of this column with a decimal point and nothing between thousands; or say which sign is decimal:"
    " twelfth import takes --decimal point or --decimal comma."
)
_ONE_DAY = "a day that can be read in one way only, such as 2024-05-31"
_LONG_YEAR = "a day with four digits for the year, such as 2024-05-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What whoever asks says about a sheet: names and units by column, the outcome, and how numbers and days are read.

    maps: column to trait, `-` to leave it out. decimal: "point", "comma" or "". dates: "day-first", "month-first" or
    "".
    """

    maps: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    outcome: str = ""
    decimal: str = ""
    dates: str = ""

    def __post_init__(self) -> None:
        if self.decimal not in ("", *DECIMALS):
            raise invalid("decimal sign", self.decimal, "point or comma")
        if self.dates not in ("", *ORDERS):
            raise invalid("order of days", self.dates, " or ".join(ORDERS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A table in one manner of writing. By column: what it holds, its title without the unit, its unit.

    given: the names somebody gave to columns. doubtful: cells left unknown. notes: how the table was read.
    """

    table: Table
    columns: Mapping[str, Column]
    titles: Mapping[str, str]
    units: Mapping[str, str]
    given: Mapping[str, str]
    doubtful: tuple[DoubtfulCell, ...]
    notes: tuple[str, ...]


def cleaned(
    sheet: Sheet,
    options: Options | None = None,
    *,
    texts: tuple[str, ...] = (),
    kinds: Mapping[str, str] | None = None,
) -> Cleaned:
    """Every column read. `texts`: columns left as they are, such as the names of people. `kinds`: of columns of which
    it is said, "binary" or "numeric".

    Raises:
        InvalidInput: a column named that there is not, the first number or day of each column that may be read in two
            ways.
    """
    options = options or Options()
    maps, units = (_named(sheet, given) for given in (options.maps, options.units))
    kept = [name for name in sheet.header if maps.get(name) != LEAVE_OUT]
    said = kinds or {}
    columns = {name: column_of(sheet.column(name), as_text=name in texts, said=said.get(name, "")) for name in kept}
    decimal, notes = _decimal(sheet, columns, options)
    columns = {
        name: ruled(one, decimal=decimal, separator=sheet.separator, order=options.dates, said=bool(options.decimal))
        for name, one in columns.items()
    }
    _refuse_unclear(sheet, columns)
    titles = {name: _parts(name, one) for name, one in columns.items()}
    cells = [one.cells for one in columns.values()]
    return Cleaned(
        table=Table(
            file=sheet.file,
            header=tuple(kept),
            rows=[list(row) for row in zip(*cells, strict=True)] if kept else [[] for _ in sheet.rows],
            lines=sheet.lines,
        ),
        columns=columns,
        titles={name: title for name, (title, _) in titles.items()},
        units={name: units.get(name) or columns[name].unit or unit for name, (_, unit) in titles.items()},
        given={name: one for name, one in maps.items() if one != LEAVE_OUT},
        doubtful=_doubtful(sheet, columns),
        notes=(*sheet.notes, *notes, *_dropped(sheet, kept)),
    )


def column_named(sheet: Sheet, name: str) -> str:
    """A column by its name, capitals and the spaces around it aside. Raises InvalidInput for one there is not."""
    found = [one for one in sheet.header if one == name] or [
        one for one in sheet.header if one.strip().lower() == name.strip().lower()
    ]
    if not found:
        there = ", ".join(shorten(one, most=30) for one in sheet.header)
        raise invalid("column", name, f"one of the columns there are: {there}", file=sheet.file)
    return found[0]


def resolved(options: Options, sheet: Sheet) -> Options:
    """The same, with every column called as the sheet calls it. Raises InvalidInput for one there is not."""
    return replace(options, maps=_named(sheet, options.maps), units=_named(sheet, options.units))


def _named(sheet: Sheet, given: Mapping[str, str]) -> dict[str, str]:
    return {column_named(sheet, name): value.strip() for name, value in given.items()}


def _decimal(sheet: Sheet, columns: Mapping[str, Column], options: Options) -> tuple[str, list[str]]:
    """The decimal sign of the file where a column does not show its own, and the sentence that says how it is known."""
    if options.decimal:
        return DECIMALS[options.decimal], []
    shown = decimal_of([one for column in columns.values() for one in column.numbers.values()])
    if not shown or not any(column.unclear(decimal="") for column in columns.values()):
        return shown, []
    name, text = next(
        (name, cell)
        for name, column in columns.items()
        for cell, one in column.numbers.items()
        if one.decimal() == shown
    )
    line = sheet.lines[sheet.column(name).index(text)]
    word = "comma" if shown == COMMA else "point"
    return shown, [f"A {word} is decimal here, as line {line}, {shorten(name)} shows: {shorten(text)!r}."]


def _refuse_unclear(sheet: Sheet, columns: Mapping[str, Column]) -> None:
    problems = []
    for name, column in columns.items():
        for index, expected, next_step in (
            (column.unclear_number, _ONE_WAY, _WRITE_PLAINLY),
            (column.unclear_day, _ONE_DAY, "Say which: twelfth import takes --dates day-first or --dates month-first."),
            (column.short_year, _LONG_YEAR, "Write the years of this column with four digits."),
        ):
            if index is not None:
                problems.append(
                    Problem(
                        thing="number" if expected == _ONE_WAY else "day",
                        value=sheet.rows[index][sheet.header.index(name)],
                        expected=expected,
                        file=sheet.file,
                        line=sheet.lines[index],
                        field=shorten(name),
                        next_step=next_step,
                    )
                )
    if problems:
        raise InvalidInput(*problems)


def _parts(name: str, column: Column) -> tuple[str, str]:
    """The title of a column and the unit in its name, where it holds numbers."""
    if column.kind != "numeric" or len(name) > LONGEST_NAME:
        return name, ""
    if (found := _UNIT_IN_NAME.fullmatch(name)) and len(found[2]) <= _LONGEST_UNIT:
        return found[1], found[2].strip()
    if found := _SCALE_IN_NAME.fullmatch(name):
        return found[1], f"of {found[2].replace(',', '.')}"
    return name, ""


def _doubtful(sheet: Sheet, columns: Mapping[str, Column]) -> tuple[DoubtfulCell, ...]:
    found = [
        DoubtfulCell(line=sheet.lines[index], column=name, value=sheet.rows[index][sheet.header.index(name)], told=why)
        for name, column in columns.items()
        for index, why in column.doubtful
    ]
    return tuple(sorted(found, key=lambda one: one.line))


def _dropped(sheet: Sheet, kept: list[str]) -> list[str]:
    return [f'The column "{shorten(name)}" was left out: you said so.' for name in sheet.header if name not in kept]
