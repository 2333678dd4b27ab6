"""What the app or a command has answered to is there, however suddenly either of them ends."""

import sys
from pathlib import Path

import pytest
from tests.trust.killed import killed

pytestmark = [
    pytest.mark.trust,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]
LIVES, IMPORTS = 10, 10
"""Kills of the app by each seed, and of the command."""


@pytest.mark.parametrize("seed", [1998, 2004])
def test_an_app_that_is_killed_has_what_it_answered_to_and_opens_again(seed: int, tmp_path: Path) -> None:
    """Work, numbers, attempts and tables sent at once; and nothing is there by half."""
    found = killed("killed_app", tmp_path / "home", kills=LIVES, seed=seed)

    told = found.pop("told")
    assert sum(told.values()) >= LIVES
    assert all(told.values()), told
    assert found == {"refused": [], "shut": [], "unwell": [], "lost": [], "half": []}


def test_an_import_by_command_that_is_killed_is_nothing_or_all_of_it(tmp_path: Path) -> None:
    """What ended well is there as it was exported; and the same command works afterwards."""
    found = killed("killed_command", tmp_path / "home", kills=IMPORTS, seed=1998)

    assert found.pop("killed") > 0
    assert found == {"lost": [], "half": [], "unwell": [], "again": True}
