"""The loop: after a no. First how one is, then what one knows of it, then the audit, which is kept."""

from dataclasses import replace
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.audit import AuditRecord
from twelfth.base import When
from twelfth.goal import Attempt, Round, StageName
from twelfth.tell import Report, audit_part, audit_sentences, sent_when
from twelfth.usecases import (
    Addendum,
    Audit,
    AuditKept,
    Row,
    Thing,
    Undated,
    audit_attempt,
    audit_of,
    kept_audit,
)
from twelfth.web.desk import Open, open_goal
from twelfth.web.redirect import see
from twelfth.web.told import Told
from twelfth.web.views.audits_beside import audit_that_counts, beside, newer_audit
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once
from twelfth.web.views.that_day import keep_answers, open_of_that_day, options
from twelfth.web.writing import spoken

LATER = timedelta(days=7)
FRESH = timedelta(days=31)
"""How long a no is taken for one of these days."""
THAT_DAY = "that-day"
"""The step in which it is said what was already so that day."""
NOT_KNOWN = "unknown"
"""Said of it by whoever does not know."""


@for_goal
def wizard(request: HttpRequest, one: Open, row: int) -> HttpResponse:
    """How are you? Later, in seven days, is the first answer; the audit is on the next page."""
    tried = _attempt(one, row)
    kept = audit_that_counts(one, tried.thing.round)
    if request.method == "POST":
        return once(request, lambda: _step(request, one, tried))
    step = request.GET.get("step")
    if kept is not None and step != THAT_DAY:
        return see(f"/goal/{one.name}/audits/{kept.digest}")
    if step in ("look", THAT_DAY):
        return _look(request, one, tried)
    return goal_page(
        request,
        one,
        "audit_how.html",
        here="/rounds",
        heading=_("Not selected"),
        tried=tried,
        round=one.process.round(tried.thing.round),
        later=one.desk.today + LATER,
        long_ago=is_long_ago(one.process.round(tried.thing.round), one.desk.today),
    )


def is_long_ago(held: Round, today: date) -> bool:
    """Whether a no of that round is no fresh wound any more."""
    return today - held.decided > FRESH


def _attempt(one: Open, row: int) -> Row[Attempt]:
    tried = next((each for each in one.kept.attempts if each.id == row), None)
    if tried is None or tried.thing.stage is not StageName.NOT_SELECTED:
        raise Http404
    return tried


def _step(request: HttpRequest, one: Open, tried: Row[Attempt]) -> HttpResponse:
    asked = asked_in(request)
    if asked.raw("do") == "later":
        card = one.kept.card
        put_off = replace(card.thing, again_on=one.desk.today + LATER)
        one.desk.keeping.goals.recard(
            one.name, put_off, was=card.version, event=one.desk.event("audit put off", one.name)
        )
        return see(f"/goal/{one.name}", said="later")
    if asked.raw("do") == THAT_DAY:
        return _that_day(request, one, tried)
    if asked.raw("do") == "again":
        return _again(one, tried)
    feedback = asked.text("feedback", most=20_000)
    if not asked:
        return _look(request, one, tried, errors=asked.errors, status=400)
    digest = _keep(one, tried, feedback=feedback)
    return see(f"/goal/{one.name}/audits/{digest}", said="audited")


def _that_day(request: HttpRequest, one: Open, tried: Row[Attempt]) -> HttpResponse:
    """What was so that day is written, and what is not answered stays not known; then the audit is shown, or made anew
    beside the one there is."""
    asked, record = asked_in(request), _audited(one, tried).record
    written = keep_answers(one, asked, open_of_that_day(one, record), record.sent.day)
    kept = audit_that_counts(one, tried.thing.round)
    if not asked:
        return _look(request, one, tried, errors=asked.errors, status=400)
    said = THAT_DAY if written else ""
    if kept is None:
        told = f"&said={said}" if said else ""
        return see(f"/goal/{one.name}/audit/{tried.id}?step=look&day={NOT_KNOWN}{told}")
    digest = _keep(open_goal(one.name), tried) if written else kept.digest
    return see(f"/goal/{one.name}/audits/{digest}", said=said)


def _again(one: Open, tried: Row[Attempt]) -> HttpResponse:
    """Look again: an audit of today beside those there are, unless it is the same as one of them."""
    digest = _audited(one, tried).digest
    if any(each.thing.digest == digest for each in one.kept.audits):
        return see(f"/goal/{one.name}/audits/{digest}", said="same-audit")
    return see(f"/goal/{one.name}/audits/{_keep(one, tried)}", said="audited")


def _keep(one: Open, tried: Row[Attempt], *, feedback: str = "") -> str:
    """Keep the audit as it is made now. Returns its digest."""
    answer = _audited(one, tried)
    audit, things = kept_audit(answer, made=one.desk.today), list[Thing]()
    if feedback:
        things.append(Addendum(digest=answer.digest, on=one.desk.today, text=feedback))
    one.keep(audit, *things, action="audit")
    return audit.digest


def _audited(one: Open, tried: Row[Attempt]) -> Audit:
    """As of today, or the last day for which the rules are on file."""
    case = one.cases.get(one.name)
    number = 1 + [each.round for each in case.attempts].index(tried.thing.round)
    place = one.desk.place
    return audit_attempt(
        one.name,
        cases=one.cases,
        log=place.log,
        clock=place.clock,
        number=number,
        as_of=one.as_of,
        learner=place.learner,
    )


def _in_short(audit: Audit) -> list[str]:
    """The first sentences of an audit."""
    with spoken():
        return audit_sentences(audit.record, audit.ledger)


def _behind(one: Open, audit: Audit) -> str:
    return audit_part(Report(sources=one.sources(audit.record.as_of), audits=(audit,)))


def _is_compared(one: Open) -> bool:
    """Whether there is anything that an answer can be looked at beside: points, or people who got in."""
    group = one.process.yes_group
    return bool(one.process.rubrics) or (group is not None and len(group.rows) > 0)


def _undated(one: Open, audit: Audit) -> tuple[Undated, ...]:
    return open_of_that_day(one, audit.record) if _is_compared(one) else ()


def _sent_when(tried: Row[Attempt] | None, record: AuditRecord) -> When:
    """When the attempt was sent, as well as that was said; else as the record tells it."""
    sent = None if tried is None else tried.thing.submitted
    return sent if sent is not None and sent.may_be(record.sent.day) else sent_when(record)


def _look(
    request: HttpRequest, one: Open, tried: Row[Attempt], *, errors: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    made = list[Audit]()

    def behind() -> str:
        made.append(_audited(one, tried))
        return _behind(one, made[0])

    sorry = _("Too little is on file of that round to look at its answer closely.")
    part, audited = Told.of("audit", "", behind, sorry=sorry), audit_that_counts(one, tried.thing.round)
    undated = _undated(one, made[0]) if made else ()
    asks = bool(undated) and NOT_KNOWN not in (request.GET.get("day"), request.POST.get("day"))
    if audited is not None and not asks:
        return see(f"/goal/{one.name}/audits/{audited.digest}")
    return goal_page(
        request,
        one,
        "audit_look.html",
        here="/rounds",
        heading=_("What the answer tells"),
        status=status,
        row=tried.id,
        round=one.process.round(tried.thing.round),
        compared=_is_compared(one),
        part=part,
        short=_in_short(made[0])[: 1 if asks else None] if made else [],
        undated=undated,
        asks=asks,
        audited=audited,
        sent_day=_sent_when(tried, made[0].record) if made else None,
        options=options,
        errors=errors or {},
        sent=request.POST,
    )


@for_goal
def record(request: HttpRequest, one: Open, digest: str) -> HttpResponse:
    """An audit as it was kept, with what was thought of it later."""
    kept = next((each.thing for each in one.kept.audits if each.thing.digest == digest), None)
    if kept is None:
        raise Http404
    if request.method == "POST":
        return once(request, lambda: _added(request, one, kept))
    return _record(request, one, kept, {})


def _record(
    request: HttpRequest, one: Open, kept: AuditKept, errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    audit, newer = audit_of(kept), newer_audit(one, kept)
    tried = next((each for each in one.kept.attempts if each.thing.round == kept.round), None)
    digests = {each.thing.digest for each in one.kept.audits if each.thing.round == kept.round}
    return goal_page(
        request,
        one,
        "audit_record.html",
        here="/rounds",
        heading=_("What the answer told"),
        status=status,
        audit=kept,
        newer=newer,
        beside=beside(one, kept, audit.record),
        row=tried.id if tried is not None else 0,
        short=_in_short(audit),
        part=Told.of("audit", "", lambda: _behind(one, audit)),
        undated=_undated(one, audit) if tried is not None and newer is None else (),
        sent_day=_sent_when(tried, audit.record),
        addenda=[each.thing for each in one.kept.addenda if each.thing.digest in digests],
        errors=errors,
        sent=request.POST,
    )


def _added(request: HttpRequest, one: Open, kept: AuditKept) -> HttpResponse:
    asked = asked_in(request)
    text = asked.text("text", needed=_("a thought, in your words"), most=20_000)
    if not asked:
        return _record(request, one, kept, asked.errors, status=400)
    one.keep(Addendum(digest=kept.digest, on=one.desk.today, text=text), action="addendum")
    return see(f"/goal/{one.name}/audits/{kept.digest}", said="note")
