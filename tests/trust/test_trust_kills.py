"""What was acknowledged is there, however suddenly the process ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import ROOT

pytestmark = pytest.mark.trust
KILLS = 1000


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_a_thousand_kills_lose_nothing_acknowledged_and_leave_nothing_by_half(tmp_path: Path) -> None:
    """Goals begun, rows added, changed and dropped, goals erased; also kills while the tables are being made."""
    command = [sys.executable, "-m", "tests.trust.killed_writer", str(tmp_path / "home"), str(KILLS), "1998"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    told = found.pop("told")
    assert sum(told.values()) >= KILLS
    assert set(told) >= {"begin", "keep", "amend", "drop", "erase"}
    assert found == {"lost": [], "half": [], "integrity": "ok", "foreign_keys": 0}
