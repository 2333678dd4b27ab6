"""What a chance by points rests on is said beside it: how many cut-offs, of how many kinds, since when, by which
rules; and what a change gains for its time and for its money."""

from dataclasses import replace
from datetime import date

import pytest
from tests.points_process import POINTS_PROCESS
from tests.unit.usecases.test_forecast_rounds import Never, small
from tests.unit.usecases.test_rank_moves import ask

from twelfth.goal import Way
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, rounds_part
from twelfth.tell.say.moves import best_rows
from twelfth.tell.say.rounds import rounds_basis
from twelfth.tell.say.way_words import each_words, gain_words
from twelfth.usecases import forecast_rounds

MID_2019 = date(2019, 6, 30)
LATER = replace(POINTS_PROCESS.rounds[0], id="later", decided=date(2019, 7, 1), known=date(2019, 7, 1))
PROCESS = replace(
    POINTS_PROCESS,
    rounds=(*POINTS_PROCESS.rounds, LATER),
    ways=(Way(move="study_on", hours_low=10, hours_high=30, cost_low=500, cost_high=700, currency="CAD"),),
)


def test_the_odds_say_how_many_cut_offs_they_rest_on() -> None:
    """Those published by the day and no later one; on the page too, as the odds by people have it."""
    answer = forecast_rounds("me", cases=MemoryCases(MemoryPacks(PROCESS), small()), clock=Never(), as_of=MID_2019)
    known = [one for one in PROCESS.rounds if one.cut_off is not None and one.decided <= MID_2019]
    told = rounds_basis(answer)

    assert sum(one.n for one in answer.rests_on) == len(known) < len(PROCESS.rounds)
    assert told[0].startswith(f"{len(known)} published cut-offs of {len({one.kind for one in known})} kinds of round, ")
    assert f"from {min(one.decided for one in known)} to {max(one.decided for one in known)}" in told[0]
    page = str(rounds_part(Report(rounds=answer, sources=())))
    assert page.index("What this rests on") < page.index(told[0]) < page.index("What it leaves open")


def test_a_change_says_what_an_hour_and_what_money_gain() -> None:
    """As far as either is known; of a way without a cost nothing is told of money."""
    found = {one.effect.move: one for one in ask(small(), PROCESS).moves}
    priced = [one for one in found.values() if one.gain is not None and one.way is not None and one.way.cost]

    assert priced
    for one in found.values():
        known = one in priced
        assert (one.per_cost is not None) == known
        if one.gain is not None and one.per_cost is not None and one.way is not None and one.way.cost is not None:
            assert one.per_cost * one.way.cost == pytest.approx(one.gain)
            assert each_words(one.per_hour, one.per_cost, one.way, hours=10, money=100).count("Per 100 ") == 1
    assert each_words(0.001, None, None, hours=10, money=100) == "Per 10 hours: +1 point."


def test_the_table_of_the_best_has_both() -> None:
    """A column of its own; where neither is known, that is said."""
    _now, *rows = best_rows(ask(small(), PROCESS))

    assert any("Per 10 hours: " in one.each and "Per 100 " in one.each for one in rows)
    assert all(one.each for one in rows)


def test_one_point_is_one_point() -> None:
    """In the singular, with its sign."""
    assert (gain_words(0.01), gain_words(-0.01), gain_words(0.02)) == ("+1 point", "-1 point", "+2 points")
