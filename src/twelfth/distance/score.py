"""The exact score of a person by a published rubric, with its breakdown; a range where something is unknown.

Every leaf is scored at every combination of levels the readings allow, so an unknown level widens the range and
never counts as zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import product

from twelfth.base import NotEnoughData, Truth
from twelfth.goal import POINTS, Change, Node, Reading, Repeat, Row, Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeScore:
    """Points of one section: exact when lo == hi. `capped`: its parts give more than its cap lets through."""

    name: str
    title: str
    lo: float
    hi: float
    cap: float | None = None
    capped: bool = False
    because: tuple[str, ...] = ()
    parts: tuple["NodeScore", ...] = ()

    def find(self, name: str) -> "NodeScore | None":
        if self.name == name:
            return self
        return next((found for part in self.parts if (found := part.find(name))), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A total with its breakdown, the version of the rule it used and its first day, and which names were unknown.

    Of points that are stated and not computed there is no rule: version "" and since None.
    """

    rubric: str
    title: str
    unit: str
    version: str
    since: date | None
    as_of: date
    column: str
    assignment: tuple[tuple[str, str], ...]
    total: NodeScore
    pass_mark: float | None = None
    unknown: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        return self.total.lo == self.total.hi

    def section(self, name: str) -> NodeScore:
        """Raises KeyError for a section there is not."""
        found = self.total.find(name)
        if found is None:
            raise KeyError(f"Expected a section of {self.rubric}, got {name!r}.")
        return found


def score(rubric: Rubric, found: Mapping[str, Reading], *, as_of: date, changes: tuple[Change, ...] = ()) -> Score:
    """Score readings by the version of the rubric in force on `as_of`, under the assignment of roles with the best
    total.

    Raises:
        NotEnoughData: no version of the rule is sourced for that day; the sentence says which change is the reason.
    """
    version = rubric.version_on(as_of)
    if version is None:
        raise NotEnoughData(_why_no_version(rubric, as_of, changes), next_step="Ask for a date the pack's rules cover.")
    repeats = rubric.repeats(version)
    scored = [(_total(rubric, repeats, {**found, **_aliases(found, roles)}), roles) for roles in rubric.assignments]
    (total, column), roles = max(scored, key=lambda option: (option[0][0].lo, option[0][0].hi))
    total = replace(total, hi=max(option[0][0].hi for option in scored))
    return Score(
        rubric=rubric.name,
        title=rubric.title,
        unit=rubric.unit,
        version=version.id,
        since=version.begins,
        as_of=as_of,
        column=column,
        assignment=roles,
        total=total,
        pass_mark=rubric.pass_mark,
        unknown=_unknown_names(rubric, _counting(repeats, column), found, roles) if total.lo != total.hi else (),
    )


def _why_no_version(rubric: Rubric, as_of: date, changes: tuple[Change, ...]) -> str:
    begins = min(version.begins for version in rubric.versions)
    if as_of < begins:
        return f"{rubric.title}: no rule is sourced before {begins}, and {as_of} was asked for."
    last = max(version.ends or version.begins for version in rubric.versions)
    reasons = [
        change for change in changes if not change.scored and change.effective and last < change.effective <= as_of
    ]
    why = f" {reasons[0].title} ({reasons[0].effective})." if reasons else ""
    changed = "the rules changed and the new points are not sourced"
    return f"{rubric.title}: {changed}; the table holds to {last}, and {as_of} was asked for.{why}"


def _aliases(found: Mapping[str, Reading], roles: tuple[tuple[str, str], ...]) -> dict[str, Reading]:
    return {
        role + name[len(stands_for) :]: reading
        for role, stands_for in roles
        for name, reading in found.items()
        if name.startswith(stands_for + "_")
    }


def _total(
    rubric: Rubric, repeats: Mapping[str, tuple[Repeat, ...]], found: Mapping[str, Reading]
) -> tuple[NodeScore, str]:
    open_columns = [name for name, condition in rubric.columns if condition.judged(found) is not Truth.NO]
    if rubric.columns and not open_columns:
        raise NotEnoughData(
            f"{rubric.title}: none of its columns ({', '.join(rubric.column_names)}) is for this person."
        )
    columns = open_columns or [POINTS]
    totals = [_node(rubric, rubric.node(rubric.total), repeats, found, column) for column in columns]
    return _union(totals), " or ".join(columns)


def _node(
    rubric: Rubric, node: Node, repeats: Mapping[str, tuple[Repeat, ...]], found: Mapping[str, Reading], column: str
) -> NodeScore:
    children = rubric.children(node.name)
    if children:
        parts = tuple(_node(rubric, child, repeats, found, column) for child in children)
        because: tuple[str, ...] = ()
        lo, hi = sum(part.lo for part in parts), sum(part.hi for part in parts)
    else:
        parts = ()
        lo, hi, because = _leaf(repeats.get(node.name, ()), found, column)
    cap = node.cap(column)
    return NodeScore(
        name=node.name,
        title=node.title,
        lo=min(lo, cap),
        hi=min(hi, cap),
        cap=None if cap == float("inf") else cap,
        capped=lo > cap,
        because=because,
        parts=parts,
    )


def _leaf(
    repeats: tuple[Repeat, ...], found: Mapping[str, Reading], column: str
) -> tuple[float, float, tuple[str, ...]]:
    """The sum over repeats of the largest row that holds, over all combinations of possible levels."""
    lo, hi = 0.0, 0.0
    because: tuple[str, ...] = ()
    for repeat in repeats:
        levels = tuple(found[name].points(at) for name, at in repeat.breaks)
        least, most, text = _of_repeat(repeat, levels, column)
        lo, hi, because = lo + least, hi + most, because + text
    return lo, hi, because


@lru_cache(maxsize=4096)
def _of_repeat(
    repeat: Repeat, levels: tuple[tuple[float, ...], ...], column: str
) -> tuple[float, float, tuple[str, ...]]:
    """Points for sure, points at most and the row that gave them where all levels agree on one.

    Kept, because most sections stay as they are from one day, and from one move, to the next.
    """
    names = [name for name, _ in repeat.breaks]
    outcomes = [_best_row(repeat.rows, dict(zip(names, codes, strict=True)), column) for codes in product(*levels)]
    texts = {text for _, _, text in outcomes if text}
    return (
        min(confirmed for confirmed, _, _ in outcomes),
        max(at_most for _, at_most, _ in outcomes),
        tuple(texts) if len(texts) == 1 else (),
    )


def _best_row(rows: tuple[Row, ...], codes: Mapping[str, float], column: str) -> tuple[float, float, str]:
    """(points of confirmed rows, points of all rows, the row that gave them) at one combination of levels."""
    confirmed, best, text = 0.0, 0.0, ""
    for row in rows:
        if all(clause.holds_at(codes[clause.name]) for clause in row.condition.clauses):
            points = dict(row.points)[column]
            confirmed = max(confirmed, points) if row.confirmed else confirmed
            if points > best:
                best, text = points, row.condition.text
    return confirmed, best, text


def _union(totals: list[NodeScore]) -> NodeScore:
    """One breakdown for columns that may all apply: the lowest and highest of each section."""
    first = totals[0]
    if len(totals) == 1:
        return first
    parts = tuple(_union(list(group)) for group in zip(*(total.parts for total in totals), strict=True))
    return replace(
        first,
        lo=min(total.lo for total in totals),
        hi=max(total.hi for total in totals),
        cap=max((total.cap for total in totals if total.cap is not None), default=None),
        capped=all(total.capped for total in totals),
        parts=parts,
    )


def _counting(repeats: Mapping[str, tuple[Repeat, ...]], column: str) -> tuple[Row, ...]:
    """The rows that give anything in the columns that may apply (spouse rows give a single person nothing)."""
    columns = column.split(" or ")
    rows = (row for own in repeats.values() for repeat in own for row in repeat.rows)
    return tuple(row for row in rows if any(dict(row.points)[one] > 0 for one in columns))


def _unknown_names(
    rubric: Rubric, rows: tuple[Row, ...], found: Mapping[str, Reading], roles: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """What is not known for certain of everything that rows and columns ask for, by its own name, not by its role. A
    row that does not hold whatever is unknown asks for nothing: without a spouse nothing of a spouse is unknown."""
    held = {**found, **_aliases(found, roles)}
    conditions = [row.condition for row in rows if row.condition.judged(held) is not Truth.NO]
    conditions += [condition for _, condition in rubric.columns]
    names = {_out_of_role(name, roles) for condition in conditions for name in condition.names}
    return tuple(sorted(name for name in names if not found[name].certain))


def _out_of_role(name: str, roles: tuple[tuple[str, str], ...]) -> str:
    return next(
        (stands_for + name[len(role) :] for role, stands_for in roles if name.startswith(role + "_")),
        name,
    )
