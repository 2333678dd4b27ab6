"""A redrawn roadmap in words: what keeping the old plan is worth, each change with its gain, and the trade-off."""

from twelfth.base import percent
from twelfth.cli.paper import Paper
from twelfth.cli.say.plan_words import SAME, count_words, gained_words, mile_table
from twelfth.cli.say.roadmap import effort_words
from twelfth.roadmap import Change, Explained, Gain, Redrawn
from twelfth.usecases import Redrawing

FIGURES = 3
"""Of a chance: plans that differ little are set side by side."""


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
        mile_table(paper, redrawing.miles)
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
        told.append(f"No plan with at most {count_words(most)} was found.")
    elif len(explained.step.changes) > len(redrawn.fewest.changes):
        count, chance = len(explained.step.changes), percent(explained.step.chance, digits=FIGURES)
        told.append(f"Chance with {count_words(count)}: {chance}.")
    elif len(redrawn.fewest.changes) <= most:
        told.append(f"With at most {count_words(most)} no better plan was found.")
    told.append(f"Chance if nothing more is done: {percent(redrawn.idle, digits=FIGURES)}.")
    best = max(redrawn.steps[-1].chance, redrawn.fewest.chance if explained is None else explained.step.chance)
    if redrawn.bound - best < SAME:
        told.append("No plan does better, however much it changes, which is proved.")
    elif redrawn.bound < 1:
        limit = percent(redrawn.bound, digits=FIGURES)
        told.append(f"No plan, however much it changes, can do better than {limit}, which is proved.")
    return told


def _kept_words(redrawn: Redrawn) -> str:
    count, chance = len(redrawn.fewest.changes), percent(redrawn.fewest.chance, digits=FIGURES)
    if count == 0:
        return f"Chance if the plan is kept: {chance}."
    return (
        f"The plan cannot be kept as it is: no plan was found with less than {count_words(count)}. "
        f"Chance if it is kept as far as that: {chance}."
    )


def gain_words(gain: Gain, explained: Explained) -> str:
    """What is changed, and what would be without it."""
    change = change_words(gain.change)
    if gain.points is None:
        return f"{change}: forced, no plan was found without it."
    others = [f"{_verb(one)} {one.action}" for one in gain.with_it(explained.step.changes)]
    told = f"{change}: gains {gained_words(gain.points)}."
    return f"{told} Without it there is no use or no room to {' or to '.join(others)}." if others else told


def change_words(change: Change) -> str:
    """What is done otherwise than it was."""
    if change.was is None:
        return f"Add {change.action}, complete in week {change.now}"
    if change.weeks is None:
        return f"Drop {change.action}, which was to be complete in week {change.was}"
    weeks = f"{abs(change.weeks)} {'week' if abs(change.weeks) == 1 else 'weeks'}"
    when = "later" if change.weeks > 0 else "earlier"
    return f"Move {change.action} from week {change.was} to week {change.now}, {weeks} {when}"


def tradeoff_rows(redrawing: Redrawing) -> list[tuple[str, ...]]:
    """The best chance found for each number of changes that is worth making."""
    rows: list[tuple[str, ...]] = [("changes", "chance", "which")]
    for step in redrawing.steps:
        which = ", ".join(f"{_verb(one)} {one.action}" for one in step.changes)
        rows.append((str(len(step.changes)), percent(step.chance, digits=FIGURES), which or "the plan as it was"))
    return rows


def _verb(change: Change) -> str:
    return {"added": "add", "dropped": "drop", "moved": "move"}[change.kind]
