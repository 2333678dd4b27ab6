"""A shelf of goals of each make, empty, for the tests that hold all of them to one behaviour.

PostgreSQL is tried where TWELFTH_TEST_POSTGRES holds the address of a database that may be written to; each test has a
schema of its own in it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from twelfth.store import MemoryEffort, MemoryGoals, open_database
from twelfth.usecases import AuditEvent, EffortLog, Goals, KeptGoal, Note, Row, Thing

POSTGRES = "TWELFTH_TEST_POSTGRES"


class Shelves(NamedTuple):
    """A shelf of goals, and the log of the effort in them."""

    goals: Goals
    effort: EffortLog


@contextmanager
def memory(home: Path) -> Iterator[Shelves]:
    goals = MemoryGoals()
    yield Shelves(goals, MemoryEffort(goals))


@contextmanager
def sqlite(home: Path) -> Iterator[Shelves]:
    from twelfth.store import OrmEffort, OrmGoals

    with a_database(home):
        yield Shelves(OrmGoals(), OrmEffort())


@contextmanager
def postgresql(home: Path) -> Iterator[Shelves]:
    from twelfth.store import OrmEffort, OrmGoals

    with on_postgresql() as address, a_database(home, url=address):
        yield Shelves(OrmGoals(), OrmEffort())


@contextmanager
def on_sqlite() -> Iterator[str]:
    """No address: the database is a file at home."""
    yield ""


@contextmanager
def on_postgresql() -> Iterator[str]:
    """The address of a schema that is empty, and gone afterwards."""
    url = os.environ.get(POSTGRES)
    if not url:
        pytest.skip(f"{POSTGRES} names no PostgreSQL to try")
    with a_schema(url) as address:
        yield address


@contextmanager
def a_database(home: Path, *, url: str = "") -> Iterator[None]:
    """A database open in this process, and closed again."""
    open_database(home, url=url)
    from django.db import connections

    try:
        yield
    finally:
        connections.close_all()


@contextmanager
def a_schema(url: str) -> Iterator[str]:
    """The address of an empty schema in a database, which is gone afterwards."""
    import psycopg

    name = f"twelfth_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


Make = Callable[[Path], AbstractContextManager[Shelves]]
MAKES: list[Make] = [memory, sqlite, postgresql]
DATABASES: list[Make] = [sqlite, postgresql]
LATER = AuditEvent(action="amend", subject="moon", on=date(2026, 3, 9), actor="corner")


def rows(kept: KeptGoal) -> dict[str, tuple[Row[Thing], ...]]:
    """Everything under a goal, by its field."""
    return {one.name: getattr(kept, one.name) for one in fields(kept) if one.name != "card"}


def things(kept: KeptGoal) -> list[Thing]:
    """The same without numbers and versions."""
    return [row.thing for several in rows(kept).values() for row in several]


def the_note(shelves: Shelves) -> Row[Note]:
    """The first note of the goal that most tests keep."""
    return shelves.goals.get("moon").notes[0]


def lines(shelves: Shelves, goal: str = "moon") -> list[tuple[str, str, str]]:
    """(action, before, after) of a trail."""
    return [(one.action, one.before, one.after) for one in shelves.goals.trail(goal)]
