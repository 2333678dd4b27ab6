"""The app in the browser: the recipe step by step, on this machine alone."""

import logging
from collections.abc import Callable
from signal import Signals
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from twelfth.compose import Home
    from twelfth.web.token import Doorkeeper

__all__ = ["serve_app"]


def serve_app(
    home: "Home", *, opened: Callable[[str], None], host: str = "127.0.0.1", port: int | None = None
) -> Signals | None:
    """Serve the app of a home until it is interrupted, and say by which signal. opened: told the one-time link.

    Raises:
        InvalidInput: an address of another machine, or a port that is none.
        Conflict: the port is taken.
        TwelfthError: the home or its database cannot be used.
    """
    from twelfth.web.server import serve

    return serve(
        lambda hosts, keeper: application(home, hosts, keeper), home=home.folder, opened=opened, host=host, port=port
    )


def application(home: "Home", hosts: tuple[str, ...], doorkeeper: "Doorkeeper") -> "WSGIApplication":
    """The app of a home as a WSGI application."""
    from django.core.wsgi import get_wsgi_application

    from twelfth.compose import Unfinished, keeping
    from twelfth.web.desk import Desk, lay
    from twelfth.web.jobs import Jobs
    from twelfth.web.settings import web_settings

    logging.getLogger("django.request").setLevel(logging.ERROR)  # a page there is not is no news
    kept = keeping(home, settings=web_settings(hosts, doorkeeper))
    lay(Desk(keeping=kept, jobs=Jobs(Unfinished(home.folder))))
    return get_wsgi_application()
