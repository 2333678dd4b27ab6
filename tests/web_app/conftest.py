"""The app over the database it is tried on."""

import os
from collections.abc import Iterator

import pytest
from tests.shelves_of_goals import POSTGRES, a_schema

ON = "TWELFTH_TEST_APP_ON"


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a database of the test's own, "" for the file in its home. PostgreSQL is tried where
    TWELFTH_TEST_APP_ON says so."""
    if os.environ.get(ON) != "postgresql":
        yield ""
        return
    with a_schema(os.environ[POSTGRES]) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        yield address


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
