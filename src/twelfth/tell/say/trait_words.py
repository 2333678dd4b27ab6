"""A trait of a profile in words."""

from twelfth.audit import TraitSent
from twelfth.goal import Status
from twelfth.tell.language import _
from twelfth.tell.say.core_words import level_that_day


def sent_words(trait: TraitSent) -> str:
    """The level, and since when it was held where that is known to within a year and says something."""
    if not trait.since or trait.status is not Status.HELD or str(trait.since) == trait.words:
        return level_that_day(trait.words)
    if trait.since.earliest == trait.since.latest:
        return _("%(level)s, since %(day)s", level=level_that_day(trait.words), day=trait.since)
    return _("%(level)s, since %(when)s", level=level_that_day(trait.words), when=trait.since)
