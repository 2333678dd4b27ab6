"""The dated rounds on a road in words, and what its pictures show, read: miles, weeks of work, walls, chances."""

from twelfth.base import When
from twelfth.goal import closing_of
from twelfth.tell.language import N_, _, ngettext
from twelfth.tell.say.core_words import days_of, percent, titled, within
from twelfth.usecases import CaseRoadmap, Wall, stretches

ROUND, NOT_TOLD = N_("A round: what is to count must be there by then"), N_("not told")
MOST_READ = 4
"""Of a longer row the first are read out; the table has all of them."""


def wall_names(answer: CaseRoadmap) -> list[tuple[str, When]]:
    """(name with what happens on the day, the day) of each dated round, in order."""
    return [(_happens(one), _on(one)) for one in answer.walls]


def _on(one: Wall) -> When:
    """The day that matters of a round, as well as it is known."""
    return When.on(one.day) if one.closes else one.decided


def _happens(one: Wall) -> str:
    """What the day of a round is; of one that is named by the day it closes, its name."""
    name = titled(one.name)
    if closing_of(one.name) is not None and one.closes:
        return name
    return _("%(round)s closes", round=name) if one.closes else _("%(round)s is decided", round=name)


def wall_rows(answer: CaseRoadmap) -> list[tuple[When, str, str, str]]:
    """(day it is decided, name, with the plan, with nothing done) of each dated round; not told where no curve has a
    chance by that day."""
    return [
        (
            one.decided,
            titled(one.name),
            _(NOT_TOLD) if one.planned is None else percent(one.planned),
            _("not known") if not answer.idle_known else _(NOT_TOLD) if one.idle is None else percent(one.idle),
        )
        for one in answer.walls
    ]


def picture_words(answer: CaseRoadmap) -> str:
    """What the picture of the miles shows."""
    return " ".join(filter(None, (_miles(answer), _load(answer), _walls(answer))))


def _miles(answer: CaseRoadmap) -> str:
    """Which mile begins first, and by when the last of them is done."""
    first, last = answer.miles[0], max(answer.miles, key=lambda one: one.done)
    if len(answer.miles) == 1:
        days = {"mile": titled(first.title), "begins": first.begins, "done": first.done}
        return _("One mile, %(mile)s, from %(begins)s to %(done)s.", **days)
    return ngettext(
        "%(num)s mile: %(first)s begins on %(begins)s, and %(last)s is done last, by %(done)s.",
        "%(num)s miles: %(first)s begins on %(begins)s, and %(last)s is done last, by %(done)s.",
        len(answer.miles),
        first=titled(first.title),
        begins=first.begins,
        last=titled(last.title),
        done=last.done,
    )


def _load(answer: CaseRoadmap) -> str:
    """When there is most work, and until when there is any."""
    found = stretches(answer)
    if not found:
        return ""
    most = max(found, key=lambda one: one.hours)
    return _(
        "Most work is from %(days)s: %(hours)s h a week of the %(there)s there are; after %(last)s there is none.",
        days=days_of(most.begins, most.ends),
        hours=most.hours,
        there=answer.hours_per_week,
        last=found[-1].ends,
    )


def _walls(answer: CaseRoadmap) -> str:
    """The rounds on the way, the first few of many."""
    named = [
        _("%(what)s on %(day)s", what=words, day=day) if day.is_exact else _("%(what)s: %(when)s", what=words, when=day)
        for words, day in wall_names(answer)
    ]
    if not named:
        return _("No round with a day is known before the last day, %(day)s.", day=answer.until)
    if len(named) > MOST_READ:
        more = _("%(count)s more", count=len(named) - MOST_READ)
        named = [*named[:MOST_READ], more]
    return _("Rounds on the way: %(rounds)s.", rounds="; ".join(named))


def chance_picture_words(answer: CaseRoadmap) -> str:
    """What the picture of the chance by day shows."""
    told = answer.chances
    steps = [_("%(chance)s by %(day)s", chance=percent(one.planned), day=one.day) for one in answer.by]
    low, high = map(percent, told.within)
    with_it = _(
        "With the plan the chance comes to %(steps)s (%(interval)s).",
        steps=", ".join(steps),
        interval=within(low, high),
    )
    if not answer.idle_known:
        unknown = _("With nothing done it is not known.")
        return f"{with_it} {unknown}"
    low, high = map(percent, told.idle_within)
    without = _(
        "With nothing done it comes to %(chance)s by %(day)s (%(interval)s).",
        chance=percent(told.idle),
        day=answer.until,
        interval=within(low, high),
    )
    return f"{with_it} {without}"


def kinds_picture_words(answer: CaseRoadmap) -> str:
    """What the bars of the kinds of round show: where it is likeliest, and where the plan adds most."""
    first = answer.kinds[0]
    most = max(answer.kinds, key=lambda one: one.planned - one.idle)
    likeliest = _(
        "Likeliest: %(kind)s, %(chance)s with the plan.", kind=titled(first.title), chance=percent(first.planned)
    )
    if most.planned <= most.idle or not answer.idle_known:
        return likeliest
    if not most.idle:
        more = _("The plan adds most to %(kind)s, which is not open without it.", kind=titled(most.title))
        return f"{likeliest} {more}"
    ends = {"idle": percent(most.idle), "chance": percent(most.planned)}
    more = _("The plan adds most to %(kind)s, from %(idle)s to %(chance)s.", kind=titled(most.title), **ends)
    return f"{likeliest} {more}"


def picture_source(answer: CaseRoadmap) -> str:
    """Where the miles and the walls come from."""
    pack = {"process": _(answer.process_title), "version": answer.pack_version}
    return _(
        "Source: your own hours and figures, else those of %(process)s %(version)s; each mile names its sources below.",
        **pack,
    )


CHANCE_SOURCES = {
    "points": N_("Source: the forecast of the cut-offs from the past rounds of %(process)s %(version)s."),
    "people": N_("Source: the past rounds of %(process)s %(version)s and what is known of those selected."),
}


def chance_source(answer: CaseRoadmap) -> str:
    """Where the chances come from."""
    pack = {"process": _(answer.process_title), "version": answer.pack_version}
    return _(CHANCE_SOURCES[answer.evidence], **pack)
