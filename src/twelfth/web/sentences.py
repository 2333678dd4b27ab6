"""Errors as sentences on a page: what is wrong, and what to do next. A mistake of ours is said to be one."""

import logging
from collections.abc import Callable
from typing import Final

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from twelfth.base import Conflict, InvalidInput, NotEnoughData, NotFound, TwelfthError
from twelfth.usecases import Stale
from twelfth.web.both_versions import of_stale, told_both
from twelfth.web.error_words import error_words
from twelfth.web.page import page
from twelfth.web.writing import forget_own_words

log = logging.getLogger(__name__)
STATUSES: Final[tuple[tuple[type[TwelfthError], int], ...]] = (
    (NotFound, 404),
    (InvalidInput, 400),
    (Conflict, 409),
    (NotEnoughData, 422),
    (TwelfthError, 500),
)


class Sentences:
    """The innermost middleware: turns what a view raises into a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        forget_own_words()
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """Called by Django with whatever a view raised."""
        if isinstance(error, Stale):
            return told_both(request, of_stale(request, error))
        if isinstance(error, TwelfthError):
            status = next(code for kind, code in STATUSES if isinstance(error, kind))
            return sentence(request, *error_words(error), status=status)
        if isinstance(error, Http404):
            return missing(request)
        if isinstance(error, RequestDataTooBig | TooManyFieldsSent):
            return sentence(request, _("What was sent is too large."), _("Send less at once."), status=413)
        if isinstance(error, SuspiciousOperation):
            return sentence(request, _("What was sent cannot be read."), _("Go back and send it again."), status=400)
        log.exception("A view failed", exc_info=error)
        return sentence(
            request,
            _("Twelfth made a mistake here. What you had is as it was."),
            _("Go back and try again."),
            status=500,
        )


def sentence(request: HttpRequest, told: str, next_step: str, *, status: int) -> HttpResponse:
    """A page of one sentence and what to do next."""
    return page(request, "sentence.html", status=status, told=told, next_step=next_step, code=status)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's)
    """For an address there is not."""
    return sentence(request, _("There is no such page."), _("Begin at Today."), status=404)
