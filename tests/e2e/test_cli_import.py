"""twelfth import through the real command."""

import json
from pathlib import Path
from unittest import mock

import pytest
from jsonschema import Draft202012Validator
from tests.command import ROOT, twelfth

SCHEMA = json.loads((ROOT / "docs/reference/schemas/odds.schema.json").read_text(encoding="utf-8"))
ROUNDS = json.loads((ROOT / "docs/reference/schemas/rounds.schema.json").read_text(encoding="utf-8"))
GRID = "GPA \\ Test,1-5,6-9\n3.50-4.00,<10/40,30/90\n3.00-3.49,*,22/1150\n"
CASE = """\
schema = 1
name = "me"
title = "Me"
pack = "school"
[[fact]]
trait = "gpa"
value = 3.2
from = "2020"
[[fact]]
trait = "test"
value = 2
from = "2020"
"""


def stated(trait: str, level: float) -> str:
    """A case that states one number."""
    head, _, _ = CASE.partition("[[fact]]")
    return f'{head}[[fact]]\ntrait = "{trait}"\nvalue = {level}\nfrom = "2020"\n'


def grid(folder: Path) -> None:
    (folder / "grid.csv").write_text(GRID, encoding="utf-8")
    (folder / "me.toml").write_text(CASE, encoding="utf-8")


@pytest.mark.watched
def test_a_preview_writes_nothing_and_says_so(tmp_path: Path) -> None:
    """Code 0, the columns and the first rows, and the folder as it was."""
    grid(tmp_path)
    done = twelfth("import", "grid", "grid.csv", "--into", "school", here=tmp_path)

    assert done.code == 0, done.err
    assert "gpa, numeric: 3.50..4.00, 3.00..3.49" in done.out
    assert "Nothing is written yet. To write it, give the same command with --yes." in done.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["grid.csv", "me.toml"]


def test_what_is_imported_is_of_use(tmp_path: Path) -> None:
    """Written, checked, and odds answered with their basis and what is suppressed."""
    grid(tmp_path)
    done = twelfth("import", "grid", "grid.csv", "--into", "school", "--yes", here=tmp_path)
    odds = twelfth("odds", "me.toml", "--html", "me.html", here=tmp_path)

    assert done.code == 0, done.err
    assert "Look at it, then: twelfth pack check school" in done.out
    assert twelfth("pack", "check", "school", here=tmp_path).out.startswith("school: no mistakes found in 2 traits")
    assert "a grid of 4 cells" in twelfth("pack", "show", "school", here=tmp_path).out
    assert odds.code == 0, odds.err
    assert "GPA: 3.00 to 3.49; Test: 1 to 5." in odds.out
    assert "its neighbours speak for it" in " ".join(odds.out.split())
    assert "Counts of this cell not published" in (tmp_path / "me.html").read_text(encoding="utf-8")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Code 5, and what was there stays."""
    grid(tmp_path)
    (tmp_path / "school").mkdir()
    done = twelfth("import", "grid", "grid.csv", "--into", "school", "--yes", here=tmp_path)

    assert (done.code, done.out) == (5, "")
    assert list((tmp_path / "school").iterdir()) == []


def test_a_folder_within_a_folder_is_written(tmp_path: Path) -> None:
    """The last part of the path is the name of the pack."""
    grid(tmp_path)
    (tmp_path / "packs").mkdir()
    done = twelfth("import", "grid", "grid.csv", "--into", "packs/school", "--yes", here=tmp_path)

    assert done.code == 0, done.err
    assert twelfth("pack", "check", "packs/school", here=tmp_path).code == 0
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["school"]


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("yes-group", "people.csv", "--into", "mine"), 4, "people.csv, line 2, Hours: number is '1,234'"),
        (("people", "people.csv", "--into", "mine"), 4, "expected one of yes-group, labelled, grid, cut-offs"),
        (("yes-group", "nobody.csv", "--into", "mine"), 3, "nobody.csv"),
        (("yes-group", "people.csv", "--into", "My Pack"), 4, "pack name is 'My Pack'"),
        (("yes-group", "people.csv", "--into", "mine", "--map", "Hours"), 4, "expected COLUMN=NAME"),
        (("yes-group", "people.csv", "--into", "mine", "--unit", "Days=d"), 4, "column is 'Days'"),
        (("yes-group", "people.csv", "--into", "mine", "--decimal", "dot"), 4, "expected point or comma"),
        (("yes-group", "people.csv", "--into", "nowhere/mine", "--decimal", "point", "--yes"), 1, "cannot be written"),
        (("grid", "people.csv", "--into", "mine"), 4, "people.csv, line 2, Hours: count is '1,234'"),
        (("yes-group", "people.csv"), 2, "--into"),
    ],
)
def test_a_mistake_gets_a_sentence_and_its_code(command: tuple[str, ...], code: int, told: str, tmp_path: Path) -> None:
    """The cell where there is one, and nothing on the disk."""
    (tmp_path / "people.csv").write_text('name,Hours\nAna,"1,234"\nBen,"2,345"\n', encoding="utf-8")
    done = twelfth("import", *command, here=tmp_path)

    assert (done.code, done.out) == (code, ""), done.err
    assert told in done.err
    assert "mistake of its own" not in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_json_tells_every_doubtful_cell_and_that_nothing_was_written(tmp_path: Path) -> None:
    """The whole list, where the screen shows the first twenty."""
    rows = "".join(f"{n},{n},\n" for n in range(100)) + "".join(f"x{n},many,\n" for n in range(25))
    (tmp_path / "people.csv").write_text("id,Hours,\n" + rows, encoding="utf-8")
    command = ("import", "yes-group", "people.csv", "--into", "mine")
    answer = json.loads(twelfth(*command, "--json", here=tmp_path).out)["answer"]

    assert (len(answer["doubtful"]), answer["written"]) == (25, None)
    assert answer["doubtful"][0] == {
        "line": 102,
        "column": "Hours",
        "value": "many",
        "told": "the others in this column are numbers; left unknown",
    }
    assert "and 5 more; all with --json." in twelfth(*command, here=tmp_path).out


@pytest.mark.parametrize(("answer", "there"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_it_is_asked(answer: str, there: bool, tmp_path: Path) -> None:
    """Yes writes, no does not; with --no-input nobody is asked and nothing is written."""
    grid(tmp_path)
    command = ("import", "grid", "grid.csv", "--into", "school")
    with (
        mock.patch("twelfth.cli.import_command.on_a_terminal", return_value=True),
        mock.patch("typer.confirm", return_value=answer == "y\n") as asked,
    ):
        twelfth("--no-input", *command, here=tmp_path)
        assert not asked.called
        assert not (tmp_path / "school").exists()
        twelfth(*command, here=tmp_path)

    assert asked.called
    assert (tmp_path / "school").exists() is there


def test_people_with_their_outcome_answer_what_the_chance_is(tmp_path: Path) -> None:
    """Imported, checked, and odds told with how many they rest on, in text, as JSON and as a page."""
    lines = [f"P{index},{'yes' if index % 9 > 5 else 'no'},{index % 9},{'fm'[index % 2]}" for index in range(60)]
    (tmp_path / "people.csv").write_text("Name,Accepted,Score,Sex\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "me.toml").write_text(stated("score", 7), encoding="utf-8")
    done = twelfth("import", "labelled", "people.csv", "--into", "school", "--yes", here=tmp_path)
    odds = twelfth("odds", "me.toml", "--html", "me.html", here=tmp_path)
    told = " ".join(odds.out.split())
    answer = json.loads(twelfth("odds", "me.toml", "--json", here=tmp_path).out)

    assert done.code == 0, done.err
    assert twelfth("pack", "check", "school", here=tmp_path).out == (
        "school: no mistakes found in 2 traits, 0 rounds, 60 people.\n"
    )
    assert odds.code == 0, odds.err
    assert "60 people whose outcome is known, 18 of them selected; you are not among them." in told
    assert "Learned by logistic regression from 1: Score." in told
    assert "Sex protected" in told
    assert "The people in the table stand for everybody who applied." in told
    assert "60 people whose outcome is known" in (tmp_path / "me.html").read_text(encoding="utf-8")
    assert answer["answer"]["tier"] == "labelled"
    assert answer["answer"]["odds"]["p"] > answer["answer"]["average"]
    assert list(Draft202012Validator(SCHEMA).iter_errors(answer)) == []


def test_imported_cut_offs_answer_what_ones_points_are_worth(tmp_path: Path) -> None:
    """Grades with decimals: imported, one's own stated, the next cut-off forecast in grades and the chance told."""
    lines = [f"{2019 + at}-07-15,Medicine,{cut}" for at, cut in enumerate((87.3, 88.1, 89.45, 89.2, 90.05, 89.7))]
    (tmp_path / "cuts.csv").write_text("Date,Programme,Cut-off\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "me.toml").write_text(stated("points", 89.9), encoding="utf-8")
    done = twelfth("import", "cut-offs", "cuts.csv", "--into", "school", "--yes", here=tmp_path)
    odds = twelfth("odds", "me.toml", "--as-of", "2025-01-01", "--html", "me.html", here=tmp_path)
    answer = json.loads(twelfth("odds", "me.toml", "--as-of", "2025-01-01", "--json", here=tmp_path).out)

    assert done.code == 0, done.err
    assert odds.code == 0, odds.err
    assert "at 89.9 points" in " ".join(odds.out.split())
    assert 88 < answer["answer"]["kinds"][0]["forecast"]["mean"] < 91
    assert "89.9" in (tmp_path / "me.html").read_text(encoding="utf-8")
    assert list(Draft202012Validator(ROUNDS).iter_errors(answer)) == []
