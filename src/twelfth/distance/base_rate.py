"""How many of those who applied were selected, and what that alone bounds (tier P0: nothing known of the pool).

Gives bounds, never a headline: odds cannot be computed from the yes group alone.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from twelfth.base import Estimate, invalid
from twelfth.distance.percentile import share_interval
from twelfth.goal import Better, Bound, Process, YesGroup


class KnownRate(Protocol):
    """The chance of the average applicant, and the least it can have been."""

    @property
    def rate(self) -> float: ...
    @property
    def lowest_rate(self) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRate:
    """`selected` of `applicants` in a round. `bound` says how exactly the applicants are known.

    `rate` is the share selected; with "at least" so many applicants it is only the most it can have been, and
    `lowest_rate` is 0.

    Raises:
        InvalidInput: more selected than applicants, or none of either.
    """

    round: str
    selected: int
    applicants: int
    bound: Bound = Bound.EXACT
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.selected <= self.applicants:
            raise invalid(
                f"selected of round {self.round}", f"{self.selected} of {self.applicants}", "1 to all applicants"
            )

    @property
    def rate(self) -> float:
        return self.selected / self.applicants

    @property
    def lowest_rate(self) -> float:
        """The least the rate can have been: nothing, where only a lowest number of applicants is known."""
        return 0.0 if self.bound is Bound.AT_LEAST else self.rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The chance of selection lies in [lo, hi], if the trait cannot hurt; lo 0 where nothing is known from below."""

    lo: float
    hi: float

    def or_else(self, other: "Bounds") -> "Bounds":
        """What holds when one of the two holds."""
        return Bounds(lo=min(self.lo, other.lo), hi=max(self.hi, other.hi))


def base_rate(process: Process, round_id: str) -> RoundRate | None:
    """The base rate of a round, or None when its applicants or its selected were not published."""
    applied = [one for one in process.funnel if one.round == round_id and one.stage == "applied" and not one.trait]
    chosen = next((one.selected for one in process.rounds if one.id == round_id), None)
    if not applied or not chosen:
        return None
    first = applied[0]
    return RoundRate(round=round_id, selected=chosen, applicants=first.count, bound=first.bound, source=first.source)


def base_rates(process: Process) -> tuple[RoundRate, ...]:
    """The base rates that were published, in the order of the rounds. Of what is one figure for any round, told once:
    that of the last of them, for a word is not truer for being repeated."""
    decided = {one.id: one.decided for one in process.rounds}
    rates = [rate for one in process.rounds if (rate := base_rate(process, one.id)) is not None]
    rates.sort(key=lambda one: (decided[one.round], one.round))
    *repeated, _last = [one.round for one in rates if one.round in process.said_of_any] or [""]
    return tuple(one for one in rates if one.round not in repeated)


def bounds_when_lacking(rate: KnownRate, lacking: Estimate) -> Bounds:
    """Lacking a trait that a share y of the yes group holds: p in [rate (1 - y), rate], y at the far end of its
    interval."""
    return Bounds(lo=rate.lowest_rate * lacking.lo, hi=rate.rate)


def bounds_when_holding(rate: KnownRate) -> Bounds:
    """Holding it: p in [rate, 1]."""
    return Bounds(lo=rate.lowest_rate, hi=1.0)


def lacking_all(yes: YesGroup, levels: dict[str, float]) -> tuple[int, int]:
    """Of those selected with every one of these traits known, how many were no better than all the given codes:
    (count, of)."""
    columns = [index for index, trait in enumerate(yes.traits) if trait.name in levels]
    if not columns:
        return (0, 0)
    part = yes.rows[:, columns]
    known = part[~np.isnan(part).any(axis=1)]
    upward = np.array([-1.0 if yes.traits[index].better is Better.LESS else 1.0 for index in columns])
    own = np.array([levels[yes.traits[index].name] for index in columns])
    return int((known * upward <= own * upward).all(axis=1).sum()), len(known)


def joint_bounds(rate: KnownRate, count: int, total: int) -> Bounds | None:
    """Bounds for all lacked traits together; None when nobody selected has them all recorded."""
    if total == 0:
        return None
    return bounds_when_lacking(rate, share_interval(count, total))
