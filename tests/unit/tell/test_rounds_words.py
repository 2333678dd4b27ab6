"""Odds by points in words: two figures for one day are told apart."""

from datetime import date

from tests.factories import fact
from tests.points_process import LEVELS, POINTS_PROCESS

from twelfth.goal import Case
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell.say.rounds import say_rounds, way_note, way_rows
from twelfth.usecases import RoundsForecast, forecast_rounds

DAY = date(2019, 6, 30)


class Still:
    """A clock that stands still."""

    def today(self) -> date:
        return DAY


def asked(*left_out: str) -> RoundsForecast:
    facts = tuple(fact(name, level) for name, level in LEVELS.items() if name not in left_out)
    case = Case(name="me", title="Me", pack="points", facts=facts)
    return forecast_rounds("me", cases=MemoryCases(MemoryPacks(POINTS_PROCESS), case), clock=Still())


def test_the_chance_by_day_says_what_it_leaves_out_of_the_headline() -> None:
    """Where the points are a range: the table holds the middle of the forecast, the headline all of it. Where they are
    exact, the last line of the table is the headline's own figure."""
    found, exact = asked("years", "licence"), asked()
    words = " ".join(say_rounds(found).split())
    headline = way_note(found).rpartition(": ")[2].rstrip(".")

    assert headline.startswith("between ")
    assert words.count(headline) >= 2
    assert way_rows(found)[-1][1] not in headline
    assert way_note(exact) == ""
    assert "the middle of the forecast" not in say_rounds(exact)
