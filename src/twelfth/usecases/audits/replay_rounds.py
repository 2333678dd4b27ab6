"""Replay a person's attempts in order: each audited as of its own decision day, with what was known then."""

from datetime import date

from twelfth.audit import decision_day
from twelfth.goal import Attempt
from twelfth.usecases.audits.audit_attempt import Audit, audit_attempt
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
    days = {number: decision_day(case, process, number) for number in range(1, len(case.attempts) + 1)}
    numbers = [number for number, day in days.items() if day <= last and _is_decided(case.attempt(number), day)]
    audits: list[Audit] = []
    for number in numbers:
        ledger = tuple(entry for one in audits for entry in one.ledger)
        audits.append(audit_attempt(name, cases=cases, log=log, clock=clock, number=number, ledger=ledger))
    return tuple(audits)


def _is_decided(attempt: Attempt, day: date) -> bool:
    """Not so for one still pending, or decided on a day nobody knows."""
    known = attempt.known(day)
    return known is not None and known.decided is not None
