"""The forecast ledger in words."""

from datetime import date

from twelfth.audit import AuditRecord, Calibration, Forecasted
from twelfth.base import Said, When
from twelfth.distance import Odds
from twelfth.goal import Foretold
from twelfth.tell.language import N_, _, figure, ngettext, written
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import name_alone, of_core
from twelfth.tell.say.rounds import odds_words, says_something
from twelfth.usecases import Audit

LEAST = 0.001
TELLING = 20
"""Fewer decided attempts than this say next to nothing of how good forecasts are."""


def say_ledger(paper: Paper, answer: Audit) -> None:
    """What was forecast of every attempt decided by the day, or could have been, and how it ended."""
    if not answer.ledger:
        return
    paper.heading(ledger_heading(answer.ledger))
    paper.rows(ledger_rows(answer.ledger), most=28)
    if answer.calibration is not None:
        paper.para(calibration_words(answer.calibration), indent=2)


def ledger_heading(entries: tuple[Forecasted, ...]) -> str:
    """Whether anything was told beforehand, or all of it is made afterwards."""
    if any(one.told for one in entries):
        return _("What the forecast had said")
    return _("What could have been forecast the day before")


def foretold_words(one: Foretold) -> str:
    """What was told when an attempt was sent: the chance and what it rests on, or that there was none and why."""
    odds = None if one.lo is None else Odds(p=one.p, lo=one.lo, hi=one.hi, basis=one.basis)
    return _told_on(one.made, odds, one.why)


def ledger_sentence(record: AuditRecord, entries: tuple[Forecasted, ...]) -> list[str]:
    """What was told of the attempt audited when it was sent; nothing where nothing was."""
    found = (one for one in entries if one.told and one.round == record.attempt.round)
    return [_told_on(one.made, one.odds, one.why) for one in found]


def _told_on(day: date, odds: Odds | None, why: Said | str) -> str:
    if odds is not None and says_something(odds):
        return _(
            "You were told on %(day)s: %(chance)s, from %(basis)s.",
            day=day,
            chance=odds_words(odds),
            basis=of_core(odds.basis),
        )
    if odds is not None or not why:
        return _("On %(day)s no forecast could be made: what was known allowed anything.", day=day)
    return _("On %(day)s no forecast could be made: %(why)s", day=day, why=of_core(why))


def ledger_rows(entries: tuple[Forecasted, ...]) -> list[tuple[str, str]]:
    """(attempt and day, forecast and outcome) of each entry."""
    return [
        (
            _attempt(one),
            f"{_forecast(one)} {_outcome(one)}".strip(),
        )
        for one in entries
    ]


def _attempt(one: Forecasted) -> str:
    """The round, by its name where that is the person's own word, and the day."""
    name, made = name_alone(one.round, one.round_name), _made(one)
    if name and not made.is_exact:
        return _("%(name)s, %(day)s", name=name, day=made)
    if name:
        told = N_("%(name)s, told on %(day)s") if one.told else N_("%(name)s, as of %(day)s")
        return _(told, name=name, day=made)
    told = N_("Round %(round)s, told on %(day)s") if one.told else N_("Round %(round)s, as of %(day)s")
    return _(told, round=one.round, day=made)


def _made(one: Forecasted) -> When:
    """The day of a forecast; one made afterwards of a round known to a month has no other day than that month."""
    return When.on(one.made) if one.told or one.decided.is_exact else one.decided


def _within(one: Forecasted) -> Said | str:
    """Why nothing could be forecast, with no day in it that nobody said."""
    why = one.why
    if not isinstance(why, Said) or one.told or why.values.get("day") != str(one.made):
        return why
    return Said(why.form, **dict(why.values) | {"day": str(written(_made(one)))})


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
        return _("No figure. %(why)s", why=of_core(_within(one)))
    headline = odds_words(one.odds)
    return _("%(chance)s, from %(basis)s.", chance=headline, basis=of_core(one.odds.basis))


def _outcome(one: Forecasted) -> str:
    if one.selected is None:
        return ""
    return _("It ended: selected.") if one.selected else _("It ended: not selected.")
