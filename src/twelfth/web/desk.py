"""What the views work with: what is kept, what answers questions, and the work that goes on in the background.

One for the process. It is laid out when the server starts; a view asks for it and never opens anything itself.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import uuid4

from twelfth.base import Source, TwelfthError
from twelfth.compose import Keeping, Workplace
from twelfth.goal import Fact, Process, Profile, profile
from twelfth.usecases import AuditEvent, CaseOf, KeptGoal, Row, Thing, cited_sources, fits, sourced_day
from twelfth.web.jobs import Jobs
from twelfth.web.once import Once
from twelfth.web.remembered import Ground, Remembered
from twelfth.web.waiting import Waiting
from twelfth.web.writing import add_own_words


@dataclass(slots=True, kw_only=True)
class Desk:
    keeping: Keeping
    jobs: Jobs
    once: Once = field(default_factory=Once)
    waiting: Waiting = field(default_factory=Waiting)

    @property
    def place(self) -> Workplace:
        return self.keeping.place

    @property
    def today(self) -> date:
        return self.place.clock.today()

    def event(self, action: str, subject: str) -> AuditEvent:
        return AuditEvent(action=action, subject=subject, on=self.today)


@dataclass(frozen=True)
class Open:
    """A goal as one request sees it: read once, and worked out once."""

    desk: Desk
    kept: KeptGoal
    cases: CaseOf

    @property
    def name(self) -> str:
        return self.kept.card.thing.name

    @cached_property
    def process(self) -> Process:
        return self.cases.process_of(self.name)

    @cached_property
    def ground(self) -> Ground:
        """What every answer about it rests on: the same ground gives the same answers."""
        rounds, table = tuple(row.thing for row in self.kept.rounds), self.kept.table
        own = None if table is None else table.thing
        return Ground(self.cases.get(self.name), rounds, own, self.process.name, self.process.version, self.as_of)

    @property
    def facts(self) -> tuple[Row[Fact], ...]:
        """What is known of the person; with a table of their own, as far as it still asks for it."""
        if self.kept.table is None:
            return self.kept.facts
        return tuple(row for row in self.kept.facts if fits(row.thing, self.process))

    @cached_property
    def profile(self) -> Profile:
        """What is true of the person on the day it is looked at."""
        return _PROFILES.get(self.ground, self._profile)

    def _profile(self) -> Profile:
        return profile(self.cases.get(self.name).facts, self.as_of, traits=self.process.traits)

    @cached_property
    def worked(self) -> dict[str, int]:
        """Minutes by what they were towards, over all time."""
        return dict(self.desk.keeping.effort.totals(self.name))

    @cached_property
    def as_of(self) -> date:
        """The day it is looked at on: today, or the last for which its rules are on file."""
        return sourced_day(self.process, self.desk.today)

    @cached_property
    def ahead(self) -> date | None:
        """The last day on which something was written here, where the clock of the machine says an earlier one. Looked
        for once a day, and whenever something is written but work."""
        return _AHEAD.get((self.name, self.ground, self.desk.today), self._ahead)

    def _ahead(self) -> date | None:
        trail = self.desk.keeping.goals.trail(self.name, most=1)
        typed = [row.thing.begins for row in self.kept.facts if row.thing.source == ("own",)]
        days = [*(one.on for one in trail), *(one.earliest or one.latest for one in typed)]
        last = max((day for day in days if day is not None), default=self.desk.today)
        return last if last > self.desk.today else None

    @property
    def currency(self) -> str:
        """Of money: the person's, else that of the prices on file, else "" where nobody said."""
        own = self.kept.card.thing.capacity
        prices = (way.currency for way in (*self.process.ways, *self.cases.get(self.name).ways) if way.currency)
        return (own.currency if own else "") or next(prices, "")

    def sources(self, as_of: date) -> tuple[Source, ...]:
        """Of everything in it and its pack that was known by a day."""
        return cited_sources(self.name, cases=self.cases, as_of=as_of)

    def keep(self, *things: Thing, action: str, instead: Row[Thing] | None = None) -> tuple[int, ...]:
        """Add things under the goal. instead: a row that is dropped in the same write."""
        event = self.desk.event(action, self.name)
        return self.desk.keeping.goals.keep(self.name, *things, event=event, instead=instead)


_PROFILES: Remembered[Profile] = Remembered()
_AHEAD: Remembered[date | None] = Remembered()
_laid: list[Desk] = []


def lay(desk: Desk) -> None:
    """From now on the views work with this one."""
    _laid[:] = [desk]


def desk() -> Desk:
    """The one laid out. Raises TwelfthError where none is."""
    if not _laid:
        raise TwelfthError("The app was not started.", next_step="Start it with: twelfth serve")
    return _laid[0]


def open_goal(name: str) -> Open:
    """Raises NotFound, InvalidInput."""
    here = desk()
    kept = here.keeping.goals.get(name)
    add_own_words(kept.own_words)
    return Open(here, kept, CaseOf(kept, here.place.packs))


def fresh_key() -> str:
    """What makes a form one of a kind, so that it is written once however often it is sent."""
    return uuid4().hex
