"""What every page of a goal has."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.web.asked import Asked
from twelfth.web.desk import Open, desk, open_goal
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.sentences import sentence


def steps() -> tuple[tuple[str, str, str], ...]:
    """Key, address below the goal, words: in the order of the recipe."""
    return (
        ("t", "", _("Today")),
        ("d", "/distance", _("Distance")),
        ("r", "/road", _("Road")),
        ("l", "/learn", _("Learn")),
        ("w", "/work", _("Work")),
        ("o", "/rounds", _("Rounds")),
        ("x", "/data", _("Data")),
    )


def goal_page(
    request: HttpRequest, one: Open, template: str, *, here: str, heading: str, status: int = 200, **values: object
) -> HttpResponse:
    """A page below a goal."""
    return page(
        request,
        template,
        status=status,
        goal=one.kept.card.thing,
        kept=one.kept,
        here=here,
        heading=heading,
        steps=steps(),
        today_here=one.desk.today,
        ahead=one.ahead,
        **values,
    )


GOES_ON = "#job"
"""How the address of a page ends on which work goes on: the form that asked for it may yet be stopped."""

View = Callable[..., HttpResponse]


def for_goal(view: View) -> View:
    """Open the goal the address names."""

    @wraps(view)
    def opened(request: HttpRequest, goal: str, **rest: object) -> HttpResponse:
        return view(request, open_goal(goal), **rest)

    return opened


def posted(view: View) -> View:
    """Only for what a form sends."""

    @wraps(view)
    def checked(request: HttpRequest, *rest: object, **named: object) -> HttpResponse:
        if request.method != "POST":
            told = _("This address takes what a form sends, and there is nothing to see here.")
            response = sentence(request, told, _("Open the page that has the form."), status=405)
            response.headers["Allow"] = "POST"
            return response
        return view(request, *rest, **named)

    return checked


def asked_in(request: HttpRequest) -> Asked:
    """The fields of a form; the last where one was sent twice."""
    return Asked({name: str(request.POST[name]) for name in request.POST})


def once(request: HttpRequest, write: Callable[[], HttpResponse]) -> HttpResponse:
    """Write what a form says, unless this very form was written with these very words: then go where it led. Whoever
    goes back and changes a word means another."""
    key, here = _key_of(request), desk().once
    if not key:
        return write()
    with here.alone(key):
        led = here.led(key)
        if led is not None:
            return see(led)
        response = write()
        if response.status_code == 303 and not response.headers["Location"].endswith(GOES_ON):
            here.wrote(key, response.headers["Location"])
        return response


def written_later(request: HttpRequest) -> Callable[[str], None]:
    """For a form that is written in the background: to be called with where it led, once it was written."""
    key, here = _key_of(request), desk().once
    return lambda where: here.wrote(key, where)


def _key_of(request: HttpRequest) -> str:
    """Of a form and what was typed into it; "" for one that has none."""
    key = str(request.POST.get("key", ""))[:64]
    files = [(name, file.name, _digest(file)) for name in request.FILES for file in request.FILES.getlist(name)]
    typed = repr((sorted(request.POST.lists()), files))
    return key and f"{key}:{sha256(typed.encode('utf-8', 'replace')).hexdigest()}"


def _digest(file: Any) -> str:
    """Of what is in a file that was sent, which can be read again afterwards."""
    found = sha256(file.read()).hexdigest()
    file.seek(0)
    return found
