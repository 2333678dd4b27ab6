"""Replay a person's attempts in order: each audited as of its own decision day, with what was known then."""

from datetime import date

from twelfth.audit import decision_day
from twelfth.usecases.audit_attempt import Audit, audit_attempt
from twelfth.usecases.ports import AuditLog, CaseShelf, Clock


def replay_rounds(
    name: str, *, cases: CaseShelf, log: AuditLog, clock: Clock, until: date | None = None
) -> tuple[Audit, ...]:
    """One audit per attempt decided by `until` (default: today), in order.

    Raises:
        NotFound: no such case.
    """
    case, process = cases.get(name), cases.process_of(name)
    last = until or clock.today()
    numbers = [n for n in range(1, len(case.attempts) + 1) if decision_day(case, process, n) <= last]
    return tuple(audit_attempt(name, cases=cases, log=log, clock=clock, number=n) for n in numbers)
