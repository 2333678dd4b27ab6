"""Audit one attempt of a case and keep the record."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from twelfth.audit import (
    UNDECIDED,
    AuditRecord,
    Calibration,
    Changeable,
    Forecasted,
    calibration,
    changeable,
    decision_day,
    examine,
    latest_decided,
)
from twelfth.base import plain
from twelfth.goal import Case, Process
from twelfth.usecases.audits.forecast_attempt import forecast_attempt
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.ports import AuditEvent, AuditLog, CaseShelf, Clock, Learner


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """An audit record and the SHA-256 of its canonical JSON: two equal audits have equal digests.

    ledger: what could have been forecast of every attempt decided by the day of the audit, in order; calibration: those
    forecasts against the outcomes. changeable: what of the distance the person can change; None in an audit kept before
    this was told.
    """

    record: AuditRecord
    digest: str
    ledger: tuple[Forecasted, ...] = ()
    calibration: Calibration | None = None
    changeable: Changeable | None = None


def audit_attempt(
    name: str,
    *,
    cases: CaseShelf,
    log: AuditLog,
    clock: Clock,
    number: int | None = None,
    as_of: date | None = None,
    ledger: tuple[Forecasted, ...] = (),
    learner: Learner | None = None,
) -> Audit:
    """Audit attempt `number` (default: the last one decided) as of a day (default: the day of its decision).

    ledger: entries made already, as by the audit of an earlier attempt; they are not made again.
    learner: learns from people whose outcome is known, where the pack has them.

    Raises:
        NotFound: no such case or attempt.
        InvalidInput: the case or its pack cannot be read.
        NotEnoughData: not decided by then, or no rule is sourced for that day.
    """
    case, process = cases.get(name), cases.process_of(name)
    chosen = latest_decided(case, process, as_of or clock.today()) if number is None else number
    day = as_of or decision_day(case, process, chosen)
    check_rule_sourced(process, day)
    record = examine(case, process, number=chosen, as_of=day)
    digest = record_digest(record)
    event = AuditEvent(action="audit", subject=f"{case.name} attempt {chosen} as of {day}", on=clock.today())
    log.append(record, digest, event=event)
    entries = _ledger(case, process, day, ledger, learner)
    return Audit(
        record=record,
        digest=digest,
        ledger=entries,
        calibration=calibration(entries),
        changeable=changeable(case, process, record),
    )


def _ledger(
    case: Case, process: Process, day: date, made: tuple[Forecasted, ...], learner: Learner | None
) -> tuple[Forecasted, ...]:
    """The entries of the attempts decided by a day, those made already as they are."""
    known, entries = case.known(day), {one.attempt: one for one in made}
    numbers = [number for number, attempt in enumerate(known.attempts, 1) if attempt.stage not in UNDECIDED]
    days = {number: decision_day(known, process, number) for number in numbers}
    return tuple(
        entries.get(number) or forecast_attempt(known, process, number=number, decided=decided, learner=learner)
        for number, decided in days.items()
        if decided <= day
    )


def record_digest(record: AuditRecord) -> str:
    """SHA-256 of the record's canonical JSON (sorted keys, no spaces, UTF-8)."""
    canonical = json.dumps(plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
