"""Many lives of a roadmap in words: the chance, when each mile is finished, and in which round one is selected."""

from typing import TYPE_CHECKING

from twelfth.base import percent
from twelfth.cli.paper import Paper
from twelfth.usecases import LivesRead

if TYPE_CHECKING:
    from twelfth.roadmap import Causes, MileLived


def say_lives(answer: LivesRead, *, colour: bool = False) -> str:
    """The whole answer."""
    lives, paper = answer.lives, Paper(colour=colour)
    paper.title("Your roadmap, lived many times over")
    paper.heading("In short")
    for sentence in lives_short(answer):
        paper.para(sentence, indent=2)
    if lives.miles:
        paper.heading("When each mile is finished")
        paper.para(
            f"The week by which a tenth, half and nine tenths of all lives have finished it; a dash: not by week "
            f"{answer.weeks}, the last there are hours for.",
            indent=2,
        )
        paper.rows([_HEAD, *(mile_row(mile) for mile in lives.miles)], right=range(1, 6), most=20)
    if lives.rounds:
        paper.heading("In which round")
        rows = [(f"round in week {each.week}", percent(each.selected), "") for each in lives.rounds]
        paper.rows([*rows, ("never", percent(lives.never), "")], right=(1,))
    paper.heading("What was left to chance")
    for sentence in cause_words(lives.causes):
        paper.bullet(sentence)
    paper.para(f"{lives.lives:,} lives, seed {answer.seed}.", indent=2)
    return paper.text()


_HEAD = ("mile", "plan", "10%", "50%", "90%", "not by then", "")


def lives_short(answer: LivesRead) -> list[str]:
    """The chance, beside that of the plan as it stands and of doing nothing."""
    lives = answer.lives
    found = [
        f"Selected by the last round: {percent(lives.chance, digits=2)} of lives, with a standard error of "
        f"{100 * lives.standard_error:.2g} points.",
        f"By the plan as it stands it would be {percent(answer.as_planned, digits=2)}, and "
        f"{percent(answer.idle, digits=2)} if nothing is done.",
    ]
    late = [mile for mile in lives.miles if mile.unfinished > 0.5]
    if late:
        found.append(f"Not finished in most lives: {', '.join(mile.action for mile in late)}.")
    return found


def mile_row(mile: "MileLived") -> tuple[str, ...]:
    """One mile: weeks, and of an exam how often it is passed."""
    weeks = ("-" if week is None else str(week) for week in (mile.week_10, mile.week_50, mile.week_90))
    unfinished = "" if mile.unfinished == 0 else percent(mile.unfinished)
    passed = "" if mile.passed is None else f"exam passed in {percent(mile.passed)}"
    return (mile.action, str(mile.planned), *weeks, unfinished, passed)


def cause_words(causes: "Causes") -> list[str]:
    """What differed from life to life."""
    found = ["Exams, what nobody sees of a person, and each selection."]
    if causes.overrun:
        found.append(f"Hours of each action: one in six takes over {causes.factor(1.0):.2f} times its hours.")
    if causes.slips:
        found.append(f"Lost weeks: of each week of work {percent(causes.slips)} come to nothing and are done again.")
    if causes.bar:
        found.append(f"The bar: in a year it moves by about {causes.bar:g} logits, up or down.")
    return found
