"""A goal with nothing left out, read from its tables and written to them.

Numbers that are no longer used are used up all the same: a row that was dropped is written and removed again, so that
the trail goes on speaking of a number that no other row ever has, whatever database gives the numbers.
"""

from collections.abc import Callable

from twelfth.store.orm import models as tables
from twelfth.store.orm.tables import insert, remove, rows_of
from twelfth.usecases import (
    KINDS,
    GoalCard,
    Row,
    WholeGoal,
    Written,
    change_of,
    each_told,
    ever_kept,
    key_of,
    numbered,
    written_of,
)


def read_whole(card: Row[GoalCard]) -> WholeGoal:
    """All there is of the goal of a card. The caller sees to it that nobody writes in between."""
    lines = tables.Trail.objects.filter(goal_id=card.id).order_by("number")
    return WholeGoal(
        card=card,
        rows=tuple(row for kind in KINDS for row in rows_of(card.id, kind)),
        trail=tuple(change_of(written(one, card.thing.name)) for one in lines),
    )


def write_whole(whole: WholeGoal, *, card: int, tell: Callable[[], None]) -> None:
    """Everything under a card that was written already. The caller sees to it that all of it is one transaction."""
    ever, numbers = ever_kept(whole), dict[tuple[str, int], int]()
    live = {key_of(row) for row in whole.rows}
    for kind in each_told(KINDS, tell):
        rows = {key: row for key, row in ever.items() if key[0] == kind}
        given = insert(
            card, kind, [row.thing for row in rows.values()], versions=[row.version for row in rows.values()]
        )
        numbers |= zip(rows, given, strict=True)
        remove(kind, [numbers[key] for key in rows if key not in live])
    _write_trail(numbered(whole, card=card, rows=numbers), tell)


def written(line: tables.Trail, goal: str) -> Written:
    """A line of the trail, as it was read."""
    return Written(
        number=line.number,
        on=line.on,
        actor=line.actor,
        action=line.action,
        goal=goal,
        before=line.before,
        after=line.after,
    )


def _write_trail(whole: WholeGoal, tell: Callable[[], None]) -> None:
    """The line of each change, its number a new one."""
    told = (written_of(change, goal=whole.name) for change in each_told(whole.trail, tell))
    tables.Trail.objects.bulk_create(
        tables.Trail(
            goal_id=whole.card.id,
            on=one.on,
            actor=one.actor,
            action=one.action,
            before=one.before,
            after=one.after,
        )
        for one in told
    )
