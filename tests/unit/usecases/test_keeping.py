"""A kept goal as a case, its road and its audits as they are kept, and the day it is looked at on."""

from dataclasses import replace
from datetime import date

import pytest

from twelfth.base import Conflict, InvalidInput, NotFound, When
from twelfth.compose import workplace
from twelfth.goal import Attempt, Case, Fact, Process, Round, Stage, StageName, Way
from twelfth.store import MemoryCases, MemoryGoals, MemoryPacks
from twelfth.usecases import (
    AuditEvent,
    Begun,
    CaseOf,
    Draft,
    GoalCard,
    KeptCases,
    OneRoad,
    RoadKept,
    Row,
    Thing,
    Wishes,
    audit_attempt,
    audit_of,
    kept_audit,
    kept_road,
    plan_case,
    road_of,
    sourced_day,
)

DAY = date(2025, 12, 17)
EVENT = AuditEvent(action="test", subject="mine", on=DAY)
FACT = Fact(trait="education", level="bachelor", begins=When(None, DAY), source=("own",))
OWN_ROUND = Round(id="own-1", kind="cec", name="Mine", decided=date(2025, 11, 1), known=date(2025, 11, 1))


def sent(round_id: str) -> Attempt:
    return Attempt(round=round_id, history=(Stage(stage=StageName.SUBMITTED, on=When.on(date(2025, 10, 1))),))


def goals(*things: Thing) -> MemoryGoals:
    kept = MemoryGoals()
    card = GoalCard(name="mine", title="Mine", pack="express-entry", begun=DAY)
    kept.begin(Begun(card=card, things=things), event=EVENT)
    return kept


@pytest.fixture(scope="module")
def packs() -> MemoryPacks:
    return MemoryPacks(workplace().packs.get("express-entry"))


def test_a_kept_goal_is_a_case(packs: MemoryPacks) -> None:
    """With its facts and own figures, of its own pack."""
    way = Way(move="french_7", hours_low=300, hours_high=300, own=True, source=("own",))
    shelf = CaseOf(goals(FACT, way).get("mine"), packs)

    case = shelf.get("mine")
    assert (case.facts, case.ways, case.pack) == ((FACT,), (way,), "express-entry")
    assert shelf.names() == ("mine",)
    assert shelf.process_of("mine").name == "express-entry"


def test_rounds_of_ones_own_stand_among_those_of_the_pack(packs: MemoryPacks) -> None:
    """In the order of their decision, and attempts in the order of their rounds."""
    last = packs.get("express-entry").rounds[-1].id
    shelf = CaseOf(goals(sent(last), OWN_ROUND, sent("own-1")).get("mine"), packs)

    decided = [one.decided for one in shelf.process_of("mine").rounds]
    assert decided == sorted(decided)
    assert OWN_ROUND in shelf.process_of("mine").rounds
    assert [one.round for one in shelf.get("mine").attempts] == ["own-1", last]


def test_an_attempt_at_a_round_there_is_no_more_is_left_out(packs: MemoryPacks) -> None:
    """A newer pack may have dropped it; nothing else of the goal suffers."""
    shelf = CaseOf(goals(sent("gone")).get("mine"), packs)

    assert shelf.get("mine").attempts == ()


def test_what_if_keeps_nothing(packs: MemoryPacks) -> None:
    """The facts are added to what is asked of, and to nothing else."""
    shelf = CaseOf(goals().get("mine"), packs)
    other = shelf.if_so(FACT)

    assert other.get("mine").facts == (FACT,)
    assert shelf.get("mine").facts == ()


def test_what_is_assumed_stands_in_for_what_is_known(packs: MemoryPacks) -> None:
    """Of the same trait nothing else is asked; what is known of others stays."""
    other = Fact(trait="spouse", level=False, begins=When(None, DAY), source=("own",))
    known, assumed = replace(FACT, begins=When(None, DAY)), replace(FACT, begins=When.on(DAY))
    shelf = CaseOf(goals(known, other).get("mine"), packs).if_so(assumed)

    assert shelf.get("mine").facts == (other, assumed)


def test_a_goal_is_begun_and_never_drafted(packs: MemoryPacks) -> None:
    """The shelf of one goal holds that one."""
    shelf = CaseOf(goals().get("mine"), packs)

    with pytest.raises(Conflict):
        shelf.add(Draft(name="a", files=()), event=EVENT)
    with pytest.raises(NotFound):
        shelf.get("other")


def test_kept_names_come_before_others(packs: MemoryPacks) -> None:
    """A kept goal hides a case of its name; others are found behind it."""
    behind = MemoryCases(packs, *(Case(name=one, title="T", pack="express-entry", facts=()) for one in ("mine", "x")))
    shelf = KeptCases(goals(FACT), packs, behind)

    assert shelf.names() == ("mine", "x")
    assert shelf.get("mine").facts == (FACT,)
    assert shelf.get("x").title == "T"
    assert shelf.process_of("x").name == "express-entry"
    assert shelf.add(Draft(name="b", files=()), event=EVENT) == "b"


def test_a_road_and_an_audit_come_back_as_they_were() -> None:
    """To the last digit: nothing is rounded and nothing is left out."""
    place = workplace()
    road = plan_case(
        "newcomer", cases=place.cases, clock=place.clock, planner=place.planner, wishes=Wishes(), as_of=DAY, slices=1
    )
    audit = audit_attempt("newcomer", cases=place.cases, log=place.log, clock=place.clock, as_of=DAY)

    assert road_of(Row(id=1, version=1, thing=kept_road(road, made=DAY))) == road
    assert audit_of(kept_audit(audit, made=DAY)) == audit
    assert kept_audit(audit, made=DAY).round == audit.record.attempt.round
    given = OneRoad(road).get("anything")
    assert [one.move for one in given.miles] == [one.move for one in road.miles]
    assert (given.drawn, given.until) == (road.as_of, road.until)


@pytest.mark.parametrize("text", ["", "{}", "[1, 2]", '{"case": 3}', "NaN", '{"case": "a", "more": 1}'])
def test_a_road_nobody_here_wrote_is_refused(text: str) -> None:
    """With the field, and never half read."""
    with pytest.raises(InvalidInput):
        road_of(Row(id=1, version=1, thing=RoadKept(made=DAY, text=text)))


def test_a_goal_is_looked_at_on_the_last_day_its_rules_are_on_file() -> None:
    """Today, unless the rules end before."""
    process: Process = workplace().packs.get("express-entry")
    (rubric,) = (one for one in process.rubrics if one.name == process.rubric)
    last = rubric.versions[-1].ends
    assert last is not None

    assert sourced_day(process, DAY) == DAY
    assert sourced_day(process, date(2030, 1, 1)) == last
    assert sourced_day(replace(process, rubric=""), date(2030, 1, 1)) == date(2030, 1, 1)
    open_ended = replace(rubric, versions=(*rubric.versions[:-1], replace(rubric.versions[-1], ends=None)))
    others = tuple(open_ended if one is rubric else one for one in process.rubrics)
    assert sourced_day(replace(process, rubrics=others), date(2030, 1, 1)) == date(2030, 1, 1)


def test_what_was_worked_is_taken_off_what_is_to_be_done(packs: MemoryPacks) -> None:
    """Of the pack's hours and of one's own; never below nothing, and nothing else changes."""
    mine = Way(move="french_7", hours_low=300, hours_high=300, passes=0.8, own=True, source=("own",))
    facts = workplace().cases.get("newcomer").facts
    shelf = CaseOf(goals(*facts, mine).get("mine"), packs)

    (own,) = shelf.after_work({"french_7": 90 * 60}, DAY).get("mine").ways
    theirs = CaseOf(goals(*facts).get("mine"), packs)
    (some,) = theirs.after_work({"french_7": 100 * 60}, DAY).get("mine").ways
    (all_of_it,) = theirs.after_work({"french_7": 10**6}, DAY).get("mine").ways

    assert (own.hours_low, own.hours_high, own.passes) == (210, 210, 0.8)
    assert (some.hours_low, some.hours_high) == (400, 600)
    assert (all_of_it.hours_low, all_of_it.hours_high) == (0, 0)
    assert shelf.after_work({}, DAY).get("mine") == shelf.get("mine")
    assert shelf.after_work({"english_9": 60}, DAY).get("mine").ways[-1].hours is None
