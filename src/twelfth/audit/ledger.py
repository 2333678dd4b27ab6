"""The forecast ledger: what was forecast of each attempt, from what, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from twelfth.base import Said, When
from twelfth.distance import Odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasted:
    """One attempt's entry. told: the odds were told on `made`, when the attempt was sent, and kept; else they are made
    afterwards as of `made`, the day before the decision. odds: None where nothing could be forecast, with the sentence
    why. selected: None where it was not decided on its merits."""

    attempt: int
    round: str
    decided: When
    made: date
    odds: Odds | None
    why: Said | str = ""
    selected: bool | None = None
    told: bool = False
    round_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Forecasts against outcomes: how many attempts count, the sum of their chances with that of the ends of their
    intervals, how many were selected, and the Brier score (mean squared error, 0 the best, 1 the worst)."""

    attempts: int
    expected: float
    expected_lo: float
    expected_hi: float
    selected: int
    brier: float


def calibration(entries: Iterable[Forecasted]) -> Calibration | None:
    """Over the decided entries that have a headline; None without any. Paper: Brier 1950."""
    counted = [
        (one.odds.p, one.odds.lo, one.odds.hi, one.selected)
        for one in entries
        if one.odds is not None and one.odds.p is not None and one.selected is not None
    ]
    told = [(p, lo, hi, won) for p, lo, hi, won in counted if lo is not None and hi is not None]
    if not told:
        return None
    return Calibration(
        attempts=len(told),
        expected=sum(p for p, _, _, _ in told),
        expected_lo=sum(lo for _, lo, _, _ in told),
        expected_hi=sum(hi for _, _, hi, _ in told),
        selected=sum(won for _, _, _, won in told),
        brier=sum((p - won) ** 2 for p, _, _, won in told) / len(told),
    )
