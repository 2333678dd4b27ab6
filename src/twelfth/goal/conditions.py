"""Conditions a pack writes as words (`education at least bachelor and age from 20 to 29`), read once and judged on
readings.

Declarative on purpose: comparisons of one name with levels, joined by "and". There is no arithmetic, no function, no
code.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from twelfth.base import Truth, every, invalid
from twelfth.goal.levels import Range, parse_number
from twelfth.goal.readings import Derived, Reading
from twelfth.goal.traits import Category, Trait


class Comparison(StrEnum):
    IS = "is"
    IS_NOT = "is not"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    BETWEEN = "from"
    MEETS = "meets"


_CLAUSE = re.compile(
    r"(?:meets (?P<meets>\S+))|(?P<name>\S+) "
    r"(?:(?P<how>is not|is|at least|at most) (?P<value>\S+)|from (?P<first>\S+) to (?P<last>\S+))"
)
CodeOf = Callable[[str, str], float]
"""(name, level as written) -> code. Raises InvalidInput for a name or level there is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One comparison. `name` is a trait, a derived value or a rubric; for `meets` it is a requirement."""

    name: str
    how: Comparison
    low: float = 0.0
    high: float = 0.0

    def holds_at(self, code: float) -> bool:
        match self.how:
            case Comparison.IS:
                return code == self.low
            case Comparison.IS_NOT:
                return code != self.low
            case Comparison.AT_LEAST:
                return code >= self.low
            case Comparison.AT_MOST:
                return code <= self.low
            case Comparison.BETWEEN:
                return self.low <= code <= self.high
            case Comparison.MEETS:
                return code > 0

    @property
    def breaks(self) -> tuple[float, ...]:
        return (self.low, self.high) if self.how is Comparison.BETWEEN else (self.low,)

    def judged(self, reading: Reading) -> Truth:
        """Whether it holds for every code the reading allows, for none, or for some."""
        answers = {self.holds_at(code) for code in reading.points(self.breaks)}
        return Truth.UNKNOWN if len(answers) == 2 else Truth.YES if True in answers else Truth.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Clauses that must all hold. `text` is what the pack wrote."""

    text: str
    clauses: tuple[Clause, ...]

    def judged(self, readings: Mapping[str, Reading]) -> Truth:
        return every(clause.judged(readings[clause.name]) for clause in self.clauses)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(clause.name for clause in self.clauses))


def parse_condition(text: str, code_of: CodeOf) -> Condition:
    """Read a condition.

    Raises:
        InvalidInput: a clause of no known form, a name or a level that does not exist.
    """
    clauses = tuple(_parse_clause(part.strip(), text, code_of) for part in text.strip().split(" and "))
    return Condition(text=text.strip(), clauses=clauses)


def _parse_clause(part: str, text: str, code_of: CodeOf) -> Clause:
    match = _CLAUSE.fullmatch(re.sub(r"\s+", " ", part))
    if match is None:
        raise invalid(
            "condition", text, "clauses such as 'age from 20 to 29' or 'degree at least master' joined by ' and '"
        )
    if match["meets"]:
        return Clause(name=match["meets"], how=Comparison.MEETS, low=code_of("meets", match["meets"]))
    name = match["name"]
    if match["how"]:
        return Clause(name=name, how=Comparison(match["how"]), low=code_of(name, match["value"]))
    low, high = code_of(name, match["first"]), code_of(name, match["last"])
    if low > high:
        raise invalid("condition", text, f"the lower end first in 'from {match['first']} to {match['last']}'")
    return Clause(name=name, how=Comparison.BETWEEN, low=low, high=high)


def vocabulary(
    traits: tuple[Trait, ...],
    derived: tuple[Derived, ...],
    *,
    rubrics: tuple[str, ...] = (),
    requirements: tuple[str, ...] = (),
    roles: Mapping[str, str] | None = None,
) -> CodeOf:
    """The names a condition may use, as a function from (name, level) to code.

    `roles` maps a role prefix to the prefix of the trait it may stand for: with {"first": "english"} the name
    first_reading is read as english_reading.
    """
    by_name = {trait.name: trait for trait in traits}
    numbers = {value.name for value in derived} | set(rubrics)

    def code_of(name: str, written: str) -> float:
        if name == "meets":
            if written not in requirements:
                raise invalid("requirement", written, f"one of {', '.join(requirements) or 'none here'}")
            return 1.0
        resolved = _under_role(name, roles)
        if resolved in numbers:
            return parse_number(written, thing=name)
        if resolved not in by_name:
            raise invalid("name in a condition", name, "a trait or derived value of traits.toml")
        trait = by_name[resolved]
        level = trait.parse(written)
        if isinstance(level, Range):
            raise invalid(f"level of {name} in a condition", written, "one number; a range is written 'from a to b'")
        return trait.code(level)

    return code_of


def _under_role(name: str, roles: Mapping[str, str] | None) -> str:
    for role, stands_for in (roles or {}).items():
        if name.startswith(role + "_"):
            return stands_for + name[len(role) :]
    return name


def check_comparable(condition: Condition, traits: tuple[Trait, ...]) -> None:
    """Refuse 'at least' and the like on a category, which has no order.

    Raises:
        InvalidInput: names the condition and the category.
    """
    categories = {trait.name for trait in traits if isinstance(trait, Category)}
    for clause in condition.clauses:
        if clause.name in categories and clause.how not in (Comparison.IS, Comparison.IS_NOT):
            raise invalid("condition", condition.text, f"'is' or 'is not' for the category {clause.name}")
