"""Laws of the as-of day: what came later changes nothing that is told of an earlier day, and order says nothing."""

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import BUILT_IN, built_in
from tests.tried import tried

from twelfth.audit import Forecasted
from twelfth.base import When, plain
from twelfth.distance import GapStatus
from twelfth.goal import (
    Case,
    Category,
    Change,
    ChangeStatus,
    Fact,
    Limit,
    Ordered,
    Process,
    Range,
    Round,
    SelectedFact,
    Timing,
    Trait,
    gather,
    profile,
)
from twelfth.packs import FileCases, FilePacks
from twelfth.packs.people_files import read_selected
from twelfth.packs.report import Report
from twelfth.store import MemoryAuditLog, MemoryCases, MemoryPacks
from twelfth.usecases import audit_attempt

NASA = built_in("nasa-astronaut")
HERNANDEZ = FileCases(FilePacks(here=BUILT_IN), here=BUILT_IN).get("hernandez")
DECIDED = ((1, date(1996, 5, 1)), (2, date(1998, 6, 4)), (3, date(2000, 7, 26)), (4, date(2004, 5, 6)))
FAR = date(2030, 1, 1)
MID_1998 = date(1998, 6, 30)


@cache
def selected() -> tuple[SelectedFact, ...]:
    known: dict[str, date | None] = {one.id: one.known for one in NASA.rounds}
    traits = {trait.name: trait for trait in NASA.traits}
    return read_selected(BUILT_IN / "nasa-astronaut" / "selected.csv", Report(), traits=traits, known=known)


BLANK = partial(Forecasted, round="", decided=FAR, made=FAR, odds=None)
"""An entry made already: no odds are fitted for it."""


class Never:
    """A clock nobody should ask for anything but the day of the event."""

    def today(self) -> date:
        return FAR


def told(case: Case, process: Process, number: int, as_of: date) -> str:
    """The plain JSON of an audit's record; its ledger has laws of its own, in test_forecast_attempt.py."""
    cases = MemoryCases(MemoryPacks(process), case)
    log, blank = MemoryAuditLog(), tuple(BLANK(attempt=n) for n in range(1, len(case.attempts) + 1))
    found = audit_attempt(case.name, cases=cases, log=log, clock=Never(), number=number, as_of=as_of, ledger=blank)
    return json.dumps(plain(found.record), ensure_ascii=False)


@cache
def told_before(number: int, as_of: date) -> str:
    return told(HERNANDEZ, NASA, number, as_of)


def with_people(facts: tuple[SelectedFact, ...], process: Process = NASA) -> Process:
    return replace(process, yes_group=gather(NASA.traits, facts, known={one.id: one.known for one in process.rounds}))


@st.composite
def audited(draw: st.DrawFn) -> tuple[int, date]:
    """An attempt and a day from its decision to the end of 2004, anywhere in 1996 to 2004."""
    number, first = draw(st.sampled_from(DECIDED))
    return number, draw(st.dates(first, date(2004, 12, 31)))


def levels(trait: Trait) -> st.SearchStrategy[object]:
    if isinstance(trait, Ordered | Category):
        return st.sampled_from(trait.levels)
    if trait.kind == "binary":
        return st.booleans()
    ends = st.floats(0, 45, allow_nan=False)
    return ends | st.tuples(ends, ends).map(lambda pair: Range(min(pair), max(pair)))


def days() -> st.SearchStrategy[When]:
    ends = st.tuples(st.dates(date(1950, 1, 1), FAR), st.dates(date(1950, 1, 1), FAR))
    spans = ends.map(lambda pair: When(min(pair), max(pair)))
    return spans | st.dates(date(1950, 1, 1), FAR).map(When.on) | st.just(When(None, None))


@st.composite
def facts_known_after(draw: st.DrawFn, as_of: date) -> Fact:
    trait = draw(st.sampled_from(NASA.traits))
    begins, ends = draw(days()), draw(st.none() | days())
    if ends is not None and ends.certainly_before(begins):
        begins, ends = ends, begins
    known = as_of + timedelta(days=draw(st.integers(1, 12_000)))
    return Fact(trait=trait.name, level=draw(levels(trait)), begins=begins, ends=ends, known=known)  # type: ignore[arg-type]


@tried(25, of=80)
@given(data=st.data())
def test_a_fact_known_later_changes_no_byte(data: st.DataObject) -> None:
    """For every fact f known after D: audit(case + f, D) == audit(case, D)."""
    number, as_of = data.draw(audited())
    later = data.draw(st.lists(facts_known_after(as_of), min_size=1, max_size=4))
    case = replace(HERNANDEZ, facts=(*HERNANDEZ.facts, *later))

    assert told(case, NASA, number, as_of) == told_before(number, as_of)


@tried(20, of=60)
@given(data=st.data())
def test_a_fact_that_begins_later_changes_no_byte(data: st.DataObject) -> None:
    """For every fact f that begins after D and is known from then: audit(case + f, D) == audit(case, D)."""
    number, as_of = data.draw(audited())
    trait = data.draw(st.sampled_from(NASA.traits))
    begins = When.on(as_of + timedelta(days=data.draw(st.integers(1, 9_000))))
    later = Fact(trait=trait.name, level=data.draw(levels(trait)), begins=begins)  # type: ignore[arg-type]

    assert told(replace(HERNANDEZ, facts=(*HERNANDEZ.facts, later)), NASA, number, as_of) == told_before(number, as_of)


@tried(20, of=60)
@given(where=audited(), gap=st.integers(1, 9_000), data=st.data())
def test_rounds_people_changes_and_notes_known_later_change_no_byte(
    where: tuple[int, date], gap: int, data: st.DataObject
) -> None:
    """For everything x that the process learns after D: audit(process + x, D) == audit(process, D)."""
    number, as_of = where
    later = as_of + timedelta(days=gap)
    decided = data.draw(st.sampled_from([later, as_of]))
    held = Round(id="x", kind="astronaut_class", name="X", decided=decided, known=later, selected=9, cut_off=1.0)
    trait = data.draw(st.sampled_from(NASA.traits))
    person = SelectedFact(
        person=data.draw(st.sampled_from(["Aaa", "Zzz"])),
        round="x",
        seat="mission specialist",
        trait=trait.name,
        level=data.draw(levels(trait)),  # type: ignore[arg-type]
        timing=data.draw(st.sampled_from(list(Timing))),
    )
    change = Change(id="x", title="X", announced=later, status=ChangeStatus.IN_FORCE, effective=as_of)
    process = replace(
        NASA,
        rounds=(*NASA.rounds, held),
        changes=(*NASA.changes, change),
        limits=(*NASA.limits, Limit(topic="x", text="x", known=later)),
    )

    assert told(HERNANDEZ, with_people((*selected(), person), process), number, as_of) == told_before(number, as_of)


def test_what_is_known_on_the_day_itself_is_told() -> None:
    """The law of later facts is not kept by ignoring every fact: one known on the day changes the audit."""
    fact = Fact(trait="flying", level=True, begins=When.on(date(1990, 1, 1)), known=MID_1998)

    assert told(replace(HERNANDEZ, facts=(*HERNANDEZ.facts, fact)), NASA, 2, MID_1998) != told_before(2, MID_1998)


def test_nothing_dated_later_is_printed() -> None:
    """As of 1998-06-30 no later ISO date and no year from 1999 to 2026 stands anywhere in the record."""
    text = told_before(2, MID_1998)

    dates = re.findall(r"(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?!\d)", text)
    assert dates
    assert [one for one in dates if one > "1998-06-30"] == []
    assert [one for one in re.findall(r"(?<![\d.])\d{4}(?![\d.])", text) if 1999 <= int(one) <= 2026] == []


@tried(15, of=40)
@given(where=audited(), rng=st.randoms(use_true_random=False))
def test_the_order_of_facts_people_and_rounds_changes_no_byte(where: tuple[int, date], rng: random.Random) -> None:
    """For every permutation p: audit(p(case), p(process), D) == audit(case, process, D)."""
    number, as_of = where

    def mixed(values: tuple) -> tuple:
        return tuple(rng.sample(values, len(values)))

    case = replace(HERNANDEZ, facts=mixed(HERNANDEZ.facts), sources=mixed(HERNANDEZ.sources))
    process = replace(NASA, rounds=mixed(NASA.rounds), sources=mixed(NASA.sources), moves=mixed(NASA.moves))

    assert told(case, with_people(mixed(selected()), process), number, as_of) == told_before(number, as_of)


@tried(20, of=60)
@given(data=st.data(), timing=st.sampled_from([Timing.LATER_BIOGRAPHY, Timing.AFTERWARDS, None]))
def test_facts_of_a_later_biography_or_acquired_later_never_change_a_gap(
    data: st.DataObject, timing: Timing | None
) -> None:
    """Only S is evidence: gaps(people + B or P) == gaps(people), but for the count shown apart."""
    people = sorted({(one.person, one.round, one.seat) for one in selected()})
    extra = []
    for person, round_id, seat in data.draw(st.lists(st.sampled_from(people), min_size=1, max_size=5)):
        trait = data.draw(st.sampled_from(NASA.traits))
        level = data.draw(levels(trait))
        extra.append(
            SelectedFact(person=person, round=round_id, seat=seat, trait=trait.name, level=level, timing=timing)  # type: ignore[arg-type]
        )

    before, after = (
        json.loads(told(HERNANDEZ, with_people(facts), 4, date(2004, 5, 6)))
        for facts in (selected(), (*selected(), *extra))
    )
    for record in (before, after):
        for gap in (*record["cohort"]["gaps"], *record["chosen"]["gaps"]):
            gap.pop("n_later")
    assert after == before


def test_without_facts_at_selection_there_is_no_evidence_and_no_figure() -> None:
    """Dropping every S leaves no status but no evidence or counted only, no share, never 0 %."""
    others = tuple(one for one in selected() if one.timing is not Timing.AT_SELECTION)
    record = json.loads(told(HERNANDEZ, with_people(others), 4, date(2004, 5, 6)))

    gaps = [*record["cohort"]["gaps"], *record["chosen"]["gaps"]]
    assert gaps
    for gap in gaps:
        counted = GapStatus.COUNTED.value if gap["positives_only"] else GapStatus.NO_EVIDENCE.value
        assert (gap["status"], gap["n_observed"]) == (counted, 0)
        figures = ("yes_percentile", "lacking", "width", "woe", "bounds", "quartiles", "below", "same", "above")
        assert [gap[name] for name in figures] == [None] * len(figures)
    assert record["muscles"] == []


@tried(15, of=40)
@given(share=st.integers(0, 100), held=st.booleans(), rng=st.randoms(use_true_random=False))
def test_a_positives_only_trait_never_has_a_figure(share: int, held: bool, rng: random.Random) -> None:
    """However many hold it: no percentile, no share lacking it, no width, no weight, no bounds, no muscle."""
    people = sorted({(one.person, one.round, one.seat) for one in selected()})
    holders = rng.sample(people, len(people) * share // 100)
    known = {one.person for one in selected() if one.trait == "flying" and one.timing is Timing.AT_SELECTION}
    extra = tuple(
        SelectedFact(person=who, round=of, seat=seat, trait="flying", level=True, timing=Timing.AT_SELECTION)
        for who, of, seat in holders
        if who not in known
    )
    fact = Fact(trait="flying", level=held, begins=When.on(date(2004, 1, 1)))
    facts = tuple(one for one in HERNANDEZ.facts if one.trait != "flying")
    record = json.loads(
        told(replace(HERNANDEZ, facts=(*facts, fact)), with_people((*selected(), *extra)), 4, date(2004, 5, 6))
    )

    gap = next(one for one in record["cohort"]["gaps"] if one["trait"] == "flying")
    assert (gap["status"], gap["positives_only"], gap["muscle"]) == ("counted only", True, False)
    assert [gap[name] for name in ("yes_percentile", "lacking", "width", "woe", "bounds", "below", "above")] == [
        None
    ] * 7


@pytest.mark.parametrize("trait", ["flying", "diving", "russian"])
@pytest.mark.parametrize("as_of", [date(1990, 1, 1), date(1996, 5, 1), date(2001, 7, 1), date(2004, 5, 5)])
def test_no_year_is_printed_for_what_no_source_dates(trait: str, as_of: date) -> None:
    """Flying, diving and Russian were possibly held on every day of the window, since nobody knows when."""
    state = profile(HERNANDEZ.known(as_of).facts, as_of, traits=NASA.traits)[trait]

    assert (state.status.value, state.since, state.level) == ("possibly", None, None)


SCRIPT = """
from datetime import date
from pathlib import Path
from twelfth.compose import workplace
from twelfth.usecases import audit_attempt, measure_gap, replay_rounds
from twelfth.base import plain
import json
place = workplace(here=Path("."))
until = date(1998, 12, 31)
for audit in replay_rounds("hernandez", cases=place.cases, log=place.log, clock=place.clock, until=until):
    print(audit.digest, json.dumps(plain(audit.record)))
found = measure_gap("newcomer", cases=place.cases, clock=place.clock, as_of=date(2025, 12, 31))
print(json.dumps(plain(found)))
"""


def test_the_seed_of_hashing_changes_no_byte() -> None:
    """The same inputs under PYTHONHASHSEED 0 to 2 give the same bytes."""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            stdout=subprocess.PIPE,
        )
        for seed in range(3)
    ]
    outputs = [run.communicate()[0] for run in runs]

    assert [run.returncode for run in runs] == [0, 0, 0]
    assert len(outputs[0]) > 10_000
    assert set(outputs) == {outputs[0]}
