"""What follows a yes: a step one then has, and the days there are for it, as the process publishes them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from twelfth.base import When, invalid

MOST_DAYS = 3650
"""No step waits ten years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterYes:
    """A step after a yes. days: how many there are, counted from the day of the yes; None where none are published.
    begins, ends: the first and the last day of a yes for which this holds, None where it is open. known: the day since
    which it may be told; by default `begins`. note: what else is to be known of it, in words.

    Raises:
        InvalidInput: days that are no span, or an end before its beginning.
    """

    id: str
    title: str
    days: int | None = None
    begins: date | None = None
    ends: date | None = None
    known: date | None = None
    note: str = ""
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.days is not None and not 1 <= self.days <= MOST_DAYS:
            raise invalid(f"days of {self.id}", self.days, f"a whole number from 1 to {MOST_DAYS}", field="days")
        if self.begins is not None and self.ends is not None and self.ends < self.begins:
            raise invalid(f"end of {self.id}", self.ends, f"a day from {self.begins} on", field="to")

    def holds_for(self, yes: When) -> bool:
        """Whether it certainly holds for a yes of that day, as well as the day is known."""
        first, last = yes.earliest, yes.latest
        after = self.begins is None or (first is not None and first >= self.begins)
        return after and (self.ends is None or (last is not None and last <= self.ends))


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A step that follows the yes of one round. yes: its day, as well as it is known; invited: whether the yes is an
    invitation out of a pool."""

    step: AfterYes
    round: str
    yes: When
    invited: bool

    @property
    def due(self) -> date | None:
        """The last day for it; None where no days are published, or the day of the yes is not known."""
        return self._last() if self.yes.earliest == self.yes.latest else None

    def is_open(self, today: date) -> bool:
        """Whether there are days for it of which the last is not certainly past."""
        last = self._last()
        return self.step.days is not None and (last is None or last >= today)

    def _last(self) -> date | None:
        """Counted from the latest day the yes can have been on."""
        if self.step.days is None or self.yes.latest is None:
            return None
        days = min(self.step.days, (date.max - self.yes.latest).days)
        return self.yes.latest + timedelta(days=days)


def known_after_yes(steps: tuple[AfterYes, ...], as_of: date) -> tuple[AfterYes, ...]:
    """Those known by `as_of`, their ends clipped: when a rule would end was not known while it held."""
    told = (one for one in steps if (one.known or one.begins or as_of) <= as_of)
    return tuple(replace(one, ends=None) if one.ends and one.ends >= as_of else one for one in told)
