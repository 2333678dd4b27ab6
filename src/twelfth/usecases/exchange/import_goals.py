"""Bring an export back: first what it would come to, then all of it or nothing.

A goal that is kept already as the export has it is left alone, so bringing the same export twice changes nothing. One
of the same name that differs is a conflict, and then nothing at all is written: neither of the two is thrown away.
"""

from dataclasses import dataclass
from enum import StrEnum

from twelfth.base import Conflict, Said, TwelfthError
from twelfth.usecases.exchange.export_goals import goal_text
from twelfth.usecases.exchange.read_export import read_export
from twelfth.usecases.keeping.on_the_way import Doing, Watch, unwatched
from twelfth.usecases.keeping.ports import Goals
from twelfth.usecases.keeping.whole import WholeGoal, numbered_alone
from twelfth.usecases.ports import AuditEvent, Clock, PackShelf


class Brought(StrEnum):
    """What becomes of a goal of an export. NEW: it is written. SAME: it is kept so already. CONFLICT: another of its
    name is kept."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBrought:
    """One goal of an export. rows, changes: how many. pack_missing: its pack is not here, and its pages need it."""

    name: str
    title: str
    rows: int
    changes: int
    outcome: Brought
    pack: str
    pack_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsBrought:
    """written: whether anything was, or nothing had to be."""

    goals: tuple[GoalBrought, ...]
    written: bool

    def of(self, outcome: Brought) -> tuple[str, ...]:
        """The names of those that come to this."""
        return tuple(one.name for one in self.goals if one.outcome is outcome)


def preview_goals(text: str, *, goals: Goals, packs: PackShelf, watch: Watch = unwatched) -> GoalsBrought:
    """What bringing an export would come to; nothing is written.

    Raises:
        InvalidInput: it is no export, or what it says cannot be.
    """
    return _weighed(read_export(text, watch=watch), goals, packs, watch)


def import_goals(text: str, *, goals: Goals, packs: PackShelf, clock: Clock, watch: Watch = unwatched) -> GoalsBrought:
    """Write every goal of an export that is not kept so already, all or none; none where who watches ends it.

    Raises:
        InvalidInput: it is no export, or what it says cannot be.
        Conflict: a goal of one of its names is kept and differs.
    """
    wholes = read_export(text, watch=watch)
    weighed = _weighed(wholes, goals, packs, watch)
    if others := weighed.of(Brought.CONFLICT):
        raise Conflict(
            Said(
                "The goal %(name)s is kept already and differs from that of the export. Nothing was written.",
                name=repr(others[0]),
            ),
            next_step=Said(
                "Export %(name)s to keep it, erase it under its Data, and import again.", name=repr(others[0])
            ),
        )
    new = weighed.of(Brought.NEW)
    if new:
        event = AuditEvent(action="import", subject=", ".join(new), on=clock.today())
        goals.restore(*(whole for whole in wholes if whole.name in new), event=event, watch=watch)
    return GoalsBrought(goals=weighed.goals, written=True)


def _weighed(wholes: tuple[WholeGoal, ...], goals: Goals, packs: PackShelf, watch: Watch) -> GoalsBrought:
    kept = {one.thing.name for one in goals.cards()}
    found = list[GoalBrought]()
    for place, whole in enumerate(wholes, 1):
        watch(Doing.COMPARING, place, len(wholes))
        found.append(_one(whole, kept, goals, packs))
    return GoalsBrought(goals=tuple(found), written=False)


def _one(whole: WholeGoal, kept: set[str], goals: Goals, packs: PackShelf) -> GoalBrought:
    card = whole.card.thing
    outcome = Brought.NEW
    if card.name in kept:
        same = goal_text(numbered_alone(goals.everything(card.name))) == goal_text(whole)
        outcome = Brought.SAME if same else Brought.CONFLICT
    return GoalBrought(
        name=card.name,
        title=card.title,
        rows=len(whole.rows),
        changes=len(whole.trail),
        outcome=outcome,
        pack=card.pack,
        pack_missing=not _is_there(card.pack, packs),
    )


def _is_there(pack: str, packs: PackShelf) -> bool:
    try:
        packs.get(pack)
    except TwelfthError:
        return False
    return True
