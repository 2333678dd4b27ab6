"""Rounds: every attempt with its stages, and the answer when it comes. That there is an answer is asked first: what
else is asked follows from it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, Truth, When
from twelfth.goal import (
    ANSWERED,
    NEXT_STAGES,
    Attempt,
    Following,
    Foretold,
    Process,
    Round,
    Stage,
    StageName,
    decided_note,
)
from twelfth.usecases import GoalState, Row, Thing, is_real
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.names import word_of
from twelfth.web.redirect import see
from twelfth.web.remembered import Remembered
from twelfth.web.views.after_yes import following
from twelfth.web.views.audits_beside import audit_that_counts
from twelfth.web.views.foretelling import forecast_for, foretold
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted
from twelfth.web.words import titled_words, when_words

Years = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
"""By year, the newest first: id and name of each round."""

OWN = "own"
"""Chosen for a round that the pack does not have."""
UNSURE = "unsure"
"""Chosen by whoever was in a pool and does not remember in which round."""
NOT_YET = "not_yet"
"""Chosen where there is no answer."""
POOL_ANSWERS = (StageName.NOT_SELECTED, StageName.SELECTED)
"""Nobody applies to a round of a pool, so nobody withdraws from one."""
ON_THE_WAY = (
    StageName.DRAFT,
    StageName.SUBMITTED,
    StageName.SCREENED,
    StageName.INTERVIEWED,
    StageName.PENDING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One attempt: its row and round, what may come next, its audit, how many documents went with it, until when its
    answer waits to be looked at, what was foretold of it when it was sent, and what follows it."""

    row: Row[Attempt]
    round: Round
    next: tuple[StageName, ...]
    audited: str
    documents: int
    waits: date | None
    foretold: Foretold | None
    following: tuple[Following, ...]


@for_goal
def rounds(request: HttpRequest, one: Open) -> HttpResponse:
    """Attempts, and the form for one more."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return _shown(request, one, {}, {})


def is_pooled(process: Process) -> bool:
    """Whether one stands in a pool and is invited from it, and never applies to a round."""
    return bool(process.pool_scores)


def _shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    by_id, pooled = {each.id: each for each in one.process.rounds}, is_pooled(one.process)
    tried = [_tried(row, by_id[row.thing.round], one) for row in one.kept.attempts if row.thing.round in by_id]
    offered = _offered(one)
    return goal_page(
        request,
        one,
        "rounds.html",
        here="/rounds",
        heading=_("Rounds"),
        status=status,
        tried=sorted(tried, key=lambda each: each.round.decided, reverse=True),
        years=_years(one, offered),
        likely=_likely(one, offered) if pooled else "",
        kinds=one.process.kinds,
        pooled=pooled,
        answers=POOL_ANSWERS if pooled else ANSWERED,
        stages=ON_THE_WAY,
        today=one.desk.today,
        first=bool(request.GET.get("first") or sent.get("first")),
        sent=sent,
        errors=errors,
    )


def _tried(row: Row[Attempt], held: Round, one: Open) -> Tried:
    counts = audit_that_counts(one, held.id)
    audited = "" if counts is None else counts.digest
    again, turned_down = one.kept.card.thing.again_on, row.thing.stage is StageName.NOT_SELECTED
    waits = again if again is not None and again > one.desk.today and turned_down and not audited else None
    return Tried(
        row=row,
        round=held,
        next=tuple(stage for stage in StageName if stage in NEXT_STAGES[row.thing.stage]),
        audited=audited,
        documents=sum(each.thing.round == held.id for each in one.kept.documents),
        waits=waits,
        foretold=foretold(one, held.id),
        following=following(one, row.thing),
    )


def _offered(one: Open) -> list[Round]:
    """Rounds without an attempt, the newest first."""
    taken = {row.thing.round for row in one.kept.attempts}
    free = [each for each in one.process.rounds if each.id not in taken and is_real(each)]
    return sorted(free, key=lambda each: (each.decided, each.id), reverse=True)


def _years(one: Open, offered: list[Round]) -> Years:
    """The rounds to choose from, each year's with its id and its name in the language of the page: a pack may have
    hundreds, so they are told once."""

    def told(held: Round) -> tuple[str, str]:
        name = titled_words(held.name)
        when = when_words(held.when_decided)
        return held.id, name if held.when_closing or when in name else f"{name}, {when}"

    def made() -> Years:
        by_year = groupby(offered, key=lambda each: each.decided.year)
        return tuple((year, tuple(map(told, some))) for year, some in by_year)

    ids = tuple(each.id for each in offered)
    return _TOLD.get((one.ground, ids, get_language()), made)


def _likely(one: Open, offered: list[Round]) -> str:
    """The newest round decided that one could certainly enter; "" where there is none."""
    kinds = _MAY_ENTER.get(one.ground, lambda: _may_enter(one))
    return next((each.id for each in offered if each.kind in kinds and each.decided <= one.desk.today), "")


def _may_enter(one: Open) -> frozenset[str]:
    """Kinds of round whose every requirement is certainly met."""
    from twelfth.distance import measure

    process = one.process.known(one.as_of)
    judged = measure(process, one.profile).judged
    return frozenset(
        kind.name for kind in process.kinds if all(judged[name].met is Truth.YES for name in kind.requires)
    )


_MAY_ENTER: Remembered[frozenset[str]] = Remembered()
_TOLD: Remembered[Years] = Remembered()


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = asked_in(request), one.desk.today
    stage = _stage(asked, pooled=is_pooled(one.process))
    ids = {each.id for each in one.process.rounds if is_real(each)}
    chosen = asked.raw("round")
    if chosen == UNSURE and is_pooled(one.process):
        where = "numbers?first=1&" if asked.raw("first") or not one.kept.facts else "rounds?"
        return see(f"/goal/{one.name}/{where}said=round-unsure")
    if chosen not in (OWN, *ids):
        asked.wrong("round", _("one of the rounds listed"))
    sent_on = asked.when("sent", latest=day)
    own, decided = _own_round(asked, one, answered=stage in ANSWERED) if chosen == OWN else (None, None)
    if any(row.thing.round == chosen for row in one.kept.attempts):
        asked.wrong("round", _("a round that is not among your attempts yet"))
    if not asked or stage is None:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    held = own or one.process.round(chosen)
    try:
        attempt = _attempt(held, stage, sent_on, decided or When.on(held.decided), day)
    except InvalidInput:
        asked.wrong("sent", _("a day not after that of the answer"))
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    before: tuple[Thing, ...] = () if own is None else (own,)
    rows = one.keep(*before, attempt, *forecast_for(one, attempt, held), action="attempt")
    if asked.raw("first") and attempt.stage is not StageName.SELECTED:
        said = "attempt-later" if attempt.stage is StageName.NOT_SELECTED else "attempt-first"
        return see(f"/goal/{one.name}/first/attempts", said=said)
    return _after(one, attempt, rows[len(before)])


def _stage(asked: Asked, *, pooled: bool) -> StageName | None:
    """How far it has come: the answer, else what is said of the way to it; None where neither is said."""
    answers = POOL_ANSWERS if pooled else ANSWERED
    answer = asked.raw("answer")
    if answer in answers:
        return StageName(answer)
    if answer != NOT_YET:
        asked.wrong("answer", _("one of the answers"))
        return None
    return StageName.SUBMITTED if pooled else StageName(asked.one_of("stage", ON_THE_WAY))


def _own_round(asked: Asked, one: Open, *, answered: bool) -> tuple[Round | None, When | None]:
    """A round of the person's own word, and when it is or was decided: a day, a month or a year. Where only a span is
    known the round stands at its last day, or at today where it is over by then."""
    name = asked.text("name", most=80)
    decided = asked.when("decided", latest=one.desk.today if answered else date.max)
    kinds = tuple(each.name for each in one.process.kinds)
    kind = asked.one_of("kind", kinds) if kinds else ""
    if (decided is None or decided.latest is None) and "decided" not in asked.errors:
        asked.wrong("decided", _("when it was decided, as well as you know it: June 13, 2025, June 2025 or 2025"))
    if not asked or decided is None or decided.latest is None:
        return None, None
    last = min(decided.latest, one.desk.today) if answered else decided.latest
    name = name or _("Round of %(day)s") % {"day": when_words(decided)}
    held = Round(
        id=word_of(name, taken={each.id for each in one.process.rounds}, otherwise="round"),
        kind=kind,
        name=name,
        decided=last,
        known=min(last, one.as_of),
        source=("own",),
        note=decided_note(decided),
    )
    return held, decided


def _attempt(held: Round, stage: StageName, sent_on: When | None, decided: When, day: date) -> Attempt:
    """As much history as was said: sent, and the stage it is at. Raises InvalidInput where it runs backwards."""
    if stage is StageName.DRAFT:
        return Attempt(round=held.id, history=(Stage(stage=stage, on=When.on(day)),), source=("own",))
    sent = sent_on or When(None, min(held.decided, day))
    history = [Stage(stage=StageName.SUBMITTED, on=sent)]
    if stage is not StageName.SUBMITTED:
        over = stage in ANSWERED and decided.earliest is not None and decided.earliest <= day
        history.append(Stage(stage=stage, on=decided.clipped(day) if over else When.on(day)))
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
    was = asked.row("was") or row.version
    if asked and row.thing.stage is StageName.DRAFT and stage is StageName.SUBMITTED:
        return see(f"/goal/{one.name}/rounds/{row.id}/send")  # first one looks at what goes
    if not asked:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    try:
        attempt = replace(row.thing, history=(*row.thing.history, Stage(stage=stage, on=When.on(on))))
    except InvalidInput:
        asked.wrong("on", _("a day not before that of the stage before it"))
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    event = one.desk.event("answer", one.name)
    one.desk.keeping.goals.amend(one.name, attempt, row=row.id, was=was, event=event)
    _over_by(one, attempt, on)
    return _after(one, attempt, row.id)


def _over_by(one: Open, attempt: Attempt, on: date) -> None:
    """A round of the person's own word that was to be decided some day of a month or a year is decided, once its answer
    is there: no page tells a day to come for it."""
    held = next((each for each in one.kept.rounds if each.thing.id == attempt.round), None)
    if held is not None and attempt.stage in ANSWERED and held.thing.decided > on:
        over, event = replace(held.thing, decided=on, note=""), one.desk.event("answer", one.name)
        one.desk.keeping.goals.amend(one.name, over, row=held.id, was=held.version, event=event)


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
