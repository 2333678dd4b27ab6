"""A roadmap in words: its chance, how much better any plan could be, and what is done when."""

from twelfth.base import percent
from twelfth.roadmap import Effort, Found, Impossible, Least, Question, Undecided, counted
from twelfth.tell.paper import Paper
from twelfth.tell.say.easings import ALREADY, easing_lines, reached_words
from twelfth.tell.say.named import Named
from twelfth.tell.say.plan_words import SAME
from twelfth.usecases import Roadmap


def say_roadmap(roadmap: Roadmap, *, colour: bool = False) -> str:
    """The whole answer."""
    answer, best = roadmap.answer, roadmap.answer.best
    paper = Paper(colour=colour)
    paper.title("Your roadmap")
    paper.heading("In short")
    for sentence in roadmap_short(roadmap):
        paper.para(sentence, indent=2)
    if best.plan.work:
        paper.heading("What to do, and when" if isinstance(answer, Found) else "The best there is so far")
        Named(None).miles(paper, roadmap.miles)
    if best.warnings:
        paper.heading("What it leaves out")
        for sentence in best.warnings:
            paper.bullet(sentence)
    paper.heading("How it was found")
    paper.para(effort_words(best.effort), indent=2)
    return paper.text()


def roadmap_short(roadmap: Roadmap) -> list[str]:
    """The chance with and without the plan, and what is proved."""
    answer, question, best = roadmap.answer, roadmap.question, roadmap.answer.best
    last = last_words(question)
    without = f"Chance of being selected by {last} if nothing is done: {percent(best.idle)}."
    limit = f"No plan can do better than {percent(best.bound)}, which is proved."
    match answer:
        case Found():
            if answer.gap < SAME:
                limit = "No plan does better, which is proved."
            if not answer.plan.work:
                return [without, f"No action is needed for it. {limit}" if isinstance(question, Least) else limit]
            told = [f"Chance with this plan: {percent(answer.chance)}.", without]
            if not isinstance(question, Least):
                return [*told, limit]
            rounds = len(counted(roadmap.instance, question).rounds)
            return [*told, least_words(answer, question), *filter(None, [reached_words(answer, rounds)])]
        case Impossible():
            return [
                f"No plan reaches {percent(answer.target)} by {last}, which is proved: none does better than "
                f"{percent(best.bound)}, and the best found has {percent(best.chance)}.",
                conflict_words(answer.conflicts),
                *easing_lines(answer, roadmap.instance),
                without,
            ]
        case Undecided():
            return [
                f"No plan that reaches {percent(answer.target)} was found, and it is not proved that there is none: "
                f"the best found has {percent(best.chance)}, and none does better than {percent(best.bound)}.",
                without,
            ]


def last_words(question: Question) -> str:
    """The round up to which a chance counts."""
    if isinstance(question, Least) and question.by is not None:
        return f"the last round up to week {question.by}"
    return "the last round"


def least_words(found: Found, question: Least) -> str:
    """What the plan takes, and how much less any could."""
    unit = {"weeks": "weeks", "hours": "hours", "money": "of money"}[question.measure]
    took = f"It takes {found.value:,} {unit}."
    if found.value == found.least:
        return f"{took} No plan reaches {percent(question.target)} with less, which is proved."
    return f"{took} That no plan reaches {percent(question.target)} with less than {found.least:,} is proved."


def conflict_words(conflicts: tuple[str, ...]) -> str:
    """What stands in the way."""
    if not conflicts:
        return "It would be so with all hours and all money at once: other actions, or more rounds, are needed."
    named = " and the ".join({"hours": "hours there are", "money": "money there is"}[one] for one in conflicts)
    return f"What stands in the way: the {named}. {ALREADY}"


def effort_words(effort: Effort) -> str:
    """What the answer took."""
    said = f"Slices of work: {effort.slices}, seed {effort.seed}."
    return f"{said} Cut short by the time limit: more time may find a better plan." if effort.cut else said
