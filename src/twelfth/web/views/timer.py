"""A timer of work. It is kept and not counted in a window: closing everything loses nothing, and one that was left on
overnight is asked about."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.usecases import Stale
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.views.shared import asked_in, for_goal, once
from twelfth.web.views.work import logged, shown, towards_of
from twelfth.web.work_lines import LONGEST_NOTE
from twelfth.web.worked_time import Running, minutes_of, running
from twelfth.work import Effort, Timer


@for_goal
def timer(request: HttpRequest, one: Open) -> HttpResponse:
    """How long it has run, as a part of a page; starting it, stopping it, and what it is told when it was left on."""
    if request.method != "POST":
        return page(request, "timer_runs.html", running=running(one))
    return once(request, lambda: _done(request, one))


def _done(request: HttpRequest, one: Open) -> HttpResponse:
    asked, now = asked_in(request), running(one)
    do = asked.one_of("do", ("start", "stop", "forget"))
    if do == "start":
        return _started(request, one, asked, now)
    if now is None or str(now.row.id) != asked.raw("row"):
        raise Stale(None)
    if do == "forget":
        event = one.desk.event("timer dropped", one.name)
        one.desk.keeping.goals.drop(one.name, Timer, row=now.row.id, was=now.row.version, event=event)
        return see(f"/goal/{one.name}/work", said="timer-dropped")
    return _stopped(request, one, asked, now)


def _started(request: HttpRequest, one: Open, asked: Asked, now: Running | None) -> HttpResponse:
    towards = asked.one_of("towards", ("", *(name for name, _title in towards_of(one))))
    if not asked:
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    if now is None:
        instant = one.desk.place.clock.now()
        one.keep(Timer(on=instant.date(), second=int(instant.timestamp()), towards=towards), action="timer")
    return see(f"/goal/{one.name}/work", said="timer" if now is None else "timer-runs")


def _stopped(request: HttpRequest, one: Open, asked: Asked, now: Running) -> HttpResponse:
    """Logged as long as it ran; as long as was said where nobody can tell from it."""
    if now.doubtful and "worked" not in asked.sent:  # the page was opened before it became so
        return see(f"/goal/{one.name}/work")
    minutes = minutes_of(asked, "worked") if now.doubtful else now.minutes
    note = asked.text("timer-note", most=LONGEST_NOTE)
    if not asked or minutes is None:
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    if minutes == 0:
        asked.errors["timer-note"] = _("Less than a minute has run: let it run, or throw it away.")
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    on = min(now.row.thing.on, one.desk.today)
    worked = Effort(on=on, minutes=minutes, towards=now.row.thing.towards, note=note)
    (row,) = one.keep(worked, action="timer stopped", instead=now.row)
    return logged(one, row)
