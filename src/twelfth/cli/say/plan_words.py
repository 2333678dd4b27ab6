"""Words that several answers about a plan share: its miles, chances, what changed, what no plan exceeds."""

from collections.abc import Sequence

from twelfth.base import percent
from twelfth.cli.paper import Paper
from twelfth.usecases import Mile, MileMoved

SAME = 0.001
"""Chances this close are told as the same; a plan this close to its bound, as the best."""


def chance_words(chance: float) -> str:
    """A chance to a tenth of a point, and finer near its ends."""
    return percent(chance, digits=3 if min(chance, 1 - chance) >= 0.1 else 2)


def points_words(difference: float) -> str:
    """A difference of chances in points of a hundredth, with its sign."""
    rounded = round(100 * difference, 1)
    return f"{rounded:+.1f}" if rounded else "0.0"


def bound_words(chance: float, bound: float) -> str:
    """How much better a plan could be."""
    if bound - chance < SAME:
        return "no plan does better, which is proved"
    return f"no plan does better than {chance_words(bound)}, which is proved"


def mile_table(paper: Paper, miles: Sequence[Mile]) -> None:
    """Each action in order of its beginning."""
    rows = [("action", "from week", "complete in week", "hours", "cost", "")]
    for one in miles:
        figures = (str(one.begins), str(one.complete), f"{one.hours:,}", f"{one.cost:,}")
        rows.append((one.action, *figures, "exam" if one.exam else ""))
    paper.rows(rows, right=(1, 2, 3, 4), most=26)


def moved_lines(paper: Paper, moved: Sequence[MileMoved]) -> None:
    """What was added, dropped and moved; a few weeks are counted and not listed."""
    from twelfth.roadmap import SETTLED_WEEKS

    near = 0
    for one in moved:
        if one.before is None:
            paper.bullet(f"added: {one.action}, complete in week {one.after}")
        elif one.after is None:
            paper.bullet(f"dropped: {one.action}, which would have been complete in week {one.before}")
        elif abs(one.after - one.before) > SETTLED_WEEKS:
            paper.bullet(f"moved: {one.action}, complete in week {one.after} instead of week {one.before}")
        else:
            near += 1
    if near:
        more = " more" if near < len(moved) else ""
        paper.bullet(f"{near}{more} by at most {SETTLED_WEEKS} weeks")
    if not moved:
        paper.para("Nothing.", indent=2)
