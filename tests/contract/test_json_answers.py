"""Every --json answer is what its schema says, and so are the built-in case files."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.command import DAY, ROAD, ROOT, Done, twelfth
from tests.roadmap_files import write_files
from tools import schemas, stages

from twelfth.base import InvalidInput
from twelfth.packs import FilePacks, read_case

FOLDER = ROOT / "docs" / "reference" / "schemas"
CASES = sorted((ROOT / "src" / "twelfth" / "packs" / "cases").glob("*.toml"))
ROADMAP, LIVED = "docs/reference/roadmap", ("--lives", "1000", "--overrun", "0.3")
ANSWERS = [
    ("audit", ("audit", "hernandez", "--as-of", "1998-06-30")),
    ("audit", ("audit", "newcomer", "--as-of", DAY)),
    ("gap", ("gap", "hernandez", "--as-of", "1998-06-30")),
    ("gap", ("gap", "newcomer", "--as-of", DAY)),
    ("score", ("score", "newcomer", "--as-of", DAY)),
    ("odds", ("odds", "hernandez", "--as-of", "1998-06-30")),
    ("rounds", ("odds", "newcomer", "--as-of", DAY)),
    ("levers", ("levers", "hernandez", "--as-of", "1998-06-30", "--cost", "10")),
    ("moves", ("levers", "newcomer", "--as-of", DAY)),
    ("goals", ("goals", "hernandez", "newcomer", "--as-of", DAY)),
    ("history", ("history", "hernandez", "--as-of", "2003-12-31")),
    ("history", ("history", "newcomer", "--chance", "0.1", "--as-of", DAY)),
    ("import", ("import", "cut-offs", "src/twelfth/packs/builtin/express-entry/rounds.csv", "--into", "mine")),
    ("roadmap", ROAD[:-1]),
    ("lives", ("simulate", "--instance", f"{ROADMAP}/instance.json", "--plan", f"{ROADMAP}/plan.json", *LIVED)),
    ("packs", ("pack", "list")),
    ("pack", ("pack", "show", "express-entry")),
    ("pack", ("pack", "show", "nasa-astronaut")),
    ("pack", ("pack", "check", "src/twelfth/packs/builtin/blank")),
    ("case", ("case", "show", "hernandez", "--as-of", "1998-06-30")),
    ("case", ("case", "check", "newcomer")),
    ("demo", ("demo",)),
]
MINE = ("--instance", "mine.json")
ROADMAPS = [
    ("fork", ("fork", *MINE, "--plan", "plan.json", "--work", "1")),
    ("pareto", ("pareto", *MINE, "--points", "3", "--work", "1")),
    ("lives", ("simulate", "newcomer", "--plan", "road.json", "--lives", "1000")),
    ("pareto", ("pareto", "newcomer", "--as-of", DAY, "--until", "2026-06-17", "--points", "2", "--work", "1")),
    ("replan", ("replan", "newcomer", "--plan", "road.json", "--since", "2026-02-01", "--work", "2")),
    ("robust", ("robust", *MINE, "--plan", "plan.json")),
    ("what-if", ("what-if", "newcomer", "--plan", "road.json", "--drop", "english_9", "--work", "1")),
    ("what-if", ("what-if", *MINE, "--drop", "diving", "--skip", "26", "--work", "1")),
    ("worth", ("worth", *MINE, "--plan", "plan.json", "--work", "1")),
]
"""Asked in a folder with the files of tests/roadmap_files.py."""
AT_HOME = ("doctor", "goals-brought")
"""Asked in a home of their own, in tests/e2e/test_cli_home.py."""
WHOLE = """\
schema = 1
name = "me"
title = "Me"
pack = "nasa-astronaut"
also_known_as = ["M. E."]

[[source]]
id = "own"
title = "What I state"

[[fact]]
trait = "degree"
value = "master"
from = "1984..1986"
source = "own"

[[attempt]]
round = "1998"
[[attempt.stage]]
stage = "submitted"
on = 1997-05-01

[capacity]
hours_per_week = 10
"""
GOOD = [
    WHOLE,
    WHOLE.replace("also_known_as", "invented = true\nalso_known_as"),
    WHOLE.replace('from = "1984..1986"', 'from = "unknown"\nto = 1999-01-01\nknown = "1999-02-01"'),
    WHOLE.replace('from = "1984..1986"', "from = 1984"),
]
MISTAKES = [
    ("schema = 1", "schema = 2"),
    ('title = "Me"', ""),
    ('title = "Me"', "title = 7"),
    ('title = "Me"', 'title = "Me"\nmood = "good"'),
    ('also_known_as = ["M. E."]', "also_known_as = [1]"),
    ('from = "1984..1986"', 'from = "84"'),
    ('from = "1984..1986"', 'from = "1984-1-1"'),
    ('value = "master"', 'value = ""'),
    ('value = "master"', ""),
    ('from = "1984..1986"', 'certainty = "sure"'),
    ('stage = "submitted"', 'stage = "failed"'),
    ('[[attempt.stage]]\nstage = "submitted"\non = 1997-05-01', ""),
    ("hours_per_week = 10", "hours_per_week = 200"),
    ("hours_per_week = 10", "money = -1"),
    ('id = "own"', 'id = "own"\nkind = "rumour"'),
]


def schema(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


def spoken(value: object) -> object:
    """TOML as JSON has it: days as text."""
    if isinstance(value, dict):
        return {key: spoken(one) for key, one in value.items()}
    if isinstance(value, list):
        return [spoken(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def mistakes(name: str, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema(name)).iter_errors(value)]


@pytest.mark.parametrize(("name", "command"), ANSWERS, ids=lambda one: " ".join(one) if isinstance(one, tuple) else one)
def test_every_answer_follows_its_schema(name: str, command: tuple[str, ...], once: Callable[..., Done]) -> None:
    """The envelope names the schema, and the answer follows it to the last field."""
    done = once(*ROAD) if name == "roadmap" else twelfth(*command, "--json")
    answer = json.loads(done.out)

    assert answer["schema"] == f"twelfth/{name}/1"
    assert mistakes(name, answer) == []


@pytest.mark.parametrize(("name", "command"), ROADMAPS, ids=[" ".join(words[:2]) for _, words in ROADMAPS])
def test_every_answer_about_a_roadmap_follows_its_schema(name: str, command: tuple[str, ...], tmp_path: Path) -> None:
    """And the same command prints the same bytes."""
    first, second = (twelfth(*command, "--json", here=write_files(tmp_path)) for _ in range(2))
    answer = json.loads(first.out)

    assert answer["schema"] == f"twelfth/{name}/1"
    assert mistakes(name, answer) == []
    assert first.out == second.out


def test_every_schema_has_an_answer_here() -> None:
    """No generated schema is left untried."""
    assert {name for name, _ in (*ANSWERS, *ROADMAPS)} | set(AT_HOME) == set(schemas.ANSWERS)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_every_schema_is_a_schema(path: Path) -> None:
    """Each file is valid JSON Schema of 2020-12."""
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_the_schemas_are_what_the_code_gives() -> None:
    """Whoever changes an answer runs tools/schemas.py and sees the difference."""
    assert schemas.stale() == []


def test_a_schema_refuses_what_is_not_there() -> None:
    """A field too many, a field too few and a wrong type are noticed deep inside an answer."""
    answer = json.loads(twelfth("gap", "hernandez", "--as-of", "1998-06-30", "--json").out)
    first = answer["answer"]["cohort"]["gaps"][0]

    for spoiled in ({**first, "extra": 1}, {key: first[key] for key in first if key != "n"}, {**first, "n": "51"}):
        answer["answer"]["cohort"]["gaps"][0] = spoiled
        assert mistakes("gap", answer) != []


def test_the_page_of_stages_is_what_the_code_gives() -> None:
    """docs/reference/attempt-stages.md tells the state machine there is."""
    assert stages.PAGE.read_text(encoding="utf-8") == stages.page()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_built_in_cases_follow_the_schema_of_case_files(path: Path) -> None:
    """What ships as an example is an example of the format."""
    assert mistakes("case-file", spoken(tomllib.loads(path.read_text(encoding="utf-8")))) == []


def read(text: str, folder: Path) -> None:
    path = folder / "me.toml"
    path.write_text(text, encoding="utf-8")
    read_case(path, pack_of=FilePacks(here=folder).get)


@pytest.mark.parametrize("text", GOOD, ids=["as it is", "invented", "uncertain", "a year"])
def test_what_the_reader_takes_the_schema_takes(text: str, tmp_path: Path) -> None:
    """A whole case is read, and follows the schema."""
    read(text, tmp_path)

    assert mistakes("case-file", spoken(tomllib.loads(text))) == []


@pytest.mark.parametrize(("old", "new"), MISTAKES, ids=lambda one: repr(one)[:40])
def test_what_the_schema_refuses_the_reader_refuses(old: str, new: str, tmp_path: Path) -> None:
    """The schema written by hand and the reader agree on what is a mistake."""
    assert WHOLE.count(old) == 1
    text = WHOLE.replace(old, new)

    assert mistakes("case-file", spoken(tomllib.loads(text))) != []
    with pytest.raises(InvalidInput):
        read(text, tmp_path)
