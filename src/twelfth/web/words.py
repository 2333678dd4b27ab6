"""Words of the app that are no part of a template: what was written, names of stages and states, days and hours."""

from datetime import UTC, date, datetime
from math import ceil

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext
from markupsafe import escape

from twelfth.audit import TraitChange
from twelfth.base import When
from twelfth.goal import Following, Foretold
from twelfth.tell import (
    after_yes_words,
    chance_within,
    figures_apart,
    foretold_words,
    level,
    level_change,
    more_words,
    of_core,
    percent,
    titled,
)
from twelfth.usecases import GapOnRoad, GoalState
from twelfth.web import writing
from twelfth.web.writing import spoken
from twelfth.work import Ability


def N_(text: str) -> str:  # noqa: N802 (the usual name of what marks a text for the catalogue)
    """Mark a text to be translated when it is shown."""
    return text


SAID = {
    "begun": N_("Your goal is kept. Now your numbers: what you know, as well as you know it."),
    "acquired": N_("It stands in your numbers from that day on. This is your distance now."),
    "begun-first": N_("Your goal is kept."),
    "next-round": N_("The date is kept."),
    "numbers": N_("Your numbers are kept."),
    "people": N_("The table is kept. What it was before stands in the history."),
    "person": N_("Kept. What it was before stands in the history."),
    "figures": N_("Kept, as you know it."),
    "hours": N_("Your hours are kept. The next road is drawn with them."),
    "as-before": N_("Nothing was changed."),
    "order": N_("Kept. What it was before stands in the history."),
    "fixed": N_("Kept. What it was before stands in the history."),
    "logged": N_("Logged."),
    "timer": N_("The timer runs. You can close this window: it is kept."),
    "timer-runs": N_("A timer is running already: stop it first."),
    "timer-dropped": N_("The timer is thrown away, and nothing was logged."),
    "work-brought": N_("The entries are in your log."),
    "dropped": N_("Removed. The trail keeps that it was there."),
    "attempt": N_("The attempt is kept."),
    "round-unsure": N_(
        "Nothing was kept of that attempt, as an answer is told against one round. Your account or its messages may "
        "name it: write it down under Rounds whenever you have it. Your distance does not wait for it."
    ),
    "attempt-first": N_("The attempt is kept."),
    "attempt-later": N_("The attempt is kept. Its answer can be looked at later: it waits for you on Today."),
    "document": N_("The document is kept: its title and its address or hash, and nothing of what is in it."),
    "document-dropped": N_("The document is taken off the list. The trail keeps that it was there."),
    "sent": N_("Sent. Its numbers and documents are those of that day."),
    "that-day": N_("Kept, and the audit is made anew with it."),
    "audited": N_("The audit is kept, and nothing in it will ever change."),
    "same-audit": N_("Looked at again, it is the same audit that was kept before."),
    "later": N_("It waits for you. Nothing has to be done now."),
    "rest": N_("The pause is kept: no road drawn from now on has hours in it."),
    "no-rest": N_("The pause is taken back."),
    "accepted": N_("This is the road you follow now. Earlier ones are kept."),
    "note": N_("Your note is kept, for you alone."),
    "learning": N_("Kept."),
    "capacity": N_("Your hours and money are kept."),
    "paused": N_("Pauses are free: that week does not count."),
    "erased": N_("The goal and everything under it is erased."),
    "demo": N_("This is an example. Remove it with one click, below."),
    "reached": N_("You got in. What comes next?"),
    "brought": N_("All of the file is kept here now, with its history."),
    "backed-up": N_("A backup is made."),
    "restored": N_("The backup is what is kept now. What was there before is a backup itself."),
}

STAGES = {
    "draft": N_("draft"),
    "submitted": N_("submitted"),
    "screened": N_("screened"),
    "interviewed": N_("interviewed"),
    "pending": N_("waiting for the answer"),
    "not_selected": N_("not selected"),
    "selected": N_("selected"),
    "withdrawn": N_("withdrawn"),
    "ineligible": N_("not eligible"),
}
POOLED = {
    "submitted": N_("in the pool"),
    "not_selected": N_("in the pool, not invited"),
    "selected": N_("invited"),
}
"""Where one stands in a pool and is invited from it, round by round."""
ABILITIES = {
    Ability.NONE: N_("not begun"),
    Ability.LEARNING: N_("learning"),
    Ability.CAN_DO: N_("can do it"),
    Ability.CAN_SHOW: N_("can show it"),
}
STATES = {
    GoalState.ACTIVE: N_("on the way"),
    GoalState.REACHED: N_("reached"),
    GoalState.SET_ASIDE: N_("set aside"),
}

ACTIONS = (
    N_("acquired"),
    N_("addendum"),
    N_("answer"),
    N_("attempt"),
    N_("audit"),
    N_("audit put off"),
    N_("begin"),
    N_("capacity"),
    N_("demo"),
    N_("document"),
    N_("document dropped"),
    N_("erase"),
    N_("import"),
    N_("learning"),
    N_("next goal"),
    N_("next round"),
    N_("note"),
    N_("numbers"),
    N_("pause"),
    N_("people"),
    N_("person added"),
    N_("person mended"),
    N_("person taken out"),
    N_("reached"),
    N_("road accepted"),
    N_("road drawn"),
    N_("sent"),
    N_("that day"),
    N_("timer"),
    N_("timer dropped"),
    N_("timer stopped"),
    N_("road put together"),
    N_("round figures"),
    N_("work"),
    N_("work brought"),
    N_("work dropped"),
)
"""What the trail calls each change; the page of one's data shows them."""


def in_words(text: str, **values: object) -> str:
    """A text of ours, or a title of a pack, in the language of the page; for the `_` of the templates.

    Jinja's own takes every text for safe HTML and for a format. But a pack may come from anybody and have a trait
    "GPA %" or a title with tags in it. So here a text without values is like any other, which the page escapes.
    """
    told = gettext(text)
    return escape(told) % {name: writing.written(value) for name, value in values.items()} if values else told


def change_told(one: TraitChange) -> str:
    """What a trait was, and what it is."""
    with spoken():
        return level_change(one)


def more_told(one: GapOnRoad) -> str:
    """What closing a gap takes besides what a road gives to it."""
    with writing.spoken():
        return more_words(one)


def foretold_told(one: Foretold) -> str:
    """What was foretold of an attempt when it was sent."""
    with spoken():
        return foretold_words(one)


def following_words(one: Following, today: date | None = None) -> str:
    """What follows a yes, by when. today: of a step whose last day was before it, only that day is told."""
    with spoken():
        return after_yes_words(one, today)


def titled_words(text: str) -> str:
    """A title, a level or a unit: of a pack in the language of the page, of the person as it is."""
    with spoken():
        return titled(text)


def stage_words(stage: str, pooled: bool = False) -> str:  # noqa: FBT001, FBT002 (a filter of templates)
    """pooled: of a process that nobody applies to round by round."""
    return gettext(POOLED.get(str(stage), STAGES[str(stage)]) if pooled else STAGES[str(stage)])


def level_words(words: str) -> str:
    """A level as the core words it, in the language of the page."""
    with spoken():
        return level(words)


def ability_words(ability: Ability) -> str:
    return gettext(ABILITIES[ability])


def state_words(state: GoalState) -> str:
    return gettext(STATES[state])


def chance_words(chance: float, beside: float | None = None) -> str:
    """A chance as every answer tells it. beside: another that stands next to it, from which it is told apart."""
    with spoken():
        return percent(chance, digits=1 if beside is None else figures_apart(chance, beside))


def within_words(chance: float, ends: tuple[float, float], beside: float | None = None) -> str:
    """A chance with the ends of its interval, as every answer tells it. beside: as above."""
    with spoken():
        return chance_within(chance, ends, digits=1 if beside is None else figures_apart(chance, beside))


def core_words(sentence: str) -> str:
    """A sentence of the core."""
    with spoken():
        return of_core(sentence)


def day_words(day: date | None) -> str:
    """A day as the language writes it."""
    return "" if day is None else writing.day(day)


def when_words(when: When) -> str:
    """A day that may be uncertain: the day, a year, or between two of them."""
    if when.earliest is None and when.latest is None:
        return gettext("on a day not known")
    if when.earliest is None:
        return gettext("by %(day)s") % {"day": day_words(when.latest)}
    if when.latest is None:
        return gettext("since %(day)s") % {"day": day_words(when.earliest)}
    if when.earliest == when.latest:
        return day_words(when.earliest)
    told = str(when)
    if ".." not in told:  # a whole month or year
        return told if len(told) == len("1998") else date_format(when.earliest, "YEAR_MONTH_FORMAT")
    return gettext("between %(first)s and %(last)s") % {
        "first": day_words(when.earliest),
        "last": day_words(when.latest),
    }


def sent_words(sent: When, decided: When) -> str:
    """When an attempt was sent. decided: the round, known perhaps to a month or a year only: where nobody said when it
    was sent, it was by then."""
    if sent.earliest is None and sent.latest is not None and not decided.is_exact:
        return gettext("in %(when)s at the latest") % {"when": when_words(decided)}
    return when_words(sent)


def months_words(months: float) -> str:
    """Elapsed time: months, or days where it is less than one."""
    if months < 1:
        days = max(1, round(months * 365.25 / 12))
        return ngettext("%(num)d day", "%(num)d days", days) % {"num": days}
    whole = round(months) if float(months).is_integer() else months
    return ngettext("%(num)s month", "%(num)s months", ceil(whole)) % {"num": writing.figure(f"{whole:g}")}


def money_words(amount: float, currency: str) -> str:
    """An amount with its currency, thousands apart as the language has them."""
    return f"{writing.figure(f'{amount:,.0f}')} {currency}".strip()


def time_words(second: int) -> str:
    """The time of day of an instant, in seconds since 1970, by the clock here."""
    return date_format(datetime.fromtimestamp(second, tz=UTC).astimezone(), "TIME_FORMAT")


def figure_words(number: float) -> str:
    """A number as the language writes it, without decimals where it has none."""
    return writing.figure(f"{number:,.0f}" if float(number).is_integer() else f"{number:,.1f}")


def number_words(number: float) -> str:
    """A number as it was given, as the language writes it."""
    return writing.figure(f"{number:g}")


def weekday_words(day: date) -> str:
    """The short name of the day of the week."""
    return date_format(day, "D")


def hours_words(minutes: float) -> str:
    """Minutes as hours: "1 h 30", "45 min"."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if not hours:
        return pgettext("minutes", "%(n)d min") % {"n": rest}
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"
