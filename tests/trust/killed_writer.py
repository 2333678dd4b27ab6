"""A writer of every kind of write that is killed again and again, and a look at what is left. Run by a test:

    python -m tests.trust.killed_writer HOME KILLS SEED

Prints, as JSON, how many writes were acknowledged, which of them are lost and what is there by half. Each writer is
forked from a process that has Django loaded and no database open, so that a kill costs milliseconds.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from tests.trust.written_life import GOING, GONE, Ack, Life, found_on

from twelfth.store import OrmGoals, open_database
from twelfth.store.orm.sqlite.guard import sqlite_library

LONGEST = 0.04
"""Seconds after which a writer is killed at the latest."""
LONGER = 0.4
"""The same, for one in twenty: an erasure takes longer."""
WRITES_FIRST = 0.8
"""Of the writers; the others may be killed while they open the database."""


def closed() -> None:
    from django.db import connections

    connections.close_all()


def write(home: Path, told: int, life: int) -> None:
    """Write until killed; each write is told of once it has returned."""
    open_database(home)
    for acks in Life(OrmGoals(), str(life), random.Random(life)).writes():
        os.write(told, (json.dumps([asdict(one) for one in acks]) + "\n").encode())


def one_life(home: Path, life: int, chance: random.Random) -> list[list[Ack]]:
    """What a writer told before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write(home, writing, life)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        first = told.readline() if chance.random() < WRITES_FIRST else b""
        time.sleep(chance.random() * (LONGER if life % 20 == 0 else LONGEST))
        os.kill(child, signal.SIGKILL)
        rest = told.read()
    _, status = os.waitpid(child, 0)
    if os.WTERMSIG(status) != signal.SIGKILL:
        raise SystemExit(f"Expected writer {life} to be killed, got status {status}.")
    return [[Ack(**one) for one in json.loads(line)] for line in (first + rest).decode().splitlines()]


def kind_of_write(acks: list[Ack]) -> str:
    one = acks[0]
    if one.row == 0:
        return {GONE: "erase", GOING: "about to erase"}.get(one.version, "begin")
    return "drop" if one.version == GONE else "keep" if one.version == 1 else "amend"


def main(home: Path, kills: int, seed: int) -> None:
    open_database(home)
    closed()
    chance = random.Random(seed)
    told = [acks for life in range(kills) for acks in one_life(home, life, chance)]
    open_database(home)
    left = found_on(OrmGoals())
    closed()
    with closing(sqlite_library().connect(home / "twelfth.sqlite3")) as connection:
        found = {
            "told": Counter(kind_of_write(acks) for acks in told),
            "lost": [asdict(one) for one in left.lost([one for acks in told for one in acks])],
            "half": left.half,
            "integrity": connection.execute("PRAGMA integrity_check").fetchone()[0],
            "foreign_keys": len(connection.execute("PRAGMA foreign_key_check").fetchall()),
        }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
