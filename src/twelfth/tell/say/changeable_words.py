"""What a person can change of a distance and what was never theirs to change, in words."""

from twelfth.audit import AuditRecord, Changeable
from twelfth.goal import StageName
from twelfth.tell.language import N_, _, count, ngettext
from twelfth.tell.say.core_words import titled

CHANGEABLE = N_("What can and cannot change")
MOST = 5
"""Parts named in a sentence."""


def changeable_words(found: Changeable, record: AuditRecord) -> list[str]:
    """What one can change, what somebody else decides, and what is nobody's to change or not one's own."""
    told = []
    if found.yours:
        told.append(_("What you can change: %(parts)s.", parts=_named(found.yours)))
    elif record.attempt.stage is not StageName.SELECTED:
        told.append(_("Nothing that you could change is known from what is on file."))
    if found.others:
        parts = [_("%(step)s (%(who)s decides)", step=titled(step), who=titled(who)) for step, who in found.others]
        told.append(_("What you can begin and somebody else decides: %(parts)s.", parts="; ".join(parts)))
    places = _places(found.places)
    given = "; ".join([*map(titled, found.given), places, _("who else applied")])
    told.append(_("What was never in your hands: %(parts)s. None of it is a verdict on you.", parts=given))
    return told


def _places(places: int | None) -> str:
    if places is None:
        return _("how many places there were")
    return ngettext("that there was one place", "that there were %(places)s places", places, places=count(places))


def _named(titles: tuple[str, ...]) -> str:
    """The first few, and how many more."""
    named = [titled(one) for one in titles[:MOST]]
    rest = len(titles) - len(named)
    return "; ".join([*named, ngettext("and %(num)s more", "and %(num)s more", rest)] if rest else named)
