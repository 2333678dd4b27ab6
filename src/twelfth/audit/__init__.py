"""The loop: a no is examined, and what it teaches comes back as data."""

from twelfth.audit.changeable import Changeable, changeable
from twelfth.audit.changed_since import changed_since
from twelfth.audit.difference import Difference, TraitChange
from twelfth.audit.examine import (
    UNDECIDED,
    cohort_distance,
    decision_day,
    examine,
    latest_decided,
    rubric_distance,
)
from twelfth.audit.ledger import Calibration, Forecasted, calibration
from twelfth.audit.record import (
    AttemptSeen,
    AuditRecord,
    Chosen,
    CohortDistance,
    Question,
    RubricDistance,
    Sent,
    TraitSent,
)

__all__ = [
    "UNDECIDED",
    "AttemptSeen",
    "AuditRecord",
    "Calibration",
    "Changeable",
    "Chosen",
    "CohortDistance",
    "Difference",
    "Forecasted",
    "Question",
    "RubricDistance",
    "Sent",
    "TraitChange",
    "TraitSent",
    "calibration",
    "changeable",
    "changed_since",
    "cohort_distance",
    "decision_day",
    "examine",
    "latest_decided",
    "rubric_distance",
]
