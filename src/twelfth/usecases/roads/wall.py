"""Walls on a road: the dated rounds to come, by which what is to count must be there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twelfth.base import When
from twelfth.goal import Process
from twelfth.usecases.roads.case_roadmap import DayChance, Wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A dated round to come. day: when it closes, or is decided where nothing says when it closes or it has
    closed. when: it is decided, as well as that is known; `decided` is the last day of it."""

    name: str
    day: date
    closes: bool
    decided: date
    when: When


def coming(process: Process, day: date, until: date) -> tuple[Coming, ...]:
    """Those that close or are decided after a day and not after another, of the rounds a process has by name and day,
    in order. A kind of round of which only its rate is known has none."""
    found = []
    for one in process.rounds:
        closes = one.closes is not None and one.closes > day
        when = one.closes if one.closes is not None and closes else one.decided
        if day < when <= until:
            found.append(
                Coming(name=one.name or one.id, day=when, closes=closes, decided=one.decided, when=one.when_decided)
            )
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


def walls(ahead: Sequence[Coming], told: Sequence[DayChance]) -> tuple[Wall, ...]:
    """Those rounds with the chance by the day each is decided, where one of the days told is that day."""
    by_day = {one.day: one for one in told}
    return tuple(
        Wall(
            name=one.name,
            day=one.day,
            closes=one.closes,
            decided=one.when,
            planned=by_day[one.decided].planned if one.decided in by_day else None,
            idle=by_day[one.decided].idle if one.decided in by_day else None,
        )
        for one in ahead
    )
