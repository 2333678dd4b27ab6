"""A disk without room, or one that fails: a plain sentence, nothing acknowledged is lost, and it works again after."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.command import ROOT

pytestmark = pytest.mark.trust
MOUNTED = "mount -t tmpfs -o size=24m twelfth-test {folder} && exec "
"""In a name space of its own: the small disk is there for this program only, and gone with it."""
OWN_DISK = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"]), "sh", "-c"]
FULL = "The disk is full. Nothing was written. Make room and try again."
BROKEN = "The disk does not read or write as it should. Nothing was written. Look after the disk, then try again."


def found_after(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def writer(home: Path, how: str, turns: int) -> list[str]:
    return [sys.executable, "-m", "tests.trust.tight_disk", str(home), how, str(turns)]


@pytest.mark.parametrize("turns", [5, 80])
def test_a_write_that_fails_wherever_it_is_loses_nothing_acknowledged(turns: int, tmp_path: Path) -> None:
    """No file may grow beyond a size drawn anew each time, so that another write fails: of the log, of the file, of a
    backup."""
    found = found_after(writer(tmp_path / "home", "limit", turns))

    assert found.pop("refused") > turns / 2
    assert found.pop("told") > turns
    assert found.pop("backups") in ([], [BROKEN])
    assert found == {"said": [BROKEN], "lost": 0, "half": [], "left": [], "unsound": []}


def test_a_disk_that_is_full_loses_nothing_acknowledged(tmp_path: Path) -> None:
    """A small one of its own, filled up thirty times; nor does a backup stay that was not finished."""
    small = tmp_path / "small"
    small.mkdir()
    mount = MOUNTED.format(folder=small)
    if not shutil.which("unshare") or subprocess.run([*OWN_DISK, mount + "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")

    found = found_after([*OWN_DISK, mount + '"$0" "$@"', *writer(small / "home", "full", 30)])

    assert found.pop("refused") == 30
    assert found.pop("told") > 30
    assert found == {"said": [FULL], "lost": 0, "half": [], "backups": [FULL], "left": [], "unsound": []}
