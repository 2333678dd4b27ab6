"""The roadmap of a case in words: the chance with and without it, its dated miles, the rounds, what stayed open."""

from twelfth.tell.language import N_, _, day_of, ngettext, written
from twelfth.tell.paper import Paper
from twelfth.tell.say.closes import MIXED, closes_short, left_words, say_closes
from twelfth.tell.say.core_words import (
    COULD_BE,
    chance_within,
    could_be,
    days_of,
    figures_apart,
    listed,
    of_core,
    percent,
    read_alike,
    span,
    titled,
)
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.easings import ALREADY, relaxation_words
from twelfth.tell.say.left_open import LEFT_OPEN
from twelfth.tell.say.mile_words import UNCOUNTED, exam_line, mile_takes, money
from twelfth.tell.say.plan_words import SAME
from twelfth.tell.say.wall_words import wall_rows
from twelfth.usecases import CaseRoadmap, Chances, DatedMile

UNPROVED = 0.0001
"""A bound this close to certain tells nothing."""
ALWAYS_OPEN = (
    N_(
        "Hours are the middle of what is known, and what one person needs is another's guess: your own figures go "
        "before them."
    ),
    N_("The wait for a result is not counted, nor that a place or a permit must be had."),
)
BY_DAY, ASIDE = N_("The chance of at least one selection, by day"), N_("Not in the plan")
OPEN = N_("What it leaves open")
LEFT_OVER = N_("In the time left over: what some of those selected are known to have had")
WITH, WITHOUT = N_("with the plan"), N_("with nothing done")
NOT_KNOWN, NOT_OPEN = N_("not known"), N_("not open")


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
    if answer.closes is not None:
        say_closes(paper, answer.closes)
    else:
        _say_chances(paper, answer)
    if answer.aside:
        paper.heading(ASIDE)
        for why, titles in aside_words(answer):
            paper.bullet(f"{titles}: {why}.")
    paper.heading(OPEN)
    for sentence in (*open_words(answer), work_words(answer)):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def _say_chances(paper: Paper, answer: CaseRoadmap) -> None:
    head = ("", WITH, WITHOUT)
    paper.heading(BY_DAY)
    paper.rows([head, *day_rows(answer)])
    paper.heading(kinds_heading(answer))
    paper.rows([head, *kind_rows(answer)], most=34)


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
    if answer.closes is None:
        paper.bullet(COULD_BE)
    paper.para(f"All of it, with a sharper bound: twelfth plan {answer.case} --as-of {answer.as_of}", indent=2)
    return paper.text()


def road_heading(answer: CaseRoadmap) -> str:
    """Over a road that follows an audit."""
    return _("The road from %(day)s, by %(last)s", day=answer.as_of, last=answer.until)


def miles_heading(answer: CaseRoadmap) -> str:
    """Over the miles: a plan, or the best there is where a target was asked for."""
    return _("What to do, and when") if answer.status == "found" else _("The best road there is so far")


def kinds_heading(answer: CaseRoadmap) -> str:
    """Over the chance by kind of round."""
    return _("In which rounds, by %(day)s", day=answer.until)


def day_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(day, with the plan, with nothing done) of the usual days and of each dated round; those of the last day with
    their intervals."""
    told = answer.chances
    idle = [percent(one.idle) if answer.idle_known else _(NOT_KNOWN) for one in answer.by]
    *way, last = [(day_of(one.day), percent(one.planned), none) for one, none in zip(answer.by, idle, strict=True)]
    ends = (_within(told.within), f" ({_within(told.idle_within)})" if answer.idle_known else "")
    end = (last[0], f"{last[1]} ({ends[0]})", f"{last[2]}{ends[1]}")
    rounds = [
        (when.latest or answer.until, (f"{written(when)}: {name}", planned, idle))
        for when, name, planned, idle in wall_rows(answer)
    ]
    dated = [*zip((one.day for one in answer.by), (*way, end), strict=True), *rounds]
    return [row for _day, row in sorted(dated, key=lambda one: one[0])]


def kind_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(kind of round, with the plan, with nothing done), the likeliest first."""
    return [
        (titled(one.title), _open(one.planned, unknown=one.unknown), _open(one.idle, unknown=one.unknown))
        for one in answer.kinds
    ]


def road_short(answer: CaseRoadmap) -> list[str]:
    """The chance with and without the plan, in which rounds, and what is proved; or why there is none, and what the
    road closes."""
    if answer.closes is not None:
        return closes_short(answer, answer.closes)
    told = answer.chances
    digits = figures_apart(told.chance, told.idle)
    idle = chance_within(told.idle, told.idle_within, digits=digits)
    without = _("If nothing is done: %(chance)s.", chance=idle)
    if not answer.idle_known:
        without = _("If nothing is done: not known, as it is not known which rounds may be entered.")
    elif mile_rows(answer) and read_alike(told.chance, told.idle):
        without += " " + _("That is about the same.")
    chance = chance_within(told.chance, told.within, digits=digits)
    if answer.status in ("impossible", "undecided") and answer.target is not None:
        return _missed(answer, answer.target, chance, without)
    with_it = _("With this plan: %(chance)s for at least one selection by %(day)s.", chance=chance, day=answer.until)
    both, likeliest = f"{with_it} {without}", _likeliest(answer)
    if answer.target is not None and answer.weeks is not None:
        takes = _("It takes %(weeks)s weeks.", weeks=answer.weeks)
        return [both, f"{takes} {_least(answer)}", *_reached(answer, answer.target), *likeliest]
    if not mile_rows(answer):
        return [both, _("Nothing whose hours and worth are known would raise it."), *lacking_words(answer)]
    return [both, *likeliest, _limit(told, digits, mixed=answer.wished.mixed)]


def lacking_words(answer: CaseRoadmap) -> list[str]:
    """All that is missing for a mile, in one sentence; nothing where nothing is."""
    hours, needs = len(answer.without_hours), len(answer.without_need)
    found = [] if answer.hours_per_week else [_("hours a week")]
    if hours:
        found.append(ngettext("the hours of %(num)s thing", "the hours of %(num)s things", hours))
    if needs:
        found.append(ngettext("what %(num)s thing needs first", "what %(num)s things need first", needs))
    if not answer.idle_known:
        found.append(_("answers about the rounds that may be entered"))
    return [_("What is missing for a mile: %(what)s.", what=listed(found))] if found else []


def _missed(answer: CaseRoadmap, target: float, chance: str, without: str) -> list[str]:
    """That no plan reaches a target, or that none was found."""
    figures = {"target": percent(target), "bound": percent(answer.chances.bound)}
    if answer.status == "impossible":
        none = _(
            "No plan reaches %(target)s by %(day)s, which is proved: none can do better than %(bound)s.",
            day=answer.until,
            **figures,
        )
        best = _("The best road found: %(chance)s.", chance=chance)
        return [none, conflict_words(answer), *relaxation_words(answer), f"{best} {without}"]
    unsure = _(
        "No plan that reaches %(target)s was found, nor is it proved that there is none: the best has %(chance)s, and "
        "none can do better than %(bound)s.",
        chance=chance,
        **figures,
    )
    return [unsure, without]


def _likeliest(answer: CaseRoadmap) -> list[str]:
    """The likeliest kind of round, where there are several."""
    if len(answer.kinds) < 2:
        return []
    first = answer.kinds[0]
    told = {"kind": titled(first.title), "chance": percent(first.planned)}
    return [_("Most likely in a round of the kind %(kind)s: %(chance)s.", **told)]


def _reached(answer: CaseRoadmap, target: float) -> list[str]:
    if not answer.reached:
        return []
    return [_("The chance reaches %(target)s by about %(day)s.", target=percent(target), day=answer.reached)]


def _limit(told: Chances, digits: int, *, mixed: bool) -> str:
    """What is proved of every other plan."""
    if mixed:
        return _(MIXED)
    if told.bound - told.chance < SAME:
        return _("No plan within these hours and this money does better, which is proved.")
    if told.bound > 1 - UNPROVED:
        return _("How much better another plan may be is not proved yet: that takes more work.")
    bound = percent(told.bound, digits=digits)
    return _("No plan within these hours and this money can do better than %(bound)s, which is proved.", bound=bound)


def _least(answer: CaseRoadmap) -> str:
    if answer.weeks == answer.least:
        return _("No road is shorter, which is proved.")
    if answer.least:
        return _("That none is shorter than %(weeks)s weeks is proved.", weeks=answer.least)
    return _("Whether one is shorter is not proved.")


def conflict_words(answer: CaseRoadmap) -> str:
    """What stands in the way of a target."""
    if not answer.conflicts:
        return _("More hours or money alone would not change that: other moves are needed, or more time.")
    words = {
        "hours": _("the %(hours)s hours a week", hours=answer.hours_per_week),
        "money": _("the %(money)s", money=money(answer.budget or 0, answer)),
    }
    limits = listed([words[one] for one in answer.conflicts])
    way = _("What stands in the way: %(limits)s.", limits=limits)
    return f"{way} {_(ALREADY)}"


def _open(chance: float, *, unknown: bool) -> str:
    """A kind of round that cannot be entered at all has no chance to tell; nor has one of which that is not known."""
    return percent(chance) if chance else _(NOT_KNOWN if unknown else NOT_OPEN)


def _within(ends: tuple[float, float]) -> str:
    return could_be(percent(ends[0]), percent(ends[1]))


def mile_rows(answer: CaseRoadmap, *, counted: bool = True) -> list[tuple[str, str]]:
    """(from when to when, what with its hours and cost) in order of the beginning, of what is counted or is not."""
    return [(days_of(one.begins, one.done), _mile(one, answer)) for one in answer.miles if one.counted is counted]


def _mile(mile: DatedMile, answer: CaseRoadmap) -> str:
    return ": ".join(filter(None, (titled(mile.title), mile_takes(mile, answer)))) + "."


def exam_words(answer: CaseRoadmap) -> list[str]:
    """What ends in an exam or in somebody's decision, and how likely that is."""
    found = [f"{titled(one.title)}: {exam_line(one)}." for one in answer.miles if one.passes < 1]
    return [*found, *guess_words(answer)]


def guess_words(answer: CaseRoadmap) -> list[str]:
    """The chance of the plan if what was guessed of exams is otherwise; nothing where nothing was."""
    if answer.guessed is None:
        return []
    chance = span(*map(percent, answer.guessed))
    return [_("With these guesses at either end of their range the plan has %(chance)s.", chance=chance)]


def aside_words(answer: CaseRoadmap) -> list[tuple[str, str]]:
    """(why, titles) of what is not in the plan, together where the reason is the same."""
    by_why: dict[str, list[str]] = {}
    for one in answer.aside:
        by_why.setdefault(of_core(one.why), []).append(titled(one.title))
    return [(why, "; ".join(titles)) for why, titles in by_why.items()]


def open_words(answer: CaseRoadmap) -> list[str]:
    """What it was drawn for, what cut it short, and what nobody can know."""
    budget = _("money that is not stated, taken as enough")
    if answer.budget is not None:
        budget = money(answer.budget, answer) if answer.budget else _("no money")
    found = [_("Drawn for %(hours)s hours a week and %(money)s.", hours=answer.hours_per_week, money=budget)]
    if answer.cut:
        found.append(_("Cut short by the time limit: more time may find a better road."))
    if answer.wished.pauses:
        found.append(_("It has no hours in the weeks of your pauses."))
    if answer.wished.renews:
        found.append(_("It counts on results that lapse being taken again in time, at the level they have."))
    if answer.ends_early:
        change = {"day": answer.until, "change": titled(answer.ends_early)}
        found.append(_("It ends on %(day)s: the rules change after it (%(change)s).", **change))
    found += [of_core(one) for one in answer.warnings]
    found += left_words(answer.closes) if answer.closes is not None else []
    found += [_(COULD_BE)] if answer.closes is None else []
    return [*found, *map(_, (*LEFT_OPEN[answer.evidence], *ALWAYS_OPEN))]


def work_words(answer: CaseRoadmap) -> str:
    """What gives the same road again."""
    work = {"slices": answer.slices, "seed": answer.seed}
    return _("Slices of work: %(slices)s, seed %(seed)s; the same give the same road.", **work)
