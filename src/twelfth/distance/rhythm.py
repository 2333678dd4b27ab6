"""How often a kind of round was held lately, as far as is on file, and when by that the next one would come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from twelfth.base import When, add_months
from twelfth.distance.standing import LOOK_BACK_MONTHS
from twelfth.goal import Round

FEWEST_GAPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """times: rounds in the twelve months up to `up_to`, the day of the last round of any kind on file. last: when the
    newest of them was. every: the middle of the gaps between them, in days; None with fewer than three gaps. about: the
    day `every` days after the last one, which nobody announced; None where that day is past."""

    times: int
    up_to: date
    last: When
    every: int | None = None
    about: date | None = None


def rhythm(rounds: Iterable[Round], kind: str, *, as_of: date) -> Rhythm | None:
    """Of one kind, by the rounds decided up to `as_of`; None where none was held in those twelve months."""
    decided = [one for one in rounds if one.decided <= as_of]
    up_to = max((one.decided for one in decided), default=as_of)
    first = add_months(up_to, -LOOK_BACK_MONTHS)
    held = sorted((one for one in decided if one.kind == kind and one.decided > first), key=lambda one: one.decided)
    if not held:
        return None
    told = Rhythm(times=len(held), up_to=up_to, last=held[-1].when_decided)
    days = sorted({one.decided for one in held})
    if len(days) <= FEWEST_GAPS:
        return told
    every = round(median((after - before).days for before, after in pairwise(days)))
    about = days[-1] + timedelta(days=every)
    return replace(told, every=every, about=about if about > as_of else None)
