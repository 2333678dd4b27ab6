"""What can be shown by now, offered to be written into one's numbers. Nothing is claimed before it is pressed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, NotFound, add_months
from twelfth.usecases import Acquired, DatedMile, acquired_of, miles_done, road_of, write_acquired
from twelfth.web.asked import LONGEST_LIFE
from twelfth.web.desk import Open
from twelfth.web.redirect import see
from twelfth.web.views.learn import lessons_of
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once


@for_goal
def acquired(request: HttpRequest, one: Open) -> HttpResponse:
    """The levels, the day they are true from, and one button."""
    found = offered(one, request.POST.get("towards", "") or request.GET.get("towards", ""))
    if found is None:
        raise NotFound(
            _("There is nothing new to write: your numbers have this, or do not ask for it."),
            next_step=_("Look at your numbers."),
        )
    if request.method == "POST":
        return once(request, lambda: _written(request, one, found))
    return _shown(request, one, found, {}, {})


def offered(one: Open, towards: str) -> Acquired | None:
    """What showing it would write; None where the numbers have it all, or nothing goes by that name."""
    lesson = next((each for each in lessons_of(one) if each.towards == towards), None)
    return None if lesson is None else acquired_of(lesson, one.process, one.profile)


def done_and_offered(one: Open) -> tuple[DatedMile, ...]:
    """Miles of the road whose hours are worked and whose levels the numbers do not have yet."""
    if one.kept.road is None:
        return ()
    done = miles_done(road_of(one.kept.road), one.worked, one.desk.today)
    return tuple(mile for mile in done if offered(one, mile.move) is not None)


def completes(one: Open, towards: str, minutes: int) -> bool:
    """Whether these minutes more make the hours of a mile whole whose levels the numbers do not have yet."""
    if one.kept.road is None or not towards:
        return False
    road, day = road_of(one.kept.road), one.desk.today
    now = {mile.move for mile in miles_done(road, one.worked, day)}
    more = {**one.worked, towards: one.worked.get(towards, 0) + minutes}
    then = {mile.move for mile in miles_done(road, more, day)}
    return towards in then - now and offered(one, towards) is not None


def _shown(
    request: HttpRequest,
    one: Open,
    found: Acquired,
    sent: dict[str, str],
    errors: dict[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    return goal_page(
        request,
        one,
        "acquired.html",
        here="/learn",
        heading=_("Write it into your numbers?"),
        status=status,
        found=found,
        latest=one.as_of,
        stale=one.as_of < one.desk.today,
        sent=sent,
        errors=errors,
    )


def _written(request: HttpRequest, one: Open, found: Acquired) -> HttpResponse:
    asked = asked_in(request)
    day = asked.day("on", latest=one.as_of, earliest=add_months(one.as_of, -12 * LONGEST_LIFE))
    if day is None:
        asked.wrong("on", _("the day of the test") if found.tested else _("the day from which you can show it"))
    else:
        try:
            event = one.desk.event("acquired", f"{one.name}: {found.towards}")
            with one.desk.keeping.at_once():
                write_acquired(one.name, found, one.kept.facts, day, goals=one.desk.keeping.goals, event=event)
        except InvalidInput:
            asked.wrong("on", _("a day not before that of the number you have typed for it"))
    if not asked:
        return _shown(request, one, found, dict(asked.sent), asked.errors, status=400)
    return see(f"/goal/{one.name}/distance", said="acquired")
