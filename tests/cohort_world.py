"""A small world for tests of odds from a yes group: traits, a pool as stated, and people drawn from it."""

import numpy as np
from numpy.typing import NDArray

from twelfth.distance import BaseRate, CohortOdds, FittedCohort, Pool
from twelfth.goal import Binary, Category, Numeric, Ordered, Trait, YesGroup

PHD = Binary("phd")
FIELD = Category("field", levels=("eng", "sci", "med"))
YEARS = Numeric("years")
FRENCH = Ordered("french", levels=("none", "B1", "B2"))
TRAITS: tuple[Trait, ...] = (PHD, FIELD, YEARS, FRENCH)
KNOWN: dict[str, object] = {"phd": 0.15, "field": [0.5, 0.3, 0.2], "years": (4.0, 3.0), "french": [0.8, 0.15, 0.05]}
BASE = BaseRate(slots=10, applicants=1000)
NAN = float("nan")
ROWS = np.array([[1, 0, 7.0, 0], [0, 2, NAN, 1], [1, 1, 9.0, 2], [0, 0, 5.0, 0], [1, 0, 11.0, 0], [1, 2, 6.0, NAN]])
MARGINALS = Pool.marginals(TRAITS, KNOWN)


def pool_people(size: int, seed: int) -> NDArray[np.float64]:
    """People of the pool as stated, every trait by itself."""
    rng = np.random.default_rng(seed)
    return np.column_stack(
        [
            rng.random(size) < 0.15,
            rng.choice(3, size, p=[0.5, 0.3, 0.2]),
            rng.normal(4, 3, size),
            rng.choice(3, size, p=[0.8, 0.15, 0.05]),
        ]
    ).astype(float)


def selected(size: int, seed: int) -> NDArray[np.float64]:
    """The best of a hundred times as many: a doctorate, French and years count, the field does not."""
    people = pool_people(100 * size, seed)
    rng = np.random.default_rng([seed, 1])
    score = 1.5 * people[:, 0] + 0.3 * people[:, 2] + 0.8 * people[:, 3] + rng.logistic(size=len(people))
    return people[np.argsort(-score)[:size]]


def fitted(rows: NDArray[np.float64] = ROWS, pool: Pool | None = MARGINALS, base: BaseRate = BASE) -> FittedCohort:
    return CohortOdds().fit(YesGroup(TRAITS, rows), pool, base, seed=0)
