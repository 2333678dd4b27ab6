"""A command that writes, `twelfth import FILE.zip`, killed again and again, and a look at what is left. Run by a test:

    python -m tests.trust.killed_command HOME KILLS SEED

Each kill is of another import, of a goal of its own. One that ended well counts as acknowledged. Prints, as JSON, how
many did and how many were killed, and the goals that are lost, or there and not as they were exported.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.command import DAY, TWELFTH
from tests.kept_goals import CARD, EVENT, THINGS
from tests.trust.killed_app import unwell
from tests.trust.killed_writer import closed
from tests.trust.written_life import half_of

from twelfth.store import MemoryGoals, OrmGoals, archive_of, open_database
from twelfth.usecases import WHOLE, Begun, Goals, export_goals
from twelfth.work import Effort

ENTRIES = 2_000
"""Of work in each goal: an import is under way for a while."""
FIRST = 0.6
"""Of the time an import takes: before it is nothing but starting. The last kills come after all is done."""
LAST = 1.05
SLOWER = 1.05
"""So much longer an import is thought to take after each that was killed; one that ended well says how long it takes,
for what else the machine does slows some and not others.
"""


def exported(name: str) -> Goals:
    """A shelf with one goal that has everything."""
    goals = MemoryGoals()
    goals.begin(Begun(card=replace(CARD, name=name), things=THINGS), event=EVENT)
    worked = (Effort(on=EVENT.on + timedelta(n // 10), minutes=1 + n % 10, note="x" * 50) for n in range(ENTRIES))
    goals.keep(name, *worked, event=EVENT)
    return goals


def imported(home: Path, goals: Goals, *, after: float | None) -> bool:
    """Whether the command ended well. after: seconds until it is killed; None: never."""
    file = home.with_suffix(".zip")
    file.write_bytes(archive_of(export_goals(goals=goals).members))
    there = os.environ | {"TWELFTH_HOME": str(home), "TWELFTH_TODAY": DAY}
    command = [str(TWELFTH), "import", str(file), "--json"]
    with subprocess.Popen(command, env=there, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            _, told = process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            process.kill()
            _, told = process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise SystemExit(f"Expected the import to be killed or to end well, got {process.returncode}: {told.decode()}")
    return process.returncode == 0


def text(goals: Goals, name: str) -> str:
    return dict(export_goals(name, goals=goals).members)[WHOLE]


def main(home: Path, kills: int, seed: int) -> None:
    chance, names = random.Random(seed), [f"goal-{number}" for number in range(kills)]
    whole = exported("first")
    imported(home, whole, after=None)
    done, ill, takes = {"first"}, [], None
    for name in ("second", *names):
        began = time.monotonic()
        if imported(home, exported(name), after=takes and takes * chance.uniform(FIRST, LAST)):
            done.add(name)
            takes = time.monotonic() - began
        elif takes:
            takes *= SLOWER
        ill += unwell(home)
    open_database(home)
    goals = OrmGoals()
    there = {one.thing.name for one in goals.cards()}
    other = [one for one in sorted(there) if half_of(goals, one) or text(goals, one) != text(exported(one), one)]
    closed()
    found = {"killed": kills + 2 - len(done), "lost": sorted(done - there), "half": other, "unwell": ill}
    again = imported(home, exported(names[-1]), after=None)
    sys.stdout.write(json.dumps({**found, "again": again}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
