"""What the use cases need from outside, as Protocols of few methods. Every method that writes takes an audit event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twelfth.audit import AuditRecord
from twelfth.distance import Odds, Report
from twelfth.goal import Case, Process

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """Who wrote what, when and why: kept with everything that is written."""

    action: str
    subject: str
    on: date
    actor: str = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Files about to be written: (name inside the folder, content). `notes`: what their reader should know first."""

    name: str
    files: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulCell:
    """A cell that was left unknown although something stands there, and why."""

    line: int
    column: str
    value: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRead:
    """What a column of a spreadsheet becomes.

    becomes: the name of a trait or of a field, "" where it is left out. kind: of its values. known: of the rows, in how
    many it says something. why_not: why it is left out.
    """

    column: str
    becomes: str
    kind: str
    unit: str
    levels: tuple[str, ...]
    protected: bool
    known: int
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """A spreadsheet understood: its columns, and the files of the pack it amounts to.

    rows: how many. header, first: the beginning of what would be written. notes: what was left out, and how it was
    read. kinds: of round, as (name, title); none: rounds of one kind. points: the trait that holds one's points, where
    there are cut-offs.
    """

    columns: tuple[ColumnRead, ...]
    rows: int
    header: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    doubtful: tuple[DoubtfulCell, ...]
    notes: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...] = ()
    points: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuestion:
    """A spreadsheet to understand, and what is said about it.

    kind: "yes-group", "labelled", "grid" or "cut-offs". file: "-" for what is typed or pasted. maps: (column, trait or
    field), "-" to leave it out. units: (column, unit). outcome: the column that says who was selected. applicants: a
    second file, of a grid of applicants. decimal: "point", "comma" or "". dates: "day-first", "month-first" or "".
    """

    kind: str
    file: str
    maps: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    applicants: str = ""
    decimal: str = ""
    dates: str = ""


class Clock(Protocol):
    """Today's date, where nobody gave one, and the instant, with the zone one is in."""

    def today(self) -> date: ...

    def now(self) -> datetime: ...


class PackShelf(Protocol):
    """Packs by name, or by path."""

    def names(self) -> tuple[str, ...]: ...

    def get(self, name: str) -> Process: ...

    def add(self, draft: Draft, *, event: AuditEvent) -> str: ...

    def draft_from_people(self, name: str, people: str) -> Draft: ...


class SheetReader(Protocol):
    """Spreadsheets as people have them."""

    def read(self, question: SheetQuestion) -> SheetRead: ...


class CaseShelf(Protocol):
    """Cases by name, or by path. The process a case is about comes from `process_of`."""

    def names(self) -> tuple[str, ...]: ...

    def get(self, name: str) -> Case: ...

    def process_of(self, name: str) -> Process: ...

    def add(self, draft: Draft, *, event: AuditEvent) -> str: ...


class Learned(Protocol):
    """A model learned from people whose outcome is known."""

    @property
    def report(self) -> Report: ...

    def odds(self, X: Array) -> list[Odds]: ...


class Learner(Protocol):
    """Learns from rows X [n, columns], nan unknown, and labels y [n], 1 selected and 0 not. rate: the share selected
    among all who applied, to which the chances are moved. dates: of the rounds, to be tried on the last."""

    def fit(
        self, X: Array, y: Array, *, seed: int, rate: float | None = None, dates: Sequence[date] | None = None
    ) -> Learned: ...


class AuditLog(Protocol):
    """Audit records, append only."""

    def append(self, record: AuditRecord, digest: str, *, event: AuditEvent) -> None: ...

    def digests(self, case: str) -> tuple[str, ...]: ...
