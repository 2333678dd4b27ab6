"""What is known of those who applied: nothing, guesses, published shares, or individuals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from twelfth.base import invalid
from twelfth.distance.odds import Tier
from twelfth.goal import Basis, PoolShare, Trait

Array = NDArray[np.float64]

PUBLISHED_ESS, SURVEY_MOST, EXPERT_ESS, GUESS_ESS = 200, 200, 20, 8
"""How many people a statement is worth (03-odds, E1)."""
SURVEY_BIAS, BELIEF_BIAS = 0.3, 0.6
"""Sd of a mistake shared by all traits, in logits (03-odds, E1)."""
FEWEST_ROWS = 200
SUM_WITHIN = 0.02

Marginal = tuple[float, ...]
"""Of a trait with levels: the share of each; of a number: (mean, sd)."""


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The pool, stated. `ess`: how many people the statement is worth; `bias_sd`: of its shared mistake.

    Make one with `marginals`, `survey`, `expert`, `guess` or `rows`.
    """

    tier: Tier
    traits: tuple[Trait, ...]
    known: tuple[Marginal, ...]
    basis: Basis
    ess: float
    bias_sd: float
    individuals: Array | None = None

    @classmethod
    def marginals(cls, traits: Sequence[Trait], known: Mapping[str, object], *, ess: float = PUBLISHED_ESS) -> "Pool":
        """Published shares and means: a binary trait's share, the share of each level, (mean, sd) of a number.

        Raises:
            InvalidInput: a trait without a statement or a statement without a trait, shares that are not in [0, 1] or
                do not add up to 1, an sd that is not above 0, an ess below 1.
        """
        return cls._stated(traits, known, Basis.PUBLISHED, ess, 0.0)

    @classmethod
    def survey(cls, traits: Sequence[Trait], known: Mapping[str, object], *, n: float) -> "Pool":
        """The same from a survey of n people, worth at most 200."""
        return cls._stated(traits, known, Basis.SURVEY, min(n, SURVEY_MOST), SURVEY_BIAS)

    @classmethod
    def expert(cls, traits: Sequence[Trait], known: Mapping[str, object]) -> "Pool":
        """The same as somebody who sees many applications believes it."""
        return cls._stated(traits, known, Basis.EXPERT, EXPERT_ESS, BELIEF_BIAS)

    @classmethod
    def guess(cls, traits: Sequence[Trait], known: Mapping[str, object]) -> "Pool":
        """The same as somebody guesses it."""
        return cls._stated(traits, known, Basis.GUESS, GUESS_ESS, BELIEF_BIAS)

    @classmethod
    def rows(cls, traits: Sequence[Trait], rows: ArrayLike) -> "Pool":
        """Individuals of the pool, [m, traits], at least 200: level index or number, NaN unknown.

        Raises:
            InvalidInput: another shape, fewer than 200, a level there is not, an infinite number.
        """
        table = np.asarray(rows, dtype=float)
        if table.ndim != 2 or table.shape[1] != len(traits):
            raise invalid("rows of the pool", f"shape {table.shape}", f"[people, {len(traits)} traits]")
        if len(table) < FEWEST_ROWS:
            raise invalid("rows of the pool", len(table), f"at least {FEWEST_ROWS} individuals, or Pool.survey")
        for index, trait in enumerate(traits):
            check_codes(trait, table[:, index], "the pool")
        known = tuple(_of_column(trait, table[:, index]) for index, trait in enumerate(traits))
        return cls(Tier.P3, tuple(traits), known, Basis.PUBLISHED, float(len(table)), 0.0, table)

    @classmethod
    def _stated(
        cls, traits: Sequence[Trait], known: Mapping[str, object], basis: Basis, ess: float, bias_sd: float
    ) -> "Pool":
        names = [trait.name for trait in traits]
        for name in known:
            if name not in names:
                raise invalid("trait of the pool", name, f"one of {', '.join(names)}")
        if not ess >= 1:
            raise invalid("people a statement about the pool is worth", ess, "a number of at least 1")
        read = tuple(_marginal(trait, known) for trait in traits)
        tier = Tier.P1 if bias_sd >= BELIEF_BIAS else Tier.P2
        return cls(tier, tuple(traits), read, basis, float(ess), bias_sd)

    def shares(self) -> tuple[PoolShare, ...]:
        """The statement trait by trait and level by level, as a gap reads it."""
        found = []
        for trait, stated in zip(self.traits, self.known, strict=True):
            codes = trait.codes()
            if codes is None:
                mean, sd = stated
                found.append(PoolShare(trait=trait.name, basis=self.basis, mean=mean, sd=sd, n=round(self.ess)))
                continue
            for code, share in zip(codes, stated, strict=True):
                level = trait.level(code)
                found.append(PoolShare(trait=trait.name, basis=self.basis, level=level, share=share, n=round(self.ess)))
        return tuple(found)

    def marginal(self, trait: Trait) -> Marginal | None:
        """What is stated of a trait; None where nothing is."""
        return next((one for own, one in zip(self.traits, self.known, strict=True) if own.name == trait.name), None)


def check_codes(trait: Trait, column: Array, where: str) -> None:
    """Refuse a code that is no level of the trait, or an infinite number."""
    seen, codes = column[~np.isnan(column)], trait.codes()
    wrong = ~np.isfinite(seen) if codes is None else ~np.isin(seen, codes)
    if wrong.any():
        expected = "finite numbers or NaN" if codes is None else f"level index 0 to {len(codes) - 1} or NaN"
        raise invalid(f"{trait.name} in {where}", float(seen[wrong][0]), expected)


def _marginal(trait: Trait, known: Mapping[str, object]) -> Marginal:
    if trait.name not in known:
        raise invalid("statement about the pool", f"nothing of {trait.name}", "one for every trait")
    codes, stated = trait.codes(), known[trait.name]
    if codes is None:
        return _mean_and_sd(trait, stated)
    values = np.atleast_1d(np.asarray(stated, dtype=float))
    if trait.kind == "binary" and values.shape == (1,):
        values = np.array([1 - values[0], values[0]])
    if values.shape != (len(codes),):
        raise invalid(f"shares of {trait.name} in the pool", values.tolist(), f"{len(codes)} shares, one a level")
    if not np.isfinite(values).all() or (values < 0).any() or abs(values.sum() - 1) > SUM_WITHIN:
        raise invalid(f"shares of {trait.name} in the pool", values.tolist(), "shares in [0, 1] that add up to 1")
    return tuple(float(one) for one in values / values.sum())


def _mean_and_sd(trait: Trait, stated: object) -> Marginal:
    values = np.atleast_1d(np.asarray(stated, dtype=float))
    if values.shape != (2,) or not np.isfinite(values).all() or values[1] <= 0:
        raise invalid(f"{trait.name} in the pool", values.tolist(), "(mean, sd), the sd above 0")
    return float(values[0]), float(values[1])


def _of_column(trait: Trait, column: Array) -> Marginal:
    """The marginal that rows show; a column nobody fills counts as unknown."""
    seen, codes = column[~np.isnan(column)], trait.codes()
    if codes is None:
        return (float(seen.mean()), float(seen.std()) or 1.0) if len(seen) else (0.0, 1.0)
    counts = np.array([(seen == code).sum() for code in codes], dtype=float)
    return tuple(float(one) for one in (counts / counts.sum() if len(seen) else np.full(len(codes), 1 / len(codes))))
