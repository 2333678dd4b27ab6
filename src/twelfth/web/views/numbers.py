"""Your numbers: one field for each trait of the process. "?" is always allowed; unknown stays unknown."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import Truth, When
from twelfth.goal import Fact, Process, Profile, Section, Trait, check_contradictions, is_open
from twelfth.usecases import Row
from twelfth.web.asked import UNKNOWN, Asked
from twelfth.web.desk import Open, desk
from twelfth.web.missing import missing_of
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, see
from twelfth.web.words import titled_words
from twelfth.web.writing import in_field

ANSWERS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One trait as a field: its value as it is now, in the words of the form. since: the day it is true from."""

    trait: Trait
    value: str
    since: str
    options: tuple[tuple[str, str], ...]
    row: Row[Fact] | None

    @property
    def ask_since(self) -> bool:
        """Whether its own day matters: what lapses, and nothing else."""
        return self.trait.valid_months is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of the form. gate: what stands before its fields, where that is a trait; asks: the name of the question
    that does, and answer: its answer as it is now, "" where it is not known."""

    section: Section
    gate: Field | None
    asks: str
    answer: str
    fields: tuple[Field, ...]

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """With the gate."""
        return (self.gate, *self.fields) if self.gate is not None else self.fields


@for_goal
def numbers(request: HttpRequest, one: Open) -> HttpResponse:
    """The form with what is known, and its answers where they were sent."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return _form(request, one, {}, {})


def _form(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    return goal_page(
        request,
        one,
        "numbers.html",
        here="/numbers",
        heading=_("Your numbers"),
        status=status,
        parts=_parts(one) if one.process.traits else (),
        labels=_labels(one),
        missing=missing_of(one),
        sent=sent,
        errors=errors,
        last_year=one.as_of.year - 1,
    )


def _labels(one: Open) -> dict[str, str]:
    """What each field is called, by its name: to be led to."""
    titles = {trait.name: titled_words(trait.title) for trait in one.process.traits}
    days = {f"since-{name}": _("%(field)s: day of the test") % {"field": title} for name, title in titles.items()}
    return titles | days


def _parts(one: Open) -> tuple[Part, ...]:
    return tuple(_part(section, one) for section in one.process.asked)


def _part(section: Section, one: Open) -> Part:
    who, process = one.profile, one.process
    fields = tuple(_field(process.trait(name), who, one) for name in section.traits)
    typed = any(field.value not in ("", _no(field.trait)) for field in fields)  # also what has lapsed since
    return Part(
        section=section,
        gate=_field(process.trait(section.gate), who, one) if section.gate else None,
        asks=section.asks if section.ask else "",
        answer="yes" if typed else ANSWERS[is_open(section, process.traits, who)],
        fields=fields,
    )


def _field(trait: Trait, who: Profile, one: Open) -> Field:
    reading = who[trait.name]
    rows = [row for row in one.facts if row.thing.trait == trait.name]
    last = rows[-1] if rows else None
    since = "" if last is None or last.thing.begins.earliest is None else str(last.thing.begins)
    level = reading.level if last is None else last.thing.level
    return Field(
        trait=trait,
        value="" if level is None else _typed(level),
        since=since,
        options=_options(trait),
        row=last,
    )


def _typed(level: object) -> str:
    """A level as the form has it."""
    if isinstance(level, bool):
        return "yes" if level else "no"
    return in_field(level)


def _options(trait: Trait) -> tuple[tuple[str, str], ...]:
    if trait.kind == "binary":
        return (("yes", trait.words(True)), ("no", trait.words(False)))
    levels: tuple[str, ...] = getattr(trait, "levels", ())
    return tuple((one, trait.words(one)) for one in levels)


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked, day = _as_answered(asked_in(request), one.process), one.as_of
    parts = _parts(one)
    fields, sinces = [field for part in parts for field in part.all_fields], _sinces(asked, parts, day)
    facts = [(field.row, _fact(asked, field, sinces.get(field.trait.name), day)) for field in fields]
    if not asked:
        return _form(request, one, dict(asked.sent), asked.errors, status=400)
    changed = [(row, fact) for row, fact in facts if fact is not None]
    amended = {row.id for row, fact in changed if row is not None and _same_day(row.thing, fact)}
    taken_back = [field.row for field in fields if field.row is not None and _is_taken_back(asked, field)]
    gone = amended | {back.id for back in taken_back}
    stay = tuple(row.thing for row in one.facts if row.id not in gone)
    check_contradictions((*stay, *(fact for _, fact in changed)))
    goals, event = desk().keeping.goals, desk().event("numbers", one.name)
    for back in taken_back:
        goals.drop(one.name, Fact, row=back.id, was=back.version, event=event)
    for row, fact in changed:
        if row is not None and row.id in amended:
            goals.amend(one.name, fact, row=row.id, was=row.version, event=event)
    new = tuple(fact for row, fact in changed if row is None or row.id not in amended)
    if new:
        goals.keep(one.name, *new, event=event)
    then = "rounds" if asked.raw("then") == "rounds" else "distance"
    return see(f"/goal/{one.name}/{then}", said="numbers")


def _as_answered(asked: Asked, process: Process) -> Asked:
    """Whoever says no before a section is at the lapsed level of each trait of it, or without it, since no day."""
    sent = dict(asked.sent)
    for section in process.asked:
        if section.ask and asked.raw(section.asks) == "no":
            sent |= {name: _no(process.trait(name)) for name in section.traits}
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
    """Since when each level holds. Of what lapses a day is needed; left blank, it is the one of the field above, within
    one section."""
    found: dict[str, When | None] = {}
    for part in parts:
        above: When | None = None
        for field in part.all_fields:
            name = field.trait.name
            since = asked.when(f"since-{name}", latest=day)
            lapses = field.ask_since and asked.raw(name) not in UNKNOWN and asked.raw(name) != _lapsed(field.trait)
            if lapses and since is None and not field.since:
                since = above
                if since is None and f"since-{name}" not in asked.errors:
                    asked.wrong(f"since-{name}", _("the day of the test, as it expires; a month or a year will do"))
            above = since if lapses and since is not None else above
            found[name] = since
    return found


def _lapsed(trait: Trait) -> str:
    """What holds once it has lapsed, as the form has it: that needs no day."""
    return "" if trait.when_lapsed is None else _typed(trait.when_lapsed)


def _no(trait: Trait) -> str:
    """What holds of whoever says no to the question before it, as the form has it."""
    return "" if trait.when_no is None else _typed(trait.when_no)


def _fact(asked: Asked, field: Field, since: When | None, day: date) -> Fact | None:
    """What was typed, where it says something new."""
    name = field.trait.name
    level = asked.level(name, field.trait)
    if level is None:
        return None
    if _typed(level) == field.value and (since is None or str(since) == field.since):
        return None
    typed_today = When(None, day)
    anew = field.row is None or field.row.thing.begins == typed_today
    begins = since or (typed_today if anew else When.on(day))
    return Fact(trait=name, level=level, begins=begins, source=("own",))
