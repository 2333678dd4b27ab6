"""What is kept is yours: take it with you, bring it back, erase it; and the language of the pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from twelfth.tell import style
from twelfth.usecases import Note
from twelfth.web.desk import Open, desk, open_goal
from twelfth.web.languages import LANGUAGES
from twelfth.web.redirect import see
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted

YEAR = 365 * 24 * 3600
WRITTEN_SHOWN = 20


@for_goal
def data(request: HttpRequest, one: Open) -> HttpResponse:
    """The notes, the trail, and the way out."""
    if request.method == "POST":
        return once(request, lambda: _noted(request, one))
    return _shown(request, one, {})


def _shown(request: HttpRequest, one: Open, errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    return goal_page(
        request,
        one,
        "data.html",
        here="/data",
        heading=_("Your data"),
        status=status,
        trail=one.desk.keeping.goals.trail(one.name, most=WRITTEN_SHOWN),
        folder=one.desk.keeping.folder,
        errors=errors,
        sent=request.POST,
    )


def _noted(request: HttpRequest, one: Open) -> HttpResponse:
    asked = asked_in(request)
    text = asked.text("text", needed=_("a note, in your words"), most=20_000)
    if not asked:
        return _shown(request, one, asked.errors, status=400)
    one.keep(Note(on=one.desk.today, text=text), action="note")
    return see(f"/goal/{one.name}/data", said="note")


@posted
def erase(request: HttpRequest, goal: str) -> HttpResponse:
    """Everything of a goal, once its name was typed. Its pack need not be here for that."""
    asked, here = asked_in(request), desk()
    if asked.raw("name") != goal:
        asked.wrong("name", _("the name %(name)s, so that nothing is erased by mistake") % {"name": goal})
        return _shown(request, open_goal(goal), asked.errors, status=400)
    here.jobs.drop(goal)
    here.keeping.goals.erase(goal, event=here.event("erase", goal))
    return see("/goals", said="erased")


@posted
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie, and go back to the page."""
    where = str(request.POST.get("next", "/"))
    if not url_has_allowed_host_and_scheme(where, allowed_hosts=None):
        where = "/"
    response = see(where)
    chosen = str(request.POST.get("language", ""))
    if chosen in dict(LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, httponly=True, samesite="Strict")
    return response


def report_style(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The stylesheet that the reports of the command line have inside them."""
    return HttpResponse(style(), content_type="text/css; charset=utf-8")
