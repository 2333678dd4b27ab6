"""Eight who write at once wait for one another: nobody is told that the database is locked, and nothing is lost."""

import json
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from tests.command import ROOT
from tests.shelves_of_goals import a_database
from tests.trust.written_life import Ack, Life, found_on

from twelfth.store import OrmGoals, open_database

pytestmark = pytest.mark.trust
WRITERS, WRITES = 8, 125
SLOWEST = 20
"""Seconds, the longest a write may take on two cores that others use too; the database would give up then."""


def written(name: int) -> tuple[list[Ack], float]:
    """What one writer was promised, and how long its slowest write took."""
    from django.db import connections

    acks: list[Ack] = []
    slowest, began = 0.0, time.monotonic()
    life = Life(OrmGoals(), str(name), random.Random(name), erases=False)
    for one in islice(life.writes(), WRITES):
        acks += one
        slowest, began = max(slowest, time.monotonic() - began), time.monotonic()
    connections.close_all()
    return acks, slowest


def test_eight_threads_write_at_once_and_none_is_locked_out(tmp_path: Path) -> None:
    """A thousand writes of every kind; all that was acknowledged is there, each row with its line of the trail."""
    with a_database(tmp_path / "home"), ThreadPoolExecutor(WRITERS) as threads:
        got = list(threads.map(written, range(WRITERS)))
        left = found_on(OrmGoals())

    acks = [ack for several, _ in got for ack in several]
    assert len(acks) >= WRITERS * WRITES
    assert (left.lost(acks), left.half) == ([], ())
    assert max(slowest for _, slowest in got) < SLOWEST


def test_eight_processes_write_at_once_and_none_is_locked_out(tmp_path: Path) -> None:
    """And make the tables at once, for there were none."""
    home = tmp_path / "home"
    command = [sys.executable, "-m", "tests.trust.test_trust_writers", str(home)]
    made = [
        subprocess.Popen([*command, str(one)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for one in range(WRITERS)
    ]
    outputs = [one.communicate(timeout=300) for one in made]

    assert [one.returncode for one in made] == [0] * WRITERS, outputs
    acks = [Ack(*one) for out, _ in outputs for one in json.loads(out)]
    with a_database(home):
        left = found_on(OrmGoals())
    assert len(acks) >= WRITERS * WRITES
    assert (left.lost(acks), left.half) == ([], ())


if __name__ == "__main__":
    open_database(Path(sys.argv[1]))
    sys.stdout.write(json.dumps([(one.goal, one.kind, one.row, one.version) for one in written(int(sys.argv[2]))[0]]))
