"""Announced and proposed changes of a process's rules, so that whoever looks past one can say so."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class ChangeStatus(StrEnum):
    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the rules, announced or proposed. `scored`: whether the pack carries its figures."""

    id: str
    title: str
    announced: date
    status: ChangeStatus
    effective: date | None = None
    scored: bool = False
    note: str = ""
    source: tuple[str, ...] = ()


def change_as_told(change: Change, as_of: date) -> Change:
    """A change that had not taken effect yet was then only announced (or proposed)."""
    if change.status is ChangeStatus.IN_FORCE and change.effective is not None and change.effective > as_of:
        return replace(change, status=ChangeStatus.ANNOUNCED)
    return change
