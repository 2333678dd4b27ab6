"""Whatever a foreign file holds, its reader answers or refuses in a sentence: no other error, no hang, no infinity."""

import subprocess
import sys
from importlib.util import find_spec

import pytest
from tests.command import ROOT

pytestmark = pytest.mark.trust
INPUTS, SEED = 150_000, 1998
MOST_SECONDS = 1_800
"""For all inputs of a reader, on a machine that does other things as well."""
ALONE = ("sh", "-c", '"$@"; exit $?', "sh")
"""Begun by a small process: Linux counts the most memory that whoever begins a program has held as the program's own,
and the fuzzer ends above its limit."""
READERS = (
    *("pack", "people", "yes-group", "cut-offs", "labelled", "grid", "export"),
    *("case", "road", "work", "instance", "typed", "plan", "archive"),
)
"""Those that take longest first."""


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed: there is none for this system")
@pytest.mark.parametrize("reader", READERS)
def test_a_hundred_and_fifty_thousand_inputs(reader: str) -> None:
    """Grown out of good examples, led by the code they reach."""
    command = [sys.executable, "-m", "tests.trust.fuzz", reader, str(INPUTS), str(SEED)]
    done = subprocess.run([*ALONE, *command], cwd=ROOT, capture_output=True, timeout=MOST_SECONDS, check=False)
    told = done.stderr.decode("utf-8", "replace")

    assert done.returncode == 0, told[-6_000:]
    assert f"Done {INPUTS} runs" in told
