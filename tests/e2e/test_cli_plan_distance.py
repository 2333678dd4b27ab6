"""twelfth plan CASE where no chance can be told: a road without a percentage, as text, JSON, page and calendar."""

import json
import re
from pathlib import Path

import pytest
from tests.command import twelfth

PEOPLE = """\
name,Degree,Publications,Languages
Ana,yes,4,2
Beto,yes,8,1
Cora,no,12,3
Dani,yes,2,2
Ema,yes,15,4
Fede,no,6,1
Gus,yes,8,2
"""
ME = """\
schema = 1
name = "me"
title = "Tomás"
pack = "./beca"

[[source]]
id = "own"
title = "What I state"
kind = "own"

[[fact]]
trait = "degree"
value = false
from = "2020"
source = "own"

[[fact]]
trait = "publications"
value = 4
from = "2020"
source = "own"

[[fact]]
trait = "languages"
value = 1
from = "2020"
source = "own"

[[way]]
trait = "publications"
level = 8
hours = 240
source = "own"

[[way]]
trait = "languages"
level = 2
hours = 90
source = "own"

[capacity]
hours_per_week = 6
"""
ON = ("--as-of", "2026-05-01")
PERCENT = re.compile(r"\d ?%")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of seven who got in, made a pack, and somebody who gives hours for two of three gaps."""
    made = tmp_path_factory.mktemp("beca")
    (made / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (made / "me.toml").write_text(ME, encoding="utf-8")
    assert twelfth("pack", "new", "beca", "--from-csv", "people.csv", here=made).code == 0
    return made


def test_a_dated_road_without_a_percentage(folder: Path) -> None:
    """Why there is no chance, what is closed by when in counts, and what only the person can say."""
    done = twelfth("plan", "me.toml", *ON, here=folder)
    said = " ".join(done.out.split())

    assert done.code == 0
    assert "No chance can be told: what those who applied had is not known." in said
    assert "This road closes 2 of 3 gaps by 2028-05-01." in said
    assert "which is proved" in said
    assert "Now 1, then 2 by 2026-08-15: at or above 5 of 7 who got in." in said
    assert "Now 4, then 8 by 2027-05-22: at or above 5 of 7 who got in." in said
    assert "Say how many hours it takes - Degree." in said
    assert not PERCENT.search(said)
    assert done.err == ""
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_the_same_as_json_as_a_page_and_as_a_calendar(folder: Path) -> None:
    """No chance in any of them; each mile on its days."""
    done = twelfth("plan", "me.toml", *ON, "--json", "--html", "road.html", "--ics", "road.ics", here=folder)
    answer = json.loads(done.out)["answer"]
    page, calendar = ((folder / f"road.{end}").read_text(encoding="utf-8") for end in ("html", "ics"))

    assert (answer["chance"], answer["bound"], answer["by"], answer["evidence"]) == (None, None, [], "distance")
    assert [one["move"] for one in answer["miles"]] == ["languages", "publications"]
    assert answer["closes"]["proved"] is True
    assert "at or above 5 of 7 who got in" in " ".join(page.split())
    assert not PERCENT.search(
        re.sub(r"<style>.*?</style>|<svg.*?</svg>|<footer>.*?</footer>", "", page, flags=re.DOTALL)
    )
    assert "/learn" not in page
    assert "Done: Languages: 2" in calendar
    assert "DTSTART;VALUE=DATE:20260815" in calendar


def test_the_aim_is_one_s_own(folder: Path) -> None:
    """Three quarters of seven are six: twelve publications, which nobody gave hours for."""
    said = " ".join(twelfth("plan", "me.toml", *ON, "--aim", "quarter", here=folder).out.split())

    assert "three quarters of those who got in" in said
    assert "Closed at 12; nobody has said how many hours that takes." in said
    assert twelfth("plan", "me.toml", *ON, "--aim", "top", here=folder).code == 4


@pytest.mark.parametrize(
    "words", [("what-if", "me.toml", "--more-hours", "2"), ("pareto", "me.toml"), ("simulate", "me.toml")]
)
def test_what_needs_a_chance_is_still_refused(folder: Path, words: tuple[str, ...]) -> None:
    """With the code for too little data and a sentence."""
    done = twelfth(*words, *ON, here=folder)

    assert (done.code, done.out) == (6, "")
    assert "how many applied and how many were selected" in " ".join(done.err.split())
    assert "Traceback" not in done.err


def test_without_anybody_who_got_in_there_is_no_road(folder: Path) -> None:
    """Nothing to measure the way by."""
    (folder / "none.toml").write_text(
        'schema = 1\nname = "none"\ntitle = "Dee"\npack = "blank"\n[capacity]\nhours_per_week = 6\n', encoding="utf-8"
    )
    done = twelfth("plan", "none.toml", *ON, here=folder)

    assert done.code == 6
    assert "Nobody selected by" in " ".join(done.err.split())
