"""The score against a slow twin that reads the files of the pack itself and shares no code with the distance room.

The twin knows no ranges, no readings and no versions as objects: it takes one complete profile as plain numbers, goes
through every line of crs.csv that is dated right, keeps the largest of each section and ability, adds up and caps.
"""

import csv
import re
import tomllib
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest
from tests.factories import BUILT_IN, built_in, crs_score

from twelfth.base import When
from twelfth.distance import measure
from twelfth.goal import Fact, profile

PACK = BUILT_IN / "express-entry"
ABILITIES = ("reading", "writing", "listening", "speaking")
MONTHS = (0, 11, 12, 23, 24, 35, 36, 47, 48, 59, 60, 71, 72, 100)
PROFILES = 300
SEED = 1912
CLAUSE = re.compile(r"(\S+) (is|at least|from) (\S+)(?: to (\S+))?")
Person = dict[str, object]


@cache
def clauses(condition: str) -> tuple[tuple[str, str, str, str | None], ...]:
    """(name, how, low, high) of each part of a condition."""
    return tuple(CLAUSE.fullmatch(part.strip()).groups() for part in condition.split(" and "))  # type: ignore[union-attr]


@cache
def tables(rubric: str) -> tuple[list[dict[str, str]], dict[str, dict[str, object]], dict[str, list[str]]]:
    """The lines, the sections by name, and the levels of every trait that has words for levels."""
    with (PACK / "rubrics" / f"{rubric}.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    sections = {one["name"]: one for one in tomllib.loads((PACK / "rubrics" / f"{rubric}.toml").read_text())["node"]}
    traits = tomllib.loads((PACK / "traits.toml").read_text())["trait"]
    return lines, sections, {one["name"]: one["levels"] for one in traits if "levels" in one}


def age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def number(name: str, person: Person, on: date) -> float:
    """The number a condition compares, for a name of a trait or a derived value."""
    if name == "age":
        return age(person["born"], on)  # type: ignore[arg-type]
    if name == "skilled_work":
        return float(person["canadian_work"]) + float(person["foreign_work"])  # type: ignore[arg-type]
    if name.endswith("_lowest"):
        return min(number(f"{name.removesuffix('_lowest')}_{one}", person, on) for one in ABILITIES)
    return rank(name, person[name])


def rank(name: str, level: object) -> float:
    words = tables("crs")[2].get(name)
    if words is not None:
        return words.index(str(level))
    return {"yes": 1.0, "no": 0.0}.get(str(level)) or float(level if level not in ("yes", "no") else 0)  # type: ignore[arg-type]


def holds(condition: str, person: Person, on: date, roles: dict[str, str]) -> bool:
    for name, how, low, high in clauses(condition):
        role, _, rest = name.partition("_")
        name = f"{roles[role]}_{rest}" if role in roles else name
        have = number(name, person, on)
        enough = {"is": have == rank(name, low), "at least": have >= rank(name, low)}.get(how)
        if not (rank(name, low) <= have <= rank(name, high) if enough is None else enough):
            return False
    return True


def points(rubric: str, section: str, person: Person, on: date, roles: dict[str, str], column: str) -> float:
    lines, sections, _ = tables(rubric)
    within = [name for name, one in sections.items() if one.get("within") == section]
    found = sum(points(rubric, name, person, on, roles, column) for name in within)
    best: dict[str, float] = {}
    for line in lines if not within else []:
        dated = (line["from"] or "0000") <= str(on) <= (line["to"] or "9999")
        for each in (line["each"] or "-").split() if line["node"] == section and dated else []:
            if line["status"] != "unconfirmed" and holds(line["when"].replace("*", each), person, on, roles):
                best[each] = max(best.get(each, 0.0), float(line[column]))
    cap = sections[section].get("cap", 10_000)
    return min(found + sum(best.values()), cap[column] if isinstance(cap, dict) else cap)  # type: ignore[type-var]


ROLES = ({"first": "english", "second": "french"}, {"first": "french", "second": "english"})


def random_person(rng: np.random.Generator, on: date) -> Person:
    """A complete profile in which sections fill up often enough for caps to matter."""
    levels = tables("crs")[2]
    high = int(rng.integers(0, 13))
    person: Person = {"born": on - timedelta(days=int(rng.integers(15 * 365, 50 * 365)))}
    for language in ("english", "french", "spouse"):
        base = int(rng.choice([0, 4, 6, high, 9]))
        person |= {f"{language}_{one}": int(np.clip(base + rng.integers(-1, 3), 0, 12)) for one in ABILITIES}
    for name in ("canadian_work", "foreign_work", "spouse_canadian_work"):
        person[name] = int(rng.choice(MONTHS))
    for name in ("education", "spouse_education", "canadian_study", "job_offer"):
        person[name] = str(rng.choice(levels[name]))
    for name in ("spouse", "certificate", "sibling"):
        person[name] = bool(rng.integers(0, 2))
    return person | {"nomination": bool(rng.random() < 0.2)}


def plain(person: Person) -> Person:
    return {name: {True: 1, False: 0}[one] if isinstance(one, bool) else one for name, one in person.items()}


def cases() -> list[tuple[date, Person]]:
    rng = np.random.default_rng(SEED)
    versions = [(one.begins, one.ends) for one in built_in("express-entry").rubrics[0].versions]
    found = []
    for index in range(PROFILES):
        first, last = versions[index % len(versions)]
        assert last is not None
        on = first + timedelta(days=int(rng.integers(0, (last - first).days + 1)))
        found.append((on, random_person(rng, on)))
    return found


def test_the_score_agrees_with_its_twin() -> None:
    """300 random complete profiles over all five versions and both columns have the twin's total and sections."""
    wrong, columns, versions = [], set(), set()
    for on, person in cases():
        column = "with_spouse" if person["spouse"] else "without_spouse"
        twins = [points("crs", "total", plain(person), on, roles, column) for roles in ROLES]
        found = crs_score(on, person)
        columns.add(found.column)
        versions.add(found.version)
        roles = dict(found.assignment)
        sections = {one: points("crs", one, plain(person), on, roles, column) for one in tables("crs")[1]}
        said = {
            one: found.total.find(one) for one in sections
        }  # a section not known yet is not told, and gives nothing
        told = {name: (one.lo, one.hi) if one else (0, 0) for name, one in said.items()}
        if not found.exact or found.total.lo != max(twins) or told != {k: (v, v) for k, v in sections.items()}:
            wrong.append((on, person, twins, found.total))

    assert (len(columns), len(versions)) == (2, 5)
    assert wrong == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_skilled_worker_grid_agrees_with_its_twin(seed: int) -> None:
    """The certain end of the 67-point grid is the twin's total over its confirmed lines."""
    rng = np.random.default_rng(seed)
    process, on = built_in("express-entry"), date(2024, 5, 5)
    wrong = []
    for _ in range(30):
        person = random_person(rng, on) | {"relative": bool(rng.integers(0, 2)), "spouse_canadian_study": True}
        facts = [
            Fact(trait=name, level=process.trait(name).parse(level), begins=When.on(on - timedelta(days=30)))
            for name, level in person.items()
        ]
        found = measure(process, profile(facts, on, traits=process.traits)).scores["fsw67"].total
        twin = max(points("fsw67", "total", plain(person), on, roles, "points") for roles in ROLES)
        wrong += [] if found.lo == twin <= found.hi else [(person, twin, found)]

    assert wrong == []
