"""The hours, the months and the money of everything that can be acquired, in one list with one button.

Of the list only what was changed in it is written, all or none. Each row carries what it showed and the version it was
made from: what another window changed meanwhile stays, and where both changed one row the person is asked. Of a table
of one's own a row may be said to be what cannot change any more: then it is no row, here and on every road.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.goal import Way
from twelfth.usecases import Lesson, Row
from twelfth.web.asked import Asked
from twelfth.web.both_versions import BothVersions, Line, sent_again, told_both
from twelfth.web.desk import Open
from twelfth.web.redirect import see
from twelfth.web.views.fixed import FIXED, may_be_fixed, write_fixed
from twelfth.web.words import money_words, number_words, titled_words
from twelfth.web.writing import as_typed

MOST_HOURS, MOST_MONTHS, MOST_MONEY = 100_000, 600, 1e9
HOURS, MONTHS, COST, VERSION = "hours-of-", "months-of-", "cost-of-", "version-of-"
FIGURES = (HOURS, MONTHS, COST)
"""How the fields of a row begin; the name of what is acquired follows."""
SHOWN = "was-"
"""How the fields begin that say what another one showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """One thing to acquire that is not held. hours, months, cost: own figures, as a field shows them; currency: of the
    money; version: which of one's own figures these are, "" where there are none. may_be_fixed: one may say here that
    its trait cannot change any more."""

    lesson: Lesson
    hours: str
    months: str
    cost: str
    currency: str
    version: str
    may_be_fixed: bool

    @property
    def title(self) -> str:
        """As the page tells it."""
        return titled_words(self.lesson.title)

    @property
    def own(self) -> Row[Way] | None:
        """One's own figures as they are kept."""
        return self.lesson.own

    @property
    def towards(self) -> str:
        """The name of what is acquired."""
        return self.lesson.towards

    @property
    def shown(self) -> dict[str, str]:
        """What its fields show, by their names."""
        return {
            f"{of}{self.towards}": now for of, now in zip(FIGURES, (self.hours, self.months, self.cost), strict=True)
        }

    @property
    def labels(self) -> dict[str, str]:
        """What its fields are called, by their names."""
        return {
            f"{HOURS}{self.lesson.towards}": _("Hours: %(title)s") % {"title": self.title},
            f"{MONTHS}{self.lesson.towards}": _("Months: %(title)s") % {"title": self.title},
            f"{COST}{self.lesson.towards}": _("Money: %(title)s") % {"title": self.title},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was changed of a row. way: the figures as they would be kept, None where nothing is left of them. fixed: its
    trait cannot change any more, and its figures stay as they are."""

    row: HoursRow
    way: Way | None
    version: str
    fixed: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether these very figures are kept already."""
        return self.way == (None if self.row.own is None else self.row.own.thing)


def hours_rows(one: Open, lessons: tuple[Lesson, ...]) -> tuple[HoursRow, ...]:
    """The list as it is now."""
    there = [each for each in lessons if not each.held]
    free = may_be_fixed(one)
    first = {trait: each.towards for each in reversed(there) for trait, _level in each.sets if trait in free}
    return tuple(_row(each, one, may_be_fixed=each.towards in first.values()) for each in there)


def hours_labels(rows: tuple[HoursRow, ...]) -> dict[str, str]:
    """What every field of the list is called, by its name."""
    return {name: label for row in rows for name, label in row.labels.items()}


def hours_written(request: HttpRequest, one: Open, asked: Asked, rows: tuple[HoursRow, ...]) -> HttpResponse | None:
    """Where the list led to; None where a field needs another look, and then nothing is written."""
    typed = hours_typed(asked, rows, one)
    if not asked:
        return None
    led = hours_clash(request, typed, back=request.path)
    if led is not None:
        return led
    write_hours(one, typed)
    return see(f"/goal/{one.name}/learn", said="hours" if typed else "as-before")


def hours_typed(asked: Asked, rows: tuple[HoursRow, ...], one: Open) -> tuple[Typed, ...]:
    """What was changed in the list, of the rows that a form had; `asked` says what of it cannot be read."""
    return tuple(found for row in rows if (found := _typed(asked, row, one)) is not None)


def hours_clash(request: HttpRequest, typed: tuple[Typed, ...], *, back: str) -> HttpResponse | None:
    """The question where another window changed the same rows meanwhile; None where none did. back: the page to look
    at instead."""
    clashing = [each for each in typed if each.version != each.row.version and not each.is_kept]
    return told_both(request, _both(request, clashing, back)) if clashing else None


def write_hours(one: Open, typed: tuple[Typed, ...]) -> None:
    """All of them, or none. Raises Stale where somebody was faster."""
    with one.desk.keeping.at_once():
        for each in typed:
            _write(one, each)
        fixed = {trait for each in typed if each.fixed for trait, _level in each.row.lesson.sets}
        write_fixed(one, more=fixed)


def without_hours_of(sent: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form without those of the list, once that is written."""
    ours = (*FIGURES, *(f"{SHOWN}{one}" for one in FIGURES), VERSION, FIXED)
    return {name: value for name, value in sent.items() if not name.startswith(ours)}


def way_of_ones_own(lesson: Lesson, one: Open, **figures: float | str | None) -> Way:
    """One's own figures for a lesson. Raises InvalidInput."""
    move = lesson.towards if any(each.id == lesson.towards for each in one.process.moves) else ""
    trait, level = ("", None) if move or not lesson.sets else lesson.sets[0]
    own = {"move": move, "trait": trait, "level": level, "own": True, "source": ("own",)}
    return Way(**own, **figures)  # type: ignore[arg-type]


def _row(lesson: Lesson, one: Open, *, may_be_fixed: bool) -> HoursRow:
    own = None if lesson.own is None else lesson.own.thing
    return HoursRow(
        lesson=lesson,
        hours="" if own is None else as_typed(own.hours_low),
        months="" if own is None else as_typed(own.months),
        cost="" if own is None else as_typed(own.cost_low),
        currency=(own.currency if own else "") or one.currency or "USD",
        version="" if lesson.own is None else f"{lesson.own.id}-{lesson.own.version}",
        may_be_fixed=may_be_fixed,
    )


def _typed(asked: Asked, row: HoursRow, one: Open) -> Typed | None:
    """None where the row says what it showed, or cannot be read, which `asked` then says."""
    towards = row.lesson.towards
    if row.may_be_fixed and asked.raw(f"{FIXED}{towards}"):
        return Typed(row=row, way=None if row.own is None else row.own.thing, version=row.version, fixed=True)
    before = {name: asked.sent.get(f"{SHOWN}{name}", now) for name, now in row.shown.items()}
    if {name: asked.sent.get(name, was).strip() for name, was in before.items()} == before:
        return None
    asked.currency = row.currency
    hours = asked.number(f"{HOURS}{towards}", low=0, high=MOST_HOURS, unit=_("hours"))
    months = asked.number(f"{MONTHS}{towards}", low=0, high=MOST_MONTHS, unit=_("months"))
    cost = asked.number(f"{COST}{towards}", low=0, high=MOST_MONEY, money=True)
    check_time(asked, f"{MONTHS}{towards}", row.lesson, hours, months)
    version = asked.sent.get(f"{VERSION}{towards}", row.version)
    return Typed(row=row, way=_way(row, one, hours, months, cost), version=version) if asked else None


def check_time(asked: Asked, name: str, lesson: Lesson, hours: float | None, months: float | None) -> None:
    """What takes no hours takes time: how much is asked where nobody has said it. name: of the field for it."""
    if hours == 0 and months is None and (lesson.told is None or lesson.told.months is None):
        asked.wrong(name, _("how many months it takes at least, as it takes no hours; 0 if it is done"))


def _way(row: HoursRow, one: Open, hours: float | None, months: float | None, cost: float | None) -> Way | None:
    """The figures there are with these instead; what else was said of it stays."""
    own = None if row.own is None else row.own.thing
    if hours is None and cost is None and months is None and (own is None or own.passes is None):
        return None
    figures: dict[str, float | str | None] = {}
    if own is None or hours != own.hours_low:  # else it may be a range, which one field does not show
        figures |= {"hours_low": hours, "hours_high": hours}
    if own is None or months != own.months:
        figures |= {"months": months}
    if own is None or cost != own.cost_low:
        figures |= {"cost_low": cost, "cost_high": cost, "currency": "" if cost is None else row.currency}
    return way_of_ones_own(row.lesson, one, **figures) if own is None else replace(own, **figures)  # type: ignore[arg-type]


def _write(one: Open, typed: Typed) -> None:
    """Raises Stale where somebody was faster."""
    goals, own = one.desk.keeping.goals, typed.row.own
    event = one.desk.event("learning", f"{one.name}: {typed.row.lesson.towards}")
    if own is None and typed.way is not None:
        goals.keep(one.name, typed.way, event=event)
    elif own is not None and typed.way is None:
        goals.drop(one.name, Way, row=own.id, was=own.version, event=event)
    elif own is not None and typed.way is not None and typed.way != own.thing:
        goals.amend(one.name, typed.way, row=own.id, was=own.version, event=event)


def _both(request: HttpRequest, clashing: list[Typed], back: str) -> BothVersions:
    """What was typed here and what another window wrote, of each row that both changed."""
    anew: dict[str, list[str]] = {}
    for each in clashing:
        towards = each.row.lesson.towards
        anew[f"{VERSION}{towards}"] = [each.row.version]
        anew |= {f"{SHOWN}{name}": [now] for name, now in each.row.shown.items()}
    return BothVersions(
        lines=tuple(
            Line(
                label=each.row.title,
                yours=_told(each.way),
                now=_told(None if each.row.own is None else each.row.own.thing),
            )
            for each in clashing
        ),
        where=request.path,
        along=sent_again(request, anew),
        back=back,
    )


def _told(way: Way | None) -> str:
    """The hours, the months and the money in words, "?" where nothing is known."""
    hours = "" if way is None or way.hours_low is None else f"{number_words(way.hours_low)} {_('hours')}"
    months = "" if way is None or way.months is None else f"{number_words(way.months)} {_('months')}"
    cost = "" if way is None or way.cost_low is None else str(money_words(way.cost_low, way.currency))
    return ", ".join(filter(None, (hours, months, cost))) or "?"
