"""The nearest way in for whoever may certainly enter no kind of round: what is missing for it, and by how much.

Fewest lines that are certainly not met come first, then fewest that are not known, then the smallest part of what is
asked, then the smallest distance to the last cut-off, then the kind held last. A kind without a rule on file for the
day is the nearest only where it is so of all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import inf, isfinite

from twelfth.base import Truth
from twelfth.distance.gates import nearest_code
from twelfth.distance.measure import NOT_SOURCED, Measured
from twelfth.distance.standing import Standing
from twelfth.goal import (
    Clause,
    Comparison,
    Condition,
    Derived,
    Line,
    Numeric,
    Process,
    Reading,
    Requirement,
    Rubric,
    Trait,
)

WHOLE = 1.0
"""The part that is missing of what is had or not had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """One comparison that does not certainly hold.

    title, unit: of what is compared. asked: its code at the nearest end. own_lo, own_hi: the person's number, in the
    unit; None where nothing is known of it, it is no number, or it is protected. words: the person's level where it is
    one of several; "" else. short_lo, short_hi: the number that is missing, a range where the person's is one; None
    without own_lo. over: the person's is too large and not too small. open: titles of the answers it waits for; ()
    where it certainly does not hold.
    """

    name: str
    title: str
    unit: str
    asked: float
    own_lo: float | None = None
    own_hi: float | None = None
    words: str = ""
    short_lo: float | None = None
    short_hi: float | None = None
    over: bool = False
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One line of a requirement that is not certainly met, by the nearest of its alternatives.

    title: of the line, or why it is not judged. requirement: the title of the requirement it stands in. choices: how
    many alternatives the line has. shortfalls: () where it is not judged.
    """

    title: str
    requirement: str
    met: Truth
    choices: int = 1
    shortfalls: tuple[Shortfall, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The nearest kind of round of those that are not certainly open: its standing and what is missing for it."""

    standing: Standing
    lacks: tuple[Lack, ...]

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What is certainly not met."""
        return tuple(one for one in self.lacks if one.met is Truth.NO)

    @property
    def unknown(self) -> tuple[Lack, ...]:
        """What is not known to be met."""
        return tuple(one for one in self.lacks if one.met is Truth.UNKNOWN)


Cost = tuple[int, int, float]
"""Lines not met, lines not known, and the parts that are missing of what is asked, added up."""


def nearest_entry(process: Process, measured: Measured, found: Iterable[Standing], *, as_of: date) -> Entry | None:
    """The nearest kind of round. found: the standings. None where one of them is certainly open, or there is none."""
    held = tuple(found)
    if any(one.eligible is Truth.YES for one in held):
        return None
    ways, asked = _Ways(process, measured, as_of), {one.name: one.requires for one in process.kinds}
    sourced = [one for one in held if ways.in_force.issuperset(asked[one.kind])]
    entries = [Entry(standing=one, lacks=ways.of_all(asked[one.kind])) for one in sourced or held]
    return min(entries, key=_distance, default=None)


def _distance(one: Entry) -> tuple[Cost, float, int, str]:
    stood = one.standing
    last = stood.last.decided.toordinal() if stood.last else 0
    return _cost(one.lacks), inf if stood.short_hi is None else stood.short_hi, -last, stood.kind


def _cost(lacks: Iterable[Lack]) -> Cost:
    found = tuple(lacks)
    unmet = sum(one.met is Truth.NO for one in found)
    return unmet, len(found) - unmet, sum(_part(each) for one in found for each in one.shortfalls)


def _part(one: Shortfall) -> float:
    """Which part of what is asked is missing."""
    return WHOLE if one.short_hi is None or not one.asked else min(WHOLE, one.short_hi / abs(one.asked))


class _Ways:
    """The nearest way to meet requirements, each looked at once."""

    def __init__(self, process: Process, measured: Measured, as_of: date) -> None:
        self._measured = measured
        self._requirements = {one.id: one for one in process.requirements if one.in_force(as_of)}
        values: tuple[Trait | Derived | Rubric, ...] = (*process.rubrics, *process.derived, *process.traits)
        self._values: Mapping[str, Trait | Derived | Rubric] = {one.name: one for one in values}
        self._lacks: dict[str, tuple[Lack, ...]] = {}

    @property
    def in_force(self) -> frozenset[str]:
        """The requirements of which a rule is on file for that day."""
        return frozenset(self._requirements)

    def of_all(self, names: Iterable[str]) -> tuple[Lack, ...]:
        """What is missing for all of some requirements, what two of them ask for once."""
        return tuple(dict.fromkeys(lack for name in names for lack in self._of(name)))

    def _of(self, name: str) -> tuple[Lack, ...]:
        if name not in self._lacks:
            self._lacks[name] = self._of_requirement(name)
        return self._lacks[name]

    def _of_requirement(self, name: str) -> tuple[Lack, ...]:
        judged, current = self._measured.judged.get(name), self._requirements.get(name)
        if judged is None or current is None:
            return (Lack(title=NOT_SOURCED, requirement=judged.title if judged else name, met=Truth.UNKNOWN),)
        if judged.met is Truth.YES:
            return ()
        lines = zip(current.lines, (one.met for one in judged.lines), strict=True)
        return tuple(
            dict.fromkeys(
                lack for line, met in lines if met is not Truth.YES for lack in self._of_line(current, line, met)
            )
        )

    def _of_line(self, requirement: Requirement, line: Line, met: Truth) -> tuple[Lack, ...]:
        if line.not_judged:
            return (Lack(title=line.not_judged, requirement=requirement.title, met=met),)
        return min((self._of_choice(requirement, line, one) for one in line.any_of), key=_cost)

    def _of_choice(self, requirement: Requirement, line: Line, choice: Condition) -> tuple[Lack, ...]:
        """What one alternative of a line lacks: of requirements it names what these do, and the rest as one."""
        below = self.of_all(one.name for one in choice.clauses if one.how is Comparison.MEETS)
        truths = {one: self._met(one) for one in choice.clauses if one.how is not Comparison.MEETS}
        if all(met is Truth.YES for met in truths.values()):
            return below
        met = Truth.NO if Truth.NO in truths.values() else Truth.UNKNOWN
        own = Lack(
            title=line.title,
            requirement=requirement.title,
            met=met,
            choices=len(line.any_of),
            shortfalls=tuple(self._shortfall(one, truth) for one, truth in truths.items() if truth is not Truth.YES),
        )
        return own, *below

    def _met(self, clause: Clause) -> Truth:
        return clause.judged(self._measured.readings[clause.name])

    def _shortfall(self, clause: Clause, met: Truth) -> Shortfall:
        value, reading = self._values[clause.name], self._measured.readings[clause.name]
        told = Shortfall(
            name=clause.name,
            title=value.title,
            unit=value.unit,
            asked=nearest_code(clause, reading.lo),
            open=self._open(clause.name) if met is Truth.UNKNOWN else (),
        )
        if reading.unknown and met is Truth.UNKNOWN:
            return told
        if lapsed := self._lapsed(value, reading):
            return replace(told, words=lapsed)
        if isinstance(value, Rubric | Numeric | Derived):
            return told if _is_protected(value) else _with_number(told, clause, reading)
        known = reading.certain and not value.protected and value.kind not in ("binary", "date")
        return replace(told, words=value.words(value.level(reading.lo))) if known else told

    def _lapsed(self, value: object, reading: Reading) -> str:
        """What it is called where a value is what a trait has once it has lapsed: that is no level somebody reached, so
        nobody is so many short by it. "" of any other value."""
        uses = value.uses if isinstance(value, Derived) else (value.name,) if isinstance(value, Numeric) else ()
        for trait in (one for one in map(self._values.get, uses) if isinstance(one, Numeric)):
            if trait.lapsed_label and trait.when_lapsed is not None:
                code, own = trait.code(trait.when_lapsed), self._measured.readings[trait.name]
                if reading.lo == reading.hi == code == own.lo == own.hi:
                    return trait.words(trait.when_lapsed)
        return ""

    def _open(self, name: str) -> tuple[str, ...]:
        """The titles of the traits on which it depends."""
        value = self._values[name]
        if isinstance(value, Rubric):
            rests_on: tuple[str, ...] = self._measured.scores[name].unknown if name in self._measured.scores else ()
        else:
            rests_on = value.uses if isinstance(value, Derived) else ()
        if rests_on:
            return tuple(dict.fromkeys(title for each in rests_on for title in self._open(each)))
        return () if self._measured.readings[name].certain else (value.title,)


def _with_number(told: Shortfall, clause: Clause, own: Reading) -> Shortfall:
    """With the person's number and by how much it is off."""
    if clause.how is Comparison.IS_NOT or not (isfinite(own.lo) and isfinite(own.hi)):
        return told
    off = sorted(abs(nearest_code(clause, end) - end) if not clause.holds_at(end) else 0.0 for end in (own.lo, own.hi))
    return replace(
        told, own_lo=own.lo, own_hi=own.hi, short_lo=off[0], short_hi=off[1], over=nearest_code(clause, own.hi) < own.lo
    )


def _is_protected(value: Rubric | Numeric | Derived) -> bool:
    return not isinstance(value, Rubric) and value.protected
