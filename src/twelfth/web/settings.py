"""What Django is told for the app. No admin, no sessions, no users: one person, on one machine, let in by the guard.

There is no CSRF token: the guard lets a change through only from a page of this very origin, with a cookie that is sent
to no other, which is what such a token would show.
"""

from pathlib import Path

from twelfth.web.guard import LARGEST_BODY
from twelfth.web.languages import LANGUAGES
from twelfth.web.token import Doorkeeper

HERE = Path(__file__).parent
MOST_FIELDS = 2_000
"""In one form: a pack of a hundred traits has three for each."""


def web_settings(hosts: tuple[str, ...], doorkeeper: Doorkeeper) -> dict[str, object]:
    """For a server that answers as these hosts."""
    return {
        "DEBUG": False,
        "ALLOWED_HOSTS": sorted({host.rpartition(":")[0] or host for host in hosts}),
        "TWELFTH_HOSTS": hosts,
        "TWELFTH_DOORKEEPER": doorkeeper,
        "ROOT_URLCONF": "twelfth.web.urls",
        "INSTALLED_APPS": ("django_htmx", "django.contrib.staticfiles"),
        "MIDDLEWARE": (
            "twelfth.web.guard.Guard",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "twelfth.web.again.LookAgain",
            "twelfth.web.sentences.Sentences",
        ),
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": (HERE / "static",),
        "STATICFILES_FINDERS": (
            "django.contrib.staticfiles.finders.FileSystemFinder",
            "django.contrib.staticfiles.finders.AppDirectoriesFinder",
        ),
        "WHITENOISE_USE_FINDERS": True,
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": LANGUAGES,
        "LANGUAGE_COOKIE_NAME": "twelfth_language",
        "LANGUAGE_COOKIE_SAMESITE": "Strict",
        "LOCALE_PATHS": (HERE / "locale",),
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_BODY,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MOST_FIELDS,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": LARGEST_BODY,
        "SECRET_KEY": "no session and no signature is made",
    }
