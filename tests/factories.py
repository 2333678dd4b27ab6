"""Small builders for tests: the least a value needs, everything else by name."""

from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from twelfth.base import When, add_months, parse_when
from twelfth.distance import Score, measure
from twelfth.goal import Case, Fact, Process, Profile, Range, Trait, YesGroup, profile
from twelfth.packs import read_case, read_pack

EXAMPLES = Path(__file__).parent.parent / "src" / "twelfth" / "packs" / "cases"
BUILT_IN = Path(__file__).parent.parent / "src" / "twelfth" / "packs" / "builtin"
LANGUAGE_PREFIXES = ("english_", "french_", "spouse_reading", "spouse_writing", "spouse_listening", "spouse_speaking")
LONG_AGO = date(2010, 1, 1)


@cache
def built_in(name: str) -> Process:
    """A built-in pack, read once."""
    return read_pack(BUILT_IN / name)


def fact(trait: str, level: object, begins: date | str = LONG_AGO, **more: object) -> Fact:
    """A fact with its dates written as a pack writes them."""

    if isinstance(more.get("ends"), str | date):
        more["ends"] = parse_when(more["ends"])
    return Fact(trait=trait, level=level, begins=parse_when(begins), **more)  # type: ignore[arg-type]


def yes_group(traits: tuple[Trait, ...], rows: list[list[float]], **more: object) -> YesGroup:
    """A yes group from lists."""
    return YesGroup(traits, np.array(rows, dtype=float).reshape(len(rows), len(traits)), **more)  # type: ignore[arg-type]


def person(traits: tuple[Trait, ...], levels: dict[str, object], as_of: date = date(2020, 1, 1)) -> Profile:
    """The profile of somebody who has had these levels for long; the other traits are unknown."""
    return profile([fact(name, level) for name, level in levels.items()], as_of, traits=traits)


@cache
def example(name: str) -> Case:
    """A built-in case, read once."""
    return read_case(EXAMPLES / f"{name}.toml", pack_of=built_in)


def crs_score(as_of: date, facts: dict[str, object], *, since: dict[str, date] | None = None) -> Score:
    """The CRS score of a person who has these levels and the lowest level of everything else."""
    process = built_in("express-entry")
    began = since or {}
    found = []
    for trait in process.traits:
        if trait.name not in facts and trait.kind == "date":
            continue
        level = trait.parse(facts[trait.name]) if trait.name in facts else _lowest(trait)
        recent = trait.name.startswith(LANGUAGE_PREFIXES)
        day = began.get(trait.name, add_months(as_of, -3) if recent else LONG_AGO)
        found.append(Fact(trait=trait.name, level=level, begins=When.on(day)))
    who = profile(found, as_of, traits=process.traits)
    return measure(process.known(as_of), who).scores["crs"]


def _lowest(trait: Trait) -> bool | str | float | date | Range:
    codes = trait.codes()
    return trait.level(codes[0]) if codes is not None else trait.level(0.0)
