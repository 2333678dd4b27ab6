"""Django in this process: its settings, its apps, and the database it is bound to.

Django is set up once in a process and knows one database at a time. Whoever comes later, another test or the web app
after the store, may add apps and settings and bind another database; a setting that Django has built things from
already cannot be another, and that is refused.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import django
from asgiref.local import Local
from django.apps import apps
from django.conf import settings
from django.db import connections

from twelfth.base import Conflict

APP = "twelfth.store.orm"
OURS: dict[str, Any] = {
    "DATABASES": {"default": {"ENGINE": "django.db.backends.dummy"}},
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "LOGGING_CONFIG": None,
    "USE_TZ": True,
}
BUILT_FROM = ("CACHES", "LANGUAGES", "LOCALE_PATHS", "MIDDLEWARE", "ROOT_URLCONF", "STORAGES", "TEMPLATES", "USE_I18N")
"""Settings that Django reads once and keeps what it made of them."""
_given: dict[str, Any] = {}


def make_ready(wanted: Mapping[str, Any] | None = None) -> None:
    """Set Django up with these settings on top of ours, or add them to those it has.

    INSTALLED_APPS are added up, ours first; another setting replaces the one there was.

    Raises:
        Conflict: a setting that Django has built something from is to be another.
    """
    others = dict(wanted or {})
    installed = (APP, *others.pop("INSTALLED_APPS", ()))
    if not settings.configured:
        settings.configure(**OURS | others, INSTALLED_APPS=list(dict.fromkeys(installed)))
        django.setup()
    else:
        _check_can_be_added(others)
        for name, value in others.items():
            setattr(settings, name, value)
        _install(installed)
    _given.update(others)


def bind(database: Mapping[str, Any]) -> None:
    """Have every thread talk to this database from now on. Nobody may be in a transaction."""
    connections.close_all()
    settings.DATABASES = {"default": dict(database)}
    known: Any = connections
    known._settings = None  # read anew from the settings
    vars(known).pop("settings", None)
    known._connections = Local(known.thread_critical)  # of every thread, none of which has one yet


def _check_can_be_added(others: Mapping[str, Any]) -> None:
    for name in BUILT_FROM:
        if name in others and name in _given and others[name] != _given[name]:
            raise Conflict(
                f"Django runs already, with another {name}.", next_step="Start a process of its own for this."
            )


def _install(names: Iterable[str]) -> None:
    union = list(dict.fromkeys([*settings.INSTALLED_APPS, *names]))
    if union != list(settings.INSTALLED_APPS):
        settings.INSTALLED_APPS = union
        apps.set_installed_apps(union)
    elif not apps.ready:
        django.setup()
