"""The days ahead on which something of a person stops counting, with everything else as it is."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import NotEnoughData
from twelfth.distance import Anniversary, Lapse, lapses, next_anniversary
from twelfth.goal import Case, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAhead:
    """lapses: the last days of what is valid for a time, the soonest first. anniversary: the next one on which points
    fall; None without one."""

    lapses: tuple[Lapse, ...] = ()
    anniversary: Anniversary | None = None

    def before(self, end: date) -> "DaysAhead":
        """What a road that ends on a day has to know: what comes before it is done."""
        comes = self.anniversary if self.anniversary is not None and self.anniversary.day < end else None
        return DaysAhead(lapses=tuple(one for one in self.lapses if one.day < end), anniversary=comes)


def days_ahead(case: Case, process: Process, *, today: date, as_of: date) -> DaysAhead:
    """Of what was known on `as_of`, the day the goal is looked at on; none that is past today."""
    known, facts = process.known(as_of), case.known(as_of).facts
    try:
        ending = tuple(one for one in lapses(known, facts, as_of=as_of) if one.day >= today)
    except NotEnoughData:  # no rule is known for that day
        return DaysAhead()
    one = next_anniversary(known, facts, as_of=as_of)
    return DaysAhead(lapses=ending, anniversary=one if one is not None and one.day > today else None)
