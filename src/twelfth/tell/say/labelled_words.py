"""Odds from people whose outcome is known, in words: from whom they were learned, and what that learning is worth."""

from twelfth.base import percent
from twelfth.usecases import LearnedFrom


def labelled_basis(learned: LearnedFrom) -> list[str]:
    """Who the people are, what was learned from, and how it did on people it had not seen."""
    rate = (
        "" if learned.moved_to is None else f" Moved to the {percent(learned.moved_to, digits=2)} of all who applied."
    )
    return [
        f"{learned.people} people whose outcome is known, {learned.selected} of them selected; you are not among them.",
        f"Learned by {learned.learner} from {len(learned.traits)}: {', '.join(learned.traits)}.{rate}",
        _tried(learned),
    ]


def labelled_open(learned: LearnedFrom) -> list[str]:
    """What such odds leave open beside their caveats."""
    found = []
    if learned.moved_to is None:
        found.append(
            "The people in the table stand for everybody who applied. If those selected are more common in it than "
            "among all who applied, the chance is lower than this."
        )
    if learned.outside:
        found.append(
            f"Beyond what anybody in the table had: {', '.join(learned.outside)}. There the chance is drawn out "
            "further than anything shows."
        )
    return found


def _tried(learned: LearnedFrom) -> str:
    """How it did, against telling everybody the same chance."""
    whom = f"Tried on each of the {learned.judged} people, having learned from others only"
    if learned.last_round is not None:
        whom = f"Tried on the {learned.judged} people of {learned.last_round}, having learned from the rounds before"
    if learned.log_loss >= learned.base_log_loss:
        return f"{whom}: it told no more of them than the average chance does. So your chance may be no more than that."
    if learned.auc is None:
        return f"{whom}: all of them had one outcome, so it cannot be said how well it tells people apart."
    off = percent(learned.ece)
    return (
        f"{whom}: of two people, one selected and one not, it gave the selected one the higher chance "
        f"{percent(learned.auc)} of the time; its chances were off by {off} on average."
    )
