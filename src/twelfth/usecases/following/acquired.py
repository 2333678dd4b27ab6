"""What a person can show by now and their numbers do not say yet. It is offered, and written on their word alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from twelfth.base import When, invalid
from twelfth.goal import Fact, Level, Move, Process, Profile, Trait
from twelfth.usecases.following.lessons import Lesson
from twelfth.usecases.following.road_followed import worked_since
from twelfth.usecases.keeping.kept import Row
from twelfth.usecases.keeping.ports import GoalBook
from twelfth.usecases.ports import AuditEvent
from twelfth.usecases.roads.case_roadmap import CaseRoadmap, DatedMile


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLevel:
    """A level that one's numbers do not have yet. own: the one they have, None where none is known."""

    trait: Trait
    level: Level
    own: Level | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquired:
    """Something acquired, by the name it goes by, and the levels it comes to. tested: it ends in an exam, or lapses, so
    that its day is that of the test and cannot be guessed."""

    towards: str
    title: str
    levels: tuple[NewLevel, ...]
    tested: bool


def acquired_of(lesson: Lesson, process: Process, who: Profile) -> Acquired | None:
    """What would be written once it can be shown; None where one's numbers have all of it, or better."""
    levels = tuple(_new_levels(lesson.move, process, who))
    if not levels:
        return None
    exam = lesson.way is not None and lesson.way.exam
    lapses = any(one.trait.valid_months is not None for one in levels)
    return Acquired(towards=lesson.towards, title=lesson.title, levels=levels, tested=exam or lapses)


def _new_levels(move: Move, process: Process, who: Profile) -> Iterable[NewLevel]:
    from twelfth.distance import move_held, move_levels

    for name, level in move_levels(process, who, move).items():
        if not move_held(process, who, replace(move, sets=((name, level),))):
            yield NewLevel(trait=process.trait(name), level=level, own=who[name].level)


def miles_done(road: CaseRoadmap, worked: Mapping[str, int], day: date) -> tuple[DatedMile, ...]:
    """Miles whose planned hours are worked; and of those that take none, whose day has come. worked: minutes by move
    over all time."""
    since = worked_since(road, worked) or {}
    return tuple(
        one
        for one in sorted(road.miles, key=lambda mile: (mile.done, mile.move))
        if (since.get(one.move, 0) >= 60 * one.hours if one.hours else one.done <= day)
    )


def write_acquired(
    goal: str, new: Acquired, facts: Iterable[Row[Fact]], day: date, *, goals: GoalBook, event: AuditEvent
) -> None:
    """Write every level as true from a day; what is known of the same traits until then ends the day before.

    Raises:
        InvalidInput: a fact of one of the traits begins on a later day. Nothing is written.
    """
    rows = tuple(facts)
    for one in new.levels:
        for row in _of(one, rows):
            _check_not_later(row.thing, day)
    fresh = list[Fact]()
    for one in new.levels:
        fact = Fact(trait=one.trait.name, level=one.level, begins=When.on(day), source=("own",))
        mended = False
        for row in _of(one, rows):
            if row.thing.begins == fact.begins:
                goals.amend(goal, fact, row=row.id, was=row.version, event=event)
                mended = True
            elif row.thing.start.latest is None or row.thing.start.latest >= day:  # it might be taken for the later one
                over = replace(row.thing, ends=When.on(day).day_before())
                goals.amend(goal, over, row=row.id, was=row.version, event=event)
        fresh += [] if mended else [fact]
    if fresh:
        goals.keep(goal, *fresh, event=event)


def _of(one: NewLevel, rows: tuple[Row[Fact], ...]) -> tuple[Row[Fact], ...]:
    return tuple(row for row in rows if row.thing.trait == one.trait.name)


def _check_not_later(fact: Fact, day: date) -> None:
    earliest = fact.begins.earliest
    if earliest is not None and earliest > day:
        raise invalid(f"day of {fact.trait}", day, f"a day not before {earliest}, since when another level is known")
