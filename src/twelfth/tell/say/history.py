"""A history of own attempts in words: what the noes say, and what they do not."""

from twelfth.base import percent, plain_number
from twelfth.distance import Outcome
from twelfth.goal import Bound
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.usecases import HistoryRead, PastAttempt

WORDS = {
    Outcome.NOT_SELECTED: "not selected",
    Outcome.NOT_SCREENED: "not screened",
    Outcome.SCREENED: "screened, not selected",
    Outcome.INTERVIEWED: "interviewed, not selected",
    Outcome.SELECTED: "selected",
    Outcome.PENDING: "not decided",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.INELIGIBLE: "found ineligible",
}


def say_history(answer: HistoryRead, *, colour: bool = False) -> str:
    """The attempts, the outlook, and why it is not what independent attempts would give."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · as of {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    paper.para(history_short(answer), indent=2)
    paper.heading("What there is to go by")
    paper.rows([(round_words(one), past_words(one)) for one in answer.past])
    if not answer.past:
        paper.para("No attempt by that day.", indent=2)
    paper.heading(f"The next {_attempts(answer.ahead)}")
    paper.rows(outlook_rows(answer), right=(1,), most=52)
    paper.heading("What this rests on")
    for sentence in history_limits(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def history_short(answer: HistoryRead) -> str:
    """The answer in two sentences."""
    outlook = answer.outlook
    whose = "you stated" if answer.own_chance else "of the average applicant"
    low, high = outlook.range
    before, after = percent(answer.chance, digits=2), percent(outlook.next, digits=2)
    together = f"{percent(outlook.by_horizon)} ({percent(low)} to {percent(high)}"
    return (
        f"Before your past is read, each attempt has the chance {whose}: {before}. After it the next one has {after}, "
        f"and {_attempts(answer.ahead)} together {together}, by how far people of equal profile differ, which no "
        "single history can tell)."
    )


def round_words(one: PastAttempt) -> str:
    """The round, and its day once it is known."""
    return f"round {one.round}, {one.decided}" if one.decided else f"round {one.round}"


def past_words(one: PastAttempt) -> str:
    """How one attempt ended, and the chance the average applicant had."""
    if one.outcome is Outcome.PENDING:
        return WORDS[one.outcome]
    if one.chance is None:
        return f"{WORDS[one.outcome]}; how many applied is not published, so it is left out"
    how = {Bound.AT_LEAST: "at most ", Bound.ABOUT: "about "}.get(one.bound, "")
    return f"{WORDS[one.outcome]}; {how}{percent(one.chance, digits=2)} of those who applied were selected"


def outlook_rows(answer: HistoryRead) -> list[tuple[str, str]]:
    """(what, how much) of the outlook."""
    outlook = answer.outlook
    return [
        ("The next attempt", percent(outlook.next, digits=2)),
        (f"At least one of the next {_attempts(answer.ahead)}", percent(outlook.by_horizon)),
        ("The same if attempts had nothing to do with each other", percent(outlook.naive, digits=2)),
    ]


def history_limits(answer: HistoryRead) -> list[str]:
    """What the outlook leaves open. Never an advice to stop: the break-even instead."""
    stages = " and ".join(f"{percent(share, digits=2)} were {stage}" for stage, share in answer.stages)
    found = [
        "The same eyes judge every attempt of one person, so a no says something about the next: much where many are "
        "selected, little where few are.",
        "A change of your profile is not in this: whoever acquires what was missing is not the applicant of last time.",
        f"An attempt pays when being selected is worth more than {plain_number(round(answer.break_even))} times what "
        "the attempt costs.",
    ]
    if stages:
        found.insert(1, f"How far an attempt came counts: of those who applied {stages}.")
    return found


def _attempts(count: int) -> str:
    return "attempt" if count == 1 else f"{count} attempts"
