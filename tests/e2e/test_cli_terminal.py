"""The command and the terminal: colour, width, pipes, interruptions, an empty home."""

import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from tests.command import DAY, DEMO, TWELFTH, Done, process, twelfth
from tests.factories import EXAMPLES

ESCAPE = "\x1b"
AUDIT = ("audit", "hernandez", "--as-of", "1998-06-30")
CASE = ("case", "show", "hernandez", "--as-of", "1998-06-30")
"""The quickest that begins with a name in bold and with accents."""


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes to a pseudo-terminal."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    running = subprocess.Popen(
        [str(TWELFTH), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**clean, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert running.wait(60) == 0
    return b"".join(parts).decode()


def test_a_terminal_gets_bold() -> None:
    """Titles are bold on a terminal; every style is ended."""
    shown = on_a_terminal(*CASE)

    assert f"{ESCAPE}[1mJosé Hernández" in shown
    assert shown.count(f"{ESCAPE}[1m") + shown.count(f"{ESCAPE}[2m") == shown.count(f"{ESCAPE}[0m")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_that_wants_none_gets_none(environment: dict[str, str]) -> None:
    """NO_COLOR and TERM=dumb are respected."""
    assert ESCAPE not in on_a_terminal(*CASE, **environment)


def test_nothing_is_ever_red() -> None:
    """Bold and faint are the only styles."""
    shown = on_a_terminal("demo")

    assert {part.split("m")[0] for part in shown.split(f"{ESCAPE}[")[1:]} == {"0", "1", "2"}


def check_plain(done: Done) -> None:
    """No escape code where nobody looks, and nothing wider than a terminal of 80."""
    assert done.code == 0
    assert ESCAPE not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "command",
    [AUDIT, ("score", "newcomer", "--as-of", DAY), ("pack", "show", "nasa-astronaut"), ("pack", "list")],
    ids=" ".join,
)
def test_a_pipe_gets_plain_lines_of_at_most_80(command: tuple[str, ...]) -> None:
    """Through a pipe of its own."""
    check_plain(process(*command))


def test_the_demo_has_plain_lines_of_at_most_80(once: Callable[..., Done]) -> None:
    """It is run in this process, where nobody looks either."""
    check_plain(once(*DEMO))


@pytest.mark.parametrize("command", [AUDIT, ("pack", "show", "express-entry", "--json")], ids=" ".join)
def test_a_reader_who_has_had_enough_is_no_mistake(command: tuple[str, ...]) -> None:
    """A pipe closed at the other end, as `| head -1` does: quiet, code 0."""
    running = subprocess.Popen([str(TWELFTH), *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()  # long before the command has an answer
    said = running.stderr.read()
    running.stderr.close()

    assert running.wait(60) == 0
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_gets_a_sentence() -> None:
    """What cannot be written is said, with code 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([str(TWELFTH), *CASE], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)

    assert done.returncode == 1
    assert done.stderr.decode() == "The answer cannot be written: No space left on device.\n"


def test_an_interruption_is_130() -> None:
    """Ctrl-C ends with 130 and no traceback."""
    with mock.patch("twelfth.usecases.list_packs", side_effect=KeyboardInterrupt):
        done = twelfth("pack", "list")

    assert (done.code, done.out) == (130, "")
    assert "Traceback" not in done.err


def test_a_mistake_of_our_own_is_said_to_be_ours() -> None:
    """The last resort: a sentence that does not blame the person, code 1, no traceback."""
    with mock.patch("twelfth.usecases.list_packs", side_effect=ZeroDivisionError("oops")):
        done = twelfth("pack", "list")

    assert (done.code, done.out) == (1, "")
    assert "Twelfth made a mistake of its own (ZeroDivisionError: oops)." in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", [("pack", "show", "express-entry"), ("case", "check", "newcomer")])
def test_nothing_leaves_the_machine(command: tuple[str, ...]) -> None:
    """No socket is ever made; nor by the demo, for which the fixture `once` counts them."""
    with mock.patch("socket.socket", side_effect=OSError("no network here")) as made:
        done = twelfth(*command)

    assert (done.code, done.err) == (0, "")
    assert made.call_count == 0


def test_an_empty_home_and_an_empty_environment_do(tmp_path: Path) -> None:
    """Nothing is read from or written to the home folder, and no variable is needed."""
    home = tmp_path / "home"
    home.mkdir()
    bare = {"HOME": str(home), "PATH": os.defpath, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    done = subprocess.run(
        [str(TWELFTH), *AUDIT], cwd=tmp_path, env=bare, capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == twelfth(*AUDIT).out
    assert list(home.iterdir()) == []


def test_a_terminal_without_utf8_gets_what_it_can_show() -> None:
    """An old encoding costs characters, never the answer."""
    done = subprocess.run(
        [str(TWELFTH), *CASE],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Jos? Hern?ndez")


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters and overrides of the writing direction in a title are replaced; accents are kept."""
    case = tmp_path / "mine.toml"
    text = (EXAMPLES / "newcomer.toml").read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title = "))
    case.write_text(
        text.replace(title, 'title = "Zo\u00eb \\u001b]0;owned\\u0007 \\u202edrawkcab"', 1), encoding="utf-8"
    )

    told = twelfth("score", str(case), "--as-of", DAY)

    assert told.code == 0, told.err
    assert "Zo\u00eb" in told.out
    assert not [one for one in told.out if one in "\x1b\x07\u202e"]
