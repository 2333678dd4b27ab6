"""What matters in a plan, in words."""

from twelfth.cli.paper import Paper
from twelfth.cli.say.plan_words import chance_words, points_words
from twelfth.usecases import PlanWeighed


def say_worth(answer: PlanWeighed, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title("What matters in this plan")
    paper.para(f"Chance with the plan: {chance_words(answer.chance)}. If nothing is done: {chance_words(answer.idle)}.")
    if not answer.actions:
        paper.para("There is no action in it.")
        return paper.text()
    paper.heading("The chance without each action, in points of a hundredth")
    paper.rows(_worth_rows(answer), right=(1, 2), most=26)
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
    paper.heading("By how many weeks each may slip, the rest staying as it is")
    paper.rows(_slack_rows(answer), right=(1, 2, 3), most=26)
    paper.heading("How it was found")
    paper.para(f"At most {answer.slices} slices of work without each action, seed {answer.seed}.", indent=2)
    return paper.text()


def _worth_rows(answer: PlanWeighed) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("action", "left out", "simply left out", "with it goes")]
    for one in answer.actions:
        simply = points_words(one.chance_without - answer.chance)
        rows.append((one.action, points_words(-one.worth), simply, ", ".join(one.needing)))
    return rows


def _slack_rows(answer: PlanWeighed) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("action", "complete in week", "until it costs", "until it breaks", "")]
    for one in sorted(answer.actions, key=lambda one: (one.slack_chance, one.complete, one.action)):
        figures = (str(one.complete), str(one.slack_chance), str(one.slack_plan))
        rows.append((one.action, *figures, "no week to spare" if one.slack_chance == 0 else ""))
    return rows
