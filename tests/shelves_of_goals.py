"""A shelf of goals of each make, empty, for the tests that hold all of them to one behaviour.

PostgreSQL is tried where TWELFTH_TEST_POSTGRES holds the address of a database that may be written to; each test has a
schema of its own in it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from twelfth.store import MemoryEffort, MemoryGoals, open_database
from twelfth.usecases import EffortLog, Goals

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

    url = os.environ.get(POSTGRES)
    if not url:
        pytest.skip(f"{POSTGRES} names no PostgreSQL to try")
    with _a_schema(url) as address, a_database(home, url=address):
        yield Shelves(OrmGoals(), OrmEffort())


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
def _a_schema(url: str) -> Iterator[str]:
    import psycopg

    name = f"twelfth_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


MAKES: list[Callable[[Path], object]] = [memory, sqlite, postgresql]
DATABASES: list[Callable[[Path], object]] = [sqlite, postgresql]
