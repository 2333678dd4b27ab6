"""A writer that is killed again and again while it writes, and a look at what is left. Run as a program, by a test:

    python -m tests.kill_writer HOME KILLS SEED

Prints, as JSON, how many writes were acknowledged and which of them are lost. The writer is forked from a process that
has Django loaded and no database open, so that a kill costs a few milliseconds and not a second.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.kept_goals import CARD, EVENT, THINGS

from twelfth.store import OrmGoals, open_database
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import Begun
from twelfth.work import Effort

LONGEST = 0.06
"""Seconds after which a writer is killed at the latest."""
WRITES_FIRST = 0.8
"""Of the writers; the others may be killed while they open the database."""


def closed() -> None:
    from django.db import connections

    connections.close_all()


def write(home: Path, told: int, life: int) -> None:
    """Entries and whole goals until killed; each is told of once it is written."""
    open_database(home)
    goals = OrmGoals()
    number = 0
    while True:
        number += 1
        name = f"{life}.{number}"
        goals.keep("moon", Effort(on=date(2026, 1, 1), minutes=1, towards=name), event=EVENT)
        os.write(told, f"effort {name}\n".encode())
        if number % 5 == 0:
            goals.begin(Begun(card=replace(CARD, name=name), things=THINGS), event=EVENT)
            os.write(told, f"goal {name}\n".encode())


def one_life(home: Path, life: int, chance: random.Random) -> list[str]:
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
        time.sleep(chance.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        rest = told.read()
    os.waitpid(child, 0)
    return (first + rest).decode().splitlines()


def main(home: Path, kills: int, seed: int) -> None:
    open_database(home)
    OrmGoals().begin(Begun(card=CARD), event=EVENT)
    closed()
    chance = random.Random(seed)
    told = [line for life in range(kills) for line in one_life(home, life, chance)]
    with closing(sqlite_library().connect(home / "twelfth.sqlite3")) as connection:
        kept = {f"effort {one}" for (one,) in connection.execute("SELECT towards FROM kept_effort WHERE minutes = 1")}
        kept |= {f"goal {one}" for (one,) in connection.execute("SELECT name FROM kept_goal WHERE name != 'moon'")}
        trail = "SELECT count(*) FROM kept_trail"
        half = "SELECT goal_id, count(*) FROM kept_trail GROUP BY goal_id HAVING count(*) != ? AND goal_id != 1"
        entries = "SELECT count(*) FROM kept_effort WHERE goal_id = 1"
        found = {
            "told": len(told),
            "lost": [line for line in told if line not in kept],
            "integrity": connection.execute("PRAGMA integrity_check").fetchone()[0],
            "foreign_keys": len(connection.execute("PRAGMA foreign_key_check").fetchall()),
            "half": len(connection.execute(half, (len(THINGS) + 1,)).fetchall()),
            "untold": connection.execute(f"{trail} WHERE goal_id = 1").fetchone()[0]
            - connection.execute(entries).fetchone()[0],
        }
    open_database(home)
    found["reads"] = len(OrmGoals().cards())
    closed()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
