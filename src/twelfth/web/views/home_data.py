"""Everything kept at home, of all goals: take it with you, bring it back, back it up, put a backup back."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.compose import archive_bytes, back_up_home, backups_of, health_of, restore_home
from twelfth.tell import goals_calendar
from twelfth.usecases import dated_goals, export_goals
from twelfth.web.desk import Desk, desk
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.views.long_work import unseen
from twelfth.web.views.shared import asked_in, once, posted
from twelfth.web.words import N_, day_words
from twelfth.web.writing import add_own_words, spoken

ARCHIVE = "application/zip"
ALL = ""
"""The place of long work for all that is kept."""
DOCTOR = (N_("foreign keys"), N_("integrity"), N_("journal"), N_("last backup"), N_("none yet"), N_("tables"))
"""What the doctor calls what it looks at, here for the catalogue."""


def home_data(request: HttpRequest) -> HttpResponse:
    """What can be done with all of it."""
    return shown(request, {})


def export(request: HttpRequest) -> HttpResponse:
    """Everything, or one goal (`?goal=`), as a file to save."""
    here = desk()
    asked = str(request.GET.get("goal", ""))
    made = export_goals(*((asked,) if asked else ()), goals=here.keeping.goals)
    days = dated_goals(*made.goals, goals=here.keeping.goals, packs=here.place.packs)
    for goal in made.goals:
        add_own_words(here.keeping.goals.get(goal).own_words)
    with spoken():
        calendar = goals_calendar(days)
    content = archive_bytes(made, ("calendar.ics", calendar))
    name = f"twelfth-{here.today}.zip"
    return HttpResponse(
        content, content_type=ARCHIVE, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@posted
def backup(request: HttpRequest) -> HttpResponse:
    """One more backup of today."""
    return once(request, _backed_up)


def restore(request: HttpRequest) -> HttpResponse:
    """Put a backup back, once its day was typed."""
    if request.method != "POST":
        return see("/data")
    return once(request, lambda: _restored(request))


def shown(request: HttpRequest, errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    """The page, with what is wrong with what was sent."""
    here = desk()
    home = here.keeping.home
    return page(
        request,
        "home_data.html",
        status=status,
        folder=home.folder,
        job=unseen(ALL),
        cards=here.keeping.goals.cards(),
        on_a_server=bool(home.database_url),
        backups=() if home.database_url else backups_of(home),
        unwell=() if home.database_url else _unwell(here),
        errors=errors,
        sent=request.POST,
    )


def _unwell(here: Desk) -> tuple[str, ...]:
    """What the doctor would have looked at; nothing where all is well."""
    lines = health_of(here.keeping.home, today=here.today).lines
    return tuple(f"{_(one.what)}: {_told(here, one.told)}" for one in lines if not one.ok)


def _told(here: Desk, found: str) -> str:
    """What the doctor found: of the last backup its day, of anything else the doctor's own words."""
    last = max((one.on for one in backups_of(here.keeping.home)), default=None)
    return day_words(last) if last is not None and found.startswith(str(last)) else _(found)


def _backed_up() -> HttpResponse:
    here = desk()
    back_up_home(here.keeping.home, on=here.today)
    return see("/data", said="backed-up")


def _restored(request: HttpRequest) -> HttpResponse:
    here, asked = desk(), asked_in(request)
    days = {one.name: str(one.on) for one in backups_of(here.keeping.home)}
    name = asked.raw("backup")
    if name not in days:
        asked.wrong("backup", _("one of the backups listed"))
    elif asked.raw("day") != days[name]:
        asked.wrong("day", _("the day %(day)s, so that nothing is put back by mistake") % {"day": days[name]})
    if not asked:
        return shown(request, asked.errors, status=400)
    restore_home(here.keeping.home, name, on=here.today, here=here.keeping.folder / "backups")
    return see("/data", said="restored")
