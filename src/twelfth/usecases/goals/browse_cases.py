"""Show and check cases. Reading a case checks it."""

from dataclasses import dataclass
from datetime import date

from twelfth.audit import TraitSent
from twelfth.base import When
from twelfth.distance import level_words
from twelfth.goal import Attempt, Round, Status, profile
from twelfth.usecases.ports import CaseShelf, Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptSummary:
    number: int
    round: str
    round_name: str
    decided: date
    stage: str
    submitted: When | None
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """One case as of a day: the profile and the attempts known by then."""

    name: str
    title: str
    invented: bool
    pack: str
    process_title: str
    as_of: date
    facts: int
    traits: tuple[TraitSent, ...]
    attempts: tuple[AttemptSummary, ...]


def show_case(name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> CaseSummary:
    """One case, by name or path, as of a day (default: today).

    Raises:
        NotFound: no such case.
        InvalidInput: every problem in its file.
    """
    day = as_of or clock.today()
    process, case = cases.process_of(name), cases.get(name).known(day)
    who = profile(case.facts, day, traits=process.traits)
    traits = tuple(
        TraitSent(
            trait=trait.name,
            title=trait.title,
            status=who[trait.name].status,
            words=level_words(trait, who[trait.name]),
            since=who[trait.name].since,
            source=who[trait.name].source,
        )
        for trait in process.traits
    )
    return CaseSummary(
        name=case.name,
        title=case.title,
        invented=case.invented,
        pack=process.name,
        process_title=process.title,
        as_of=day,
        facts=len(case.facts),
        traits=tuple(one for one in traits if one.status is not Status.UNKNOWN),
        attempts=tuple(
            _attempt(number, attempt, process.round(attempt.round)) for number, attempt in enumerate(case.attempts, 1)
        ),
    )


def _attempt(number: int, attempt: Attempt, held: Round) -> AttemptSummary:
    return AttemptSummary(
        number=number,
        round=attempt.round,
        round_name=held.name,
        decided=held.decided,
        stage=attempt.history[-1].stage.value,
        submitted=attempt.submitted,
        certainty=attempt.certainty,
    )
