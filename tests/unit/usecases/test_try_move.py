"""One move tried alone, and the best of all of them."""

from dataclasses import replace

import pytest
from tests.factories import built_in, example
from tests.unit.usecases.test_forecast_rounds import Never
from tests.unit.usecases.test_rank_moves import DAY

from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import MoveOdds, MovesRead, rank_moves, try_move

PACK, CASE = built_in("express-entry"), example("newcomer")
CASES = MemoryCases(MemoryPacks(PACK), CASE)


@pytest.fixture(scope="module")
def ranked() -> MovesRead:
    return rank_moves(CASE.name, cases=CASES, clock=Never(), as_of=DAY)


def test_every_lever_tried_alone_gives_the_number_of_the_list(ranked: MovesRead) -> None:
    """One sum for both: the same points, the same chance, up to the same day."""
    for one in ranked.moves:
        tried = try_move(CASE.name, one.effect.move, cases=CASES, clock=Never(), as_of=DAY)
        assert (tried.effect, tried.odds, tried.until) == (one.effect, one.odds, ranked.now.until)


def test_better_english_never_makes_the_chance_worse(ranked: MovesRead) -> None:
    """What is assumed holds from the day on, whatever day the test was on that it replaces."""
    tried = try_move(CASE.name, "english_9", cases=CASES, clock=Never(), as_of=DAY)

    assert tried.effect is not None
    assert tried.effect.total_lo > tried.points[1]
    assert tried.odds is not None
    assert ranked.now.odds is not None
    assert (tried.odds.p or 0) > (ranked.now.odds.p or 1)


def test_what_one_has_changes_nothing() -> None:
    """A year in Canada is there already."""
    assert try_move(CASE.name, "canadian_work_12", cases=CASES, clock=Never(), as_of=DAY).effect is None


def test_the_best_are_of_ones_own_doing_and_what_others_decide_is_last(ranked: MovesRead) -> None:
    """Three of them, each of other traits; what somebody else decides comes behind, one of each."""
    own, others = ranked.best[:3], ranked.best[3:]

    assert [(one.effect.move, one.decided_by) for one in others] == [
        ("nomination", "a province"),
        ("canadian_study_long", "an officer who grants the permit to study"),
    ]
    assert [one.decided_by for one in own] == ["", "", ""]
    assert len({one.sets for one in own}) == 3
    assert [one.gain for one in own] == sorted((one.gain for one in own if one.gain), reverse=True)


def test_of_two_that_do_nearly_the_same_the_lesser_one_is_shown(ranked: MovesRead) -> None:
    """French to level 7 has nearly the chance of level 9; where it had half of it, level 9 would stand there."""
    french = next(one for one in ranked.best if "french_reading" in one.sets)
    half = [_halved(one) if one.effect.move == "french_7" else one for one in ranked.moves]
    then = replace(ranked, moves=tuple(half)).best

    assert french.effect.move == "french_7"
    assert "french_9" in [one.effect.move for one in then]


def _halved(one: MoveOdds) -> MoveOdds:
    return replace(one, gain=(one.gain or 0) / 2)
