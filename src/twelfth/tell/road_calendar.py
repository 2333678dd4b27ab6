"""A road, or all that is kept of goals, as an iCalendar file (RFC 5545): whole days, the same bytes for the same road.

No note that a person wrote is in it: a calendar is shared sooner than one thinks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from twelfth.tell.language import N_, _
from twelfth.tell.paper import UNSEEN
from twelfth.tell.say.core_words import titled
from twelfth.tell.say.mile_words import LAST_DAY, mile_takes
from twelfth.usecases import CaseRoadmap, DatedGoal, DatedMile, attempt_days

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MAKER = "-//Twelfth//Roadmap//EN"
ATTEMPTS = (
    N_("First attempt: %(mile)s"),
    N_("Second attempt, if needed: %(mile)s"),
    N_("Third attempt, if needed: %(mile)s"),
)
"""At an exam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One day of the calendar. key: what it is, whatever its day, so that a later road moves it."""

    key: str
    day: date
    title: str
    text: str = ""
    tentative: bool = False


def calendar_file(answer: CaseRoadmap) -> bytes:
    """The calendar: of each mile its beginning and its end, or the attempts at its exam; and the last day."""
    calendar = _calendar(f"{answer.title}, {answer.process_title}")
    for entry in _entries(answer):
        calendar.add_component(_event(entry, of=_of(answer), stamp=answer.as_of))
    return bytes(calendar.to_ical())


def goals_calendar(goals: Iterable[DatedGoal]) -> str:
    """The calendar of goals: the road followed of each, without hours and money, the days of its rounds and the last
    days of what follows a yes."""
    calendar = _calendar("Twelfth")
    for goal in goals:
        if goal.road is not None:
            for entry in _entries(goal.road):
                calendar.add_component(_event(replace(entry, text=""), of=_of(goal.road), stamp=goal.road.as_of))
        for entry in (*_rounds(goal), *_after_yes(goal)):
            calendar.add_component(_event(entry, of=goal.name, stamp=goal.begun))
    return bytes(calendar.to_ical()).decode("utf-8")


def _calendar(title: str) -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(title))
    return calendar


def _of(answer: CaseRoadmap) -> str:
    return f"{answer.case}/{answer.process}"


def _rounds(goal: DatedGoal) -> Iterator[Entry]:
    for one in goal.rounds:
        name = titled(one.name)
        if one.when_closing is not None:  # of a month it is the last day: pencilled in, and told as the month
            yield Entry(key=f"{one.id}/closes", day=one.decided, title=name, tentative=True)
            continue
        if one.closes is not None:
            yield Entry(key=f"{one.id}/closes", day=one.closes, title=_("%(name)s closes", name=name))
        decided = _("%(name)s is decided", name=name)
        if not one.when_decided.is_exact:
            decided = _("%(name)s is decided: %(when)s", name=name, when=one.when_decided)
        yield Entry(key=f"{one.id}/decided", day=one.decided, title=decided, tentative=True)


def _after_yes(goal: DatedGoal) -> Iterator[Entry]:
    for one in goal.following:
        if one.due is not None:
            title = _("Last day: %(step)s", step=titled(one.step.title))
            yield Entry(key=f"{one.round}/after/{one.step.id}", day=one.due, title=title)


def _line(text: str) -> str:
    """One line of text: whoever writes a title cannot begin a line of the calendar with it."""
    return " ".join(UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text).split())


def _entries(answer: CaseRoadmap) -> Iterator[Entry]:
    for mile in answer.miles:
        begin = _("Begin: %(mile)s", mile=titled(mile.title))
        yield Entry(key=f"{mile.move}/begins", day=mile.begins, title=begin, text=mile_takes(mile, answer))
        yield from _ends(mile, answer)
    yield Entry(key="last", day=answer.until, title=f"{_(LAST_DAY)}: {titled(answer.process_title)}")


def _ends(mile: DatedMile, answer: CaseRoadmap) -> Iterator[Entry]:
    """An exam may be passed or not, so its attempts are only pencilled in."""
    if mile.passes >= 1:
        yield Entry(key=f"{mile.move}/done", day=mile.done, title=_("Done: %(mile)s", mile=titled(mile.title)))
    for number, day in enumerate(attempt_days(mile, answer.until)[: len(ATTEMPTS)], 1):
        title = _(ATTEMPTS[number - 1], mile=titled(mile.title))
        yield Entry(key=f"{mile.move}/attempt-{number}", day=day, title=title, tentative=True)


def _event(entry: Entry, *, of: str, stamp: date) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"twelfth:{of}/{entry.key}")))
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _line(entry.title))
    if entry.text:
        event.add("description", _line(entry.text))
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
