"""The forecast ledger in words."""

from twelfth.audit import Calibration, Forecasted
from twelfth.base import percent
from twelfth.distance import told
from twelfth.tell.paper import Paper
from twelfth.usecases import Audit

LEAST = 0.001
TELLING = 20
"""Fewer decided attempts than this say next to nothing of how good forecasts are."""


def say_ledger(paper: Paper, answer: Audit) -> None:
    """What could have been forecast of every attempt decided by the day, and how it ended."""
    if not answer.ledger:
        return
    paper.heading("What could have been forecast the day before")
    paper.rows(ledger_rows(answer.ledger), most=28)
    if answer.calibration is not None:
        paper.para(calibration_words(answer.calibration), indent=2)


def ledger_rows(entries: tuple[Forecasted, ...]) -> list[tuple[str, str]]:
    """(attempt and day, forecast and outcome) of each entry."""
    return [(f"Round {one.round}, as of {one.made}", f"{_forecast(one)} {_outcome(one)}".strip()) for one in entries]


def calibration_words(found: Calibration) -> str:
    """The sum of the forecasts against the count, and what so many can tell."""
    forecasts = "forecast comes" if found.attempts == 1 else f"{found.attempts} forecasts come"
    few = " So few say next to nothing of how good such forecasts are." if found.attempts < TELLING else ""
    middle, low, high = (_count(one) for one in (found.expected, found.expected_lo, found.expected_hi))
    were = f"there was {found.selected}" if found.selected == 1 else f"there were {found.selected}"
    return (
        f"The {forecasts} to {middle} selections together (their ends to {low} and {high}); {were}. Brier score "
        f"{_count(found.brier)}.{few}"
    )


def _count(value: float) -> str:
    return "under 0.001" if value < LEAST else f"{value:.2g}"


def _forecast(one: Forecasted) -> str:
    if one.odds is None or one.odds.lo is None or one.odds.hi is None:
        return f"No figure. {one.why}"
    low, high = percent(one.odds.lo), percent(one.odds.hi)
    headline = f"between {low} and {high}" if one.odds.p is None else f"{told(one.odds)} (90% {low} to {high})"
    return f"{headline}, from {one.odds.basis}."


def _outcome(one: Forecasted) -> str:
    return {True: "It ended: selected.", False: "It ended: not selected.", None: ""}[one.selected]
