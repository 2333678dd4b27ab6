"""The picture of worked days: weeks across, Monday to Sunday down; and the sentence that reads it."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext
from markupsafe import Markup

from twelfth.web.page import environment
from twelfth.web.remembered import Remembered
from twelfth.web.words import day_words, hours_words
from twelfth.work import Heat, HeatDay

SIDE, LEFT, TOP, RIGHT = 13, 20, 14, 10
SHADES = ("step0", "step2", "step3", "step4", "step5")
NAMED = (0, 2, 4, 6)
"""Days of the week with a name beside their row."""
MONTHS_APART = 3
"""Columns: a month that begins nearer to the one before has no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day: where its square is, its class, and what it says to a pointer."""

    x: int
    y: int
    shade: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """months, days: names with where they stand. sentence: what the picture shows. shades: of the legend, from little
    to the most there is on a day."""

    width: int
    height: int
    cells: tuple[Cell, ...]
    months: tuple[tuple[int, str], ...]
    days: tuple[tuple[int, str], ...]
    sentence: str
    shades: tuple[str, ...]
    most_a_day: int


def heat_figure(heat: Heat) -> Markup:
    """The picture with its legend and its table, in the language of the page; drawn once for the same days."""

    def drawn() -> Markup:
        template = environment().get_template("heat_map.html")
        return Markup(template.render(heat=heat, heat_map=heat_map(heat)))

    return _DRAWN.get((heat, get_language()), drawn)


def heat_map(heat: Heat) -> HeatMap:
    """How a heat is drawn and read."""
    cells = [
        Cell(x=LEFT + SIDE * column, y=TOP + SIDE * row, shade=_shade(day), words=_words(day))
        for column, week in enumerate(heat.weeks)
        for row, day in enumerate(week)
    ]
    return HeatMap(
        width=LEFT + SIDE * len(heat.weeks) + RIGHT,
        height=TOP + SIDE * 7,
        cells=tuple(cells),
        months=tuple(_months(heat)),
        days=tuple((TOP + SIDE * row + 9, date_format(heat.weeks[0][row].on, "D")[:2]) for row in NAMED),
        sentence=_sentence(heat),
        shades=SHADES[1:],
        most_a_day=heat.most_a_day,
    )


def _shade(day: HeatDay) -> str:
    return "pause" if day.paused and not day.minutes else SHADES[day.step]


def _words(day: HeatDay) -> str:
    told = f"{day_words(day.on)}: {hours_words(day.minutes)}"
    pause = gettext("pause")
    return f"{told} ({pause})" if day.paused else told


def _months(heat: Heat) -> list[tuple[int, str]]:
    """The name of each month over the first column that begins in it."""
    found, last, before = [], -MONTHS_APART, 0
    for column, week in enumerate(heat.weeks):
        if week[0].on.month != before and column - last >= MONTHS_APART:
            found.append((LEFT + SIDE * column, date_format(week[0].on, "M")))
            last = column
        before = week[0].on.month
    return found


def _sentence(heat: Heat) -> str:
    weeks = len(heat.weeks)
    most = heat.most
    if most is None:
        return gettext("In the last %(weeks)d weeks nothing is logged.") % {"weeks": weeks}
    told = {"weeks": weeks, "worked": heat.worked, "most": hours_words(most[1]), "day": day_words(most[0])}
    read = gettext(
        "In the last %(weeks)d weeks you worked in %(worked)d; the most was %(most)s in the week of %(day)s."
    )
    if not heat.paused:
        return read % told
    paused = ngettext("%(num)d was a pause.", "%(num)d were pauses.", heat.paused) % {"num": heat.paused}
    return f"{read % told} {paused}"


_DRAWN: Remembered[Markup] = Remembered()
