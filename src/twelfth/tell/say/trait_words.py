"""A trait of a profile in words."""

from twelfth.audit import TraitSent
from twelfth.goal import Status
from twelfth.tell.language import _
from twelfth.tell.say.core_words import level_that_day


def sent_words(trait: TraitSent) -> str:
    """The level, and since when it was held where that is known to within a year and says something."""
    since = str(trait.since) if trait.since else ""
    if not since or trait.status is not Status.HELD or since == trait.words:
        return level_that_day(trait.words)
    return _("%(level)s, since %(day)s", level=level_that_day(trait.words), day=since)
