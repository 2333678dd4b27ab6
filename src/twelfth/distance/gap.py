"""Gaps: for each trait, where a person stands against the yes group, how surely, and what is not known.

Positives-only traits get counts and nothing else: biographies never say what people lack, so a share of them would be
a share of what biographers chose to mention.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from twelfth.base import FEWEST_FOR_A_PERCENTAGE, Estimate
from twelfth.distance.base_rate import Bounds, KnownRate, bounds_when_holding, bounds_when_lacking
from twelfth.distance.percentile import share_interval
from twelfth.distance.weight import weight_of_level, weight_of_number
from twelfth.goal import Better, Level, Numeric, PoolShare, Profile, Recorded, State, Status, Trait, YesGroup

MUSCLE_QUARTER = 0.25
"""A muscle: above the yes group's 75th percentile, or holding what fewer than a quarter of them hold (01-product)."""


class GapStatus(StrEnum):
    SHORT = "short"
    EVEN = "even"
    AHEAD = "ahead"
    DIFFERENT = "different"
    SAME = "same"
    POSSIBLY = "possibly"
    UNKNOWN = "unknown"
    COUNTED = "counted only"
    NO_EVIDENCE = "no evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One trait of one person against the yes group.

    n: people in the yes group. n_observed: those whose level at selection is known; n_later: those known to hold it
    only from a later biography, never counted. below, same, above: of the n_observed, those certainly worse placed
    than the person, neither, and certainly better placed (`better` says which way that is).
    width: share above minus share below, in [-1, 1] (Cliff's delta); None without a level or without an order, and
    when the person's level is a range whose ends point different ways.
    yes_percentile: share at or below the person's level, a tie counting half, with its Beta interval.
    span: the lowest and highest code the person's level may stand for; they differ for a range only.
    lacking: share of the yes group that also lacks it (is at or below that level). woe: marginal weight of
    evidence (natural log), only when something is known of the pool. conditional: the weight given
    all other traits; needs an odds model. bounds: what the base rate alone allows (tier P0). fixed: nothing changes it
    any more, by the person's own word.
    """

    trait: str
    title: str
    status: GapStatus
    level: Level | None
    possible: tuple[Level, ...] = ()
    words: str
    n: int
    n_observed: int
    n_unknown: int
    n_later: int = 0
    below: int | None = None
    same: int | None = None
    above: int | None = None
    width: float | None = None
    yes_percentile: Estimate | None = None
    lacking: Estimate | None = None
    woe: Estimate | None = None
    conditional: Estimate | None = None
    bounds: Bounds | None = None
    muscle: bool = False
    protected: bool = False
    fixed: bool = field(default=False, metadata={"later": True})
    positives_only: bool = False
    distribution: tuple[tuple[str, int], ...] = ()
    quartiles: tuple[float, float, float] | None = None
    better: Better = Better.MORE
    span: tuple[float, float] | None = None
    ends: tuple[float, float] | None = None

    @property
    def at_or_below(self) -> int | None:
        """How many of those selected had the person's level or less."""
        return None if self.below is None or self.same is None else self.below + self.same

    @property
    def value(self) -> Level | None:
        """The person's level; None when it is not known."""
        return self.level

    @property
    def worst(self) -> float | None:
        """The code of the person's level; of a range the end that is the worse one."""
        return None if self.span is None else self.span[1 if self.better is Better.LESS else 0]

    @property
    def most_first(self) -> tuple[tuple[str, int], ...]:
        """The levels and their counts: the highest level first, or the most frequent where levels have no order."""
        highest_first = tuple(reversed(self.distribution))
        return highest_first if self.width is not None else tuple(sorted(highest_first, key=lambda one: -one[1]))

    @property
    def holders(self) -> int | None:
        """How many of those selected hold a binary trait."""
        return dict(self.distribution).get("yes")


def gaps(
    who: Profile, yes: YesGroup, *, pool: tuple[PoolShare, ...] = (), rate: KnownRate | None = None
) -> tuple[Gap, ...]:
    """One gap per trait, the widest first, then what is even, ahead, merely different, and unknown.

    The person must already be left out of `yes` (YesGroup.among(without=...)).
    """
    found = [_gap(trait, who[trait.name], yes, pool, rate) for trait in yes.traits if trait.kind != "date"]
    return tuple(sorted(found, key=_rank))


_ORDER = {status: place for place, status in enumerate(GapStatus)}


def _rank(gap: Gap) -> tuple[int, float, str]:
    return (_ORDER[gap.status], -(gap.width or 0.0), gap.trait)


def _gap(trait: Trait, state: State, yes: YesGroup, pool: tuple[PoolShare, ...], rate: KnownRate | None) -> Gap:
    values = yes.column(trait.name)
    counts_only = trait.recorded is Recorded.POSITIVES_ONLY
    status = _status(trait, state, values, counts_only=counts_only)
    measured = _Measured()
    if state.level is not None and status in (GapStatus.SAME, GapStatus.DIFFERENT):
        measured = _measure(trait, state.level, values, pool, rate)
        status = measured.status or status
    return Gap(
        trait=trait.name,
        title=trait.title,
        status=status,
        level=state.level,
        possible=state.possible,
        words=level_words(trait, state),
        n=len(yes),
        n_observed=len(values),
        n_unknown=len(yes) - len(values),
        n_later=yes.only_later(trait.name),
        below=measured.below,
        same=measured.same,
        above=measured.above,
        width=measured.width,
        yes_percentile=measured.percentile,
        lacking=measured.lacking,
        woe=measured.woe,
        bounds=measured.bounds,
        muscle=measured.muscle,
        protected=trait.protected,
        fixed=trait.fixed,
        positives_only=counts_only,
        distribution=() if isinstance(trait, Numeric) else _distribution(trait, values),
        quartiles=_quartiles(values, trait.better) if isinstance(trait, Numeric) else None,
        better=trait.better,
        span=None if state.level is None else trait.span(state.level),
        ends=(float(values.min()), float(values.max())) if isinstance(trait, Numeric) and len(values) else None,
    )


def _status(trait: Trait, state: State, values: NDArray[np.float64], *, counts_only: bool) -> GapStatus:
    if counts_only:
        return GapStatus.COUNTED
    if len(values) == 0:
        return GapStatus.NO_EVIDENCE
    if state.status is Status.UNKNOWN:
        return GapStatus.UNKNOWN
    if state.status is Status.POSSIBLY:
        return GapStatus.POSSIBLY
    lo, hi = trait.span(state.level) if state.level is not None else (np.inf, -np.inf)
    return GapStatus.SAME if bool(((lo <= values) & (values <= hi)).any()) else GapStatus.DIFFERENT


def _direction(width: float) -> GapStatus:
    if width > 0:
        return GapStatus.SHORT
    return GapStatus.AHEAD if width < 0 else GapStatus.EVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    status: GapStatus | None = None
    below: int | None = None
    same: int | None = None
    above: int | None = None
    width: float | None = None
    percentile: Estimate | None = None
    lacking: Estimate | None = None
    woe: Estimate | None = None
    bounds: Bounds | None = None
    muscle: bool = False


def _measure(
    trait: Trait, level: Level, values: NDArray[np.float64], pool: tuple[PoolShare, ...], rate: KnownRate | None
) -> _Measured:
    """Where a level stands. A range is measured at both of its ends, and says only what both of them say."""
    lo, hi = trait.span(level)
    at_lo = _measure_at(trait, trait.level(lo), values, pool, rate)
    return at_lo if lo == hi else _agreed(at_lo, _measure_at(trait, trait.level(hi), values, pool, rate))


def _measure_at(
    trait: Trait, level: Level, values: NDArray[np.float64], pool: tuple[PoolShare, ...], rate: KnownRate | None
) -> _Measured:
    code = trait.code(level)
    total, below, same = len(values), int((values < code).sum()), int((values == code).sum())
    woe = _weight(trait, level, values, pool)
    enough = total >= FEWEST_FOR_A_PERCENTAGE
    if trait.protected:
        return _Measured(same=same, woe=woe)
    if trait.better is Better.NEITHER:
        return _Measured(same=same, woe=woe, muscle=enough and level is True and same < MUSCLE_QUARTER * total)
    worse, better = (below, total - below - same) if trait.better is Better.MORE else (total - below - same, below)
    lacking, width = share_interval(worse + same, total), (better - worse) / total
    return _Measured(
        status=_direction(width),
        below=worse,
        same=same,
        above=better,
        width=width,
        percentile=share_interval(worse + same / 2, total) if enough else None,
        lacking=lacking if enough and better else None,
        woe=woe,
        bounds=None if rate is None or not enough else _bounds(rate, lacking, short=better > worse),
        muscle=enough and _is_muscle(worse, same, total, binary=trait.codes() == (0.0, 1.0)),
    )


def _agreed(one: _Measured, other: _Measured) -> _Measured:
    """What both ends of a range say: certain counts, the narrower width, intervals that hold those of both ends."""
    if one.status is None or one.status is not other.status:
        return _Measured(
            status=None if one.status is None else GapStatus.POSSIBLY,
            below=_least(one.below, other.below),
            above=_least(one.above, other.above),
            woe=_both(one.woe, other.woe),
        )
    below, above = _least(one.below, other.below), _least(one.above, other.above)
    total = sum(count or 0 for count in (one.below, one.same, one.above))
    widths = [width for width in (one.width, other.width) if width is not None]
    return _Measured(
        status=one.status,
        below=below,
        same=total - (below or 0) - (above or 0),
        above=above,
        width=min(widths, key=abs, default=None),
        percentile=_both(one.percentile, other.percentile),
        lacking=_both(one.lacking, other.lacking),
        woe=_both(one.woe, other.woe),
        bounds=None if one.bounds is None or other.bounds is None else one.bounds.or_else(other.bounds),
        muscle=one.muscle and other.muscle,
    )


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _both(one: Estimate | None, other: Estimate | None) -> Estimate | None:
    """The interval that holds two others; None when either is missing."""
    if one is None or other is None:
        return None
    return Estimate((one.mid + other.mid) / 2, min(one.lo, other.lo), max(one.hi, other.hi))


def _is_muscle(worse: int, same: int, total: int, *, binary: bool) -> bool:
    """Above the 75th percentile: at least three quarters are strictly below. Or holding what fewer than a quarter
    hold."""
    if binary:
        return worse > 0 and same < MUSCLE_QUARTER * total
    return worse >= (1 - MUSCLE_QUARTER) * total


def _bounds(rate: KnownRate, lacking: Estimate, *, short: bool) -> Bounds:
    return bounds_when_lacking(rate, lacking) if short else bounds_when_holding(rate)


def _weight(trait: Trait, level: Level, values: NDArray[np.float64], pool: tuple[PoolShare, ...]) -> Estimate | None:
    known = [one for one in pool if one.trait == trait.name]
    if not known:
        return None
    if isinstance(trait, Numeric):
        return weight_of_number(values, trait.code(level), pool=known[0]) if known[0].mean is not None else None
    stated = _share_of(level, known, binary=trait.codes() == (0.0, 1.0))
    if stated is None:
        return None
    return weight_of_level(int((values == trait.code(level)).sum()), len(values), pool=stated)


def _share_of(level: Level, known: list[PoolShare], *, binary: bool) -> PoolShare | None:
    """What is known of the share at a level; for a binary trait "no" is the rest of "yes"."""
    for one in known:
        if one.level == level:
            return one
    if not binary or known[0].share is None:
        return None
    first = known[0]
    return PoolShare(
        trait=first.trait,
        basis=first.basis,
        level=level,
        share=1 - (first.share or 0.0),
        n=first.n,
        source=first.source,
    )


def _distribution(trait: Trait, values: NDArray[np.float64]) -> tuple[tuple[str, int], ...]:
    if trait.recorded is Recorded.POSITIVES_ONLY:
        return (("known to hold it", int((values > 0).sum())),)
    codes = trait.codes() or ()
    return tuple((trait.words(trait.level(code)), int((values == code).sum())) for code in codes)


def _quartiles(values: NDArray[np.float64], better: Better) -> tuple[float, float, float] | None:
    """Of what somebody had, as a ladder aims at it: between two in the middle the less demanding one."""
    if len(values) < FEWEST_FOR_A_PERCENTAGE:
        return None
    sign = -1.0 if better is Better.LESS else 1.0
    first, middle, third = sorted(sign * np.quantile(sign * values, [0.25, 0.5, 0.75], method="inverted_cdf"))
    return float(first), float(middle), float(third)


def level_words(trait: Trait, state: State) -> str:
    """A person's level in words: the level, "possibly ...", or "unknown"."""
    if state.level is not None:
        return trait.words(state.level)
    if state.status is Status.POSSIBLY:
        return "possibly " + " or ".join(trait.words(level) for level in state.possible)
    return "unknown"
