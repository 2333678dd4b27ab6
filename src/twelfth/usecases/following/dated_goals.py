"""The days of goals: of the road that is followed, and of rounds since the goal was begun. For a calendar; no note and
no text of a person but titles is in it."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import InvalidInput, TwelfthError
from twelfth.goal import Round
from twelfth.usecases.following.road import road_of
from twelfth.usecases.keeping.kept import KeptGoal
from twelfth.usecases.keeping.kept_cases import process_of
from twelfth.usecases.keeping.own_process import is_real
from twelfth.usecases.keeping.ports import GoalShelf
from twelfth.usecases.ports import PackShelf
from twelfth.usecases.roads.case_roadmap import CaseRoadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedGoal:
    """road: the one accepted last, if any. rounds: those decided since the goal was begun, by day."""

    name: str
    title: str
    begun: date
    road: CaseRoadmap | None
    rounds: tuple[Round, ...]


def dated_goals(*names: str, goals: GoalShelf, packs: PackShelf) -> tuple[DatedGoal, ...]:
    """The days of these goals. A goal whose pack is not here has no rounds. Raises NotFound for a goal there is not."""
    return tuple(_dated(goals.get(name), packs) for name in names)


def _dated(kept: KeptGoal, packs: PackShelf) -> DatedGoal:
    card = kept.card.thing
    return DatedGoal(
        name=card.name,
        title=card.title,
        begun=card.begun,
        road=_road(kept),
        rounds=tuple(one for one in _rounds(kept, packs) if one.decided >= card.begun and is_real(one)),
    )


def _road(kept: KeptGoal) -> CaseRoadmap | None:
    try:
        return None if kept.road is None else road_of(kept.road)
    except InvalidInput:
        return None  # an export must not break on one road: it takes the text along as it is


def _rounds(kept: KeptGoal, packs: PackShelf) -> tuple[Round, ...]:
    try:
        return process_of(kept, packs).rounds
    except TwelfthError:
        return tuple(sorted((one.thing for one in kept.rounds), key=lambda one: (one.decided, one.id)))
