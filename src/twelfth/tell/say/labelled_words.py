"""Odds from people whose outcome is known, in words: from whom they were learned, and what that learning is worth."""

from twelfth.tell.language import _
from twelfth.tell.say.core_words import percent, titled
from twelfth.usecases import LearnedFrom


def labelled_basis(learned: LearnedFrom) -> list[str]:
    """Who the people are, what was learned from, and how it did on people it had not seen."""
    source = _(
        "Learned by %(learner)s from %(count)s: %(traits)s.",
        learner=_(learned.learner),
        count=len(learned.traits),
        traits=", ".join(map(titled, learned.traits)),
    )
    if learned.moved_to is not None:
        moved = _("Moved to the %(rate)s of all who applied.", rate=percent(learned.moved_to, digits=2))
        source = f"{source} {moved}"
    whom = _(
        "%(people)s people whose outcome is known, %(selected)s of them selected; you are not among them.",
        people=learned.people,
        selected=learned.selected,
    )
    return [whom, source, _tried(learned)]


def labelled_open(learned: LearnedFrom) -> list[str]:
    """What such odds leave open beside their caveats."""
    found = []
    if learned.moved_to is None:
        stand_in = _(
            "The people in the table stand for everybody who applied. If those selected are more common in it than "
            "among all who applied, the chance is lower than this."
        )
        found.append(stand_in)
    if learned.outside:
        beyond = _(
            "Beyond what anybody in the table had: %(traits)s. There the chance is drawn out further than anything "
            "shows.",
            traits=", ".join(map(titled, learned.outside)),
        )
        found.append(beyond)
    return found


def _tried(learned: LearnedFrom) -> str:
    """How it did, against telling everybody the same chance."""
    whom = _("Tried on each of the %(count)s people, having learned from others only", count=learned.judged)
    if learned.last_round is not None:
        whom = _(
            "Tried on the %(count)s people of %(round)s, having learned from the rounds before",
            count=learned.judged,
            round=learned.last_round,
        )
    if learned.log_loss >= learned.base_log_loss:
        return _(
            "%(whom)s: it told no more of them than the average chance does. So your chance may be no more than that.",
            whom=whom,
        )
    if learned.auc is None:
        return _(
            "%(whom)s: all of them had one outcome, so it cannot be said how well it tells people apart.", whom=whom
        )
    return _(
        "%(whom)s: of two people, one selected and one not, it gave the selected one the higher chance %(auc)s of the "
        "time; its chances were off by %(off)s on average.",
        whom=whom,
        auc=percent(learned.auc),
        off=percent(learned.ece),
    )
