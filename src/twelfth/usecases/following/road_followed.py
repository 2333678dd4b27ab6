"""How one stands on the road one follows: what is ahead, what this week has, what was worked of each mile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.usecases.roads.case_roadmap import CaseRoadmap, DatedMile
from twelfth.usecases.roads.road_days import attempt_days
from twelfth.work import WEEK, Finish, Pace, finish_of, monday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MileWork:
    """One mile: minutes worked towards it since the road was drawn, and when it will be done at this pace; None where
    that cannot be told or it takes no hours."""

    mile: DatedMile
    minutes: int
    finish: Finish | None


def miles_ahead(road: CaseRoadmap, day: date) -> tuple[DatedMile, ...]:
    """What is not to be done before the day, by the day it is done."""
    ordered = sorted(road.miles, key=lambda one: (one.done, one.begins))
    return tuple(one for one in ordered if one.done >= day)


def present_mile(road: CaseRoadmap, day: date) -> DatedMile | None:
    """The mile that is worked on now: the first with hours that has begun and is not done; before any has begun, as on
    the day a road is drawn, the one that begins first."""
    ahead = [one for one in miles_ahead(road, day) if one.hours]
    begun = (one for one in ahead if one.begins <= day)
    return next(begun, min(ahead, key=lambda one: one.begins, default=None))


def next_mile(road: CaseRoadmap, day: date) -> DatedMile | None:
    """The mile to look at: the one worked on now, else the next with hours, else the next."""
    ahead = miles_ahead(road, day)
    with_hours = sorted((one for one in ahead if one.hours), key=lambda one: (one.begins, one.done))
    return present_mile(road, day) or next(iter((*with_hours, *ahead)), None)


def next_exam(road: CaseRoadmap, day: date) -> tuple[str, date] | None:
    """The mile whose exam is first sat next, by its title, and the day."""
    days = ((one.title, at) for one in road.miles for at in attempt_days(one, road.until)[:1] if at >= day)
    return min(days, key=lambda one: one[1], default=None)


def hours_this_week(mile: DatedMile, day: date) -> int:
    """Hours a mile has in the week of a day."""
    monday = monday_of(day)
    return sum(hours for begins, hours in mile.work if monday <= begins < monday + WEEK)


def minutes_this_week(road: CaseRoadmap, day: date) -> int:
    """Minutes the road has for the week of a day."""
    return 60 * sum(hours_this_week(mile, day) for mile in road.miles)


def worked_since(road: CaseRoadmap, now: Mapping[str, int]) -> dict[str, int] | None:
    """Minutes by move since a road was drawn. now: over all time. None where the road does not say what had been worked
    by then."""
    if road.worked is None:
        return None
    before = dict(road.worked)
    return {move: max(0, minutes - before.get(move, 0)) for move, minutes in now.items()}


def miles_worked(
    road: CaseRoadmap, worked: Mapping[str, int], pace: Pace | None, *, as_of: date
) -> tuple[MileWork, ...]:
    """Every mile, by the day it is done; one after the other at the pace. worked: minutes by move since it was drawn,
    for what was worked before is not in its hours."""
    found, left = list[MileWork](), 0.0
    for mile in miles_ahead(road, date.min):
        minutes = worked.get(mile.move, 0)
        left += max(0.0, mile.hours - minutes / 60)
        finish = None if pace is None or not mile.hours else finish_of(left, pace, as_of=as_of)
        found.append(MileWork(mile=mile, minutes=minutes, finish=finish))
    return tuple(found)
