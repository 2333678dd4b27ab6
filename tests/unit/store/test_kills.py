"""What was acknowledged is there, however suddenly the process ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import ROOT
from tests.tried import up_to

KILLS = up_to(40, of=1000)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_a_writer_killed_at_any_moment_loses_nothing_it_told_of(tmp_path: Path) -> None:
    """Single entries and whole goals alike: all that was told of is there, nothing is there by half."""
    command = [sys.executable, "-m", "tests.kill_writer", str(tmp_path / "home"), str(KILLS), "12"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.pop("told") >= KILLS // 2
    assert found.pop("reads") >= 1
    assert found == {"lost": [], "integrity": "ok", "foreign_keys": 0, "half": 0, "untold": 1}
