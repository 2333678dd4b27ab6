"""A goal with nothing left out: what an export takes along and an import brings back.

Rows have a number among the rows of their kind in one database. Elsewhere those numbers may be taken, so what is taken
along has numbers of its own (`numbered_alone`): of each kind 1, 2, 3 in the order of those it had, a row that was
dropped among them, since the trail still speaks of it; the lines of the trail likewise; the card is 1. A shelf that
takes a goal in gives it numbers again, in that order. So the same goal is told in the same bytes wherever it has been.
Deliberately knows nothing of JSON, of files and of databases.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from twelfth.usecases.keeping.kept import GoalCard, Row, Thing, Written
from twelfth.usecases.keeping.told import CARD, KINDS, kind_of, line_of, row_from

Key = tuple[str, int]
"""The kind of a row and its number."""
AnyRow = Row[Thing] | Row[GoalCard]
Of = TypeVar("Of", Thing, GoalCard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the trail, read: what was written, when and by whom. None where there was or is nothing."""

    number: int
    on: date
    actor: str
    action: str
    before: AnyRow | None
    after: AnyRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeGoal:
    """Everything of a goal: its card, every row there is in full, in the order of KINDS and then of numbers, and its
    trail."""

    card: Row[GoalCard]
    rows: tuple[Row[Thing], ...]
    trail: tuple[Change, ...]

    @property
    def name(self) -> str:
        return self.card.thing.name


def key_of(row: AnyRow) -> Key:
    """What a row is known by among those of one goal."""
    return kind_of(row.thing), row.id


def ever_kept(whole: WholeGoal) -> dict[Key, Row[Thing]]:
    """Every row there is or was, as it is or last was, in the order of KINDS and then of numbers."""
    found: dict[Key, AnyRow] = {}
    for change in whole.trail:
        found |= {key_of(row): row for row in (change.before, change.after) if row is not None}
    found |= {key_of(row): row for row in whole.rows}
    order = {kind: place for place, kind in enumerate(KINDS)}
    keys = sorted((key for key in found if key[0] != CARD), key=lambda key: (order[key[0]], key[1]))
    return {key: found[key] for key in keys}  # type: ignore[misc]


def numbered_alone(whole: WholeGoal) -> WholeGoal:
    """The same goal with numbers that say nothing of the database it lies in."""
    numbers: dict[Key, int] = {}
    last = dict.fromkeys(KINDS, 0)
    for kind, number in ever_kept(whole):
        last[kind] += 1
        numbers[kind, number] = last[kind]
    renumbered = numbered(whole, card=1, rows=numbers)
    trail = tuple(replace(change, number=place) for place, change in enumerate(renumbered.trail, 1))
    return replace(renumbered, trail=trail)


def numbered(whole: WholeGoal, *, card: int, rows: Mapping[Key, int]) -> WholeGoal:
    """The same goal with other numbers for its card and its rows. rows: by what each is known by now."""
    numbers = {**rows, (CARD, whole.card.id): card}
    return WholeGoal(
        card=_as(whole.card, numbers),
        rows=tuple(_as(row, numbers) for row in whole.rows),
        trail=tuple(
            replace(change, before=_maybe(change.before, numbers), after=_maybe(change.after, numbers))
            for change in whole.trail
        ),
    )


def change_of(written: Written) -> Change:
    """A line of the trail, read. Raises InvalidInput where it was not written by this program."""
    return Change(
        number=written.number,
        on=written.on,
        actor=written.actor,
        action=written.action,
        before=row_from(written.before) if written.before else None,
        after=row_from(written.after) if written.after else None,
    )


def written_of(change: Change, *, goal: str) -> Written:
    """A line of the trail, as it is kept."""
    return Written(
        number=change.number,
        on=change.on,
        actor=change.actor,
        action=change.action,
        goal=goal,
        before="" if change.before is None else line_of(change.before),
        after="" if change.after is None else line_of(change.after),
    )


def _as(row: Row[Of], numbers: Mapping[Key, int]) -> Row[Of]:
    return Row(id=numbers[key_of(row)], version=row.version, thing=row.thing)


def _maybe(row: AnyRow | None, numbers: Mapping[Key, int]) -> AnyRow | None:
    return None if row is None else Row(id=numbers[key_of(row)], version=row.version, thing=row.thing)  # type: ignore[return-value]
