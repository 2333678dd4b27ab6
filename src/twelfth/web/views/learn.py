"""Step 4: if you don't know how, learn. What each move takes, by whose figures, how far you are."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, Source
from twelfth.goal import Way
from twelfth.learn import PASSES
from twelfth.usecases import Lesson, Row, Stale, acquired_of, lessons, miles_ahead, present_mile, road_of, with_progress
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.old_road import old_road
from twelfth.web.redirect import see
from twelfth.web.remembered import Remembered
from twelfth.web.views.learn_hours import (
    MOST_HOURS,
    MOST_MONEY,
    MOST_MONTHS,
    check_time,
    hours_labels,
    hours_rows,
    hours_written,
    way_of_ones_own,
)
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once
from twelfth.work import Ability, Learning

MOST_RESOURCES = 4_000
"""Characters of them together."""
LEARNING = "learning"
SAVED = frozenset({"hours", LEARNING})
"""Sentences with which the page begins where something of it was kept."""
_LESSONS: Remembered[tuple[Lesson, ...]] = Remembered()


@for_goal
def learn(request: HttpRequest, one: Open) -> HttpResponse:
    """Everything that can be acquired; a form for each."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return shown(request, one, {}, {})


def shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    """The page, with what was sent and what is wrong with it."""
    every, road = lessons_of(one), None if one.kept.road is None else road_of(one.kept.road)
    miles = {} if road is None else {mile.move: mile for mile in miles_ahead(road, one.desk.today)}
    present = None if road is None else present_mile(road, one.desk.today)
    first = next(iter(miles), "") if present is None else present.move
    rows = hours_rows(one, every)
    on_road = sorted((each for each in every if each.towards in miles), key=lambda each: each.towards != first)
    return goal_page(
        request,
        one,
        "learn.html",
        here="/learn",
        heading=_("If you don't know how, learn"),
        status=status,
        groups=(
            (_("The mile you are on"), on_road[:1]),
            (_("The other miles of your road"), on_road[1:]),
            (_("What else can be acquired") if on_road else "", [each for each in every if each not in on_road]),
        ),
        first=first,
        rows=sorted(rows, key=lambda row: not row.lesson.waits_for_hours),
        labels=hours_labels(rows),
        offered={each.towards for each in every if _may_be_shown(each) and acquired_of(each, one.process, one.profile)},
        miles=miles,
        sources=sources_of(one),
        guess=PASSES,
        abilities=tuple(Ability),
        asked_for="hours" in request.GET,
        fixed=() if one.kept.table is None else one.kept.table.thing.fixed,
        saved=_saved(request, every),
        to_draw=not one.kept.roads or old_road(one, road_of(one.kept.roads[-1])) is not None,
        sent=sent,
        errors=errors,
        currency=one.currency or "USD",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was just kept: of one thing, or "" of the whole list."""

    towards: str = ""
    title: str = ""


def _saved(request: HttpRequest, every: tuple[Lesson, ...]) -> Saved | None:
    """None where the page was not led to by something kept."""
    if request.GET.get("said") not in SAVED:
        return None
    lesson = next((each for each in every if each.towards == request.GET.get("of")), None)
    return Saved() if lesson is None else Saved(towards=lesson.towards, title=lesson.title)


def sources_of(one: Open) -> dict[str, Source]:
    """Who said what things take, by id."""
    return {each.id: each for each in (*one.process.sources, *(row.thing for row in one.kept.sources))}


def _may_be_shown(lesson: Lesson) -> bool:
    return lesson.learning is not None and lesson.learning.thing.ability is Ability.CAN_SHOW


def lessons_of(one: Open) -> tuple[Lesson, ...]:
    """Everything that can be acquired. Where no chance can be told, or the pack names no move, also the levels that
    those selected had and the person has not."""
    return with_progress(_every(one), one.kept, one.worked)


def to_learn(one: Open) -> frozenset[str]:
    """What Learn has a place for and the person does not hold, by name."""
    return frozenset(each.towards for each in _every(one) if not each.held)


def _every(one: Open) -> tuple[Lesson, ...]:
    wide = not one.process.moves or (bool(one.kept.roads) and road_of(one.kept.roads[-1]).closes is not None)
    case = one.cases.get(one.name)
    return _LESSONS.get((one.ground, wide), lambda: lessons(case, one.process, one.profile, as_of=one.as_of, wide=wide))


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked = asked_in(request)
    if asked.raw("do") == "hours":
        led = hours_written(request, one, asked, hours_rows(one, lessons_of(one)))
        return led or shown(request, one, dict(asked.sent), asked.errors, status=400)
    every = {each.towards: each for each in lessons_of(one)}
    lesson = every[asked.one_of("towards", tuple(every) or ("",))] if every else None
    if lesson is None:
        asked.wrong("towards", _("something on this page"))
        return shown(request, one, {}, asked.errors, status=400)
    ability = Ability(asked.one_of("ability", tuple(Ability)))
    resource = asked.text("resource", most=MOST_RESOURCES)
    proof = asked.text("proof", most=500)
    way = _way(asked, lesson, one)
    if not asked:
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    goals, event = one.desk.keeping.goals, one.desk.event("learning", f"{one.name}: {lesson.towards}")
    if way is not None and lesson.own is not None and way != lesson.own.thing:
        _check_version(asked, "was-way", lesson.own)  # before anything is written
    learning = Learning(towards=lesson.towards, ability=ability, resource=resource, proof=proof)
    if lesson.learning is None and learning != Learning(towards=lesson.towards, ability=Ability.NONE):
        goals.keep(one.name, learning, event=event)
    elif lesson.learning is not None and learning != lesson.learning.thing:
        goals.amend(
            one.name, learning, row=lesson.learning.id, was=_version(asked, "was", lesson.learning), event=event
        )
    if way is not None and lesson.own is None:
        goals.keep(one.name, way, event=event)
    elif way is not None and lesson.own is not None and way != lesson.own.thing:
        goals.amend(one.name, way, row=lesson.own.id, was=_version(asked, "was-way", lesson.own), event=event)
    before = None if lesson.learning is None else lesson.learning.thing.ability
    can_show_anew = ability is Ability.CAN_SHOW and before is not Ability.CAN_SHOW
    if can_show_anew and acquired_of(lesson, one.process, one.profile) is not None:
        return see(f"/goal/{one.name}/acquired?towards={lesson.towards}&said=learning")
    return see(f"/goal/{one.name}/learn?said={LEARNING}&of={lesson.towards}")


def _check_version(asked: Asked, name: str, row: Row[Way]) -> None:
    if _version(asked, name, row) != row.version:
        raise Stale(row)


def _version(asked: Asked, name: str, row: Row[object]) -> int:
    """The version the page was made from; that of now where the page had none."""
    return asked.row(name) or row.version


def _way(asked: Asked, lesson: Lesson, one: Open) -> Way | None:
    """One's own figures, where any was typed."""
    asked.currency = asked.raw("currency").upper()
    hours = asked.number("hours", low=0, high=MOST_HOURS, unit=_("hours"))
    months = asked.number("months", low=0, high=MOST_MONTHS, unit=_("months"))
    cost = asked.number("cost", low=0, high=MOST_MONEY, money=True)
    passes = asked.number("passes", low=1, high=100, unit="%")
    check_time(asked, "months", lesson, hours, months)
    if hours is None and months is None and cost is None and passes is None:
        return None
    currency = asked.currency if cost is not None else ""
    try:
        return way_of_ones_own(
            lesson,
            one,
            hours_low=hours,
            hours_high=hours,
            months=months,
            cost_low=cost,
            cost_high=cost,
            currency=currency,
            passes=None if passes is None else passes / 100,
        )
    except InvalidInput as error:
        asked.errors.setdefault(error.problems[0].field or "hours", str(error.problems[0]))
        return None
