"""The guard at the door of the local app: it looks at every request before anything else does.

A page of any site can make a browser send requests to 127.0.0.1, and a name that points there makes them look at home.
So a request must name this very address, come from a page of this very origin, and bring the cookie of this install.
The guard does not know what a view does, counts nothing, and trusts no header to widen what is allowed: each check can
only refuse.

Settings it reads: TWELFTH_HOSTS, the exact Host values; TWELFTH_DOORKEEPER, a `token.Doorkeeper`; STATIC_URL.
It has to be the first middleware, before the one that serves static files.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from twelfth.web.headers import measure, put_headers
from twelfth.web.token import Doorkeeper

OPEN: Final = "/open/"
"""Where a key is traded for the cookie: `/open/<key>`."""
LARGEST_BODY: Final = 12_000_000
"""Bytes of a request."""
_REMEMBERED: Final = 30 * 24 * 3600
"""Seconds for which a browser that was let in stays so, closed or not."""
_READING: Final = frozenset({"GET", "HEAD"})
_METHODS: Final = frozenset({*_READING, "POST"})
_FORMS: Final = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_SITES: Final = frozenset({"same-origin", "none"})
_START_AGAIN: Final = "start twelfth again for a new link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the guard looks at of a request. An absent header is None; one sent twice comes joined by a comma, so it is
    never exact."""

    method: str
    host: str | None = None
    origin: str | None = None
    site: str | None = None
    kind: str | None = None
    length: str | None = None

    @classmethod
    def of(cls, meta: Mapping[str, str]) -> "Asked":
        """From a WSGI environment."""
        return cls(
            method=meta.get("REQUEST_METHOD", ""),
            host=meta.get("HTTP_HOST"),
            origin=meta.get("HTTP_ORIGIN"),
            site=meta.get("HTTP_SEC_FETCH_SITE"),
            kind=meta.get("CONTENT_TYPE"),
            length=meta.get("CONTENT_LENGTH") or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A status, and one sentence for whoever sees the page; in Spanish too where a person meets it in daily use: what
    language is theirs is not asked before they are let in."""

    status: int
    sentence: str
    in_spanish: str = ""


def refused(asked: Asked, hosts: Collection[str]) -> Refusal | None:
    """Why a request is turned away whoever sends it, or None. What it says of itself is never repeated to it."""
    return (
        _wrong_host(asked, hosts)
        or _wrong_method(asked)
        or _from_another_site(asked)
        or _wrong_origin(asked)
        or _too_large(asked)
        or _no_form(asked)
    )


class Guard:
    """The middleware: refuses, or trades a key, or passes on what comes with the cookie; dresses every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._hosts: tuple[str, ...] = tuple(settings.TWELFTH_HOSTS)
        self._doorkeeper: Doorkeeper = settings.TWELFTH_DOORKEEPER
        self._static: str = settings.STATIC_URL or ""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._answer(request)
        static = bool(self._static) and request.path.startswith(self._static)
        put_headers(response, static=static)
        measure(response, head=request.method == "HEAD")
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        refusal = refused(Asked.of(request.META), self._hosts)
        if refusal is not None:
            return _page(refusal)
        if request.path_info.startswith(OPEN):
            return self._open(request)
        if not self._doorkeeper.knows(request.COOKIES.get(self._doorkeeper.cookie_name, "")):
            return _page(_NO_COOKIE)
        return self._get_response(request)

    def _open(self, request: HttpRequest) -> HttpResponse:
        """Only a GET spends the key: a HEAD may be a program looking where a link leads."""
        key = request.path_info.removeprefix(OPEN)
        cookie = self._doorkeeper.trade(key) if request.method == "GET" else None
        if cookie is None:
            return _page(_USED)
        response = HttpResponse(status=303, headers={"Location": "/"})
        response.set_cookie(
            self._doorkeeper.cookie_name, cookie, path="/", max_age=_REMEMBERED, httponly=True, samesite="Strict"
        )
        return response


_NO_COOKIE: Final = Refusal(
    status=403,
    sentence="This browser has not been let in: open the link that twelfth printed when it started, or "
    f"{_START_AGAIN}.",
    in_spanish="A este navegador no se le ha dejado entrar: abre el enlace que twelfth mostró al empezar, o inicia "
    "twelfth otra vez para tener un enlace nuevo. No se ha perdido nada.",
)
_USED: Final = Refusal(
    status=403,
    sentence="This link was used already or is of an earlier start, and each link opens once: use the browser window "
    f"that is open, or {_START_AGAIN}.",
    in_spanish="Este enlace ya se usó, o es de un inicio anterior; cada enlace abre una vez: usa la ventana del "
    "navegador que está abierta, o inicia twelfth otra vez para tener un enlace nuevo. No se ha perdido nada.",
)


def _wrong_host(asked: Asked, hosts: Collection[str]) -> Refusal | None:
    if asked.host in hosts:
        return None
    addresses = " or ".join(f"http://{host}/" for host in hosts)
    return Refusal(
        status=421,
        sentence=f"This request names another host: Twelfth answers only at {addresses}, so use that address.",
    )


def _wrong_method(asked: Asked) -> Refusal | None:
    if asked.method in _METHODS:
        return None
    return Refusal(
        status=405,
        sentence="This request has a method that Twelfth does not use: expected GET, HEAD or POST, so use the links "
        "and forms of its pages.",
    )


def _from_another_site(asked: Asked) -> Refusal | None:
    """Browsers state the site themselves; no page can set or leave out the header."""
    if asked.site is None or asked.site in _SITES:
        return None
    return Refusal(
        status=403,
        sentence="This request was made by another site: if you followed a link, copy it into the address bar instead.",
    )


def _wrong_origin(asked: Asked) -> Refusal | None:
    """The host is already known to be ours. A change must say where it comes from; "null" says nothing."""
    if asked.origin is not None:
        at_home = asked.origin == f"http://{asked.host}"
    else:
        at_home = asked.method in _READING or asked.site == "same-origin"
    if at_home:
        return None
    return Refusal(
        status=403,
        sentence="This request does not come from a page of Twelfth, so nothing was read or changed: open Twelfth "
        "and do it there.",
    )


def _too_large(asked: Asked) -> Refusal | None:
    length = asked.length or "0"
    # 12 digits at most: int() of a very long text is slow, and then refused with an error of its own.
    if length.isascii() and length.isdigit() and len(length) <= 12 and int(length) <= LARGEST_BODY:
        return None
    return Refusal(
        status=413,
        sentence=f"What was sent is too large or does not say how large it is: expected at most "
        f"{LARGEST_BODY // 1_000_000} MB, so go back and send less. Nothing was written.",
        in_spanish="Lo que se envió es demasiado grande o no dice cuánto ocupa: se esperaban "
        f"{LARGEST_BODY // 1_000_000} MB como mucho; vuelve atrás y envía menos. No se ha escrito nada.",
    )


def _no_form(asked: Asked) -> Refusal | None:
    """A form of another site can post text/plain, which may read as JSON; a form of ours never does."""
    kind = (asked.kind or "").partition(";")[0].strip().lower()
    if asked.method in _READING or kind in _FORMS:
        return None
    return Refusal(
        status=415,
        sentence="What was sent is no form: expected application/x-www-form-urlencoded or multipart/form-data, so use "
        "the forms of Twelfth's pages.",
    )


def _also(spanish: str) -> str:
    return f'<p lang="es">{escape(spanish)}</p>' if spanish else ""


def _page(refusal: Refusal) -> HttpResponse:
    response = HttpResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Twelfth: refused</title></head>'
        f"<body><main><p>{escape(refusal.sentence)}</p>{_also(refusal.in_spanish)}</main></body></html>\n",
        status=refusal.status,
    )
    if refusal.status == 405:
        response.headers["Allow"] = ", ".join(sorted(_METHODS))
    return response
