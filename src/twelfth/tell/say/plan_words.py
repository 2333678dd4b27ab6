"""Words that several answers about a plan share: its miles, chances, what changed, what no plan exceeds."""

from collections.abc import Sequence

from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import percent
from twelfth.tell.say.named import Named
from twelfth.usecases import MileMoved

SAME = 0.001
"""Chances this close are told as the same; a plan this close to its bound, as the best."""
LAST_TELLING_BOUND = 0.9999
"""A bound above it says nothing."""
LEAST_POINT = 0.0005
"""A gain below it is told as under a tenth of a point."""


def chance_words(chance: float) -> str:
    """A chance to a tenth of a point, and finer near its ends."""
    return percent(chance, digits=3 if min(chance, 1 - chance) >= 0.1 else 2)


def points_words(difference: float) -> str:
    """A difference of chances in points of a hundredth, with its sign."""
    rounded = round(100 * difference, 1)
    return f"{rounded:+.1f}" if rounded else "0.0"


def gained_words(gain: float) -> str:
    """A difference of two chances that is a gain."""
    return "under 0.1 points" if gain < LEAST_POINT else f"{100 * gain:.1f} points"


def slices_words(slices: int) -> str:
    """How much work was done at most."""
    return f"At most {slices} {'slice' if slices == 1 else 'slices'} of work"


def bound_words(chance: float, bound: float) -> str:
    """How much better a plan could be."""
    if bound - chance < SAME:
        return "no plan does better, which is proved"
    if bound > LAST_TELLING_BOUND:
        return "how much better a plan may be is not proved yet"
    return f"no plan does better than {chance_words(bound)}, which is proved"


def moved_lines(paper: Paper, moved: Sequence[MileMoved], named: Named | None = None) -> None:
    """What was added, dropped and moved; a few weeks are counted and not listed."""
    from twelfth.roadmap import SETTLED_WEEKS

    near, named = 0, named or Named(None)
    for one in moved:
        what = named.action(one.action)
        if one.before is None:
            paper.bullet(f"added: {what}, complete {named.by(one.after or 0)}")
        elif one.after is None:
            paper.bullet(f"dropped: {what}, which would have been complete {named.by(one.before)}")
        elif abs(one.after - one.before) > SETTLED_WEEKS:
            paper.bullet(f"moved: {what}, complete {named.by(one.after)} instead of {named.week(one.before)}")
        else:
            near += 1
    if near:
        more = " more" if near < len(moved) else ""
        paper.bullet(f"{near}{more} by at most {SETTLED_WEEKS} weeks")
    if not moved:
        paper.para("Nothing.", indent=2)
