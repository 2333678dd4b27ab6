"""Your numbers: one field for each trait of the process. "?" is always allowed; unknown stays unknown.

Of a form only what was changed in it is written: each field carries what it showed. What another window changed
meanwhile stays, and where both changed one field the person is asked.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import NotFound, When
from twelfth.goal import Fact, Level, Numeric, Process, Trait, above_their_most
from twelfth.web.asked import UNKNOWN, Asked
from twelfth.web.beside import beside_fields, beside_typed
from twelfth.web.both_versions import BothVersions, Line, sent_again, told_both
from twelfth.web.desk import Open, desk
from twelfth.web.missing import missing_of
from twelfth.web.page import page
from twelfth.web.plausible import check_plausible, levels_of
from twelfth.web.redirect import see
from twelfth.web.views.fixed import fixed_said, may_be_fixed, write_fixed
from twelfth.web.views.number_fields import Field, Part, no_of, parts_of, typed_as
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once
from twelfth.web.words import day_words, level_words, titled_words, when_words

NOTHING = "0"


@for_goal
def numbers(request: HttpRequest, one: Open) -> HttpResponse:
    """The form with what is known, and its answers where they were sent."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return _form(request, one, {}, {})


@for_goal
def beside(request: HttpRequest, one: Open, trait: str) -> HttpResponse:
    """What stands beside one field, as it would with what is typed there: a part of the page, or the page at that
    field. What cannot be read yet has no place."""
    unknown: dict[str, Level | None] = {each.name: None for each in one.process.traits}  # only this field is told
    levels = _levels(one, {trait: request.GET.get(trait, "")})
    told = beside_typed(one, unknown | levels).traits.get(trait)
    if told is None:
        raise NotFound(_("Nothing is told beside a field of that name."), next_step=_("Look at your numbers."))
    if request.headers.get("HX-Request") == "true":
        return page(request, "beside.html", goal=one.kept.card.thing, trait=trait, told=told)
    return see(f"/goal/{one.name}/numbers#{trait}")


def _form(
    request: HttpRequest,
    one: Open,
    sent: dict[str, str],
    errors: dict[str, str],
    *,
    doubts: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    return goal_page(
        request,
        one,
        "numbers.html",
        here="/numbers",
        heading=_("Your numbers"),
        status=status,
        parts=parts_of(one) if one.process.traits else (),
        labels=_labels(one),
        missing=missing_of(one),
        beside=beside_typed(one, _levels(one, sent)) if sent else beside_fields(one),
        sent=sent,
        errors=errors,
        doubts=doubts or {},
        fixable=may_be_fixed(one),
        last_year=one.as_of.year - 1,
    )


def _levels(one: Open, sent: Mapping[str, str]) -> dict[str, Level | None]:
    """What was typed, by trait, as far as it can be read."""
    asked = Asked(sent)
    return {each.name: asked.level(each.name, each) for each in one.process.traits if each.name in sent}


def _labels(one: Open) -> dict[str, str]:
    """What each field is called, by its name: to be led to."""
    titles = {trait.name: titled_words(trait.title) for trait in one.process.traits}
    asks = {section.asks: _(section.ask) for section in one.process.asked if section.ask}
    days = {f"since-{name}": _("%(field)s: day of the test") % {"field": title} for name, title in titles.items()}
    return titles | asks | days


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = _as_answered(asked_in(request), one.process), one.as_of
    parts = parts_of(one)
    now = {field.trait.name: field for part in parts for field in part.all_fields}
    typed = _typed_facts(asked, tuple(_as_shown(part, asked) for part in parts), day)
    differing = {name: fact for name, (fact, _shown) in typed.items() if not now[name].says(fact)}
    clashing = [] if not asked else [name for name in differing if _is_other(typed[name][1], now[name])]
    if clashing:
        both = _both(request, [(now[name], differing[name]) for name in clashing])
        return told_both(request, both if len(clashing) < len(differing) else replace(both, rest=()))
    changed = [(now[name].row, fact) for name, fact in differing.items() if fact is not None]
    amended = {row.id for row, fact in changed if row is not None and _same_day(row.thing, fact)}
    taken_back = [row for name, fact in differing.items() if fact is None and (row := now[name].row) is not None]
    gone = amended | {back.id for back in taken_back}
    stay = tuple(row.thing for row in one.facts if row.id not in gone)
    _check_together(asked, one.process, differing, now, stay)
    _check_opened(asked, one.process, now)
    for name, fact in differing.items():
        if fact is not None and now[name].trait.kind == "numeric":
            check_plausible(asked, name, fact.level, levels_of(one.process.yes_group, name))
    if not asked:
        return _form(request, one, dict(asked.sent), asked.errors, doubts=asked.doubts, status=400)
    goals, event = desk().keeping.goals, desk().event("numbers", one.name)
    with desk().keeping.at_once():
        for back in taken_back:
            goals.drop(one.name, Fact, row=back.id, was=back.version, event=event)
        for row, fact in changed:
            if row is not None and row.id in amended:
                goals.amend(one.name, fact, row=row.id, was=row.version, event=event)
        new = tuple(fact for row, fact in changed if row is None or row.id not in amended)
        if new:
            goals.keep(one.name, *new, event=event)
        boxes = fixed_said(asked, one)
        write_fixed(
            one,
            more=[name for name, ticked in boxes.items() if ticked],
            less=[name for name, ticked in boxes.items() if not ticked],
        )
    then = "rounds" if asked.raw("then") == "rounds" else "distance"
    return see(f"/goal/{one.name}/{then}", said="numbers")


def _typed_facts(asked: Asked, parts: tuple[Part, ...], day: date) -> dict[str, tuple[Fact | None, Field]]:
    """What was changed in the form, by trait, with the field as it was shown; None where a number was cleared."""
    sinces = _sinces(asked, parts, day)
    fields = [field for part in parts for field in part.all_fields]
    facts = [(field, _fact(asked, field, sinces.get(field.trait.name), day)) for field in fields]
    found = {field.trait.name: (fact, field) for field, fact in facts}
    return {name: (fact, field) for name, (fact, field) in found.items() if fact or _is_taken_back(asked, field)}


def _check_together(
    asked: Asked, process: Process, typed: Mapping[str, Fact | None], now: Mapping[str, Field], stay: tuple[Fact, ...]
) -> None:
    """Note at its field what cannot be true beside something else that was typed. stay: what is kept besides."""
    levels = {name: field.row.thing.level if field.row is not None else None for name, field in now.items()}
    levels |= {name: None if fact is None else fact.level for name, fact in typed.items()}
    for part, whole in above_their_most(process.traits, levels):
        if part.name in typed or whole.name in typed:
            most = {"most": level_words(whole.words(levels[whole.name] or 0)), "whole": titled_words(whole.title)}
            asked.wrong(part.name, _("at most the %(most)s of “%(whole)s”, of which it is a part") % most)
    for name, fact in typed.items():
        others = () if fact is None else tuple(one for one in stay if one.trait == name and one.contradicts(fact))
        if others and fact is not None and not any(one.corrects(fact) or fact.corrects(one) for one in others):
            before = {"level": _told(now[name], others[0])}
            asked.wrong(name, _("what fits your earlier word for that very day: %(level)s") % before)


def _check_opened(asked: Asked, process: Process, now: Mapping[str, Field]) -> None:
    """Note where yes was said before a section and nothing in it: of what, would be lost without a word."""
    for section in process.asked:
        nothing = all(asked.raw(name) in UNKNOWN and now[name].value == "" for name in section.traits if name in now)
        if section.ask and asked.raw(section.asks) == "yes" and nothing:
            asked.wrong(section.asks, _("an answer to one of the questions under it, or “?” here"))


def _as_shown(part: Part, asked: Asked) -> Part:
    """A part as the form had it when it was made; as it is now where the form does not say."""

    def shown(field: Field) -> Field:
        name = field.trait.name
        was, since = (asked.sent.get(f"was-{each}") for each in (name, f"since-{name}"))
        return replace(field, value=field.value if was is None else was, since=field.since if since is None else since)

    gate = None if part.gate is None else shown(part.gate)
    return replace(part, gate=gate, fields=tuple(shown(field) for field in part.fields))


def _is_other(shown: Field, now: Field) -> bool:
    """Whether another window changed it since the form was made."""
    return (shown.value, shown.since) != (now.value, now.since)


def _both(request: HttpRequest, clashing: list[tuple[Field, Fact | None]]) -> BothVersions:
    """What was typed here and what another window wrote, of each field that both changed. Sent again it is of these
    alone that the other window's word is known."""
    were = {f"was-{field.trait.name}": [field.value] for field, _fact in clashing}
    were |= {f"was-since-{field.trait.name}": [field.since] for field, _fact in clashing if field.ask_since}
    theirs = {name.removeprefix("was-"): value for name, value in were.items()}
    return BothVersions(
        lines=tuple(
            Line(
                label=titled_words(field.trait.title),
                yours=_told(field, fact),
                now=_told(field, field.row.thing if field.row is not None else None),
            )
            for field, fact in clashing
        ),
        where=request.path,
        along=sent_again(request, were),
        back=request.path,
        rest=sent_again(request, were | theirs),
    )


def _told(field: Field, fact: Fact | None) -> str:
    """A fact in words, with its day where that matters."""
    if fact is None or fact.level is None:
        return "?"
    told = level_words(field.trait.words(fact.level))
    return f"{told}, {when_words(fact.begins)}" if field.ask_since and fact.begins.earliest is not None else told


def _as_answered(asked: Asked, process: Process) -> Asked:
    """Whoever says no before a section is at the lapsed level of each trait of it, or without it, since no day. Of
    nothing at all every part is nothing."""
    sent = dict(asked.sent)
    for trait in process.traits:
        if isinstance(trait, Numeric) and asked.raw(trait.at_most) == NOTHING and asked.raw(trait.name) in UNKNOWN:
            sent[trait.name] = NOTHING
    for section in process.asked:
        if section.ask and asked.raw(section.asks) == "no":
            sent |= {name: no_of(process.trait(name)) for name in section.traits}
            sent |= {f"since-{name}": "" for name in section.traits}
    return Asked(sent)


def _same_day(before: Fact, now: Fact) -> bool:
    """What was typed today and is typed anew today was a slip: it is mended, not followed by another fact."""
    return before.begins == now.begins


def _is_taken_back(asked: Asked, field: Field) -> bool:
    """Whether a number that was there was cleared: one does not know it after all. The trail keeps what it was."""
    name = field.trait.name
    return name in asked.sent and asked.raw(name) in UNKNOWN and field.value != ""


def _sinces(asked: Asked, parts: tuple[Part, ...], day: date) -> dict[str, When | None]:
    """Since when each level holds. Of what lapses a day is needed; left blank, or left as it was where it was that of
    the field above, it is the one of the field above, within one section."""
    found: dict[str, When | None] = {}
    for part in parts:
        above: When | None = None
        for field in part.all_fields:
            name = field.trait.name
            since = asked.when(f"since-{name}", latest=day, expected_else=_rules_end(day))
            lapses = field.ask_since and asked.raw(name) not in UNKNOWN and asked.raw(name) != _lapsed(field.trait)
            if lapses and ((since is None and not field.since) or (above is not None and _follows(field, since))):
                since = above
                if since is None and f"since-{name}" not in asked.errors:
                    asked.wrong(f"since-{name}", _("the day of the test, as it expires; a month or a year will do"))
            above = since if lapses and since is not None else _stays(field, asked) or above
            found[name] = since
    return found


def _follows(field: Field, since: When | None) -> bool:
    """Whether its day was that of the field above, and was not touched."""
    return bool(field.day_above) and field.since == field.day_above and str(since) == field.since


def _stays(field: Field, asked: Asked) -> When | None:
    """The day it has, where a part of the form was sent and it was not in it."""
    return field.row.thing.begins if field.since and field.trait.name not in asked.sent and field.row else None


def _rules_end(day: date) -> str:
    """What is expected of a day after the last for which rules are on file, where that is past."""
    if day >= desk().today:
        return ""
    told = _("a day not after %(day)s, the last for which the rules are on file: leave it as it was until they go on")
    return told % {"day": day_words(day)}


def _lapsed(trait: Trait) -> str:
    """What holds once it has lapsed, as the form has it: that needs no day."""
    return "" if trait.when_lapsed is None else typed_as(trait.when_lapsed)


def _fact(asked: Asked, field: Field, since: When | None, day: date) -> Fact | None:
    """What was typed, where it says something new."""
    name = field.trait.name
    level = asked.level(name, field.trait, counted=day if field.counted else None)
    if level is None:
        return None
    if typed_as(level) == field.value and (since is None or str(since) == field.since):
        return None
    before = When(None, day) if field.row is None else field.row.thing.begins
    begins = since or (before if before.latest == day else When.on(day))  # typed today: it was a slip
    return Fact(trait=name, level=level, begins=begins, source=("own",))
