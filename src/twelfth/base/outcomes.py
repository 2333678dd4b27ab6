"""How a search ends: an answer, a proof that there is none, or neither. Never a sentinel value."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[Answer]):
    """An answer that passed its checker."""

    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """Proved: there is no answer. `because` names what conflicts."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Neither an answer nor a proof within the work allowed, or what is known does not decide it."""

    because: str


Outcome = Found[Answer] | Impossible | Undecided
