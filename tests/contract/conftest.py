"""A shelf of goals of each make, for the contracts that hold all of them to one behaviour."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.shelves_of_goals import MAKES, Make, Shelves


@pytest.fixture(params=MAKES, ids=lambda one: one.__name__)
def shelves(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelves]:
    """Empty, in memory and in each database."""
    make: Make = request.param
    with make(tmp_path / "home") as made:
        yield made
