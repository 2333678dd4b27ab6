"""Step 2: how far you are. The gaps, the odds, what would move them, and what cannot be known."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from markupsafe import Markup

from twelfth.base import When
from twelfth.goal import Better, Capacity, Fact, State, Trait
from twelfth.usecases import (
    CaseOf,
    MovesRead,
    RoundsForecast,
    measure_gap,
    points_decide,
    tell_levers,
    tell_odds,
    try_move,
)
from twelfth.web.asked import Asked
from twelfth.web.desk import Open
from twelfth.web.missing import missing_of
from twelfth.web.page import page
from twelfth.web.told import IF, Told
from twelfth.web.views.coming import next_things
from twelfth.web.views.number_fields import questions_of
from twelfth.web.views.road_form import form_of
from twelfth.web.views.road_wishes import MOST
from twelfth.web.views.shared import for_goal, goal_page
from twelfth.web.words import level_words, titled_words
from twelfth.web.writing import as_typed

LEVERS = "levers"
ASKED_HERE = 6
"""Answers that are asked for on Distance itself, what leaves most open first; all are asked for on Your numbers."""


@for_goal
def distance(request: HttpRequest, one: Open) -> HttpResponse:
    """Each part stands alone: what cannot be answered says why, and the rest is there."""
    return _shown(request, one, None, None)


def _shown(request: HttpRequest, one: Open, option: "Option | None", answer: Told | None) -> HttpResponse:
    missing, capacity = missing_of(one), one.kept.card.thing.capacity or Capacity()
    ahead = next_things(one, _hours_typed(request))
    return goal_page(
        request,
        one,
        "distance.html",
        here="/distance",
        heading=_("How far you are"),
        as_of=one.as_of,
        stale=one.as_of < one.desk.today,
        parts=[part.split() for part in _parts(one)],
        more=not Told.is_remembered(one, LEVERS),
        missing=missing,
        questions=questions_of(one, [each.name for each in missing.answers[:ASKED_HERE]]),
        sent={},
        errors={},
        doubts={},
        last_year=one.as_of.year - 1,
        options=options_of(one),
        option=option,
        answer=answer,
        next=ahead,
        form=form_of(one, {}) if ahead is not None and ahead.asks_hours else None,
        hours=as_typed(capacity.hours_per_week),
        money=as_typed(capacity.money),
    )


def _hours_typed(request: HttpRequest) -> float | None:
    """Hours a week as they are being typed, so that what one begins with has its month by them; None while they cannot
    be read."""
    asked = Asked({"hours": request.GET.get("hours", "")})
    hours = asked.number("hours", low=1, high=MOST["hours"], unit=_("hours"), weekly=True)
    return hours if asked else None


@for_goal
def levers(request: HttpRequest, one: Open) -> HttpResponse:
    """What would change it, which takes longest: a part of the page, or the page with it."""
    part = _levers(one).split()
    if request.headers.get("HX-Request") == "true":
        return page(request, "answer.html", part=part)
    return _shown(request, one, None, None)


@for_goal
def what_if(request: HttpRequest, one: Open) -> HttpResponse:
    """The odds as they would be with one thing more: a part of the page, or the page with it."""
    chosen = request.GET.get("with", "")
    option = next((each for each in options_of(one) if each.key == chosen), None)
    answer = None if option is None else _if_so(one, option)
    if request.headers.get("HX-Request") == "true":
        return page(request, "what_if.html", option=option, answer=answer)
    return _shown(request, one, option, answer)


def _parts(one: Open) -> tuple[Told, ...]:
    """What is there at once: the levers only where they were made before."""
    rest = (_levers(one),) if Told.is_remembered(one, LEVERS) else ()
    return _gap(one), _odds(one), *rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to try: what would be true."""

    key: str
    title: str
    facts: tuple[Fact, ...]


def options_of(one: Open) -> tuple[Option, ...]:
    """The moves of the pack; without any, every other level of what may change, of an order those beyond one's own."""
    when = When.on(one.as_of)
    moves = tuple(
        Option(
            key=move.id,
            title=move.title,
            facts=tuple(Fact(trait=trait, level=level, begins=when) for trait, level in move.sets),
        )
        for move in one.process.moves
    )
    return moves or tuple(
        Option(
            key=f"{trait.name}={code:g}",
            title=f"{titled_words(trait.title)}: {level_words(trait.words(trait.level(code)))}",
            facts=(Fact(trait=trait.name, level=trait.level(code), begins=when),),
        )
        for trait in one.process.traits
        if not (trait.protected or trait.fixed) and trait.kind in ("binary", "ordered", "category")
        for code in trait.codes() or ()
        if not _is_had(one.profile[trait.name], trait, code)
    )


def _is_had(own: State, trait: Trait, code: float) -> bool:
    """Whether somebody is there, or beyond it in the order that counts."""
    if own.level is None:
        return False
    low, high = trait.span(own.level)
    return {Better.MORE: code <= low, Better.LESS: code >= high}.get(trait.better, code == low == high)


def _if_so(one: Open, option: Option) -> Told:
    """What one change alone would do, by the sum that the levers are told from."""
    from twelfth.tell import tried_words

    if not points_decide(one.process):
        return _told_odds(one, one.cases.if_so(*option.facts), f"{IF}{option.key}", option.title).split()

    def made() -> str:
        tried = try_move(one.name, option.key, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
        return Markup('<p class="lead">{}</p>').format(tried_words(tried))

    sorry = _("What would raise the chance can be told once there is one.")
    return Told.remembered(one, f"{IF}{option.key}", option.title, made, sorry=sorry)


def _odds(one: Open) -> Told:
    return _told_odds(one, one.cases, "odds", _("Your odds"))


def _told_odds(one: Open, cases: CaseOf, place: str, heading: str) -> Told:
    from twelfth.tell import Report, odds_part, rounds_part

    def made() -> str:
        answer = tell_odds(
            one.name, cases=cases, clock=one.desk.place.clock, as_of=one.as_of, learner=one.desk.place.learner
        )
        sources = one.sources(answer.as_of)
        if isinstance(answer, RoundsForecast):
            return rounds_part(Report(sources=sources, rounds=answer))
        return odds_part(Report(sources=sources, odds=answer))

    return Told.remembered(one, place, heading, made, sorry=_no_chance(one))


def _no_chance(one: Open) -> str:
    """Why there is none: of a table of one's own the figure that nobody has said, else what may be lacking."""
    table = None if one.kept.table is None else one.kept.table.thing
    if table is not None and table.applied is None and table.selected is None:
        return _("No chance can be told yet: you have not said how many apply and how many of them get in.")
    if table is not None and table.applied is None:
        return _("No chance can be told yet: you have not said how many apply.")
    if table is not None and table.selected is None:
        return _("No chance can be told yet: you have not said how many of those who apply get in.")
    return _(
        "No chance can be told yet: what is known of you, or of how many applied and how many were selected, does not "
        "allow one."
    )


def _gap(one: Open) -> Told:
    from twelfth.tell import Report, distance_part

    def made() -> str:
        answer = measure_gap(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
        return distance_part(Report(sources=one.sources(one.as_of), distance=answer))

    sorry = _("There is nobody to compare with yet: neither people who got in nor a table of points is on file.")
    heading = _("You and the last rounds") if points_decide(one.process) else _("You and those selected")
    return Told.remembered(one, "gap", heading, made, sorry=sorry)


def _levers(one: Open) -> Told:
    from twelfth.tell import Report, levers_part, moves_part

    def made() -> str:
        answer = tell_levers(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
        sources = one.sources(one.as_of)
        if isinstance(answer, MovesRead):
            return moves_part(Report(sources=sources, moves=answer))
        return levers_part(Report(sources=sources, levers=answer))

    sorry = _("What would raise the chance can be told once there is one.")
    return Told.remembered(one, LEVERS, _("What would change it"), made, sorry=sorry)
