"""An answer as of a day, through the real command and a real case file: what came later changes no byte of it."""

import re
import shutil
from pathlib import Path

import pytest
from tests.command import DAY, twelfth
from tests.factories import EXAMPLES

MID_1998 = "1998-06-30"
CITED_LATER = """
[[source]]
id = "later"
title = "He flew on STS-128 in 2009"
address = "https://example.org/sts-128"
"""
CONTRADICTIONS = {
    "hernandez": """
[[fact]]
trait = "worked_at_nasa"
value = true
from = 1995-01-01
to = 1995-06-30
known = 2020-01-01
source = "later"
""",
    "newcomer": """
[[fact]]
trait = "english_reading"
value = 7
from = 2025-03-10
known = 2026-01-15
source = "later"
""",
}
AS_OF = {"hernandez": MID_1998, "newcomer": "2025-12-17"}


def answers(case: Path, day: str) -> tuple[str, str, str]:
    """The text, the JSON and the page of an audit."""
    page = case.with_suffix(".html")
    text = twelfth("audit", str(case), "--as-of", day, here=case.parent)
    told = twelfth("audit", str(case), "--as-of", day, "--json", "--html", str(page), here=case.parent)
    assert (text.code, told.code) == (0, 0), text.err + told.err
    return text.out, told.out, page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", AS_OF)
def test_a_contradiction_known_only_later_changes_nothing(name: str, tmp_path: Path) -> None:
    """The file with a later correction and a new source is read, and answers for the earlier day as without them."""
    case = tmp_path / f"{name}.toml"
    shutil.copy(EXAMPLES / f"{name}.toml", case)
    before = answers(case, AS_OF[name])

    text = case.read_text(encoding="utf-8")
    case.write_text(text + CITED_LATER + CONTRADICTIONS[name], encoding="utf-8")

    assert answers(case, AS_OF[name]) == before
    assert "STS-128" not in before[2]


def test_the_page_of_an_earlier_day_names_no_later_source(tmp_path: Path) -> None:
    """The page of June 1998 lists the sources of what was known then, not those of the classes of 2000 and 2004."""
    page = tmp_path / "page.html"
    twelfth("audit", "hernandez", "--as-of", MID_1998, "--html", str(page))
    then = page.read_text(encoding="utf-8")
    twelfth("audit", "hernandez", "--html", str(page))
    now = page.read_text(encoding="utf-8")

    assert then.count("https://") < now.count("https://")
    assert "later biography" not in then


def test_a_correction_counts_from_the_day_it_is_known(tmp_path: Path) -> None:
    """From the day it is known the correction is what counts: the score falls."""
    case = tmp_path / "newcomer.toml"
    shutil.copy(EXAMPLES / "newcomer.toml", case)
    case.write_text(case.read_text(encoding="utf-8") + CITED_LATER + CONTRADICTIONS["newcomer"], encoding="utf-8")

    before, after = (twelfth("score", str(case), "--as-of", day).out for day in ("2026-01-14", "2026-01-15"))
    assert "You have 416 points." in before
    assert "You have 416 points." not in after


def test_the_rules_of_2016_know_nothing_of_later_ones() -> None:
    """In 2016 nothing is said of French points, of a brother or sister, of TEER levels or of rounds by category."""
    said, told = (twelfth("score", "newcomer", "--as-of", "2016-03-01", *form) for form in ((), ("--json",)))

    assert (said.code, told.code) == (0, 0), said.err
    for later in ("TEER", "sibling", "brother", "French rounds", "Category"):
        assert later not in told.out, later
    assert {int(year) for year in re.findall(r"\b20\d\d\b", said.out)} <= {2015, 2016}


def test_an_empty_day_is_not_the_same_as_none() -> None:
    """--as-of with nothing behind it is a mistake of a script, not a wish for today."""
    told = twelfth("score", "newcomer", "--as-of", "")

    assert told.code == 4
    assert "expected" in told.err


def test_a_round_nobody_is_described_of_is_said_so() -> None:
    """The people of 1990 are not in the pack: that is what is said, not that there is nobody at all."""
    told = twelfth("gap", "hernandez", "--as-of", "2005-01-01", "--round", "1990")

    assert (told.code, told.out) == (6, "")
    assert "Nobody selected in round 1990 is on file" in told.err


def test_a_lapsed_test_is_told_in_words() -> None:
    """Level 0 is not a level anybody is given: the words say what it stands for."""
    told = twelfth("audit", "newcomer", "--as-of", DAY)

    assert "French, reading" in told.out
    assert "not tested or lapsed" in told.out
    assert "0 NCLC" not in told.out
