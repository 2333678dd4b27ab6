"""The roadmap of a case in words: the chance with and without it, its dated miles, the rounds, what stayed open."""

from twelfth.base import percent
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.easings import ALREADY, relaxation_words
from twelfth.tell.say.left_open import LEFT_OPEN
from twelfth.tell.say.mile_words import UNCOUNTED, exam_line, mile_takes, money
from twelfth.tell.say.plan_words import SAME
from twelfth.usecases import CaseRoadmap, DatedMile

UNPROVED = 0.0001
"""A bound this close to certain tells nothing."""
ALWAYS_OPEN = (
    "Hours are the middle of what is known, and what one person needs is another's guess: put your own into the case "
    "file as [[way]].",
    "The wait for a result is not counted, nor that a place or a permit must be had.",
)
BY_DAY, ASIDE, OPEN = "The chance of at least one selection, by day", "Not in the plan", "What it leaves open"
LEFT_OVER = "In the time left over: what some of those selected are known to have had"
WITH, WITHOUT = "with the plan", "with nothing done"


def say_case_roadmap(answer: CaseRoadmap, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · from {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    for sentence in road_short(answer):
        paper.para(sentence, indent=2)
    if mile_rows(answer):
        paper.heading(miles_heading(answer))
        paper.rows(mile_rows(answer), most=26)
        for sentence in exam_words(answer):
            paper.bullet(sentence)
    if uncounted := mile_rows(answer, counted=False):
        paper.heading(LEFT_OVER)
        paper.rows(uncounted, most=26)
        paper.para(UNCOUNTED, indent=2)
    head = ("", WITH, WITHOUT)
    paper.heading(BY_DAY)
    paper.rows([head, *day_rows(answer)])
    paper.heading(kinds_heading(answer))
    paper.rows([head, *kind_rows(answer)], most=34)
    if answer.aside:
        paper.heading(ASIDE)
        for why, titles in aside_words(answer):
            paper.bullet(f"{titles}: {why}.")
    paper.heading(OPEN)
    for sentence in open_words(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def say_road_briefly(answer: CaseRoadmap, *, colour: bool = False) -> str:
    """The short answer, the miles in their order, what it rests on, and where to see the rest."""
    paper = Paper(colour=colour)
    paper.heading(road_heading(answer))
    for sentence in road_short(answer):
        paper.para(sentence, indent=2)
    paper.rows(mile_rows(answer), most=26)
    if uncounted := mile_rows(answer, counted=False):
        paper.para(f"{LEFT_OVER}:", indent=2)
        paper.rows(uncounted, most=26)
    paper.bullet(LEFT_OPEN[answer.evidence][0])
    paper.para(f"All of it, with a sharper bound: twelfth plan {answer.case} --as-of {answer.as_of}", indent=2)
    return paper.text()


def road_heading(answer: CaseRoadmap) -> str:
    """Over a road that follows an audit."""
    return f"The road from {answer.as_of}, by {answer.until}"


def miles_heading(answer: CaseRoadmap) -> str:
    """Over the miles: a plan, or the best there is where a target was asked for."""
    return "What to do, and when" if answer.status == "found" else "The best road there is so far"


def kinds_heading(answer: CaseRoadmap) -> str:
    """Over the chance by kind of round."""
    return f"In which rounds, by {answer.until}"


def day_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(day, with the plan, with nothing done); those of the last day with their intervals."""
    *way, last = [(str(one.day), percent(one.planned), percent(one.idle)) for one in answer.by]
    ends = (_span(answer.within), _span(answer.idle_within))
    return [*way, (last[0], f"{last[1]} (90% {ends[0]})", f"{last[2]} (90% {ends[1]})")]


def kind_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(kind of round, with the plan, with nothing done), the likeliest first."""
    return [(one.title, _open(one.planned), _open(one.idle)) for one in answer.kinds]


def road_short(answer: CaseRoadmap) -> list[str]:
    """The chance with and without the plan, in which rounds, and what is proved."""
    digits = 1 if percent(answer.idle) != percent(answer.chance) or answer.idle == answer.chance else 2
    without = f"If nothing is done: {percent(answer.idle, digits=digits)} (90% {_span(answer.idle_within)})."
    bound = percent(answer.bound, digits=digits)
    limit = f"No plan within these hours and this money can do better than {bound}, which is proved."
    chance = f"{percent(answer.chance, digits=digits)} (90% {_span(answer.within)})"
    with_it = f"With this plan: {chance} for at least one selection by {answer.until}. {without}"
    first = answer.kinds[0]
    likeliest = [f"Most likely in a round of the kind {first.title}: {percent(first.planned)}."]
    likeliest = likeliest if len(answer.kinds) > 1 else []
    if answer.status == "impossible" and answer.target is not None:
        return [
            f"No plan reaches {percent(answer.target)} by {answer.until}, which is proved: none can do better than "
            f"{percent(answer.bound)}.",
            conflict_words(answer),
            *relaxation_words(answer),
            f"The best road found: {chance}. {without}",
        ]
    if answer.status == "undecided" and answer.target is not None:
        return [
            f"No plan that reaches {percent(answer.target)} was found, nor is it proved that there is none: the best "
            f"has {chance}, and none can do better than {percent(answer.bound)}.",
            without,
        ]
    if answer.target is not None and answer.weeks is not None:
        reached = [f"The chance reaches {percent(answer.target)} by about {answer.reached}."] if answer.reached else []
        return [with_it, f"It takes {answer.weeks} weeks. {_least(answer)}", *reached, *likeliest]
    if not mile_rows(answer):
        return [with_it, "Nothing whose hours and worth are known would raise it."]
    if answer.bound - answer.chance < SAME:
        limit = "No plan within these hours and this money does better, which is proved."
    elif answer.bound > 1 - UNPROVED:
        limit = "How much better another plan may be is not proved yet: that takes more slices of work."
    return [with_it, *likeliest, limit]


def _least(answer: CaseRoadmap) -> str:
    if answer.weeks == answer.least:
        return "No road is shorter, which is proved."
    proved = f"that none is shorter than {answer.least} weeks is" if answer.least else "whether one is shorter is not"
    return f"{proved[0].upper()}{proved[1:]} proved."


def conflict_words(answer: CaseRoadmap) -> str:
    """What stands in the way of a target."""
    if not answer.conflicts:
        return "More hours or money alone would not change that: other moves are needed, or more time."
    words = {"hours": f"the {answer.hours_per_week} hours a week", "money": f"the {money(answer.budget or 0, answer)}"}
    return f"What stands in the way: {' and '.join(words[one] for one in answer.conflicts)}. {ALREADY}"


def _open(chance: float) -> str:
    """A kind of round that cannot be entered at all has no chance to tell."""
    return percent(chance) if chance else "not open"


def _span(ends: tuple[float, float]) -> str:
    return f"{percent(ends[0])} to {percent(ends[1])}"


def mile_rows(answer: CaseRoadmap, *, counted: bool = True) -> list[tuple[str, str]]:
    """(from when to when, what with its hours and cost) in order of the beginning, of what is counted or is not."""
    return [(f"{one.begins} to {one.done}", _mile(one, answer)) for one in answer.miles if one.counted is counted]


def _mile(mile: DatedMile, answer: CaseRoadmap) -> str:
    return ": ".join(filter(None, (mile.title, mile_takes(mile, answer)))) + "."


def exam_words(answer: CaseRoadmap) -> list[str]:
    """What ends in an exam or in somebody's decision, and how likely that is."""
    found = [f"{one.title}: {exam_line(one)}." for one in answer.miles if one.passes < 1]
    return [*found, *guess_words(answer)]


def guess_words(answer: CaseRoadmap) -> list[str]:
    """The chance of the plan if what was guessed of exams is otherwise; nothing where nothing was."""
    if answer.guessed is None:
        return []
    low, high = answer.guessed
    return [f"With these guesses at either end of their range the plan has {percent(low)} to {percent(high)}."]


def aside_words(answer: CaseRoadmap) -> list[tuple[str, str]]:
    """(why, titles) of what is not in the plan, together where the reason is the same."""
    by_why: dict[str, list[str]] = {}
    for one in answer.aside:
        by_why.setdefault(one.why, []).append(one.title)
    return [(why, "; ".join(titles)) for why, titles in by_why.items()]


def open_words(answer: CaseRoadmap) -> list[str]:
    """What it was drawn for, what cut it short, and what nobody can know."""
    budget = "money that is not stated, taken as enough" if answer.budget is None else money(answer.budget, answer)
    found = [f"Drawn for {answer.hours_per_week} hours a week and {budget}."]
    if answer.cut:
        found.append("Cut short by the time limit: more time may find a better road.")
    found.append(f"Slices of work: {answer.slices}, seed {answer.seed}; the same give the same road.")
    if answer.ends_early:
        found.append(f"It ends on {answer.until}: the rules change after it ({answer.ends_early}).")
    return [*found, *answer.warnings, *LEFT_OPEN[answer.evidence], *ALWAYS_OPEN]
