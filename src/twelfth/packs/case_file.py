"""Case files: one person as one TOML file, read against the pack it names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from twelfth.base import UNKNOWN_DAY, InvalidInput, NotEnoughData, Source, SourceKind, When, invalid
from twelfth.goal import (
    Attempt,
    Capacity,
    Case,
    Certainty,
    Fact,
    Level,
    Process,
    Round,
    Stage,
    StageName,
    Trait,
    Way,
    check_contradictions,
    parse_number,
)
from twelfth.packs.form import Form, read_form
from twelfth.packs.limits import MOST_FACTS
from twelfth.packs.report import Report
from twelfth.packs.way_files import read_own_way

SCHEMA = 1
PackOf = Callable[[str], Process]
Read = TypeVar("Read")


def read_case(path: Path, *, pack_of: PackOf) -> Case:
    """The case a file describes. `pack_of` gives the process for the pack's name as the file writes it.

    Raises:
        NotFound: no such file, or no such pack.
        InvalidInput: every problem found, each with file, line, field, value and what was expected.
    """
    form = read_form(path)
    report = Report()
    found: list[Case] = []
    with report.at(form.file):
        found.append(_case(form, report, pack_of))
        check_contradictions(found[0].facts)
        _check_days(found[0].facts)
    report.finish()
    return found[0]


def _case(form: Form, report: Report, pack_of: PackOf) -> Case:
    if form.get("schema", int) != SCHEMA:
        raise form.problem("schema", form.raw("schema"), f"{SCHEMA}, the version of the format this program reads")
    process = pack_of(form.text("pack"))
    sources = tuple(_source(one) for one in form.forms("source"))
    stated = form.forms("fact")
    if len(stated) > MOST_FACTS:
        raise form.problem("fact", f"{len(stated):,} facts", f"at most {MOST_FACTS:,} of one person")
    facts = _collected(stated, report, lambda one: _fact(one, process, sources))
    attempts = _collected(form.forms("attempt"), report, lambda one: _attempt(one, process, sources))
    case = Case(
        name=form.text("name"),
        title=form.text("title"),
        pack=form.text("pack"),
        facts=tuple(facts),
        attempts=tuple(sorted(attempts, key=lambda one: process.round(one.round).decided)),
        sources=sources,
        also_known_as=form.words("also_known_as"),
        invented=form.get("invented", bool, False),
        capacity=_capacity(form.form("capacity")),
        ways=_ways(form, report, process, sources),
    )
    form.finish()
    return case


def _check_days(facts: tuple[Fact, ...]) -> None:
    """Refuse two days for one thing, such as two dates of birth: a day does not become another one with time."""
    first: dict[str, Fact] = {}
    for fact in (one for one in facts if isinstance(one.level, date)):
        before = first.setdefault(fact.trait, fact)
        if before.level != fact.level and not (fact.corrects(before) or before.corrects(fact)):
            told = f"{before.level} and {fact.level}"
            raise invalid(f"fact {fact.trait}", told, "one day", next_step="Remove the one that is wrong.")


def _collected(forms: list[Form], report: Report, read: Callable[[Form], Read]) -> list[Read]:
    found = []
    for one in forms:
        with report.at(one.file, line=one.line()):
            found.append(read(one))
    return found


def _source(form: Form) -> Source:
    kind = form.text("kind", SourceKind.OWN.value)
    if kind not in set(SourceKind):
        raise form.problem("kind", kind, f"one of {', '.join(SourceKind)}")
    source = Source(
        id=form.text("id"), title=form.text("title"), address=form.text("address", ""), kind=SourceKind(kind)
    )
    form.finish()
    return source


def _fact(form: Form, process: Process, sources: tuple[Source, ...]) -> Fact:
    trait = _trait(form, process)
    begins = form.when("from") or UNKNOWN_DAY
    unit = form.text("unit", trait.unit)
    if unit != trait.unit:
        raise form.problem("unit", unit, f"{trait.unit or 'no unit'}, the unit of {trait.name}")
    scale = form.text("scale", "")
    fact = Fact(
        trait=trait.name,
        level=_scaled(form, process, trait, scale, begins) if scale else _level(form, trait),
        begins=begins,
        ends=form.when("to"),
        known=form.day("known"),
        certainty=_certainty(form),
        source=_cited(form, sources),
        note=form.text("note", ""),
    )
    form.finish()
    return fact


def _trait(form: Form, process: Process) -> Trait:
    name = form.text("trait")
    for trait in process.traits:
        if trait.name == name:
            return trait
    known = ", ".join(trait.name for trait in process.traits)
    raise form.problem("trait", name, f"a trait of the pack {process.name}: {known}")


def _level(form: Form, trait: Trait) -> Level:
    value = form.raw("value")
    if value is None or value == "":
        raise form.problem("value", None, "the level; leave the fact out when it is not known")
    if isinstance(value, datetime | time):
        raise form.problem("value", value, "a day without a time")
    try:
        return trait.parse(value)
    except InvalidInput as error:
        raise form.problem("value", value, error.problems[0].expected) from None


def _scaled(form: Form, process: Process, trait: Trait, scale: str, begins: When) -> Level:
    """A raw test score as the level its chart gives, by the chart valid on the day of the test."""
    try:
        score = parse_number(form.raw("value"), thing=f"score on {scale}")
    except InvalidInput as error:
        raise form.problem("value", form.raw("value"), error.problems[0].expected) from None
    bands = [band for band in process.scales if band.scale == scale and band.trait == trait.name]
    if not bands:
        known = sorted({band.scale for band in process.scales if band.trait == trait.name})
        raise form.problem("scale", scale, f"a scale for {trait.name}: {', '.join(known) or 'none in this pack'}")
    day = begins.latest
    valid = [one for one in bands if day is None or ((one.begins or day) <= day <= (one.ends or day))]
    if not valid:
        raise NotEnoughData(f"{form.file}: no chart of {scale} is sourced for {begins}.")
    for band in valid:
        if band.first <= score <= band.last:
            return band.level
    if score < 0:
        raise form.problem("value", score, f"a score of {scale} of at least 0")
    lowest, highest = min(one.first for one in valid), max(one.last for one in valid)
    if score < lowest and trait.when_lapsed is not None:
        return trait.when_lapsed
    raise form.problem("value", score, f"a score of {scale} from {lowest:g} to {highest:g}, in its steps")


def _attempt(form: Form, process: Process, sources: tuple[Source, ...]) -> Attempt:
    round_id = form.text("round")
    if round_id not in {one.id for one in process.rounds}:
        raise form.problem("round", round_id, f"the id of a round of the pack {process.name}")
    held, forms = process.round(round_id), form.forms("stage")
    history = tuple(_stage(one) for one in forms)
    if not history:
        raise form.problem("stage", None, "at least one [[attempt.stage]]")
    attempt = Attempt(
        round=round_id,
        history=history,
        seat=_seat(form, process),
        certainty=_certainty(form).value,
        source=_cited(form, sources),
    )
    form.finish()
    checked = (_with_the_round(one, stage, held) for one, stage in zip(forms, history, strict=True))
    return replace(attempt, history=tuple(checked))


def _seat(form: Form, process: Process) -> str:
    seat = form.text("seat", "")
    seats = set(process.yes_group.seats or ()) - {""} if process.yes_group is not None else set()
    if seat and seats and seat not in seats:
        raise form.problem("seat", seat, f"one of the pack's seats: {', '.join(sorted(seats))}")
    return seat


def _stage(form: Form) -> Stage:
    name = form.text("stage")
    if name not in set(StageName):
        raise form.problem("stage", name, f"one of {', '.join(StageName)}")
    stage = Stage(stage=StageName(name), on=form.when("on") or UNKNOWN_DAY)
    form.finish()
    return stage


def _with_the_round(form: Form, stage: Stage, held: Round) -> Stage:
    """A stage whose day the round does not contradict. A decision of unknown day fell by the day of the round's."""
    on, decided = stage.on, When.on(held.decided)
    if stage.stage is StageName.SUBMITTED and decided.certainly_before(on):
        raise form.problem("on", on, f"a day not after the decision of round {held.id} on {held.decided}")
    if stage.stage not in (StageName.SELECTED, StageName.NOT_SELECTED):
        return stage
    if held.opens is not None and on.certainly_before(When.on(held.opens)):
        raise form.problem("on", on, f"a day not before round {held.id} opened on {held.opens}")
    if held.cut_off is not None and on.certainly_before(decided):
        raise form.problem("on", on, f"a day not before round {held.id} was held on {held.decided}")
    return Stage(stage=stage.stage, on=When(None, held.decided)) if on == UNKNOWN_DAY else stage


def _certainty(form: Form) -> Certainty:
    word = form.text("certainty", Certainty.STATED.value)
    if word not in set(Certainty):
        raise form.problem("certainty", word, f"one of {', '.join(Certainty)}")
    return Certainty(word)


def _cited(form: Form, sources: tuple[Source, ...]) -> tuple[str, ...]:
    cited = form.sources()
    known = {source.id for source in sources}
    for one in cited:
        if one not in known:
            raise form.problem("source", one, f"the id of a [[source]] of this file: {', '.join(sorted(known))}")
    return cited


def _ways(form: Form, report: Report, process: Process, sources: tuple[Source, ...]) -> tuple[Way, ...]:
    """A person's own figures, once for each level."""
    ways = _collected(form.forms("way"), report, lambda one: read_own_way(one, process, _cited(one, sources)))
    levels = [(one.to, one.level) for one in ways]
    for to, level in levels:
        if levels.count((to, level)) > 1:
            raise form.problem("way", to if level is None else f"{to} {level}", "one [[way]] for each level or move")
    return tuple(ways)


def _capacity(form: Form | None) -> Capacity | None:
    if form is None:
        return None
    capacity = Capacity(
        hours_per_week=form.get("hours_per_week", float, None),
        money=form.get("money", float, None),
        currency=form.text("currency", ""),
    )
    form.finish()
    if capacity.hours_per_week is not None and not 0 <= capacity.hours_per_week <= 168:
        raise form.problem("hours_per_week", capacity.hours_per_week, "hours from 0 to 168, which a week has")
    if capacity.money is not None and capacity.money < 0:
        raise form.problem("money", capacity.money, "an amount of at least 0")
    return capacity
