"""The unit typed beside a number: the field's own is read past, another is named, so that it can be refused in words.

Deliberately converts nothing: 60 months in a field for hours may be a slip of the hand or of the eye.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from twelfth.web.words import N_

BESIDE = re.compile(r"(?P<before>[^\d]*?) ?(?P<number>[+-]?\d[\d.,]*) ?(?P<after>[^\d]*)")
EACH = re.compile(
    r"(?:for |por )?(?:each|every|apiece|a piece|cada)(?: (?:one|un[oa]?|\w+))?|per (?:piece|unit|item)|c/u",
    re.IGNORECASE,
)
WEEKLY = re.compile(
    r"(?:an? |per |each |every |a la |por |cada |/ ?)(?:week|wk|semana|sem)|weekly|semanal(?:es)?", re.IGNORECASE
)
UNITS = {
    N_("hours"): ("h", "hr", "hrs", "hour", "hours", "hora", "horas"),
    N_("minutes"): ("min", "mins", "minute", "minutes", "minuto", "minutos"),
    N_("days"): ("d", "day", "days", "día", "días", "dia", "dias"),
    N_("weeks"): ("w", "wk", "wks", "week", "weeks", "sem", "semana", "semanas"),
    N_("months"): ("mo", "mos", "month", "months", "mes", "meses"),
    N_("years"): ("y", "yr", "yrs", "year", "years", "año", "años", "ano", "anos"),
    "%": ("%", "percent", "per cent", "pct", "por ciento"),
}
"""What people call a unit in either language, by its word; a lone m could be minutes or months."""
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
PESOS = frozenset({"MXN", "ARS", "COP", "CLP", "UYU", "DOP", "CUP"})
MONEY = {
    "$": DOLLARS | PESOS,
    "us$": frozenset({"USD"}),
    "c$": frozenset({"CAD"}),
    "ca$": frozenset({"CAD"}),
    "mx$": frozenset({"MXN"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "r$": frozenset({"BRL"}),
    "s/": frozenset({"PEN"}),
    **dict.fromkeys(("dollar", "dollars", "dólar", "dólares", "dolar", "dolares"), DOLLARS),
    **dict.fromkeys(("peso", "pesos"), PESOS),
    **dict.fromkeys(("euro", "euros"), frozenset({"EUR"})),
    **dict.fromkeys(("pound", "pounds", "libra", "libras"), frozenset({"GBP"})),
}
"""The currencies that a sign or a word may stand for."""
CODES = frozenset(
    {"usd", "cad", "eur", "gbp", "mxn", "ars", "cop", "clp", "brl", "pen", "aud", "nzd", "chf", "inr", "cny"}
)
"""Those that are known also without capitals."""
CODE = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number and what was typed beside it. number: as it was typed; instead: what was expected of the field, in
    words, "" where nothing but its own unit stands beside it."""

    number: str
    instead: str = ""


def measured(
    typed: str, *, unit: str, money: bool = False, currency: str = "", weekly: bool = False
) -> Measured | None:
    """What stands beside a number; None for what is none, or beside which stands no unit that is known. unit: of the
    field, in the language of the page. currency: of a field for money, "" where nobody said. weekly: the field asks for
    so much a week."""
    found = BESIDE.fullmatch(" ".join(typed.split()))
    if found is None or not (found["before"] or found["after"]):
        return None
    beside = " ".join((found["before"], found["after"])).strip()
    words = beside.replace(".", "") if len(beside) > 1 else beside
    plain = WEEKLY.sub("", words).strip(" /")
    if plain != words and not weekly:
        return Measured(number=found["number"], instead=_("one figure for all of it, not so much a week"))
    each = EACH.sub("", plain).strip()
    if each != plain:
        return Measured(number=found["number"], instead=_of_all(unit, weekly=weekly))
    return _beside(found["number"], plain, unit=unit, money=money, currency=currency)


def _of_all(unit: str, *, weekly: bool) -> str:
    """What is expected where a number is of each of something."""
    if weekly:
        return _("the hours of a whole week")
    hours = _kind(unit) == "hours"
    return _("the hours of all of it together, not of each") if hours else _("one figure for all of it together")


def _beside(number: str, words: str, *, unit: str, money: bool, currency: str) -> Measured | None:
    """words: the unit that was typed, perhaps none."""
    own, other, codes = _kind(unit), _kind(words), _currencies(words)
    if not words or (own and other == own) or (money and codes and not other and (not currency or currency in codes)):
        return Measured(number=number)
    if not (other or codes) or not (own or money):
        return None
    typed = _(other) if other and other != "%" else other or words
    if not money:
        return Measured(number=number, instead=_("%(own)s, not %(other)s") % {"own": unit, "other": typed})
    amount = {"own": currency, "other": typed}
    told = _("an amount in %(own)s, not in %(other)s") if currency else _("an amount of money, not %(other)s")
    return Measured(number=number, instead=told % amount)


def _kind(word: str) -> str:
    """The unit that a word stands for, "" for none."""
    return next((name for name, words in UNITS.items() if word.lower() in words), "")


def _currencies(word: str) -> frozenset[str]:
    """Those that a sign, a word or a code stands for; none for anything else."""
    if CODE.fullmatch(word) or word.lower() in CODES:
        return frozenset({word.upper()})
    return MONEY.get(word.lower(), frozenset())
