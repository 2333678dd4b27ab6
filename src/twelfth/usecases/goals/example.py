"""The example: Hernández's case as a goal, furnished with one answer looked at and with the road drawn the day after.

What is furnished is made by the same use cases as anybody's, each as of its day in the past.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from twelfth.base import Source, When
from twelfth.goal import Case, FunnelCount, Process, Round, StageName
from twelfth.usecases.audits.audit_attempt import audit_attempt
from twelfth.usecases.following.outdated import numbers_of
from twelfth.usecases.following.road import kept_road
from twelfth.usecases.keeping.audits import kept_audit
from twelfth.usecases.keeping.kept import AuditKept, Begun, GoalCard, KeptGoal, RoadKept
from twelfth.usecases.plans.ports import Planner
from twelfth.usecases.ports import AuditLog, CaseShelf, Clock
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.plan_case import plan_case

EXAMPLE = "hernandez"
FIRST = 1
"""The attempt looked at, from 1."""
ROAD_DAY = date(1996, 5, 2)
"""The day after its answer, on which the road is drawn."""
SLICES = 1
"""Of search and proof: a road of four miles needs no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOnFile:
    """One answer with its day: who applied and who was selected, as far as the pack has it."""

    round: Round
    stage: StageName
    applied: FunnelCount | None
    selected: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleStory:
    """The answers on file in order; what changed between them and when, by the titles of its traits; what changed on a
    day that nobody wrote down; the sources of all of it."""

    answers: tuple[AnswerOnFile, ...]
    dated: tuple[tuple[str, When], ...]
    undated: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def noes(self) -> tuple[AnswerOnFile, ...]:
        return tuple(one for one in self.answers if one.stage is StageName.NOT_SELECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The example under the name of a goal."""

    name: str
    clock: Clock

    def begun(self, case: Case) -> Begun:
        """The goal to begin."""
        card = GoalCard(
            name=self.name,
            title=case.title,
            pack=case.pack,
            begun=self.clock.today(),
            capacity=case.capacity,
            also_known_as=(*case.also_known_as, case.name),
            invented=True,
        )
        return Begun(card=card, things=(*case.sources, *case.facts, *case.attempts, *case.ways))

    def audit(self, *, cases: CaseShelf, log: AuditLog) -> AuditKept:
        """The first answer looked at, as of its own day."""
        found = audit_attempt(self.name, cases=cases, log=log, clock=self.clock, number=FIRST)
        return kept_audit(found, made=self.clock.today())

    def road(self, *, cases: CaseShelf, planner: Planner, over: Callable[[], bool]) -> RoadKept:
        """The road as it could have been drawn the day after, and followed. over: whether it is to end."""
        found = plan_case(
            self.name,
            cases=cases,
            clock=self.clock,
            planner=planner,
            wishes=Wishes(),
            as_of=ROAD_DAY,
            slices=SLICES,
            over=over,
        )
        numbers = numbers_of(cases.get(self.name), None)
        return replace(kept_road(found, made=ROAD_DAY, numbers=numbers), accepted=ROAD_DAY)

    @staticmethod
    def story(kept: KeptGoal, process: Process) -> ExampleStory:
        """What the example is about, from its facts and those of its pack."""
        attempts = [row.thing for row in kept.attempts]
        answers = tuple(_answer(process.round(one.round), one.stage, process) for one in attempts if one.stage)
        gained = [row.thing for row in kept.facts if row.thing.level is True]
        titles = {trait.name: trait.title for trait in process.traits}
        dated = [one for one in gained if _within_a_year(one.begins)]
        ids = {source for one in attempts for source in one.source} | {
            source for one in gained for source in one.source
        }
        ids |= {source for one in answers if one.applied is not None for source in one.applied.source}
        everything = (*(row.thing for row in kept.sources), *process.sources)
        return ExampleStory(
            answers=answers,
            dated=tuple((titles[one.trait], one.begins) for one in dated),
            undated=tuple(titles[one.trait] for one in gained if one not in dated),
            sources=tuple(one for one in everything if one.id in ids),
        )


def _answer(held: Round, stage: StageName, process: Process) -> AnswerOnFile:
    counts = [one for one in process.funnel if one.round == held.id and not one.trait]
    applied = next((one for one in counts if one.stage == "applied"), None)
    selected = next((one.count for one in counts if one.stage == "selected"), None)
    return AnswerOnFile(round=held, stage=stage, applied=applied, selected=selected)


def _within_a_year(begins: When) -> bool:
    first, last = begins.earliest, begins.latest
    return first is not None and last is not None and first.year == last.year
