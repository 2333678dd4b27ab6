"""The next date of a goal: of rounds its person may enter, else how often such rounds are held."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth, When
from twelfth.distance import Measured, Standing, measure, nearest_entry, standings
from twelfth.goal import ANSWERED, Process, Round, profile
from twelfth.usecases.keeping.kept import KeptGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRound:
    """The next day of a round: it closes, or is decided. when: as it is known, where its day is only the last possible
    one; None else."""

    name: str
    day: date
    closes: bool
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingRounds:
    """next: None where none is announced. often: the kind of round that may be entered and was held most often in the
    last twelve months, by its title, and how often; where none may certainly be entered, the nearest one; None where it
    was not held in that time. last: then its title, and the day it was last held on; None where often is told."""

    next: NextRound | None
    often: tuple[str, int] | None
    last: tuple[str, date] | None = None


def coming_rounds(kept: KeptGoal, process: Process, *, today: date, as_of: date) -> ComingRounds:
    """What is announced by today, of the rounds a person may certainly enter by what was known on `as_of`, the day the
    goal is looked at on; and of those the person wrote down; none that was answered already."""
    known = process.known(as_of)
    measured = measure(known, profile(kept.case.known(as_of).facts, as_of, traits=known.traits))
    met = {name: judged.met is Truth.YES for name, judged in measured.judged.items()}
    closed = {kind.name for kind in known.kinds if not all(met[one] for one in kind.requires)}
    own, over = {row.thing.id for row in kept.rounds}, _over(kept)
    open_ = [one for one in process.rounds if one.id in own or (one.known <= today and one.kind not in closed)]
    ahead = [one for one in open_ if one.id not in over]
    near = _nearest(known, measured, as_of)
    often = None if near is None or not near.recent else (near.title, near.recent)
    last = None if near is None or near.last is None or often else (near.title, near.last.decided)
    return ComingRounds(next=_next(ahead, today), often=often, last=last)


def announced(process: Process, *, today: date) -> NextRound | None:
    """The next day of any round announced by today, whoever may enter it: as long as nothing is known of the person."""
    return _next([one for one in process.rounds if one.known <= today], today)


def own_deadline(kept: KeptGoal, *, today: date) -> date | None:
    """The next day on which a round that the person wrote down is decided, by which a road may end in it; none that was
    answered already."""
    over = _over(kept)
    return min(
        (row.thing.decided for row in kept.rounds if row.thing.id not in over and row.thing.decided > today),
        default=None,
    )


def _over(kept: KeptGoal) -> set[str]:
    """Rounds that were answered."""
    return {row.thing.round for row in kept.attempts if row.thing.stage in ANSWERED}


def _nearest(process: Process, measured: Measured, as_of: date) -> Standing | None:
    """The kind of round held most often, then latest, of those that may be entered; without one, the nearest."""
    held = standings(process, measured, as_of=as_of)
    entry = nearest_entry(process, measured, held, as_of=as_of)
    if entry is not None:
        return entry.standing
    entered = (one for one in held if one.eligible is Truth.YES and one.last is not None)
    return max(entered, key=lambda one: (one.recent, one.last.decided if one.last else date.min), default=None)


def _next(rounds: list[Round], today: date) -> NextRound | None:
    days = [
        NextRound(name=one.name, day=day, closes=closes, when=one.when_closing)
        for one in rounds
        for day, closes in ((one.closes, True), (one.decided, False))
        if day is not None and day > today
    ]
    return min(days, key=lambda one: (one.day, one.name), default=None)
