"""The questions around a roadmap, as they are typed: what-if, pareto, worth, robust, fork."""

import json
import re
from pathlib import Path

import pytest
from tests.command import twelfth
from tests.roadmap_files import write_files

MINE = ("--instance", "mine.json")
WITH_PLAN = (*MINE, "--plan", "plan.json")
SO_FAR = re.compile(r"\d+ of \d+ (weighed|branches searched)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path)


def words(*typed: str, here: Path) -> str:
    """What is printed, on one line; it fits the terminal, and messages say how far it has come and nothing else."""
    done = twelfth(*typed, here=here)
    assert done.code == 0, done.err
    assert all(SO_FAR.fullmatch(line) for line in done.err.splitlines())
    assert all(len(line) <= 80 for line in done.out.splitlines())
    return " ".join(done.out.split())


def test_a_change_is_told_with_both_chances_and_both_bounds(folder: Path) -> None:
    said = words("what-if", *WITH_PLAN, "--drop", "diving", "--more-hours", "14", here=folder)

    assert "- diving is not done, nor what needs it - there are 14 h more in every week that is no pause" in said
    assert "With the plan kept as far as it goes, 2 of 3 actions left out:" in said
    assert "- added: flying, complete in week 5" in said
    assert "- dropped: licence, which would have been complete in week 24" in said
    assert said.count("which is proved") == 2


def test_what_if_asks_for_a_plan_where_none_is_given(folder: Path) -> None:
    """Fewer hours than any action takes: nothing can be done then."""
    told = json.loads(twelfth("what-if", *MINE, "--hours-per-week", "0", "--json", here=folder).out)["answer"]

    assert told["before"]["chance"] == told["best_before"]
    assert told["before"]["work"].keys() >= {"russian", "diving"}
    assert told["best"] == {"chance": told["idle_after"], "work": {}, "miles": []}


def test_a_round_skipped_and_a_budget_are_told(folder: Path) -> None:
    said = words("what-if", *WITH_PLAN, "--skip", "52", "--budget", "100", "--work", "2", here=folder)

    assert "- the round of week 52 is not held - there is 100 of money, all of it from the beginning" in said
    assert "- dropped: russian, which would have been complete in week 15" in said


def test_what_matters_is_told(folder: Path) -> None:
    said = words("worth", *WITH_PLAN, here=folder)

    assert "diving 21 0 0 cannot be" in said
    assert "russian 15 11 45 0.0" in said
    assert said.index("diving -") < said.index("russian -") < said.index("licence -")


def test_how_robust_a_plan_is_is_told(folder: Path) -> None:
    said = words("robust", *WITH_PLAN, "--overrun", "2", here=folder)

    for line in ("the bar is higher by 0.2 in log-odds", "effects are 50 % of those assumed", "nothing is done"):
        assert line in said
    assert "all work takes 200 % longer" in said
    assert "the round of week 52 is cancelled" in said
    assert "Not complete in time if work takes longer licence" in said


def test_the_chance_against_hours_is_a_table_with_bars(folder: Path) -> None:
    """With 48 hours a week everything is done in time, and what comes after that is no help."""
    done = twelfth("pareto", *MINE, "--up-to", "80", "--points", "6", "--work", "5", here=folder)
    rows = [line.split() for line in done.out.splitlines() if line.lstrip()[:1].isdigit()]

    assert done.code == 0
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert [row[0] for row in rows] == ["0", "16", "32", "48", "64", "80"]
    assert all(set(row[-1]) <= {"#", "-"} for row in rows)
    assert "Above 48 hours a week: no better plan was found up to 80" in " ".join(done.out.split())


def test_the_chance_against_money_is_told(folder: Path) -> None:
    said = words("pareto", *MINE, "--over", "money", "--points", "3", "--work", "1", here=folder)

    assert "There is 500 of money now." in said
    assert " 500 4" in said


def test_the_next_fork_is_told_with_what_to_do(folder: Path) -> None:
    """Fitting the plan to each branch, or keeping it."""
    said = words("fork", *WITH_PLAN, here=folder)

    assert "If licence does not succeed at its first attempt, in week 24 (40.0% likely) Worked through by then:" in said
    assert "If it turns out in week 24 that licence never succeeds (6.4% likely)" in said
    assert "If the round of week 26 is cancelled Worked through by then: diving, licence, russian." in said
    assert "Money left: 50." in said
    assert said.count("Keep the plan:") == 3


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("what-if", *MINE, "--drop", "cooking"), 4, "There are: diving, flying, licence, russian."),
        (("what-if", *MINE, "--skip", "7"), 4, "Weeks of rounds: 26, 52."),
        (("what-if", *MINE, "--more-hours", "-2"), 4, "more hours is '-2': expected a whole number of at least 0."),
        (("what-if", *MINE, "--hours-per-week", "-2"), 4, "hours per week is '-2'"),
        (("what-if", *MINE, "--budget", "5", "--more-money", "5"), 4, "expected one of the two"),
        (("what-if", *MINE), 4, "Say what to drop or to skip"),
        (("what-if", *MINE, "--skip", "26", "--work", "0"), 4, "work is '0'"),
        (("what-if", *MINE, "--skip", "26", "--plan", "none.json"), 3, "none.json"),
        (("what-if", "--instance", "none.json", "--skip", "26"), 3, "none.json"),
        (("what-if", *MINE, "--skip", "26", "--plan", "mine.json"), 4, "twelfth/roadmap-plan@1"),
        (("worth", *MINE, "--plan", "broken.json"), 4, "broken.json: licence: 8 h of work, 12 h needed"),
        (("robust", *MINE, "--plan", "broken.json"), 4, "broken.json: licence: needs diving, which is not in the plan"),
        (("fork", *MINE, "--plan", "broken.json"), 4, "broken.json: licence: needs diving, which is not in the plan"),
        (("fork", *WITH_PLAN, "--work", "0"), 4, "work is '0'"),
        (("robust", *WITH_PLAN, "--rise", "-1"), 4, "rise is '-1.0'"),
        (("pareto", *MINE, "--over", "tears"), 4, "expected one of hours, money"),
        (("pareto", *MINE, "--points", "1"), 4, "points is '1'"),
        (("pareto", *MINE, "--up-to", "-3"), 4, "up-to is '-3'"),
        (("worth", "newcomer", *MINE), 2, "not both"),
        (("robust", *MINE, "--as-of", "2026-01-01"), 2, "need a case"),
        (("what-if", "--drop", "diving"), 2, "--instance"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(folder: Path, typed: tuple[str, ...], code: int, said: str) -> None:
    done = twelfth(*typed, here=folder)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err
