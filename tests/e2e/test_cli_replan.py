"""twelfth replan, as it is typed."""

import json
from pathlib import Path

import pytest
from tests.command import twelfth
from tests.e2e.test_cli_plan import INSTANCE

SWIMMING = {"id": "swimming", "hours": 24, "max_hours_week": 2, "effect": 0.2}
BEFORE = INSTANCE | {"actions": [*INSTANCE["actions"][:2], SWIMMING]}
WORK = {"russian": [[week, 4] for week in range(15)], "diving": [[week, 4] for week in range(15, 20)]}
ASKED = ("--instance", "now.json", "--plan", "old.json", "--work", "12")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The first round slips to week 40 and the bar rises; swimming was never planned."""
    rounds = [{"week": 40, "base_logit": -3.2}, {"week": 52, "base_logit": -3.2}]
    (tmp_path / "now.json").write_text(json.dumps(BEFORE | {"rounds": rounds}))
    (tmp_path / "paused.json").write_text(json.dumps(BEFORE | {"hours": [4] * 10 + [0] * 15 + [4] * 35}))
    (tmp_path / "old.json").write_text(json.dumps({"schema": "twelfth/roadmap-plan@1", "work": WORK}))
    return tmp_path


def test_a_redrawn_plan_is_told_in_words(folder: Path) -> None:
    done = twelfth("replan", *ASKED, here=folder)
    words = " ".join(done.out.split())

    assert done.code == 0
    for said in (
        "Chance if the plan is kept:",
        "Chance with 1 change:",
        "which is proved",
        "Add swimming, complete in week",
        "gains",
        "points",
        "The trade-off",
        "the plan as it was",
        "What to do, and when",
    ):
        assert said in words
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert "slices of work: 1, kept" in done.err


def test_a_change_that_is_forced_is_told_as_forced(folder: Path) -> None:
    """A pause of 15 weeks in the midst of what is under way."""
    done = twelfth("replan", *ASKED[2:], "--instance", "paused.json", "--since-week", "10", here=folder)
    words = " ".join(done.out.split())

    assert done.code == 0
    assert "The plan cannot be kept as it is: no plan was found with less than" in words
    assert "forced, no plan was found without it" in words


def test_a_plan_file_is_printed_that_can_be_replanned_again(folder: Path) -> None:
    """Its work before the week is that of the old plan; the trade-off rises, and each change says what it gains."""
    done = twelfth("replan", *ASKED, "--since-week", "5", "--json", here=folder)
    told = json.loads(done.out)

    assert done.code == 0
    assert told["schema"] == "twelfth/roadmap-plan@1"
    assert told["status"] == "found"
    assert told["work"]["russian"][:5] == WORK["russian"][:5]
    assert 1 <= len(told["changes"]) <= 3
    assert all(one["gain"] > 0 and one["forced"] is False for one in told["changes"])
    chances = [one["chance"] for one in told["tradeoff"]]
    assert chances == sorted(chances)
    assert told["chance"] <= told["bound"]

    (folder / "old.json").write_text(done.out)
    again = twelfth("replan", *ASKED, "--changes", "0", "--json", here=folder)
    assert again.code == 0
    assert json.loads(again.out)["changes"] == []


def test_the_same_work_prints_the_same_bytes(folder: Path) -> None:
    first, second = (twelfth("replan", *ASKED, "--json", here=folder) for _ in "ab")

    assert first.out == second.out


def test_no_plan_with_so_few_changes_is_an_answer_with_a_code_of_its_own(folder: Path) -> None:
    asked = (*ASKED[2:], "--instance", "paused.json", "--since-week", "10", "--changes", "0")
    done = twelfth("replan", *asked, here=folder)
    told = json.loads(twelfth("replan", *asked, "--json", here=folder).out)

    assert done.code == 7
    assert "No plan with at most 0 changes was found." in " ".join(done.out.split())
    assert (told["status"], told["work"], told["changes"]) == ("undecided", {}, [])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--instance", "now.json", "--plan", "none.json"), 3, "none.json"),
        (("--instance", "now.json", "--plan", "now.json"), 4, "schema"),
        (("--instance", "now.json", "--plan", "twice.json"), 4, "a week twice"),
        ((*ASKED, "--changes", "-1"), 4, "most"),
        ((*ASKED, "--since-week", "61"), 4, "since"),
        ((*ASKED[:4], "--work", "0"), 4, "work"),
        (("--instance", "busy.json", "--plan", "old.json", "--since-week", "9"), 4, "work already done"),
        (("--instance", "now.json"), 2, "--plan"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    twice = {"schema": "twelfth/roadmap-plan@1", "work": {"diving": [[3, 4], [3, 4]]}}
    (folder / "twice.json").write_text(json.dumps(twice))
    (folder / "busy.json").write_text(json.dumps(BEFORE | {"hours": [2] * 60}))
    done = twelfth("replan", *words, here=folder)

    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_time_limit_that_cut_is_told(folder: Path) -> None:
    done = twelfth("replan", *ASKED[:4], "--seconds", "0", "--json", here=folder)

    assert json.loads(done.out)["cut"] is True
