"""Odds of a cell of a published grid: its own counts and what its neighbours say of it.

A person is placed by two bands, such as of grades and of a test. It deliberately knows nothing else of the person: what
the grid does not show (experience, references) is averaged over those who applied with the same two bands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, ndtr

from twelfth.base import invalid
from twelfth.distance.grid.surface import surface
from twelfth.distance.grid.table import Cell, Table, read_table
from twelfth.distance.grid.under import is_whole
from twelfth.distance.odds import Caveat, Odds, Tier
from twelfth.distance.percentile import HIGH_END, LOW_END

if TYPE_CHECKING:
    from twelfth.distance.grid.posterior import Component

Array = NDArray[np.float64]

DRAWS = 512
"""S of the odds specification."""
FURTHEST = 16.0
"""Log odds are cut off here, so that no chance is 0 or 1 (03-odds)."""
HALVINGS = 60
"""Of [-16, 16]: below the precision of a number."""
NEXT_STEP = "Call fit(accepted, applicants) first."
A_LIST = "Give a list of cells, such as [(0, 1)]."


@dataclass(frozen=True, slots=True, eq=False)
class _Fitted:
    table: Table
    components: "list[Component]"
    log_odds: Array


class GridOdds:
    """A smooth surface of chances over a grid of counts.

    Formula: accepted ~ Bin(applicants, p), logit p = μ + s_row + s_column + s_both, smooth along the bands; how smooth
    is averaged over by its evidence. Intervals are 90 %.
    A grid of 10 × 11 takes a tenth of a second, one of 20 × 20 over a second: the cube of the cells.
    Papers: Rue, Martino & Chopin 2009 (Laplace on a grid of penalties); van Niekerk & Rue 2024 (its mean corrected).
    """

    tier = Tier.GRID

    def __init__(self) -> None:
        self._fitted: _Fitted | None = None

    def fit(self, accepted: ArrayLike, applicants: ArrayLike, *, seed: int = 0) -> "GridOdds":
        """Learn from counts [rows, columns]; -1 is suppressed, under(10) is "<10". Returns itself.

        A cell with -1 in either grid, or with only "<10" applicants, contributes nothing and is answered by its
        neighbours. The seed makes the draws and changes no odds.

        Raises:
            InvalidInput: grids not 2-D or of different shapes; a count negative (other than -1), not finite,
                fractional or no number; more accepted than applicants; a seed that is not a whole number of at
                least 0.
            NotEnoughData: every cell is suppressed or empty.
        """
        if not is_whole(seed) or seed < 0:
            raise invalid("seed", seed, "a whole number of at least 0")
        from twelfth.distance.grid.posterior import posterior  # here, as linear algebra takes longer than most answers

        table = read_table(accepted, applicants)
        components = posterior(table, surface(*table.applicants.shape))
        self._fitted = _Fitted(table, components, _drawn(components, np.random.default_rng(seed)))
        return self

    @property
    def weights(self) -> Array:
        """How much each draw counts [512]; they sum to 1."""
        return np.full(DRAWS, 1 / DRAWS)

    def draws(self, cells: Sequence[Cell]) -> Array:
        """Chances drawn from the posterior, [512, cells]. A cell is (row, column); off the grid, the nearest stands in.

        Raises:
            InvalidInput: the model is not fitted, or a cell is not two whole numbers.
        """
        fitted = self._known()
        rows, columns = fitted.table.applicants.shape
        at = [row * columns + column for row, column in (_nearest(one, (rows, columns)) for one in cells)]
        return np.asarray(expit(fitted.log_odds[:, at]))

    def odds(self, cells: Sequence[Cell]) -> list[Odds]:
        """For each (row, column): the median chance with its 90 % interval; off the grid, the nearest cell's, flagged.
        A cell whose own counts are suppressed is flagged too: its neighbours answer for it.

        Ends are exact quantiles of the mixture that the draws come from.

        Raises:
            InvalidInput: the model is not fitted, or a cell is not two whole numbers.
        """
        fitted = self._known()
        shape = fitted.table.applicants.shape
        near = [_nearest(one, shape) for one in cells]
        ends = _quantiles(fitted.components, [row * shape[1] + column for row, column in near])
        return [
            Odds(
                p=float(p),
                lo=float(lo),
                hi=float(hi),
                basis=_basis(fitted.table, one),
                caveats=_caveats(fitted.table, cell, one),
            )
            for cell, one, (lo, p, hi) in zip(cells, near, ends, strict=True)
        ]

    def _known(self) -> _Fitted:
        if self._fitted is None:
            raise invalid("GridOdds", "not fitted", "a fitted model", next_step=NEXT_STEP)
        return self._fitted


def _nearest(cell: object, shape: tuple[int, ...]) -> Cell:
    bands = tuple(cell) if isinstance(cell, Sequence | np.ndarray) else ()
    if len(bands) != 2 or not all(is_whole(band) for band in bands):
        raise invalid("cell", cell, "(row, column), two whole numbers counted from 0", next_step=A_LIST)
    row, column = (min(max(int(band), 0), size - 1) for band, size in zip(bands, shape, strict=True))
    return row, column


def _caveats(table: Table, cell: Cell, near: Cell) -> tuple[Caveat, ...]:
    off = () if tuple(cell) == near else (Caveat.OFF_GRID,)
    return off if table.told[near] else (Caveat.CELL_SUPPRESSED, *off)


def _basis(table: Table, cell: Cell) -> str:
    people, cells = int(table.applicants[table.informs].sum()), int(table.informs.sum())
    over = f"{cells} cells" if cells > 1 else "1 cell"
    return f"{table.words(cell)}; smoothed over {over} with {people} applicants"


def _drawn(components: "list[Component]", rng: np.random.Generator) -> Array:
    """Log odds [512, cells]: components by their weight, each draw with its mirror image."""
    pairs = DRAWS // 2
    upto = np.cumsum([one.weight for one in components])
    which = np.searchsorted(upto, (np.arange(pairs) + 0.5) / pairs * upto[-1])
    normals = rng.standard_normal((pairs, len(components[0].centre)))
    halves = []
    for sign in (1.0, -1.0):
        parts = [one.drawn(sign * normals[which == k]) for k, one in enumerate(components)]
        halves.append(np.vstack(parts))
    return np.clip(np.vstack(halves), -FURTHEST, FURTHEST)


def _quantiles(components: "list[Component]", at: list[int]) -> Array:
    """Chances at the lower end, the middle and the upper end [cells, 3], by halving on the log odds."""
    weight = np.array([one.weight for one in components])
    mean = np.array([one.mean[at] for one in components])[..., None]
    sd = np.array([one.sd[at] for one in components])[..., None]
    asked = np.array([LOW_END, 0.5, HIGH_END])
    low, high = np.full((len(at), 3), -FURTHEST), np.full((len(at), 3), FURTHEST)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = np.tensordot(weight, ndtr((middle - mean) / sd), 1) < asked
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray(expit((low + high) / 2))
