"""A form that was answered with a page, answered anew in another language: the same words, and nothing is written.

What a form would write is refused on its way to the database, so that a language that is chosen does nothing else. A
form whose answer does more than read and write there (EFFECTS), or that came with a file, is not asked again.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils.datastructures import MultiValueDict

from twelfth.base import TwelfthError

EFFECTS: Final = (
    "/erase",
    "/restore",
    "/backup",
    "/import",
    "/bring",
    "/demo",
    "/draw",
    "/again",
    "/mix",
    "/accept",
    "/stop",
)
"""How the addresses end of forms that begin, end or remove something beside the database."""
WRITING: Final = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP", "VACUUM"})
"""How a question to the database begins that changes it."""

Answer = Callable[[HttpRequest], HttpResponseBase]


def may_be_asked_again(request: HttpRequest) -> bool:
    """Whether a form does nothing but read and write what is kept."""
    return not request.FILES and not request.path.endswith(EFFECTS)


def asked_again(request: HttpRequest, sent: QueryDict, query: str, *, of: str, answer: Answer) -> HttpResponseBase:
    """What a form is answered with by now. request: for its page. sent, query: as the form was. of: where the page it
    led to stands."""
    changed = {"REQUEST_METHOD": "POST", "QUERY_STRING": query, "wsgi.input": BytesIO()}
    made: Any = WSGIRequest(request.META | changed)
    made._post, made._files = sent.copy(), MultiValueDict()
    made.LANGUAGE_CODE = getattr(request, "LANGUAGE_CODE", "en")
    made.again = of
    with connection.execute_wrapper(_refuse_writes):
        return answer(made)


def _refuse_writes(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """Raises TwelfthError."""
    if sql.lstrip().partition(" ")[0].upper() in WRITING:
        raise TwelfthError("This page only tells again what was sent. Nothing was written.", next_step="Send the form.")
    return execute(sql, *rest)
