"""The published grid, read and checked: accepted of applicants, with what is suppressed or said only as "<10".

It deliberately guesses no suppressed count, neither from row totals nor from neighbours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from twelfth.base import InvalidInput, NotEnoughData, Problem, invalid
from twelfth.distance.grid.under import Under

Counts = NDArray[np.int64]
Cell: TypeAlias = tuple[int, int]

SUPPRESSED = -1
"""What stands in a cell whose count was withheld."""
MOST = 10**12
"""No process has more applicants; larger numbers are slips."""
A_COUNT = "a whole number of at least 0, -1 where suppressed, under(10) for <10"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Counts by row band and column band, all [rows, columns].

    applicants: 0 also where unknown. accepted: 0 also where unknown. limit: where above 0, accepted is only known to
    be 0 … limit - 1. told: whether both counts were told, if only as "<10".
    """

    accepted: Counts
    applicants: Counts
    limit: Counts
    told: NDArray[np.bool_]

    @property
    def informs(self) -> NDArray[np.bool_]:
        """Where the counts say anything of the rate: not where fewer than 10 of 9 were accepted."""
        return np.asarray((self.applicants > 0) & ((self.limit == 0) | (self.limit <= self.applicants)))

    def words(self, cell: Cell) -> str:
        """What the cell's own counts are, for a person."""
        if not self.told[cell]:
            return "counts of this cell not published"
        said = f"under {self.limit[cell]}" if self.limit[cell] else f"{self.accepted[cell]}"
        return f"{said} of {self.applicants[cell]} accepted in this cell"


def read_table(accepted: ArrayLike, applicants: ArrayLike) -> Table:
    """Check both grids of counts and put them together.

    A cell with -1 in either grid contributes nothing, nor does one whose applicants are given as "<10".

    Raises:
        InvalidInput: grids that are not 2-D or of different shapes, a count that is negative (other than -1), not
            finite, fractional or no number, more accepted than applicants. It holds every such cell.
        NotEnoughData: every cell is suppressed or says nothing.
    """
    yes, all_ = _two_d("accepted", accepted), _two_d("applicants", applicants)
    if yes.shape != all_.shape:
        raise invalid("grid of applicants", all_.shape, f"{yes.shape}, the shape of the grid of accepted")
    problems = [*_problems("accepted", yes), *_problems("applicants", all_)] or [*_too_many(yes, all_)]
    if problems:
        raise InvalidInput(*problems)
    table = _table(yes, all_)
    if not table.informs.any():
        raise NotEnoughData(
            "Every cell of the grid is suppressed or empty.", next_step="Give at least one cell with both counts."
        )
    return table


def _two_d(name: str, counts: ArrayLike) -> NDArray[np.object_]:
    try:
        grid = np.array(counts, dtype=object)
    except ValueError:
        raise invalid(f"grid of {name}", "rows of different lengths", "rows × columns of counts") from None
    if grid.ndim != 2 or not grid.size:
        raise invalid(f"grid of {name}", f"of shape {grid.shape}", "rows × columns of counts, at least one")
    return grid


def _problems(name: str, grid: NDArray[np.object_]) -> Iterator[Problem]:
    for (row, column), value in np.ndenumerate(grid):
        if not (isinstance(value, Under) or _is_count(value)):
            place = f"row {row}, column {column}"
            yield Problem(thing=f"{name} in {place}", value=str(value), expected=A_COUNT)


def _is_count(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        return False
    return bool(SUPPRESSED <= value <= MOST) and value == int(value)


def _too_many(accepted: NDArray[np.object_], applicants: NDArray[np.object_]) -> Iterator[Problem]:
    """Cells with more accepted than applicants, "<10" applicants being 9 at most."""
    for (row, column), yes in np.ndenumerate(accepted):
        all_ = applicants[row, column]
        most = all_.limit - 1 if isinstance(all_, Under) else all_
        if not isinstance(yes, Under) and most != SUPPRESSED and yes > most:
            place = f"row {row}, column {column}"
            yield Problem(thing=f"accepted in {place}", value=str(yes), expected=f"at most its applicants, {all_}")


def _table(accepted: NDArray[np.object_], applicants: NDArray[np.object_]) -> Table:
    shape = accepted.shape
    yes, all_, limit = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    told = np.zeros(shape, dtype=bool)
    for cell, many in np.ndenumerate(applicants):
        some = accepted[cell]
        if isinstance(many, Under) or SUPPRESSED in (many, some):
            continue
        told[cell], all_[cell] = True, int(many)
        if isinstance(some, Under):
            limit[cell] = some.limit
        else:
            yes[cell] = int(some)
    return Table(yes, all_, limit, told)
