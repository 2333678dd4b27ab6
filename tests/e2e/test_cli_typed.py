"""A yes group typed or pasted instead of read from a file."""

import subprocess
import sys
from pathlib import Path

PEOPLE = b"name,phd,field,years\nAna,yes,eng,4\nBo,no,sci,7\nCy,yes,med,?\nDi,yes,eng,9\nEd,yes,eng,3\n"
CASE = """\
schema = 1
name = "me"
title = "Me"
pack = "./typed"
[[source]]
id = "own"
title = "What I state"
[[fact]]
trait = "phd"
value = false
from = "2020"
source = "own"
"""


def twelfth(folder: Path, *words: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder with something typed."""
    command = [sys.executable, "-c", "from twelfth.cli import main; main()", *words]
    return subprocess.run(command, cwd=folder, input=typed, capture_output=True, timeout=60, check=False)


def test_a_column_that_cannot_count_is_told_and_so_is_a_round_to_date(tmp_path: Path) -> None:
    """What is left out is said on the screen, not only in the file."""
    rows = "".join(f"P{n},yes,{2020 + n % 2},remark number {n} about this person\n" for n in range(40))
    begun = twelfth(
        tmp_path, "pack", "new", "typed", "--from-csv", "-", typed=f"name,phd,round,remarks\n{rows}".encode()
    )

    said = begun.stderr.decode()
    assert begun.returncode == 0, said
    assert 'The column "remarks" was left out' in said
    assert "Fill in the days of rounds.csv" in said


def test_a_typed_yes_group_becomes_a_pack_that_answers(tmp_path: Path) -> None:
    """Typed people become a pack, and a case is measured against them."""
    begun = twelfth(tmp_path, "pack", "new", "typed", "--from-csv", "-", typed=PEOPLE)
    (tmp_path / "me.toml").write_text(CASE, encoding="utf-8")

    answer = twelfth(tmp_path, "gap", "me.toml", "--as-of", "2025-01-01")
    assert begun.returncode == 0
    assert answer.returncode == 0
    assert "phd: you no; they: 4 of 5 (80%) had it." in answer.stdout.decode()


def test_typed_nonsense_is_refused(tmp_path: Path) -> None:
    """A NUL among what was typed is a sentence and exit 4, and nothing is written."""
    refused = twelfth(tmp_path, "pack", "new", "typed", "--from-csv", "-", typed=b"name,phd\nAna,\0yes\n")

    assert refused.returncode == 4
    assert b"what was typed" in refused.stderr
    assert not (tmp_path / "typed").exists()
