"""JSON Schemas (2020-12) of every --json answer, made from the type hints of the answers' dataclasses.

They lie in docs/reference/schemas. The schema of the case file there is written by hand and left alone.

Usage: python tools/schemas.py [--check]
"""

import argparse
import inspect
import json
import sys
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import twelfth.roadmap
from twelfth.base import Said, When
from twelfth.compose import Health
from twelfth.usecases import (
    Audit,
    CaseRedrawn,
    CaseRoadmap,
    CaseSummary,
    Distance,
    ForkRead,
    Front,
    GoalsBrought,
    GoalsRead,
    HistoryRead,
    ImportRead,
    LeversRead,
    LivesRead,
    MovesRead,
    OddsRead,
    PackSummary,
    PlanStressed,
    PlanWeighed,
    RoundsForecast,
    WhatIf,
)

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference" / "schemas"
ANSWERS: dict[str, object] = {
    "audit": Audit,
    "case": CaseSummary,
    "demo": {
        "hernandez": tuple[Audit, ...],
        "newcomer": Audit,
        "newcomer_odds": RoundsForecast,
        "newcomer_road": CaseRoadmap,
        "hernandez_road": CaseRoadmap,
    },
    "doctor": Health,
    "fork": ForkRead,
    "gap": Distance,
    "goals": GoalsRead,
    "goals-brought": GoalsBrought,
    "history": HistoryRead,
    "import": ImportRead,
    "levers": LeversRead,
    "lives": LivesRead,
    "moves": MovesRead,
    "odds": OddsRead,
    "pack": PackSummary,
    "packs": tuple[PackSummary, ...],
    "roadmap": CaseRoadmap,
    "pareto": Front,
    "replan": CaseRedrawn,
    "robust": PlanStressed,
    "rounds": RoundsForecast,
    "score": Distance,
    "what-if": WhatIf,
    "worth": PlanWeighed,
}
"""Type of the answer by the name in its schema id. A dict is an object with these properties."""
SIMPLE: dict[object, dict[str, object]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    When: {"type": "string", "description": "a day, a month, a year, an interval a..b of possible days, or unknown"},
}
Schema = dict[str, object]


class Writer:
    """Collects one definition for each dataclass and enumeration it meets."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def schema(self, hint: object) -> Schema:
        """The schema of a value with this type hint, as `twelfth.base.plain` writes it."""
        if isinstance(hint, Mapping):
            return _object({name: self.schema(one) for name, one in hint.items()})
        if hint in SIMPLE:
            return dict(SIMPLE[hint])
        origin, parts = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            return self._any_of(parts)
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self.schema(parts[1])}
        if origin is tuple:
            return self._tuple(parts)
        if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
            return self._defined(hint)
        raise TypeError(f"Expected a type with a plain form, got {hint!r}.")

    def _any_of(self, parts: tuple[object, ...]) -> Schema:
        if set(parts) == {Said, str}:  # a sentence is a text in every answer
            return self.schema(str)
        return {"anyOf": [self.schema(one) for one in parts]}

    def _tuple(self, parts: tuple[object, ...]) -> Schema:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return {"type": "array", "items": self.schema(parts[0])}
        count = len(parts)
        items = [self.schema(one) for one in parts]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": count, "maxItems": count}

    def _defined(self, kind: type) -> Schema:
        if kind.__name__ not in self.definitions:
            self.definitions[kind.__name__] = {}  # before its fields are read: a section holds sections
            self.definitions[kind.__name__] = self._definition(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _definition(self, kind: type) -> Schema:
        if issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        hints = typing.get_type_hints(kind, localns=vars(twelfth.roadmap))
        return _described(kind) | _object({one.name: self.schema(hints[one.name]) for one in fields(kind)})


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _described(kind: type) -> Schema:
    """The first paragraph of the docstring; none where the dataclass wrote its own."""
    text = inspect.getdoc(kind) or ""
    if not text or text.startswith(f"{kind.__name__}("):
        return {}
    return {"description": " ".join(text.split("\n\n")[0].split())}


def answer_schema(name: str) -> Schema:
    """The schema of one answer in its envelope."""
    writer = Writer()
    answer = writer.schema(ANSWERS[name])
    envelope = _object({"schema": {"const": f"twelfth/{name}/1"}, "twelfth": {"type": "string"}, "answer": answer})
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:twelfth:{name}:1",
        "title": f"The answer twelfth/{name}/1",
        "$comment": "Made by tools/schemas.py from the code. Do not edit.",
    }
    return head | envelope | {"$defs": dict(sorted(writer.definitions.items()))}


def written() -> dict[str, str]:
    """Every generated file: its name and its text."""
    return {
        f"{name}.schema.json": json.dumps(answer_schema(name), ensure_ascii=False, indent=1) + "\n" for name in ANSWERS
    }


def stale() -> list[str]:
    """Names of the files that are not what the code gives."""
    return [
        name
        for name, text in written().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the files; with --check only compare, and return 1 when one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and change nothing")
    options = parser.parse_args()
    if options.check:
        for name in stale():
            print(f"docs/reference/schemas/{name} is not what the code gives: run python tools/schemas.py")
        return 1 if stale() else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/schemas/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
