"""Why wishes for a road cannot be met together, and how little would have to give way."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import InvalidInput, Problem

GONE, LATE, LEFT, PUT_OFF, SLIPS = "gone", "late", "left", "put off", "slips"
BEFORE, HOURS, MONEY = "before", "hours", "money"
"""It can no longer be planned; it cannot be done by the last day; more of it is left than the weeks it is to stay in
have hours for; it is to stay and to be put off; begun when it was to be, it would be done later by now; it would begin
before something it needs is done; a week would take more hours than there are; it would take more money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One conflict. kind: of those above. titles: of the moves in it. day: LATE, the earliest it can be done; BEFORE,
    the earliest it can begin, null where what it needs is not in the road; PUT_OFF, when it begins; SLIPS, when it
    would be done; HOURS, when the first such week begins. needed, there: hours or money. weeks: so many of them; of
    those so many lack hours for a pause alone (`paused`), the first of which is from `rests`, a Monday, to
    `rests_to`."""

    kind: str
    titles: tuple[str, ...]
    day: date | None = None
    needed: int = 0
    there: int = 0
    weeks: int = 0
    paused: int = 0
    rests: date | None = None
    rests_to: date | None = None


class Clashing(InvalidInput):
    """Wishes that cannot be met together. Holds every conflict found."""

    def __init__(self, *clashes: Clash) -> None:
        super().__init__(
            *(
                Problem(thing=f"wish for {', '.join(one.titles)}", value=one.kind, expected="wishes that go together")
                for one in clashes
            )
        )
        self.clashes = clashes
