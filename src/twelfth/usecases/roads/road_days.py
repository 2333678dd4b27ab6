"""Days that follow from a roadmap: when each attempt at an exam may be, and how much is worked in each week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from twelfth.usecases.roads.case_roadmap import CaseRoadmap, DatedMile

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Weeks in a row with the same work. begins, ends: its first and its last day; hours: in each of its weeks; titles:
    of the miles that are worked on."""

    begins: date
    ends: date
    hours: int
    titles: tuple[str, ...]


def attempt_days(mile: DatedMile, until: date) -> tuple[date, ...]:
    """The days of the attempts at the exam that ends a mile, if none is passed before; none after the last day."""
    return () if mile.passes >= 1 else exam_days(mile.done, mile.again, until)


def exam_days(first: date, again: int | None, until: date) -> tuple[date, ...]:
    """The days of the attempts at an exam, again after so many days if it is not passed; none after a last day."""
    from twelfth.roadmap import ATTEMPTS

    days = (first + timedelta(days=attempt * (again or 0)) for attempt in range(ATTEMPTS))
    return tuple(dict.fromkeys(day for day in days if day <= until))


def stretches(answer: CaseRoadmap) -> tuple[Stretch, ...]:
    """The weeks of a road in which there is work, those of the same work together; what takes no hours is left out."""
    return tuple(
        Stretch(begins=found[0][0], ends=found[-1][0] + WEEK - timedelta(days=1), hours=hours, titles=titles)
        for (_, hours, titles), group in groupby(enumerate(_weeks(answer)), key=_alike)
        for found in [[week for _, week in group]]
    )


def _alike(placed: tuple[int, tuple[date, int, tuple[str, ...]]]) -> tuple[date, int, tuple[str, ...]]:
    """Weeks in a row that are alike have one key: the day on which as many weeks before them would have begun."""
    place, (begins, hours, titles) = placed
    return begins - place * WEEK, hours, titles


def _weeks(answer: CaseRoadmap) -> Iterator[tuple[date, int, tuple[str, ...]]]:
    """(first day, hours, titles) of each week with work."""
    for begins in sorted({week for mile in answer.miles for week, _ in mile.work}):
        done = [(mile.title, hours) for mile in answer.miles for week, hours in mile.work if week == begins]
        yield begins, sum(hours for _, hours in done), tuple(title for title, _ in done)
