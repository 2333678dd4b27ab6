"""The audit record: everything one audit says, frozen. The same facts, pack and day give the same bytes.

Later thoughts are addenda beside it; nothing in it ever changes.
"""

from dataclasses import dataclass
from datetime import date

from twelfth.audit.difference import Difference
from twelfth.base import When
from twelfth.distance import Bounds, Entry, Gap, Headroom, MoveEffect, RoundRate, Score, Standing
from twelfth.goal import Change, FunnelCount, Judged, Limit, StageName, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptSeen:
    """The attempt audited, as known on the day. decided: as well as the day is known."""

    number: int
    of: int
    round: str
    round_name: str
    kind: str
    decided: When
    seat: str
    stage: StageName
    reached: StageName | None
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitSent:
    """One trait as it stood when the attempt was sent."""

    trait: str
    title: str
    status: Status
    words: str
    since: When | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What was sent: the profile of `day`. `assumed`: the day of submission is not known exactly, this is its
    latest."""

    day: date
    assumed: bool
    traits: tuple[TraitSent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Those selected in that very round: how many, of how many, and the person against them alone."""

    selected: int | None
    funnel: tuple[FunnelCount, ...]
    described: int
    gaps: tuple[Gap, ...]
    cut_off: float | None = None
    short_lo: float | None = None
    short_hi: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something unknown that would be worth finding out. `why`: own level, own date, own range, or the yes group's."""

    trait: str
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortDistance:
    """The distance by a yes group: gaps against everybody known by then, and what the base rate bounds."""

    described: int
    rounds: tuple[str, ...]
    left_out: int
    gaps: tuple[Gap, ...]
    base_rate: RoundRate | None = None
    joint: Bounds | None = None
    joint_count: int = 0
    joint_of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDistance:
    """The distance by a rubric: the exact score, the standing against every kind of round, and what would change it.

    entry: the nearest kind of round and what is missing for it, where none may certainly be entered.
    """

    score: Score
    standings: tuple[Standing, ...]
    moves: tuple[MoveEffect, ...]
    headroom: tuple[Headroom, ...]
    entry: Entry | None = None

    @property
    def smallest_clearing(self) -> MoveEffect | None:
        """The move of least certain gain that would pass the last cut-off of a kind the person could then enter; None
        for whoever stands above one already."""
        if any(standing.would_be_selected for standing in self.standings):
            return None
        clearing = [move for move in self.moves if move.clears]
        return min(clearing, key=lambda move: (move.gain_lo, move.move), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """One audit of one attempt, as of a day."""

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    as_of: date
    attempt: AttemptSeen
    sent: Sent
    difference: Difference | None
    requirements: tuple[Judged, ...]
    chosen: Chosen
    cohort: CohortDistance | None
    rubric: RubricDistance | None
    muscles: tuple[str, ...]
    worth_finding_out: tuple[Question, ...]
    cannot_be_known: tuple[Limit, ...]
    rule_changes: tuple[Change, ...]
    attribution: str = ""
