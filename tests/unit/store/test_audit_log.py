"""The audit log in memory: append only, in order, nothing ever replaced."""

from dataclasses import replace
from datetime import date
from functools import cache

from tests.factories import BUILT_IN

from twelfth.audit import AuditRecord
from twelfth.packs import FileCases, FilePacks
from twelfth.store import MemoryAuditLog
from twelfth.usecases import AuditEvent, audit_attempt, record_digest

EVENT = AuditEvent(action="audit", subject="hernandez attempt 1", on=date(2025, 1, 2))


class Today:
    def today(self) -> date:
        return date(2025, 1, 2)


@cache
def record(number: int = 1) -> AuditRecord:
    cases = FileCases(FilePacks(here=BUILT_IN), here=BUILT_IN)
    return audit_attempt("hernandez", cases=cases, log=MemoryAuditLog(), clock=Today(), number=number).record


def test_digests_come_in_the_order_they_were_kept() -> None:
    """The first audit first."""
    log = MemoryAuditLog()
    log.append(record(2), "b", event=EVENT)
    log.append(record(1), "a", event=EVENT)

    assert log.digests("hernandez") == ("b", "a")


def test_digests_are_of_one_case() -> None:
    """Another person's records are not told."""
    log = MemoryAuditLog()
    log.append(record(), "a", event=EVENT)
    log.append(replace(record(), case="other"), "b", event=EVENT)

    assert log.digests("hernandez") == ("a",)
    assert log.digests("nobody") == ()


def test_the_same_audit_twice_is_kept_once_with_both_events() -> None:
    """The record is the same; that it was asked for twice is told."""
    log = MemoryAuditLog()
    log.append(record(), "a", event=EVENT)
    log.append(record(), "a", event=replace(EVENT, on=date(2025, 1, 3)))

    assert log.digests("hernandez") == ("a",)
    assert [event.on.day for event in log.events] == [2, 3]


def test_a_kept_record_is_never_replaced() -> None:
    """A second record under the same digest changes nothing."""
    log = MemoryAuditLog()
    log.append(record(), "a", event=EVENT)
    log.append(replace(record(), case="other"), "a", event=EVENT)

    assert log.digests("hernandez") == ("a",)
    assert log.digests("other") == ()


def test_the_log_has_no_way_to_remove_or_change() -> None:
    """Append only: a record never changes once made."""
    methods = {name for name in dir(MemoryAuditLog) if not name.startswith("_")}

    assert methods == {"append", "digests"}


def test_equal_records_have_equal_digests_and_others_others() -> None:
    """The digest is of the content alone."""
    first = record_digest(record())

    assert first == record_digest(record())
    assert first != record_digest(record(2))
    assert len(first) == 64
