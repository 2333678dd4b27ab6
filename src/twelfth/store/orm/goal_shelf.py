"""Goals and everything kept of each, in the database that is open."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction

from twelfth.store.orm import models as tables
from twelfth.store.orm.came_before import forget_before
from twelfth.store.orm.columns import shape_of
from twelfth.store.orm.effort_log import efforts_of
from twelfth.store.orm.erase import leave_no_trace, take_out_of_backups
from twelfth.store.orm.read_goals import card_in, card_of, forget_all, kept_goal, new_stamp, number_of
from twelfth.store.orm.tables import delete, insert, row_of, update
from twelfth.store.orm.transactions import reading, writing
from twelfth.store.orm.whole_goal import read_whole, write_whole, written
from twelfth.store.shelf_rules import (
    check_can_be_kept,
    check_may_change,
    check_name,
    check_text_stays,
    no_road,
    taken,
)
from twelfth.usecases import (
    AuditEvent,
    Begun,
    Doing,
    EffortBrought,
    GoalCard,
    KeptGoal,
    Row,
    Stale,
    Thing,
    Watch,
    WholeGoal,
    Written,
    brought_beside,
    kind_of,
    line_of,
    unwatched,
)
from twelfth.work import Effort

AT_ONCE = 500
"""Entries of a table written between two words to who watches."""


class OrmGoals:
    """Goals in a database."""

    def cards(self) -> tuple[Row[GoalCard], ...]:
        with reading():
            return tuple(card_in(one) for one in tables.Goal.objects.order_by("id").values())

    def get(self, goal: str) -> KeptGoal:
        """Raises NotFound."""
        with reading():
            return kept_goal(goal)

    def begin(self, begun: Begun, *, event: AuditEvent) -> None:
        """Raises Conflict where there is a goal of that name, InvalidInput for what cannot be kept."""
        check_can_be_kept(begun.card, *begun.things)
        with writing():
            card = Row(id=_insert(begun.card), version=1, thing=begun.card)
            _write(card.id, event, [(None, card)])
            _keep(card.id, begun.things, event)

    def recard(self, goal: str, card: GoalCard, *, was: int, event: AuditEvent) -> None:
        """Change the card. Raises NotFound, Stale, and InvalidInput for another name."""
        check_can_be_kept(card)
        with writing():
            before = card_of(goal, held=True)
            check_name(goal, card)
            changed = tables.Goal.objects.filter(id=before.id, version=was)
            if not changed.update(version=was + 1, **shape_of(GoalCard).columns(card)):
                raise Stale(before)
            _write(before.id, event, [(before, Row(id=before.id, version=was + 1, thing=card))])

    def keep(self, goal: str, *things: Thing, event: AuditEvent, instead: Row[Thing] | None = None) -> tuple[int, ...]:
        """Add things, all or none; their row ids. instead: a row that is dropped in the same write. Raises NotFound,
        Conflict, Stale, InvalidInput."""
        check_can_be_kept(*things)
        with writing():
            number = number_of(goal)
            if instead is not None:
                _drop(number, type(instead.thing), row=instead.id, was=instead.version, event=event)
            return _keep(number, things, event)

    def add_new(self, goal: str, *efforts: Effort, event: AuditEvent, watch: Watch = unwatched) -> EffortBrought:
        """Add what of some work is not kept yet, all or none, while nobody else writes to the goal. Raises NotFound,
        InvalidInput."""
        check_can_be_kept(*efforts)
        with writing():
            number = card_of(goal, held=True).id
            days = [one.on for one in efforts]
            there = efforts_of(number, first=min(days), last=max(days)) if days else ()
            found = brought_beside(efforts, (row.thing for row in there))
            for first in range(0, len(found.new), AT_ONCE):
                watch(Doing.WRITING, first + 1, len(found.new))
                _keep(number, found.new[first : first + AT_ONCE], event)
            return found

    def amend(self, goal: str, thing: Thing, *, row: int, was: int, event: AuditEvent) -> None:
        """Raises NotFound, Conflict, Stale, InvalidInput."""
        check_can_be_kept(thing)
        kind = kind_of(thing)
        with writing():
            card = card_of(goal)
            check_may_change(type(thing))
            before = _current(card.id, kind, row, was)
            check_text_stays(before.thing, thing)
            if not update(card.id, thing, kind, row=row, was=was):
                raise Stale(row_of(card.id, kind, row))
            _write(card.id, event, [(before, Row(id=row, version=was + 1, thing=thing))])

    def drop(self, goal: str, kind: type[Thing], *, row: int, was: int, event: AuditEvent) -> None:
        """Raises NotFound, Conflict, Stale."""
        with writing():
            _drop(number_of(goal), kind, row=row, was=was, event=event)

    def erase(self, goal: str, *, event: AuditEvent) -> None:  # noqa: ARG002 (nothing is left to say who did it)
        """Everything of a goal, its trail too, and that a later one goes on with its history; here and in every backup.
        Raises NotFound."""
        with reading():
            card_of(goal)
        take_out_of_backups(goal)
        with writing():
            card = card_of(goal)
            tables.Goal.objects.filter(id=card.id).delete()
            forget_before(goal)
        forget_all()
        transaction.on_commit(lambda: leave_no_trace(goal))

    def trail(self, goal: str, *, most: int | None = None) -> tuple[Written, ...]:
        """Every write to a goal, in order; of them the last `most`. Raises NotFound."""
        with reading():
            lines = tables.Trail.objects.filter(goal_id=number_of(goal)).order_by("-number")[:most]
            return tuple(written(one, goal) for one in reversed(lines))

    def road(self, goal: str, row: int) -> Row[Thing]:
        """One version of the road with its text. Raises NotFound."""
        with reading():
            found = row_of(number_of(goal), "road", row)
        if found is None:
            raise no_road(goal, row)
        return found

    def everything(self, goal: str) -> WholeGoal:
        """All there is of a goal, as of one moment. Raises NotFound."""
        with reading():
            return read_whole(card_of(goal))

    def restore(  # (their trail is their own)
        self,
        *wholes: WholeGoal,
        event: AuditEvent,  # noqa: ARG002 (their trail is their own)
        watch: Watch = unwatched,
    ) -> None:
        """Goals as `everything` gave them, all or none. Raises Conflict where there is one of that name."""
        for whole in wholes:
            check_can_be_kept(whole.card.thing, *(row.thing for row in whole.rows))
        with writing():
            for place, whole in enumerate(wholes, 1):
                tell = partial(watch, Doing.WRITING, place, len(wholes))
                write_whole(whole, card=_insert(whole.card.thing, version=whole.card.version), tell=tell)


def _insert(card: GoalCard, *, version: int = 1) -> int:
    """The number of a new goal. The database is asked to refuse a name that is taken: it may be taken this moment."""
    try:
        with transaction.atomic():
            columns = shape_of(GoalCard).columns(card)
            return int(tables.Goal.objects.create(version=version, stamp=new_stamp(), **columns).id)
    except IntegrityError:
        raise taken(card.name) from None


def _current(goal: int, kind: str, row: int, was: int) -> Row[Thing]:
    """The row, if it is still what it was. Raises Stale."""
    found = row_of(goal, kind, row, held=True)
    if found is None or found.version != was:
        raise Stale(found)
    return found


def _keep(goal: int, things: tuple[Thing, ...], event: AuditEvent) -> tuple[int, ...]:
    """Kind by kind, each in one query; numbers and trail in the order in which they were given."""
    numbers: dict[int, int] = {}
    for kind in dict.fromkeys(kind_of(thing) for thing in things):
        places = [place for place, thing in enumerate(things) if kind_of(thing) == kind]
        numbers |= zip(places, insert(goal, kind, [things[place] for place in places]), strict=True)
    rows = [Row(id=numbers[place], version=1, thing=thing) for place, thing in enumerate(things)]
    _write(goal, event, [(None, row) for row in rows])
    return tuple(row.id for row in rows)


def _drop(goal: int, kind: type[Thing], *, row: int, was: int, event: AuditEvent) -> None:
    word = kind_of(kind)
    check_may_change(kind)
    before = _current(goal, word, row, was)
    if not delete(goal, word, row=row, was=was):
        raise Stale(row_of(goal, word, row))
    _write(goal, event, [(before, None)])


def _write(goal: int, event: AuditEvent, changes: Sequence[tuple[Row[Any] | None, Row[Any] | None]]) -> None:
    """One line of the trail for each change, and a new stamp unless all of it is effort."""
    if any(not isinstance(row.thing, Effort) for change in changes for row in change if row is not None):
        tables.Goal.objects.filter(id=goal).update(stamp=new_stamp())
    tables.Trail.objects.bulk_create(
        tables.Trail(
            goal_id=goal,
            on=event.on,
            actor=event.actor,
            action=event.action,
            before="" if before is None else line_of(before),
            after="" if after is None else line_of(after),
        )
        for before, after in changes
    )
