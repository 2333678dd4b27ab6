"""The forecast ledger in words."""

from twelfth.audit import Calibration, Forecasted
from twelfth.tell.language import _, figure, ngettext
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import of_core, titled
from twelfth.tell.say.rounds import odds_words
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
    return [
        (
            _("Round %(round)s, as of %(day)s", round=one.round, day=one.made),
            f"{_forecast(one)} {_outcome(one)}".strip(),
        )
        for one in entries
    ]


def calibration_words(found: Calibration) -> str:
    """The sum of the forecasts against the count, and what so many can tell."""
    middle, low, high = (_count(one) for one in (found.expected, found.expected_lo, found.expected_hi))
    together = ngettext(
        "The forecast comes to %(middle)s selections together (their ends to %(low)s and %(high)s); %(selected)s.",
        "The %(num)s forecasts come to %(middle)s selections together (their ends to %(low)s and %(high)s); "
        "%(selected)s.",
        found.attempts,
        middle=middle,
        low=low,
        high=high,
        selected=ngettext("there was %(num)s", "there were %(num)s", found.selected),
    )
    score = _("Brier score %(score)s.", score=_count(found.brier))
    few = [_("So few say next to nothing of how good such forecasts are.")] if found.attempts < TELLING else []
    return " ".join([together, score, *few])


def _count(value: float) -> str:
    return _("under %(figure)s", figure=figure("0.001")) if value < LEAST else figure(f"{value:.2g}")


def _forecast(one: Forecasted) -> str:
    if one.odds is None or one.odds.lo is None or one.odds.hi is None:
        return _("No figure. %(why)s", why=titled(one.why))
    headline = odds_words(one.odds)
    return _("%(chance)s, from %(basis)s.", chance=headline, basis=of_core(one.odds.basis))


def _outcome(one: Forecasted) -> str:
    if one.selected is None:
        return ""
    return _("It ended: selected.") if one.selected else _("It ended: not selected.")
