"""An import is all or nothing, however suddenly it ends, and the next one brings exactly what was exported."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.command import ROOT
from tests.kept_goals import CARD, DAY, EVENT, THINGS, live
from tests.tried import proved

from twelfth.store import MemoryGoals
from twelfth.usecases import WHOLE, Begun, export_goals
from twelfth.work import Effort

KILLS = proved(20, of=200)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_an_import_killed_at_any_moment_leaves_nothing_or_all_of_it(tmp_path: Path) -> None:
    """And imported again it is what was exported, to the byte."""
    goals = MemoryGoals()
    live(goals)
    goals.begin(Begun(card=replace(CARD, name="other"), things=THINGS), event=EVENT)
    goals.keep("other", *(Effort(on=DAY + timedelta(n // 4), minutes=1 + n) for n in range(1000)), event=EVENT)
    text = dict(export_goals(goals=goals).members)[WHOLE]
    (tmp_path / "export.json").write_text(text, encoding="utf-8")
    files = [str(tmp_path / "home"), str(tmp_path / "export.json")]
    command = [sys.executable, "-m", "tests.kill_importer", *files, str(KILLS), "12"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.pop("nothing") + found.pop("everything") == KILLS
    assert found == {"half": 0, "unsound": 0, "other": 0}
