"""Readings: which codes a trait or a derived value may have on a day, so that unknown travels through arithmetic.

A reading is always sound (it holds every code that is possible) and not always tight: values derived from the same
trait are treated as if they could differ.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from twelfth.base import completed_years, invalid
from twelfth.goal.profile import Profile, State, Status
from twelfth.goal.traits import DateTrait, Numeric, Trait


@dataclass(frozen=True, slots=True)
class Reading:
    """Either the few codes that are possible, or every number of [lo, hi] (in steps of 1 when whole)."""

    lo: float
    hi: float
    codes: tuple[float, ...] | None = None
    whole: bool = False
    unknown: bool = False

    @property
    def certain(self) -> bool:
        return self.lo == self.hi

    def points(self, breaks: tuple[float, ...]) -> tuple[float, ...]:
        """Codes enough to see every answer of comparisons with `breaks`: the ends, and both sides of each break."""
        if self.codes is not None:
            return self.codes
        candidates = {self.lo, self.hi}
        for at in breaks:
            below = at - 1 if self.whole else math.nextafter(at, -math.inf)
            above = at + 1 if self.whole else math.nextafter(at, math.inf)
            candidates |= {at, below, above}
        return tuple(sorted(code for code in candidates if self.lo <= code <= self.hi))


def exactly(code: float) -> Reading:
    return Reading(code, code, (code,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A number computed from traits: completed years since a day, or the lowest, highest or sum of several.

    Raises:
        InvalidInput: not exactly one way of computing, or nothing to compute from.
    """

    name: str
    label: str = ""
    unit: str = ""
    protected: bool = False
    years_since: str = ""
    lowest_of: tuple[str, ...] = ()
    highest_of: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    note: str = ""
    ways: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        given = [way for way in ("years_since", "lowest_of", "highest_of", "sum_of") if getattr(self, way)]
        if len(given) != 1:
            raise invalid(
                f"derived value {self.name}", ", ".join(given), "one of years_since, lowest_of, highest_of, sum_of"
            )
        object.__setattr__(self, "ways", tuple(given))

    @property
    def title(self) -> str:
        return self.label or self.name.replace("_", " ")

    @property
    def uses(self) -> tuple[str, ...]:
        return (self.years_since,) if self.years_since else self.lowest_of or self.highest_of or self.sum_of


def readings(
    who: Profile,
    traits: tuple[Trait, ...],
    derived: tuple[Derived, ...],
    *,
    instead: Mapping[str, Reading] | None = None,
) -> dict[str, Reading]:
    """Every trait and derived value of a profile as a reading, by name; some traits read as given in `instead`."""
    given = instead or {}
    found = {trait.name: given.get(trait.name) or reading_of(trait, who[trait.name]) for trait in traits}
    for value in derived:
        found[value.name] = _derive(value, found, who.as_of)
    return found


def reading_of(trait: Trait, state: State) -> Reading:
    """The codes a trait may have in a state. Unknown, or possible among unknown others: every code there is."""
    if state.status is Status.UNKNOWN or not state.exhaustive:
        return _anything(trait)
    spans = [trait.span(level) for level in state.possible]
    lo, hi = min(lo for lo, _ in spans), max(hi for _, hi in spans)
    if trait.codes() is not None or all(first == last for first, last in spans):
        return Reading(lo, hi, tuple(sorted({first for first, _ in spans})))
    return Reading(lo, hi, whole=isinstance(trait, Numeric) and trait.whole)


def _anything(trait: Trait) -> Reading:
    codes = trait.codes()
    if codes is not None:
        return Reading(codes[0], codes[-1], codes, unknown=True)
    if isinstance(trait, Numeric):
        low = -math.inf if trait.low is None else trait.low
        high = math.inf if trait.high is None else trait.high
        return Reading(low, high, whole=trait.whole, unknown=True)
    if isinstance(trait, DateTrait):
        return Reading(float(date.min.toordinal()), float(date.max.toordinal()), whole=True, unknown=True)
    return Reading(-math.inf, math.inf, unknown=True)


def _derive(value: Derived, found: Mapping[str, Reading], as_of: date) -> Reading:
    parts = [found[name] for name in value.uses]
    if value.years_since:
        return _years_since(parts[0], as_of)
    combine = min if value.lowest_of else max if value.highest_of else math.fsum
    lo, hi = combine([part.lo for part in parts]), combine([part.hi for part in parts])
    whole = all(part.whole or all(code.is_integer() for code in part.codes or (math.nan,)) for part in parts)
    if lo == hi:
        return Reading(lo, hi, (lo,), whole=whole)
    return Reading(lo, hi, whole=whole, unknown=any(part.unknown for part in parts))


def _years_since(days: Reading, as_of: date) -> Reading:
    first, last = date.fromordinal(int(days.lo)), date.fromordinal(int(days.hi))
    if days.unknown:
        last = min(last, as_of)
    oldest, youngest = completed_years(first, as_of), completed_years(last, as_of)
    if oldest == youngest:
        return exactly(float(oldest))
    return Reading(float(youngest), float(oldest), whole=True, unknown=days.unknown)


def check_order(derived: tuple[Derived, ...], traits: tuple[Trait, ...]) -> None:
    """Refuse a derived value that uses an unknown name or one that stands below it (and so any cycle).

    Raises:
        InvalidInput: names the value and what it uses.
    """
    names = [trait.name for trait in traits]
    for value in derived:
        for used in value.uses:
            if used not in names:
                raise invalid(f"derived value {value.name}", used, "a trait, or a derived value above it")
        names.append(value.name)
    for first, second in pairwise(sorted(names)):
        if first == second:
            raise invalid("name of a trait or derived value", first, "a name used once")
