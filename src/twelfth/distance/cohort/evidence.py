"""The evidence of a cohort in canonical order: which traits count, which people, which statement about the pool.

Traits are sorted by name and people by their rows, so that the order in which they were given changes no byte.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from twelfth.base import invalid
from twelfth.distance.cohort.features import Features
from twelfth.distance.cohort.pool import Pool, check_codes
from twelfth.distance.cohort.ranks import Ranks
from twelfth.distance.eras import drifts
from twelfth.distance.odds import Caveat
from twelfth.goal import Trait, YesGroup

Array = NDArray[np.float64]

HALF_LIFE_ROUNDS = 3.0
"""A selection three rounds ago counts half of one in the last round (03-odds, E1)."""
LEAST_SHARE = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Canonical evidence: `rows` [n, traits] of the selected, `weight` [n], `marginals` of the pool per trait, `ranks`
    of its skewed numbers.

    columns: where each trait stands in the rows a caller gives. dropped: traits that cannot count, with the reason.
    """

    traits: tuple[Trait, ...]
    columns: tuple[int, ...]
    given: tuple[Trait, ...]
    rows: Array
    weight: Array
    marginals: tuple[tuple[float, ...], ...]
    dropped: tuple[tuple[str, str], ...]
    caveats: tuple[Caveat, ...]
    ranks: tuple[Ranks | None, ...] = ()

    @property
    def features(self) -> Features:
        return Features(self.traits, self.marginals, self.ranks)

    @property
    def effective(self) -> float:
        """Kish size of the recency weights over distinct people; missing values do not lower it."""
        squared = float((self.weight**2).sum())
        return float(self.weight.sum()) ** 2 / squared if squared > 0 else 0.0

    def canonical(self, profiles: Array) -> Array:
        """Profiles [n, given traits] as [n, traits].

        Raises:
            InvalidInput: another number of traits, a level there is not, an infinite number.
        """
        rows = np.atleast_2d(np.asarray(profiles, dtype=float))
        if rows.ndim != 2 or rows.shape[1] != len(self.given):
            raise invalid("profiles", f"shape {np.shape(profiles)}", f"[people, {len(self.given)} traits]")
        for index, trait in enumerate(self.given):
            check_codes(trait, rows[:, index], "the profiles")
        return np.asarray(rows[:, list(self.columns)])


def evidence_of(yes: YesGroup, pool: Pool | None, rate: float) -> Evidence:
    """Bring a yes group and a pool into canonical order, leaving out what cannot count.

    Raises:
        InvalidInput: the pool says nothing of a trait of the yes group.
    """
    order = sorted(range(len(yes.traits)), key=lambda index: yes.traits[index].name)
    weight = recency(yes)
    kept, marginals, dropped, caveats = [], [], [], set()
    for index in order:
        trait, column = yes.traits[index], yes.rows[:, index]
        stated = pool.marginal(trait) if pool is not None else _of_yes(trait, column)
        if stated is None:
            raise invalid(
                "statement about the pool", f"nothing of {trait.name}", "one for every trait of the yes group"
            )
        reason = _why_not(trait, column, stated)
        if reason:
            dropped.append((trait.name, reason))
            continue
        mended, flags = _mended(trait, column, weight, stated, rate, pool)
        kept.append(index)
        marginals.append(mended)
        caveats |= flags
    rows = yes.rows[:, kept]
    sort = np.lexsort(np.column_stack([weight, rows]).T)
    rows, weight = rows[sort], weight[sort]
    found = Evidence(
        tuple(yes.traits[index] for index in kept),
        tuple(kept),
        yes.traits,
        rows,
        weight,
        tuple(marginals),
        tuple(dropped),
        (),
        _ranks(tuple(yes.traits[index] for index in kept), pool),
    )
    caveats |= {Caveat.TRAIT_DROPPED} if dropped else set()
    caveats |= {Caveat.MANY_TRAITS} if len(kept) > len(rows) / 2 else set()
    caveats |= {Caveat.DRIFT} if drifts(YesGroup(found.traits, yes.rows[:, kept], dates=yes.dates)) else set()
    return replace(found, caveats=tuple(sorted(caveats)))


def _ranks(traits: tuple[Trait, ...], pool: Pool | None) -> tuple[Ranks | None, ...]:
    """Of each trait of which the individuals of the pool are known to be skewed; empty without individuals."""
    if pool is None or pool.individuals is None:
        return ()
    names = [trait.name for trait in pool.traits]
    columns = [pool.individuals[:, names.index(trait.name)] for trait in traits]
    return tuple(
        Ranks.if_skewed(column) if trait.codes() is None else None
        for trait, column in zip(traits, columns, strict=True)
    )


def recency(yes: YesGroup) -> Array:
    """Weight of each person: 2^(-age / 3), age in rounds (distinct days) before the last; without dates all alike."""
    if yes.dates is None or not len(yes):
        return np.ones(len(yes))
    days = sorted(set(yes.dates), reverse=True)
    age = {day: place for place, day in enumerate(days)}
    return np.array([2.0 ** (-age[day] / HALF_LIFE_ROUNDS) for day in yes.dates])


def _of_yes(trait: Trait, column: Array) -> tuple[float, ...]:
    """Where nothing is known of the pool: the yes group's own spread, for coding only."""
    seen, codes = column[~np.isnan(column)], trait.codes()
    if codes is None:
        return (float(seen.mean()), float(seen.std()) or 1.0) if len(seen) else (0.0, 1.0)
    counts = np.array([(seen == code).sum() for code in codes]) + 0.5
    return tuple(float(one) for one in counts / counts.sum())


def _why_not(trait: Trait, column: Array, stated: tuple[float, ...]) -> str:
    if trait.never_counts:
        return trait.never_counts
    if len(column) and np.isnan(column).all():
        return "unknown of everybody selected"
    seen = column[~np.isnan(column)]
    if trait.codes() is not None and max(stated) >= 1 - 1e-12 and (seen == int(np.argmax(stated))).all():
        return "the same for everybody"
    return ""


def _mended(
    trait: Trait, column: Array, weight: Array, stated: tuple[float, ...], rate: float, pool: Pool | None
) -> tuple[tuple[float, ...], set[Caveat]]:
    """Shares raised where the selected could not have come from such a pool."""
    codes, seen = trait.codes(), ~np.isnan(column)
    if codes is None or pool is None or not seen.any():
        return stated, set()
    shares, flags = np.array(stated), set()
    among = np.array([weight[seen][column[seen] == code].sum() for code in codes]) / weight[seen].sum()
    least = np.where(among > 0, max(1 / (pool.ess + 1), LEAST_SHARE), 0.0)
    if ((among > 0) & (shares <= 0)).any():
        flags.add(Caveat.LEVEL_UNSEEN)
        shares = np.where((among > 0) & (shares <= 0), least, shares)
    if (among * rate > shares + 1e-12).any():
        flags.add(Caveat.POOL_RAISED)
        shares = np.maximum(shares, among * rate)
    return tuple(float(one) for one in shares / shares.sum()), flags
