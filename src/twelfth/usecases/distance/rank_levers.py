"""Which single change would raise the chance most: every level a person could acquire, by gain, by hour and by cost."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from twelfth.base import Truth, invalid
from twelfth.distance import BreakEven, Lever, Option, Tier, acquirable, break_even, level_words
from twelfth.goal import Case, Process, Trait, Way
from twelfth.usecases.odds.estimate_odds import OddsRead, odds_of
from twelfth.usecases.odds.fitted_case import FittedCase, fit_case
from twelfth.usecases.ports import CaseShelf, Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLever:
    """One lever in words, with what it takes. `crowded`: its gain if a share of those who lack it do the same."""

    title: str
    own: str
    acquired: str
    way: Way | None
    lever: Lever
    crowded: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UncountedWay:
    """A trait that has a way and no gain, since only its presence is ever recorded."""

    title: str
    own: str
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class LeversRead:
    """The levers of a case, the best first, beside its odds.

    Without levers where no chance can be computed (tier P0), where a requirement is not met, or where nothing that can
    be acquired helps. apart: whether the first is told from the second with probability .75; None with fewer than two.
    by_hour: whether they are ranked by the hour, as they are where the hours of every one are known. unknown: titles of
    traits of which the person's level is not known exactly, so that nothing can be said of acquiring them. uncounted:
    ways to what cannot count. trying: when another attempt pays.
    """

    now: OddsRead
    levers: tuple[RankedLever, ...]
    apart: bool | None
    by_hour: bool
    adopters: float
    unknown: tuple[str, ...]
    uncounted: tuple[UncountedWay, ...]
    trying: BreakEven | None


def rank_levers(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    as_of: date | None = None,
    adopters: float = 0.0,
    cost: float | None = None,
    value: float | None = None,
    alternative: float = 0.0,
) -> LeversRead:
    """The levers of a case as of a day (default: today). cost, value, alternative: see `break_even`.

    Raises:
        NotFound: no such case.
        NotEnoughData: the pack describes nobody selected (where points decide), or no round's applicants are published.
        InvalidInput: adopters outside [0, 1], amounts that are none, a value without a cost.
    """
    fitted = fit_case(name, cases=cases, clock=clock, as_of=as_of)
    now = odds_of(fitted)
    trying = _trying(now, cost, value, alternative)
    can = fitted.model.tier is not Tier.P0 and now.eligible is not Truth.NO
    levers = _levers(fitted, adopters) if can else ()
    return LeversRead(
        now=now,
        levers=levers,
        apart=levers[1].lever.separate if len(levers) > 1 else None,
        by_hour=bool(levers) and all(one.lever.option.hours for one in levers),
        adopters=adopters,
        unknown=tuple(trait.title for trait in _of_unknown_level(fitted)) if can else (),
        uncounted=_uncounted(fitted),
        trying=trying,
    )


def _levers(fitted: FittedCase, adopters: float) -> tuple[RankedLever, ...]:
    """Levers with a gain, ranked among themselves."""
    model, row = fitted.model, fitted.rows.mean(axis=0)
    if not 0 <= adopters <= 1:
        raise invalid("adopters", adopters, "a share from 0 to 1", field="adopters")
    options = [
        _option(trait, level, fitted)
        for index, trait in enumerate(fitted.counted.traits)
        if trait in model.evidence.traits
        for level in acquirable(trait, float(row[index]), fitted.counted.rows[:, index])
    ]
    helpful = [one.option for one in model.levers(row, options) if one.gain > 0] if options else []
    if not helpful:
        return ()
    found = model.levers(row, helpful)
    crowd = {one.option: one.gain for one in model.levers(row, helpful, adopters=adopters)} if adopters else {}
    return tuple(_ranked(one, fitted, crowd.get(one.option)) for one in found)


def _option(trait: Trait, level: object, fitted: FittedCase) -> Option:
    acquired = trait.parse(level)
    way = way_to(trait.name, acquired, fitted.case, fitted.process)
    if way is None:
        return Option(trait.name, acquired)
    return Option(trait.name, acquired, hours=way.hours, cost=way.cost)


def way_to(trait: str, level: object, case: Case, process: Process) -> Way | None:
    """What acquiring a level takes: by the person's own figures, else by the pack's; None where neither has any."""
    return next((one for one in (*case.ways, *process.ways) if (one.trait, one.level) == (trait, level)), None)


def _ranked(lever: Lever, fitted: FittedCase, crowded: float | None) -> RankedLever:
    trait = fitted.process.trait(lever.option.trait)
    return RankedLever(
        title=trait.title,
        own=level_words(trait, fitted.who[trait.name]),
        acquired=trait.words(lever.option.level),
        way=way_to(trait.name, lever.option.level, fitted.case, fitted.process),
        lever=lever,
        crowded=crowded,
    )


def _of_unknown_level(fitted: FittedCase) -> tuple[Trait, ...]:
    counted = {trait.name for trait in fitted.model.evidence.traits}
    unknown = [fitted.counted.traits[index] for index in np.flatnonzero(np.isnan(fitted.rows).any(axis=0))]
    return tuple(trait for trait in unknown if trait.name in counted)


def _uncounted(fitted: FittedCase) -> tuple[UncountedWay, ...]:
    """Ways to traits that are no part of the model, and that the person does not certainly have."""
    counted = {trait.name for trait in fitted.model.evidence.traits}
    found = {(one.trait, one.level): one for one in (*fitted.process.ways, *fitted.case.ways) if one.trait}
    return tuple(
        UncountedWay(title=trait.title, own=level_words(trait, fitted.who[trait.name]), way=way)
        for way in found.values()
        if way.trait not in counted and fitted.who[way.trait].level != way.level
        for trait in (fitted.process.trait(way.trait),)
    )


def _trying(now: OddsRead, cost: float | None, value: float | None, alternative: float) -> BreakEven | None:
    if cost is None:
        if value is not None:
            raise invalid("cost", "not given", "what the next attempt costs, with a value", next_step="Add --cost.")
        return None
    return break_even(cost=cost, value=value, alternative=alternative, lo=now.odds.lo, hi=now.odds.hi)
