"""The loop: a no is examined, and what it teaches comes back as data."""

from twelfth.audit.difference import Difference, TraitChange
from twelfth.audit.examine import (
    cohort_distance,
    decision_day,
    examine,
    latest_decided,
    rubric_distance,
)
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
    "AttemptSeen",
    "AuditRecord",
    "Chosen",
    "CohortDistance",
    "Difference",
    "Question",
    "RubricDistance",
    "Sent",
    "TraitChange",
    "TraitSent",
    "cohort_distance",
    "decision_day",
    "examine",
    "latest_decided",
    "rubric_distance",
]
