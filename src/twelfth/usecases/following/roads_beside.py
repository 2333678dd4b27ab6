"""One road beside another: what each amounts to, every difference with its reason, and the road that takes some of the
differences and leaves the others.

A reason is read off what both roads say of themselves; what a difference gains is told by drawing without it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from twelfth.usecases.following.road import given_road
from twelfth.usecases.roads.case_roadmap import NO_HOURS, CaseRoadmap, DatedMile, Wishes
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.replan_case import MoveChanged
from twelfth.work import WEEK

LEFT_OUT, HELD, ASIDE = "left out", "held", "aside"
"""Of what is dropped: it was asked to be left out; nothing is left to do for it; it is not in the plan, which says
why."""
RAISES, CLOSES, FIGURES = "raises", "closes", "figures"
"""Of what is added: it raises the chance; it closes something of the distance; its figures are known by now."""
STAYS, PUT_OFF, HOURS, CAPACITY, PAUSES, OTHERS = "stays", "put off", "hours", "capacity", "pauses", "others"
UNTIL = "until"
"""Of what moved: it was asked to stay, or to be put off; other hours are left of it; there are other hours a week, or
pauses; other miles take its weeks. UNTIL: the road has another last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One mile that is not as it was, and why. was, now: hours of what the reason is about; aside: the plan's own;
    ended, ends: the last day then and now, where that is the reason."""

    change: MoveChanged
    why: str
    was: int = 0
    now: int = 0
    aside: str = ""
    ended: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainMile:
    """A mile with the most hours it has in a week, 0 where it takes none."""

    mile: DatedMile
    weekly: int


def plain_miles(road: CaseRoadmap) -> tuple[PlainMile, ...]:
    """The miles of a road by the day they begin."""
    return tuple(
        PlainMile(mile=one, weekly=max((hours for _, hours in one.work), default=0))
        for one in sorted(road.miles, key=lambda each: (each.begins, each.done))
    )


def miles_known(*roads: CaseRoadmap | None) -> tuple[GivenMile, ...]:
    """Every mile of some roads, as the first that has it does."""
    found: dict[str, GivenMile] = {}
    for road in roads:
        if road is not None:
            found = {one.move: one for one in given_road(road).miles} | found
    return tuple(sorted(found.values(), key=lambda one: (one.begins, one.done)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What a road amounts to. chance: null where none can be told; then so many of `gaps` are closed, and so many of
    `gates` are met. hours: of all its miles; costs: money for them, by currency."""

    chance: float | None
    closed: int
    gaps: int
    met: int
    gates: int
    until: date
    hours: int
    costs: tuple[tuple[int, str], ...]


def amount_of(road: CaseRoadmap) -> Amount:
    """In all."""
    closes = road.closes
    return Amount(
        chance=road.chance,
        closed=0 if closes is None else closes.closed,
        gaps=0 if closes is None else len(closes.gaps),
        met=0 if closes is None else closes.met,
        gates=0 if closes is None else len(closes.gates),
        until=road.until,
        hours=sum(one.hours for one in road.miles),
        costs=_costs(road),
    )


def _costs(road: CaseRoadmap) -> tuple[tuple[int, str], ...]:
    """An amount in each currency; 0 in that of the road where there is none."""
    found = dict[str, int]()
    for one in road.miles:
        if one.cost:
            found[one.currency or road.currency] = found.get(one.currency or road.currency, 0) + one.cost
    return tuple((amount, name) for name, amount in found.items()) or ((0, road.currency),)


def roads_apart(before: CaseRoadmap, now: CaseRoadmap) -> tuple[Difference, ...]:
    """In what one road differs from another, by the day each move is done: its weeks are counted from the day it was
    drawn, so less than a week is no difference."""
    old, new = ({mile.move: mile for mile in road.miles} for road in (before, now))
    found = list[Difference]()
    for move in dict.fromkeys((*new, *old)):
        was, then = old.get(move), new.get(move)
        if was is not None and then is not None and abs(then.done - was.done) < WEEK:
            continue
        kind = "added" if was is None else "dropped" if then is None else "moved"
        change = MoveChanged(
            move=move,
            title=(new.get(move) or old[move]).title,
            kind=kind,
            was=None if was is None else was.done,
            now=None if then is None else then.done,
        )
        found.append(_with_reason(change, was, then, before, now))
    return tuple(found)


def _with_reason(
    change: MoveChanged, was: DatedMile | None, then: DatedMile | None, before: CaseRoadmap, now: CaseRoadmap
) -> Difference:
    asides = _asides(now)
    if then is None:
        why = LEFT_OUT if change.move in now.wished.avoid else ASIDE if change.move in asides else HELD
        return Difference(change=change, why=why, aside=asides.get(change.move, ""))
    if change.move in now.wished.pins and not now.wished.mixed:
        return Difference(change=change, why=STAYS)
    if was is None:
        lacked = "not known" in _asides(before).get(change.move, "")
        return Difference(change=change, why=FIGURES if lacked else RAISES if now.closes is None else CLOSES)
    if any(move == change.move for move, _ in now.wished.not_before):
        return Difference(change=change, why=PUT_OFF)
    if was.hours != then.hours:
        return Difference(change=change, why=HOURS, was=was.hours, now=then.hours)
    if before.hours_per_week != now.hours_per_week:
        return Difference(change=change, why=CAPACITY, was=before.hours_per_week, now=now.hours_per_week)
    if _pauses_of_both(before, now) != _pauses_of_both(now, before):
        return Difference(change=change, why=PAUSES)
    if abs(before.until - now.until) >= WEEK:
        return Difference(change=change, why=UNTIL, ended=before.until, ends=now.until)
    return Difference(change=change, why=OTHERS)


def _pauses_of_both(road: CaseRoadmap, other: CaseRoadmap) -> set[date]:
    """The pauses of a road in the days that another has too."""
    first, last = max(road.as_of, other.as_of), min(road.until, other.until)
    return {monday for monday in road.wished.pauses if first - WEEK < monday <= last}


def _asides(road: CaseRoadmap) -> dict[str, str]:
    """Why each other move is not in a road, by move."""
    return {one.id: NO_HOURS for one in road.without_hours} | {one.move: one.why for one in road.aside}


def mixes_of(followed: CaseRoadmap, offered: CaseRoadmap, kept: Collection[str]) -> Iterator[Wishes]:
    """What to wish for to have the offered road, but some of its differences as they were: first exactly that, then the
    best road that leaves them so. kept: moves."""
    old, new = ({mile.move: mile for mile in given_road(road).miles} for road in (followed, offered))
    apart = [one.change.move for one in roads_apart(followed, offered)]
    chosen = {move: (old if move in kept else new).get(move) for move in dict.fromkeys((*new, *old))}
    miles = tuple(one for one in chosen.values() if one is not None)
    out = {move for move in apart if chosen[move] is None}
    wishes = Wishes(
        until=offered.until,
        hours_per_week=offered.hours_per_week,
        budget=offered.budget,
        avoid=tuple(sorted({*offered.wished.avoid, *out} - {one.move for one in miles})),
        not_before=tuple(pair for pair in offered.wished.not_before if pair[0] not in kept),
        miles=miles,
        aim=offered.aim,
        renews=offered.wished.renews,
    )
    yield replace(wishes, pins=tuple(one.move for one in miles), not_before=(), alone=True)
    yield replace(wishes, pins=tuple(one.move for one in miles if one.move in apart))
