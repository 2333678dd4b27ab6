"""What follows a yes, in words: the step, its last day and how many days there are."""

from datetime import date

from twelfth.goal import Following
from twelfth.tell.language import _, ngettext
from twelfth.tell.say.core_words import titled


def after_yes_words(one: Following, today: date | None = None) -> str:
    """today: of a step whose last day was before it, only that day is told."""
    step, days, due = titled(one.step.title), one.step.days, one.due
    if days is None:
        return step
    if due is None:
        return _("%(step)s: %(days)s", step=step, days=_counted(days, invited=one.invited))
    if today is not None and due < today:
        return _("%(step)s: the last day was %(day)s", step=step, day=due)
    counted = _counted(days, invited=one.invited)
    return _("%(step)s by %(day)s: %(days)s", step=step, day=due, days=counted)


def _counted(days: int, *, invited: bool) -> str:
    if invited:
        return ngettext("%(num)s day from the invitation", "%(num)s days from the invitation", days)
    return ngettext("%(num)s day from the answer", "%(num)s days from the answer", days)
