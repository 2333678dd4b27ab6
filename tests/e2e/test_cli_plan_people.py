"""twelfth plan CASE where people are selected by judgement: what counts, what cannot be counted, and whose chances."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.command import ROOT, twelfth

OWN = """
[[source]]
id = "own"
title = "Mine"
kind = "own"

[[way]]
move = "work_at_nasa"
hours = 200
months = 12
passes = 0.3
exam = true
retry_days = 360
source = "own"

[[way]]
move = "flying"
hours = 70
months = 6
source = "own"

[[way]]
move = "russian"
hours = 1100
source = "own"

[capacity]
hours_per_week = 10
"""
ON = ("--as-of", "1996-05-02", "--work", "6")
pytestmark = pytest.mark.watched


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hernández with figures of his own, which are made up."""
    made = tmp_path_factory.mktemp("mine")
    text = (ROOT / "src/twelfth/packs/cases/hernandez.toml").read_text(encoding="utf-8").split("# What follows")[0]
    (made / "bare.toml").write_text(text.replace('name = "hernandez"', 'name = "bare"'), encoding="utf-8")
    (made / "mine.toml").write_text(text.replace('name = "hernandez"', 'name = "mine"') + OWN, encoding="utf-8")
    return made


def test_a_road_where_judgement_decides(folder: Path) -> None:
    """What counts by what it adds; what is only ever recorded of those who have it, in the hours that are left."""
    answer = json.loads(twelfth("plan", "mine.toml", *ON, "--json", here=folder).out)["answer"]
    hours: dict[str, int] = {}
    for mile in answer["miles"]:
        for week, worked in mile["work"]:
            hours[week] = hours.get(week, 0) + worked

    assert {one["move"] for one in answer["miles"] if one["counted"]} == {"work_at_nasa"}
    assert {one["move"] for one in answer["miles"] if not one["counted"]} == {"flying", "russian"}
    assert max(hours.values()) <= 10
    assert answer["idle"] < answer["chance"] <= answer["bound"] < 0.1
    assert answer["within"][0] < answer["chance"] < answer["within"][1]
    assert [one["planned"] for one in answer["by"]][-1] == answer["chance"]


def test_doing_nothing_has_the_chance_of_the_history(folder: Path) -> None:
    """Three rounds ahead, each with the odds of one; the past attempts as the history reads them."""
    answer = json.loads(twelfth("plan", "mine.toml", *ON, "--json", here=folder).out)["answer"]
    odds = json.loads(twelfth("odds", "mine.toml", *ON[:2], "--json", here=folder).out)["answer"]["odds"]
    low, high = (
        json.loads(twelfth("history", "mine.toml", *ON[:2], "--chance", str(one), "--json", here=folder).out)["answer"]
        for one in (odds["lo"], odds["hi"])
    )

    assert answer["idle_within"] == pytest.approx([one["outlook"]["by_horizon"] for one in (low, high)], rel=1e-6)


def test_in_words_what_cannot_be_counted_stands_apart(folder: Path) -> None:
    done = twelfth("plan", "mine.toml", *ON, here=folder)
    said = " ".join(done.out.split())

    assert done.code == 0
    assert "What to do, and when" in said
    assert "In the time left over" in said
    assert "nobody has announced them" in said
    assert all(len(line) <= 80 for line in done.out.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("bare.toml", "--as-of", "1996-05-02"), 6, "--hours-per-week 10"),
        (("mine.toml", "--as-of", "1996-05-02", "--target", "0.5"), 4, "by judgement"),
        (("mine.toml", "--as-of", "1996-05-02", "--until", "1997-01-01"), 4, "the next is expected"),
    ],
)
def test_what_cannot_be_answered_says_why(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = twelfth("plan", *words, here=folder)

    assert done.code == code
    assert said in " ".join(done.err.split())


def test_rounds_are_expected_however_long_ago_the_last_one_was() -> None:
    """Three of them, as far apart as they were, the first after the day asked about."""
    done = twelfth("plan", "hernandez", "--as-of", "2026-11-21", "--work", "2", "--json")
    days = [one["day"] for one in json.loads(done.out)["answer"]["by"]]
    gaps = {(date.fromisoformat(after) - date.fromisoformat(before)).days for before, after in pairwise(days)}

    assert len(days) == 3
    assert "2026-11-21" < days[0] < "2029-11-21"
    assert len(gaps) == 1


def test_only_the_chances_of_the_answer_are_told(folder: Path) -> None:
    """The search has another measure than the history, and keeps its own figures to itself."""
    assert twelfth("plan", "mine.toml", *ON, here=folder).err == ""


def test_what_one_has_already_is_not_planned() -> None:
    """By 2026 Hernández has all that a move would set, but for the doctorate."""
    done = twelfth("plan", "hernandez", "--as-of", "2026-11-21", "--work", "1", "--json")

    assert json.loads(done.out)["answer"]["miles"] == []
