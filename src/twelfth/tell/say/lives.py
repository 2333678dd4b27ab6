"""Many lives of a roadmap in words: the chance, when each mile is finished, and in which round one is selected."""

from typing import TYPE_CHECKING

from twelfth.base import percent
from twelfth.tell.paper import Paper
from twelfth.tell.say.named import Named
from twelfth.usecases import LivesRead, Whose

if TYPE_CHECKING:
    from twelfth.roadmap import Causes, MileLived


def say_lives(answer: LivesRead, *, colour: bool = False) -> str:
    """The whole answer."""
    lives, paper, named = answer.lives, Paper(colour=colour), Named(answer.whose)
    named.title(paper, "Your roadmap, lived many times over")
    paper.heading("In short")
    for sentence in lives_short(answer):
        paper.para(sentence, indent=2)
    if lives.miles:
        paper.heading("When each mile is finished")
        paper.para(
            f"The {'week' if answer.whose is None else 'day'} by which a tenth, half and nine tenths of all lives have "
            f"finished it; a dash: not by {named.week(answer.weeks)}, the last there are hours for.",
            indent=2,
        )
        if answer.whose is None:
            paper.rows([_HEAD, *(mile_row(mile) for mile in lives.miles)], right=range(1, 6), most=20)
        else:
            paper.rows([_HEAD_OF_CASE, *(dated_row(mile, answer.whose) for mile in lives.miles)], most=20)
    if lives.kinds:
        paper.heading("In a round of which kind one is selected first")
        kinds = sorted(lives.kinds, key=lambda each: -each.selected)
        rows = [(named.kind(each.kind), share_words(each.selected), "") for each in kinds]
        paper.rows([*rows, ("never", share_words(lives.never), "")], right=(1,))
        paper.heading("By which day one is selected")
        paper.rows(by_rows(answer, named), right=(1,))
    elif lives.rounds:
        paper.heading("In which round")
        rows = [
            (f"{'round in ' if answer.whose is None else ''}{named.round(each.week)}", percent(each.selected), "")
            for each in lives.rounds
        ]
        paper.rows([*rows, ("never", percent(lives.never), "")], right=(1,))
    paper.heading("What was left to chance")
    for sentence in cause_words(lives.causes, answer.whose):
        paper.bullet(sentence)
    paper.para(f"{lives.lives:,} lives, seed {answer.seed}.", indent=2)
    named.left_open(paper)
    return paper.text()


HALF_YEAR = 26
_HEAD_OF_CASE = ("mile", "10%", "50%", "90%", "")
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
    late = [mile.action for mile in lives.miles if mile.unfinished > 0.5]
    if late:
        found.append(f"Not finished in most lives: {Named(answer.whose).actions(late)}.")
    return found


def mile_row(mile: "MileLived") -> tuple[str, ...]:
    """One mile: weeks, and of an exam how often it is passed."""
    weeks = ("-" if week is None else str(week) for week in (mile.week_10, mile.week_50, mile.week_90))
    unfinished = "" if mile.unfinished == 0 else percent(mile.unfinished)
    passed = "" if mile.passed is None else f"exam passed in {percent(mile.passed)}"
    return (mile.action, str(mile.planned), *weeks, unfinished, passed)


def dated_row(mile: "MileLived", whose: Whose) -> tuple[str, ...]:
    """One mile of a case: days, when it was planned, of an exam how often it is passed."""
    days = ("-" if week is None else str(whose.day(week)) for week in (mile.week_10, mile.week_50, mile.week_90))
    notes = [f"planned {whose.day(mile.planned)}"]
    notes += [f"{percent(mile.unfinished)} not by then"] if mile.unfinished else []
    notes += [] if mile.passed is None else [f"passed in {percent(mile.passed)}"]
    return (whose.titles.get(mile.action, mile.action), *days, ", ".join(notes))


def by_rows(answer: LivesRead, named: Named) -> list[tuple[str, str, str]]:
    """The share of lives selected by every half year, and by the last day."""
    rounds = answer.lives.rounds
    ends = [*range(HALF_YEAR, answer.weeks - HALF_YEAR // 2, HALF_YEAR), answer.weeks]
    shares = [sum(each.selected for each in rounds if each.week < end) for end in ends]
    last = "" if answer.whose is None else str(answer.whose.until)
    days = [*(named.week(end) for end in ends[:-1]), last or named.week(answer.weeks)]
    return [(day, share_words(share), "") for day, share in zip(days, shares, strict=True)]


def share_words(share: float) -> str:
    """A share of lives; none of them is no more than that."""
    return percent(share) if share else "none"


def cause_words(causes: "Causes", whose: Whose | None = None) -> list[str]:
    """What differed from life to life."""
    by_points = whose is not None and whose.evidence == "points"
    unseen = "the cut-offs of the rounds to come" if by_points else "what nobody sees of a person, and each selection"
    found = [f"Exams{' and' if by_points else ','} {unseen}."]
    if causes.overrun:
        found.append(f"Hours of each action: one in six takes over {causes.factor(1.0):.2f} times its hours.")
    if causes.slips:
        found.append(f"Lost weeks: of each week of work {percent(causes.slips)} come to nothing and are done again.")
    if causes.bar:
        found.append(f"The bar: in a year it moves by about {causes.bar:g} logits, up or down.")
    return found
