"""The loop: after a no. First how one is, then what one knows of it, then the audit, which is kept."""

from dataclasses import replace
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.goal import Attempt, StageName
from twelfth.tell import Report, audit_part
from twelfth.usecases import (
    Addendum,
    Audit,
    ForecastKept,
    Row,
    audit_attempt,
    audit_of,
    kept_audit,
)
from twelfth.web.desk import Open
from twelfth.web.told import Told
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, see

LATER = timedelta(days=7)
FRESH = timedelta(days=31)
"""How long a no is taken for one of these days."""


@for_goal
def wizard(request: HttpRequest, one: Open, row: int) -> HttpResponse:
    """How are you? Later, in seven days, is the first answer; the audit is on the next page."""
    tried = _attempt(one, row)
    kept = next((each for each in one.kept.audits if each.thing.round == tried.thing.round), None)
    if kept is not None and request.method != "POST":
        return see(f"/goal/{one.name}/audits/{kept.thing.digest}")
    if request.method == "POST":
        return once(request, lambda: _step(request, one, tried))
    if request.GET.get("step") == "look":
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
        long_ago=one.desk.today - one.process.round(tried.thing.round).decided > FRESH,
    )


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
    feedback = asked.text("feedback", most=20_000)
    if not asked:
        return _look(request, one, tried, errors=asked.errors, status=400)
    answer = _audited(one, tried)
    entry = next((each for each in answer.ledger if each.round == tried.thing.round), None)
    things: list[Addendum | ForecastKept] = []
    if feedback:
        things.append(Addendum(digest=answer.digest, on=one.desk.today, text=feedback))
    if entry is not None and entry.odds is not None:
        odds = entry.odds
        things.append(
            ForecastKept(made=entry.made, round=entry.round, p=odds.p, lo=odds.lo, hi=odds.hi, basis=odds.basis)
        )
    audit = kept_audit(answer, made=one.desk.today)
    one.keep(audit, *things, action="audit")
    return see(f"/goal/{one.name}/audits/{audit.digest}", said="audited")


def _audited(one: Open, tried: Row[Attempt]) -> Audit:
    """As of the day of the decision, or the last for which the rules are on file."""
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


def _look(
    request: HttpRequest, one: Open, tried: Row[Attempt], *, errors: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    def made() -> str:
        answer = _audited(one, tried)
        return audit_part(Report(sources=one.sources(answer.record.as_of), audits=(answer,)))

    group = one.process.yes_group
    return goal_page(
        request,
        one,
        "audit_look.html",
        here="/rounds",
        heading=_("What the answer tells"),
        status=status,
        tried=tried,
        round=one.process.round(tried.thing.round),
        compared=bool(one.process.rubrics) or (group is not None and len(group.rows) > 0),
        part=Told.of("audit", "", made, sorry=_("Too little is on file of that round to look at its answer closely.")),
        errors=errors or {},
        sent=request.POST,
    )


@for_goal
def record(request: HttpRequest, one: Open, digest: str) -> HttpResponse:
    """An audit as it was kept, with what was thought of it later."""
    kept = next((each for each in one.kept.audits if each.thing.digest == digest), None)
    if kept is None:
        raise Http404
    if request.method == "POST":
        return once(request, lambda: _added(request, one, digest))
    return _record(request, one, kept.id, {})


def _record(request: HttpRequest, one: Open, row: int, errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    kept = next(each for each in one.kept.audits if each.id == row)

    def made() -> str:
        found = audit_of(kept.thing)
        return audit_part(Report(sources=one.sources(found.record.as_of), audits=(found,)))

    return goal_page(
        request,
        one,
        "audit_record.html",
        here="/rounds",
        heading=_("What the answer told"),
        status=status,
        audit=kept.thing,
        part=Told.of("audit", "", made),
        addenda=[each.thing for each in one.kept.addenda if each.thing.digest == kept.thing.digest],
        forecast=next((each.thing for each in one.kept.forecasts if each.thing.round == kept.thing.round), None),
        errors=errors,
        sent=request.POST,
    )


def _added(request: HttpRequest, one: Open, digest: str) -> HttpResponse:
    asked = asked_in(request)
    text = asked.text("text", needed=_("a thought, in your words"), most=20_000)
    if not asked:
        kept = next(each for each in one.kept.audits if each.thing.digest == digest)
        return _record(request, one, kept.id, asked.errors, status=400)
    one.keep(Addendum(digest=digest, on=one.desk.today, text=text), action="addendum")
    return see(f"/goal/{one.name}/audits/{digest}", said="note")
