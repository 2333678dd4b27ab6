"""A time worked as people write it, and the timer that runs."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from twelfth.usecases import Row
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.work import MINUTES_A_DAY, Timer, is_doubtful, minutes_run

LONG = re.compile(r"(?:(\d{1,4}(?:[.,]\d{1,2})?)\s*h)?\s*(?:(\d{1,4})\s*(?:m|min)?)?", re.ASCII | re.IGNORECASE)

FRACTION = re.compile(r"\d{1,4}[.,]\d{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A timer as it is now. doubtful: it is to be asked about."""

    row: Row[Timer]
    minutes: int
    doubtful: bool


def running(one: Open) -> Running | None:
    """The timer of a goal, None where none runs."""
    if not one.kept.timers:
        return None
    row, now = one.kept.timers[0], one.desk.place.clock.now()
    second = int(now.timestamp())
    doubtful = is_doubtful(row.thing, on=now.date(), second=second)
    return Running(row=row, minutes=minutes_run(row.thing, second), doubtful=doubtful)


def minutes_of(asked: Asked, name: str) -> int | None:
    """1.5 h, 1,5, 1h30, 90, 90m: minutes. A number alone is hours where it has a fraction, for nobody logs a part of a
    minute, and up to 12, for nobody logs so few."""
    text = asked.raw(name)
    text = f"{text} h" if FRACTION.fullmatch(text) else text
    match = LONG.fullmatch(text) if text else None
    if match is None or not (match[1] or match[2]):
        asked.wrong(name, _("a time such as 1 h 30, 1.5 or 90 min"))
        return None
    hours = float((match[1] or "0").replace(",", "."))
    rest = int(match[2] or 0)
    if match[1] is None and rest <= 12 and not text.lower().endswith(("m", "min")):
        hours, rest = float(rest), 0
    minutes = round(60 * hours) + rest
    if not 1 <= minutes <= MINUTES_A_DAY:
        asked.wrong(name, _("more than nothing and at most the 24 hours of a day"))
        return None
    return minutes
