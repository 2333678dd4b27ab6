"""An export that comes back: looked at, then brought in, all of it or nothing. Both go on in the background, where a
large file takes its time, and can be ended."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import Conflict
from twelfth.compose import archived_text
from twelfth.usecases import Brought, GoalsBrought, import_goals, preview_goals
from twelfth.web.desk import desk
from twelfth.web.error_words import error_words
from twelfth.web.jobs import IMPORT, LOOK, Job
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.views.home_data import ALL, shown
from twelfth.web.views.long_work import begun, is_part, is_stop, progress_of, stopped
from twelfth.web.views.shared import GOES_ON, once, written_later
from twelfth.web.watched import watching

WHERE = "/import"
LED = "/goals?said=brought"
"""Where one is led once the goals are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is in a file, and the key under which it waits to be brought in."""

    answer: GoalsBrought
    waits: str


def bring(request: HttpRequest) -> HttpResponse:
    """A file that was sent is looked at; one that waits is brought in. Asked for, the page tells what goes on."""
    if request.method != "POST":
        return _now(request)
    if is_stop(request):
        return stopped(ALL, WHERE)
    waits = str(request.POST.get("waits", ""))
    return once(request, lambda: _brought(waits, written_later(request))) if waits else _looked_at(request)


def _now(request: HttpRequest) -> HttpResponse:
    if is_part(request):
        return progress_of(request, ALL)
    job = desk().jobs.of(ALL)
    if job is None or job.interrupted:
        return see("/data")
    if not job.done:
        return page(request, "bringing.html", job=job)
    return _ended(request, job)


def _ended(request: HttpRequest, job: Job, *, status: int = 200) -> HttpResponse:
    if job.stopped:
        return shown(request, {})
    job.seen = True
    if job.raised is not None:
        return shown(request, {"file": " ".join(error_words(job.raised)).strip()}, status=status)
    if not isinstance(job.found, Looked):
        return see(LED)
    answer = job.found.answer
    return page(
        request,
        "bring.html",
        answer=answer,
        clash=bool(answer.of(Brought.CONFLICT)),
        new=answer.of(Brought.NEW),
        waits=job.found.waits,
    )


def _looked_at(request: HttpRequest) -> HttpResponse:
    here, file = desk(), request.FILES.get("file")
    if file is None:
        return shown(request, {"file": _("Expected a file that was exported before.")}, status=400)
    content = file.read()

    def look(job: Job) -> None:
        text = archived_text(content)
        answer = preview_goals(text, goals=here.keeping.goals, packs=here.place.packs, watch=watching(job))
        job.found = Looked(answer=answer, waits=here.waiting.keep(content))

    job = begun(ALL, LOOK, look, where=WHERE, sent={"file": sha256(content).hexdigest()})
    return _ended(request, job, status=400 if job.error else 200) if job.done else see(f"{WHERE}{GOES_ON}")


def _brought(waits: str, written: Callable[[str], None]) -> HttpResponse:
    here = desk()
    content = here.waiting.get(waits)
    if content is None:
        raise Conflict(_("That file is not at hand any more. Nothing was written."), next_step=_("Send it again."))

    def write(job: Job) -> None:
        keeping, place = here.keeping, here.place
        text = archived_text(content)
        import_goals(text, goals=keeping.goals, packs=place.packs, clock=place.clock, watch=watching(job))
        here.waiting.forget(waits)
        written(LED)

    job = begun(ALL, IMPORT, write, where=WHERE, sent={"waits": waits}, do=IMPORT)
    if not job.done:
        return see(f"{WHERE}{GOES_ON}")
    job.seen = True
    if job.raised is not None:
        raise job.raised
    return see(LED)
