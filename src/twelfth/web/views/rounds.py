"""Rounds: every attempt with its stages, and the answer when it comes."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, When
from twelfth.goal import NEXT_STAGES, Attempt, Round, Stage, StageName
from twelfth.usecases import GoalState, Row, Thing, is_real
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.names import word_of
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted, see

OWN = "own"
"""Chosen for a round that the pack does not have."""
LATEST = 40
"""Rounds offered in the list; older ones are typed as one's own."""
ANSWERS = (StageName.NOT_SELECTED, StageName.SELECTED, StageName.WITHDRAWN, StageName.INELIGIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One attempt: its row and round, and what may come next."""

    row: Row[Attempt]
    round: Round
    next: tuple[StageName, ...]
    audited: str


@for_goal
def rounds(request: HttpRequest, one: Open) -> HttpResponse:
    """Attempts, and the form for one more."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return _shown(request, one, {}, {})


def _shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    by_id = {each.id: each for each in one.process.rounds}
    tried = [
        Tried(
            row=row,
            round=by_id[row.thing.round],
            next=tuple(stage for stage in StageName if stage in NEXT_STAGES[row.thing.stage]),
            audited=next((each.thing.digest for each in one.kept.audits if each.thing.round == row.thing.round), ""),
        )
        for row in one.kept.attempts
        if row.thing.round in by_id
    ]
    taken = {row.thing.round for row in one.kept.attempts}
    offered = [each for each in reversed(one.process.rounds) if each.id not in taken and is_real(each)][:LATEST]
    return goal_page(
        request,
        one,
        "rounds.html",
        here="/rounds",
        heading=_("Rounds"),
        status=status,
        tried=sorted(tried, key=lambda each: each.round.decided, reverse=True),
        offered=offered,
        kinds=one.process.kinds,
        stages=(StageName.SUBMITTED, StageName.SCREENED, StageName.INTERVIEWED, StageName.PENDING, *ANSWERS),
        today=one.desk.today,
        sent=sent,
        errors=errors,
    )


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = asked_in(request), one.desk.today
    ids = tuple(each.id for each in one.process.rounds if is_real(each))
    chosen = asked.one_of("round", (OWN, *ids))
    stage = StageName(asked.one_of("stage", tuple(StageName)))
    sent_on = asked.when("sent", latest=day)
    own = _own_round(asked, one) if chosen == OWN else None
    if not asked:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    held = own or one.process.round(chosen)
    if any(row.thing.round == held.id for row in one.kept.attempts):
        asked.wrong("round", _("a round that is not among your attempts yet"))
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    attempt = _attempt(held, stage, sent_on, day)
    things: tuple[Thing, ...] = (attempt,) if own is None else (own, attempt)
    row = one.keep(*things, action="attempt")[-1]
    return _after(one, attempt, row)


def _own_round(asked: Asked, one: Open) -> Round | None:
    """A round of the person's own word: what it is called and when it is or was decided."""
    name = asked.text("name", needed=_("what the round is called, such as Spring 2026"), most=80)
    decided = asked.day("decided")
    kinds = tuple(each.name for each in one.process.kinds)
    kind = asked.one_of("kind", kinds) if kinds else ""
    if decided is None and "decided" not in asked.errors:
        asked.wrong("decided", _("the day of the decision, as well as you know it"))
    if not asked or decided is None:
        return None
    taken = {each.id for each in one.process.rounds}
    known = min(decided, one.as_of)
    return Round(
        id=word_of(name, taken=taken, otherwise="round"),
        kind=kind,
        name=name,
        decided=decided,
        known=known,
        source=("own",),
    )


def _attempt(held: Round, stage: StageName, sent_on: When | None, day: date) -> Attempt:
    """As much history as was said: sent, and the stage it is at."""
    decided = min(held.decided, day)
    sent = sent_on or When(None, decided)
    history = [Stage(stage=StageName.SUBMITTED, on=sent)]
    if stage is not StageName.SUBMITTED:
        on = When.on(held.decided) if stage in ANSWERS and held.decided <= day else When.on(day)
        history.append(Stage(stage=stage, on=on))
    return Attempt(round=held.id, history=tuple(history), source=("own",))


@posted
@for_goal
def answer(request: HttpRequest, one: Open) -> HttpResponse:
    """The next stage of an attempt."""
    return once(request, lambda: _answered(request, one))


def _answered(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = asked_in(request), one.desk.today
    row = next((each for each in one.kept.attempts if str(each.id) == asked.raw("row")), None)
    if row is None or not NEXT_STAGES[row.thing.stage]:
        asked.wrong("row", _("one of your attempts that may still go on"))
        return _shown(request, one, {}, asked.errors, status=400)
    stage = StageName(asked.one_of("stage", tuple(NEXT_STAGES[row.thing.stage])))
    on = asked.day("on", latest=day) or day
    was = int(asked.number("was", low=1, high=1e9) or row.version)
    if not asked:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    try:
        attempt = replace(row.thing, history=(*row.thing.history, Stage(stage=stage, on=When.on(on))))
    except InvalidInput as error:
        asked.errors["stage"] = str(error.problems[0])
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    event = one.desk.event("answer", one.name)
    one.desk.keeping.goals.amend(one.name, attempt, row=row.id, was=was, event=event)
    return _after(one, attempt, row.id)


def _after(one: Open, attempt: Attempt, row: int) -> HttpResponse:
    """After a no the audit, whose first offer is to leave it for later; after a yes the next goal."""
    if attempt.stage is StageName.NOT_SELECTED:
        return see(f"/goal/{one.name}/audit/{row}")
    if attempt.stage is StageName.SELECTED:
        card = one.desk.keeping.goals.get(one.name).card
        if card.thing.state is not GoalState.REACHED:
            reached = replace(card.thing, state=GoalState.REACHED)
            event = one.desk.event("reached", one.name)
            one.desk.keeping.goals.recard(one.name, reached, was=card.version, event=event)
        return see(f"/goal/{one.name}/next", said="reached")
    return see(f"/goal/{one.name}/rounds", said="attempt")
