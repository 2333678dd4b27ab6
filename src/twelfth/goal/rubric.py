"""A points rubric as a declarative table: sections in a tree with caps, rows with conditions, dated versions.

It holds the rule and checks that it makes sense; scoring somebody by it is the distance room's business.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal.conditions import Condition

POINTS = "points"
"""The one column of a rubric that has no columns of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The rules in force from `begins` to `ends` (None: still in force as far as known)."""

    id: str
    begins: date
    ends: date | None = None
    title: str = ""
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.begins:
            raise invalid(f"version {self.id}", f"{self.begins}..{self.ends}", "an end not before the beginning")

    def in_force(self, as_of: date) -> bool:
        return self.begins <= as_of and (self.ends is None or as_of <= self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A section. `caps` is by column; a column that is absent has no cap."""

    name: str
    title: str
    within: str = ""
    caps: tuple[tuple[str, float], ...] = ()
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for column, cap in self.caps:
            if not cap >= 0:
                raise invalid(f"cap of {self.name}", cap, "a number of at least 0", field=column)

    def cap(self, column: str) -> float:
        return dict(self.caps).get(column, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: under `node`, when `condition` holds, these points by column.

    `repeat` tells apart the rows that `each` made of one line (per-ability points): each repeat is scored apart and
    added.
    """

    node: str
    condition: Condition
    points: tuple[tuple[str, float], ...]
    repeat: str = ""
    begins: date | None = None
    ends: date | None = None
    confirmed: bool = True
    source: tuple[str, ...] = ()
    line: int | None = None

    def __post_init__(self) -> None:
        for column, points in self.points:
            if not math.isfinite(points) or points < 0:
                raise InvalidInput(
                    Problem(
                        thing=f"points of {self.condition.text!r}",
                        value=str(points),
                        expected="a finite number of at least 0",
                        line=self.line,
                        field=column,
                    )
                )

    def applies(self, version: Version) -> bool:
        begun = self.begins is None or self.begins <= version.begins
        return begun and (self.ends is None or self.ends >= version.begins)


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """Rows of one section of which the largest that holds counts, and by name where what they give may change."""

    rows: tuple[Row, ...]
    breaks: tuple[tuple[str, tuple[float, ...]], ...]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Repeat":
        held = tuple(rows)
        breaks: dict[str, set[float]] = {}
        for row in held:
            for clause in row.condition.clauses:
                breaks.setdefault(clause.name, set()).update(clause.breaks)
        return cls(held, tuple((name, tuple(sorted(at))) for name, at in breaks.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """The whole rule.

    `columns` maps a column to the condition that chooses it; empty means the single column `points`. `assignments`
    lists the ways in which the
    roles may be given out; the person takes the better total.

    Raises:
        InvalidInput: a cycle of sections, a cap below a row under it, a row under no leaf, versions that overlap, a
        row whose
            dates are not version borders.
    """

    name: str
    title: str
    nodes: tuple[Node, ...]
    rows: tuple[Row, ...]
    versions: tuple[Version, ...]
    total: str = "total"
    unit: str = "points"
    pass_mark: float | None = None
    columns: tuple[tuple[str, Condition], ...] = ()
    assignments: tuple[tuple[tuple[str, str], ...], ...] = ((),)
    _sorted: dict[date, dict[str, tuple[Repeat, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _within: dict[str, list[Node]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_tree(self)
        check_versions(self)
        check_rows(self)

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.columns) or (POINTS,)

    def children(self, name: str) -> tuple[Node, ...]:
        """The sections directly within one; sorted once, as a person is scored on many days."""
        if not self._within:
            for node in self.nodes:
                self._within.setdefault(node.within, []).append(node)
        return tuple(self._within.get(name, ()))

    def node(self, name: str) -> Node:
        return next(node for node in self.nodes if node.name == name)

    def version_on(self, as_of: date) -> Version | None:
        return next((version for version in self.versions if version.in_force(as_of)), None)

    def repeats(self, version: Version) -> Mapping[str, tuple[Repeat, ...]]:
        """The rows of a version by the section they stand under; sorted once, as a person is scored on many days."""
        if version.begins not in self._sorted:
            rows: dict[str, dict[str, list[Row]]] = {}
            for row in self.rows:
                if row.applies(version):
                    rows.setdefault(row.node, {}).setdefault(row.repeat, []).append(row)
            self._sorted[version.begins] = {
                node: tuple(Repeat.of(own) for own in by_repeat.values()) for node, by_repeat in rows.items()
            }
        return self._sorted[version.begins]

    def known(self, as_of: date) -> "Rubric | None":
        """The rule as it was known on a day: later versions, their rows and sections left out, the current one without
        an end."""
        begun = tuple(version for version in self.versions if version.begins <= as_of)
        if not begun:
            return None
        last = max(begun, key=lambda version: version.begins)
        if last.in_force(as_of):
            begun = tuple(replace(version, ends=None) if version is last else version for version in begun)
        rows = tuple(
            replace(row, ends=None) if row.ends and row.ends >= as_of else row
            for row in self.rows
            if row.begins is None or row.begins <= as_of
        )
        return replace(self, versions=begun, rows=rows, nodes=self._with_rows({row.node for row in rows}))

    def _with_rows(self, leaves: set[str]) -> tuple[Node, ...]:
        """The total and every section that holds one of these leaves."""
        above = {node.name: node.within for node in self.nodes}
        kept = {self.total}
        for leaf in leaves:
            name = leaf
            while name not in kept:
                kept.add(name)
                name = above[name]
        return tuple(node for node in self.nodes if node.name in kept)


def check_tree(rubric: Rubric) -> None:
    by_name = {node.name: node for node in rubric.nodes}
    if len(by_name) != len(rubric.nodes):
        raise invalid(f"sections of {rubric.name}", "a name twice", "each section named once")
    if rubric.total not in by_name:
        raise invalid(f"total of {rubric.name}", rubric.total, "the name of a section")
    if by_name[rubric.total].within:
        raise invalid(f"section {rubric.total}", by_name[rubric.total].within, "a total within no section")
    for node in rubric.nodes:
        path = [node.name]
        while path[-1] != rubric.total:
            above = by_name[path[-1]].within
            if above not in by_name:
                raise invalid(
                    f"section {path[-1]}", above or "within nothing", "a section within another, up to the total"
                )
            if above in path:
                raise invalid(
                    f"sections of {rubric.name}", " -> ".join([*path, above]), "sections that do not hold themselves"
                )
            path.append(above)


def check_versions(rubric: Rubric) -> None:
    if not rubric.versions:
        raise invalid(f"versions of {rubric.name}", "none", "at least one version")
    ordered = sorted(rubric.versions, key=lambda version: version.begins)
    for earlier, later in pairwise(ordered):
        if earlier.ends is None or earlier.ends >= later.begins:
            raise invalid(
                f"version {earlier.id}", f"ends {earlier.ends}", f"an end before {later.begins}, when {later.id} begins"
            )


def check_rows(rubric: Rubric) -> None:
    """Rows stand under leaves, have every column, change only with a version, and fit under every cap above them."""
    problems = [problem for row in rubric.rows for problem in _row_problems(rubric, row)]
    if problems:
        raise InvalidInput(*problems)


def _row_problems(rubric: Rubric, row: Row) -> list[Problem]:
    names = {node.name for node in rubric.nodes}
    leaves = names - {node.within for node in rubric.nodes}
    if row.node not in leaves:
        return [
            Problem(
                thing="section of a row",
                value=row.node,
                expected="a section without sections",
                line=row.line,
                field="node",
            )
        ]
    problems = []
    if {column for column, _ in row.points} != set(rubric.column_names):
        problems.append(
            Problem(
                thing="columns of a row",
                value=row.condition.text,
                expected=f"points for {', '.join(rubric.column_names)}",
                line=row.line,
            )
        )
    if row.begins and row.begins not in {version.begins for version in rubric.versions}:
        problems.append(_border(row, row.begins, "the first day of a version", "from"))
    if row.ends and row.ends not in {version.ends for version in rubric.versions}:
        problems.append(_border(row, row.ends, "the last day of a version", "to"))
    return problems + [
        problem for column, points in row.points for problem in _cap_problems(rubric, row, column, points)
    ]


def _border(row: Row, day: date, expected: str, field: str) -> Problem:
    return Problem(
        thing=f"date of {row.condition.text!r}", value=str(day), expected=expected, line=row.line, field=field
    )


def _cap_problems(rubric: Rubric, row: Row, column: str, points: float) -> list[Problem]:
    problems = []
    name = row.node
    while name:
        node = rubric.node(name)
        if points > node.cap(column):
            problems.append(
                Problem(
                    thing=f"cap of {node.name} ({column})",
                    value=f"{node.cap(column):g}",
                    expected=f"at least {points:g}, which {row.condition.text!r} gives",
                    line=row.line,
                    field="cap",
                )
            )
        name = "" if name == rubric.total else node.within
    return problems


def role_prefixes(rubric: Rubric) -> Mapping[str, str]:
    """The first assignment of the roles: any of them serves to read the levels of a role's traits."""
    return dict(rubric.assignments[0])
