"""A backup is what was there at one moment, whoever writes meanwhile; one byte that is not as it was, and it is
refused."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Barrier, Event, Thread
from time import sleep

import pytest
from tests.kept_goals import BEGUN, EVENT
from tests.shelves_of_goals import a_database
from tests.trust.power_cut import left_in
from tests.trust.written_life import Life, found_on, half_of

from twelfth.base import TwelfthError
from twelfth.store import OrmGoals, back_up, restore
from twelfth.store.orm.backup import backups_in, digest_of

pytestmark = pytest.mark.trust
TODAY = date(2026, 5, 4)
FLIPS, BACKUPS = 1000, 15


def test_a_thousand_flipped_bytes_are_refused(tmp_path: Path) -> None:
    """Each in a place of its own, in the copy or in its digest; trying changes nothing."""
    home, other = tmp_path / "home", tmp_path / "other"
    with a_database(home):
        OrmGoals().begin(BEGUN, event=EVENT)
    backup = back_up(home, on=TODAY)
    goods = {file: file.read_bytes() for file in (backup, digest_of(backup))}
    places = [(file, at) for file, good in goods.items() for at in range(len(good))]
    chance = random.Random(1998)
    refused = 0

    for file, at in chance.sample(places, FLIPS - 50) + chance.sample(places[-len(goods[digest_of(backup)]) :], 50):
        changed = bytearray(goods[file])
        changed[at] ^= chance.randrange(1, 256)
        file.write_bytes(changed)
        with pytest.raises(TwelfthError, match="is not as it was written"):
            restore(backup, home=other, on=TODAY)
        refused += 1
        file.write_bytes(goods[file])

    assert refused == FLIPS
    assert [one.name for one in other.iterdir() if one.stat().st_size] == []
    restore(backup, home=other, on=TODAY)
    assert left_in(other / "twelfth.sqlite3") == left_in(backup)


def test_several_who_back_up_at_once_get_a_backup_each(tmp_path: Path) -> None:
    """Two windows that are opened on one morning do; every copy is whole and has a name of its own."""
    home, windows = tmp_path / "home", 6
    with a_database(home):
        OrmGoals().begin(BEGUN, event=EVENT)
    together = Barrier(windows)

    def one(_: int) -> list[Path]:
        together.wait()
        return [back_up(home, on=TODAY) for _ in range(4)]

    with ThreadPoolExecutor(windows) as threads:
        made = [file for several in threads.map(one, range(windows)) for file in several]

    assert sorted(made) == sorted(one.file for one in backups_in(home))
    assert len({*made}) == windows * 4
    for place, file in enumerate(made):
        restore(file, home=tmp_path / str(place), on=TODAY)


@contextmanager
def somebody_writes(chance: random.Random) -> Iterator[list[int]]:
    """In another thread, with hardly a pause; how much so far."""
    from django.db import connections

    stop, written = Event(), [0]

    def write() -> None:
        for _ in Life(OrmGoals(), "load", chance, erases=False).writes():
            written[0] += 1
            if stop.wait(0.005):
                break
        connections.close_all()

    thread = Thread(target=write)
    thread.start()
    try:
        yield written
    finally:
        stop.set()
        thread.join()


def test_a_backup_under_load_restores_elsewhere_with_the_same_digest(tmp_path: Path) -> None:
    """Each is whole, what is restored is what it holds, and that is what was there after some write."""
    home, lines = tmp_path / "home", []
    with a_database(home):
        goals = OrmGoals()
        for _ in islice(Life(goals, "before", random.Random(1), erases=False).writes(), 40):
            pass
        with somebody_writes(random.Random(2)) as written:
            for place in range(BACKUPS):
                while written[0] <= place * 3:
                    sleep(0.001)
                back_up(home, on=TODAY)
            assert written[0] > BACKUPS * 2
        last = {line for name in found_on(goals).goals for line in told(goals, name)}
    for place, one in enumerate(backups_in(home)):
        elsewhere = tmp_path / f"elsewhere-{place}"
        restore(one.file, home=elsewhere, on=TODAY)
        assert left_in(elsewhere / "twelfth.sqlite3") == left_in(one.file) is not None
        with a_database(elsewhere):
            restored = OrmGoals()
            names = found_on(restored).goals
            assert [line for name in names for line in half_of(restored, name)] == []
            lines.append({line for name in names for line in told(restored, name)})

    assert len(lines) == BACKUPS
    assert all(earlier <= later for earlier, later in zip(lines, [*lines[1:], last], strict=True))
    assert len(lines[-1]) > len(lines[0])


def told(goals: OrmGoals, name: str) -> list[str]:
    return [repr(one) for one in goals.trail(name)]
