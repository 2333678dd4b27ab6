"""Several goals of one person: how each stands and what helps most of them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example
from tests.unit.usecases.test_estimate_odds import Never

from twelfth.base import InvalidInput
from twelfth.goal import Case, Process
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import say_goals
from twelfth.usecases import GoalKind, GoalsRead, compare_goals

NASA, POINTS = built_in("nasa-astronaut"), built_in("express-entry")
OTHER = replace(NASA, name="other", title="Another corps")
SILENT = replace(NASA, name="silent", title="A silent corps", pool=())
HERNANDEZ, NEWCOMER = example("hernandez"), example("newcomer")
DAY = date(2000, 12, 31)


def other(process: Process) -> Case:
    return replace(HERNANDEZ, name=process.name, pack=process.name)


def read(*cases: Case, day: date = DAY) -> GoalsRead:
    shelf = MemoryCases(MemoryPacks(NASA, OTHER, SILENT, POINTS), *cases)
    return compare_goals([one.name for one in cases], cases=shelf, clock=Never(), as_of=day)


def test_what_helps_two_goals_stands_first() -> None:
    """Two corps that ask the same: every trait helps both, and the log-odds are twice those of one."""
    found = read(HERNANDEZ, other(OTHER))

    assert [one.kind for one in found.goals] == [GoalKind.ODDS, GoalKind.ODDS]
    assert found.traits[0].goals == 2
    sums = [sum(help_.log_odds or 0 for help_ in one.helps) for one in found.traits]
    assert [one.log_odds for one in found.traits] == pytest.approx(sums)
    assert "of help to 2 of 2 goals" in " ".join(say_goals(found).split())


def test_a_goal_by_points_and_one_by_odds_stand_beside_each_other() -> None:
    """Each in its own measure; nothing is added between them."""
    found = read(HERNANDEZ, NEWCOMER, day=date(2025, 12, 17))
    text = " ".join(say_goals(found).split())

    assert [one.kind for one in found.goals] == [GoalKind.ODDS, GoalKind.POINTS]
    assert found.goals[1].points_lo == 416
    assert "Chances of different goals do not add up" in text
    assert "416 points" in text
    assert "invented example" in text


def test_a_goal_of_which_nothing_can_be_told_says_why() -> None:
    """Without a pool there is no chance; after the last sourced rule there is no score."""
    assert read(HERNANDEZ, other(SILENT)).goals[1].kind is GoalKind.NOTHING
    late = read(HERNANDEZ, NEWCOMER, day=date(2026, 11, 3)).goals[1]

    assert late.kind is GoalKind.NOTHING
    assert "2026-11-03" in late.why_not


def test_no_protected_trait_is_among_them() -> None:
    """Neither through a lever nor through a move."""
    found = read(HERNANDEZ, NEWCOMER, day=date(2025, 12, 17))
    protected = {trait.name for process in (NASA, POINTS) for trait in process.traits if trait.protected}

    assert protected
    assert not protected & {help_.trait for one in found.traits for help_ in one.helps}


def test_one_goal_or_the_same_twice_is_refused() -> None:
    """There is nothing to compare."""
    with pytest.raises(InvalidInput, match="two or more cases"):
        read(HERNANDEZ)
    shelf = MemoryCases(MemoryPacks(NASA), HERNANDEZ)
    with pytest.raises(InvalidInput, match="each once"):
        compare_goals(["hernandez", "hernandez"], cases=shelf, clock=Never())
