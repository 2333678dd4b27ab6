"""The app over the database it is tried on."""

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from shutil import copy, rmtree
from typing import Any

import pytest
from django.db import connections
from tests.shelves_of_goals import POSTGRES, a_schema
from tests.web_app.client import App
from tests.web_app.furnished import Furnished, furnish

from twelfth.web.views import road

FILE = "twelfth.sqlite3"
ON = "TWELFTH_TEST_APP_ON"
JOBS_END_WITHIN = 60.0  # s


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a database of the test's own, "" for the file in its home. PostgreSQL is tried where
    TWELFTH_TEST_APP_ON says so."""
    if os.environ.get(ON) != "postgresql":
        yield ""
        jobs_end()
        return
    with a_schema(os.environ[POSTGRES]) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        yield address
        jobs_end()


def jobs_end() -> None:
    """None goes on into the next test, over whose database it would write."""
    for thread in threading.enumerate():
        if thread.name.startswith("twelfth-"):
            thread.join(JOBS_END_WITHIN)


@pytest.fixture
def in_a_folder(database: str) -> None:
    """For what is promised of the file alone."""
    if database:
        pytest.skip("a database on a server has backups of its own")


@pytest.fixture
def on_a_server(database: str) -> None:
    """For what is promised of a server alone."""
    if not database:
        pytest.skip(f"{ON} does not say postgresql")


@pytest.fixture
def today() -> str:
    """The day that the app takes for today."""
    return "2025-12-17"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which there is nothing yet. To make its tables takes longer than most tests of the app."""
    home = tmp_path_factory.mktemp("empty") / "home"
    App(home)
    connections.close_all()
    return home / FILE


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: str, database: str, request: Any) -> App:
    """The app with a home of its own, in which there is nothing yet."""
    monkeypatch.setenv("TWELFTH_TODAY", today)
    home = tmp_path / "home"
    if database:
        return App(home)
    home.mkdir(mode=0o700)
    copy(request.getfixturevalue("empty"), home / FILE)
    made = App(home)
    rmtree(home / "backups")  # of today, as the file was there
    return made


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Roads are drawn at once, as good as a moment makes them."""
    monkeypatch.setattr(road, "SLICES", 1)


@pytest.fixture(scope="session")
def furnished(once_folder: Path) -> Furnished:
    """Filled once for all workers."""
    kept = once_folder / "furnished.json"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_text(json.dumps(asdict(furnish(once_folder / "home")), default=str), encoding="utf-8")
    read = json.loads(kept.read_text(encoding="utf-8"))
    return Furnished(Path(read["home"]), {name: tuple(pages) for name, pages in read["pages"].items()})
