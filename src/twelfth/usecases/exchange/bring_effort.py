"""Work from a table, as entries of a goal: all of them or none, and none twice however often the table is sent.

Deliberately reads no table and says no sentence about a line: whoever asks does.
"""

from dataclasses import dataclass
from datetime import date

from twelfth.usecases.keeping.effort_brought import EffortBrought, brought_beside
from twelfth.usecases.keeping.on_the_way import Watch, unwatched
from twelfth.usecases.keeping.ports import EffortLog, WorkBook
from twelfth.usecases.ports import AuditEvent
from twelfth.work import Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A line of a table of work, as it stands there. day: what `on` says, None where it is no day or may be two.
    goal: the name of the goal it was exported from, "" where the table says none."""

    line: int
    goal: str
    on: str
    day: date | None
    minutes: str
    hours: str
    towards: str
    note: str


def preview_effort(goal: str, efforts: tuple[Effort, ...], *, log: EffortLog) -> EffortBrought:
    """What of it is new: of entries that are alike in everything, as many as are not kept yet. Raises NotFound."""
    days = [one.on for one in efforts]
    kept = log.between(goal, first=min(days), last=max(days)) if days else ()
    return brought_beside(efforts, (row.thing for row in kept))


def bring_effort(
    goal: str, efforts: tuple[Effort, ...], *, book: WorkBook, event: AuditEvent, watch: Watch = unwatched
) -> EffortBrought:
    """Add what is new, all or none. What is new is judged in the write itself: of two who bring the same table at once
    the second finds it there. Raises NotFound."""
    return book.add_new(goal, *efforts, event=event, watch=watch)
