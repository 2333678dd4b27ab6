"""The odds of a person by a published grid: where they stand in it, and what its counts say there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twelfth.base import NotEnoughData, Said, invalid
from twelfth.distance import Caveat, GridOdds, Odds, under
from twelfth.goal import Band, Count, Grid, Level, Process, Profile, nearest, places

SUPPRESSED = -1
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPlace:
    """Where a person stands in a grid of counts.

    row, column: title of the trait, and the person's band; None where several are possible. off_grid: traits whose
    level lies off the grid; the nearest band stands in. possible: how many cells the person may be in. accepted,
    applicants: the counts of the cell, as published, where it is one. cells, suppressed: of the whole grid.
    """

    row: str
    row_band: str | None
    column: str
    column_band: str | None
    off_grid: tuple[str, ...]
    possible: int
    accepted: str | None
    applicants: str | None
    cells: int
    suppressed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GridAnswer:
    """Odds by a grid. average: accepted of applicants over every cell that tells both, "<10" counting as half of it.
    left_out: traits that the grid does not show, with the reason."""

    odds: Odds
    place: GridPlace
    average: float
    left_out: tuple[tuple[str, str], ...]


def grid_odds(process: Process, grid: Grid, who: Profile) -> GridAnswer:
    """The odds of a profile; over every cell it may be in where a band is open, and then without one headline.

    Raises:
        NotEnoughData: neither trait is known, a level has no band, or every cell is suppressed.
    """
    titles = [process.trait(name).title for name in (grid.rows, grid.columns)]
    levels = [who[name].level for name in (grid.rows, grid.columns)]
    if levels == [None, None]:
        raise NotEnoughData(
            Said(
                "The grid of %(pack)s places people by %(one)s and %(other)s, and neither is stated.",
                pack=repr(process.name),
                one=titles[0],
                other=titles[1],
            ),
            next_step=f"State {grid.rows} and {grid.columns} in the case.",
        )
    axes = (grid.row_bands, grid.column_bands)
    found = [_possible(*one) for one in zip(axes, levels, titles, strict=True)]
    cells = [(row, column) for row in found[0][0] for column in found[1][0]]
    off_grid = tuple(title for title, (_, off) in zip(titles, found, strict=True) if off)
    model = GridOdds().fit(_counts(grid, "accepted"), _counts(grid, "applicants"), seed=SEED)
    odds = _over(model.odds(cells), off_grid=bool(off_grid))
    return GridAnswer(
        odds=odds,
        place=_place(grid, titles, cells, off_grid),
        average=_average(grid),
        left_out=tuple(
            (trait.name, "the grid does not show it")
            for trait in process.traits
            if trait.name not in (grid.rows, grid.columns)
        ),
    )


def _possible(bands: tuple[Band, ...], level: Level | None, title: str) -> tuple[tuple[int, ...], bool]:
    """The bands a person may be in, and whether their level is off the grid."""
    if level is None:
        return tuple(range(len(bands))), False
    if found := places(bands, level):
        return found, False
    near = nearest(bands, level)
    if near is None:
        raise NotEnoughData(
            Said(
                "The grid has no band of %(trait)s for %(level)s.",
                trait=title,
                level=level,
            ),
            next_step=f"It has: {', '.join(str(band) for band in bands)}.",
        )
    return (near,), True


def _over(found: list[Odds], *, off_grid: bool) -> Odds:
    """The odds of the one cell; of several the interval that holds all of theirs."""
    caveats = {caveat for one in found for caveat in one.caveats} | ({Caveat.OFF_GRID} if off_grid else set())
    ends = [end for one in found for end in (one.lo, one.hi) if end is not None]
    basis = found[0].basis if len(found) == 1 else f"{len(found)} cells are possible; the interval holds that of each"
    return Odds(
        p=found[0].p if len(found) == 1 else None,
        lo=min(ends),
        hi=max(ends),
        basis=basis,
        caveats=tuple(sorted(caveats)),
    )


def _counts(grid: Grid, which: str) -> NDArray[np.object_]:
    """Accepted or applicants as GridOdds takes them: [rows, columns]."""
    counts = np.full((len(grid.row_bands), len(grid.column_bands)), SUPPRESSED, dtype=object)
    for cell in grid.cells:
        counts[cell.row, cell.column] = _told(getattr(cell, which))
    return counts


def _told(count: Count) -> object:
    if count.under is not None:
        return under(count.under)
    return SUPPRESSED if count.exact is None else count.exact


def _place(grid: Grid, titles: list[str], cells: list[tuple[int, int]], off_grid: tuple[str, ...]) -> GridPlace:
    rows, columns = ({cell[at] for cell in cells} for at in (0, 1))
    own = grid.cell(cells[0][0], cells[0][1]) if len(cells) == 1 else None
    total = len(grid.row_bands) * len(grid.column_bands)
    return GridPlace(
        row=titles[0],
        row_band=str(grid.row_bands[min(rows)]) if len(rows) == 1 else None,
        column=titles[1],
        column_band=str(grid.column_bands[min(columns)]) if len(columns) == 1 else None,
        off_grid=off_grid,
        possible=len(cells),
        accepted=None if own is None else str(own.accepted),
        applicants=None if own is None else str(own.applicants),
        cells=total,
        suppressed=total - sum(1 for cell in grid.cells if cell.told),
    )


def _average(grid: Grid) -> float:
    told = [cell for cell in grid.cells if cell.told]
    accepted = sum(_middle(cell.accepted, cell.applicants) for cell in told)
    applicants = sum(cell.applicants.exact or 0 for cell in told)
    if not applicants:
        raise invalid("grid", "no applicants", "at least one cell with applicants")
    return accepted / applicants


def _middle(accepted: Count, applicants: Count) -> float:
    if accepted.under is None:
        return float(accepted.exact or 0)
    return min(accepted.under - 1, applicants.exact or 0) / 2
