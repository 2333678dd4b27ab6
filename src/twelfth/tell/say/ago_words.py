"""How long ago something was, in words."""

from datetime import date

from twelfth.tell.language import _, ngettext

MONTH, YEAR = 30.44, 365.25
"""Days."""


def ago(day: date, today: date) -> str:
    """Days, months or years, as long as they tell something."""
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days < 2 * MONTH:
        return ngettext("%(num)s day ago", "%(num)s days ago", days)
    if days < 2 * YEAR:
        return ngettext("%(num)s month ago", "%(num)s months ago", round(days / MONTH))
    return ngettext("%(num)s year ago", "%(num)s years ago", round(days / YEAR))
