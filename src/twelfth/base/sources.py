"""Where a figure comes from."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    OFFICIAL = "official"
    COPY = "copy of official"
    PRESS = "press"
    SECONDARY = "secondary"
    INFERRED = "inferred"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One citation. `address` may be empty for what a person states of themselves."""

    id: str
    title: str
    address: str = ""
    kind: SourceKind = SourceKind.SECONDARY
    note: str = ""
