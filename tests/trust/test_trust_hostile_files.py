"""Files that are meant to harm are refused, each in a sentence, quickly, in little memory, and nothing else happens."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import ROOT
from tests.hostile import hostile_files
from tests.kept_goals import live

from twelfth.store import MemoryGoals
from twelfth.usecases import WHOLE, export_goals

pytestmark = pytest.mark.trust
FEWEST, MOST_SECONDS, MOST_BYTES = 60, 2, 256_000_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is looked up in /proc")
def test_hostile_files_are_refused_and_do_no_harm(tmp_path: Path) -> None:
    """In at most 2 s and 256 MB, the program that asked for it alive, and nothing outside its staging folder."""
    goals = MemoryGoals()
    live(goals)
    good = dict(export_goals(goals=goals).members)[WHOLE]
    files = {f"{reader}.{at}": (name, make, told) for at, (reader, name, make, told) in enumerate(hostile_files(good))}
    (tmp_path / "files").mkdir()
    for file, (_, make, _) in files.items():
        (tmp_path / "files" / file).write_bytes(make())

    command = [sys.executable, "-m", "tests.trust.hostile_child", str(tmp_path), str(MOST_BYTES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.keys() == files.keys()
    assert len(found) >= FEWEST
    wrong = {
        f"{file}: {name}": found[file]
        for file, (name, _, told) in files.items()
        if not re.search(told, found[file].get("refused", ""))
        or found[file]["seconds"] > MOST_SECONDS
        or found[file]["bytes"] > MOST_BYTES
        or found[file]["outside"]
    }
    assert wrong == {}
