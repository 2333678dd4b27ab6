"""Levers in words: what each change would add if none, half or all of the gap is causal, and what it takes."""

from twelfth import base
from twelfth.base import Truth
from twelfth.distance import BreakEven, Tier
from twelfth.tell.language import N_, _, figure
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import level, percent, titled
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.odds import odds_caveats, odds_short
from twelfth.tell.say.way_words import each_words, gain_words, way_words
from twelfth.usecases import LeversRead, RankedLever

NOT_CAUSAL = N_(
    "A gain is told for half and for all of the difference being causal; for none of it, it is nothing. Which of these "
    "holds cannot be known from those selected."
)
ONE_AT_A_TIME = N_("Each is one change alone, from the round after it is completed, with everything else as it is.")
NO_HOURS = N_("The hours are not known of every one of these, so they are ranked by the gain itself.")


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
    """The chance now, and the first lever or why there is none; without a chance that alone, as the odds say why."""
    chance = odds_short(answer.now)
    if answer.now.eligible is Truth.NO:
        return [chance, _("First comes the requirement: no change of anything else can help.")]
    if answer.now.tier is Tier.P0:
        return [
            _("As no chance can be told, what a change would add to it cannot be either. The gaps say what they had.")
        ]
    if not answer.levers:
        return [chance, _("Nothing that you could acquire and that can be counted would raise it.")]
    first = _named(answer.levers[0])
    if answer.apart is None:
        return [chance, _("The one change that would raise it: %(change)s.", change=first)]
    if answer.apart:
        most = _(
            "Most is to be had from %(change)s; it is the better one with a probability of three in four or more.",
            change=first,
        )
        return [chance, most]
    second = _named(answer.levers[1])
    alike = _("First comes %(change)s, but it cannot be told apart from %(second)s.", change=first, second=second)
    return [chance, alike]


def _named(one: RankedLever) -> str:
    return f"{titled(one.title)}: {level(one.acquired)}"


def lever_rows(answer: LeversRead) -> list[tuple[str, str]]:
    """Each lever with its gains and what it takes."""
    return [
        (f"{titled(one.title)}: {level(one.own)} → {level(one.acquired)}", _lever_words(one, answer))
        for one in answer.levers
    ]


def uncounted_rows(answer: LeversRead) -> list[tuple[str, str]]:
    """Ways to traits of which only presence is recorded."""
    return [
        (titled(one.title), _("%(way)s You: %(level)s.", way=way_words(one.way), level=level(one.own)))
        for one in answer.uncounted
    ]


def trying_words(trying: BreakEven, answer: LeversRead) -> list[str]:
    """The break-even, and never whether to go on."""
    odds, found = answer.now.odds, []
    if trying.chance is not None:
        least = percent(trying.chance, digits=2)
        found.append(_("With these amounts the next attempt pays from a chance of %(chance)s on.", chance=least))
    elif trying.value is not None:
        found.append(_("With these amounts no chance is enough: the cost is not below what being selected would add."))
    if odds.lo is not None and odds.hi is not None and trying.worth_lo is not None and trying.worth_hi is not None:
        pays = _(
            "At your chance, %(low)s to %(high)s, it pays if being selected is worth more than %(least)s to %(most)s.",
            low=percent(odds.lo),
            high=percent(odds.hi),
            least=_amount(trying.worth_lo),
            most=_amount(trying.worth_hi),
        )
        found.append(pays)
    else:
        found.append(_("Your own chance is not known, so on which side of it you are cannot be told."))
    return [*found, _("What an attempt is worth to you beyond money is yours to say.")]


def levers_caveats(answer: LeversRead) -> list[str]:
    """What the levers leave open."""
    found = [_(NOT_CAUSAL), _(ONE_AT_A_TIME)] if answer.levers else []
    if answer.levers and not answer.by_hour:
        found.append(_(NO_HOURS))
    if answer.unknown:
        traits = ", ".join(map(titled, answer.unknown))
        found.append(_("Your own level is not known here, so nothing is told of: %(traits)s.", traits=traits))
    return [*found, *odds_caveats(answer.now)]


def _lever_words(one: RankedLever, answer: LeversRead) -> str:
    lever = one.lever
    found = [
        _(
            "%(half)s if half is causal, %(all)s if all (could be %(low)s to %(high)s).",
            half=gain_words(lever.gain_half),
            all=gain_words(lever.gain_all),
            low=gain_words(lever.lo),
            high=gain_words(lever.hi),
        )
    ]
    if 0 < lever.p_best < 1:
        found.append(_("The best of these: %(chance)s.", chance=percent(lever.p_best)))
    if one.crowded is not None:
        found.append(_crowded(answer.adopters, gain_words(one.crowded)))
    found.append(each_words(lever.per_hour, lever.per_cost, one.way, hours=100, money=1000))
    return " ".join(filter(None, [*found, way_words(one.way)]))


def _crowded(adopters: float, gain: str) -> str:
    """What is left of a gain, with the share a person asked about as they gave it."""
    if adopters == 1:
        return _("If all the others do it too: %(gain)s.", gain=gain)
    share = figure(f"{base.plain_number(100 * adopters)}%")
    return _("If %(share)s of the others do it too: %(gain)s.", share=share, gain=gain)


def _amount(worth: float) -> str:
    """Two figures: a chance is not known more exactly."""
    return figure(f"{float(f'{worth:.2g}'):,.0f}")
