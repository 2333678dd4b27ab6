"""A redrawn roadmap in words: what keeping the old plan is worth, each change with its gain, and the trade-off."""

from twelfth.roadmap import Change, Explained, Gain, Redrawn
from twelfth.tell.paper import Paper
from twelfth.tell.say.changes import (
    VERBS,
    gain_line,
    how_many_changes,
    limit_lines,
    moved_by,
    redrawn_chance,
    trade_row,
)
from twelfth.tell.say.named import Named
from twelfth.tell.say.roadmap import effort_words
from twelfth.usecases import Redrawing


def say_replan(redrawing: Redrawing, *, colour: bool = False) -> str:
    """The whole answer."""
    redrawn, explained, paper = redrawing.redrawn, redrawing.explained, Paper(colour=colour)
    paper.title("Your roadmap, redrawn")
    paper.heading("In short")
    for sentence in replan_short(redrawing):
        paper.para(sentence, indent=2)
    if explained is not None and explained.gains:
        paper.heading("What changes, and what each change gains")
        for gain in explained.gains:
            paper.bullet(gain_words(gain, explained))
    paper.heading("The trade-off")
    paper.rows(tradeoff_rows(redrawing), right=(0, 1))
    if explained is not None and explained.step.plan.work:
        paper.heading("What to do, and when")
        Named(None).miles(paper, redrawing.miles)
    if redrawn.warnings:
        paper.heading("What to know")
        for sentence in redrawn.warnings:
            paper.bullet(sentence)
    paper.heading("How it was found")
    paper.para(effort_words(redrawn.effort), indent=2)
    settled = redrawing.question.settled
    paper.para(f"An action complete at most {settled} weeks earlier or later counts as not changed.", indent=2)
    return paper.text()


def replan_short(redrawing: Redrawing) -> list[str]:
    """The chance of keeping the plan, that with the changes, and what no plan exceeds."""
    redrawn, explained, most = redrawing.redrawn, redrawing.explained, redrawing.question.most
    told = [_kept_words(redrawn)]
    if explained is None:
        told.append(f"No plan with at most {how_many_changes(most)} was found.")
    elif len(explained.step.changes) > len(redrawn.fewest.changes):
        chance = redrawn_chance(explained.step.chance)
        told.append(f"Chance with {how_many_changes(len(explained.step.changes))}: {chance}.")
    elif len(redrawn.fewest.changes) <= most:
        told.append(f"With at most {how_many_changes(most)} no better plan was found.")
    told.append(f"Chance if nothing more is done: {redrawn_chance(redrawn.idle)}.")
    best = max(redrawn.steps[-1].chance, redrawn.fewest.chance if explained is None else explained.step.chance)
    return [*told, *limit_lines(best, redrawn.bound, "plan")]


def _kept_words(redrawn: Redrawn) -> str:
    count, chance = len(redrawn.fewest.changes), redrawn_chance(redrawn.fewest.chance)
    if count == 0:
        return f"Chance if the plan is kept: {chance}."
    return (
        f"The plan cannot be kept as it is: no plan was found with less than {how_many_changes(count)}. "
        f"Chance if it is kept as far as that: {chance}."
    )


def gain_words(gain: Gain, explained: Explained) -> str:
    """What is changed, and what would be without it."""
    others = [f"{VERBS[one.kind]} {one.action}" for one in gain.with_it(explained.step.changes)]
    return gain_line(change_words(gain.change), gain.points, others, "plan")


def change_words(change: Change) -> str:
    """What is done otherwise than it was."""
    if change.was is None:
        return f"Add {change.action}, complete in week {change.now}"
    if change.weeks is None:
        return f"Drop {change.action}, which was to be complete in week {change.was}"
    return f"Move {change.action} from week {change.was} to week {change.now}, {moved_by(change.weeks)}"


def tradeoff_rows(redrawing: Redrawing) -> list[tuple[str, ...]]:
    """The best chance found for each number of changes that is worth making."""
    each = ((step.chance, [f"{VERBS[one.kind]} {one.action}" for one in step.changes]) for step in redrawing.steps)
    return [("changes", "chance", "which"), *(trade_row(chance, changed, "plan") for chance, changed in each)]
