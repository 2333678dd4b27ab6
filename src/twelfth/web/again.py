"""A form that needs another look is answered with a redirect, so that going back on a phone never asks whether to send
it all again: the page with what was typed is kept here for a while, and is fetched like any other.

In memory alone, for the browser that sent the form, under a key that nobody can guess; only the key stands in the
address. Its status is what it was: 400 for a mistake, 409 where somebody else was first. To a browser that goes back
any page that was fetched is the same; to a program it says what happened. In another language it is made anew from what
was sent, where that does nothing but read; else it stays in the language it was made in, with what was typed.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from threading import Lock
from time import monotonic
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import get_language

from twelfth.web.redirect import see
from twelfth.web.replay import asked_again, may_be_asked_again

AGAIN: Final = "again"
COOKIE: Final = "twelfth_again"
"""Tells browsers apart, and opens nothing by itself."""
MOST: Final = 40
"""Pages; the oldest are forgotten first."""
MOST_BYTES: Final = 4_000_000
"""Of one page, and a quarter of what is kept of all; a larger one is answered at once."""
SECONDS: Final = 3600.0
TAKEN_AWAY: Final = ("/erase", "/restore")
"""How addresses end after whose forms no page of before is shown again."""
SHOWN: Final = frozenset({200, 400, 409, 422})
"""What a form may be answered with that is a page to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was made for one browser at one address, in one language; sent: the form that led to it, None
    where it is not asked again, and query: that of its address. until: by the clock of this process."""

    browser: str
    path: str
    content: bytes
    status: int
    until: float = 0.0
    language: str | None = None
    sent: QueryDict | None = None
    query: str = ""

    @property
    def size(self) -> int:
        """Bytes, about."""
        values = () if self.sent is None else (value for _name, several in self.sent.lists() for value in several)
        return len(self.content) + sum(len(str(value)) for value in values)


@dataclass(slots=True)
class Kept:
    """Pages by their keys. clock: seconds that only go on."""

    clock: Callable[[], float] = monotonic
    _pages: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, key: str, page: Page) -> None:
        """Under a key by which it can be fetched."""
        now = self.clock()
        with self._lock:
            self._pages[key] = replace(page, until=now + SECONDS)
            while self._is_too_much(now):
                self._pages.popitem(last=False)

    def get(self, key: str, browser: str, path: str) -> Page | None:
        """None for a key that is not known, not any more, or another browser's or address's."""
        with self._lock:
            found = self._pages.get(key)
        if found is None or found.until < self.clock() or found.path != path:
            return None
        return found if secrets.compare_digest(found.browser.encode(), browser.encode("utf-8", "replace")) else None

    def forget_all(self) -> None:
        """What was erased is not to be looked at again."""
        with self._lock:
            self._pages.clear()

    def _is_too_much(self, now: float) -> bool:
        size = sum(one.size for one in self._pages.values())
        return len(self._pages) > MOST or size > 4 * MOST_BYTES or next(iter(self._pages.values())).until < now


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(16)


class LookAgain:
    """The middleware: every form is answered through it, whichever view made the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._kept = Kept()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = request.GET.get(AGAIN, "") if request.method in ("GET", "HEAD") else ""
        if key:
            found = self._kept.get(key, request.COOKIES.get(COOKIE, ""), request.path)
            if found is not None:
                here = self._in_this_language(request, key, found)
                return HttpResponse(here.content, status=here.status)
        own = new_key()
        request.again = f"{request.path}?{AGAIN}={own}" if request.method == "POST" else ""  # type: ignore[attr-defined]
        response = self._get_response(request)
        if request.method == "POST" and request.path.endswith(TAKEN_AWAY):
            self._kept.forget_all()
        if key and response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return _elsewhere(request)
        return self._turned(request, response, own) if _is_page_of_a_form(request, response) else response

    def _turned(self, request: HttpRequest, response: HttpResponseBase, key: str) -> HttpResponseBase:
        content = getattr(response, "content", b"")
        if len(content) > MOST_BYTES:
            return response
        page = Page(
            browser=request.COOKIES.get(COOKIE, "") or secrets.token_urlsafe(32),
            path=request.path,
            content=content,
            status=response.status_code,
            language=get_language(),
            sent=request.POST.copy() if may_be_asked_again(request) else None,
            query=request.META.get("QUERY_STRING", ""),
        )
        self._kept.keep(key, page if page.size <= MOST_BYTES else replace(page, sent=None))
        led = see(f"{request.path}?{AGAIN}={key}")
        led.set_cookie(COOKIE, page.browser, httponly=True, samesite="Strict")
        return led

    def _in_this_language(self, request: HttpRequest, key: str, page: Page) -> Page:
        """The page anew where another language was chosen since; as it is where it cannot be had so."""
        if page.sent is None or page.language == get_language():
            return page
        where = f"{page.path}?{AGAIN}={key}"
        response = asked_again(request, page.sent, page.query, of=where, answer=self._get_response)
        if response.status_code != page.status or "Content-Disposition" in response.headers:
            return page
        made = replace(page, content=getattr(response, "content", b""), language=get_language())
        self._kept.keep(key, made)
        return made


def _is_page_of_a_form(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A part that a script asked for takes no place in the history of the browser."""
    return (
        request.method == "POST"
        and response.status_code in SHOWN
        and response.headers.get("Content-Type", "").startswith("text/html")
        and "Content-Disposition" not in response.headers
        and not response.streaming
        and "HX-Request" not in request.headers
    )


def _elsewhere(request: HttpRequest) -> HttpResponse:
    """To the goal, where a page is forgotten by now and its address has no other."""
    first, _slash, rest = request.path.strip("/").partition("/")
    where = f"/goal/{rest.partition('/')[0]}" if first == "goal" and rest else "/"
    return see(where)
