"""What was read of a table of those who got in, to be looked at before anything is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.base import invalid
from twelfth.usecases.keeping.people import OnePerson, PeopleColumn, PeopleKept

LEAVE_OUT = "-"
"""Said instead of the kind of a column."""


class WhyNot(StrEnum):
    """Why a column compares nobody."""

    SAID_SO = "said so"
    BLANK = "blank"
    NAMES = "names"
    ALL_ALIKE = "all alike"
    TOO_MANY = "too many"
    ROUND = "round"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSeen:
    """A column as it was read.

    kind: "" where it is left out, and then why_not says why; "id" for the one that names people. blank: of how many it
    says nothing. lowest, highest: of numbers and days, as they are written. different: how many words. joined: of words
    that differ only in capitals or accents, the one that stays before the others. unread: what is written there and is
    not of its kind. name: of the column that it becomes. same: what all who are known have in common, where that
    is asked for.
    """

    title: str
    kind: str
    why_not: WhyNot | None = None
    blank: int = 0
    lowest: str = ""
    highest: str = ""
    different: int = 0
    joined: tuple[tuple[str, ...], ...] = ()
    unread: tuple[str, ...] = ()
    protected: bool = False
    name: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRead:
    """seen: every column of the table. columns, people: what would be kept. around: lines that were left out, above the
    names of the columns and below the people. repeated: lines that say an earlier one again."""

    seen: tuple[ColumnSeen, ...]
    columns: tuple[PeopleColumn, ...]
    people: tuple[OnePerson, ...]
    around: tuple[int, ...] = ()
    repeated: int = 0

    def kept(self, *, on: date, before: PeopleKept | None = None, new: Iterable[str] = ()) -> PeopleKept:
        """As it is kept. before: what it comes in the place of, of which what was said stays, and the keys of those
        who are in both. new: keys nobody ever had, for the others. Raises InvalidInput."""
        if not self.people:
            raise invalid("people", "0 lines", "at least one person")
        old = {} if before is None else {one.name: one for one in before.columns}
        table = PeopleKept(
            on=on,
            columns=tuple(one.said_as(old[one.name]) if one.name in old else one for one in self.columns),
            people=self.people,
            applied=None if before is None else before.applied,
            selected=None if before is None else before.selected,
        )
        return table if before is None else table.keyed_as(before, new=new)
