"""The road of a case has its dated rounds as walls, with the chance by the day of each where its curve tells one."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.usecases.test_plan_wished import OneCase

from twelfth.base import When
from twelfth.compose import Workplace, workplace
from twelfth.goal import Round
from twelfth.usecases import CaseRoadmap, Wishes, plan_case

DAY, UNTIL = date(2025, 12, 17), date(2026, 12, 17)
OWN = Round(id="spring", kind="french", name="Spring", decided=date(2026, 9, 1), known=DAY, closes=date(2026, 8, 1))


@pytest.fixture(scope="module")
def place() -> Workplace:
    return workplace()


def drawn(place: Workplace, *rounds: Round) -> CaseRoadmap:
    process = place.cases.process_of("newcomer")
    process = replace(process, rounds=(*process.rounds, *rounds))
    cases = OneCase(place.cases.get("newcomer"), process)
    return plan_case(
        "newcomer",
        cases=cases,
        clock=place.clock,
        planner=place.planner,
        wishes=Wishes(until=UNTIL),
        as_of=DAY,
        slices=1,
    )


def test_where_points_decide_a_dated_round_has_the_chance_of_the_curve(place: Workplace) -> None:
    """Between those of the days beside it, while the days that are always told stay as they are."""
    bare, walled = drawn(place), drawn(place, OWN)
    (wall,) = walled.walls

    assert bare.walls == ()
    assert [one.day for one in walled.by] == [one.day for one in bare.by] == [date(2026, 6, 17), UNTIL]
    assert walled.by == bare.by
    assert (wall.day, wall.closes, wall.decided) == (date(2026, 8, 1), True, When.on(date(2026, 9, 1)))
    assert wall.planned is not None
    assert wall.idle is not None
    before, after = walled.by
    assert before.planned < wall.planned < after.planned
    assert before.idle <= wall.idle <= after.idle
