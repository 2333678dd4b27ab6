"""What keeping goals needs from outside. Every method that writes takes an audit event."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from twelfth.base import Conflict
from twelfth.usecases.keeping.effort_brought import EffortBrought
from twelfth.usecases.keeping.kept import Begun, GoalCard, KeptGoal, Row, Thing, Written
from twelfth.usecases.keeping.on_the_way import Watch, unwatched
from twelfth.usecases.keeping.people_read import PeopleRead
from twelfth.usecases.keeping.whole import WholeGoal
from twelfth.usecases.ports import AuditEvent
from twelfth.work import DayWorked, Effort


class Stale(Conflict):
    """What was to be changed has been changed by somebody else since it was read. kept: as it is now, None where it is
    gone."""

    def __init__(self, kept: Row[Thing] | Row[GoalCard] | None) -> None:
        told = "was changed in another window" if kept is not None else "was removed in another window"
        super().__init__(
            f"This {told} since you opened it. Nothing of yours was written.",
            next_step="Look at both versions and write again.",
        )
        self.kept = kept


class GoalShelf(Protocol):
    """Goals. A write is whole or not at all, and is there for good once it returns.

    Names are those of the goals; where there is none of that name, each method of this and of the two ports below
    raises NotFound.
    """

    def cards(self) -> tuple[Row[GoalCard], ...]: ...

    def get(self, goal: str) -> KeptGoal: ...

    def begin(self, begun: Begun, *, event: AuditEvent) -> None:
        """Raises Conflict where there is a goal of that name."""
        ...

    def erase(self, goal: str, *, event: AuditEvent) -> None:
        """Everything of a goal, its trail too."""
        ...


class GoalBook(Protocol):
    """What is written under a goal. What is changed must have the version `was`, else Stale is raised and nothing is
    written; what never changes raises Conflict."""

    def recard(self, goal: str, card: GoalCard, *, was: int, event: AuditEvent) -> None:
        """Change the card, whose name stays."""
        ...

    def keep(self, goal: str, *things: Thing, event: AuditEvent, instead: Row[Thing] | None = None) -> tuple[int, ...]:
        """Add things, all or none; their row ids. instead: a row that is dropped in the same write."""
        ...

    def amend(self, goal: str, thing: Thing, *, row: int, was: int, event: AuditEvent) -> None: ...

    def drop(self, goal: str, kind: type[Thing], *, row: int, was: int, event: AuditEvent) -> None: ...


class GoalArchive(Protocol):
    """All there is of a goal, what it was before, and the way out and back in."""

    def trail(self, goal: str, *, most: int | None = None) -> tuple[Written, ...]:
        """Every write to a goal, in order; of them the last `most`."""
        ...

    def road(self, goal: str, row: int) -> Row[Thing]:
        """One version of the road with its text. Raises NotFound."""
        ...

    def everything(self, goal: str) -> WholeGoal:
        """All there is of a goal, as of one moment: every text, all effort, the trail."""
        ...

    def restore(self, *wholes: WholeGoal, event: AuditEvent, watch: Watch = unwatched) -> None:
        """Goals as `everything` gave them, here or elsewhere, all or none, none also where who watches
        ends it; rows get numbers of this shelf, in order.

        Their trail is theirs, so this adds no line to it: what comes in is what goes out again. Raises Conflict where
        there is a goal of that name.
        """
        ...


class WorkBook(Protocol):
    """Where work is brought in."""

    def add_new(self, goal: str, *efforts: Effort, event: AuditEvent, watch: Watch = unwatched) -> EffortBrought:
        """Add what of some work is not kept yet, all or none, none also where who watches ends it; judged and
        written as one, whoever else writes."""
        ...


class Goals(GoalShelf, GoalBook, GoalArchive, WorkBook, Protocol):
    """All four, over one store."""


class EffortLog(Protocol):
    """What was worked towards a goal, in sums: there may be tens of thousands of entries."""

    def latest(self, goal: str, *, most: int) -> tuple[Row[Effort], ...]:
        """The last entries, the latest day first."""
        ...

    def days(self, goal: str, *, since: date) -> tuple[DayWorked, ...]:
        """Sums of the days on which there was work, from a day on, in order."""
        ...

    def totals(self, goal: str, *, after: date | None = None) -> tuple[tuple[str, int], ...]:
        """(towards, minutes) over all time, or after a day, in alphabetical order."""
        ...

    def between(self, goal: str, *, first: date, last: date) -> tuple[Row[Effort], ...]:
        """The entries from one day to another, both included, by day."""
        ...


class PeopleReader(Protocol):
    """Tables of those who got in, as they are pasted."""

    def read(self, text: str, *, kinds: Mapping[int, str]) -> PeopleRead:
        """What a text amounts to. kinds: of columns, by their place from 0, of which it is said: numeric, category,
        binary, or LEAVE_OUT. Raises InvalidInput, naming line and column."""
        ...
