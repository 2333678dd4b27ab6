"""How a plan stands if things are worse than assumed, in words."""

from twelfth.base import plain_number
from twelfth.cli.paper import Paper
from twelfth.cli.say.plan_words import chance_words, points_words
from twelfth.usecases import PlanStressed


def say_robust(answer: PlanStressed, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title("How robust this plan is")
    paper.para("Nothing is chosen anew, and each line stands alone: the rest is as assumed.")
    paper.heading("The chance")
    stress, rows = answer.stress, [("as assumed", chance_words(answer.chance), "points")]
    for said, chance in (
        (f"the bar is higher by {plain_number(stress.rise)} in log-odds", answer.if_bar_rises),
        (f"all work takes {plain_number(100 * stress.overrun)} % longer", answer.if_hours_overrun),
        (f"effects are {plain_number(100 * stress.causal)} % of those assumed", answer.if_less_causal),
        *((f"the round of week {one.week} is cancelled", one.chance) for one in answer.cancelled[:1]),
        ("nothing is done", answer.idle),
    ):
        rows.append((said, chance_words(chance), points_words(chance - answer.chance)))
    paper.rows(rows, right=(1,), most=50)
    if answer.unfinished:
        paper.heading("Not complete in time if work takes longer")
        paper.para(", ".join(answer.unfinished), indent=2)
    if len(answer.cancelled) > 1:
        paper.heading("Each round cancelled in turn")
        each = ((f"week {one.week}", one.chance) for one in answer.cancelled)
        paper.rows(
            [(week, chance_words(chance), points_words(chance - answer.chance)) for week, chance in each], right=(1,)
        )
    return paper.text()
