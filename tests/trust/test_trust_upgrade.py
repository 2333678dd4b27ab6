"""A database of any schema that was ever released opens, with every row it had; one of a newer Twelfth is refused."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.kept_goals import CARD, EVENT, THINGS
from tests.shelves_of_goals import a_database
from tests.trust.power_cut import left_in
from tests.trust.written_life import half_of
from tools.released_schema import lines_of

from twelfth.base import Conflict
from twelfth.store import OrmGoals, kind_of, open_database, told
from twelfth.store.orm.schema import own_migrations
from twelfth.store.orm.sqlite.guard import sqlite_library
from twelfth.usecases import Note, Thing

pytestmark = pytest.mark.trust
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
KILLS = 40


def made_from(schema: Path, home: Path) -> Path:
    """The database that was kept as SQL."""
    home.mkdir()
    file = home / "twelfth.sqlite3"
    with closing(sqlite_library().connect(file)) as connection:
        connection.executescript(schema.read_text(encoding="utf-8"))
    return file


def known_to(schema: Path) -> list[Thing]:
    """Those of the things that are kept which had a table then."""
    text = schema.read_text(encoding="utf-8")
    return [one for one in THINGS if f'"kept_{kind_of(one)}"' in text]


def everything_kept(goals: OrmGoals) -> list[str]:
    kept = goals.get("moon")
    rows = [row for name in kept.__dataclass_fields__ if name != "card" for row in getattr(kept, name)]
    return [repr(told(row.thing)) for row in rows if kind_of(row.thing) != "road"]


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda one: one.stem)
def test_a_database_of_a_released_schema_opens_with_all_its_rows(schema: Path, tmp_path: Path) -> None:
    """And can be written to; its trail still tells every row."""
    made_from(schema, tmp_path / "home")

    with a_database(tmp_path / "home"):
        goals = OrmGoals()
        found, half = everything_kept(goals), half_of(goals, "moon")
        card, roads = goals.get("moon").card.thing, goals.get("moon").roads
        trail = goals.trail("moon")
        goals.keep("moon", Note(on=CARD.begun, text="later"), event=EVENT)

    known = known_to(schema)
    wanted = [repr(told(one)) for one in known if kind_of(one) not in ("road", "effort")]
    assert sorted(found) == sorted(wanted)
    assert (card, half, len(roads), len(trail)) == (CARD, [], 4, len(known) + 1)


def test_every_schema_is_kept_once_it_is_released() -> None:
    """A migration that is added brings its database: python tools/released_schema.py tests/trust/schemas"""
    assert {one.stem for one in SCHEMAS} == own_migrations()


def test_what_is_kept_as_sql_is_the_database(tmp_path: Path) -> None:
    """Made and told again it is the same text, to the last sign."""
    file = made_from(SCHEMAS[-1], tmp_path / "home")

    assert "\n".join(lines_of(file)) + "\n" == SCHEMAS[-1].read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda one: one.stem)
def test_older_code_refuses_it_once_it_is_newer(schema: Path, tmp_path: Path) -> None:
    """And leaves it as it is."""
    file = made_from(schema, tmp_path / "home")
    with closing(sqlite_library().connect(file, isolation_level=None)) as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('kept', '9999_x', '2030-01-01')")
    before = left_in(file)

    with pytest.raises(Conflict, match="written by a newer Twelfth"):
        open_database(tmp_path / "home")

    assert left_in(file) == before


def killed_while(do: Callable[[], object], seconds: float) -> None:
    """In a process of its own, which has Django loaded already and no database open."""
    child = os.fork()
    if child == 0:
        try:
            do()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_change_of_tables_killed_at_any_moment_is_made_anew(tmp_path: Path) -> None:
    """From nothing to the tables there are now: what is left opens, and is sound."""
    with a_database(tmp_path / "warm"):
        pass
    chance = random.Random(1998)

    for turn in range(KILLS):
        home = tmp_path / f"home-{turn}"
        killed_while(lambda: open_database(home), chance.random() * 0.25)  # noqa: B023 (called at once)
        with a_database(home):
            assert OrmGoals().cards() == ()
        assert left_in(home / "twelfth.sqlite3") is not None
