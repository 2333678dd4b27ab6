"""A process: who selects, on what, when, and everything published about it. What a pack holds, as values.

`known(as_of)` is the one place where the future is left out: everything downstream reads what it returns and cannot
leak what came later.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from twelfth.base import NotFound, Source
from twelfth.goal.after_yes import AfterYes, known_after_yes
from twelfth.goal.changes import Change, change_as_told
from twelfth.goal.grid import Grid
from twelfth.goal.labelled_people import LabelledPeople
from twelfth.goal.levels import Level
from twelfth.goal.pool import PoolShare
from twelfth.goal.readings import Derived
from twelfth.goal.requirements import Requirement, known_requirements
from twelfth.goal.rounds import FunnelCount, Kind, PoolScores, Round
from twelfth.goal.rubric import Rubric
from twelfth.goal.sections import Section
from twelfth.goal.traits import Trait
from twelfth.goal.ways import Way
from twelfth.goal.yes_group import YesGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleBand:
    """Scores of a test that give one level of a trait, for results from `begins` to `ends`."""

    scale: str
    trait: str
    first: float
    last: float
    level: Level
    begins: date | None = None
    ends: date | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something a person could change, as levels of one or more traits. decided_by: whoever else decides it, in words;
    "" where it is one's own doing. needs: levels that must be held today for it to be planned, as somebody else decides
    those. exams: names of those it may end in, any one of them; first_step: a sentence on how to begin."""

    id: str
    title: str
    sets: tuple[tuple[str, Level], ...]
    note: str = ""
    source: tuple[str, ...] = ()
    decided_by: str = ""
    needs: tuple[tuple[str, Level], ...] = ()
    exams: tuple[str, ...] = ()
    first_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something that cannot be known from this evidence, said in words."""

    topic: str
    text: str
    known: date | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """Everything known about one selective process.

    compiled: since when what nobody dated (later biographies) is known. points: where no rubric is published, the name
    of the trait or derived value that holds one's points. said_of_any: ids of rounds whose counts are one figure, said
    of any round: together they are the evidence of one.
    """

    name: str
    title: str
    version: str
    traits: tuple[Trait, ...]
    about: str = ""
    attribution: str = ""
    evidence: tuple[str, ...] = ()
    rubric: str = ""
    points: str = ""
    seat: str = ""
    compiled: date | None = None
    derived: tuple[Derived, ...] = ()
    kinds: tuple[Kind, ...] = ()
    rounds: tuple[Round, ...] = ()
    funnel: tuple[FunnelCount, ...] = ()
    said_of_any: tuple[str, ...] = ()
    yes_group: YesGroup | None = None
    labelled: LabelledPeople | None = None
    pool: tuple[PoolShare, ...] = ()
    grid: Grid | None = None
    requirements: tuple[Requirement, ...] = ()
    scales: tuple[ScaleBand, ...] = ()
    pool_scores: tuple[PoolScores, ...] = ()
    moves: tuple[Move, ...] = ()
    ways: tuple[Way, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    changes: tuple[Change, ...] = ()
    after_yes: tuple[AfterYes, ...] = ()
    limits: tuple[Limit, ...] = ()
    sources: tuple[Source, ...] = ()
    sections: tuple[Section, ...] = ()
    _traits_by_name: dict[str, Trait] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_traits_by_name", {trait.name: trait for trait in self.traits})

    @property
    def ranking(self) -> str:
        """What ranks people: the name of the rubric, else that of the points they state; "" where nothing does."""
        return self.rubric or self.points

    @property
    def asked(self) -> tuple[Section, ...]:
        """The sections in which the traits are asked for: all in one where the pack has none."""
        return self.sections or (Section(id="all", title="", traits=tuple(trait.name for trait in self.traits)),)

    def trait(self, name: str) -> Trait:
        """Raises NotFound for a name there is not."""
        if name not in self._traits_by_name:
            raise NotFound(
                f"The pack {self.name!r} has no trait {name!r}.",
                next_step=f"It has: {', '.join(self._traits_by_name)}.",
            )
        return self._traits_by_name[name]

    def round(self, round_id: str) -> Round:
        """Raises NotFound for a round there is not (yet)."""
        for one in self.rounds:
            if one.id == round_id:
                return one
        raise NotFound(
            f"The pack {self.name!r} has no round {round_id!r} known on that day.",
            next_step=f"List its rounds with: twelfth pack show {self.name}",
        )

    def kind(self, name: str) -> Kind:
        """Raises NotFound for a kind of round there is not."""
        for one in self.kinds:
            if one.name == name:
                return one
        raise NotFound(
            f"The pack {self.name!r} has no kind of round {name!r}.",
            next_step=f"It has: {', '.join(one.name for one in self.kinds)}.",
        )

    def known(self, as_of: date) -> "Process":
        """The process as it was known by the end of a day: later rounds, people, rules and changes left out."""
        rounds = tuple(one for one in self.rounds if one.known <= as_of)
        seen = {one.id for one in rounds}
        return replace(
            self,
            rounds=rounds,
            funnel=tuple(count for count in self.funnel if count.round in seen),
            yes_group=self.yes_group.known(as_of) if self.yes_group is not None else None,
            labelled=self.labelled.known(as_of) if self.labelled is not None else None,
            pool=tuple(share for share in self.pool if share.known is None or share.known <= as_of),
            grid=self.grid.known(as_of) if self.grid is not None else None,
            requirements=known_requirements(self.requirements, as_of),
            ways=tuple(way for way in self.ways if (way.known or self.compiled or as_of) <= as_of),
            pool_scores=tuple(scores for scores in self.pool_scores if scores.known <= as_of),
            rubrics=tuple(rubric for rubric in (one.known(as_of) for one in self.rubrics) if rubric is not None),
            changes=tuple(change_as_told(change, as_of) for change in self.changes if change.announced <= as_of),
            after_yes=known_after_yes(self.after_yes, as_of),
            limits=tuple(limit for limit in self.limits if limit.known is None or limit.known <= as_of),
        )
