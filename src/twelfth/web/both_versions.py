"""What two windows say of one thing: what was sent here, and what is kept by now, field by field and in words.

A form carries what it was made from. Where that has changed meanwhile nothing is written, and the person sees both and
sends theirs again, on purpose, or lets stand what is there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.goal import Attempt, Way
from twelfth.usecases import Document, GoalCard, Pause, PeopleColumn, PeopleKept, RoadKept, Row, Stale, Thing
from twelfth.web.page import page
from twelfth.web.words import ABILITIES, N_, STAGES, ability_words, day_words, hours_words, stage_words, when_words
from twelfth.web.writing import as_typed, point
from twelfth.work import Ability, Effort, Learning

LABELS = {
    "ability": N_("How far are you?"),
    "resource": N_("What you learn it from"),
    "proof": N_("What will show it"),
    "hours": N_("Hours, by your own estimate"),
    "months": N_("Months it takes at least"),
    "cost": N_("Money"),
    "currency": N_("Currency"),
    "passes": N_("Your chance to pass at one attempt"),
    "title": N_("What it is"),
    "address": N_("Where it is"),
    "sha256": N_("SHA-256"),
    "time": N_("Time worked"),
    "note": N_("Note"),
    "stage": N_("The answer"),
    "on": N_("On which day"),
    "who": N_("Who"),
    "applied": N_("About how many apply to a round?"),
    "selected": N_("How many of them are selected?"),
    "people": N_("The table"),
    "money": N_("Money you can spend on it"),
}
"""What the forms call their fields, by name."""
OF_A_ROAD = {"hours": N_("Hours a week you can give it")}
ORDER = "order-"
"""How the fields begin that say which words of a column count for more."""
REMOVING = frozenset({"drop-work", "drop-rest"})
"""Addresses whose forms only take something away."""
LONGEST = 300
"""Signs of one value on the page; what is sent again is whole."""
Told = tuple[str, str]
"""A field by its name, and its value in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field: what it is called, what was sent, what is there now; "" where it says nothing. unasked: the form did
    not ask for it, and sent again it leaves it as it is."""

    label: str
    yours: str
    now: str
    unasked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BothVersions:
    """gone: it was removed, so there is nothing to write over. removing: it was to be taken away. along: the form as it
    was sent, made from what is there now: empty where it cannot be sent again; of what is gone, to add it anew. rest:
    the form with the other window's word wherever both have one; empty where that leaves nothing to write."""

    lines: tuple[Line, ...]
    where: str
    along: tuple[tuple[str, str], ...]
    back: str
    gone: bool = False
    removing: bool = False
    rest: tuple[tuple[str, str], ...] = ()


def told_both(request: HttpRequest, both: BothVersions) -> HttpResponse:
    """The page that says so."""
    return page(request, "stale.html", status=409, both=both)


def of_stale(request: HttpRequest, error: Stale) -> BothVersions:
    """What a form sent and what it was refused for."""
    kept = error.kept
    removing = request.POST.get("do") == "drop" or _address(request) in REMOVING
    now = {} if kept is None else dict(_now(request, kept.thing))
    names = [*now, *(name for name in request.POST if name in LABELS and name not in now and kept is None)]
    ours = {**LABELS, **(OF_A_ROAD if kept is not None and isinstance(kept.thing, GoalCard) else {})}
    labels = {name: _(label) for name, label in ours.items()} | _columns(kept)
    yours = {} if removing else {name: _yours(name, str(request.POST.get(name, ""))) for name in names}
    yours |= _orders_sent(request, kept)
    return BothVersions(
        lines=tuple(
            Line(
                label=labels.get(name, name),
                yours=_cut(yours.get(name, "")),
                now=_cut(now.get(name, "")),
                unasked=name == "people" and name not in request.POST,
            )
            for name in names
        ),
        where=request.path,
        along=() if kept is None or request.FILES else sent_again(request, _versions(request, kept)),
        back=_back(request),
        gone=kept is None,
        removing=removing,
    )


def of_gone(request: HttpRequest, row: Row[PeopleKept]) -> BothVersions:
    """What a form sent of somebody who is in the table no more: it can be sent again, as of somebody new."""
    removing = request.POST.get("do") == "drop"
    labels = {"who": _("Who"), **{f"of-{column.name}": column.title for column in row.thing.columns}}
    yours = ((label, _yours(name, str(request.POST.get(name, "")))) for name, label in labels.items())
    table = _back(request)
    return BothVersions(
        lines=() if removing else tuple(Line(label=label, yours=_cut(typed), now="") for label, typed in yours),
        where=f"{table}/add",
        along=() if removing else sent_again(request, {"was": [str(row.version)]}),
        back=table,
        gone=True,
    )


def sent_again(request: HttpRequest, anew: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
    """Every field of a form but its key, some of them with other values."""
    sent = {name: [str(each) for each in values] for name, values in request.POST.lists() if name != "key"}
    sent |= {name: list(values) for name, values in anew.items()}
    return tuple((name, value) for name, values in sent.items() for value in values)


def _versions(request: HttpRequest, kept: Row[Thing] | Row[GoalCard]) -> dict[str, list[str]]:
    """The fields that say what a form was made from, as of now."""
    if isinstance(kept.thing, Way):
        return {"was-way": [str(kept.version)]}
    if isinstance(kept.thing, GoalCard):
        return {f"was-{name}": [value] for name, value in _amounts(kept.thing)}
    rows = [str(each) for each in request.POST.getlist("row")]
    before = [str(each) for each in request.POST.getlist("was")]
    if len(rows) > 1 and len(rows) == len(before):
        pairs = zip(rows, before, strict=True)
        return {"was": [str(kept.version) if row == str(kept.id) else was for row, was in pairs]}
    return {"was": [str(kept.version)]}


def _address(request: HttpRequest) -> str:
    match = request.resolver_match
    return "" if match is None else match.url_name or ""


def _back(request: HttpRequest) -> str:
    """The page the form is on."""
    goal = f"/goal/{request.resolver_match.kwargs['goal']}" if request.resolver_match else "/"
    pages = {"drop-work": "/work", "timer": "/work", "drop-rest": "/road", "answer": "/rounds", "figures": "/people"}
    pages |= {
        "draw": "/road",
        "accept": "/road",
        "mix": "/road",
        "again": "/road",
        "add-person": "/people",
        "person": "/people",
        "order": "/people",
        "fixed": "/people",
    }
    name = _address(request)
    return goal + pages[name] if name in pages else request.path


def _cut(told: str) -> str:
    return told if len(told) <= LONGEST else told[:LONGEST] + "…"


def _yours(name: str, sent: str) -> str:
    """A value as it was typed, as pages tell it."""
    if name == "ability" and sent in {each.value for each in ABILITIES}:
        return ability_words(Ability(sent))
    if name == "stage" and sent in STAGES:
        return stage_words(sent)
    if sent in ("yes", "no"):
        return _("yes") if sent == "yes" else _("no")
    try:
        return day_words(date.fromisoformat(sent)) if name == "on" else sent
    except ValueError:
        return sent


def _now(request: HttpRequest, thing: Thing | GoalCard) -> Iterator[Told]:
    """What is kept, by the names of the fields that ask for it."""
    teller = _TELLERS.get(type(thing))
    if teller is not None:
        yield from teller(request, thing)


def _learning(_request: HttpRequest, one: Learning) -> Iterator[Told]:
    yield "ability", ability_words(one.ability)
    yield "resource", one.resource
    yield "proof", one.proof


def _way(_request: HttpRequest, one: Way) -> Iterator[Told]:
    passes = None if one.passes is None else 100 * one.passes
    for name, value in (("hours", one.hours_low), ("months", one.months), ("cost", one.cost_low), ("passes", passes)):
        yield name, as_typed(value)
    yield "currency", one.currency


def _document(_request: HttpRequest, one: Document) -> Iterator[Told]:
    yield "title", one.title
    yield "address", one.address
    yield "sha256", one.sha256


def _effort(_request: HttpRequest, one: Effort) -> Iterator[Told]:
    yield "on", day_words(one.on)
    yield "time", hours_words(one.minutes)
    yield "note", one.note


def _attempt(_request: HttpRequest, one: Attempt) -> Iterator[Told]:
    yield "stage", stage_words(one.history[-1].stage)
    yield "on", when_words(one.history[-1].on)


def _card(_request: HttpRequest, one: GoalCard) -> Iterator[Told]:
    yield from _amounts(one)


def _amounts(one: GoalCard) -> Iterator[Told]:
    yield "hours", as_typed(one.capacity.hours_per_week if one.capacity else None)
    yield "money", as_typed(one.capacity.money if one.capacity else None)


def _road(_request: HttpRequest, one: RoadKept) -> Iterator[Told]:
    yield "on", day_words(one.accepted or one.made)


def _pause(_request: HttpRequest, one: Pause) -> Iterator[Told]:
    yield "on", day_words(one.monday)


def _people(request: HttpRequest, one: PeopleKept) -> Iterator[Told]:
    """The person that was mended, the figures or the orders; and all of it, for that is what another window changed."""
    key = str(request.resolver_match.kwargs.get("key", "")) if request.resolver_match else ""
    person = one.person(key)
    if "applied" in request.POST:
        yield "applied", as_typed(one.applied)
        yield "selected", as_typed(one.selected)
    elif person is not None or "who" in request.POST:
        yield "who", "" if person is None else person.id
        for place, column in enumerate(one.columns):
            level = None if person is None else person.levels[place]
            written = as_typed(level) if isinstance(level, float) else ""
            yield f"of-{column.name}", written or _yours("", "" if person is None else one.cells(person)[place])
    for column in _ordered(request, one):
        yield f"{ORDER}{column.name}", _worded(column, column.order)
    yield "people", one.pasted(point(), yes=_("yes"))


def _ordered(request: HttpRequest, one: PeopleKept) -> tuple[PeopleColumn, ...]:
    """The columns of which a form says an order."""
    sent = tuple(name for name in request.POST if name.startswith(ORDER))
    return tuple(column for column in one.columns if any(name.startswith(f"{ORDER}{column.name}-") for name in sent))


def _worded(column: PeopleColumn, words: Iterable[str]) -> str:
    """Words in their order, as they are written."""
    shown = dict(column.levels)
    return " < ".join(shown[word] for word in words)


def _orders_sent(request: HttpRequest, kept: Row[Thing] | Row[GoalCard] | None) -> dict[str, str]:
    """The orders a form says, by the name their line has; words without a number are left out."""
    if kept is None or not isinstance(kept.thing, PeopleKept):
        return {}
    found = {}
    for column in _ordered(request, kept.thing):
        said = {
            word: str(request.POST.get(f"{ORDER}{column.name}-{word}", "")).strip() for word, _shown in column.levels
        }
        placed = (word for word in said if said[word].isdecimal())
        found[f"{ORDER}{column.name}"] = _worded(column, sorted(placed, key=lambda word: int(said[word][:9])))
    return found


def _columns(kept: Row[Thing] | Row[GoalCard] | None) -> dict[str, str]:
    if kept is None or not isinstance(kept.thing, PeopleKept):
        return {}
    return {f"{before}{column.name}": column.title for column in kept.thing.columns for before in ("of-", ORDER)}


_TELLERS: dict[type, Callable[..., Iterator[Told]]] = {
    Learning: _learning,
    Way: _way,
    Document: _document,
    Effort: _effort,
    Attempt: _attempt,
    GoalCard: _card,
    RoadKept: _road,
    Pause: _pause,
    PeopleKept: _people,
}
