"""The miles of a road in words for a table, a picture and a calendar: when, how much, whose figures, which attempts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.base import percent
from twelfth.tell.say.named import money_words
from twelfth.usecases import CaseRoadmap, DatedMile, attempt_days, stretches

WORKED, PASSING = "Work", "Time that passes, without hours"
FIRST_TRY, FURTHER_TRY = "First attempt at the exam, or the decision", "Further attempts, if needed"
LAST_DAY, LOAD, MILES = "The last day", "Hours in each week", "Each mile, and whose figures it rests on"
BARS = "The broad bar is with the plan, the thin one with nothing done."
INTERVAL = "90% interval on the last day"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ORDER = ("First", "Second", "Third")
"""As many as there are attempts at an exam."""
OWN, OF_PACK = "Figures: yours, before those of the pack.", "Figures: those of the pack."

UNCOUNTED = (
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


def hours_words(mile: DatedMile) -> str:
    """Hours of work; nothing where it takes none."""
    return f"{mile.hours:,} h" if mile.hours else ""


def mile_takes(mile: DatedMile, answer: CaseRoadmap) -> str:
    """Hours and cost of a mile, as far as it takes any."""
    return ", ".join(filter(None, (hours_words(mile), money(mile.cost, answer) if mile.cost else "")))


def mile_words(answer: CaseRoadmap, titles: Mapping[str, str]) -> list[MileWords]:
    """Every mile. titles: of the sources by id."""
    return [
        MileWords(
            title=one.title,
            when=f"{one.begins} to {one.done}",
            hours=hours_words(one) or "none",
            cost=money(one.cost, answer) if one.cost else "none known",
            lines=tuple(_lines(one, answer.until, titles)),
        )
        for one in answer.miles
    ]


def _lines(mile: DatedMile, until: date, titles: Mapping[str, str]) -> list[str]:
    tries = "; ".join(f"{when.lower()} {day}" for when, day in exam_attempts(mile, until))
    exam = f"{exam_line(mile).capitalize()}{f': {tries}' if tries else ''}." if mile.passes < 1 else ""
    whose = OWN if mile.own else OF_PACK
    named = "; ".join(titles[one] for one in mile.source if one in titles)
    lines = [exam, "" if mile.counted else UNCOUNTED, whose, f"Sources: {named}." if named else ""]
    return [*filter(None, lines), *([mile.note] if mile.note and not mile.own else [])]


def exam_line(mile: DatedMile) -> str:
    """How likely the exam or the decision at the end of a mile goes well, who says so, and when it may be tried
    again."""
    whose = "a guess of this program, from 30% to 90%: put yours into the case file" if mile.guessed else "your figure"
    again = f", again after {_time(mile.again)}, three attempts at most" if mile.again else ""
    return f"each attempt succeeds with {percent(mile.passes)} ({whose}){again}"


def _time(days: int) -> str:
    return f"{days} days" if days < 60 else f"{days // 7} weeks"


def exam_attempts(mile: DatedMile, until: date) -> list[tuple[str, date]]:
    """(which, day) of each attempt at the exam of a mile up to the last day, if none is passed before."""
    return list(zip(ORDER, attempt_days(mile, until), strict=False))


def stretch_rows(answer: CaseRoadmap) -> list[tuple[str, str, str]]:
    """(from when to when, hours a week, on what) of the weeks in which there is work."""
    return [(f"{one.begins} to {one.ends}", f"{one.hours:,} h", "; ".join(one.titles)) for one in stretches(answer)]


def picture_words(answer: CaseRoadmap) -> str:
    """What the picture of the miles shows, for whoever cannot see it."""
    count = f"{len(answer.miles)} miles" if len(answer.miles) > 1 else "One mile"
    return (
        f"{count} from {answer.as_of} to the last day, {answer.until}, each as a bar from its beginning to its end, "
        f"and below them the hours in each week. The tables below say the same."
    )


def chance_picture_words(answer: CaseRoadmap) -> str:
    """What the picture of the chance by day shows, for whoever cannot see it."""
    return (
        f"The chance up to {answer.until} as two lines, with the plan and with nothing done. The table says the same."
    )


def load_words(answer: CaseRoadmap) -> str:
    """What the lowest bars of the picture are."""
    return f"Hours a week. The line is the {answer.hours_per_week:,} there are."
