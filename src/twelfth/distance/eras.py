"""Whether those selected lately differ from those selected earlier, and in what: both eras side by side.

It deliberately says nothing of why. What is protected, or recorded in one way only, is not compared; nor are people
whose round is not known.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr

from twelfth.base import FEWEST_FOR_A_PERCENTAGE, Estimate
from twelfth.distance.percentile import LOW_END, share_interval
from twelfth.goal import Category, Ordered, Trait, YesGroup

Array = NDArray[np.float64]
Counted = tuple[int, int | None, Estimate]
"""How many are known, how many are at the level, and the share or middle value."""

DRIFT_Z = 2.5
"""|later - earlier| in standard errors from which the process is said to have changed (03-odds, E1)."""
LEAST_VARIANCE = 0.25
"""Over n: of a share that is none or all of so few people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """The people selected from `first` to `last`. n: of whom the level is known. count: at the level, None of a number.
    value: the share at the level in [0, 1], or the middle value in the unit of the trait, with its 90 % interval."""

    first: date
    last: date
    n: int
    count: int | None
    value: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A trait in which the eras differ by more than chance.

    level: of which the shares are told, "" of a number; of a ladder the one that moved most, or above. unit: of a
    number.
    """

    trait: str
    title: str
    level: str
    unit: str
    earlier: Era
    later: Era


def drifts(yes: YesGroup) -> tuple[Drift, ...]:
    """Every trait of the yes group that differs between the later half of its rounds and the earlier, in their order.

    At least five people of either era whose level is known; fewer are not compared.
    """
    days = np.array([] if yes.dates is None else [day.toordinal() for day in yes.dates], dtype=int)
    dated = (days > date.min.toordinal()) & (days < date.max.toordinal())
    distinct = np.unique(days[dated])
    if len(distinct) < 2:
        return ()
    late = days >= distinct[len(distinct) // 2]
    parts = [(days[part], yes.rows[part]) for part in (dated & ~late, dated & late)]
    found = (_drift(trait, [(on, rows[:, place]) for on, rows in parts]) for place, trait in enumerate(yes.traits))
    return tuple(one for one in found if one is not None)


def _drift(trait: Trait, parts: list[tuple[NDArray[np.int64], Array]]) -> Drift | None:
    if trait.never_counts:
        return None
    spans = [(date.fromordinal(int(on.min())), date.fromordinal(int(on.max()))) for on, _ in parts]
    earlier, later = (values[~np.isnan(values)] for _, values in parts)
    if min(len(earlier), len(later)) < FEWEST_FOR_A_PERCENTAGE:
        return None
    codes = trait.codes()
    if codes is None:
        if not _apart(*_scaled(earlier, later)):
            return None
        return _told(trait, "", spans, [_middle(part) for part in (earlier, later)])
    shares = [(code, _reaches(trait, earlier, code), _reaches(trait, later, code)) for code in codes[_first(trait) :]]
    moved = [one for one in shares if _apart(one[1], one[2])]
    if not moved and (isinstance(trait, Category) or not _apart(*_scaled(earlier, later))):
        return None
    code, before, since = max(moved or shares, key=lambda one: _distance(one[1], one[2]))
    above = " or above" if isinstance(trait, Ordered) and code != codes[-1] else ""
    return _told(trait, trait.words(trait.level(code)) + above, spans, [_share(before), _share(since)])


def _first(trait: Trait) -> int:
    """Everybody is at the lowest step of a ladder or above; a category has no lowest."""
    return 0 if isinstance(trait, Category) else 1


def _reaches(trait: Trait, values: Array, code: float) -> Array:
    """1 at the level, of a ladder at it or above; else 0."""
    return np.asarray(values == code if isinstance(trait, Category) else values >= code, dtype=float)


def _scaled(earlier: Array, later: Array) -> tuple[Array, Array]:
    """Both in standard deviations of all, so that the unit of a number changes nothing."""
    sd = float(np.concatenate([earlier, later]).std()) or 1.0
    return earlier / sd, later / sd


def _distance(earlier: Array, later: Array) -> float:
    """Between the means, in standard errors."""
    variance = sum(max(float(part.var()), LEAST_VARIANCE / len(part)) / len(part) for part in (earlier, later))
    return abs(float(later.mean() - earlier.mean())) / float(np.sqrt(variance))


def _apart(earlier: Array, later: Array) -> bool:
    return _distance(earlier, later) > DRIFT_Z


def _share(held: Array) -> Counted:
    """n, count, share with its interval, which is widened to hold what was counted."""
    count, n = int(held.sum()), len(held)
    told, seen = share_interval(count, n), count / n
    return n, count, Estimate(seen, min(told.lo, seen), max(told.hi, seen))


def _middle(values: Array) -> Counted:
    """n, none, the median, between the order statistics that hold it with at least 90 %."""
    n, ordered = len(values), np.sort(values)
    below = max(k for k in range(n) if bdtr(k, n, 0.5) <= LOW_END)
    return n, None, Estimate(float(np.median(values)), float(ordered[below]), float(ordered[n - 1 - below]))


def _told(trait: Trait, level: str, spans: list[tuple[date, date]], values: list[Counted]) -> Drift:
    earlier, later = (
        Era(first=first, last=last, n=n, count=count, value=value)
        for (first, last), (n, count, value) in zip(spans, values, strict=True)
    )
    return Drift(trait=trait.name, title=trait.title, level=level, unit=trait.unit, earlier=earlier, later=later)
