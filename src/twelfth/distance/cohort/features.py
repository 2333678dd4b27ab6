"""Features: traits as columns of numbers, in the one order that does not depend on how they were given.

Binary: 0 or 1. Category: one column a level, against the level most common in the pool. Number: in pool standard
deviations from the pool's mean, by rank where the individuals of the pool are skewed. Ordered: its level index.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twelfth.distance.cohort.ranks import Ranks
from twelfth.goal import Better, Category, Trait

Array = NDArray[np.float64]

SD_LEVEL, SD_NUMBER = 1.5, 1.0
"""Prior sd of a coefficient: per binary trait or level of a category, and per pool standard deviation (03-odds, E1)."""
WAY = {Better.MORE: 1.0, Better.LESS: -1.0, Better.NEITHER: 0.0}
SHARED = 0.3
"""Correlation, a priori, of the coefficients of traits of which more is declared better, or less: those who wrote down
such traits thought that they help, so that where some turn out to, the others likely do. Neither way is presumed."""
ALIKE = 0.25
"""How much traits hang together in a pool of which nothing is known yet: the middle of 0 to a half (03-odds)."""
SD_OF_ALL = 1.6
"""Most that all traits together may differ between people, a priori, in logits.

The odds specification says 2. At 1.6 and five profiles the log-loss skill is .64 and .49 (rates .01 and .10) where 2
gives .59 and .41, the intervals keep their word, and from twenty profiles on it makes no difference."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """How `traits` become columns. `marginals` [traits]: the pool's nominal marginal of each. `ranks` [traits]: of the
    skewed numbers; empty where no individuals are known."""

    traits: tuple[Trait, ...]
    marginals: tuple[tuple[float, ...], ...]
    ranks: tuple[Ranks | None, ...] = ()

    @property
    def owner(self) -> NDArray[np.intp]:
        """For each column the index of its trait: [columns]."""
        counts = [len(self._levels(index)) if self._is_category(index) else 1 for index in range(len(self.traits))]
        return np.repeat(np.arange(len(self.traits)), counts)

    @property
    def prior(self) -> Array:
        """Prior covariance of the coefficients: [columns, columns]."""
        together = SHARED * np.outer(self._way, self._way)
        np.fill_diagonal(together, 1.0)
        return together * np.outer(self._prior_sd, self._prior_sd)

    @property
    def precision(self) -> Array:
        """The inverse of the prior covariance: [columns, columns]."""
        return np.asarray(np.linalg.inv(self.prior), dtype=float)

    @property
    def _way(self) -> Array:
        return np.array([WAY[self.traits[index].better] for index in self.owner])

    @property
    def _prior_sd(self) -> Array:
        """Prior sd of each coefficient, held together so that no crowd of traits says too much: [columns]."""
        sd, variance = [], []
        for index, trait in enumerate(self.traits):
            marginal = self.marginals[index]
            if self._is_category(index) or trait.kind == "binary":
                shares = [marginal[level] for level in (self._levels(index) if self._is_category(index) else (1,))]
                sd += [SD_LEVEL] * len(shares)
                variance += [share * (1 - share) for share in shares]
            else:
                sd.append(SD_NUMBER)
                variance.append(1.0)
        stated = np.array(sd)
        apart = stated * np.sqrt(variance)
        along = apart * self._way
        shared = SHARED * ALIKE * (along.sum() ** 2 - (along**2).sum())
        together = float(np.sqrt((apart**2).sum() + max(shared, 0.0)))
        return stated * min(1.0, SD_OF_ALL / together) if together > 0 else stated

    def encode(self, rows: Array) -> Array:
        """[n, traits] as [n, columns]; NaN where the trait is unknown."""
        columns = []
        for index, trait in enumerate(self.traits):
            values = rows[:, index]
            if self._is_category(index):
                columns += [np.where(np.isnan(values), np.nan, values == level) for level in self._levels(index)]
            elif trait.kind == "binary":
                columns.append(values)
            else:
                columns.append(self._number(index, values))
        return np.column_stack(columns) if columns else np.empty((len(rows), 0))

    def _number(self, index: int, values: Array) -> Array:
        ranks = self.ranks[index] if self.ranks else None
        if ranks is not None:
            return ranks.encode(values)
        mean, sd = self._scale(index)
        return np.asarray((values - mean) / sd)

    def _scale(self, index: int) -> tuple[float, float]:
        """Mean and sd in the pool of a number or of a level index."""
        marginal, codes = self.marginals[index], self.traits[index].codes()
        if codes is None:
            return marginal[0], marginal[1]
        at, shares = np.array(codes), np.array(marginal)
        mean = float(shares @ at)
        return mean, float(np.sqrt(shares @ (at - mean) ** 2)) or 1.0

    def _is_category(self, index: int) -> bool:
        return isinstance(self.traits[index], Category)

    def _levels(self, index: int) -> tuple[int, ...]:
        marginal = self.marginals[index]
        return tuple(level for level in range(len(marginal)) if level != int(np.argmax(marginal)))
