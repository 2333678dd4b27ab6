"""A smooth surface of log odds over the grid, as normal weights on a fixed set of shapes.

Formula: t_gm = μ + s_g + s_m + s_gm. A margin s is a straight line and what bends away from it (second-order random
walk); s_gm is the Kronecker product of two first-order random walks, which leaves nothing of the margins in it.
Each bending part is scaled to an average variance of 1 over its bands, so that a penalty is the sd of the part in
logits whatever the size of the grid (Sørbye & Rue 2014; Knorr-Held 2000 for the interaction; Rue & Held 2005).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LEVEL_SD = 2.5
"""Prior sd of μ in logits: nine processes in ten take between 2 % and 98 %. A wider one lets a table that says little
more than "<10" claim chances near 0."""
SLOPE_SD = 1.5
"""Prior sd of half the straight change from the first band to the last, in logits."""
BEND_SD = {0.1: 0.35, 0.35: 0.4, 1.0: 0.25}
"""Sd of the departure of a margin from its straight line, in logits: prior weight."""
TOGETHER_SD = {0.1: 0.4, 0.35: 0.4, 1.0: 0.2}
"""Sd of what two bands do together beyond what each does alone, in logits: prior weight."""
NONE = [(1.0, 1.0)]
"""The one choice of sd where there are no such shapes."""


@dataclass(frozen=True, slots=True, eq=False)
class Penalty:
    """Prior sd of every shape [shapes], and the prior weight of this choice."""

    sd: Array
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """shapes [cells, shapes], cells in row order; penalties: what their sds may be."""

    shapes: Array
    penalties: tuple[Penalty, ...]


def surface(rows: int, columns: int) -> Surface:
    """Shapes and penalties for a grid of rows × columns, either of which may be 1."""
    line_g, bends_g, walk_g = _line(rows), _walk(rows, 2), _walk(rows, 1)
    line_m, bends_m, walk_m = _line(columns), _walk(columns, 2), _walk(columns, 1)
    ones_g, ones_m = np.ones((rows, 1)), np.ones((columns, 1))
    parts = [
        np.ones((rows * columns, 1)),
        np.kron(line_g, ones_m),
        np.kron(ones_g, line_m),
        np.kron(bends_g, ones_m),
        np.kron(ones_g, bends_m),
        np.kron(walk_g, walk_m),
    ]
    widths = [part.shape[1] for part in parts]
    bent, together = (list(sds.items()) for sds in (BEND_SD, TOGETHER_SD))
    tried = [sds if width else NONE for sds, width in zip((bent, bent, together), widths[3:], strict=True)]
    return Surface(np.hstack(parts), tuple(_penalty(chosen, widths) for chosen in product(*tried)))


def _penalty(chosen: Sequence[tuple[float, float]], widths: list[int]) -> Penalty:
    sds = [LEVEL_SD, SLOPE_SD, SLOPE_SD, *(sd for sd, _ in chosen)]
    return Penalty(np.repeat(sds, widths), float(np.prod([weight for _, weight in chosen])))


def _line(bands: int) -> Array:
    """A straight line from -1 to 1 over the bands: [bands, 1], or [1, 0] for one band."""
    return np.linspace(-1.0, 1.0, bands)[:, None] if bands > 1 else np.empty((1, 0))


def _walk(bands: int, order: int) -> Array:
    """Shapes of a random walk without its constant (and line, for order 2): [bands, bands - order].

    Normal weights of sd 1 on them give the walk, scaled to an average variance of 1 over the bands.
    """
    if bands <= order:
        return np.empty((bands, 0))
    steps = np.diff(np.eye(bands), order, axis=0)
    roughness, vectors = np.linalg.eigh(steps.T @ steps)
    shapes = vectors[:, order:] / np.sqrt(roughness[order:])
    return np.asarray(shapes / np.sqrt((shapes**2).sum() / bands))
