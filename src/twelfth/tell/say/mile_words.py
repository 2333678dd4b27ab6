"""The miles of a road in words for a table, a picture and a calendar: when, how much, whose figures, which attempts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.tell.language import N_, _, count, day_of
from twelfth.tell.say.core_words import days_of, level, percent, titled
from twelfth.tell.say.named import money_words
from twelfth.usecases import CaseRoadmap, DatedMile, attempt_days, stretches

WORKED, PASSING = N_("Work"), N_("Time that passes, without hours")
FIRST_TRY, FURTHER_TRY = N_("First attempt at the exam, or the decision"), N_("Further attempts, if needed")
PAUSE = N_("A pause")
LAST_DAY, LOAD = N_("The last day"), N_("Hours in each week")
MILES = N_("Each mile, and whose figures it rests on")
BARS = N_("The broad bar is with the plan, the thin one with nothing done.")
INTERVAL = N_("90% interval on the last day")
MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
ORDER = (N_("First"), N_("Second"), N_("Third"))
"""As many as there are attempts at an exam."""
YOURS = N_("your figure")
OWN, OF_PACK = N_("Figures: yours, before those of the pack."), N_("Figures: those of the pack.")

UNCOUNTED = N_(
    "Only its presence is ever recorded, so that nobody can say what it adds: it changes no chance told here, and is "
    "placed where hours are left."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MileWords:
    """One mile as a row of a table: what, when, how much, and the lines under it."""

    title: str
    when: str
    hours: str
    cost: str
    lines: tuple[str, ...]


def money(amount: int, answer: CaseRoadmap) -> str:
    """An amount with its currency."""
    return money_words(amount, answer.currency)


def _cost(mile: DatedMile, answer: CaseRoadmap) -> str:
    """In its own currency, else in that of the road."""
    return money_words(mile.cost, mile.currency or answer.currency)


def hours_words(mile: DatedMile) -> str:
    """Hours of work; nothing where it takes none."""
    return f"{count(mile.hours)} h" if mile.hours else ""


def mile_takes(mile: DatedMile, answer: CaseRoadmap) -> str:
    """Hours and cost of a mile, as far as it takes any."""
    return ", ".join(filter(None, (hours_words(mile), _cost(mile, answer) if mile.cost else "")))


def mile_words(answer: CaseRoadmap, titles: Mapping[str, str]) -> list[MileWords]:
    """Every mile. titles: of the sources by id."""
    return [
        MileWords(
            title=titled(one.title),
            when=days_of(one.begins, one.done),
            hours=hours_words(one) or _("none"),
            cost=_cost(one, answer) if one.cost else _("none known"),
            lines=tuple(_lines(one, answer.until, titles)),
        )
        for one in answer.miles
    ]


def _lines(mile: DatedMile, until: date, titles: Mapping[str, str]) -> list[str]:
    tries = "; ".join(f"{when.lower()} {day_of(day)}" for when, day in exam_attempts(mile, until))
    exam = f"{exam_line(mile).capitalize()}{f': {tries}' if tries else ''}." if mile.passes < 1 else ""
    whose = _(OWN if mile.own else OF_PACK)
    named = "; ".join(titles[one] for one in mile.source if one in titles)
    sources = _("Sources: %(titles)s.", titles=named) if named else ""
    lines = [exam, "" if mile.counted else _(UNCOUNTED), whose, said_for_words(mile), sources]
    return [*filter(None, lines), *([_(mile.note)] if mile.note and not mile.own else [])]


def said_for_words(mile: DatedMile) -> str:
    """Of which further level the person's figures are; "" where they are of this one."""
    if not mile.said_for:
        return ""
    return _("Counted by what you said of %(level)s.", level=level(mile.said_for))


def exam_line(mile: DatedMile) -> str:
    """How likely the exam or the decision at the end of a mile goes well, who says so, and when it may be tried
    again."""
    whose = N_("a guess of this program, from 30% to 90%: yours goes before it")
    told = {"chance": percent(mile.passes), "whose": _(whose if mile.guessed else YOURS)}
    if not mile.again:
        return _("each attempt succeeds with %(chance)s (%(whose)s)", **told)
    return _(
        "each attempt succeeds with %(chance)s (%(whose)s), again after %(time)s, three attempts at most",
        time=_time(mile.again),
        **told,
    )


def _time(days: int) -> str:
    return _("%(n)s days", n=days) if days < 60 else _("%(n)s weeks", n=days // 7)


def exam_attempts(mile: DatedMile, until: date) -> list[tuple[str, date]]:
    """(which, day) of each attempt at the exam of a mile up to the last day, if none is passed before."""
    return list(zip(map(_, ORDER), attempt_days(mile, until), strict=False))


def stretch_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(from when to when, hours a week, on what) of the weeks in which there is work."""
    return [
        (days_of(one.begins, one.ends), f"{count(one.hours)} h", "; ".join(map(titled, one.titles)))
        for one in stretches(answer)
    ]


def load_words(answer: CaseRoadmap) -> str:
    """What the lowest bars of the picture are."""
    return _("Hours a week. The line is the %(hours)s there are.", hours=count(answer.hours_per_week))
