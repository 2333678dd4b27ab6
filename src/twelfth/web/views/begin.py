"""Step 1: what do you want to become? A goal is begun in one form."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import Source, SourceKind
from twelfth.usecases import Begun, GoalCard, Thing, history_for, list_packs
from twelfth.web.asked import Asked
from twelfth.web.desk import Desk, Open, desk
from twelfth.web.names import word_of
from twelfth.web.page import page
from twelfth.web.people import FIELD, orders_said, table_read, table_sent
from twelfth.web.redirect import see
from twelfth.web.views.after_yes import cited, still_open
from twelfth.web.views.people import BLANK, is_right, looked_at
from twelfth.web.views.shared import asked_in, for_goal, once
from twelfth.web.words import N_

OWN = Source(id="own", title=N_("What I state"), kind=SourceKind.OWN)
TAKEN = frozenset({"begin", "goals", "demo", "data", "keys"})


def begin(request: HttpRequest) -> HttpResponse:
    """The first form, and a new goal where it was filled in."""
    if request.method == "POST":
        return once(request, lambda: _begun(request))
    return _form(request, {}, {})


def _form(request: HttpRequest, sent: dict[str, str], errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    packs = list_packs(packs=desk().place.packs)
    ordered = sorted(packs, key=lambda one: (one.name == BLANK, one.name))
    return page(
        request,
        "begin.html",
        status=status,
        packs=ordered,
        chosen=sent.get("pack", ""),
        sent=sent,
        errors=errors,
        first=not desk().keeping.goals.cards(),
    )


def _begun(request: HttpRequest) -> HttpResponse:
    here, asked = desk(), asked_in(request)
    title = asked.text("title", needed=_("a few words, such as astronaut"), most=120)
    text = table_sent(request, asked)
    pack = _pack(asked, here, table=bool(text) or FIELD in asked.errors)
    shown = table_read(here, asked, text) if text else None
    if not asked:
        return _form(request, {**asked.sent, FIELD: text or asked.raw(FIELD)}, asked.errors, status=400)
    table = None if shown is None else orders_said(asked, shown.table)
    if shown is not None and not (is_right(asked, shown) and asked):
        return looked_at(request, shown, asked, where="/begin", along={"title": title, "pack": BLANK})
    name = _name(title, here)
    card = GoalCard(name=name, title=_title(title, here), pack=pack, begun=here.today)
    things: tuple[Thing, ...] = (OWN,) if table is None else (OWN, table)
    here.keeping.goals.begin(Begun(card=card, things=things), event=here.event("begin", name))
    return see(f"/goal/{name}/first/round", said="begun-first")


def _pack(asked: Asked, here: Desk, *, table: bool) -> str:
    """Who decides. Whoever brings a table means it, whatever stands above it; else nothing is chosen for anybody."""
    if table:
        return BLANK
    if not asked.raw("pack"):
        asked.errors["pack"] = _("Choose who decides; “Somebody else” if it is none of these.")
        return ""
    return asked.one_of("pack", here.place.packs.names())


def _name(title: str, here: Desk) -> str:
    taken = {one.thing.name for one in here.keeping.goals.cards()} | set(here.place.cases.names()) | TAKEN
    return word_of(title, taken=taken, otherwise="goal")


def _title(title: str, here: Desk) -> str:
    """The title as it was given; with its day where another goal has it, so that the two can be told apart."""
    taken = {one.thing.title for one in here.keeping.goals.cards()}
    titles = (title, f"{title} ({here.today})", *(f"{title} ({here.today}, {n})" for n in range(2, len(taken) + 3)))
    return next(one for one in titles if one not in taken)


@for_goal
def next_goal(request: HttpRequest, one: Open) -> HttpResponse:
    """The sixth step: after a yes the next goal, with the same history."""
    if request.method == "POST":
        return once(request, lambda: _next(request, one))
    return _next_form(request, one, {}, {})


def _next_form(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    packs, steps = list_packs(packs=desk().place.packs), still_open(one)
    return page(
        request,
        "next.html",
        status=status,
        goal=one.kept.card.thing,
        packs=packs,
        sent=sent,
        errors=errors,
        people=0 if one.kept.table is None else len(one.kept.table.thing.people),
        chosen=sent.get("pack") or one.kept.card.thing.pack,
        following=steps,
        cited=cited(one, steps),
        today=one.desk.today,
    )


def _next(request: HttpRequest, one: Open) -> HttpResponse:
    here, asked = desk(), asked_in(request)
    title = asked.text("title", needed=_("a few words, such as flight commander"), most=120)
    pack = asked.one_of("pack", (*here.place.packs.names(), one.kept.card.thing.pack))
    if not asked:
        return _next_form(request, one, dict(asked.sent), asked.errors, status=400)
    name = _name(title, here)
    old = one.kept.card
    card = GoalCard(
        name=name,
        title=_title(title, here),
        pack=pack,
        begun=here.today,
        capacity=old.thing.capacity,
        also_known_as=old.thing.also_known_as,
    )
    process = here.place.packs.get(pack)
    things = history_for(one.kept, process, today=here.today, same_people=asked.raw("same-people") == "yes")
    things = things if one.kept.sources else (OWN, *things)
    here.keeping.goals.begin(Begun(card=card, things=things), event=here.event("next goal", name))
    return see(f"/goal/{name}/numbers", said="begun")
