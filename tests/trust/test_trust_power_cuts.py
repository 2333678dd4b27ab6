"""What was acknowledged is there after a power cut and after a disk that failed.

This proves the settings, and the order in which the store writes: the statements are those that the store really sends,
from its first pragma on, replayed through a VFS of apsw that notes what is waited for, and what is left is opened as
the store opens it. It does not prove the disk of anybody, which may lie about having written. The SQLite in apsw and
the one in pysqlite3 are of one version here, 3.53.4; a test below says so once they are not.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from tests.trust.power_cut import Seen, cut_often, left_in
from tests.trust.recorded_disk import Disk
from tests.trust.sql_trace import FILE, replay, trace_of

from twelfth.store.orm.sqlite import guard
from twelfth.store.orm.sqlite.guard import ROLL_BACK, WRITE_AHEAD, Journal, sqlite_library

pytestmark = pytest.mark.trust
CUTS = 5000
WRITES = 450
SHARED_MEMORY = Path("/dev/shm")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is any to be had: thousands of databases are written here."""
    if not SHARED_MEMORY.is_dir():
        yield tmp_path
        return
    made = Path(tempfile.mkdtemp(dir=SHARED_MEMORY))
    try:
        yield made
    finally:
        shutil.rmtree(made)


@pytest.fixture
def fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a SQLite that must not have a write-ahead log."""
    monkeypatch.setattr(guard, "MENDED", (99, 0, 0))
    monkeypatch.setattr(guard, "MENDED_IN_LINE", {})


def seen_in(folder: Path, *, writes: int, cuts: int, instead: Journal | None = None) -> Seen:
    """What many cuts have done to the life of one database. instead: of the settings the store has chosen."""
    chosen = guard.journal_of(sqlite_library().sqlite_version_info)
    trace = trace_of(folder / "home", writes=writes, seed=1998)
    assert f"PRAGMA journal_mode = {chosen.mode}" in trace
    if instead is not None:
        old, new = (f"PRAGMA synchronous = {one.synchronous}" for one in (chosen, instead))
        trace = tuple(new if one == old else one for one in trace)
        assert new in trace
    disk, replayed = Disk(), folder / "replayed"
    replayed.mkdir()
    states = replay(trace, replayed, disk)
    assert len(states) > writes * 0.9
    return cut_often(disk.asked, states, folder=folder / "cut", cuts=cuts, chance=random.Random(12))


def test_five_thousand_power_cuts_lose_nothing_acknowledged(folder: Path) -> None:
    """With the settings the store chooses for this SQLite: nothing lost, nothing by half, nothing broken."""
    assert seen_in(folder, writes=WRITES, cuts=CUTS) == Seen(cuts=CUTS)


@pytest.mark.usefixtures("fallback")
def test_without_a_write_ahead_log_nothing_is_lost_either(folder: Path) -> None:
    """TRUNCATE with EXTRA, as on a SQLite that may lose rows in a write-ahead log."""
    assert guard.journal_of(sqlite_library().sqlite_version_info) == ROLL_BACK

    assert seen_in(folder, writes=WRITES // 3, cuts=CUTS // 5) == Seen(cuts=CUTS // 5)


def test_the_first_sitting_survives_a_power_cut(folder: Path) -> None:
    """While the tables are being made, and after the first writes."""
    assert seen_in(folder, writes=9, cuts=400) == Seen(cuts=400)


@pytest.mark.parametrize("synchronous", [0, 1], ids=["OFF", "NORMAL"])
def test_a_weaker_setting_is_caught_losing_what_was_acknowledged(synchronous: int, folder: Path) -> None:
    """The same cuts find it out: a proof that could not fail would be none."""
    weaker = Journal(mode=WRITE_AHEAD.mode, synchronous=synchronous)

    seen = seen_in(folder, writes=90, cuts=200, instead=weaker)

    assert seen.lost > 100
    assert bool(seen.broken) == (synchronous == 0)


@pytest.mark.usefixtures("fallback")
def test_a_journal_that_is_not_waited_for_is_caught_breaking_databases(folder: Path) -> None:
    """Without a write-ahead log too."""
    seen = seen_in(folder, writes=90, cuts=200, instead=Journal(mode=ROLL_BACK.mode, synchronous=0))

    assert seen.broken + seen.half > 20


def test_a_disk_that_refuses_once_loses_nothing_acknowledged(folder: Path) -> None:
    """Whichever of its requests it is: the first, the second, and so on to the last."""
    trace = trace_of(folder / "home", writes=12, seed=1998)
    whole, seen, number = Disk(), Seen(), 0
    (folder / "whole").mkdir()
    states = replay(trace, folder / "whole", whole)

    for number in range(1, len(whole.asked) + 1):
        disk, tried = Disk(refuses=number), folder / "tried"
        tried.mkdir()
        reached = replay(trace, tried, disk)
        assert disk.refused
        assert reached == states[: len(reached)]
        seen.judge(left_in(tried / FILE), states, reached[-1].asked)
        shutil.rmtree(tried)

    assert seen == Seen(cuts=number)
    assert number > 200


def test_the_sqlite_that_is_cut_is_the_one_that_keeps_goals() -> None:
    """Of one version, to the last number."""
    if "pysqlite3" not in sqlite_library().__name__:
        pytest.skip("pysqlite3 is not installed")

    assert apsw.sqlite_lib_version() == sqlite_library().sqlite_version
