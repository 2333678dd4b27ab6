"""What changed since a road was drawn, so that it may no longer be the best one.

A day that only passes makes no road old: it was drawn for the days to come. Nor does work that is logged.
"""

import hashlib
from datetime import date
from functools import lru_cache

from twelfth.goal import Case, Process
from twelfth.usecases.keeping.exact import text_of
from twelfth.usecases.keeping.kept import Row, Thing
from twelfth.usecases.keeping.people import PeopleKept
from twelfth.usecases.keeping.told import told
from twelfth.usecases.roads.case_roadmap import CaseRoadmap, Wishes

NUMBERS, CAPACITY, PAUSES, RULES, OVER = "numbers", "capacity", "pauses", "rules", "over"
DIGITS = 16


@lru_cache(maxsize=64)
def numbers_of(case: Case, table: Row[PeopleKept] | None = None) -> str:
    """A digest of what a person says: their facts and own figures, and their table of those who got in. An attempt and
    its answer are none of it: a no changes no number."""
    people = () if table is None else (table.thing,)
    things: tuple[Thing, ...] = (*case.facts, *case.ways, *people)
    lines = [text_of(told(one)) for one in things]
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:DIGITS]


def outdated(
    road: CaseRoadmap, case: Case, process: Process, table: Row[PeopleKept] | None = None, *, today: date
) -> tuple[str, ...]:
    """What is no longer as it was: some of the words above, none where the road still holds. case, table: as kept."""
    found = {
        NUMBERS: road.numbers not in ("", numbers_of(case, table)),
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
    return Wishes(
        until=road.until if road.until > today else None,
        hours_per_week=hours,
        budget=budget,
        avoid=road.wished.avoid,
        not_before=tuple((move, day) for move, day in road.wished.not_before if day > today),
        aim=road.aim,
    )
