"""What was foretold of an attempt when it was sent, as it was then."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """The chance told on a day in one round: `p` the headline, [lo, hi] 90 %; None where none was honest.

    basis: what it rested on, in words. as_of: the last day whose knowledge it rested on. pack_version: of the pack it
    was made with. why: why there was no chance, "" where there was one.
    """

    round: str
    made: date
    as_of: date
    p: float | None
    lo: float | None
    hi: float | None
    basis: Said | str = ""
    why: Said | str = ""
    pack_version: str = ""
