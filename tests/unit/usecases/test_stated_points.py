"""Odds from cut-offs where no rubric is published and people state their points."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import fact

from twelfth.base import NotEnoughData, When
from twelfth.compose import LatePlanner
from twelfth.distance import Caveat
from twelfth.goal import Attempt, Capacity, Case, Kind, Numeric, Process, Range, Round, Stage, StageName
from twelfth.store import MemoryAuditLog, MemoryCases, MemoryPacks
from twelfth.usecases import (
    GoalKind,
    RoundsForecast,
    Wishes,
    audit_attempt,
    compare_goals,
    measure_gap,
    plan_case,
    score_case,
    tell_levers,
    tell_odds,
)

CUTS = (87.3, 88.1, 89.45, 89.2, 90.05, 89.7, 90.2)
DAY = date(2026, 1, 1)


def process(*cuts: float) -> Process:
    rounds = tuple(
        Round(
            id=str(2019 + at),
            kind="medicine",
            name="",
            decided=date(2019 + at, 7, 15),
            known=date(2019 + at, 7, 15),
            cut_off=cut,
        )
        for at, cut in enumerate(cuts or CUTS)
    )
    return Process(
        name="uni",
        title="University",
        version="1",
        traits=(Numeric("points", label="Points"),),
        points="points",
        kinds=(Kind(name="medicine", title="Medicine"),),
        rounds=rounds,
    )


def mine(*levels: object, **more: object) -> Case:
    facts = tuple(fact("points", level, date(2019, 1, 1)) for level in levels)
    return Case(name="me", title="Me", pack="uni", facts=facts, **more)  # type: ignore[arg-type]


class Today:
    def today(self) -> date:
        return DAY


def shelf(case: Case, known: Process | None = None) -> MemoryCases:
    return MemoryCases(MemoryPacks(process() if known is None else known), case)


def told(case: Case, known: Process | None = None) -> RoundsForecast:
    answer = tell_odds("me", cases=shelf(case, known), clock=Today())
    assert isinstance(answer, RoundsForecast)
    return answer


def test_stated_points_stand_against_the_forecast_of_the_next_cut_off() -> None:
    """The chance rises with them, and the forecast does not."""
    low, high = told(mine(88.0)), told(mine(92.0))
    assert low.odds is not None
    assert high.odds is not None

    assert (low.score.total.lo, low.score.title, low.score.unit, low.score.since) == (88.0, "Points", "points", None)
    assert 89 < low.kinds[0].forecast.mean < 91
    assert low.kinds[0].forecast == high.kinds[0].forecast
    assert (low.odds.p or 1) < 0.3 < 0.7 < (high.odds.p or 0)


def test_points_known_as_a_range_have_an_interval_and_no_headline() -> None:
    """It holds both ends."""
    low, high, both = (told(mine(one)).odds for one in (88.0, 92.0, Range(88.0, 92.0)))
    assert low is not None
    assert high is not None
    assert both is not None

    assert (both.p, both.lo, both.hi) == (None, low.lo, high.hi)


def test_points_that_are_not_stated_are_asked_for() -> None:
    """Unknown is not nought."""
    with pytest.raises(NotEnoughData, match="Your points are not stated") as caught:
        told(mine())

    assert "[[fact]] of the trait 'points'" in caught.value.next_step


@pytest.mark.parametrize("cuts", [(87.0, 88.0), (88.0,) * 9])
def test_cut_offs_that_show_no_scale_are_not_forecast(cuts: tuple[float, ...]) -> None:
    """Too few, or always the same."""
    with pytest.raises(NotEnoughData, match="too few, or too much alike"):
        told(mine(89.0), process(*cuts))


def test_a_kind_with_few_rounds_says_so() -> None:
    """Its spread is that of the other kinds."""
    whole = process()
    kinds = (*whole.kinds, Kind(name="nursing", title="Nursing"))
    one = Round(id="n", kind="nursing", name="", decided=DAY, known=DAY, cut_off=70.0)
    answer = told(mine(89.0), replace(whole, kinds=kinds, rounds=(*whole.rounds, one)))

    few = {each.standing.kind: Caveat.FEW_ROUNDS in each.by.caveats for each in answer.kinds}
    assert few == {"medicine": False, "nursing": True}


def test_an_audit_forecasts_the_attempt_from_the_points_of_the_day_before() -> None:
    """And says how far the points were from the cut-off of the round."""
    history = (
        Stage(stage=StageName.SUBMITTED, on=When.on(date(2025, 1, 1))),
        Stage(stage=StageName.NOT_SELECTED, on=When.on(date(2025, 7, 15))),
    )
    case = mine(89.0, attempts=(Attempt(round="2025", history=history),))
    found = audit_attempt("me", cases=shelf(case), log=MemoryAuditLog(), clock=Today())

    assert found.record.chosen.short_lo == pytest.approx(1.2)
    assert found.ledger[0].odds is not None


def test_other_questions_lead_to_the_odds() -> None:
    """There is no rule to score by and nobody to compare with; the levers are those the pack lists, none."""
    cases = shelf(mine(89.0))
    for ask in (score_case, measure_gap):
        with pytest.raises(NotEnoughData) as caught:
            ask("me", cases=cases, clock=Today())
        assert "twelfth odds me" in caught.value.next_step

    assert tell_levers("me", cases=cases, clock=Today()).now.odds is not None


def test_beside_other_goals_the_points_stand_as_points() -> None:
    """A goal with stated points is one by points."""
    other = replace(mine(), name="other")
    cases = MemoryCases(MemoryPacks(process()), mine(89.0), other)
    goals = compare_goals(["me", "other"], cases=cases, clock=Today()).goals

    assert (goals[0].kind, goals[0].points_lo) == (GoalKind.POINTS, 89.0)
    assert (goals[1].kind, goals[1].why_not[:24]) == (GoalKind.NOTHING, "Your points are not stat")


def test_no_road_is_drawn_where_points_are_only_stated() -> None:
    """No move is known to change them, and the answer says where the chance is told."""
    case = mine(88.0, capacity=Capacity(hours_per_week=5))
    with pytest.raises(NotEnoughData, match="stated and not computed"):
        plan_case("me", cases=shelf(case), clock=Today(), planner=LatePlanner(), wishes=Wishes())
