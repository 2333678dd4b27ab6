"""The days of goals: of the road that is followed, of rounds since the goal was begun, and of what follows a yes. For a
calendar; no note and no text of a person but titles is in it."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import InvalidInput, TwelfthError
from twelfth.goal import Following, Process, Round
from twelfth.usecases.following.after_yes import all_after_yes
from twelfth.usecases.following.road import road_of
from twelfth.usecases.keeping.kept import KeptGoal
from twelfth.usecases.keeping.kept_cases import process_of
from twelfth.usecases.keeping.own_process import is_real
from twelfth.usecases.keeping.ports import GoalShelf
from twelfth.usecases.ports import PackShelf
from twelfth.usecases.roads.case_roadmap import CaseRoadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedGoal:
    """road: the one accepted last, if any. rounds: those decided since the goal was begun, by day. following:
    what follows a yes, with a last day since then."""

    name: str
    title: str
    begun: date
    road: CaseRoadmap | None
    rounds: tuple[Round, ...]
    following: tuple[Following, ...] = ()


def dated_goals(*names: str, goals: GoalShelf, packs: PackShelf) -> tuple[DatedGoal, ...]:
    """The days of these goals. A goal whose pack is not here has no rounds. Raises NotFound for a goal there is not."""
    return tuple(_dated(goals.get(name), packs) for name in names)


def _dated(kept: KeptGoal, packs: PackShelf) -> DatedGoal:
    card, process = kept.card.thing, _process(kept, packs)
    return DatedGoal(
        name=card.name,
        title=card.title,
        begun=card.begun,
        road=_road(kept),
        rounds=tuple(one for one in _rounds(kept, process) if one.decided >= card.begun and is_real(one)),
        following=() if process is None else _following(kept, process),
    )


def _road(kept: KeptGoal) -> CaseRoadmap | None:
    try:
        return None if kept.road is None else road_of(kept.road)
    except InvalidInput:
        return None  # an export must not break on one road: it takes the text along as it is


def _process(kept: KeptGoal, packs: PackShelf) -> Process | None:
    """None where its pack is not here."""
    try:
        return process_of(kept, packs)
    except TwelfthError:
        return None


def _rounds(kept: KeptGoal, process: Process | None) -> tuple[Round, ...]:
    if process is not None:
        return process.rounds
    return tuple(sorted((one.thing for one in kept.rounds), key=lambda one: (one.decided, one.id)))


def _following(kept: KeptGoal, process: Process) -> tuple[Following, ...]:
    found = all_after_yes(kept, process, as_of=date.max)
    return tuple(one for one in found if one.due is not None and one.due >= kept.card.thing.begun)
