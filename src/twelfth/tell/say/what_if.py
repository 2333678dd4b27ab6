"""A change in words: the chance as it was, with the plan kept, with the best plan then, and what is different."""

from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import SAME, bound_words, chance_words, moved_lines, points_words, slices_words
from twelfth.usecases import Change, WhatIf


def say_what_if(answer: WhatIf, *, colour: bool = False) -> str:
    """The whole answer."""
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, "What if")
    for sentence in change_words(answer.change, named):
        paper.bullet(sentence)
    paper.heading("In short")
    for sentence in what_if_short(answer):
        paper.para(sentence, indent=2)
    paper.heading("What is done differently, from the plan to the best then")
    moved_lines(paper, answer.moved, named)
    if answer.best.miles and answer.moved:
        paper.heading("What to do then, and when")
        named.miles(paper, answer.best.miles)
    paper.heading("How it was found")
    paper.para(f"{slices_words(answer.slices)} before and after the change, seed {answer.seed}.", indent=2)
    named.left_open(paper)
    return paper.text()


def what_if_short(answer: WhatIf) -> list[str]:
    """Three chances and two bounds."""
    was, kept, best = answer.before.chance, answer.kept.chance, answer.best.chance
    left = len(answer.before.work) - len(answer.kept.work)
    nouns = f"{Named(answer.whose).noun}s"
    gone = f", {left} of {len(answer.before.work)} {nouns} left out" if left else ""
    said = [
        f"As it was: {chance_words(was)} with the plan; {bound_words(answer.best_before, answer.bound_before)}.",
        f"With the plan kept as far as it goes{gone}: {chance_words(kept)} ({points_words(kept - was)} points).",
        f"With the best plan found then: {chance_words(best)} ({points_words(best - was)} points); "
        f"{bound_words(best, answer.bound_after)}.",
        f"If nothing is done: {chance_words(answer.idle_before)} as it was, {chance_words(answer.idle_after)} then.",
    ]
    if answer.best_before > was + SAME:
        better = f"Without any change a better plan than this was found, with {chance_words(answer.best_before)}"
        said.append(f"{better}: twelfth plan draws one.")
    return said


def change_words(change: Change, named: Named) -> list[str]:
    """Each part of a change."""
    said = [f"{named.action(name)} is not done, nor what needs it" for name in change.drop]
    said += [f"the round of {named.round(week)} is not held" for week in change.skip]
    said += [f"no round of the kind {named.kind(kind)} is held" for kind in change.skip_kinds]
    if change.hours_per_week is not None:
        said.append(f"there are {change.hours_per_week:,} h in every week that is no pause")
    if change.more_hours is not None:
        said.append(f"there are {change.more_hours:,} h more in every week that is no pause")
    if change.budget is not None:
        said.append(f"there is {named.money(change.budget)}, all of it from the beginning")
    if change.more_money is not None:
        said.append(f"there is {named.money(change.more_money)} more, from the beginning")
    return said
