"""A writer on a disk without room, again and again. Run by a test, as a program of its own, since it limits itself:

    python -m tests.trust.tight_disk HOME HOW TURNS

HOW: `limit`: no file may grow beyond a size, which fails as a broken disk does, at whatever write it comes to; `full`:
the disk that HOME is on, a small one of its own, is filled up. Each turn writes until it is refused, tries a backup,
makes room, looks at what is there and writes once more. Prints what it found as JSON.
"""

import json
import random
import resource
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

from tests.trust.written_life import Ack, Life, found_on

from twelfth.base import TwelfthError
from twelfth.store import OrmGoals, back_up, open_database, restore
from twelfth.store.orm.backup import backups_in

SPARE = 120_000
"""Bytes that are left at most when a turn begins."""
MOST = 60
"""Writes of one turn: there may be room in the log for thousands."""
DAY = date(2026, 5, 4)


@contextmanager
def limit(home: Path, spare: int) -> Iterator[None]:
    """No file may grow beyond what some file of the home has now, and a little."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    sizes = sorted(one.stat().st_size for one in home.iterdir() if one.is_file() and not one.name.endswith("-shm"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (sizes[spare % len(sizes)] + spare, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def full(home: Path, spare: int) -> Iterator[None]:
    """All but a little of the disk is taken."""
    ballast = home.parent / "ballast"
    ballast.write_bytes(bytes(max(shutil.disk_usage(home).free - spare, 0)))
    try:
        yield
    finally:
        ballast.unlink()


def refused(life: Life, acks: list[Ack]) -> str:
    """Write until it is refused: the sentence that ended it; "" where there was room for all."""
    try:
        for one in islice(life.writes(), MOST):
            acks += one
    except TwelfthError as refusal:
        return f"{refusal} {refusal.next_step}"
    return ""


def backup_refused(home: Path) -> str:
    """The sentence for a backup without room; "" where there was room for it."""
    try:
        back_up(home, on=DAY)
    except TwelfthError as refusal:
        return f"{refusal} {refusal.next_step}"
    return ""


def main(home: Path, how: str, turns: int) -> None:
    open_database(home)
    goals, acks, said, backups = OrmGoals(), [], [], set()
    for turn in range(turns):
        chance = random.Random(turn)
        with {"limit": limit, "full": full}[how](home, chance.randrange(SPARE)):
            said.append(refused(Life(goals, f"{turn}", chance, erases=False), acks))
            if turn % 4 == 0:
                backups.add(backup_refused(home))
        acks += next(Life(goals, f"{turn}-after", chance).writes())
    left = found_on(goals)
    found = {"told": len(acks), "lost": len(left.lost(acks)), "half": left.half}
    found |= {"said": sorted({*said} - {""}), "refused": len(said) - said.count("")}
    found |= {"backups": sorted(backups - {""}), "left": left_over(home), "unsound": unsound(home)}
    back_up(home, on=DAY)
    sys.stdout.write(json.dumps(found))


def left_over(home: Path) -> list[str]:
    """What was begun in the folder of backups and is none."""
    files = {path for one in backups_in(home) for path in (one.file, one.digest)}
    folder = home / "backups"
    return sorted(one.name for one in folder.iterdir() if one not in files) if folder.is_dir() else []


def unsound(home: Path) -> list[str]:
    """The backups that could not be restored."""
    found = []
    for one in backups_in(home):
        try:
            restore(one.file, home=home / "elsewhere", on=DAY)
        except TwelfthError:
            found.append(one.file.name)
    shutil.rmtree(home / "elsewhere", ignore_errors=True)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
