"""How a plan stands if things are worse than assumed, in words."""

from collections.abc import Iterator

from twelfth.tell.language import plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import chance_words, points_words
from twelfth.usecases import Cancelled, PlanStressed


def say_robust(answer: PlanStressed, *, colour: bool = False) -> str:
    """The whole answer."""
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, "How robust this plan is")
    paper.para("Nothing is chosen anew, and each line stands alone: the rest is as assumed.")
    paper.heading("The chance")
    rows = [("as assumed", chance_words(answer.chance), "points")]
    for said, chance in _worse(answer, named):
        rows.append((said, chance_words(chance), points_words(chance - answer.chance)))
    paper.rows(rows, right=(1,), most=50)
    if answer.unfinished:
        paper.heading("Not complete in time if work takes longer")
        paper.para(named.actions(answer.unfinished), indent=2)
    if len(answer.cancelled) > 1:
        paper.heading(f"Each {'kind of round' if answer.cancelled[0].kind else 'round'} cancelled in turn")
        each = [
            (_what(one, named), chance_words(one.chance), points_words(one.chance - answer.chance))
            for one in answer.cancelled
        ]
        paper.rows(each, right=(1,), most=50)
    named.left_open(paper)
    return paper.text()


def _worse(answer: PlanStressed, named: Named) -> Iterator[tuple[str, float]]:
    """What is worse, and the chance then."""
    bar = "in log-odds" if answer.if_less_causal is not None else "points"
    yield f"the bar is higher by {plain_number(answer.rise)} {bar}", answer.if_bar_rises
    yield f"all work takes {plain_number(100 * answer.stress.overrun)} % longer", answer.if_hours_overrun
    if answer.if_less_causal is not None:
        yield f"effects are {plain_number(100 * answer.stress.causal)} % of those assumed", answer.if_less_causal
    for one in answer.cancelled[:1]:
        what = f"the round of {_what(one, named)} is" if one.kind is None else f"rounds of {_what(one, named)} are"
        yield f"{what} cancelled", one.chance
    yield "nothing is done", answer.idle


def _what(one: Cancelled, named: Named) -> str:
    """The round, or the kind."""
    return named.round(one.week) if one.week is not None else named.kind(one.kind or "")
