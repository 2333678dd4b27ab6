"""An import that is killed again and again, and a look at what is left. Run as a program, by a test:

    python -m tests.kill_importer HOME EXPORT KILLS SEED

EXPORT holds the text of an export. Prints, as JSON, how many kills left nothing, how many everything, and what is wrong
with the others. The importer is forked from a process that has Django loaded and no database open.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.kept_goals import EVENT

from twelfth.store import MemoryPacks, OrmGoals, open_database
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import WHOLE, export_goals, import_goals


class Today:
    def today(self) -> date:
        return EVENT.on


def closed() -> None:
    from django.db import connections

    connections.close_all()


def bring(home: Path, text: str) -> None:
    open_database(home)
    import_goals(text, goals=OrmGoals(), packs=MemoryPacks(), clock=Today())


def killed_after(home: Path, text: str, seconds: float) -> None:
    """Import, and be killed after so long, or be done before."""
    child = os.fork()
    if child == 0:
        try:
            bring(home, text)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def seen(home: Path) -> tuple[str, str]:
    """What is kept now, as an export, "" for nothing; and what SQLite says of the file."""
    with closing(sqlite_library().connect(home / "twelfth.sqlite3")) as connection:
        sound = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
        loose = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    open_database(home)
    kept = dict(export_goals(goals=OrmGoals()).members)[WHOLE] if OrmGoals().cards() else ""
    closed()
    return kept, sound if not loose else f"{loose} loose rows"


def main(home: Path, text: str, kills: int, seed: int) -> None:
    open_database(home)
    closed()
    began = time.monotonic()
    bring(home, text)
    longest = time.monotonic() - began
    chance, found = random.Random(seed), {"nothing": 0, "everything": 0, "half": 0, "unsound": 0, "other": 0}
    for _ in range(kills):
        for card in OrmGoals().cards():
            OrmGoals().erase(card.thing.name, event=EVENT)
        closed()
        killed_after(home, text, chance.random() * longest)
        kept, sound = seen(home)
        found["nothing" if not kept else "everything" if kept == text else "half"] += 1
        found["unsound"] += sound != "ok"
        bring(home, text)
        found["other"] += dict(export_goals(goals=OrmGoals()).members)[WHOLE] != text
    closed()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8"), int(sys.argv[3]), int(sys.argv[4]))
