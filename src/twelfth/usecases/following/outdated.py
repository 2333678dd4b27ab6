"""What changed since a road was drawn, so that it may no longer be the best one.

A day that only passes makes no road old: it was drawn for the days to come. Nor does work that is logged.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from twelfth.base import InvalidInput, Truth
from twelfth.goal import Case, Fact, Level, Process, Trait, Way, profile
from twelfth.usecases.keeping.exact import text_of
from twelfth.usecases.keeping.kept import Row, Thing
from twelfth.usecases.keeping.people import PeopleKept
from twelfth.usecases.keeping.told import told
from twelfth.usecases.roads.case_roadmap import CaseRoadmap, Wishes

NUMBERS, HOURS, CAPACITY, PAUSES, RULES, OVER = "numbers", "hours", "capacity", "pauses", "rules", "over"
DIGITS = 16
OF_EACH = ";"
"""What the digests of one's own figures come after, one for each thing they are of: its name, the hours, the digest."""
PARTS = 3
"""Of each of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigures:
    """What changed of one's own figures, by what they are of: of these the hours, of those other figures alone."""

    hours: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The day a road was drawn for, and the one on which it is asked what changed, which is not before it."""

    drawn: date
    today: date


@lru_cache(maxsize=64)
def numbers_of(
    case: Case,
    table: Row[PeopleKept] | None = None,
    *,
    traits: tuple[Trait, ...] = (),
    since: Since | None = None,
) -> str:
    """A digest of what a person says: their facts and their table of those who got in, and apart from it their own
    figures. An attempt and its answer are none of it: a no changes no number.

    traits, since: of what had begun when the road was drawn, and stays, the level alone counts: whoever says that it
    was already so before makes no road old. Without them every fact counts as it was written.
    """
    people = () if table is None else (table.thing,)
    each = (f"{to}:{','.join(hours)}:{_digest(ways)}" for to, (hours, ways) in _figures(case.ways).items())
    settled = {} if since is None else _settled(case.facts, traits, since)
    rest = tuple(one for one in case.facts if one.trait not in settled)
    facts = _digest((*rest, *people), tuple(f"{name}={level}" for name, level in settled.items()))
    return OF_EACH.join((facts, *each)) + OF_EACH


def _settled(facts: tuple[Fact, ...], traits: tuple[Trait, ...], since: Since) -> dict[str, Level]:
    """By name the levels of what had begun when the road was drawn, of traits that neither end nor lapse."""
    by_name = {one.name: one for one in traits}
    passing = {
        one.trait
        for one in facts
        if one.ends is not None
        or one.begins.begun_by(since.drawn) is not Truth.YES
        or (one.trait in by_name and _lapses(by_name[one.trait], one))
    }
    try:
        now = profile(facts, since.today, traits=traits)
    except InvalidInput:  # they contradict each other, which is told where they are kept
        return {}
    names = sorted({one.trait for one in facts} & by_name.keys() - passing)
    return {name: level for name in names if (level := now[name].level) is not None}


def _lapses(trait: Trait, fact: Fact) -> bool:
    """Whether it comes to another level by itself."""
    return trait.valid_months is not None and fact.level != trait.when_lapsed


def figures_changed(road: CaseRoadmap, case: Case, process: Process) -> OwnFigures:
    """Titles of what one's own figures changed of since a road was drawn; nothing of a road that does not know."""
    if OF_EACH not in road.numbers:
        return OwnFigures()
    before, now = _of_each(road.numbers), _of_each(numbers_of(case))
    changed = [to for to in dict.fromkeys((*now, *before)) if before.get(to) != now.get(to)]
    titles = {one.name: one.title for one in process.traits} | {one.id: one.title for one in process.moves}
    hours = [to for to in changed if before.get(to, ("", ""))[0] != now.get(to, ("", ""))[0]]
    others = [to for to in changed if to not in hours]
    return OwnFigures(
        hours=tuple(titles.get(to, to) for to in hours), others=tuple(titles.get(to, to) for to in others)
    )


def outdated(
    road: CaseRoadmap, case: Case, process: Process, table: Row[PeopleKept] | None = None, *, today: date
) -> tuple[str, ...]:
    """What is no longer as it was: some of the words above, none where the road still holds. case, table: as kept."""
    changed = figures_changed(road, case, process)
    found = {
        NUMBERS: _are_others(road, case, process, table, today),
        HOURS: bool(changed.hours or changed.others),
        CAPACITY: _capacity(case, road) != (road.hours_per_week, road.budget),
        PAUSES: _ahead(case.pauses, road, today) != _ahead(road.wished.pauses, road, today),
        RULES: process.version != road.pack_version,
        OVER: road.until <= today,
    }
    return tuple(word for word, so in found.items() if so)


def still_fits(road: CaseRoadmap, case: Case) -> bool:
    """Whether the hours, the money and the pauses there are by now are enough for a road as it was drawn."""
    from twelfth.usecases.roads.wishes import week_hours

    hours, budget = _capacity(case, road)
    weeks = {first for mile in road.miles for first, _ in mile.work}
    used = {first: sum(each for mile in road.miles for week, each in mile.work if week == first) for first in weeks}
    enough = all(each <= week_hours(hours, first, 1, case.pauses)[0] for first, each in used.items())
    return enough and (budget is None or sum(one.cost for one in road.miles) <= budget)


def _are_others(road: CaseRoadmap, case: Case, process: Process, table: Row[PeopleKept] | None, today: date) -> bool:
    """Whether the facts or the table changed; of a road that does not tell them apart, also one's own figures."""
    if not road.numbers:
        return False
    if OF_EACH in road.numbers:
        since = Since(drawn=road.as_of, today=today)
        as_written, so_far = numbers_of(case, table), numbers_of(case, table, traits=process.traits, since=since)
        return road.numbers.partition(OF_EACH)[0] not in (one.partition(OF_EACH)[0] for one in (as_written, so_far))
    return road.numbers != _digest((*case.facts, *case.ways, *(() if table is None else (table.thing,))))


def _digest(things: Iterable[Thing], words: Iterable[str] = ()) -> str:
    lines = (*(text_of(told(one)) for one in things), *words)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:DIGITS]


def _figures(ways: Iterable[Way]) -> dict[str, tuple[list[str], list[Way]]]:
    """One's own figures by the move or the trait they are of, and their hours."""
    found: dict[str, tuple[list[str], list[Way]]] = {}
    for way in ways:
        hours, same = found.setdefault(way.to, ([], []))
        hours.append(f"{way.hours_low}")
        same.append(way)
    return found


def _of_each(numbers: str) -> dict[str, tuple[str, str]]:
    """(hours, digest) by what the figures are of."""
    parts = (one.rsplit(":", 2) for one in numbers.split(OF_EACH)[1:])
    return {one[0]: (one[1], one[2]) for one in parts if len(one) == PARTS}


def _capacity(case: Case, road: CaseRoadmap) -> tuple[int, int | None]:
    """What there is by now; as the road has it where nothing is stated."""
    own = case.capacity
    if own is None or own.hours_per_week is None:
        return road.hours_per_week, road.budget
    return int(own.hours_per_week), None if own.money is None else int(own.money)


def _ahead(pauses: tuple[date, ...], road: CaseRoadmap, today: date) -> set[date]:
    return {one for one in pauses if today < one <= road.until}


def wishes_again(road: CaseRoadmap, case: Case, *, today: date) -> Wishes:
    """What a road was asked to be, with the hours and the money there are by now."""
    hours, budget = _capacity(case, road)
    until = road.wished.until  # where none was asked for, none is by now
    return Wishes(
        until=until if until is not None and until > today else None,
        hours_per_week=hours,
        budget=budget,
        avoid=road.wished.avoid,
        not_before=tuple((move, day) for move, day in road.wished.not_before if day > today),
        aim=road.aim,
        renews=road.wished.renews,
    )
