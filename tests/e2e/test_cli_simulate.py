"""twelfth simulate, as it is typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.command import process, twelfth
from tests.e2e.test_cli_plan import INSTANCE

PLAN: dict[str, Any] = {
    "schema": "twelfth/roadmap-plan@1",
    "work": {"russian": [[week, 4] for week in range(15)], "diving": [[week, 4] for week in range(16, 21)]},
}
ASKED = ("simulate", "--instance", "mine.json", "--plan", "plan.json", "--lives", "20000")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    exam = dict(INSTANCE["actions"][1], pass_probability=0.6, retry_weeks=4)
    told = INSTANCE | {"actions": [INSTANCE["actions"][0], exam, INSTANCE["actions"][2]]}
    (tmp_path / "mine.json").write_text(json.dumps(told))
    (tmp_path / "plan.json").write_text(json.dumps(PLAN))
    return tmp_path


def test_lives_are_told_in_words(folder: Path) -> None:
    done = twelfth(*ASKED, "--overrun", "0.4", "--slips", "0.1", "--bar", "0.3", here=folder)
    said = " ".join(done.out.split())

    assert done.code == 0
    for words in (
        "Selected by the last round:",
        "By the plan as it stands it would be",
        "exam passed in",
        "round in week 52",
        "one in six takes over 1.49 times its hours",
        "of each week of work 10% come to nothing",
        "it moves by about 0.3 logits",
        "20,000 lives, seed 0.",
    ):
        assert words in said
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert done.err == ""


def test_lives_are_printed_for_other_programs(folder: Path) -> None:
    """With no cause, the chance is that of the plan, and every mile is finished in its week."""
    done = process(*ASKED, "--json", here=folder)
    told = json.loads(done.out)
    answer, lives = told["answer"], told["answer"]["lives"]

    assert done.code == 0
    assert told["schema"] == "twelfth/lives/1"
    assert abs(lives["chance"] - answer["as_planned"]) < 4 * lives["standard_error"]
    assert answer["idle"] < answer["as_planned"]
    assert [(mile["action"], mile["planned"], mile["week_90"]) for mile in lives["miles"]] == [
        ("russian", 15, 15),
        ("diving", 21, 21),
    ]
    assert lives["miles"][1]["passed"] == pytest.approx(1 - 0.4**3, abs=0.01)
    assert sum(each["selected"] for each in lives["rounds"]) + lives["never"] == pytest.approx(1)


def test_the_same_seed_prints_the_same_bytes(folder: Path) -> None:
    first, again, other = (
        twelfth(*ASKED, "--overrun", "0.4", "--seed", seed, "--json", here=folder) for seed in ("1", "1", "2")
    )

    assert first.out == again.out
    assert first.out != other.out


def test_a_plan_that_plan_printed_can_be_lived(folder: Path) -> None:
    printed = twelfth("plan", "--instance", "mine.json", "--work", "3", "--json", here=folder)
    (folder / "plan.json").write_text(printed.out)

    assert twelfth(*ASKED, here=folder).code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--plan", "none.json"), 3, "none.json"),
        (("--instance", "none.json"), 3, "none.json"),
        (("--plan", "mine.json"), 4, "roadmap-plan@1"),
        (("--lives", "0"), 4, "lives"),
        (("--overrun", "3"), 4, "overrun"),
        (("--slips", "0.9"), 4, "slips"),
        (("--bar", "nan"), 4, "bar"),
        (("--lives", "many"), 2, "--lives"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = twelfth(*ASKED, *words, here=folder)

    assert done.code == code
    assert said in done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_a_plan_that_cannot_be_done_is_told_with_every_rule_it_breaks(folder: Path) -> None:
    work = PLAN["work"] | {"diving": [[3, 4]], "walking": [[1, 1]]}
    (folder / "plan.json").write_text(json.dumps(PLAN | {"work": work}))
    unknown = twelfth(*ASKED, here=folder)
    (folder / "plan.json").write_text(json.dumps(PLAN | {"work": PLAN["work"] | {"diving": [[3, 4]]}}))
    done = twelfth(*ASKED, here=folder)

    assert (unknown.code, done.code) == (4, 4)
    assert "walking: no such action" in unknown.err
    assert "diving: 4 h of work, 20 h needed" in done.err
    assert "8 h planned" in done.err
