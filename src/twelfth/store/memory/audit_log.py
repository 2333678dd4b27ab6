"""Audit records, append only: the same audit twice is kept once, nothing is ever replaced."""

from twelfth.audit import AuditRecord
from twelfth.usecases import AuditEvent


class MemoryAuditLog:
    """An AuditLog in memory."""

    def __init__(self) -> None:
        self._records: dict[str, AuditRecord] = {}
        self.events: list[AuditEvent] = []

    def append(self, record: AuditRecord, digest: str, *, event: AuditEvent) -> None:
        """Keep a record under its digest."""
        self._records.setdefault(digest, record)
        self.events.append(event)

    def digests(self, case: str) -> tuple[str, ...]:
        """The digests of a case's records, in the order they were kept."""
        return tuple(digest for digest, record in self._records.items() if record.case == case)
