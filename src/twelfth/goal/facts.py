"""Dated facts: a level of a trait, when it was true, since when it was known, and where that is written.

A citation's own date is not a fact and is not kept here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from twelfth.base import InvalidInput, Problem, Truth, When, every
from twelfth.goal.levels import Level, Range


class Certainty(StrEnum):
    STATED = "stated"
    APPROXIMATE = "approximate"
    INFERRED = "inferred"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`level` of `trait` was true from `begins` to the end of `ends`, and known since `known`.

    `ends` None: it still holds, or is followed by a later fact of the same trait. `known` None: known from the day it
    begins.

    Raises:
        InvalidInput: it certainly ends before it begins.
    """

    trait: str
    level: Level
    begins: When
    ends: When | None = None
    known: date | None = None
    certainty: Certainty = Certainty.STATED
    source: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends.certainly_before(self.begins):
            raise InvalidInput(
                Problem(
                    thing=f"end of {self.trait}",
                    value=str(self.ends),
                    expected=f"a day not before its beginning {self.begins}",
                    field="to",
                )
            )

    @property
    def start(self) -> When:
        """The beginning, no later than the end, nor than the day the fact was known unless it was known ahead. A level
        that is itself a day, such as a birth, has been that since then at the latest."""
        earliest = self.begins.earliest
        ahead = earliest is not None and self.known is not None and self.known < earliest
        end = None if self.ends is None else self.ends.latest
        itself = self.level if earliest is None and isinstance(self.level, date) else None
        bounds = (self.begins.latest, end, None if ahead else self.known, itself)
        return When(earliest, min((day for day in bounds if day is not None), default=None))

    def begun(self, as_of: date) -> Truth:
        """Whether by the end of `as_of` this fact had begun and was known."""
        if self.known is not None and self.known > as_of:
            return Truth.NO
        return self.start.begun_by(as_of)

    def ended(self, as_of: date) -> Truth:
        """Whether the last day on which it was true lies before `as_of`."""
        if self.ends is None:
            return Truth.NO
        if self.ends.latest is not None and self.ends.latest < as_of:
            return Truth.YES
        return Truth.NO if self.ends.earliest is not None and self.ends.earliest >= as_of else Truth.UNKNOWN

    def contradicts(self, other: "Fact") -> bool:
        """Whether both were certainly true of one person on one day and cannot be.

        Without ends a later fact follows an earlier one, so only the same known first day, or overlapping stated
        intervals, contradict each other.
        """
        if self.trait != other.trait or _compatible(self.level, other.level):
            return False
        if self.begins == other.begins and self.begins.earliest == self.begins.latest is not None:
            return True
        return every((_inside(self, other), _inside(other, self))) is Truth.YES

    def corrects(self, other: "Fact") -> bool:
        """Whether this contradicts what was known before it: then the later knowledge counts, from its day on.

        One of the two must say since when it is known: without that, two that contradict each other are a mistake.
        """
        if self.known is None and other.known is None:
            return False
        before, now = (one.known or one.begins.earliest for one in (other, self))
        return before is not None and now is not None and before < now and self.contradicts(other)


def _compatible(one: Level, other: Level) -> bool:
    """Whether both levels may be true at once: the same level, or a range and a number or range that meets it."""
    if not isinstance(one, Range) and not isinstance(other, Range):
        return one == other
    (lo, hi), (first, last) = (
        (level.lo, level.hi) if isinstance(level, Range) else (level, level) for level in (one, other)
    )
    return bool(lo <= last and first <= hi)  # type: ignore[operator]


def _inside(one: Fact, other: Fact) -> Truth:
    """Whether `one`, with a stated end, certainly lasts to a day on which `other` has certainly begun."""
    if one.ends is None or one.ends.earliest is None or other.begins.latest is None:
        return Truth.UNKNOWN
    return Truth.YES if one.ends.earliest >= other.begins.latest else Truth.NO


def check_contradictions(facts: tuple[Fact, ...]) -> None:
    """Refuse two facts that cannot both be true, unless one of them corrects the other.

    Raises:
        InvalidInput: names both facts of the first contradicting pair of each trait.
    """
    problems = []
    by_trait: dict[str, list[Fact]] = {}
    for fact in facts:
        by_trait.setdefault(fact.trait, []).append(fact)
    for of_one in by_trait.values():
        for fact, other in combinations(of_one, 2):
            if fact.contradicts(other) and not (fact.corrects(other) or other.corrects(fact)):
                problems.append(
                    Problem(
                        thing=f"fact {fact.trait}",
                        value=f"{fact.level} since {fact.begins} and {other.level} since {other.begins}",
                        expected="facts that can both be true",
                        next_step="Give the earlier one an end (`to`), remove one, or, when one corrects the other, "
                        "say since when it is known (`known`).",
                    )
                )
    if problems:
        raise InvalidInput(*problems)
