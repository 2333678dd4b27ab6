"""What pages with long work share: begun, it is waited for a moment; what takes longer is told of on a page of its own,
which needs no script."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, override

from twelfth.web.desk import desk
from twelfth.web.jobs import Job
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.writing import spoken

SOON = 0.7
"""Seconds within which an answer is waited for: most files are small."""
STOP = "stop"
BESIDE = "beside"
"""In the address that a page asks which is open for something else."""


def begun(
    place: str, kind: str, work: Callable[[Job], None], *, where: str, sent: Mapping[str, str], do: str = ""
) -> Job:
    """Begin, in the language of the page, and wait a moment. The same form sent twice while it is worked on is one.
    Raises Conflict while other work of the place goes on."""
    jobs, language = desk().jobs, get_language() or "en"
    running = jobs.of(place)
    if running is not None and not running.done and (running.kind, running.sent) == (kind, sent):
        return running

    def in_words(job: Job) -> None:
        with override(language), spoken():
            work(job)

    job = jobs.start(place, kind, in_words, where=where, sent=sent, do=do)
    job.ended.wait(SOON)
    return job


def is_stop(request: HttpRequest) -> bool:
    """Whether a form asks to end what goes on."""
    return str(request.POST.get("do", "")) == STOP


def stopped(place: str, where: str) -> HttpResponse:
    """Tell it to end, and wait a moment until it has."""
    job = desk().jobs.of(place)
    if job is not None and not job.done:
        job.stop.set()
        job.ended.wait(SOON)
    return see(where)


def progress_of(request: HttpRequest, place: str) -> HttpResponse:
    """How far it has come, as a part of a page that asks for it again and again. Once it ended, a page made for waiting
    comes anew; one that is open for something else, which may be half typed, is given a line of it."""
    if BESIDE in request.GET:
        return page(request, "going_on.html", job=unseen(place))
    job = desk().jobs.of(place)
    response = page(request, "progress.html", job=job)
    if job is None or job.done:
        response.headers["HX-Refresh"] = "true"
    return response


def is_part(request: HttpRequest) -> bool:
    """Whether the page itself asks, for a part of it."""
    return request.headers.get("HX-Request") == "true"


def unseen(place: str) -> Job | None:
    """What a page is to tell of the work of its place: what goes on, what was interrupted or stopped, which is told
    once, and what ended and was not looked at."""
    jobs = desk().jobs
    job = jobs.of(place)
    if job is not None and job.interrupted:
        jobs.forget(place)
    found = None if job is None or job.seen else job
    if found is not None and found.stopped:
        found.seen = True
    return found
