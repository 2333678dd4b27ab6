"""The fields of Your numbers: one for each trait of the process, in the sections it asks them in, as they are now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from twelfth.base import Truth
from twelfth.goal import Fact, Profile, Section, Trait, is_open
from twelfth.usecases import Row
from twelfth.web.desk import Open
from twelfth.web.writing import in_field

ANSWERS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One trait as a field: its value now, in the words of the form. since: the day it is true from. above: the
    field before it whose day is its own unless another one is given, as of tests of one sitting, and day_above: that
    day; "" for the first of them. counted: years are counted from it."""

    trait: Trait
    value: str
    since: str
    options: tuple[tuple[str, str], ...]
    row: Row[Fact] | None
    above: str = ""
    day_above: str = ""
    counted: bool = False

    @property
    def ask_since(self) -> bool:
        """Whether its own day matters: what lapses, and nothing else."""
        return self.trait.valid_months is not None

    def says(self, fact: Fact | None) -> bool:
        """Whether it says already what was typed; None: nothing."""
        if fact is None:
            return self.value == ""
        since = "" if fact.begins.earliest is None else str(fact.begins)
        return self.value == typed_as(fact.level) and (not self.ask_since or self.since == since)


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


def parts_of(one: Open) -> tuple[Part, ...]:
    """Every section of the form, in order."""
    return tuple(_part(section, one) for section in one.process.asked)


def questions_of(one: Open, names: Sequence[str]) -> tuple[Field | Part, ...]:
    """The fields of these names, and the questions before a section: to be answered elsewhere and sent here."""
    if not names:
        return ()
    parts = parts_of(one)
    fields: dict[str, Field | Part] = {field.trait.name: field for part in parts for field in part.all_fields}
    fields |= {part.asks: part for part in parts if part.asks}
    found = (fields[name] for name in names if name in fields)
    return tuple(_alone(one, names) if isinstance(one, Field) else one for one in found)


def _alone(field: Field, names: Sequence[str]) -> Field:
    """Its own day is asked for openly where that of the field above is neither known nor asked for."""
    return field if field.day_above or field.above in names else replace(field, above="")


def _part(section: Section, one: Open) -> Part:
    who, process = one.profile, one.process
    fields = _one_sitting(_field(process.trait(name), who, one) for name in section.traits)
    typed = any(field.value not in ("", no_of(field.trait)) for field in fields)  # also what has lapsed since
    return Part(
        section=section,
        gate=_field(process.trait(section.gate), who, one) if section.gate else None,
        asks=section.asks if section.ask else "",
        answer="yes" if typed else ANSWERS[is_open(section, process.traits, who)],
        fields=fields,
    )


def _one_sitting(fields: Iterable[Field]) -> tuple[Field, ...]:
    """What lapses in one section, each after the one before it."""
    found, above = list[Field](), None
    for field in fields:
        found.append(field if above is None else replace(field, above=above.trait.name, day_above=above.since))
        above = field if field.ask_since else above
    return tuple(found)


def _field(trait: Trait, who: Profile, one: Open) -> Field:
    reading = who[trait.name]
    rows = [row for row in one.facts if row.thing.trait == trait.name]
    last = max(rows, key=lambda row: (row.thing.begins.latest or date.max, row.id), default=None)
    since = "" if last is None or last.thing.begins.earliest is None else str(last.thing.begins)
    level = reading.level if last is None else last.thing.level
    return Field(
        trait=trait,
        value="" if level is None else typed_as(level),
        since=since,
        options=_options(trait),
        row=last,
        counted=any(each.years_since == trait.name for each in one.process.derived),
    )


def _options(trait: Trait) -> tuple[tuple[str, str], ...]:
    if trait.kind == "binary":
        return (("yes", trait.words(True)), ("no", trait.words(False)))
    levels: tuple[str, ...] = getattr(trait, "levels", ())
    return tuple((one, trait.words(one)) for one in levels)


def typed_as(level: object) -> str:
    """A level as the form has it."""
    if isinstance(level, bool):
        return "yes" if level else "no"
    return in_field(level)


def no_of(trait: Trait) -> str:
    """What holds of whoever says no to the question before it, as the form has it."""
    return "" if trait.when_no is None else typed_as(trait.when_no)
