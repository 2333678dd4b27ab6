"""Runs the real command: in this process where that is enough, as a process of its own where it is not."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from twelfth.cli import main

ROOT = Path(__file__).parents[1]
TWELFTH = Path(sys.executable).parent / "twelfth"
DAY = "2025-12-17"
"""The last day the newcomer's example is told for."""
DEMO = ("demo", "--html", "pages/demo.html")
ROAD = ("plan", "newcomer", "--as-of", DAY, "--work", "6", "--json")
"""Two that take seconds; the fixture `once` runs each once for all tests that read its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


def twelfth(*arguments: str, here: Path = ROOT) -> Done:
    """The command in this process, in a folder, writing to something that is no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code: object = 0
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(here))
        stack.enter_context(mock.patch.object(sys, "argv", ["twelfth", *arguments]))
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(err))
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Done(code=int(str(code or 0)), out=_text(out), err=_text(err))


def process(*arguments: str, here: Path = ROOT, environment: Mapping[str, str] | None = None) -> Done:
    """The installed command as a process of its own."""
    done = subprocess.run(
        [str(TWELFTH), *arguments],
        cwd=here,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Done(code=done.returncode, out=done.stdout, err=done.stderr)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
