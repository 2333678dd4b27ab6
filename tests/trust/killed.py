"""A program of these tests that kills what writes, run to its end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.command import ROOT


def killed(program: str, home: Path, *, kills: int, seed: int) -> dict[str, Any]:
    """What is found after so many kills, as a program beside this file prints it."""
    command = [sys.executable, "-m", f"tests.trust.{program}", str(home), str(kills), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
