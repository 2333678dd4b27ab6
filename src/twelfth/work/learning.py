"""How far somebody has come with what they lack, and what shows it."""

from dataclasses import dataclass
from enum import StrEnum


class Ability(StrEnum):
    """In this order. Only what one can show may count for a selection."""

    NONE = "none"
    LEARNING = "learning"
    CAN_DO = "can do"
    CAN_SHOW = "can show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """Of one trait or move: how far, by what (a course, a book, a person), and what counts as proof of it."""

    towards: str
    ability: Ability
    resource: str = ""
    proof: str = ""
