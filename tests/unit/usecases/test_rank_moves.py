"""Levers where points decide: each move as if made on the day, by what it does to the chance."""

from datetime import date

import pytest
from tests.factories import built_in, example
from tests.points_process import POINTS_PROCESS
from tests.unit.usecases.test_forecast_rounds import Never, small

from twelfth.base import InvalidInput
from twelfth.distance import CutOff, RubricOdds
from twelfth.goal import Case, Process
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import LeversRead, MovesRead, forecast_rounds, rank_moves, tell_levers

DAY = date(2025, 12, 17)
MID_2019 = date(2019, 6, 30)


def ask(case: Case, process: Process = POINTS_PROCESS, as_of: date = MID_2019) -> MovesRead:
    return rank_moves(case.name, cases=MemoryCases(MemoryPacks(process), case), clock=Never(), as_of=as_of)


def test_each_move_is_what_the_forecast_says_of_whoever_made_it() -> None:
    """With a master's degree 35 points, ten more than now: the odds are those of somebody who has it."""
    found = {one.effect.move: one for one in ask(small()).moves}
    made = forecast_rounds(
        "me",
        cases=MemoryCases(MemoryPacks(POINTS_PROCESS), small(degree="master")),
        clock=Never(),
        as_of=MID_2019,
    )

    assert found["study_on"].effect.total_lo == 35
    assert found["study_on"].odds == made.odds


def test_a_move_that_opens_a_kind_counts_its_rounds() -> None:
    """A licence opens the skilled rounds: both kinds are in its odds, with 33 points."""
    found = ask(small())
    licence = next(one for one in found.moves if one.effect.move == "get_licence")
    rounds = [CutOff(one.decided, one.kind, one.selected, one.cut_off or 0.0) for one in POINTS_PROCESS.rounds]
    told = RubricOdds().fit(rounds).by_horizon(33, ("open", "skilled"), as_of=MID_2019, until=found.now.until)

    assert licence.odds == told
    assert licence.gain == pytest.approx((told.p or 0.0) - (found.now.odds.p if found.now.odds else 0.0))


def test_the_largest_gain_comes_first_and_a_protected_trait_never() -> None:
    """Gains fall down the list; becoming a member would add points and is no move."""
    moves = ask(small()).moves
    gains = [one.gain for one in moves]

    assert gains == sorted(gains, key=lambda gain: -(gain or 0.0))
    assert "join" not in {one.effect.move for one in moves}


def test_without_an_exact_score_there_is_no_gain_in_chance() -> None:
    """The degree unknown: the moves have intervals and no gain, unless they make the score exact."""
    found = {one.effect.move: one for one in ask(small(degree=None)).moves}

    assert found["get_licence"].gain is None
    assert found["get_licence"].odds is not None
    assert found["get_licence"].odds.p is None


def test_french_moves_the_newcomer_most_of_what_one_can_learn() -> None:
    """With French at level 7 a kind of round opens whose cut-offs lie far below 478."""
    case = example("newcomer")
    found = rank_moves("newcomer", cases=MemoryCases(MemoryPacks(built_in("express-entry")), case), clock=Never())
    french = next(one for one in found.moves if one.effect.title.startswith("French to level 7"))

    assert french.odds is not None
    assert french.odds.lo is not None
    assert french.odds.lo > 0.8
    assert found.now.odds is not None
    assert (found.now.odds.hi or 1.0) < 0.3


def test_figures_that_say_nothing_where_points_decide_are_refused() -> None:
    """--value is for the break-even of a yes group; the sentence names it."""
    shelf = MemoryCases(MemoryPacks(POINTS_PROCESS), small())

    assert isinstance(tell_levers("me", cases=shelf, clock=Never(), as_of=MID_2019), MovesRead)
    with pytest.raises(InvalidInput, match=r"--value is '10\.0'"):
        tell_levers("me", cases=shelf, clock=Never(), as_of=MID_2019, value=10.0)


def test_people_selected_are_answered_by_levers() -> None:
    """NASA has a yes group and no points."""
    shelf = MemoryCases(MemoryPacks(built_in("nasa-astronaut")), example("hernandez"))

    assert isinstance(tell_levers("hernandez", cases=shelf, clock=Never(), as_of=date(1998, 6, 30)), LeversRead)


def test_a_move_tells_what_it_takes_and_gains_by_the_hour() -> None:
    """French to level 7 takes the person's own 600 hours, in place of the pack's; nobody put hours on a doctorate."""
    case = example("newcomer")
    found = rank_moves("newcomer", cases=MemoryCases(MemoryPacks(built_in("express-entry")), case), clock=Never())
    moves = {one.effect.move: one for one in found.moves}
    french, doctorate = moves["french_7"], moves["doctorate"]

    assert french.way is not None
    assert (french.way.hours, french.way.own, french.way.exam) == (600, True, True)
    assert french.gain is not None
    assert french.per_hour == pytest.approx(french.gain / 600)
    assert (doctorate.way, doctorate.per_hour) == (None, None)
