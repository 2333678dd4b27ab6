"""Step 5: work hard. An hour is logged in two keystrokes; pauses are free and there is no streak to break."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.usecases import MileWork, Pause, miles_worked, present_mile, road_of, worked_since
from twelfth.web.desk import Open
from twelfth.web.heat_map import heat_figure
from twelfth.web.redirect import see
from twelfth.web.views.acquired import completes, done_and_offered
from twelfth.web.views.learn import lessons_of
from twelfth.web.views.long_work import unseen
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted
from twelfth.web.words import hours_words, titled_words
from twelfth.web.work_lines import LONGEST_NOTE
from twelfth.web.worked_time import minutes_of, running
from twelfth.work import (
    WEEK,
    DayWorked,
    Effort,
    Pace,
    heat_of,
    minutes_by_week,
    monday_of,
    pace_of,
    strength_of,
)

SHOWN = 30
"""Entries on the page."""
WEEKS_SHOWN = 26
LOGGED = "logged"
PAUSE, NO_PAUSE = "pause", "no-pause"


def place_of_table(one: Open) -> str:
    """Of the job that puts a table into the log."""
    return f"{one.name}/work"


@for_goal
def work(request: HttpRequest, one: Open) -> HttpResponse:
    """The log, the pace, and the form to log an hour."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return shown(request, one, {}, {})


def shown(
    request: HttpRequest,
    one: Open,
    sent: dict[str, str],
    errors: dict[str, str],
    *,
    status: int = 200,
    wrong: tuple[str, ...] = (),
) -> HttpResponse:
    """The page, with what was sent and what is wrong with it. wrong: lines of a table, a sentence each."""
    day = one.desk.today
    pauses = {row.thing.monday for row in one.kept.pauses}
    worked = one.desk.keeping.effort.days(one.name, since=monday_of(day) - WEEKS_SHOWN * WEEK)
    weeks = minutes_by_week(worked, first=day - (WEEKS_SHOWN - 1) * WEEK, last=day)
    planned = _planned_minutes(one)
    pace = pace_of(worked, as_of=day, pauses=pauses)
    present = None if one.kept.road is None else present_mile(road_of(one.kept.road), day)
    heat = heat_of(worked, last=day, weeks=WEEKS_SHOWN, pauses=pauses)
    return goal_page(
        request,
        one,
        "work.html",
        here="/work",
        heading=_("Work"),
        status=status,
        job=unseen(place_of_table(one)),
        towards=towards_of(one),
        running=running(one),
        present="" if present is None else present.move,
        latest=one.desk.keeping.effort.latest(one.name, most=SHOWN),
        this_week=monday_of(day),
        heat_figure=heat_figure(heat),
        pace=pace,
        strength=_strength(weeks, worked, day, planned, pauses),
        miles=_miles(one, pace, day),
        done=done_and_offered(one),
        planned=planned,
        paused=monday_of(day) in pauses,
        today=day,
        precisely=_logged(request, one),
        sent=sent,
        errors=errors,
        wrong=wrong,
    )


def _logged(request: HttpRequest, one: Open) -> str:
    """How much was just logged and for what, and how much of this week's hours that makes; "" where the page was not
    led to by an entry that is there."""
    latest = one.desk.keeping.effort.latest(one.name, most=SHOWN) if request.GET.get("said") == LOGGED else ()
    row = next((each for each in latest if str(each.id) == request.GET.get("row")), None)
    if row is None:
        return ""
    title = dict(towards_of(one)).get(row.thing.towards, row.thing.towards)
    told = {"time": hours_words(row.thing.minutes), "what": titled_words(title) if title else ""}
    found = _("Logged: %(time)s for %(what)s.") % told if title else _("Logged: %(time)s.") % told
    monday, planned = monday_of(one.desk.today), _planned_minutes(one)
    week = sum(each.minutes for each in one.desk.keeping.effort.days(one.name, since=monday))
    done = {"done": hours_words(week), "planned": hours_words(planned)}
    rest = _("This week: %(done)s of %(planned)s.") if planned else _("This week: %(done)s.")
    return f"{found} {rest % done}"


def logged(one: Open, row: int) -> HttpResponse:
    """To the page, which says what was logged."""
    return see(f"/goal/{one.name}/work?said={LOGGED}&row={row}")


def towards_of(one: Open) -> tuple[tuple[str, str], ...]:
    """What work can be for: the miles of the road first, then whatever can be acquired."""
    row = one.kept.road
    miles = () if row is None else tuple((mile.move, mile.title) for mile in road_of(row).miles)
    rest = tuple((each.towards, each.title) for each in lessons_of(one))
    return tuple(dict((*miles, *rest)).items())


def _planned_minutes(one: Open) -> int:
    capacity = one.kept.card.thing.capacity
    return 0 if capacity is None or capacity.hours_per_week is None else round(60 * capacity.hours_per_week)


def _strength(
    weeks: tuple[tuple[date, int], ...],
    worked: tuple[DayWorked, ...],
    day: date,
    planned: int,
    pauses: set[date],
) -> float | None:
    """Over whole weeks since the first work."""
    begun = min((monday_of(one.on) for one in worked), default=None)
    whole = [(monday, minutes) for monday, minutes in weeks if begun is not None and begun <= monday < monday_of(day)]
    return strength_of(whole, planned_minutes=planned, pauses=pauses)


def _miles(one: Open, pace: Pace | None, day: date) -> tuple[MileWork, ...]:
    row = one.kept.road
    if row is None:
        return ()
    road, effort = road_of(row), one.desk.keeping.effort
    worked = worked_since(road, one.worked)
    if worked is None:  # of a road drawn elsewhere only the day is known
        worked = dict(effort.totals(one.name, after=row.thing.made))
    return miles_worked(road, worked, pace, as_of=day)


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked = asked_in(request)
    if asked.raw("do") in (PAUSE, NO_PAUSE):
        return _paused(one, asked.raw("do") == PAUSE)
    minutes = minutes_of(asked, "time")
    towards = asked.one_of("towards", ("", *(name for name, _title in towards_of(one))))
    on = asked.day("on", latest=one.desk.today, earliest=one.desk.today - timedelta(days=3660)) or one.desk.today
    note = asked.text("note", most=LONGEST_NOTE)
    if not asked or minutes is None:
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    (row,) = one.keep(Effort(on=on, minutes=minutes, towards=towards, note=note), action="work")
    if completes(one, towards, minutes):
        return see(f"/goal/{one.name}/acquired?towards={towards}&said=logged")
    return logged(one, row)


def _paused(one: Open, on: bool) -> HttpResponse:  # noqa: FBT001
    """This week is a pause, or is one no more: as it was asked, however often."""
    monday = monday_of(one.desk.today)
    row = next((each for each in one.kept.pauses if each.thing.monday == monday), None)
    goals, event = one.desk.keeping.goals, one.desk.event("pause", one.name)
    if on and row is None:
        goals.keep(one.name, Pause(monday=monday), event=event)
    elif not on and row is not None:
        goals.drop(one.name, Pause, row=row.id, was=row.version, event=event)
    return see(f"/goal/{one.name}/work", said="paused" if on else "no-rest")


@posted
@for_goal
def drop(request: HttpRequest, one: Open) -> HttpResponse:
    """Take an entry back. The trail keeps that it was there."""
    return once(request, lambda: _dropped(request, one))


def _dropped(request: HttpRequest, one: Open) -> HttpResponse:
    asked = asked_in(request)
    row, was = asked.row("row"), asked.row("was")
    one.desk.keeping.goals.drop(one.name, Effort, row=row, was=was, event=one.desk.event("work dropped", one.name))
    return see(f"/goal/{one.name}/work", said="dropped")
