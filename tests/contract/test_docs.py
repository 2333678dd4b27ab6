"""The documents say what is so: every command shown is run, every option named, every link followed."""

import doctest
import os
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.command import DEMO, ROOT, Done, twelfth

from twelfth.cli import exits
from twelfth.cli.app import app

DOCS = ROOT / "docs"
RUN = [ROOT / "README.md", DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]
ALL = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
PART = re.compile(
    r"<!-- (?P<verb>file|append to|replace in) ?(?P<what>[^:]*): (?P<rest>.+?) -->"
    r"|^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
LEFT_OUT = "..."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A command as a document shows it, with the lines it shows of the answer."""

    command: str
    lines: list[str]


def played(document: Path, folder: Path) -> Iterator[Shown]:
    """Write the files a document shows, in order, and give each command when its turn comes."""
    name, verb = "", ""
    for part in PART.finditer(document.read_text(encoding="utf-8")):
        if part["verb"] == "replace in":
            old, new = part["rest"].split(" -> ")
            path = folder / part["what"]
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")
        elif part["verb"]:
            verb, name = part["verb"], part["rest"]
        elif part["language"] == "console":
            yield from shown(part["text"])
        elif name:
            with (folder / name).open("a" if verb == "append to" else "w", encoding="utf-8") as file:
                file.write("\n" * (verb == "append to") + part["text"])
            name = ""


def shown(block: str) -> Iterator[Shown]:
    """The commands of one block, each with the lines under it."""
    for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = one.rstrip("\n").split("\n")
        yield Shown(command=command, lines=lines)


def missing(lines: list[str], answer: list[str]) -> list[str]:
    """Lines shown that the answer does not have in that order; between two of them only `...` may skip any."""
    at, skips = 0, False
    for line in lines:
        if line == LEFT_OUT:
            skips = True
            continue
        reach = answer[at:] if skips else answer[at : at + 1]
        if line not in reach:
            return [line]
        at += reach.index(line) + 1
        skips = False
    return [] if skips or at == len(answer) else ["(more than is shown)"]


@pytest.mark.parametrize("document", RUN, ids=lambda path: path.name)
def test_every_command_shown_does_what_is_shown(document: Path, tmp_path: Path, once: Callable[..., Done]) -> None:
    """Commands are run in order in an empty folder; lines left out are marked by three dots."""
    commands = 0
    for one in played(document, tmp_path):
        name, *arguments = shlex.split(one.command)
        if name == "make":
            assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            continue
        assert Path(name).name == "twelfth", one.command
        done = once(*DEMO) if arguments == ["demo"] else twelfth(*arguments, here=tmp_path)
        answer = [*done.out.splitlines(), *done.err.splitlines()]
        assert missing(one.lines, answer) == [], one.command
        assert "mistake of its own" not in done.err
        commands += 1

    assert commands >= 3


def test_a_line_that_is_not_in_the_answer_is_noticed() -> None:
    """The comparison can tell: a wrong line, a wrong order, a line left out without dots."""
    answer = ["one", "two", "three"]

    assert missing(["one", "...", "three"], answer) == []
    assert missing(["...", "two", "..."], answer) == []
    assert missing(["one", "three"], answer) == ["three"]
    assert missing(["...", "two", "one", "..."], answer) == ["one"]
    assert missing(["one", "two"], answer) == ["(more than is shown)"]


def commands() -> dict[str, Any]:
    """Every command of the app by the words one types."""
    found: dict[str, Any] = {}

    def walk(words: tuple[str, ...], command: Any) -> None:
        found[" ".join(words)] = command
        for name, one in getattr(command, "commands", {}).items():
            walk((*words, name), one)

    walk(("twelfth",), typer.main.get_command(app))
    return found


def sections() -> dict[str, str]:
    """The sections of the reference of commands, by their heading."""
    text = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    parts = re.split(r"^## `?([^`\n]+)`?\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("words", commands())
def test_every_command_and_option_is_in_the_reference(words: str) -> None:
    """Each command has a section; the section names each of its options and arguments, and no option there is not."""
    section = sections()[words]
    options = {name for one in commands()[words].params for name in (*one.opts, *one.secondary_opts)}
    named = {name for name in options if name.startswith("-")}
    arguments = {
        one.metavar for one in commands()[words].params if one.param_type_name == "argument" and one.metavar is not None
    }

    assert set(re.findall(r"`(--[a-z-]+)", section)) == named | {"--help"}
    assert all(f"`{argument}`" in section for argument in arguments)


def test_every_exit_code_is_in_the_reference() -> None:
    """The table of exit codes has every code of the code, and no other but the one kept for later."""
    codes = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)} | {130}
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", sections()["Exit codes"], re.MULTILINE)}

    assert told == codes | {7}


@pytest.mark.parametrize("document", ALL, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    """Relative links and pictures exist."""
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [one.split("#")[0] for one in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in one]

    assert [one for one in targets if one and not (document.parent / one).exists()] == []


def test_every_document_can_be_reached_from_the_index() -> None:
    """Whoever starts at docs/index.md finds them all."""
    seen: set[str] = set()
    ahead = [DOCS / "index.md"]
    while ahead:
        page = ahead.pop()
        if str(page) in seen or not page.is_file():
            continue
        seen.add(str(page))
        links = re.findall(r"\]\(([^)\s#]+\.md)", page.read_text(encoding="utf-8"))
        ahead += [Path(os.path.normpath(page.parent / one)) for one in links if "://" not in one]

    assert sorted({str(path) for path in DOCS.rglob("*.md")} - seen) == []


def test_every_make_target_named_exists() -> None:
    """`make something` in a document is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {one for path in ALL for one in re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8"))}

    assert named
    assert named <= targets


def test_the_library_answers_as_its_page_shows() -> None:
    """Every line of docs/reference/python.md is run, and its answers compared."""
    found = doctest.testfile(str(DOCS / "reference" / "python.md"), module_relative=False)

    assert found.attempted > 20
    assert found.failed == 0
