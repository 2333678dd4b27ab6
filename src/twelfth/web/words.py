"""Words of the app that are no part of a template: what was written, names of stages and states, days and hours."""

from datetime import date
from math import ceil

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext, pgettext
from markupsafe import escape

from twelfth.base import When
from twelfth.usecases import GoalState
from twelfth.work import Ability


def N_(text: str) -> str:  # noqa: N802 (the usual name of what marks a text for the catalogue)
    """Mark a text to be translated when it is shown."""
    return text


SAID = {
    "begun": N_("Your goal is kept. Now your numbers: what you know, as well as you know it."),
    "numbers": N_("Your numbers are kept."),
    "logged": N_("Logged."),
    "dropped": N_("Removed. The trail keeps that it was there."),
    "attempt": N_("The attempt is kept."),
    "audited": N_("The audit is kept, and nothing in it will ever change."),
    "later": N_("It waits for you. Nothing has to be done now."),
    "accepted": N_("This is the road you follow now. The one before is kept."),
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
    N_("addendum"),
    N_("answer"),
    N_("attempt"),
    N_("audit"),
    N_("audit put off"),
    N_("begin"),
    N_("capacity"),
    N_("demo"),
    N_("erase"),
    N_("import"),
    N_("learning"),
    N_("next goal"),
    N_("note"),
    N_("numbers"),
    N_("pause"),
    N_("reached"),
    N_("road accepted"),
    N_("road drawn"),
    N_("work"),
    N_("work dropped"),
)
"""What the trail calls each change; the page of one's data shows them."""


def in_words(text: str, **values: object) -> str:
    """A text of ours, or a title of a pack, in the language of the page; for the `_` of the templates.

    Jinja's own takes every text for safe HTML and for a format. But a pack may come from anybody and have a trait
    "GPA %" or a title with tags in it. So here a text without values is like any other, which the page escapes.
    """
    told = gettext(text)
    return escape(told) % values if values else told


def stage_words(stage: str) -> str:
    return gettext(STAGES[str(stage)])


def ability_words(ability: Ability) -> str:
    return gettext(ABILITIES[ability])


def state_words(state: GoalState) -> str:
    return gettext(STATES[state])


def day_words(day: date | None) -> str:
    """A day as the language writes it."""
    return "" if day is None else date_format(day, "DATE_FORMAT")


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
        return told
    return gettext("between %(first)s and %(last)s") % {
        "first": day_words(when.earliest),
        "last": day_words(when.latest),
    }


def months_words(months: float) -> str:
    """Elapsed time: months, or days where it is less than one."""
    if months < 1:
        days = max(1, round(months * 365.25 / 12))
        return ngettext("%(num)d day", "%(num)d days", days) % {"num": days}
    whole = round(months) if float(months).is_integer() else months
    return ngettext("%(num)s month", "%(num)s months", ceil(whole)) % {"num": f"{whole:g}"}


def money_words(amount: float, currency: str) -> str:
    """An amount with its currency, thousands apart as the language has them."""
    return f"{number_format(amount, decimal_pos=0, force_grouping=True, use_l10n=True)} {currency}".strip()


def figure_words(number: float) -> str:
    """A number as the language writes it, without decimals where it has none."""
    return number_format(number, decimal_pos=0 if float(number).is_integer() else 1, force_grouping=True, use_l10n=True)


def hours_words(minutes: float) -> str:
    """Minutes as hours: "1 h 30", "45 min"."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    if not hours:
        return pgettext("minutes", "%(n)d min") % {"n": rest}
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"
