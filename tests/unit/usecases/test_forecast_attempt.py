"""What could have been forecast of an attempt the day before: by its evidence, and nothing known later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories import built_in, example, fact
from tests.points_process import POINTS_PROCESS
from tests.unit.usecases.test_estimate_odds import with_pool
from tests.unit.usecases.test_forecast_rounds import small

from twelfth.audit import Forecasted
from twelfth.base import When
from twelfth.distance import CutOff, RubricOdds
from twelfth.goal import Attempt, Case, Process, Stage, StageName
from twelfth.store import MemoryAuditLog, MemoryCases, MemoryPacks
from twelfth.usecases import Audit, audit_attempt, estimate_odds, replay_rounds
from twelfth.usecases.audits.forecast_attempt import forecast_attempt

NEWCOMER = example("newcomer")
EXPRESS = built_in("express-entry")
DECIDED = date(2019, 6, 1)
ROUND = "o3"


class Never:
    """A clock that stands still."""

    def today(self) -> date:
        return date(2026, 1, 1)


def applied(*stages: StageName, case: Case | None = None, round_id: str = ROUND) -> Case:
    """Somebody of 25 points whose one attempt went through these stages, a day each, up to the decision."""
    days = [DECIDED - timedelta(len(stages) - 1 - place) for place in range(len(stages))]
    history = tuple(Stage(stage=stage, on=When.on(on)) for stage, on in zip(stages, days, strict=True))
    return replace(case or small(), attempts=(Attempt(round=round_id, history=history),))


def entry(case: Case, process: Process = POINTS_PROCESS) -> Forecasted:
    return forecast_attempt(case, process, number=1, decided=DECIDED)


def audited(case: Case, process: Process, **more: object) -> Audit:
    shelf = MemoryCases(MemoryPacks(process), case)
    return audit_attempt(case.name, cases=shelf, log=MemoryAuditLog(), clock=Never(), **more)  # type: ignore[arg-type]


def test_by_points_it_is_the_chance_in_that_very_kind_the_day_before() -> None:
    """25 points on 31 May against the two open rounds by then; the round itself is not read."""
    found = entry(applied(StageName.SUBMITTED, StageName.NOT_SELECTED))
    rounds = [
        CutOff(one.decided, one.kind, one.selected, one.cut_off, known=one.known)
        for one in POINTS_PROCESS.rounds
        if one.cut_off is not None and one.decided < DECIDED
    ]
    told = RubricOdds().fit(rounds).in_next_round(25, "open", as_of=date(2019, 5, 31))

    assert found.made == date(2019, 5, 31)
    assert found.odds == replace(told, basis="2 earlier cut-offs of Open")
    assert (found.selected, found.why) == (False, "")


@pytest.mark.parametrize(
    ("stage", "selected"),
    [
        (StageName.SELECTED, True),
        (StageName.NOT_SELECTED, False),
        (StageName.WITHDRAWN, None),
        (StageName.INELIGIBLE, None),
    ],
)
def test_only_a_decision_on_the_merits_is_an_outcome(stage: StageName, selected: bool | None) -> None:
    """Withdrawn and ineligible attempts say nothing of a forecast."""
    assert entry(applied(StageName.SUBMITTED, stage)).selected is selected


def test_an_unknown_level_leaves_an_interval() -> None:
    """Without the degree the points are a range."""
    case = applied(StageName.SUBMITTED, StageName.NOT_SELECTED, case=small(degree=None))
    odds = entry(case).odds

    assert odds is not None
    assert odds.p is None
    assert odds.lo is not None


def test_where_nothing_can_be_forecast_the_sentence_says_why() -> None:
    """A requirement not met; a first round of its kind; nothing stated of those who applied."""
    no = (StageName.SUBMITTED, StageName.NOT_SELECTED)
    gate = forecast_attempt(applied(*no, round_id="s1"), POINTS_PROCESS, number=1, decided=date(2019, 5, 2))
    first = replace(POINTS_PROCESS, rounds=(*POINTS_PROCESS.rounds[:2], POINTS_PROCESS.rounds[3]))
    unheard = forecast_attempt(applied(*no, round_id="s1"), first, number=1, decided=date(2019, 5, 1))
    silent = replace(built_in("nasa-astronaut"), pool=())
    nasa = forecast_attempt(example("hernandez"), silent, number=2, decided=date(1998, 6, 4))

    assert (gate.odds, gate.why) == (None, "A requirement was not met.")
    assert unheard.odds is None
    assert "No round of kind 'skilled' is known on 2019-04-30" in unheard.why
    assert nasa.odds is None
    assert nasa.why.startswith("Nothing is stated of what those who applied had")


def test_from_people_it_is_the_odds_of_that_day() -> None:
    """The pool stated: the entry is what `odds` says as of the day before."""
    case, process = example("hernandez"), with_pool()
    shelf = MemoryCases(MemoryPacks(process), case)
    then = estimate_odds(case.name, cases=shelf, clock=Never(), as_of=date(1998, 6, 3))

    assert forecast_attempt(case, process, number=2, decided=date(1998, 6, 4)).odds == then.odds


def test_what_became_known_on_the_day_of_the_decision_changes_no_entry() -> None:
    """A fact of the person and a cut-off, both known on 1 June, the day decided: the entry of 31 May is the same."""
    case = applied(StageName.SUBMITTED, StageName.NOT_SELECTED)
    late = fact("degree", "master", known=DECIDED)
    known_later = replace(case, facts=(*case.facts, late))
    hidden = replace(POINTS_PROCESS.rounds[1], id="late", cut_off=1.0, known=DECIDED)
    process = replace(POINTS_PROCESS, rounds=(*POINTS_PROCESS.rounds, hidden))

    assert entry(known_later) == entry(case) == entry(case, process)


def test_the_ledger_holds_every_attempt_decided_by_the_day() -> None:
    """The audit of the second refusal knows of two; the entries of an earlier audit are taken as they are."""
    case = NEWCOMER
    early, late = (audited(case, EXPRESS, as_of=day) for day in (date(2025, 12, 10), date(2025, 12, 17)))

    assert [one.attempt for one in early.ledger] == [1]
    assert [one.attempt for one in late.ledger] == [1, 2]
    assert late.ledger[0] == early.ledger[0]
    assert late.calibration is not None
    assert late.calibration.attempts == 2
    marked = replace(early.ledger[0], why="made before")
    assert audited(case, EXPRESS, as_of=date(2025, 12, 17), ledger=(marked,)).ledger[0] == marked


def test_a_replay_ends_with_the_whole_ledger() -> None:
    """Four attempts of Hernández: each audit's ledger is one entry longer."""
    case = example("hernandez")
    shelf = MemoryCases(MemoryPacks(built_in("nasa-astronaut")), case)
    audits = replay_rounds(case.name, cases=shelf, log=MemoryAuditLog(), clock=Never())

    assert [len(one.ledger) for one in audits] == [1, 2, 3, 4]
    assert [one.selected for one in audits[-1].ledger] == [False, False, False, True]
