"""An audit as it is kept: the record with the forecasts beside it, exactly as it was made."""

from datetime import date
from typing import cast

from twelfth.usecases.audits.audit_attempt import Audit
from twelfth.usecases.keeping.exact import plain_from, read_as, text_of, told_as
from twelfth.usecases.keeping.kept import AuditKept


def kept_audit(audit: Audit, *, made: date) -> AuditKept:
    """An audit to keep."""
    text = text_of(told_as(audit, Audit, where="audit"))
    return AuditKept(made=made, round=audit.record.attempt.round, digest=audit.digest, text=text)


def audit_of(kept: AuditKept) -> Audit:
    """The audit that was kept. Raises InvalidInput where its text was not written by this program."""
    return cast(Audit, read_as(plain_from(kept.text), Audit, where="audit"))
