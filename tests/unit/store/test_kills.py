"""What was acknowledged is there, however suddenly the process ends."""

import sys
from pathlib import Path

import pytest
from tests.trust.killed import killed


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_a_writer_killed_at_any_moment_loses_nothing_it_told_of(tmp_path: Path) -> None:
    """Every kind of write: all that was told of is there, nothing is half there. make test-trust kills more."""
    found = killed("killed_writer", tmp_path / "home", kills=40, seed=12)

    assert sum(found.pop("told").values()) >= 20
    assert found == {"lost": [], "half": [], "integrity": "ok", "foreign_keys": 0}
