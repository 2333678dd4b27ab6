"""What matters in a plan, in words."""

from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import chance_words, points_words, slices_words
from twelfth.usecases import PlanWeighed


def say_worth(answer: PlanWeighed, *, colour: bool = False) -> str:
    """The whole answer."""
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, "What matters in this plan")
    paper.para(f"Chance with the plan: {chance_words(answer.chance)}. If nothing is done: {chance_words(answer.idle)}.")
    if not answer.actions:
        paper.para(f"There is no {named.noun} in it.")
        return paper.text()
    paper.heading(f"The chance without each {named.noun}, in points of a hundredth")
    paper.rows(_worth_rows(answer, named), right=(1, 2), most=named.widest)
    paper.faint(
        "left out: if the best plan found without it takes the place of this one; simply left out: with what needs it, "
        "and nothing comes instead.",
        indent=2,
    )
    if answer.better is not None:
        paper.gap()
        paper.para(
            f"A plan with {chance_words(answer.better)} was met on the way, which is better than this one: "
            "twelfth plan draws one.",
            indent=2,
        )
    paper.heading("If one slips, the rest staying as it is")
    paper.rows(_slack_rows(answer, named), right=(1, 2, 3), most=named.widest)
    paper.faint(
        "to spare: weeks it may slip before the chance falls; at most: before the plan can no longer be done; "
        f"{answer.late_weeks} weeks late: what that costs, in points.",
        indent=2,
    )
    paper.heading("How it was found")
    paper.para(f"{slices_words(answer.slices)} without each {named.noun}, seed {answer.seed}.", indent=2)
    named.left_open(paper)
    return paper.text()


def _worth_rows(answer: PlanWeighed, named: Named) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [(named.noun, "left out", "simply left out", "with it goes")]
    for one in answer.actions:
        simply = points_words(one.chance_without - answer.chance)
        rows.append((named.action(one.action), points_words(-one.worth), simply, named.actions(one.needing)))
    return rows


def _slack_rows(answer: PlanWeighed, named: Named) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (named.noun, f"complete {named.when}", "to spare", "at most", f"{answer.late_weeks} weeks late")
    ]
    for one in sorted(answer.actions, key=lambda one: (one.slack_chance, one.complete, one.action)):
        late = "cannot be" if one.chance_late is None else points_words(one.chance_late - answer.chance)
        rows.append(
            (named.action(one.action), named.at(one.complete), str(one.slack_chance), str(one.slack_plan), late)
        )
    return rows
