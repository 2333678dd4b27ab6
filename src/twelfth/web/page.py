"""Fills the templates of the app. No script or style stands in them: the Content-Security-Policy forbids it."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, PackageLoader, StrictUndefined

from twelfth import __version__
from twelfth.tell import read_alike
from twelfth.web import words
from twelfth.web.again import SHOWN
from twelfth.web.desk import fresh_key
from twelfth.web.languages import LANGUAGES
from twelfth.web.writing import in_field, written


def page(
    request: HttpRequest, template: str, *, status: int = 200, precisely: object = "", **values: object
) -> HttpResponse:
    """A page, or the part of one that htmx asked for where the template is a part. precisely: what was done, where the
    page can say more than the sentence that the address asks for."""
    said = words.SAID.get(request.GET.get("said", ""))
    shared = {
        "request": request,
        "path": _address(request, status),
        "language": translation.get_language() or "en",
        "languages": LANGUAGES,
        "said": None if said is None else precisely or gettext(said),
        "version": __version__,
    }
    text = environment().get_template(template).render(**shared, **values)
    return HttpResponse(text, status=status)


def _address(request: HttpRequest, status: int) -> str:
    """Where the page stands: one that a form is answered with has an address of its own."""
    own: str = getattr(request, "again", "") if status in SHOWN else ""
    return own or request.get_full_path()


@cache
def environment() -> Environment:
    """Every variable must be given; everything is escaped."""
    found = Environment(
        loader=PackageLoader("twelfth.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        finalize=written,
    )
    found.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    found.globals |= {"_": words.in_words, "titled": words.titled_words, "fresh_key": fresh_key}
    found.filters |= {
        "ability": words.ability_words,
        "chance": words.chance_words,
        "core": words.core_words,
        "day": words.day_words,
        "field": in_field,
        "figure": words.figure_words,
        "hours": words.hours_words,
        "level": words.level_words,
        "within": words.within_words,
        "money": words.money_words,
        "more": words.more_told,
        "change": words.change_told,
        "following": words.following_words,
        "foretold": words.foretold_told,
        "number": words.number_words,
        "months": words.months_words,
        "stage": words.stage_words,
        "state": words.state_words,
        "time": words.time_words,
        "weekday": words.weekday_words,
        "when": words.when_words,
        "exact": lambda when: when.is_exact,
        "sent_when": words.sent_words,
    }
    found.tests |= {"alike": read_alike}
    return found
