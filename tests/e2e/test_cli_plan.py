"""twelfth plan, as it is typed."""

import json
from pathlib import Path

import pytest
from tests.command import ROOT, process, twelfth

INSTANCE = {
    "schema": "twelfth/roadmap-instance@1",
    "weeks": 60,
    "hours": [4] * 60,
    "money": [[0, 500]],
    "sigma": 1.0,
    "rounds": [{"week": 26, "base_logit": -3.0}, {"week": 52, "base_logit": -3.0}],
    "actions": [
        {"id": "russian", "hours": 60, "min_hours_week": 2, "max_hours_week": 4, "cost": 300, "effect": 1.0},
        {"id": "diving", "hours": 20, "max_hours_week": 4, "effect": 0.5, "valid_weeks": 30},
        {"id": "flying", "hours": 900, "max_hours_week": 40, "effect": 2.0},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.json").write_text(json.dumps(INSTANCE))
    return tmp_path


def test_a_plan_is_told_in_words(folder: Path) -> None:
    done = twelfth("plan", "--instance", "mine.json", "--work", "8", here=folder)

    assert done.code == 0
    for said in ("Chance with this plan:", "if nothing is done", "which is proved", "russian", "diving"):
        assert said in done.out
    assert "flying needs 900 h; there are 208 h before the last round." in " ".join(done.out.split())
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert "slices of work: 1, chance" in done.err


def test_the_instance_of_the_documents_can_be_planned(tmp_path: Path) -> None:
    """The first example of docs/reference/roadmap-files.md, saved as it stands."""
    example = (ROOT / "docs/reference/roadmap-files.md").read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    (tmp_path / "mine.json").write_text(example, encoding="utf-8")
    done = twelfth("plan", "--instance", "mine.json", "--work", "8", here=tmp_path)

    assert done.code == 0
    assert "russian" in done.out


def test_a_plan_file_is_printed_for_other_programs(folder: Path) -> None:
    done = process("plan", "--instance", "mine.json", "--work", "8", "--json", here=folder)
    told = json.loads(done.out)

    assert done.code == 0
    assert told["schema"] == "twelfth/roadmap-plan@1"
    assert told["status"] == "found"
    assert set(told["work"]) == {"russian", "diving"}
    assert sum(hours for _, hours in told["work"]["russian"]) == 60
    assert told["chance_of_doing_nothing"] < told["chance"] <= told["bound"]
    assert {"twelfth", "numba", "ortools"} <= set(told["versions"])


def test_the_same_work_prints_the_same_bytes(folder: Path) -> None:
    first, second = (twelfth("plan", "--instance", "mine.json", "--work", "6", "--json", here=folder) for _ in "ab")

    assert first.out == second.out


def test_a_time_limit_that_cut_is_told(folder: Path) -> None:
    many = INSTANCE | {"actions": [dict(INSTANCE["actions"][0], id=f"a{i}", effect=0.1 * i) for i in range(9)]}
    (folder / "many.json").write_text(json.dumps(many))
    done = twelfth("plan", "--instance", "many.json", "--seconds", "0", "--json", here=folder)

    assert json.loads(done.out)["cut"] is True


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--instance", "none.json"), 3, "none.json"),
        (("--instance", "bad.json"), 4, "circle"),
        (("--instance", "mine.json", "--work", "0"), 4, "work"),
        (("--instance", "sideways.json"), 4, "minimise"),
        ((), 2, "--instance"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    circle = [dict(INSTANCE["actions"][0], after=["diving"]), dict(INSTANCE["actions"][1], after=["russian"])]
    (folder / "bad.json").write_text(json.dumps(INSTANCE | {"actions": circle}))
    (folder / "sideways.json").write_text(json.dumps(INSTANCE | {"question": {"minimise": "tears", "target": 0.5}}))
    done = twelfth("plan", *words, here=folder)

    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.watched
@pytest.mark.parametrize(("measure", "value"), [("weeks", 5), ("hours", 20), ("money", 0)])
def test_the_least_to_a_target_is_told(folder: Path, measure: str, value: int) -> None:
    """Nothing is needed but diving, of 20 hours, at most four a week, for nothing."""
    (folder / "least.json").write_text(json.dumps(INSTANCE | {"question": {"minimise": measure, "target": 0.1}}))
    told = json.loads(twelfth("plan", "--instance", "least.json", "--work", "200", "--json", here=folder).out)
    words = twelfth("plan", "--instance", "least.json", "--work", "200", here=folder)

    assert (told["status"], told["value"], told["least"]) == ("found", value, value)
    assert told["chance"] >= 0.1
    assert "with less, which is proved." in " ".join(words.out.split())


@pytest.mark.watched
def test_a_target_out_of_reach_is_an_answer_with_a_code_of_its_own(folder: Path) -> None:
    """With more hours flying could be learned too, and money is not what is lacking."""
    (folder / "least.json").write_text(json.dumps(INSTANCE | {"question": {"minimise": "hours", "target": 0.5}}))
    done = twelfth("plan", "--instance", "least.json", "--json", here=folder)
    told = json.loads(done.out)
    words = twelfth("plan", "--instance", "least.json", here=folder)

    assert done.code == words.code == 7
    assert (told["status"], told["work"], told["conflicts"]) == ("impossible", {}, ["hours"])
    assert told["chance"] <= told["bound"] < told["target"]
    assert "What stands in the way: the hours there are." in " ".join(words.out.split())
    assert all(len(line) <= 80 for line in words.out.splitlines())


def test_how_little_more_would_do_is_told(folder: Path) -> None:
    """Flying in time for the first round takes more hours; by the second what there is suffices; money is no help.

    Work ends by itself: one slice that proves nothing would not have told it.
    """
    asked = {"minimise": "hours", "target": 0.2, "by": 26}
    (folder / "least.json").write_text(json.dumps(INSTANCE | {"question": asked}))
    told = json.loads(twelfth("plan", "--instance", "least.json", "--json", here=folder).out)
    words = " ".join(twelfth("plan", "--instance", "least.json", here=folder).out.split())
    (hours,), earliest = told["relaxations"], told["earliest_round"]

    assert told["status"] == "impossible"
    assert (hours["limit"], hours["more"], hours["least"]) == ("hours", 31, 31)
    assert (earliest["round"], earliest["week"], earliest["least"]) == (2, 52, 2)
    assert hours["chance"] >= 0.2 <= earliest["chance"]
    assert max(worked for week in hours["work"].values() for _, worked in week) <= 35
    assert set(earliest["work"]) == {"russian", "diving"}
    assert told["never"] == ["money"]
    assert "No plan reaches 20% by the last round up to week 26, which is proved" in words
    assert "With 35 hours a week in place of 4 it can be done" in words
    assert "By round 2, in week 52, it can be done" in words
    assert "No amount of money alone would do, which is proved." in words


def test_the_round_by_which_a_target_is_reached_is_told(folder: Path) -> None:
    """Russian and diving before the first of two rounds: 18 % by then."""
    (folder / "least.json").write_text(json.dumps(INSTANCE | {"question": {"minimise": "weeks", "target": 0.15}}))
    told = json.loads(twelfth("plan", "--instance", "least.json", "--work", "40", "--json", here=folder).out)
    words = twelfth("plan", "--instance", "least.json", "--work", "40", here=folder)

    assert told["status"] == "found"
    reached = told["earliest_round"]
    assert (reached["week"], reached["least"]) == ({1: 26, 2: 52}[reached["round"]], 1)
    assert ("reached by round 1 of 2, in week 26" in " ".join(words.out.split())) == (reached["round"] == 1)


def test_what_the_work_did_not_settle_is_undecided(folder: Path) -> None:
    """After one slice of search nothing is proved yet."""
    (folder / "least.json").write_text(json.dumps(INSTANCE | {"question": {"minimise": "hours", "target": 0.5}}))
    words = twelfth("plan", "--instance", "least.json", "--work", "1", here=folder)
    told = json.loads(twelfth("plan", "--instance", "least.json", "--work", "1", "--json", here=folder).out)

    assert words.code == 0
    assert "it is not proved that there is none" in " ".join(words.out.split())
    assert (told["status"], told["work"]) == ("undecided", {})
    assert told["best"]
