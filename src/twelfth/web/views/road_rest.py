"""Pauses ahead: weeks in which no road has hours. They are the pauses of Work, given beforehand."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput
from twelfth.usecases import Pause, pauses_between
from twelfth.web.desk import Open
from twelfth.web.redirect import see
from twelfth.web.views.road import shown
from twelfth.web.views.shared import asked_in, for_goal, once, posted
from twelfth.web.words import day_words

FURTHEST = timedelta(days=3660)
MOST_DIGITS = 10


@posted
@for_goal
def rest(request: HttpRequest, one: Open) -> HttpResponse:
    """Keep a pause."""
    return once(request, lambda: _kept(request, one))


def _kept(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = asked_in(request), one.desk.today
    ends = [asked.day(name, earliest=day, latest=day + FURTHEST) for name in ("rest-from", "rest-to")]
    for name, end in zip(("rest-from", "rest-to"), ends, strict=True):
        if end is None and name not in asked.errors:
            asked.wrong(name, _("a day, such as %(day)s") % {"day": day_words(day + timedelta(days=30))})
    first, last = ends
    if first is not None and last is not None:
        try:
            pauses = pauses_between(first, last, one.kept.pauses)
        except InvalidInput:
            asked.wrong("rest-to", _("a day from %(day)s on and within a year of it") % {"day": day_words(first)})
        else:
            if pauses:
                one.keep(*pauses, action="pause")
            return see(f"/goal/{one.name}/road", said="rest")
    return shown(request, one, dict(asked.sent), asked.errors, status=400)


@posted
@for_goal
def drop(request: HttpRequest, one: Open) -> HttpResponse:
    """Take a pause back, all of its weeks. Raises NotFound, Stale where another window did so before."""
    return once(request, lambda: _dropped(request, one))


def _dropped(request: HttpRequest, one: Open) -> HttpResponse:
    there = {str(row.id): row for row in one.kept.pauses}
    for number, was in zip(request.POST.getlist("row"), request.POST.getlist("was"), strict=False):
        row = there.get(str(number))
        if row is not None:
            event = one.desk.event("pause", one.name)
            one.desk.keeping.goals.drop(one.name, Pause, row=row.id, was=_version(str(was)), event=event)
    return see(f"/goal/{one.name}/road", said="no-rest")


def _version(sent: str) -> int:
    """0 for what is none."""
    return int(sent) if sent.isdecimal() and len(sent) < MOST_DIGITS else 0
