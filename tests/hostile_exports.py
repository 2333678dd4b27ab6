"""Exports that no program of ours writes, each made from a good one, with what its refusal says."""

import json
from collections.abc import Callable
from typing import Any

from twelfth.usecases import MOST_CHARACTERS


def first(goal: Any) -> Any:
    return goal["rows"][0]


def spoilt(text: str, spoil: Callable[[Any], object]) -> str:
    told = json.loads(text)
    spoil(told)
    return json.dumps(told)


def in_goal(spoil: Callable[[Any], object]) -> Callable[[str], str]:
    return lambda text: spoilt(text, lambda told: spoil(told["goals"][0]))


HOSTILE_EXPORTS: dict[str, tuple[Callable[[str], str], str]] = {
    "no JSON": (lambda text: text[:-40], "expected JSON, whole and unchanged"),
    "nothing": (lambda _: "", "expected JSON"),
    "a list": (lambda _: "[]", r"export is '\[\]': expected the fields schema, goals"),
    "another schema": (lambda text: text.replace("twelfth/export/1", "other/1"), "schema is 'other/1'"),
    "no schema": (lambda text: spoilt(text, lambda told: told.pop("schema")), "field of export is 'schema'"),
    "a newer one with more": (
        lambda text: spoilt(text, lambda told: told.update(schema="twelfth/export/12", corner=[])),
        "schema is 'twelfth/export/12': expected twelfth/export/1",
    ),
    "deep lists": (lambda _: "[" * 200_000, "depth is"),
    "a deep level": (
        in_goal(lambda goal: goal["rows"][1]["thing"].update(level=json.loads("[" * 300 + "]" * 300))),
        "row 2, level: fact.level is",
    ),
    "a huge number": (lambda text: text.replace('"level":7,', f'"level":{"9" * 5000},', 1), "thousands of digits"),
    "a large number": (lambda text: text.replace('"level":7,', '"level":1e999,', 1), "level is 'inf': expected"),
    "NaN": (lambda text: text.replace('"level":7,', '"level":NaN,', 1), "number is 'NaN'"),
    "a field twice": (lambda text: text.replace('"row":1,', '"row":1,"row":1,', 1), "field is 'row': expected each"),
    "a field too many": (
        in_goal(lambda goal: first(goal)["thing"].update(x=1)),
        r"source\.x is '1': expected no field",
    ),
    "a field too few": (in_goal(lambda goal: first(goal)["thing"].pop("title")), r"source\.title is ''"),
    "a goal with more": (in_goal(lambda goal: goal.update(x=1)), "field of goal 1 is 'x'"),
    "a kind there is not": (in_goal(lambda goal: first(goal).update(kind="x")), "kind of thing is 'x'"),
    "a million rows": (in_goal(lambda goal: goal.update(rows=[0] * 1_000_000)), "rows and changes is '1,000,0"),
    "too many goals": (
        lambda text: spoilt(text, lambda told: told.update(goals=told["goals"] * 201)),
        "goals is '201': expected at most 200",
    ),
    "a goal twice": (lambda text: spoilt(text, lambda told: told.update(goals=told["goals"] * 2)), "goals is 'moon'"),
    "a million rows of nothing": (in_goal(lambda goal: goal.update(rows=[{}] * 1_000_000)), "values is"),
    "half a sign": (in_goal(lambda goal: first(goal)["thing"].update(title="\ud83d")), "lone surrogate"),
    "the sign NUL": (in_goal(lambda goal: first(goal)["thing"].update(title="a\0")), "without the sign NUL"),
    "a way out": (lambda text: text.replace('"name":"moon"', '"name":"../moon"'), "name of a goal is '../moon'"),
    "a pack elsewhere": (lambda text: text.replace('"nasa-astronaut"', '"/etc"'), "pack of a goal is '/etc'"),
    "a card among the rows": (in_goal(lambda goal: goal["rows"].append(goal["card"])), "rows of goal 'moon'"),
    "no card": (in_goal(lambda goal: goal.update(card=first(goal))), "card of goal 1"),
    "a row twice": (in_goal(lambda goal: goal["rows"].append(first(goal))), "a number twice"),
    "a row of no trail": (in_goal(lambda goal: goal["trail"].pop(1)), "source 1 of goal 'moon' is 'not what its trail"),
    "a trail of no row": (in_goal(lambda goal: goal["rows"].pop(0)), "source 1 of goal 'moon' is 'not what its trail"),
    "another row": (in_goal(lambda goal: first(goal)["thing"].update(title="x")), "not what its trail leads to"),
    "a change out of turn": (in_goal(lambda goal: goal["trail"].reverse()), "trail of goal 'moon' is 'change"),
    "a change of nothing": (in_goal(lambda goal: goal["trail"][0].update(after=None)), "trail of goal 'moon'"),
    "a version skipped": (in_goal(lambda goal: goal["trail"][0]["after"].update(version=2)), "trail of goal 'moon'"),
    "a number below one": (in_goal(lambda goal: first(goal).update(row=0)), "number is '0, version 1'"),
    "a day that is none": (in_goal(lambda goal: goal["trail"][0].update(on="2026-13-01")), "on is '2026-13-01'"),
    "millions of values": (lambda _: "[" + "{}," * 3_000_000 + "{}]", "values is '6,000,002'"),
    "too long": (lambda _: " " * (MOST_CHARACTERS + 1), "24,000,001 characters"),
}
