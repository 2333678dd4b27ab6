"""What every answer of the local app says to the browser besides its content, refusals and errors included.

It decides about no request; `guard.py` does. Nor does it let a view soften a header: what stands here replaces what a
view has set.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.http import HttpResponse
from django.http.response import HttpResponseBase

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_SWITCHED_OFF: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
# Under "no-referrer" a browser sends "Origin: null" even with a form posted to the very page it came from (Fetch
# standard, "append a request Origin header"), and the guard refuses that. "same-origin" tells other sites as little.
_REFERRER_POLICY: Final = "same-origin"
ALWAYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _SWITCHED_OFF),
        "Referrer-Policy": _REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
_FOUND: Final = frozenset({200, 206, 304})
_WITHOUT_CONTENT: Final = frozenset({204, 304})


def put_headers(response: HttpResponseBase, *, static: bool) -> None:
    """Put the headers of every answer on this one. static: it was asked for under the address of the static files.

    A static file that was found keeps its own caching; anything else is stored nowhere.
    """
    for name in [name for name in response.headers if name.lower().startswith("access-control-")]:
        del response.headers[name]  # no other origin is ever let in, whatever serves the file
    for name, value in ALWAYS.items():
        response.headers[name] = value
    if not (static and response.status_code in _FOUND):
        response.headers["Cache-Control"] = "no-store"


def measure(response: HttpResponseBase, *, head: bool) -> None:
    """State the length, without which waitress ends the connection; a HEAD is told it and sent nothing.

    Waitress sends the content of an answer to a HEAD, which the browser would read as the next answer's start.
    """
    if isinstance(response, HttpResponse):
        if response.status_code not in _WITHOUT_CONTENT and "Content-Length" not in response.headers:
            response.headers["Content-Length"] = str(len(response.content))
        if head:
            response.content = b""
