"""Requirements: hard gates. Without meeting one a person is not considered; it is never a matter of degree."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from twelfth.base import Truth, every, invalid, some
from twelfth.goal.conditions import Comparison, Condition
from twelfth.goal.readings import Reading, exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a requirement: at least one of `any_of` must hold. `not_judged` says why it cannot be judged."""

    title: str
    any_of: tuple[Condition, ...] = ()
    not_judged: str = ""
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.any_of) == bool(self.not_judged):
            raise invalid(f"line {self.title!r}", self.not_judged or "no condition", "either `any` or `not_judged`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Lines that must all hold, in force from `begins` to `ends` (None: no end known)."""

    id: str
    title: str
    lines: tuple[Line, ...]
    begins: date | None = None
    ends: date | None = None
    source: tuple[str, ...] = ()
    note: str = ""

    def in_force(self, as_of: date) -> bool:
        return (self.begins is None or self.begins <= as_of) and (self.ends is None or as_of <= self.ends)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Other requirements this one names."""
        clauses = [clause for line in self.lines for condition in line.any_of for clause in condition.clauses]
        return tuple(clause.name for clause in clauses if clause.how is Comparison.MEETS)


def with_those_below(
    requirements: Iterable[Requirement],
    names: Iterable[str],
    as_of: date,
    *,
    below: Callable[[Requirement], Iterable[str]] = lambda one: one.rests_on,
) -> Iterator[Requirement]:
    """Requirements by name, of those in force on a day, and those below them, each once. below: the names that one
    leads to, by default all that it rests on."""
    in_force = {one.id: one for one in requirements if one.in_force(as_of)}
    left, seen = list(names), set[str]()
    while left:
        name = left.pop(0)
        if name in in_force and name not in seen:
            yield in_force[name]
            left += below(in_force[name])
        seen.add(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One line or requirement judged for one profile."""

    title: str
    met: Truth
    why: str = ""
    source: tuple[str, ...] = ()
    lines: tuple["Judged", ...] = ()


def judge_requirements(
    requirements: tuple[Requirement, ...], found: Mapping[str, Reading], *, as_of: date
) -> dict[str, Judged]:
    """Each requirement judged, by id. Requirements may rest on others; `check_acyclic` has refused cycles.

    One not in force on that day is unknown, with the reason.
    """
    by_id: dict[str, list[Requirement]] = {}
    for requirement in requirements:
        by_id.setdefault(requirement.id, []).append(requirement)
    judged: dict[str, Judged] = {}

    def judge(name: str) -> Judged:
        if name not in judged:
            eras = by_id.get(name, [])  # none: the only eras of one that others rest on are not known yet
            current = next((one for one in eras if one.in_force(as_of)), None)
            judged[name] = _judge(current, found, judge) if current else _not_in_force(eras[0].title if eras else name)
        return judged[name]

    return {name: judge(name) for name in by_id}


def _judge(requirement: Requirement, found: Mapping[str, Reading], judge: Callable[[str], Judged]) -> Judged:
    others = {name: _as_reading(judge(name).met) for name in requirement.rests_on}
    lines = tuple(_judge_line(line, {**found, **others}) for line in requirement.lines)
    return Judged(
        title=requirement.title,
        met=every(line.met for line in lines),
        why=requirement.note,
        source=requirement.source,
        lines=lines,
    )


def _judge_line(line: Line, found: Mapping[str, Reading]) -> Judged:
    if line.not_judged:
        return Judged(title=line.title, met=Truth.UNKNOWN, why=line.not_judged, source=line.source)
    met = some(condition.judged(found) for condition in line.any_of)
    return Judged(title=line.title, met=met, source=line.source)


def _as_reading(met: Truth) -> Reading:
    if met is Truth.UNKNOWN:
        return Reading(0.0, 1.0, (0.0, 1.0), unknown=True)
    return exactly(1.0 if met is Truth.YES else 0.0)


def _not_in_force(title: str) -> Judged:
    return Judged(title=title, met=Truth.UNKNOWN, why="no rule sourced for this date")


def check_acyclic(requirements: tuple[Requirement, ...]) -> None:
    """Refuse requirements that rest on themselves.

    Raises:
        InvalidInput: names the requirements of the cycle in order.
    """
    rests_on: dict[str, set[str]] = {}
    for requirement in requirements:
        rests_on.setdefault(requirement.id, set()).update(requirement.rests_on)

    settled: set[str] = set()
    for name in rests_on:
        _walk(name, rests_on, settled)


def _walk(start: str, rests_on: Mapping[str, set[str]], settled: set[str]) -> None:
    """Depth first without recursion; `settled` holds the ids from which no cycle can be reached."""
    path = [start]
    ahead = [sorted(rests_on.get(start, ()))]
    while path:
        if not ahead[-1]:
            settled.add(path.pop())
            ahead.pop()
            continue
        name = ahead[-1].pop()
        if name in path:
            cycle = " -> ".join((*path[path.index(name) :], name))
            raise invalid("requirements", cycle, "requirements that do not rest on themselves")
        if name not in settled:
            path.append(name)
            ahead.append(sorted(rests_on.get(name, ())))


def known_requirements(requirements: tuple[Requirement, ...], as_of: date) -> tuple[Requirement, ...]:
    """Those in force by `as_of`, their ends clipped: when a rule would end was not known while it held."""
    begun = (one for one in requirements if one.begins is None or one.begins <= as_of)
    return tuple(replace(one, ends=None) if one.ends and one.ends >= as_of else one for one in begun)
