"""The chance against what there is to spend, as a table with bars."""

from twelfth.tell.language import plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import chance_words, slices_words
from twelfth.usecases import Front, FrontPoint

BAR = 36
"""Characters of a chance of one."""


def say_pareto(answer: Front, *, colour: bool = False) -> str:
    """The whole answer."""
    unit = "hours a week" if answer.over == "hours" else "money"
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, f"The chance against {unit}")
    now = f"There are {plain_number(answer.now)} hours a week now, on average over weeks that are no pause."
    if answer.over == "money":
        now = f"There is {named.money(answer.now)} now."
    paper.para(f"{now} Chance if nothing is done: {chance_words(answer.idle)}.")
    paper.gap()
    rows = [(unit, "chance", "no plan above", "")]
    for one in answer.points:
        rows.append((plain_number(one.amount), chance_words(one.chance), chance_words(one.bound), bar(one)))
    paper.rows(rows, right=(0, 1, 2))
    paper.faint("#: the chance of the best plan found; -: where no plan above it is ruled out yet.", indent=2)
    paper.heading("Where more no longer helps")
    paper.para(enough_words(answer), indent=2)
    paper.heading("How it was found")
    paper.para(
        f"{slices_words(answer.slices)} for each line, seed {answer.seed}; each begins from the plan before.",
        indent=2,
    )
    named.left_open(paper)
    return paper.text()


def bar(point: FrontPoint) -> str:
    """A chance as a bar, and how far it is open to the bound."""
    full, reach = round(BAR * point.chance), round(BAR * point.bound)
    return "#" * full + "-" * (reach - full)


def enough_words(answer: Front) -> str:
    """From which amount the chance stays as it is."""
    unit = "hours a week" if answer.over == "hours" else "of money"
    most = plain_number(answer.points[-1].amount)
    if answer.enough is None:
        return f"Nowhere up to {most} {unit}: the last line is still better than the one before."
    sure = "which is proved" if answer.proved else "though it is not proved that no plan uses more"
    return f"Above {plain_number(answer.enough)} {unit}: no better plan was found up to {most}, {sure}."
