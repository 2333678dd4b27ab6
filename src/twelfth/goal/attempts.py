"""Attempts: one person's application to one round, with the history of its stages.

The state machine is the dict below; docs/reference/attempt-stages.md is generated from it and compared by a test.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from twelfth.base import Truth, When, invalid


class StageName(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    SCREENED = "screened"
    INTERVIEWED = "interviewed"
    PENDING = "pending"
    NOT_SELECTED = "not_selected"
    SELECTED = "selected"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


ANSWERED = (StageName.NOT_SELECTED, StageName.SELECTED, StageName.WITHDRAWN, StageName.INELIGIBLE)
"""The stages that are an answer, or make one needless."""
_ENDS = frozenset(ANSWERED)

NEXT_STAGES: dict[StageName | None, frozenset[StageName]] = {
    None: frozenset({StageName.DRAFT, StageName.SUBMITTED}),
    StageName.DRAFT: frozenset({StageName.SUBMITTED, StageName.WITHDRAWN}),
    StageName.SUBMITTED: frozenset({StageName.SCREENED, StageName.INTERVIEWED, StageName.PENDING}) | _ENDS,
    StageName.SCREENED: frozenset({StageName.INTERVIEWED, StageName.PENDING}) | _ENDS,
    StageName.INTERVIEWED: frozenset({StageName.PENDING}) | _ENDS,
    StageName.PENDING: frozenset({StageName.SCREENED, StageName.INTERVIEWED}) | _ENDS,
    StageName.NOT_SELECTED: frozenset(),
    StageName.SELECTED: frozenset({StageName.WITHDRAWN}),
    StageName.WITHDRAWN: frozenset(),
    StageName.INELIGIBLE: frozenset(),
}
"""What may follow each stage; None is the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    stage: StageName
    on: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One application to one round.

    Raises:
        InvalidInput: a stage that cannot follow the one before it, or dates that certainly run backwards.
    """

    round: str
    history: tuple[Stage, ...]
    seat: str = ""
    certainty: str = "stated"
    source: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_history(self.round, self.history)

    def known(self, as_of: date) -> "Attempt | None":
        """The attempt as far as it had certainly come by `as_of`; None when not even its first stage had.

        A stage of uncertain date had come when a later one certainly had: history has an order.
        """
        come = [index for index, stage in enumerate(self.history, 1) if stage.on.begun_by(as_of) is Truth.YES]
        if not come:
            return None
        seen = tuple(Stage(stage=one.stage, on=one.on.clipped(as_of)) for one in self.history[: come[-1]])
        return Attempt(round=self.round, history=seen, seat=self.seat, certainty=self.certainty, source=self.source)

    @property
    def stage(self) -> StageName | None:
        return self.history[-1].stage if self.history else None

    @property
    def submitted(self) -> When | None:
        return next((stage.on for stage in self.history if stage.stage is StageName.SUBMITTED), None)

    @property
    def decided(self) -> When | None:
        return next((stage.on for stage in self.history if stage.stage in ANSWERED), None)


def check_history(round_id: str, history: tuple[Stage, ...]) -> None:
    """Refuse a history the state machine does not allow.

    Raises:
        InvalidInput: names the round, the stage and what may follow.
    """
    previous: StageName | None = None
    for stage in history:
        allowed = NEXT_STAGES[previous]
        if stage.stage not in allowed:
            expected = ", ".join(sorted(allowed)) or "nothing: that stage is final"
            raise invalid(f"stage after {previous or 'the beginning'} (round {round_id})", stage.stage, expected)
        previous = stage.stage
    for earlier, later in combinations(history, 2):
        if later.on.certainly_before(earlier.on):
            raise invalid(
                f"date of {later.stage} (round {round_id})",
                later.on,
                f"a day not before {earlier.stage} on {earlier.on}",
            )
