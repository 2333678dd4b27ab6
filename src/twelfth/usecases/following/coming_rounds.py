"""The next date of a goal: of rounds its person may enter, else how often such rounds are held."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth, When
from twelfth.distance import Measured, Rhythm, Standing, measure, nearest_entry, rhythm, standings
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
    """next: None where none is announced. kind: the title of the kind of round that may be entered and is held most
    often, then latest; where none may certainly be entered, of the nearest one; "" where there is none, or no other
    kind. lately: how often it was held in the last twelve months on file; None where it was not, or by the person's own
    word alone. last: then when it was last held. chosen: where the person stands in the kind of the coming round they
    wrote down; None without one, or where no cut-off
    of that kind is known."""

    next: NextRound | None
    kind: str = ""
    lately: Rhythm | None = None
    last: When | None = None
    chosen: Standing | None = None

    @property
    def told(self) -> bool:
        """Whether there is anything to tell."""
        return self.next is not None or self.lately is not None or self.last is not None


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
    held = standings(known, measured, as_of=as_of)
    near, wanted = _nearest(known, measured, held, as_of), _kind_chosen(ahead, own, today)
    chosen = next((one for one in held if one.kind == wanted and one.short_lo is not None), None)
    if near is None:
        return ComingRounds(next=_next(ahead, today), chosen=chosen)
    lately = rhythm([one for one in known.rounds if one.id not in own], near.kind, as_of=as_of)
    return ComingRounds(
        next=_next(ahead, today),
        kind=near.title if len(known.kinds) > 1 else "",
        lately=lately,
        last=None if lately is not None or near.last is None else near.last.when_decided,
        chosen=chosen,
    )


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


def _kind_chosen(ahead: list[Round], own: set[str], today: date) -> str:
    """The kind of the next round that the person wrote down; "" without one."""
    theirs = [one for one in ahead if one.id in own and one.decided > today]
    return min(theirs, key=lambda one: (one.decided, one.id)).kind if theirs else ""


def _nearest(process: Process, measured: Measured, held: tuple[Standing, ...], as_of: date) -> Standing | None:
    """The kind of round held most often, then latest, of those that may be entered; without one, the nearest."""
    entry = nearest_entry(process, measured, held, as_of=as_of)
    if entry is not None:
        return entry.standing
    entered = (one for one in held if one.eligible is Truth.YES and one.last is not None)
    return max(entered, key=lambda one: (one.recent, one.last.decided if one.last else date.min), default=None)


def _span(held: Round, *, closes: bool) -> When | None:
    """Within which days it closes or is decided, where its day is only the last of them."""
    if closes or held.when_closing is not None:
        return held.when_closing
    return None if held.when_decided.is_exact else held.when_decided


def _next(rounds: list[Round], today: date) -> NextRound | None:
    days = [
        NextRound(name=one.name, day=day, closes=closes, when=_span(one, closes=closes))
        for one in rounds
        for day, closes in ((one.closes, True), (one.decided, False))
        if day is not None and day > today
    ]
    return min(days, key=lambda one: (one.day, one.name), default=None)
