"""What the use cases need from outside, as Protocols of few methods. Every method that writes takes an audit event."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from twelfth.audit import AuditRecord
from twelfth.goal import Case, Process


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


class Clock(Protocol):
    """Today's date, where nobody gave one."""

    def today(self) -> date: ...


class PackShelf(Protocol):
    """Packs by name, or by path."""

    def names(self) -> tuple[str, ...]: ...

    def get(self, name: str) -> Process: ...

    def add(self, draft: Draft, *, event: AuditEvent) -> str: ...

    def draft_from_people(self, name: str, people: str) -> Draft: ...


class CaseShelf(Protocol):
    """Cases by name, or by path. The process a case is about comes from `process_of`."""

    def names(self) -> tuple[str, ...]: ...

    def get(self, name: str) -> Case: ...

    def process_of(self, name: str) -> Process: ...

    def add(self, draft: Draft, *, event: AuditEvent) -> str: ...


class AuditLog(Protocol):
    """Audit records, append only."""

    def append(self, record: AuditRecord, digest: str, *, event: AuditEvent) -> None: ...

    def digests(self, case: str) -> tuple[str, ...]: ...
