"""What one's own past attempts say about the next ones."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import NotEnoughData, When, invalid
from twelfth.distance import History, Outcome, Outlook, base_rate
from twelfth.goal import Attempt, Bound, Case, Process, StageName
from twelfth.usecases.ports import CaseShelf, Clock

STAGES = ("screened", "interviewed")
MOST_AHEAD = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAttempt:
    """One attempt as the history reads it. `decided` None: its round was not announced by then. `chance`: of the
    average applicant in that round; None where how many applied was not published, and then it is left out. `name`: of
    the round, "" where it has none or was not announced by then.
    """

    number: int
    round: str
    decided: When | None
    outcome: Outcome
    chance: float | None
    bound: Bound = Bound.EXACT
    source: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRead:
    """The outlook of a case. chance: of one attempt ahead before the past is read; own_chance: whether the person
    stated it. stages: the share of applicants who reached each, over the rounds that say so. break_even: an attempt
    pays when being selected is worth more than so many times what the attempt costs."""

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    as_of: date
    past: tuple[PastAttempt, ...]
    stages: tuple[tuple[str, float], ...]
    ahead: int
    chance: float
    own_chance: bool
    outlook: Outlook
    break_even: float
    attribution: str = ""


def read_history(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    as_of: date | None = None,
    ahead: int = 3,
    chance: float | None = None,
) -> HistoryRead:
    """The outlook for `ahead` further attempts, after those decided by a day (default: today).

    chance: the person's own in each of them; by default that of the average applicant in the last round known.

    Raises:
        NotFound: no such case.
        InvalidInput: an ahead that is not 1 to 200, a chance outside (0, 1).
        NotEnoughData: the pack publishes no round's applicants, so no attempt has a chance.
    """
    if not 1 <= ahead <= MOST_AHEAD:
        raise invalid("attempts ahead", ahead, f"a whole number from 1 to {MOST_AHEAD}")
    if chance is not None and not 0 < chance < 1:
        raise invalid("chance", chance, "a number between 0 and 1, such as 0.02")
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    known_case, known = case.known(day), process.known(day)
    past = _past(known_case, known)
    coming = chance if chance is not None else _last_rate(known)
    stages = _stages(known)
    said = _said(past)
    outlook = History(stages=dict(stages) or None).update(said, [coming] * ahead)
    return HistoryRead(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=known.name,
        process_title=known.title,
        pack_version=known.version,
        as_of=day,
        past=past,
        stages=stages,
        ahead=ahead,
        chance=coming,
        own_chance=chance is not None,
        outlook=outlook,
        break_even=1 / outlook.next,
        attribution=known.attribution,
    )


def said_of(case: Case, process: Process) -> list[tuple[float, str]]:
    """The past attempts of a case as the history reads them: the chance of the average applicant, and the outcome."""
    return _said(_past(case, process))


def _said(past: tuple[PastAttempt, ...]) -> list[tuple[float, str]]:
    return [(one.chance, one.outcome.value) for one in past if one.chance is not None]


def _past(case: Case, process: Process) -> tuple[PastAttempt, ...]:
    found = []
    rounds = {one.id: one for one in process.rounds}
    for number, attempt in enumerate(case.attempts, 1):
        rate, held = base_rate(process, attempt.round), rounds.get(attempt.round)
        found.append(
            PastAttempt(
                number=number,
                round=attempt.round,
                decided=None if held is None else held.when_decided,
                outcome=_outcome(attempt),
                chance=None if rate is None else rate.rate,
                bound=Bound.EXACT if rate is None else rate.bound,
                source=() if rate is None else rate.source,
                name="" if held is None else held.name,
            )
        )
    return tuple(found)


def _outcome(attempt: Attempt) -> Outcome:
    """How it ended; of a no the furthest stage on record. No stage on record is not the same as not being screened."""
    ended = {
        StageName.SELECTED: Outcome.SELECTED,
        StageName.WITHDRAWN: Outcome.WITHDRAWN,
        StageName.INELIGIBLE: Outcome.INELIGIBLE,
    }
    if attempt.stage is not StageName.NOT_SELECTED:
        return ended.get(attempt.stage, Outcome.PENDING) if attempt.stage is not None else Outcome.PENDING
    reached = {stage.stage for stage in attempt.history}
    if StageName.INTERVIEWED in reached:
        return Outcome.INTERVIEWED
    return Outcome.SCREENED if StageName.SCREENED in reached else Outcome.NOT_SELECTED


def _last_rate(process: Process) -> float:
    rates = [(one.decided, rate) for one in process.rounds if (rate := base_rate(process, one.id)) is not None]
    if not rates:
        raise NotEnoughData(
            f"The pack {process.name!r} publishes for no round how many applied, so an attempt has no chance to start "
            "from.",
            next_step="State your own with --chance, such as --chance 0.02.",
        )
    return max(rates, key=lambda one: one[0])[1].rate


def _stages(process: Process) -> tuple[tuple[str, float], ...]:
    """The share of applicants who reached each stage, over the rounds of which both are published."""
    applied = {one.round: one.count for one in process.funnel if one.stage == "applied" and not one.trait}
    found = []
    for stage in STAGES:
        counts = [one for one in process.funnel if one.stage == stage and not one.trait and one.round in applied]
        if counts:
            found.append((stage, sum(one.count for one in counts) / sum(applied[one.round] for one in counts)))
    return tuple(found)
