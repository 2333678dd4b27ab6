"""The next fork of a plan, in words: each branch, where one stands then, and what to do."""

from twelfth.cli.paper import Paper
from twelfth.cli.say.plan_words import SAME, chance_words, mile_table, moved_lines, points_words
from twelfth.usecases import Branch, ForkRead


def say_fork(answer: ForkRead, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title("The next fork of this plan")
    said = f"Chance with the plan: {chance_words(answer.chance)}. If nothing is done: {chance_words(answer.idle)}."
    paper.para(f"{said} Each chance below is over all rounds, if it turns out so.")
    if not answer.branches:
        paper.para("There is no round ahead, so nothing forks.")
    for branch in answer.branches:
        paper.heading(branch_words(branch))
        paper.para(standing_words(branch), indent=2)
        _what_to_do(paper, branch)
    paper.heading("How it was found")
    paper.para(f"At most {answer.slices} slices of work for each branch, seed {answer.seed}.", indent=2)
    return paper.text()


def branch_words(branch: Branch) -> str:
    """What happens, when, and how likely it is."""
    if branch.action is None:
        return f"If the round of week {branch.week} is cancelled"
    share = "" if branch.share is None else f" ({chance_words(branch.share)} likely)"
    if branch.what == "never":
        return f"If it turns out in week {branch.week} that {branch.action} is never passed{share}"
    return f"If {branch.action} is not passed at its first attempt, in week {branch.week}{share}"


def standing_words(branch: Branch) -> str:
    """What was done by then."""
    done = ", ".join(branch.complete) or "nothing"
    half = "".join(f"; of {one.action} {one.done:,} h, {one.left:,} h are left" for one in branch.half_done)
    return f"Worked through by then: {done}{half}. Money left: {branch.money:,}."


def _what_to_do(paper: Paper, branch: Branch) -> None:
    """Keep the plan, or another."""
    kept, best = branch.chance_kept, branch.best.chance
    if best - kept < SAME:
        paper.para(f"Keep the plan: {chance_words(kept)}. No better one was found from there.", indent=2)
        return
    gain = points_words(best - kept)
    paper.para(
        f"With the plan kept: {chance_words(kept)}. With the best plan found from there: {chance_words(best)} "
        f"({gain} points).",
        indent=2,
    )
    moved_lines(paper, branch.moved)
    paper.gap()
    mile_table(paper, branch.best.miles)
