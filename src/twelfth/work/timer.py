"""A timer: work that is going on. It knows when it was begun and nothing else, so no window has to stay open.

Deliberately reads no clock: what time it is comes as an argument.
"""

from dataclasses import dataclass
from datetime import date

from twelfth.base import invalid

LONGEST = 12 * 60
"""Minutes: who works longer without a stop has more likely forgotten the timer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """Work begun at `second` (since 1970, UTC), which was the day `on` by the clock there, for the trait or move it is
    meant to acquire ("" for none in particular).

    Raises:
        InvalidInput: an instant before 1970.
    """

    on: date
    second: int
    towards: str = ""

    def __post_init__(self) -> None:
        if self.second < 0:
            raise invalid("timer", f"second {self.second}", "an instant since 1970", field="second")


def minutes_run(timer: Timer, second: int) -> int:
    """Whole minutes from its beginning to an instant, rounded; none where the clock was moved back."""
    return max(0, round((second - timer.second) / 60))


def is_doubtful(timer: Timer, *, on: date, second: int) -> bool:
    """Whether nobody can say from it how long was worked: another day has begun, the clock was moved back, or it ran
    for longer than people work without a stop."""
    return on != timer.on or second < timer.second or minutes_run(timer, second) > LONGEST
