"""The yes group: what those selected had *at selection*.

Only facts coded S (true at or before selection) are evidence. B (stated in a later biography, so undated) is
counted and shown apart. P (acquired afterwards: the corps teaches Russian, diving and flying) never counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from twelfth.base import InvalidInput, Problem, invalid
from twelfth.goal.facts import Certainty
from twelfth.goal.levels import Level
from twelfth.goal.traits import Trait

Entry = TypeVar("Entry")


class Timing(StrEnum):
    AT_SELECTION = "S"
    LATER_BIOGRAPHY = "B"
    AFTERWARDS = "P"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedFact:
    """One fact about one selected person. `timing` None: unusable, kept for the record."""

    person: str
    round: str
    seat: str
    trait: str
    level: Level
    timing: Timing | None
    certainty: Certainty = Certainty.STATED
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class YesGroup:
    """Those selected, one row a person.

    `rows` [n, traits]: the code of the level at selection (level index, number; NaN = unknown). `ids` [n]: who; a
    person named twice
    counts once. `dates` [n]: the day each selection was known. `rounds`, `seats` [n]. `later` [n, traits]: held
    according to a later biography only; `later_known`: since when those biographies are known (None: on no day that
    could be asked for).

    Raises:
        InvalidInput: shapes that do not fit, a level index out of range, an infinite number.
    """

    traits: tuple[Trait, ...]
    rows: NDArray[np.float64]
    ids: Sequence[str] | None = None
    dates: Sequence[date] | None = None
    rounds: Sequence[str] | None = None
    seats: Sequence[str] | None = None
    later: NDArray[np.bool_] | None = None
    later_known: date | None = None

    def __post_init__(self) -> None:
        rows = np.asarray(self.rows, dtype=np.float64)
        object.__setattr__(self, "rows", rows)
        if rows.ndim != 2 or rows.shape[1] != len(self.traits):
            raise invalid("rows of the yes group", f"shape {rows.shape}", f"[people, {len(self.traits)} traits]")
        for name in ("ids", "dates", "rounds", "seats"):
            column = getattr(self, name)
            if column is not None and len(column) != len(rows):
                raise invalid(f"{name} of the yes group", f"{len(column)} entries", f"one per person, {len(rows)}")
        if self.later is not None and np.shape(self.later) != rows.shape:
            raise invalid("later of the yes group", f"shape {np.shape(self.later)}", f"the shape of rows, {rows.shape}")
        self._check_codes(rows)
        self._drop_repeats(rows)

    def _check_codes(self, rows: NDArray[np.float64]) -> None:
        for index, trait in enumerate(self.traits):
            column = rows[:, index]
            seen = column[~np.isnan(column)]
            codes = trait.codes()
            wrong = ~np.isfinite(seen) if codes is None else ~np.isin(seen, codes)
            if wrong.any():
                expected = "finite numbers or NaN" if codes is None else f"level index 0 to {len(codes) - 1} or NaN"
                raise invalid(f"{trait.name} in the yes group", float(seen[wrong][0]), expected)

    def _drop_repeats(self, rows: NDArray[np.float64]) -> None:
        if self.ids is None or len(set(self.ids)) == len(rows):
            return
        first = {name: index for index, name in reversed(list(enumerate(self.ids)))}
        keep = np.array(sorted(first.values()))
        kept = self._only(keep)
        for name in ("rows", "ids", "dates", "rounds", "seats", "later"):
            object.__setattr__(self, name, getattr(kept, name))

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, trait: str) -> NDArray[np.float64]:
        """The known codes of a trait, unknown left out."""
        values = self.rows[:, self._index(trait)]
        return values[~np.isnan(values)]

    def only_later(self, trait: str) -> int:
        """How many hold it according to a later biography only."""
        return 0 if self.later is None else int(self.later[:, self._index(trait)].sum())

    def among(self, *, rounds: Iterable[str] | None = None, seat: str = "", without: Iterable[str] = ()) -> "YesGroup":
        """The part selected in these rounds (None: any), for this seat (empty: any), leaving out these people."""
        keep = np.ones(len(self), dtype=bool)
        if rounds is not None:
            keep &= np.isin(np.array(self.rounds or [""] * len(self), dtype=object), list(rounds))
        if seat and self.seats is not None:
            keep &= np.array([one == seat for one in self.seats], dtype=bool)
        left_out = set(without)
        if left_out and self.ids is not None:
            keep &= np.array([one not in left_out for one in self.ids], dtype=bool)
        return self if keep.all() else self._only(np.flatnonzero(keep))

    def known(self, as_of: date) -> "YesGroup":
        """The part whose selection was known by the end of `as_of`, without biographies known only later."""
        hidden = self.later is not None and (self.later_known is None or self.later_known > as_of)
        told = replace(self, later=None) if hidden else self
        if self.dates is None:
            return told
        keep = np.flatnonzero([day <= as_of for day in self.dates])
        return told if len(keep) == len(self) else told._only(keep)

    def _only(self, keep: NDArray[np.intp]) -> "YesGroup":
        return YesGroup(
            self.traits,
            self.rows[keep],
            _picked(self.ids, keep),
            _picked(self.dates, keep),
            _picked(self.rounds, keep),
            _picked(self.seats, keep),
            None if self.later is None else self.later[keep],
            self.later_known,
        )

    def _index(self, trait: str) -> int:
        for index, one in enumerate(self.traits):
            if one.name == trait:
                return index
        raise invalid("trait", trait, f"one of {', '.join(one.name for one in self.traits)}")


def _picked(column: Sequence[Entry] | None, keep: NDArray[np.intp]) -> list[Entry] | None:
    return None if column is None else [column[index] for index in keep]


def gather(
    traits: tuple[Trait, ...],
    facts: Iterable[SelectedFact],
    *,
    known: Mapping[str, date | None],
    later_known: date | None = None,
) -> YesGroup:
    """The yes group that facts about selected people amount to.

    `known`: the day each round's selection was known. `later_known`: the day from which later biographies are known.
    A range counts by its middle. Two different S levels of one person contradict each other.

    Raises:
        InvalidInput: contradicting S facts, or one person in two rounds or seats.
    """
    facts = tuple(facts)
    index_of = {trait.name: index for index, trait in enumerate(traits)}
    people: dict[str, tuple[str, str]] = {}
    for fact in sorted(facts, key=lambda one: one.person):
        _check_one_place(people, fact)
        people.setdefault(fact.person, (fact.round, fact.seat))
    order = {person: row for row, person in enumerate(people)}
    rows = np.full((len(people), len(traits)), np.nan)
    later = np.zeros((len(people), len(traits)), dtype=bool)
    for fact in facts:
        at = (order[fact.person], index_of[fact.trait])
        if fact.timing is Timing.AT_SELECTION:
            rows[at] = _agreed(rows[at], traits[at[1]].code(fact.level), fact)
        elif fact.timing is Timing.LATER_BIOGRAPHY and fact.level is not False:
            later[at] = True
    later &= np.isnan(rows)
    rounds = [place[0] for place in people.values()]
    seats = [place[1] for place in people.values()]
    dates = [known.get(one) or date.max for one in rounds]
    return YesGroup(traits, rows, list(people), dates, rounds, seats, later, later_known)


def _agreed(before: float, code: float, fact: SelectedFact) -> float:
    if np.isnan(before) or before == code:
        return code
    raise InvalidInput(
        Problem(
            thing=f"{fact.trait} of {fact.person} at selection",
            value=str(fact.level),
            expected="one level per person; mark all but one of the conflicting lines with a blank timing",
        )
    )


def _check_one_place(people: Mapping[str, tuple[str, str]], fact: SelectedFact) -> None:
    before = people.get(fact.person)
    if before is not None and before != (fact.round, fact.seat):
        raise invalid(
            f"round and seat of {fact.person}", f"{fact.round}, {fact.seat}", f"{before[0]}, {before[1]} as above"
        )
