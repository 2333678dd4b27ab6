"""A published grid: accepted of applicants, by a band of one trait and a band of another, as of grades and a test."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from twelfth.base import invalid
from twelfth.goal.levels import Level, Range

MOST = 10**12
"""No process has more applicants; larger numbers are slips."""
MOST_UNDER = 1000
"""Tables hide small counts only."""
A_COUNT = "a whole number of at least 0, <10 for fewer than ten, or blank where suppressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, or only that they are fewer than `under`; both None where the publisher suppressed it.

    Raises:
        InvalidInput: a number not from 0 to 10**12, an `under` not from 1 to 1000, or both.
    """

    exact: int | None = None
    under: int | None = None

    def __post_init__(self) -> None:
        counted = self.exact is None or 0 <= self.exact <= MOST
        hidden = self.under is None or 1 <= self.under <= MOST_UNDER
        if not (counted and hidden) or (self.exact is not None and self.under is not None):
            raise invalid("count", str(self), A_COUNT)

    @property
    def most(self) -> int | None:
        """The largest it can be; None where that is not known."""
        return self.exact if self.under is None else self.under - 1

    def __str__(self) -> str:
        if self.exact is None and self.under is None:
            return "suppressed"
        return str(self.exact) if self.under is None else f"<{self.under}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Numbers from low to high, an end None where it is open, or one level.

    text: as the pack writes it. decimals: in which the ends are written; a number is rounded to these before it is
    placed, so that 3.796 belongs to 3.80..4.00.
    """

    text: str
    low: float | None = None
    high: float | None = None
    level: Level | None = None
    decimals: int = 0

    def holds(self, level: Level) -> bool:
        """Whether a level, or a whole range of numbers, lies in the band."""
        if self.level is not None:
            return level == self.level
        lo, hi = (level.lo, level.hi) if isinstance(level, Range) else (_number(level), _number(level))
        lo, hi = round(lo, self.decimals), round(hi, self.decimals)
        return (self.low is None or self.low <= lo) and (self.high is None or hi <= self.high)

    def __str__(self) -> str:
        if self.level is not None:
            return str(self.level).replace("_", " ")
        low, high = (None if end is None else f"{end:.{self.decimals}f}" for end in (self.low, self.high))
        if low is None:
            return f"up to {high}"
        return f"{low} and above" if high is None else low if low == high else f"{low} to {high}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One pair of bands. row, column: their places among the bands of the grid, from 0."""

    row: int
    column: int
    accepted: Count
    applicants: Count
    known: date | None = None
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        most = self.applicants.most
        if self.accepted.exact is not None and most is not None and self.accepted.exact > most:
            raise invalid("accepted", self.accepted, f"at most the applicants, {self.applicants}", field="accepted")

    @property
    def told(self) -> bool:
        """Whether it says anything: neither count suppressed, and the applicants exact."""
        return self.applicants.exact is not None and str(self.accepted) != "suppressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Counts by the bands of two traits. A pair of bands without a cell is suppressed.

    rows, columns: names of the two traits. row_bands, column_bands: in order, the lowest first.

    Raises:
        InvalidInput: one trait twice, no band, bands that overlap, a cell outside, or two cells of one pair.
    """

    rows: str
    columns: str
    row_bands: tuple[Band, ...]
    column_bands: tuple[Band, ...]
    cells: tuple[GridCell, ...]

    def __post_init__(self) -> None:
        if self.rows == self.columns:
            raise invalid("traits of the grid", self.rows, "two different traits")
        for name, bands in ((self.rows, self.row_bands), (self.columns, self.column_bands)):
            _check_bands(name, bands)
        places = [(cell.row, cell.column) for cell in self.cells]
        if len(set(places)) < len(places):
            raise invalid("cells of the grid", f"{len(places)} cells, {len(set(places))} pairs", "each pair once")
        if any(not (0 <= row < len(self.row_bands) and 0 <= at < len(self.column_bands)) for row, at in places):
            raise invalid("cell of the grid", "outside", "a place among the bands")

    def known(self, as_of: date) -> "Grid | None":
        """The grid with the cells that were known by a day; None when there were none."""
        cells = tuple(cell for cell in self.cells if cell.known is None or cell.known <= as_of)
        return replace(self, cells=cells) if cells else None

    def cell(self, row: int, column: int) -> GridCell:
        """The cell of two bands; one with both counts suppressed where there is none."""
        there = (cell for cell in self.cells if (cell.row, cell.column) == (row, column))
        return next(there, GridCell(row=row, column=column, accepted=Count(), applicants=Count()))


def places(bands: Sequence[Band], level: Level) -> tuple[int, ...]:
    """The bands a level may be in: one, several for a range, none off the grid. An end that two bands share belongs to
    the upper one."""
    held = tuple(index for index, band in enumerate(bands) if band.holds(level))
    if held or not isinstance(level, Range):
        return held[-1:]
    ends = (level.lo, level.hi)
    return tuple(index for index, band in enumerate(bands) if _touches(band, *ends))


def nearest(bands: Sequence[Band], level: Level) -> int | None:
    """The band nearest to a number off the grid; None for a level that is no number."""
    if isinstance(level, bool | str | date):
        return None
    number = level.middle if isinstance(level, Range) else float(level)
    return min(range(len(bands)), key=lambda index: _away(bands[index], number))


def _touches(band: Band, lo: float, hi: float) -> bool:
    return (band.low is None or band.low <= hi) and (band.high is None or lo <= band.high)


def _away(band: Band, number: float) -> float:
    below = 0.0 if band.low is None else band.low - number
    above = 0.0 if band.high is None else number - band.high
    return max(below, above, 0.0)


def _number(level: Level) -> float:
    return float(level) if isinstance(level, int | float) else float("nan")


def _check_bands(name: str, bands: tuple[Band, ...]) -> None:
    if not bands:
        raise invalid(f"bands of {name}", "none", "at least one")
    if any(band.level is not None for band in bands):
        if len({band.level for band in bands}) < len(bands):
            raise invalid(f"bands of {name}", ", ".join(band.text for band in bands), "each level once")
        return
    for lower, upper in pairwise(bands):
        if lower.high is None or upper.low is None or lower.high > upper.low or lower == upper:
            raise invalid(
                f"bands of {name}", f"{lower.text} and {upper.text}", "bands that do not overlap, the lowest first"
            )
