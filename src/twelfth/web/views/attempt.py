"""One attempt: the documents that go with it, and what is different from last time. A file that is chosen is hashed and
never kept."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, When
from twelfth.goal import Attempt, Round, Stage, StageName
from twelfth.usecases import AttemptsApart, Document, Row, Stale, attempts_apart
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.redirect import see
from twelfth.web.views.foretelling import forecast_for, foretold
from twelfth.web.views.rounds import is_pooled
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once
from twelfth.web.words import titled_words
from twelfth.web.writing import figure

LARGEST_FILE = 10_000_000
"""Bytes; below what a request may have, so that there is a sentence for a file that is a little larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An attempt as its pages show it. apart: None for the first. before: the round of the one before it."""

    row: Row[Attempt]
    round: Round
    documents: tuple[Row[Document], ...]
    apart: AttemptsApart | None
    before: Round | None


def _looked(one: Open, row: int) -> Looked:
    """Raises Http404 for an attempt there is not."""
    found = next((each for each in one.kept.attempts if each.id == row), None)
    held = None if found is None else next((each for each in one.process.rounds if each.id == found.thing.round), None)
    if found is None or held is None:
        raise Http404
    documents = tuple(each.thing for each in one.kept.documents)
    case = one.cases.get(one.name)
    apart = attempts_apart(case, one.process, documents, round_id=held.id, as_of=one.as_of)
    return Looked(
        row=found,
        round=held,
        documents=tuple(each for each in one.kept.documents if each.thing.round == held.id),
        apart=apart,
        before=None if apart is None else one.process.round(apart.before),
    )


@for_goal
def attempt(request: HttpRequest, one: Open, row: int) -> HttpResponse:
    """Its stages, its documents with a form for each, and what is different from last time."""
    looked = _looked(one, row)
    if request.method == "POST":
        return once(request, lambda: _document(request, one, looked))
    return _shown(request, one, looked, {}, {})


def _shown(
    request: HttpRequest,
    one: Open,
    looked: Looked,
    sent: dict[str, str],
    errors: dict[str, str],
    *,
    sending: bool = False,
    status: int = 200,
) -> HttpResponse:
    """One of the two pages of an attempt, with what was sent and what is wrong with it. sending: the one before it
    goes."""
    asks = _("Same as last time?") if looked.apart is not None else _("Is this what goes?")
    return goal_page(
        request,
        one,
        "send.html" if sending else "attempt.html",
        here="/rounds",
        heading=asks if sending else titled_words(looked.round.name),
        status=status,
        tried=looked,
        foretold=foretold(one, looked.round.id),
        pooled=is_pooled(one.process),
        largest=LARGEST_FILE // 1_000_000,
        today=one.desk.today,
        sent=sent,
        errors=errors,
    )


def _document(request: HttpRequest, one: Open, looked: Looked) -> HttpResponse:
    """Add one, mend one or take one off the list."""
    asked, goals = asked_in(request), one.desk.keeping.goals
    here = f"/goal/{one.name}/rounds/{looked.row.id}"
    do = asked.one_of("do", ("add", "mend", "drop"))
    old = next((each for each in looked.documents if str(each.id) == asked.raw("document")), None)
    was = asked.row("was")
    if do == "drop" and asked:
        event = one.desk.event("document dropped", one.name)
        goals.drop(one.name, Document, row=asked.row("document"), was=was, event=event)
        return see(here, said="document-dropped")
    document = _read(asked, request.FILES.get("file"), looked.round.id)
    if not asked or document is None:
        return _shown(request, one, looked, dict(asked.sent), asked.errors, status=400)
    if do == "add":
        one.keep(document, action="document")
    elif old is None or old.thing != document or old.version != was:
        event = one.desk.event("document", one.name)
        goals.amend(one.name, document, row=asked.row("document"), was=was, event=event)
    return see(here, said="document")


def _read(asked: Asked, file: "UploadedFile[Any] | None", round_id: str) -> Document | None:
    """A title, and an address or the hash of a file or both. A file has a name, which will do for a title."""
    address, digest = asked.address("address"), asked.sha256("sha256")
    if file is not None:
        digest = _hashed(asked, file)
    named = "" if file is None else "".join(one for one in str(file.name) if one.isprintable())[:200]
    title = asked.text("title", needed="" if named else _("what it is, such as Statement of purpose")) or named
    if asked and not address and not digest:
        asked.wrong("address", _("a link, a file, or the SHA-256 of one"))
    return Document(round=round_id, title=title, address=address, sha256=digest) if asked else None


def _hashed(asked: Asked, file: "UploadedFile[Any]") -> str:
    """The SHA-256 of a file, which is let go."""
    size = int(file.size or 0)
    if not size:
        asked.errors["file"] = _("There is nothing in that file.")
    elif size > LARGEST_FILE:
        told = _("That file has %(size)s MB: expected at most %(most)s. Type its SHA-256 instead.")
        asked.errors["file"] = told % {"size": figure(f"{size / 1e6:.1f}"), "most": LARGEST_FILE // 1_000_000}
    return sha256(file.read()).hexdigest()


@for_goal
def send(request: HttpRequest, one: Open, row: int) -> HttpResponse:
    """Same as last time? Before an attempt is marked as sent one sees what is the same and what is new."""
    looked = _looked(one, row)
    if request.method == "POST":
        return once(request, lambda: _sent(request, one, looked))
    if looked.row.thing.stage is not StageName.DRAFT:
        return see(f"/goal/{one.name}/rounds/{row}")
    return _shown(request, one, looked, {}, {}, sending=True)


def _sent(request: HttpRequest, one: Open, looked: Looked) -> HttpResponse:
    asked, day, row = asked_in(request), one.desk.today, looked.row
    on = asked.day("on", latest=day) or day
    was = asked.row("was") or row.version
    if not asked:
        return _shown(request, one, looked, dict(asked.sent), asked.errors, sending=True, status=400)
    history = (*row.thing.history, Stage(stage=StageName.SUBMITTED, on=When.on(on)))
    event = one.desk.event("sent", one.name)
    try:
        thing = replace(row.thing, history=history)
    except InvalidInput:
        if row.version != was:
            raise Stale(row) from None
        asked.wrong("on", _("a day not before that of the stage before it"))
        return _shown(request, one, looked, dict(asked.sent), asked.errors, sending=True, status=400)
    told, goals = forecast_for(one, thing, looked.round), one.desk.keeping.goals
    with one.desk.keeping.at_once():
        goals.amend(one.name, thing, row=row.id, was=was, event=event)
        if told:
            goals.keep(one.name, *told, event=event)
    return see(f"/goal/{one.name}/rounds", said="sent")
