"""Work from a table: looked at before anything is written, then all of it or nothing, and none of it twice. Written in
the background, which a long table takes a while for, and can be ended."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import Conflict, InvalidInput
from twelfth.compose import sent_text, sent_work
from twelfth.usecases import WORK_TABLE, bring_effort, preview_effort
from twelfth.web.desk import Open
from twelfth.web.error_words import error_words
from twelfth.web.jobs import WORK, Job
from twelfth.web.redirect import see
from twelfth.web.views.long_work import begun, is_part, is_stop, progress_of, stopped
from twelfth.web.views.shared import GOES_ON, asked_in, for_goal, goal_page, once, written_later
from twelfth.web.views.work import place_of_table, shown, towards_of
from twelfth.web.watched import watching
from twelfth.web.words import N_, core_words, titled_words
from twelfth.web.work_lines import WorkRead, entries_in

MOST_TOLD = 20
"""Lines told of that cannot be read."""
SHOWN = 30
"""Entries shown of those that would be written."""
LED = "/goal/%s/work?said=work-brought"
"""Where one is led once the table is in the log."""
LONGEST_SHOWN = 200_000
"""Bytes of a table that is shown to be mended."""
OF_TABLES = (
    N_("a column on, for the day, and a column minutes or hours"),
    N_("a header line with the column names"),
    N_("each column name once"),
    N_("every quote closed and doubled inside quotes"),
    N_("a shorter cell, and every quote closed"),
    N_("a cell of over %(most)s characters"),
    N_("a quote that does not end where its cell does"),
    N_("text without control characters"),
    N_("a file saved as UTF-8"),
)
"""What is expected of a table, here for the catalogue."""


@for_goal
def bring_work(request: HttpRequest, one: Open) -> HttpResponse:
    """A table that was sent is looked at; one that waits is written. Asked for, the page tells what goes on."""
    if request.method != "POST":
        return _now(request, one)
    if is_stop(request):
        return stopped(place_of_table(one), _where(one))
    if request.POST.get("waits"):
        return once(request, lambda: _brought(request, one))
    return _looked_at(request, one)


@for_goal
def work_table(request: HttpRequest, one: Open) -> HttpResponse:  # noqa: ARG001 (every goal has the same)
    """A table with the columns an export has, to be filled in."""
    headers = {"Content-Disposition": 'attachment; filename="effort.csv"'}
    return HttpResponse(WORK_TABLE, content_type="text/csv; charset=utf-8", headers=headers)


def _where(one: Open) -> str:
    return f"/goal/{one.name}/work/bring"


def _now(request: HttpRequest, one: Open) -> HttpResponse:
    if is_part(request):
        return progress_of(request, place_of_table(one))
    job = one.desk.jobs.of(place_of_table(one))
    if job is None or job.interrupted:
        return see(f"/goal/{one.name}/work")
    if not job.done:
        heading = _("Bring work from a table")
        return goal_page(request, one, "bringing_work.html", here="/work", heading=heading, job=job)
    if job.stopped:
        return shown(request, one, {}, {})
    job.seen = True
    if job.raised is None:
        return see(LED % one.name)
    return shown(request, one, {}, {"table": " ".join(error_words(job.raised)).strip()})


def _looked_at(request: HttpRequest, one: Open) -> HttpResponse:
    asked, file = asked_in(request), request.FILES.get("file")
    content = asked.raw("table").encode() if file is None else file.read()
    name = _("what you pasted") if file is None else str(file.name)
    if not content.strip():
        return _refused(request, one, (_("Expected a table, pasted or as a file."),))
    try:
        found = _read(one, content, name)
    except InvalidInput as error:
        problem = error.problems[0]
        told = _("“%(value)s”: expected %(expected)s.")
        told = told % {"value": core_words(problem.value or ""), "expected": core_words(problem.expected)}
        where = _("Line %(line)s: %(told)s") % {"line": problem.line, "told": told} if problem.line else told
        return _refused(request, one, (where,), content)
    if found.wrong or not found.entries:
        return _refused(request, one, found.wrong or (_nothing(found),), content)
    brought = preview_effort(one.name, found.entries, log=one.desk.keeping.effort)
    return goal_page(
        request,
        one,
        "bring_work.html",
        here="/work",
        heading=_("What is in the table"),
        brought=brought,
        shown=brought.new[:SHOWN],
        minutes=sum(entry.minutes for entry in brought.new),
        elsewhere=found.elsewhere,
        titles=dict(towards_of(one)),
        waits=one.desk.waiting.keep(content),
    )


def _nothing(found: WorkRead) -> str:
    if found.elsewhere:
        return _("Every line is of another goal. To bring them in here, take the column goal out.")
    return _("There is no line below the names of the columns.")


def _read(one: Open, content: bytes, name: str) -> WorkRead:
    """Raises InvalidInput where it is no table."""
    towards = {name: titled_words(title) for name, title in towards_of(one)}
    worked_for = (name for name, _minutes in one.desk.keeping.effort.totals(one.name) if name)
    towards = {name: name for name in worked_for} | towards
    return entries_in(sent_work(content, file=name), goal=one.name, towards=towards, today=one.desk.today)


def _refused(request: HttpRequest, one: Open, wrong: tuple[str, ...], content: bytes = b"") -> HttpResponse:
    """Nothing was written; what was sent can be mended where it stands, if it is not too long for that."""
    sent = dict(asked_in(request).sent)
    if len(content) <= LONGEST_SHOWN:
        with suppress(InvalidInput):  # what is no text cannot be mended here
            sent["table"] = sent_text(content, file="")
    told = wrong[:MOST_TOLD]
    if len(wrong) > MOST_TOLD:
        told = (*told, _("And %(count)s more.") % {"count": len(wrong) - MOST_TOLD})
    errors = {"table": _("Nothing was written. Mend this, and send the table again.")}
    return shown(request, one, sent, errors, status=400, wrong=told)


def _brought(request: HttpRequest, one: Open) -> HttpResponse:
    waits = str(request.POST["waits"])
    content = one.desk.waiting.get(waits)
    if content is None:
        raise Conflict(_("That table is not at hand any more. Nothing was written."), next_step=_("Send it again."))
    found = _read(one, content, "")
    if found.wrong:
        return _refused(request, one, found.wrong, content)
    event, here, written = one.desk.event("work brought", one.name), one.desk, written_later(request)

    def write(job: Job) -> None:
        bring_effort(one.name, found.entries, book=here.keeping.goals, event=event, watch=watching(job))
        here.waiting.forget(waits)
        written(LED % one.name)

    job = begun(place_of_table(one), WORK, write, where=_where(one), sent={"waits": waits}, do=WORK)
    if not job.done:
        return see(f"{_where(one)}{GOES_ON}")
    job.seen = True
    if job.raised is not None:
        raise job.raised
    return see(LED % one.name)
