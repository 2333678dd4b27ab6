"""What was acknowledged is there, however suddenly the process ends."""

import sys
from pathlib import Path

import pytest
from tests.trust.killed import killed

pytestmark = pytest.mark.trust
KILLS = 1000


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_a_thousand_kills_lose_nothing_acknowledged_and_leave_nothing_by_half(tmp_path: Path) -> None:
    """Goals begun, rows added, changed and dropped, goals erased; also kills while the tables are being made."""
    found = killed("killed_writer", tmp_path / "home", kills=KILLS, seed=1998)

    told = found.pop("told")
    assert sum(told.values()) >= KILLS
    assert set(told) >= {"begin", "keep", "amend", "drop", "erase"}
    assert found == {"lost": [], "half": [], "integrity": "ok", "foreign_keys": 0}
