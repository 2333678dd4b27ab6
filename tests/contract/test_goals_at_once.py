"""Several windows at once: everybody's writing is kept, and of two who change one thing one is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.kept_goals import BEGUN, DAY, EVENT
from tests.shelves_of_goals import DATABASES, Make

from twelfth.base import Conflict
from twelfth.usecases import KeptGoal, Note, Stale
from twelfth.work import Effort

WINDOWS = 8


def at_once(do: Callable[[int], object]) -> list[object]:
    """What each of several threads got, or its refusal."""
    from django.db import connections

    def one(window: int) -> object:
        try:
            return do(window)
        except Conflict as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WINDOWS) as threads:
        return list(threads.map(one, range(WINDOWS)))


@pytest.fixture(params=DATABASES, ids=lambda one: one.__name__)
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.param
    return made


def test_of_several_who_change_one_thing_at_once_one_does(make: Make, tmp_path: Path) -> None:
    """The others are told, and shown what is there now."""
    with make(tmp_path / "home") as (goals, _):
        goals.begin(BEGUN, event=EVENT)
        row = goals.get("moon").notes[0]

        got = at_once(
            lambda window: goals.amend("moon", Note(on=DAY, text=str(window)), row=row.id, was=1, event=EVENT)
        )

        (now,) = goals.get("moon").notes
        assert now.version == 2
        assert got.count(None) == 1
        assert [one.kept for one in got if isinstance(one, Stale)] == [now] * (WINDOWS - 1)
        assert now.thing.text == str(got.index(None))


def test_of_several_who_begin_one_goal_at_once_one_does(make: Make, tmp_path: Path) -> None:
    """The others are told that there is one."""
    with make(tmp_path / "home") as (goals, _):
        got = at_once(lambda _: goals.begin(BEGUN, event=EVENT))

        assert got.count(None) == 1
        assert {str(one) for one in got if one is not None} == {"There is a goal 'moon' already."}
        assert len(goals.cards()) == 1


def test_everybody_who_writes_is_kept_and_nobody_is_locked_out(make: Make, tmp_path: Path) -> None:
    """Readers meanwhile see what was there at one moment."""
    with make(tmp_path / "home") as (goals, effort):
        goals.begin(BEGUN, event=EVENT)

        def write(window: int) -> bool:
            whole = True
            for turn in range(20):
                entries = [Effort(on=DAY, minutes=1, towards=f"{window}.{turn}") for _ in range(3)]
                goals.keep("moon", *entries, Note(on=DAY, text="x"), event=EVENT)
                whole = whole and isinstance(goals.get("moon"), KeptGoal)
                whole = whole and all(minutes % 3 == 0 for _, minutes in effort.totals("moon"))
            return whole

        got = at_once(write)

        assert got == [True] * WINDOWS
        assert sum(minutes for name, minutes in effort.totals("moon") if "." in name) == WINDOWS * 20 * 3
        assert len(goals.get("moon").notes) == WINDOWS * 20 + 1


def test_of_several_who_bring_one_table_at_once_one_writes_it(make: Make, tmp_path: Path) -> None:
    """The others find it there; of entries that are alike both are kept, and no third."""
    with make(tmp_path / "home") as (goals, effort):
        goals.begin(BEGUN, event=EVENT)
        table = [Effort(on=DAY, minutes=each, towards="table") for each in (30, 30, *range(1, 60))]
        before = dict(effort.totals("moon")).get("table", 0)

        got = at_once(lambda _: len(goals.add_new("moon", *table, event=EVENT).new))

        assert sorted(got) == [0] * (WINDOWS - 1) + [len(table)]  # type: ignore[type-var]
        assert dict(effort.totals("moon"))["table"] - before == sum(one.minutes for one in table)


def test_a_change_between_the_look_and_the_write_is_stale(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write itself asks for the version, whatever was read before it."""
    with make(tmp_path / "home") as (goals, _):
        from twelfth.store.orm import goal_shelf

        goals.begin(BEGUN, event=EVENT)
        row = goals.get("moon").notes[0]
        goals.amend("moon", Note(on=DAY, text="theirs"), row=row.id, was=1, event=EVENT)
        with monkeypatch.context() as patched:
            patched.setattr(goal_shelf, "_current", lambda *_: row)
            with pytest.raises(Stale) as amended:
                goals.amend("moon", Note(on=DAY, text="mine"), row=row.id, was=1, event=EVENT)
            with pytest.raises(Stale):
                goals.drop("moon", Note, row=row.id, was=1, event=EVENT)

        assert goals.get("moon").notes == (amended.value.kept,)
