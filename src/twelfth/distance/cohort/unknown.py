"""Unknown values of people, filled from people like them (Tanner & Wong 1987: data augmentation).

A value filled without regard to the others would hide how traits hang together, and a person selected is like the
selected, not like the pool: so a donor is drawn among people of the pool by how likely they are to be selected and how
near they are in all that is known of both.
"""

import numpy as np
from numpy.typing import NDArray

from twelfth.distance.cohort.features import Features

Array = NDArray[np.float64]

MOST_DONORS, FEWEST_DONORS, MOST_PAIRS = 2000, 200, 4_000_000
AT_ONCE = 1_000_000
ATTEMPTS = 3


def filled(rows: Array, donors: Array, weight: Array, features: Features, rng: np.random.Generator) -> Array:
    """Rows [n, traits] with each person's unknown values taken from one of the donors [m, traits].

    A donor is drawn in proportion to its weight [m] and to exp(-d^2), d^2 the squared distance in the columns known
    of both (numbers in pool standard deviations). Where the donor does not know a value either, another is asked; in
    the end it is drawn from those known of the trait. A trait unknown of all donors stays unknown.
    """
    found = rows.copy()
    most = max(FEWEST_DONORS, min(MOST_DONORS, MOST_PAIRS // max(len(rows), 1)))
    if len(donors) > most:
        chosen = np.sort(rng.choice(len(donors), most, replace=False))
        donors, weight = donors[chosen], weight[chosen]
    columns = features.encode(donors)
    for _ in range(ATTEMPTS):
        lacking = np.flatnonzero(np.isnan(found).any(axis=1))
        for part in np.array_split(lacking, max(1, len(lacking) * len(donors) // AT_ONCE)):
            own = found[part]
            given = donors[_drawn(features.encode(own), columns, weight, rng)]
            found[part] = np.where(np.isnan(own), given, own)
    return at_large(found, donors, rng)


def at_large(rows: Array, donors: Array, rng: np.random.Generator) -> Array:
    """Rows [n, traits] with unknown values drawn from those that the donors [m, traits] know of the trait."""
    found = rows.copy()
    for column, known in zip(found.T, donors.T, strict=True):
        unknown, given = np.isnan(column), known[~np.isnan(known)]
        if unknown.any() and len(given):
            column[unknown] = rng.choice(given, int(unknown.sum()))
    return found


def _drawn(own: Array, donors: Array, weight: Array, rng: np.random.Generator) -> NDArray[np.intp]:
    """For each of encoded people [n, d] the index of an encoded donor [m, d]: [n]."""
    mine, theirs = ~np.isnan(own), ~np.isnan(donors)
    left, right = np.where(mine, own, 0.0), np.where(theirs, donors, 0.0)
    apart = left**2 @ theirs.T + mine @ (right**2).T - 2 * left @ right.T
    apart -= apart.min(axis=1, keepdims=True)
    reached = np.cumsum(weight * np.exp(-apart), axis=1)
    at = (reached < rng.random((len(own), 1)) * reached[:, -1:]).sum(axis=1)
    return np.asarray(np.minimum(at, len(donors) - 1))
