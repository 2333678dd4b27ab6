"""Every command as a person runs it: what comes out, and the code it ends with."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.command import DAY, DEMO, Done, twelfth

THEN = "1998-06-30"
PEOPLE = """\
name,Published,Years
Ana,yes,3
Ben,no,5
Cleo,yes,2
Dan,yes,7
Eve,yes,
"""
ANSWERS = {
    "demo": (("demo",), "What stands out"),
    "audit of a yes group": (("audit", "hernandez", "--as-of", THEN), "Your gaps, widest first"),
    "audit of a rubric": (("audit", "newcomer", "--as-of", DAY), "You were 99 below."),
    "audit of one attempt": (("audit", "hernandez", "--attempt", "3"), "round 2000, decided 2000-07-26: not selected"),
    "gap": (("gap", "hernandez", "--as-of", THEN), "1. Worked at a NASA centre: you no"),
    "gap of one round": (("gap", "hernandez", "--as-of", THEN, "--round", "1998"), "selected: 1998)"),
    "score": (("score", "newcomer", "--as-of", DAY), "Comprehensive Ranking System: 416 points"),
    "pack list": (("pack", "list"), "nasa-astronaut"),
    "pack show": (("pack", "show", "nasa-astronaut"), "Kinds of round"),
    "pack check": (("pack", "check", "src/twelfth/packs/builtin/blank"), "no mistakes found"),
    "case show": (("case", "show", "hernandez", "--as-of", THEN), "José Hernández"),
    "case check": (("case", "check", "newcomer"), "no mistakes found"),
}
WITH_PAGE = [name for name, (command, _) in ANSWERS.items() if command[0] in ("audit", "gap", "score")]
COMMANDS = [
    (),
    *((name,) for name in ("demo", "audit", "gap", "score", "levers", "goals", "pack", "case")),
    *(("pack", name) for name in ("list", "show", "check", "new")),
    *(("case", name) for name in ("show", "check", "new")),
]
LATER = "2026-11-03"
"""The first day the Express Entry grid is not sourced for."""


@cache
def told(name: str) -> Done:
    return twelfth(*ANSWERS[name][0])


@pytest.fixture
def answered(once: Callable[..., Done]) -> Callable[[str], Done]:
    """What a command says; the demo, which takes longest, writes its page on the way."""
    return lambda name: once(*DEMO) if name == "demo" else told(name)


def is_refused(done: Done, code: int) -> bool:
    """Ended with the code, nothing on stdout, a sentence on stderr and no traceback."""
    told = done.err.startswith("Usage: ") if code == 2 else done.err.splitlines()[0].endswith(".")
    return done.code == code and done.out == "" and told and "Traceback" not in done.err


@pytest.mark.parametrize("name", ANSWERS)
def test_every_command_answers_in_words(name: str, answered: Callable[[str], Done]) -> None:
    """Code 0, the answer on stdout, nothing on stderr but where a page was written."""
    done = answered(name)

    assert (done.code, done.err) == (0, f"Page written to {DEMO[-1]}\n" if name == "demo" else "")
    assert ANSWERS[name][1] in done.out


@pytest.mark.parametrize("name", [one for one in ANSWERS if one != "demo"])
def test_every_command_answers_in_json(name: str) -> None:
    """stdout is one JSON value in its envelope, and nothing else; that of the demo is read against its schema."""
    done = twelfth(*ANSWERS[name][0], "--json")

    assert (done.code, done.err) == (0, "")
    assert set(json.loads(done.out)) == {"schema", "twelfth", "answer"}


def test_the_demo_has_a_page(once: Callable[..., Done], once_folder: Path) -> None:
    """Also in a folder that is not there yet, and nothing beside it."""
    done = once(*DEMO)
    page = once_folder / DEMO[-1]

    assert ANSWERS["demo"][1] in done.out
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize("name", WITH_PAGE)
def test_every_answer_has_a_page(name: str, tmp_path: Path) -> None:
    """--html writes a whole page beside the answer, and says where on stderr."""
    page = tmp_path / "pages" / "one.html"
    done = twelfth(*ANSWERS[name][0], "--html", str(page))

    assert done.code == 0
    assert done.err == f"Page written to {page}\n"
    assert ANSWERS[name][1] in done.out
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    """--help ends well and names the command."""
    done = twelfth(*command, "--help")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: {' '.join(('twelfth', *command))} ")
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_version_is_told() -> None:
    """--version prints the version and stops."""
    assert re.fullmatch(r"twelfth \d+\.\d+\.\d+\n", twelfth("--version").out)


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("nonsense",), "nonsense"),
        (("audit",), "CASE"),
        (("audit", "newcomer", "--attempt", "first"), "--attempt"),
        (("audit", "newcomer", "--loud"), "--loud"),
        (("pack", "new"), "NAME"),
    ],
    ids=" ".join,
)
def test_a_command_that_is_not_one_is_2(command: tuple[str, ...], named: str) -> None:
    """Usage mistakes name what is wrong and how to get help."""
    done = twelfth(*command)

    assert is_refused(done, 2)
    assert named in done.err
    assert "--help" in done.err


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("audit", "nobody"), "Built in are hernandez, newcomer"),
        (("audit", "hernandez", "--attempt", "12"), "no attempt 12"),
        (("audit", "hernandez", "--as-of", "1990-01-01"), "no attempt decided by 1990-01-01"),
        (("gap", "hernandez", "--round", "1997"), "no round '1997'"),
        (("pack", "show", "nowhere"), "Built in are blank, express-entry, nasa-astronaut"),
        (("pack", "check", "tests"), "no pack.toml there"),
        (("pack", "new", "mine", "--from-csv", "nowhere.csv"), "no file 'nowhere.csv'"),
        (("case", "new", "mine", "--pack", "nowhere"), "no pack 'nowhere'"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_is_not_there_is_3(command: tuple[str, ...], named: str) -> None:
    """Not found says what there is instead."""
    done = twelfth(*command)

    assert is_refused(done, 3)
    assert named in done.err


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("audit", "newcomer", "--as-of", "yesterday"), "day is 'yesterday': expected one day such as 1998-06-04"),
        (("score", "newcomer", "--as-of", "2025-02-30"), "2025-02-30"),
        (("gap", "hernandez", "--as-of", "1998"), "expected one day"),
        (("case", "show", "hernandez", "--as-of", "+999999y"), "a year from 1 to 9999"),
        (("case", "new", "No Such"), "lower case a-z"),
        (("pack", "new", "../up"), "lower case a-z"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_cannot_be_read_is_4(command: tuple[str, ...], named: str) -> None:
    """Invalid input names the value and what was expected."""
    done = twelfth(*command)

    assert is_refused(done, 4)
    assert named in done.err


def test_what_is_there_is_not_overwritten_and_is_5(tmp_path: Path) -> None:
    """A new case or pack never takes the place of an old one, nor of a built-in one."""
    (tmp_path / "mine.toml").write_text("kept", encoding="utf-8")
    (tmp_path / "own").mkdir()

    for command in (("case", "new", "mine"), ("pack", "new", "own"), ("pack", "new", "blank")):
        assert is_refused(twelfth(*command, here=tmp_path), 5)
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.toml", "own"]


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("score", "hernandez"), "publishes no points"),
        (("gap", "hernandez", "--as-of", "1980-01-01"), "Nobody selected by 1980-01-01"),
        (("score", "newcomer", "--as-of", "2014-01-01"), "no rule is sourced before 2015-01-01"),
        (("score", "newcomer", "--as-of", LATER), "holds to 2026-11-02"),
        (("gap", "newcomer", "--as-of", LATER), "holds to 2026-11-02"),
        (("audit", "newcomer", "--as-of", LATER), "holds to 2026-11-02"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_the_evidence_does_not_answer_is_6(command: tuple[str, ...], named: str) -> None:
    """Not enough data is a sentence that says what is missing, never a guess."""
    done = twelfth(*command)

    assert is_refused(done, 6)
    assert named in done.err


def test_the_change_of_november_2026_is_named() -> None:
    """From 3 November 2026 the points are not sourced, and the answer says which change is the reason."""
    done = twelfth("score", "newcomer", "--as-of", LATER)

    assert "high-wage occupation (2026-11-03)" in done.err
    assert twelfth("score", "newcomer", "--as-of", "2026-11-02").code == 0


def test_the_newcomer_has_416_and_478_with_french() -> None:
    """The two figures of the example: the exact score, and what French to level 7 would make of it."""
    answer = json.loads(twelfth("score", "newcomer", "--as-of", DAY, "--json").out)["answer"]["rubric"]
    french = next(move for move in answer["moves"] if move["title"] == "French to level 7 in all four abilities")

    assert (answer["score"]["total"]["lo"], answer["score"]["total"]["hi"]) == (416, 416)
    assert (french["gain_lo"], french["total_lo"], french["total_hi"]) == (62, 478, 478)


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_the_same_audit_twice_is_the_same_bytes(form: tuple[str, ...], tmp_path: Path) -> None:
    """The same facts, pack and day give the same answer and the same page, to the byte."""
    pages = [tmp_path / "first.html", tmp_path / "second.html"]
    runs = [twelfth("audit", "hernandez", "--as-of", THEN, *form, "--html", str(page)) for page in pages]

    assert runs[0].out == runs[1].out
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_an_audit_of_then_reads_nothing_of_later() -> None:
    """The audit of 1998 names no year after 1998 but for the pack's own notes."""
    told = twelfth("audit", "hernandez", "--as-of", THEN).out.split("What cannot be known")[0]

    assert set(re.findall(r"\b(?:1999|20\d\d)\b", told)) == set()


def test_a_pack_from_a_csv_and_a_case_of_ones_own(tmp_path: Path) -> None:
    """From a table of people to the first gap: five commands, no programming."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    made = twelfth("pack", "new", "prize", "--from-csv", "people.csv", "--title", "The prize", here=tmp_path)
    checked = twelfth("pack", "check", "prize", here=tmp_path)
    begun = twelfth("case", "new", "me", "--pack", "prize", here=tmp_path)
    case = tmp_path / "me.toml"
    fact = '\n[[fact]]\ntrait = "published"\nvalue = false\nfrom = "2020"\nsource = "own"\n'
    case.write_text(case.read_text(encoding="utf-8") + fact, encoding="utf-8")
    gap = twelfth("gap", "me.toml", "--as-of", "2025-01-01", here=tmp_path)

    assert (made.out, begun.out) == (f"{tmp_path / 'prize'}\n", f"{tmp_path / 'me.toml'}\n")
    assert checked.out == "prize: no mistakes found in 2 traits, 0 rounds, 5 people.\n"
    assert "1. Published: you no; they: 4 of 5 (80%) had it." in gap.out


@pytest.mark.parametrize("command", [("pack", "new", "prize"), ("case", "new", "me")], ids=" ".join)
def test_a_dry_run_writes_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    """--dry-run prints the files and leaves the folder as it was."""
    done = twelfth(*command, "--dry-run", here=tmp_path)

    assert done.code == 0
    assert "schema = 1" in done.out
    assert list(tmp_path.iterdir()) == []


def test_sources_are_listed_with_their_address() -> None:
    """pack show --sources names every source and where it lies."""
    listed = twelfth("pack", "show", "nasa-astronaut", "--sources").out
    count = len(json.loads(twelfth("pack", "show", "nasa-astronaut", "--json").out)["answer"]["sources"])

    assert len(re.findall(r"^  - \S+: ", listed, re.MULTILINE)) >= count
    assert "https://" in listed


@pytest.mark.parametrize("name", ANSWERS)
def test_nobody_failed(name: str, answered: Callable[[str], Done]) -> None:
    """A person was not selected. Nobody ever failed here."""
    assert not re.search(r"\bfail(?:ed|ure|s)?\b", answered(name).out, re.IGNORECASE)
