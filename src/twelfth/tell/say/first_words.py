"""What to begin with in words: what it takes, and how far one then is."""

from twelfth.tell.language import _, plain_number
from twelfth.tell.say.core_words import titled
from twelfth.tell.say.entry_words import gap_to, points
from twelfth.tell.say.way_words import time_words
from twelfth.usecases import FirstMove


def first_move_words(found: FirstMove) -> str:
    """The points with it, beside the last cut-off of the kind of round in which one then stands best."""
    effect, last = found.effect, found.standing.last
    told = {"takes": time_words(found.way), "points": points(effect.total_lo, effect.total_hi)}
    if last is None or last.cut_off is None:
        return _("It takes %(takes)s; with it you would have %(points)s points today.", **told)
    return _(
        "It takes %(takes)s. With it you would have %(points)s points today; the last round of %(kind)s, on %(day)s, "
        "took %(cut)s: %(gap)s.",
        **told,
        kind=titled(found.standing.title),
        day=last.decided,
        cut=plain_number(last.cut_off),
        gap=gap_to(found.standing),
    )
