"""The statements that the store really sends while it is written to, and sending them once more to another disk."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest import mock

import apsw
from tests.trust.recorded_disk import Disk, recorded
from tests.trust.written_life import Life

from twelfth.store import OrmGoals, open_database
from twelfth.store.orm.sqlite import base

CLOSED = "-- closed"
"""Stands in a trace where the connection was closed."""
FILE = "twelfth.sqlite3"


@contextmanager
def listened(trace: list[str]) -> Iterator[None]:
    """Every statement of every connection that Django makes, from its first pragma on, with its values in it."""
    prepare = base.prepare

    def heard(connection: Any, version: tuple[int, ...]) -> None:
        connection.set_trace_callback(trace.append)
        prepare(connection, version)

    with mock.patch.object(base, "prepare", heard):
        yield


def trace_of(home: Path, *, writes: int, seed: int) -> tuple[str, ...]:
    """What the store sends while tables are made and a life of writes is written, in three sittings."""
    from django.db import connections

    trace: list[str] = []
    with listened(trace):
        for sitting in range(3):
            open_database(home)
            life = Life(OrmGoals(), f"{seed}-{sitting}", random.Random(seed + sitting))
            for _ in islice(life.writes(), writes // 3):
                pass
            connections.close_all()
            trace.append(CLOSED)
    return tuple(trace)


@dataclass(frozen=True, slots=True)
class State:
    """What was in the database once a transaction was acknowledged: after how many requests to the disk, and a digest
    of it all."""

    asked: int
    content: int


def replay(trace: Iterable[str], folder: Path, disk: Disk) -> tuple[State, ...]:
    """Send a trace to a disk, to its end or until the disk refuses; the states that were acknowledged on the way, the
    empty one first."""
    states = [State(0, content_of(lambda _: ()))]
    file = folder / FILE
    file.touch()
    with recorded(disk) as vfs:
        connection = apsw.Connection(str(file), vfs=vfs)
        try:
            for statement in trace:
                if statement == CLOSED:
                    connection.close()
                    connection = apsw.Connection(str(file), vfs=vfs)
                else:
                    _send(connection, statement, states, disk)
        except (apsw.IOError, apsw.CantOpenError):
            if not disk.refused:
                raise
        finally:
            with suppress(apsw.Error):
                connection.close(True)
    return tuple(states)


def _send(connection: apsw.Connection, statement: str, states: list[State], disk: Disk) -> None:
    """And read all that it answers, and note the state it leaves where it leaves a new one."""
    if statement.startswith("--"):
        return  # a comment of SQLite's own
    before = len(disk.asked)
    for _ in connection.execute(statement):
        pass
    if not connection.in_transaction and len(disk.asked) != before:
        asked, content = len(disk.asked), content_of(connection.execute)
        if content != states[-1].content:
            states.append(State(asked, content))


def content_of(ask: Callable[[str], Any]) -> int:
    """A digest of every row of every table, and of the tables."""
    tables = sorted(ask("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
    rows = tuple((name, tuple(ask(f'SELECT * FROM "{name}" ORDER BY 1'))) for name, _ in tables)
    return hash((tuple(tables), rows))
