"""The next fork of a plan, in words: each branch, where one stands then, and what to do."""

from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import SAME, chance_words, moved_lines, points_words, slices_words
from twelfth.usecases import Branch, ForkRead


def say_fork(answer: ForkRead, *, colour: bool = False) -> str:
    """The whole answer."""
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, "The next fork of this plan")
    said = f"Chance with the plan: {chance_words(answer.chance)}. If nothing is done: {chance_words(answer.idle)}."
    paper.para(f"{said} Each chance below is over all rounds, if it turns out so.")
    if not answer.branches:
        by_points = answer.whose is not None and answer.whose.evidence == "points"
        paper.para(f"There is no exam {'in it' if by_points else 'and no round ahead'}, so nothing forks.")
    for branch in answer.branches:
        paper.heading(branch_words(branch, named))
        paper.para(standing_words(branch, named), indent=2)
        _what_to_do(paper, branch, named)
    paper.heading("How it was found")
    paper.para(f"{slices_words(answer.slices)} for each branch, seed {answer.seed}.", indent=2)
    named.left_open(paper)
    return paper.text()


def branch_words(branch: Branch, named: Named) -> str:
    """What happens, when, and how likely it is."""
    if branch.action is None:
        return f"If the round of {named.round(branch.week)} is cancelled"
    exam = named.quoted(branch.action)
    share = "" if branch.share is None else f" ({chance_words(branch.share)} likely)"
    if branch.what == "never":
        return f"If it turns out {named.by(branch.week)} that {exam} never succeeds{share}"
    return f"If {exam} does not succeed at its first attempt, {named.by(branch.week)}{share}"


def standing_words(branch: Branch, named: Named) -> str:
    """What was done by then."""
    done = named.actions(branch.complete) or "nothing"
    running = f"; its time still runs: {named.actions(branch.running)}" if branch.running else ""
    half = "".join(
        f"; of {named.action(one.action)} {one.done:,} h, {one.left:,} h are left" for one in branch.half_done
    )
    money = "" if branch.money is None else f" Money left: {named.amount(branch.money)}."
    return f"Worked through by then: {done}{running}{half}.{money}"


def _what_to_do(paper: Paper, branch: Branch, named: Named) -> None:
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
    moved_lines(paper, branch.moved, named)
    paper.gap()
    named.miles(paper, branch.best.miles)
