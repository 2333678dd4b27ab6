"""A tiny app behind the real guard on the real server, run as a process of its own: `python guarded_child.py HOME`.

It prints the link of its start, then answers a line on stdin with one on stdout, and ends when stdin does.
"""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from wsgiref.types import WSGIApplication

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import path

from twelfth.web.server import serve
from twelfth.web.token import Doorkeeper

MOST_SECONDS = 120
"""After which it ends whatever happens."""

reached = 0
_counting = threading.Lock()


def count(request: HttpRequest, name: str = "") -> HttpResponseBase:
    """Every view counts; some misbehave."""
    global reached
    with _counting:
        reached += 1
    match name:
        case "broken":
            raise RuntimeError("a view that fails")
        case "slow":
            time.sleep(1)
        case "streamed":
            return StreamingHttpResponse(iter([b"here"]))
        case "soft":
            soft = {"Content-Security-Policy": "default-src *", "Cache-Control": "public", "X-Frame-Options": "ALLOW"}
            return HttpResponse("here", headers={**soft, "Access-Control-Allow-Origin": "*"})
    return HttpResponse("here", headers={"X-Post": json.dumps(request.POST.dict())})


def static(request: HttpRequest, name: str) -> HttpResponse:
    """A static file, as whitenoise would serve it, or none."""
    kept = {"Cache-Control": "max-age=60, public", "Access-Control-Allow-Origin": "*"}
    return HttpResponse("body {}", status=200 if name == "style.css" else 404, headers=kept)


urlpatterns = [path("", count), path("static/<str:name>", static), path("page/<str:name>", count)]


def build(hosts: tuple[str, ...], doorkeeper: Doorkeeper) -> WSGIApplication:
    """Settings of its own, and whoever asks on stdin is answered from now on."""
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        MIDDLEWARE=["twelfth.web.guard.Guard"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="only for tests",
        STATIC_URL="/static/",
        TWELFTH_DOORKEEPER=doorkeeper,
        TWELFTH_HOSTS=hosts,
    )
    django.setup()
    threading.Thread(target=_told, args=(doorkeeper,), daemon=True).start()
    return get_wsgi_application()


def _told(doorkeeper: Doorkeeper) -> None:
    for line in sys.stdin:
        _say(doorkeeper.new_key() if line == "key\n" else str(reached))
    os.kill(os.getpid(), signal.SIGTERM)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(MOST_SECONDS)
    # Once the server has ended, whatever the cause, the end of stdin must not end this process before it has said how.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ended = serve(build, home=Path(sys.argv[1]), opened=_say)
    left = sorted(one.name for one in threading.enumerate() if one.name.startswith(("waitress", "twelfth")))
    _say(json.dumps({"ended": ended and ended.name, "left": left}))


if __name__ == "__main__":
    main()
