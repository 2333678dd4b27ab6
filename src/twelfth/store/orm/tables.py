"""Reading and writing the rows of any kind. Each function is one query, or two where an attempt has its stages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

from twelfth.goal import Attempt, Stage
from twelfth.store.orm import models as tables
from twelfth.store.orm.columns import Columns, shape_of
from twelfth.usecases import KINDS, RoadKept, Row, Thing, kind_of

TABLES: dict[str, type[tables.OfGoal]] = {
    "source": tables.Source,
    "fact": tables.Fact,
    "round": tables.Round,
    "attempt": tables.Attempt,
    "way": tables.Way,
    "learning": tables.Learning,
    "pause": tables.Pause,
    "timer": tables.Timer,
    "road": tables.Road,
    "audit": tables.Audit,
    "addendum": tables.Addendum,
    "forecast": tables.Forecast,
    "note": tables.Note,
    "document": tables.Document,
    "people": tables.People,
    "effort": tables.Effort,
}


AT_ONCE = 500
"""Rows named in one query: a database allows so many values and no more."""


def columns_of(thing: Thing) -> Columns:
    """What the row of a thing holds besides its number, its goal and its version."""
    return shape_of(_kind(kind_of(thing))).columns(thing)


def insert(goal: int, kind: str, things: Sequence[Thing], *, versions: Sequence[int] = ()) -> list[int]:
    """Write new rows; their numbers, in the same order. versions: of each, else 1."""
    model: Any = TABLES[kind]
    rows = [
        model(goal_id=goal, version=version, **columns_of(thing))
        for thing, version in zip(things, versions or [1] * len(things), strict=True)
    ]
    if connection.features.can_return_rows_from_bulk_insert:
        model.objects.bulk_create(rows)
    else:
        for row in rows:
            row.save(force_insert=True)
    for row, thing in zip(rows, things, strict=True):
        if isinstance(thing, Attempt):
            _insert_stages(goal, row.id, thing)
    return [int(row.id) for row in rows]


def rows_of(goal: int, kind: str) -> tuple[Row[Any], ...]:
    """The rows of one kind of a goal, in the order in which they were written."""
    return rows_in(_all(kind).filter(goal_id=goal).order_by("id"), kind, stages=_stages(kind, goal_id=goal))


def row_of(goal: int, kind: str, number: int, *, held: bool = False) -> Row[Any] | None:
    """One row. held: until the transaction ends, where a database can hold one."""
    query = _all(kind).filter(goal_id=goal, id=number)
    found = query.select_for_update() if held else query
    return next(iter(rows_in(found, kind, stages=_stages(kind, attempt_id=number))), None)


def rows_in(
    query: Iterable[Columns], kind: str, *, stages: dict[int, tuple[Stage, ...]] | None = None
) -> tuple[Row[Any], ...]:
    """Rows as they were read."""
    shape = shape_of(_kind(kind))
    return tuple(
        Row(
            id=one["id"],
            version=one["version"],
            thing=shape.thing(one) if stages is None else shape.thing(one, history=stages.get(one["id"], ())),
        )
        for one in query
    )


def update(goal: int, thing: Thing, kind: str, *, row: int, was: int) -> bool:
    """Write a new version of a row; False where it is no longer the version it was."""
    changed = _objects(kind).filter(id=row, goal_id=goal, version=was)
    if not changed.update(version=was + 1, **columns_of(thing)):
        return False
    if isinstance(thing, Attempt):
        tables.Stage.objects.filter(attempt_id=row).delete()
        _insert_stages(goal, row, thing)
    return True


def delete(goal: int, kind: str, *, row: int, was: int) -> bool:
    """Remove a row; False where it is no longer the version it was."""
    return bool(_objects(kind).filter(id=row, goal_id=goal, version=was).delete()[0])


def roads_of(goal: int) -> tuple[Row[RoadKept], ...]:
    """The versions of the road, each with its text only where it is the last one drawn or the last one accepted."""
    roads = tables.Road.objects.filter(goal_id=goal)
    last = roads.order_by("-id").values("id")[:1]
    accepted = roads.filter(accepted__isnull=False).order_by("-id").values("id")[:1]
    shown = models.Q(id=models.Subquery(last)) | models.Q(id=models.Subquery(accepted))
    text = models.Case(models.When(shown, then="text"), default=models.Value(""), output_field=models.TextField())
    found = roads.order_by("id").annotate(shown=text).values("id", "version", "made", "accepted", "shown")
    return rows_in(({**one, "text": one["shown"]} for one in found), "road")


def remove(kind: str, numbers: Sequence[int]) -> None:
    """Remove rows whatever version they have."""
    for first in range(0, len(numbers), AT_ONCE):
        _objects(kind).filter(id__in=numbers[first : first + AT_ONCE]).delete()


def _insert_stages(goal: int, attempt: int, thing: Attempt) -> None:
    shape = shape_of(Stage)
    tables.Stage.objects.bulk_create(
        tables.Stage(goal_id=goal, attempt_id=attempt, place=place, **shape.columns(stage))
        for place, stage in enumerate(thing.history)
    )


def _stages(kind: str, **which: int) -> dict[int, tuple[Stage, ...]] | None:
    """The histories of attempts by the number of the attempt; None for any other kind."""
    if kind != "attempt":
        return None
    found: dict[int, tuple[Stage, ...]] = {}
    shape = shape_of(Stage)
    for one in tables.Stage.objects.filter(**which).order_by("attempt_id", "place").values():
        found[one["attempt_id"]] = (*found.get(one["attempt_id"], ()), shape.thing(one))
    return found


def _kind(word: str) -> Any:
    return KINDS[word]


def _objects(kind: str) -> Any:
    model: Any = TABLES[kind]
    return model.objects


def _all(kind: str) -> Any:
    return _objects(kind).values()
