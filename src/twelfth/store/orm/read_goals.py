"""Goals as they are in the database, each read once for as long as nothing of it is written.

What tells is the stamp of its card: a word drawn anew with every write but those of effort, which is no part of what is
read here. Numbers would not do: after a restore a number comes again, and stands for something else.
"""

from functools import lru_cache
from typing import Any
from uuid import uuid4

from twelfth.store.orm import models as tables
from twelfth.store.orm.columns import shape_of
from twelfth.store.orm.tables import roads_of, rows_of
from twelfth.store.shelf_rules import no_goal
from twelfth.usecases import GoalCard, KeptGoal, Row

REMEMBERED = 64
"""Goals in memory: the one read longest ago goes first."""


def new_stamp() -> str:
    """Never the same twice, on this machine or on any other."""
    return uuid4().hex


def kept_goal(goal: str) -> KeptGoal:
    """All of a goal but its effort: one query where it was read before and not written since, else always as many,
    however much is kept. The caller sees to it that they see one moment. Raises NotFound."""
    known = str(_told(tables.Goal.objects.filter(name=goal).values("stamp"), goal)["stamp"])
    return _read(goal, known)


def card_of(goal: str, *, held: bool = False) -> Row[GoalCard]:
    """The card of a goal. held: until the transaction ends. Raises NotFound."""
    found = tables.Goal.objects.filter(name=goal)
    return card_in(_told((found.select_for_update() if held else found).values(), goal))


def number_of(goal: str) -> int:
    """The number of a goal, where its card is not needed. Raises NotFound."""
    return int(_told(tables.Goal.objects.filter(name=goal).values("id"), goal)["id"])


def card_in(columns: Any) -> Row[GoalCard]:
    """The card, from the columns of its table."""
    return Row(id=columns["id"], version=columns["version"], thing=shape_of(GoalCard).thing(columns))


def forget_all() -> None:
    """Read everything anew: nothing of a goal that was erased stays in memory."""
    _read.cache_clear()


def _told(query: Any, goal: str) -> Any:
    """The one row asked for of a goal. Raises NotFound."""
    row = query.first()
    if row is None:
        raise no_goal(goal, tables.Goal.objects.values_list("name", flat=True))
    return row


@lru_cache(maxsize=REMEMBERED)
def _read(goal: str, stamp: str) -> KeptGoal:  # noqa: ARG001 (what it is remembered by)
    card = card_of(goal)
    return KeptGoal(
        card=card,
        sources=rows_of(card.id, "source"),
        facts=rows_of(card.id, "fact"),
        attempts=rows_of(card.id, "attempt"),
        rounds=rows_of(card.id, "round"),
        ways=rows_of(card.id, "way"),
        learnings=rows_of(card.id, "learning"),
        pauses=rows_of(card.id, "pause"),
        timers=rows_of(card.id, "timer"),
        roads=roads_of(card.id),
        audits=rows_of(card.id, "audit"),
        addenda=rows_of(card.id, "addendum"),
        forecasts=rows_of(card.id, "forecast"),
        notes=rows_of(card.id, "note"),
        documents=rows_of(card.id, "document"),
        people=rows_of(card.id, "people"),
    )
