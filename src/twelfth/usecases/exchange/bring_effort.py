"""Work from a table, as entries of a goal: all of them or none, and none twice however often the table is sent.

Deliberately reads no table and says no sentence about a line: whoever asks does.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from twelfth.usecases.keeping.ports import EffortLog, GoalBook
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


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortBrought:
    """new: what would be or was added. there: what was kept already and is left out. Both in the order of the table."""

    new: tuple[Effort, ...]
    there: tuple[Effort, ...]


def preview_effort(goal: str, efforts: tuple[Effort, ...], *, log: EffortLog) -> EffortBrought:
    """What of it is new: of entries that are alike in everything, as many as are not kept yet. Raises NotFound."""
    days = [one.on for one in efforts]
    kept = Counter(row.thing for row in log.between(goal, first=min(days), last=max(days))) if days else Counter()
    new, there = list[Effort](), list[Effort]()
    for one in efforts:
        kept[one] -= 1
        (new if kept[one] < 0 else there).append(one)
    return EffortBrought(new=tuple(new), there=tuple(there))


def bring_effort(
    goal: str, efforts: tuple[Effort, ...], *, log: EffortLog, goals: GoalBook, event: AuditEvent
) -> EffortBrought:
    """Add what is new, all or none. Raises NotFound."""
    found = preview_effort(goal, efforts, log=log)
    if found.new:
        goals.keep(goal, *found.new, event=event)
    return found
