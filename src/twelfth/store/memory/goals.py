"""Goals in memory, for tests and as the reference of what keeping a goal means. Gone with the process, and made for one
thread."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from twelfth.base import Source
from twelfth.store.shelf_rules import (
    check_can_be_kept,
    check_may_change,
    check_name,
    check_text_stays,
    no_goal,
    no_road,
    taken,
    tells_before,
    without_old_texts,
)
from twelfth.usecases import (
    KINDS,
    AuditEvent,
    Begun,
    Doing,
    EffortBrought,
    GoalCard,
    KeptGoal,
    RoadKept,
    Row,
    Stale,
    Thing,
    Watch,
    WholeGoal,
    Written,
    before_id,
    brought_beside,
    change_of,
    ever_kept,
    kind_of,
    line_of,
    numbered,
    unwatched,
    written_of,
)
from twelfth.work import DayWorked, Effort

FIELDS = {
    "source": "sources",
    "fact": "facts",
    "round": "rounds",
    "attempt": "attempts",
    "way": "ways",
    "learning": "learnings",
    "pause": "pauses",
    "timer": "timers",
    "road": "roads",
    "audit": "audits",
    "addendum": "addenda",
    "forecast": "forecasts",
    "note": "notes",
    "document": "documents",
    "people": "people",
}
"""Where a KeptGoal holds the rows of each kind; effort is not among them."""


@dataclass(slots=True)
class _Kept:
    """All there is of one goal: rows by kind and number."""

    card: Row[GoalCard]
    rows: dict[str, dict[int, Row[Thing]]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    trail: list[Written] = field(default_factory=list)


class MemoryGoals:
    """Goals in memory."""

    def __init__(self) -> None:
        self._goals: dict[str, _Kept] = {}
        self._numbers: Counter[str] = Counter()

    def cards(self) -> tuple[Row[GoalCard], ...]:
        return tuple(kept.card for kept in self._goals.values())

    def get(self, goal: str) -> KeptGoal:
        """Raises NotFound."""
        kept = self.kept(goal)
        found = {name: tuple(kept.rows[kind].values()) for kind, name in FIELDS.items()}
        found["roads"] = without_old_texts(cast(tuple[Row[RoadKept], ...], found["roads"]))
        return KeptGoal(card=kept.card, **cast(Any, found))

    def begin(self, begun: Begun, *, event: AuditEvent) -> None:
        """Raises Conflict where there is a goal of that name."""
        check_can_be_kept(begun.card, *begun.things)
        if begun.card.name in self._goals:
            raise taken(begun.card.name)
        self._numbers["card"] += 1
        card = Row(id=self._numbers["card"], version=1, thing=begun.card)
        self._goals[begun.card.name] = _Kept(card)
        self._write(begun.card.name, event, after=card)
        self.keep(begun.card.name, *begun.things, event=event)

    def recard(self, goal: str, card: GoalCard, *, was: int, event: AuditEvent) -> None:
        """Change the card. Raises NotFound, Stale, and InvalidInput for another name."""
        check_can_be_kept(card)
        kept = self.kept(goal)
        check_name(goal, card)
        if kept.card.version != was:
            raise Stale(kept.card)
        before, kept.card = kept.card, Row(id=kept.card.id, version=was + 1, thing=card)
        self._write(goal, event, before=before, after=kept.card)

    def keep(self, goal: str, *things: Thing, event: AuditEvent, instead: Row[Thing] | None = None) -> tuple[int, ...]:
        """Add things, all or none; their row ids. instead: a row that is dropped in the same write. Raises NotFound,
        Conflict, Stale, InvalidInput."""
        check_can_be_kept(*things)
        kept = self.kept(goal)
        if instead is not None:
            self.drop(goal, type(instead.thing), row=instead.id, was=instead.version, event=event)
        numbers = []
        for thing in things:
            kind = kind_of(thing)
            self._numbers[kind] += 1
            row = Row(id=self._numbers[kind], version=1, thing=thing)
            kept.rows[kind][row.id] = row
            numbers.append(row.id)
            self._write(goal, event, after=row)
        return tuple(numbers)

    def add_new(self, goal: str, *efforts: Effort, event: AuditEvent, watch: Watch = unwatched) -> EffortBrought:
        """Add what of some work is not kept yet, all or none. Raises NotFound, InvalidInput."""
        there = self.kept(goal).rows[kind_of(Effort)].values()
        found = brought_beside(efforts, (cast(Effort, row.thing) for row in there))
        for number in range(1, len(found.new) + 1):
            watch(Doing.WRITING, number, len(found.new))
        self.keep(goal, *found.new, event=event)
        return found

    def amend(self, goal: str, thing: Thing, *, row: int, was: int, event: AuditEvent) -> None:
        """Raises NotFound, Conflict, Stale, InvalidInput."""
        check_can_be_kept(thing)
        kept = self.kept(goal)
        check_may_change(type(thing))
        before = _current(kept, kind_of(thing), row, was)
        check_text_stays(before.thing, thing)
        after = Row(id=row, version=was + 1, thing=thing)
        kept.rows[kind_of(thing)][row] = after
        self._write(goal, event, before=before, after=after)

    def drop(self, goal: str, kind: type[Thing], *, row: int, was: int, event: AuditEvent) -> None:
        """Raises NotFound, Conflict, Stale."""
        kept = self.kept(goal)
        check_may_change(kind)
        before = _current(kept, kind_of(kind), row, was)
        del kept.rows[kind_of(kind)][row]
        self._write(goal, event, before=before)

    def erase(self, goal: str, *, event: AuditEvent) -> None:  # noqa: ARG002 (nothing is left to say who did it)
        """Everything of a goal, its trail too, and that a later one goes on with its history. Raises NotFound."""
        self.kept(goal)
        del self._goals[goal]
        for kept in self._goals.values():
            sources = kept.rows[kind_of(Source)]
            kept.rows[kind_of(Source)] = {n: row for n, row in sources.items() if not _is_before(row.thing, goal)}
            kept.trail = [line for line in kept.trail if not tells_before(line.after or line.before, goal)]

    def trail(self, goal: str, *, most: int | None = None) -> tuple[Written, ...]:
        """Every write to a goal, in order; of them the last `most`. Raises NotFound."""
        return tuple(self.kept(goal).trail[-most:] if most else self.kept(goal).trail)

    def road(self, goal: str, row: int) -> Row[Thing]:
        """One version of the road with its text. Raises NotFound."""
        found = self.kept(goal).rows["road"].get(row)
        if found is None:
            raise no_road(goal, row)
        return found

    def everything(self, goal: str) -> WholeGoal:
        """All there is of a goal. Raises NotFound."""
        kept = self.kept(goal)
        rows = tuple(row for kind in KINDS for row in kept.rows[kind].values())
        return WholeGoal(card=kept.card, rows=rows, trail=tuple(map(change_of, kept.trail)))

    def restore(self, *wholes: WholeGoal, event: AuditEvent, watch: Watch = unwatched) -> None:  # noqa: ARG002 (their trail is their own)
        """Goals as `everything` gave them, all or none. Raises Conflict where there is one of that name."""
        names = list(self._goals)
        for place, whole in enumerate(wholes, 1):
            watch(Doing.WRITING, place, len(wholes))
            if whole.name in names:
                raise taken(whole.name)
            names.append(whole.name)
            check_can_be_kept(whole.card.thing, *(row.thing for row in whole.rows))
        for whole in wholes:
            self._take_in(whole)

    def kept(self, goal: str) -> _Kept:
        """All there is of one goal. Raises NotFound."""
        if goal not in self._goals:
            raise no_goal(goal, self._goals)
        return self._goals[goal]

    def _take_in(self, whole: WholeGoal) -> None:
        numbers = {}
        for kind, number in ever_kept(whole):
            self._numbers[kind] += 1
            numbers[kind, number] = self._numbers[kind]
        self._numbers["card"] += 1
        here = numbered(whole, card=self._numbers["card"], rows=numbers)
        kept = self._goals[here.name] = _Kept(here.card)
        for row in sorted(here.rows, key=lambda one: one.id):
            kept.rows[kind_of(row.thing)][row.id] = row
        for change in here.trail:
            self._numbers["trail"] += 1
            kept.trail.append(replace(written_of(change, goal=here.name), number=self._numbers["trail"]))

    def _write(
        self, goal: str, event: AuditEvent, *, before: Row[Any] | None = None, after: Row[Any] | None = None
    ) -> None:
        self._numbers["trail"] += 1
        self._goals[goal].trail.append(
            Written(
                number=self._numbers["trail"],
                on=event.on,
                actor=event.actor,
                action=event.action,
                goal=goal,
                before="" if before is None else line_of(before),
                after="" if after is None else line_of(after),
            )
        )


class MemoryEffort:
    """An EffortLog over the goals in memory."""

    def __init__(self, goals: MemoryGoals) -> None:
        self._goals = goals

    def latest(self, goal: str, *, most: int) -> tuple[Row[Effort], ...]:
        """The last entries, the latest day first. Raises NotFound."""
        return tuple(sorted(self._rows(goal), key=lambda row: (row.thing.on, row.id), reverse=True)[:most])

    def days(self, goal: str, *, since: date) -> tuple[DayWorked, ...]:
        """Sums of the days on which there was work, from a day on, in order. Raises NotFound."""
        sums: Counter[date] = Counter()
        for row in self._rows(goal):
            if row.thing.on >= since:
                sums[row.thing.on] += row.thing.minutes
        return tuple(DayWorked(on=on, minutes=sums[on]) for on in sorted(sums))

    def totals(self, goal: str, *, after: date | None = None) -> tuple[tuple[str, int], ...]:
        """(towards, minutes) over all time, or after a day, in alphabetical order. Raises NotFound."""
        sums: Counter[str] = Counter()
        for row in self._rows(goal):
            if after is None or row.thing.on > after:
                sums[row.thing.towards] += row.thing.minutes
        return tuple(sorted(sums.items()))

    def between(self, goal: str, *, first: date, last: date) -> tuple[Row[Effort], ...]:
        """The entries from one day to another, both included, by day. Raises NotFound."""
        found = [row for row in self._rows(goal) if first <= row.thing.on <= last]
        return tuple(sorted(found, key=lambda row: (row.thing.on, row.id)))

    def _rows(self, goal: str) -> list[Row[Effort]]:
        return cast(list[Row[Effort]], list(self._goals.kept(goal).rows["effort"].values()))


def _is_before(thing: Thing, goal: str) -> bool:
    return isinstance(thing, Source) and thing.id == before_id(goal)


def _current(kept: _Kept, kind: str, row: int, was: int) -> Row[Thing]:
    """The row, if it is still what it was. Raises Stale."""
    found = kept.rows[kind].get(row)
    if found is None or found.version != was:
        raise Stale(found)
    return found
