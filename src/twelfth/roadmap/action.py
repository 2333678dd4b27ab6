"""An action: one way to acquire a trait, or to renew it, in hours, weeks and money."""

import math
from dataclasses import dataclass

from twelfth.base import InvalidInput, Problem

CENTURY = 5_200
"""Weeks; no round is further off, and nothing takes longer."""
MOST_HOURS, MOST_HOURS_WEEK, MOST_MONEY, MOST_VALID = 10**9, 10_000, 10**12, 10**6
"""Of an action. More is a slip of the hand, and would not fit into the tables of a search."""
ATTEMPTS = 3
"""An exam may be tried this often; then the trait is not acquired (04-roadmap)."""

WHOLE = (
    ("hours", 1, MOST_HOURS),
    ("min_hours_week", 1, MOST_HOURS_WEEK),
    ("max_hours_week", 1, MOST_HOURS_WEEK),
    ("min_weeks", 1, CENTURY),
    ("cost", 0, MOST_MONEY),
)
"""Fields that are whole numbers, with their bounds."""
NEXT_STEP = {
    "min_hours_week": "Lower it, or raise max_hours_week.",
    "effect": "Say what it adds to the logit of a round: 0.7 doubles small odds.",
    "retry_weeks": "Say how many weeks lie between two attempts; or leave pass_probability out if there is no exam.",
}
"""Of fields that are often mistaken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Work that grants a trait.

    hours: in all, at least 1. A worked week takes min_hours_week to max_hours_week of them, the last may take fewer.
    min_weeks: from the start of the first worked week to completion, at least. cost: paid at the start, at least 0.
    effect: what the trait adds to the score of a round. after: actions that must be complete before this one starts.
    group: at most one action of a group is chosen. valid_weeks: how long the trait counts once it does; None: for good.
    pass_probability: of an exam at completion and every retry_weeks after, three attempts at most; 1: no exam.
    renews: the original whose trait this grants again; it is in `after` and has the same effect.
    attempts_made: at its exam, none of them passed; after three it never is. not_before: the first week in which it may
    be worked. pinned: its work as (week, hours) pairs, where a person has it stay as it is: every plan has it so.

    Raises:
        InvalidInput: a figure out of these bounds, named by field.
    """

    id: str
    hours: int
    min_hours_week: int = 1
    max_hours_week: int
    min_weeks: int = 1
    cost: int = 0
    effect: float
    after: tuple[str, ...] = ()
    group: str | None = None
    valid_weeks: int | None = None
    pass_probability: float = 1.0
    retry_weeks: int | None = None
    renews: str | None = None
    attempts_made: int = 0
    not_before: int = 0
    pinned: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        wrong = [
            Problem(
                thing=f"{field} of action {self.id}",
                value=str(value),
                expected=expected,
                field=field,
                next_step=NEXT_STEP.get(field, ""),
            )
            for field, value, expected in self._wrong()
        ]
        if wrong:
            raise InvalidInput(*wrong)

    def _wrong(self) -> list[tuple[str, object, str]]:
        found: list[tuple[str, object, str]] = []
        if not self.id.strip():
            found.append(("id", self.id, "a name"))
        for field, least, most in WHOLE:
            value = getattr(self, field)
            if not is_within(value, least, most):
                found.append((field, value, f"a whole number from {least} to {most:,}"))
        if not found and self.min_hours_week > self.max_hours_week:
            found.append(("min_hours_week", self.min_hours_week, f"at most max_hours_week, {self.max_hours_week}"))
        if not math.isfinite(self.effect):
            found.append(("effect", self.effect, "a finite number"))
        if self.valid_weeks is not None and not is_within(self.valid_weeks, 1, MOST_VALID):
            found.append(
                ("valid_weeks", self.valid_weeks, f"a whole number from 1 to {MOST_VALID:,}, or null for good")
            )
        if not 0 < self.pass_probability <= 1:
            found.append(("pass_probability", self.pass_probability, "a number above 0 and at most 1"))
        elif self.is_exam and not is_within(self.retry_weeks, 1, CENTURY):
            expected = f"a whole number from 1 to {CENTURY:,}, since this is an exam"
            found.append(("retry_weeks", self.retry_weeks, expected))
        if not (is_whole(self.attempts_made, 0) and self.attempts_made <= (ATTEMPTS if self.is_exam else 0)):
            found.append(("attempts_made", self.attempts_made, f"0, or of an exam up to {ATTEMPTS}"))
        if not is_within(self.not_before, 0, CENTURY):
            found.append(("not_before", self.not_before, f"a whole number from 0 to {CENTURY:,}"))
        return found

    @property
    def is_exam(self) -> bool:
        """Whether completion alone does not grant the trait."""
        return self.pass_probability < 1

    @property
    def passing(self) -> tuple[tuple[int, float], ...]:
        """Weeks from completion to passing with the share of each; what is lacking to 1 is never to pass."""
        if not self.is_exam:
            return ((0, 1.0),)
        p, gap, made = self.pass_probability, self.retry_weeks or 0, self.attempts_made
        return tuple((gap * attempt, p * (1 - p) ** (attempt - made)) for attempt in range(made, ATTEMPTS))

    @property
    def trait(self) -> str:
        """The trait it grants, named by the action that grants it first."""
        return self.renews or self.id

    def complete(self, first: int, last: int) -> int:
        """The week in which it is complete, worked from week `first` to week `last`."""
        return max(last + 1, first + self.min_weeks)


def is_whole(value: object, least: int) -> bool:
    """Whether a value is a whole number of at least so much; True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_within(value: object, least: int, most: int) -> bool:
    """Whether a value is a whole number from so much to so much."""
    return is_whole(value, least) and isinstance(value, int) and value <= most
