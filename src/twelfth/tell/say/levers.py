"""Levers in words: what each change would add if none, half or all of the gap is causal, and what it takes."""

from twelfth.base import Truth, percent, plain_number
from twelfth.distance import BreakEven, Tier
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.odds import odds_caveats, odds_short
from twelfth.tell.say.way_words import gain_words, hourly_words, way_words
from twelfth.usecases import LeversRead, RankedLever

NOT_CAUSAL = (
    "A gain is told for half and for all of the difference being causal; for none of it, it is nothing. Which of these "
    "holds cannot be known from those selected."
)
ONE_AT_A_TIME = "Each is one change alone, from the round after it is completed, with everything else as it is."
NO_HOURS = "The hours are not known of every one of these, so they are ranked by the gain itself."


def say_levers(answer: LeversRead, *, colour: bool = False) -> str:
    """The whole answer."""
    now, paper = answer.now, Paper(colour=colour)
    paper.title(f"{now.title} · {now.process_title} · as of {now.as_of}")
    if now.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    for sentence in levers_short(answer):
        paper.para(sentence, indent=2)
    if answer.levers:
        paper.heading("What would raise the chance, one change at a time")
        paper.rows(lever_rows(answer), most=34)
    if answer.uncounted:
        paper.heading("What else has a way, and no gain that can be told")
        paper.rows(uncounted_rows(answer))
    if answer.trying is not None:
        paper.heading("When another attempt pays, in money alone")
        for sentence in trying_words(answer.trying, answer):
            paper.para(sentence, indent=2)
    paper.heading("What it leaves open")
    for sentence in levers_caveats(answer):
        paper.bullet(sentence)
    say_sources(paper, now.process, now.pack_version, now.attribution)
    return paper.text()


def levers_short(answer: LeversRead) -> list[str]:
    """The chance now, and the first lever or why there is none."""
    chance = odds_short(answer.now)
    if answer.now.eligible is Truth.NO:
        return [chance, "First comes the requirement: no change of anything else can help."]
    if answer.now.tier is Tier.P0:
        return [chance, "So what a change would add cannot be told either; see the gaps: twelfth gap CASE."]
    if not answer.levers:
        return [chance, "Nothing that you could acquire and that can be counted would raise it."]
    first = answer.levers[0]
    told = f"{first.title}: {first.acquired}"
    if answer.apart is None:
        return [chance, f"The one change that would raise it: {told}."]
    if answer.apart:
        return [
            chance,
            f"Most is to be had from {told}; it is the better one with a probability of three in four or more.",
        ]
    second = answer.levers[1]
    return [
        chance,
        f"First comes {told}, but it cannot be told apart from {second.title}: {second.acquired}.",
    ]


def lever_rows(answer: LeversRead) -> list[tuple[str, str]]:
    """Each lever with its gains and what it takes."""
    return [(f"{one.title}: {one.own} → {one.acquired}", _lever_words(one, answer)) for one in answer.levers]


def uncounted_rows(answer: LeversRead) -> list[tuple[str, str]]:
    """Ways to traits of which only presence is recorded."""
    return [(one.title, f"{way_words(one.way)} You: {one.own}.") for one in answer.uncounted]


def trying_words(trying: BreakEven, answer: LeversRead) -> list[str]:
    """The break-even, and never whether to go on."""
    odds, found = answer.now.odds, []
    if trying.chance is not None:
        found.append(
            f"With these amounts the next attempt pays from a chance of {percent(trying.chance, digits=2)} on."
        )
    elif trying.value is not None:
        found.append("With these amounts no chance is enough: the cost is not below what being selected would add.")
    if odds.lo is not None and odds.hi is not None and trying.worth_lo is not None and trying.worth_hi is not None:
        low, high = _amount(trying.worth_lo), _amount(trying.worth_hi)
        found.append(
            f"At your chance, {percent(odds.lo)} to {percent(odds.hi)}, it pays if being selected is worth more than "
            f"{low} to {high}."
        )
    else:
        found.append("Your own chance is not known, so on which side of it you are cannot be told.")
    return [*found, "What an attempt is worth to you beyond money is yours to say."]


def levers_caveats(answer: LeversRead) -> list[str]:
    """What the levers leave open."""
    found = [NOT_CAUSAL, ONE_AT_A_TIME] if answer.levers else []
    if answer.levers and not answer.by_hour:
        found.append(NO_HOURS)
    if answer.unknown:
        found.append(f"Your own level is not known here, so nothing is told of: {', '.join(answer.unknown)}.")
    return [*found, *odds_caveats(answer.now)]


def _lever_words(one: RankedLever, answer: LeversRead) -> str:
    lever = one.lever
    found = [
        f"{gain_words(lever.gain_half)} if half is causal, {gain_words(lever.gain_all)} if all "
        f"(90% {gain_words(lever.lo)} to {gain_words(lever.hi)}).",
        f"The best of these: {percent(lever.p_best)}." if 0 < lever.p_best < 1 else "",
        f"If {_crowd(answer.adopters)} the others do it too: {gain_words(one.crowded)}."
        if one.crowded is not None
        else "",
        hourly_words(lever.per_hour, 100),
        f"Per 1,000 {one.way.currency}: {gain_words(1000 * lever.per_cost)}."
        if lever.per_cost is not None and one.way
        else "",
        way_words(one.way),
    ]
    return " ".join(part for part in found if part)


def _crowd(adopters: float) -> str:
    """The share a person asked about, as they gave it."""
    return "all" if adopters == 1 else f"{plain_number(100 * adopters)}% of"


def _amount(worth: float) -> str:
    """Two figures: a chance is not known more exactly."""
    return f"{float(f'{worth:.2g}'):,.0f}"
