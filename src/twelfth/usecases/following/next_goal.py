"""The sixth step: the next goal with the same history.

What is known of the person comes along: facts, how far they are with what they learn, their own figures, weeks they
keep free. What belongs to the process stays where it was and is told from there: attempts, audits, effort, roads.
"""

from dataclasses import dataclass
from datetime import date

from twelfth.base import UNKNOWN_DAY, NotFound, Source, SourceKind, TwelfthError
from twelfth.goal import ANSWERED, Fact, Process, Round, StageName, Way
from twelfth.usecases.keeping.kept import KeptGoal, Thing
from twelfth.usecases.keeping.kept_cases import process_of
from twelfth.usecases.keeping.own_process import fits
from twelfth.usecases.keeping.ports import EffortLog, GoalShelf
from twelfth.usecases.ports import PackShelf
from twelfth.work import Learning, monday_of

BEFORE = "goal-"
"""How the id of the source begins that says from which goal a history came; what follows is the goal's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptBefore:
    """One attempt of a goal before: its round by name, how it ended or stands, and the digest of its audit or ""."""

    round: str
    stage: StageName
    audit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBefore:
    """A goal that came before, with what stays there. minutes: worked towards it in all."""

    name: str
    title: str
    pooled: bool
    attempts: tuple[AttemptBefore, ...]
    minutes: int


def before_id(goal: str) -> str:
    """The id of the source that says that a history came from a goal."""
    return f"{BEFORE}{goal}"


def history_for(kept: KeptGoal, process: Process, *, today: date, same_people: bool) -> tuple[Thing, ...]:
    """What a next goal begins with. process: the next one; where it has no traits yet, as before a table of those who
    got in is there, everything comes along and counts as far as the table asks for it. same_people: with the table."""
    bare = not process.traits
    card = kept.card.thing
    before = Source(id=before_id(card.name), title=card.title, kind=SourceKind.OWN)
    sources = tuple(one.thing for one in kept.sources if one.thing.id != before.id)
    table = kept.table if same_people and bare else None
    return (
        *sources,
        before,
        *(one.thing for one in kept.facts if bare or fits(one.thing, process)),
        *(one.thing for one in kept.learnings if bare or _is_taught(one.thing, process)),
        *(one.thing for one in kept.ways if _leads_on(one.thing, process, bare=bare)),
        *(one.thing for one in kept.pauses if one.thing.monday >= monday_of(today)),
        *(() if table is None else (table.thing,)),
    )


def _is_taught(one: Learning, process: Process) -> bool:
    """Whether something of the process goes by that name: a move, a trait, or a step to a level of one."""
    names = {move.id for move in process.moves} | {trait.name for trait in process.traits}
    return one.towards in names or one.towards.rpartition("_")[0] in {trait.name for trait in process.traits}


def _leads_on(way: Way, process: Process, *, bare: bool) -> bool:
    if way.move:
        return any(move.id == way.move for move in process.moves)
    if bare or way.level is None:
        return bare or any(trait.name == way.trait for trait in process.traits)
    return fits(Fact(trait=way.trait, level=way.level, begins=UNKNOWN_DAY), process)


def goals_before(kept: KeptGoal, *, goals: GoalShelf, effort: EffortLog, packs: PackShelf) -> tuple[GoalBefore, ...]:
    """The goals whose history a goal began with, as far as they are still here; the one just before it last."""
    names = [one.thing.id.removeprefix(BEFORE) for one in kept.sources if one.thing.id.startswith(BEFORE)]
    found = (_before(name, goals, effort, packs) for name in names)
    return tuple(one for one in found if one is not None)


def _before(name: str, goals: GoalShelf, effort: EffortLog, packs: PackShelf) -> GoalBefore | None:
    try:
        kept = goals.get(name)
    except NotFound:
        return None
    process = _process(kept, packs)
    titles = {} if process is None else {one.id: one.name for one in process.rounds}
    audits = {one.thing.round: one.thing.digest for one in kept.audits}
    attempts = (row.thing for row in kept.attempts)
    return GoalBefore(
        name=name,
        title=kept.card.thing.title,
        pooled=process is not None and bool(process.pool_scores),
        attempts=tuple(
            AttemptBefore(round=titles.get(one.round, one.round), stage=one.stage, audit=audits.get(one.round, ""))
            for one in attempts
            if one.stage is not None
        ),
        minutes=sum(minutes for _towards, minutes in effort.totals(name)),
    )


def _process(kept: KeptGoal, packs: PackShelf) -> Process | None:
    """None where its pack is not here any more."""
    try:
        return process_of(kept, packs)
    except TwelfthError:
        return None


def got_in(kept: KeptGoal, process: Process) -> Round | None:
    """The round one was selected in, where that is the newest answer and no later one is waited for."""
    rounds = {one.id: one for one in process.rounds}
    tried = [(rounds[row.thing.round], row.thing.stage) for row in kept.attempts if row.thing.round in rounds]
    answered = [pair for pair in tried if pair[1] in ANSWERED]
    last = max(answered, key=lambda pair: (pair[0].decided, pair[0].id), default=None)
    if last is None or last[1] is not StageName.SELECTED:
        return None
    waits = any(stage not in ANSWERED and held.decided > last[0].decided for held, stage in tried)
    return None if waits else last[0]
