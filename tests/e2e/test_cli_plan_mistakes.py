"""What is wrong with a roadmap file: each mistake with its code, the culprit, its value, what was expected, what to do;
and what no plan can use, told beside the best plan without it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.command import Done, twelfth

A: dict[str, Any] = {"id": "a", "hours": 4, "max_hours_week": 2, "effect": 1.0}
B: dict[str, Any] = {"id": "b", "hours": 4, "max_hours_week": 2, "effect": 0.5, "valid_weeks": 3}
EXAM: dict[str, Any] = A | {"pass_probability": 0.5, "retry_weeks": 4}
WHOLE = ("hours", "min_hours_week", "max_hours_week", "min_weeks", "cost", "valid_weeks", "retry_weeks")
RENEWAL: dict[str, Any] = B | {"id": "again", "after": ["b"], "renews": "b"}
GOOD: dict[str, Any] = {
    "schema": "twelfth/roadmap-instance@1",
    "weeks": 10,
    "hours": [4] * 10,
    "money": [[0, 100]],
    "sigma": 1.0,
    "rounds": [{"week": 9, "base_logit": -2.0}],
    "actions": [A, B],
}


def asked(folder: Path, content: bytes, *words: str) -> Done:
    (folder / "mine.json").write_bytes(content)
    return twelfth("plan", "--instance", "mine.json", *words, here=folder)


def refused(done: Done, *parts: str) -> None:
    """With code 4, in a sentence that has these parts; no traceback, no plan."""
    said = " ".join(done.err.split())
    assert done.code == 4, said
    assert said.startswith("mine.json")
    for part in parts:
        assert part in said
    assert "Traceback" not in said
    assert done.out == ""


@pytest.mark.parametrize(
    ("changed", "parts"),
    [
        (
            {"actions": [A | {"after": ["b"]}, B | {"after": ["a"]}]},
            ("prerequisites", "'a -> b -> a'", "expected no circle", "Take one of them out"),
        ),
        (
            {"actions": [A | {"min_hours_week": 3}]},
            ("actions[0].min_hours_week", "action a", "'3'", "at most max_hours_week, 2", "Lower it"),
        ),
        ({"actions": [A | {"after": ["zz"]}, B]}, ("after of action a", "'zz'", "the id of an action", "a, b")),
        (
            {"actions": [B, RENEWAL, RENEWAL | {"id": "third", "after": ["again"], "renews": "again"}]},
            ("renews of action third", "'again'", "an original, not a renewal", "Name the original, b"),
        ),
        ({"actions": [A, A]}, ("id of an action", "'a'", "no other action has", "Rename one of the two")),
        ({"actions": [A | {"id": ""}]}, ("actions[0].id", "''", "expected a name")),
        ({"actions": [A, B | {"effect": float("nan")}]}, ("actions[1].effect", "'nan'", "a finite number", "0.7")),
        ({"actions": [A, B | {"effect": float("inf")}]}, ("actions[1].effect", "'inf'", "a finite number", "0.7")),
        ({"actions": [A | {"effect": 1e308}]}, ("effect of action a", "'1e+308'", "from -1000 to 1000")),
        (
            {"actions": [B | {"id": f"a{i}", "effect": 1000.0} for i in range(11)]},
            ("effects of all actions", "'11000'", "at most 10000 together"),
        ),
        ({"actions": [A | {"effect": True}]}, ("actions[0].effect", "'True'", "a number")),
        ({"hours": [4] * 9}, ("hours", "'9 entries'", "one for each of the 10 weeks", "Give 10, or set weeks to 9")),
        ({"hours": [True] * 10}, ("hours[0]", "'True'", "a whole number")),
        ({"hours": [10**30] * 10}, ("hours of week 0", "from 0 to 1,000,000,000")),
        ({"money": [[0, 1, 2]]}, ("money[0]", "'[0, 1, 2]'", "a pair", "then the amount")),
        ({"money": [[0, 10**30]]}, ("arrival of money", "in week 0", "from 0 to 1,000,000,000,000")),
        ({"money": [[0, 1]] * 5_201}, ("money", "'5,201 entries'", "at most 5,200")),
        ({"rounds": [{"week": True, "base_logit": 0}]}, ("rounds[0].week", "'True'", "a whole number")),
        ({"rounds": [{"week": 10**6, "base_logit": 0}]}, ("week of a round", "'1000000'", "from 0 to 5,200")),
        ({"rounds": [{"week": 9, "base_logit": 1e308}]}, ("rounds[0].base_logit", "'1e+308'", "-2.9")),
        ({"sigma": 1e308}, ("sigma", "'1e+308'", "from 0 to 10", "1 is usual")),
        *(({"actions": [EXAM | {field: 10**30}]}, (f"{field} of action a", "a whole number")) for field in WHOLE),
    ],
)
def test_a_mistake_is_refused_by_name(tmp_path: Path, changed: dict[str, Any], parts: tuple[str, ...]) -> None:
    refused(asked(tmp_path, json.dumps(GOOD | changed).encode()), *parts)


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (b"", ("content", "'nothing'", "expected JSON", "See an example")),
        (json.dumps(GOOD).encode() + b"\xe9", ("not UTF-8", "Save the file again as UTF-8")),
        (b"[" * 200_000, ("too deep to read",)),
        (b'{"a":' * 200_000, ("too deep to read",)),
        (json.dumps(GOOD).replace('"weeks": 10', f'"weeks": {"9" * 5_000}').encode(), ("content", "digits")),
        (b"NaN", ("a float", "an object")),
        (b"#" * 50_000_000, ("'50,000,000 bytes'", "at most 20,000,000 bytes")),
    ],
    ids=["empty", "not UTF-8", "deep lists", "deep objects", "many digits", "no object", "50 MB"],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, parts: tuple[str, ...]) -> None:
    refused(asked(tmp_path, content), *parts)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "mine.json").mkdir()
    refused(twelfth("plan", "--instance", "mine.json", here=tmp_path), "a folder", "a regular file")


@pytest.mark.parametrize(
    ("work", "parts"),
    [
        ({"a": [[0, 2, 1]]}, ("work.a[0]", "'[0, 2, 1]'", "a pair", "then its hours")),
        ({"a": [[0]]}, ("work.a[0]", "'[0]'", "a pair")),
        ({"a": [[0, True]]}, ("work.a[0]", "'[0, True]'", "a pair of whole numbers")),
    ],
)
def test_rows_of_work_of_a_wrong_length_are_refused(tmp_path: Path, work: object, parts: tuple[str, ...]) -> None:
    (tmp_path / "good.json").write_text(json.dumps(GOOD))
    (tmp_path / "mine.json").write_text(json.dumps({"schema": "twelfth/roadmap-plan@1", "work": work}))
    refused(twelfth("robust", "--instance", "good.json", "--plan", "mine.json", here=tmp_path), *parts)


@pytest.mark.parametrize(
    ("changed", "told", "work"),
    [
        (
            {"actions": [A | {"hours": 10**9}, B]},
            "a needs 1,000,000,000 h; there are 36 h before the last round.",
            {"b"},
        ),
        ({"actions": [A | {"cost": 10**12}, B]}, "a costs 1,000,000,000,000; 100 will have come in", {"b"}),
        ({"money": [], "actions": [A | {"cost": 5}, B]}, "a costs 5; 0 will have come in before the last", {"b"}),
        ({"hours": [0] * 10}, "There is no hour before the last round, so nothing can be done.", set()),
        (
            {"rounds": [{"week": -2, "base_logit": 3.0}, *GOOD["rounds"]]},
            "A round in week -2 is over: it is left out.",
            {"a", "b"},
        ),
        ({"rounds": [{"week": -2, "base_logit": 3.0}]}, "There is no round ahead, so nothing can be gained.", set()),
    ],
    ids=["too long", "too dear", "no money", "no hours", "a round that is over", "no other round"],
)
def test_what_no_plan_can_use_is_told_with_the_best_plan_without_it(
    tmp_path: Path, changed: dict[str, Any], told: str, work: set[str]
) -> None:
    """The chance is that of the same file without it."""
    done = asked(tmp_path, json.dumps(GOOD | changed).encode(), "--work", "4", "--json")
    answer = json.loads(done.out)
    words = " ".join(asked(tmp_path, json.dumps(GOOD | changed).encode(), "--work", "4").out.split())

    assert done.code == 0
    assert any(one.startswith(told) for one in answer["warnings"])
    assert told in words
    assert set(answer["work"]) == work
    assert answer["chance"] < 0.8


def test_large_amounts_that_can_be_are_planned_with(tmp_path: Path) -> None:
    """Money of a small coin, and more hours than a week has: no table grows with them."""
    large = {"hours": [10**9] * 10, "money": [[0, 10**12]], "actions": [A | {"cost": 10**12}, B]}
    done = asked(tmp_path, json.dumps(GOOD | large).encode(), "--work", "4", "--json")

    assert done.code == 0
    assert set(json.loads(done.out)["work"]) == {"a", "b"}


def test_a_chance_that_is_nearly_certain_is_an_answer(tmp_path: Path) -> None:
    """With nothing done it is so close to certain that there is nothing to prove."""
    sure = {"rounds": [{"week": 9, "base_logit": 20.0}]}
    done = asked(tmp_path, json.dumps(GOOD | sure).encode(), "--json")

    assert done.code == 0
    assert json.loads(done.out)["chance"] > 0.999
