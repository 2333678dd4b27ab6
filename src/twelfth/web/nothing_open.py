"""Why no road can be drawn where no round is certainly open: all that is missing, in one sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twelfth.tell import titled
from twelfth.usecases import NothingOpen
from twelfth.web.desk import Open
from twelfth.web.missing import missing_of


def nothing_open_words(one: Open, error: NothingOpen) -> str:
    """In the language in force."""
    found, answers = [titled(each) for each in error.needs], len(missing_of(one).answers)
    if error.hours:
        told = ngettext("the hours of %(num)s thing", "the hours of %(num)s things", error.hours)
        found.append(told % {"num": error.hours})
    if answers:
        found.append(ngettext("%(num)s answer about you", "%(num)s answers about you", answers) % {"num": answers})
    why = _("No road can be drawn yet: whatever you do of what can be planned, no round is certainly open to you.")
    return " ".join([why, *([_("What is missing: %(what)s.") % {"what": "; ".join(found)}] if found else [])])
