"""grid.csv: accepted and applicants by a band of one trait and a band of another."""

import re
from dataclasses import replace
from pathlib import Path

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal import A_COUNT, Band, Count, Grid, GridCell, Trait
from twelfth.packs.cells import Row
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

GRID_COLUMNS = ("accepted", "applicants", "known", "source", "note")
A_BAND = "numbers such as 3.60..3.79, ..1.99 or 3.80.., or one number"
_BAND = re.compile(r"(-?\d+(?:\.\d+)?)?(\.\.)?(-?\d+(?:\.\d+)?)?")
_UNDER = re.compile(r"<\s*(\d{1,4})")


def read_grid(path: Path, report: Report, *, traits: dict[str, Trait]) -> Grid | None:
    """The grid, its bands in order; None where a line is refused. The two columns that are none of GRID_COLUMNS are the
    two traits."""
    table = read_table(path, required=("accepted", "applicants", "source"))
    axes = [name for name in table.header if name not in GRID_COLUMNS]
    with report.at(table.file):
        if len(axes) != 2 or any(name not in traits for name in axes):
            told = ", ".join(axes) or "none"
            raise invalid("traits of the grid", told, "two columns named like traits of traits.toml")
    if len(axes) != 2 or any(name not in traits for name in axes):
        return None
    before = len(report.problems)
    read: list[tuple[int, Band, Band, GridCell]] = []
    for line, cells in table.records():
        with report.at(table.file, line=line):
            row = Row(cells)
            over, under = (_band(row, traits[name]) for name in axes)
            read.append((line, over, under, _cell(row)))
    grid: Grid | None = None
    if len(report.problems) == before:
        with report.at(table.file):
            grid = _grid((axes[0], axes[1]), read, traits)
    return grid


def band_of(text: str) -> Band | None:
    """A band of numbers as a pack writes it; None for a text that is none."""
    found = _BAND.fullmatch(text)
    if found is None or not (found[1] or found[3]) or (found[3] and not found[2]):
        return None
    low = None if found[1] is None else float(found[1])
    high = low if not found[2] else None if found[3] is None else float(found[3])
    if low is not None and high is not None and low > high:
        return None
    decimals = max(len(end.partition(".")[2]) for end in (found[1] or "", found[3] or ""))
    return Band(text=text, low=low, high=high, decimals=decimals)


def count_of(text: str) -> Count:
    """A count as a pack writes it: 12, <10, or blank where suppressed. Raises InvalidInput."""
    if not text or text == "?":
        return Count()
    if found := _UNDER.fullmatch(text):
        return Count(under=int(found[1]))
    if not (text.isascii() and text.isdecimal()):
        raise invalid("count", text, A_COUNT)
    return Count(exact=int(text))


def _band(row: Row, trait: Trait) -> Band:
    text = row.needed(trait.name)
    if trait.codes() is not None:
        try:
            return Band(text=text, level=trait.parse(text))
        except InvalidInput as error:
            raise invalid(trait.name, text, error.problems[0].expected, field=trait.name) from None
    band = band_of(text) if trait.kind == "numeric" else None
    if band is None:
        raise invalid("band", text, A_BAND if trait.kind == "numeric" else "a trait that is no date", field=trait.name)
    return band


def _cell(row: Row) -> GridCell:
    counts = []
    for name in ("accepted", "applicants"):
        try:
            counts.append(count_of(row.text(name)))
        except InvalidInput as error:
            raise InvalidInput(*(replace(one, thing=name, field=name) for one in error.problems)) from None
    accepted, applicants = counts
    return GridCell(
        row=0, column=0, accepted=accepted, applicants=applicants, known=row.day("known"), source=row.sources()
    )


def _grid(axes: tuple[str, str], read: list[tuple[int, Band, Band, GridCell]], traits: dict[str, Trait]) -> Grid:
    rows = _ordered([one[1] for one in read], traits[axes[0]])
    columns = _ordered([one[2] for one in read], traits[axes[1]])
    seen: dict[tuple[int, int], int] = {}
    cells = []
    for line, over, under, cell in read:
        place = rows.index(over), columns.index(under)
        if place in seen:
            raise InvalidInput(
                Problem(
                    thing="cell",
                    value=f"{over.text}, {under.text}",
                    expected=f"each pair of bands once; line {seen[place]} has it too",
                    line=line,
                )
            )
        seen[place] = line
        cells.append(replace(cell, row=place[0], column=place[1]))
    return Grid(rows=axes[0], columns=axes[1], row_bands=tuple(rows), column_bands=tuple(columns), cells=tuple(cells))


def _ordered(bands: list[Band], trait: Trait) -> list[Band]:
    """Each band once, the lowest first."""
    once = list(dict.fromkeys(bands))
    if trait.codes() is not None:
        return sorted(once, key=lambda band: trait.code(band.level) if band.level is not None else 0.0)
    lowest = float("-inf")
    return sorted(once, key=lambda band: (lowest if band.low is None else band.low, band.high or lowest))
