"""Roadmap instances and plans from JSON: what is there is read, and each mistake is named by file and field."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.roadmap_cases import action

from twelfth.base import InvalidInput, NotFound
from twelfth.packs import read_instance, read_plan, work_of
from twelfth.roadmap import BestChance, Least, Plan

ACTION: dict[str, Any] = {"id": "a", "hours": 4, "max_hours_week": 2, "effect": 1.0}
GOOD: dict[str, Any] = {
    "schema": "twelfth/roadmap-instance@1",
    "weeks": 3,
    "hours": [4, 0, 4],
    "money": [[0, 100]],
    "sigma": 1,
    "rounds": [{"week": 2, "base_logit": -2}],
    "actions": [ACTION, {**ACTION, "id": "b", "after": ["a"], "group": None, "valid_weeks": 9, "renews": None}],
}


def written(folder: Path, told: object) -> Path:
    file = folder / "instance.json"
    file.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return file


def test_an_instance_is_read_as_it_stands(tmp_path: Path) -> None:
    case, question = read_instance(written(tmp_path, GOOD))
    assert case.calendar.hours == (4, 0, 4)
    assert case.calendar.money == ((0, 100),)
    assert case.rounds[0].week == 2
    assert case.sigma == 1.0
    assert case.actions == (action("a"), action("b", after=("a",), valid_weeks=9))
    assert question == BestChance()


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        (None, BestChance()),
        ({"maximise": "chance"}, BestChance()),
        ({"minimise": "hours", "target": 0.5}, Least("hours", 0.5)),
        ({"minimise": "hours", "target": 0.5, "by": 2}, Least("hours", 0.5, by=2)),
    ],
)
def test_the_question_is_read(tmp_path: Path, asked: object, question: object) -> None:
    assert read_instance(written(tmp_path, GOOD | {"question": asked}))[1] == question


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"schema": "other"}, "schema: schema is 'other': expected twelfth/roadmap-instance@1"),
        ({"weeks": 0}, "weeks: weeks is '0'"),
        ({"weeks": 10**9}, "from 1 to 5200"),
        ({"hours": [4, 4]}, "hours: hours is '2 entries': expected one for each of the 3 weeks"),
        ({"hours": [4, 4, "x"]}, r"hours\[2\]: hours\[2\] is 'x'"),
        ({"hours": [4, 4, -1]}, "hours of week 2 is '-1'"),
        ({"money": [[0]]}, r"money\[0\]: money\[0\] is '\[0\]': expected a pair"),
        ({"sigma": -1}, "sigma: sigma is '-1.0'"),
        ({"sigma": None}, "sigma: field is 'sigma': expected a number"),
        ({"rounds": {}}, "rounds: rounds is"),
        ({"rounds": [3]}, r"rounds: rounds is '\[3\]': expected a list of objects"),
        (
            {"rounds": [{"week": 2}]},
            r"rounds\[0\].base_logit: field is 'base_logit': expected a number: the field is missing",
        ),
        ({"rounds": [{"week": 5201, "base_logit": 0}]}, r"rounds\[0\].week: week of a round is '5201'"),
        ({"rounds": [{"week": -2, "base_logit": "x"}]}, r"rounds\[0\].base_logit: base_logit is 'x'"),
        ({"actions": [{**ACTION, "hours": 2.5}]}, r"actions\[0\].hours: hours is '2.5': expected a whole number"),
        ({"actions": [{**ACTION, "hours": True}]}, r"actions\[0\].hours: hours is 'True'"),
        ({"actions": [{**ACTION, "cost": -1}]}, r"actions\[0\].cost: cost of action a is '-1'"),
        ({"actions": [{**ACTION, "houres": 3}]}, r"actions\[0\].houres: houres is '3': expected no such field"),
        ({"actions": [{**ACTION, "after": ["x"]}]}, "after: after of action a is 'x'"),
        (
            {"actions": [{**ACTION, "after": "x"}]},
            r"actions\[0\].after: after is 'x': expected a list in square brackets",
        ),
        ({"actions": [ACTION] * 2001}, "2,001 entries"),
        ({"question": {"minimise": "days", "target": 0.5}}, "question.minimise: minimise is 'days'"),
        ({"question": {"minimise": "weeks", "target": 2}}, "question.target: target is '2.0'"),
        ({"question": {"minimise": "weeks", "target": 0.5, "by": -1}}, "question.by: by is '-1': expected a week"),
        ({"question": {"maximise": "chance", "by": 2}}, "question.by: by is '2': expected no such field"),
        ({"question": {"maximise": "money"}}, "question.maximise: maximise is 'money'"),
        ({"more": 1}, "more: more is '1': expected no such field"),
    ],
)
def test_each_mistake_is_named_by_file_and_field(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as found:
        read_instance(written(tmp_path, GOOD | changed))
    assert str(found.value).startswith("instance.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "expected JSON"),
        ("[]", "expected an object"),
        ('{"weeks": 1, "weeks": 2}', "the field weeks twice"),
        ("NaN", "expected an object"),
        ("[" * 100_000, "too deep"),
    ],
)
def test_what_is_no_instance_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read_instance(written(tmp_path, text))


def test_a_round_before_week_0_is_over(tmp_path: Path) -> None:
    """It is no round ahead, and is remembered to be told."""
    case, _ = read_instance(written(tmp_path, GOOD | {"rounds": [{"week": -2, "base_logit": 0}, GOOD["rounds"][0]]}))

    assert [one.week for one in case.rounds] == [2]
    assert case.past == (-2,)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no\.json"):
        read_instance(tmp_path / "no.json")


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    plan = Plan.of({"a": [(2, 2), (0, 2)], "b": [(3, 1)]})
    told = {"schema": "twelfth/roadmap-plan@1", "work": work_of(plan), "chance": 0.4}
    assert read_plan(written(tmp_path, told)) == plan
    with pytest.raises(InvalidInput, match=r"work.a\[0\]"):
        read_plan(written(tmp_path, told | {"work": {"a": [[1, 2, 3]]}}))
