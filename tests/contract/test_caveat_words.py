"""Every code of a caveat is a sentence wherever a person reads it; no code is ever shown."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example
from tests.unit.tell.test_odds_words import GUESSED

from twelfth.distance import Caveat
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, odds_page, rounds_page, say_odds, say_rounds
from twelfth.tell.say.odds import CAVEATS
from twelfth.usecases import RoundsForecast, forecast_rounds

CODE = re.compile(r"\b[A-Z0-9]{2,}_[A-Z_0-9]+\b|\bDRIFT\b")


class Never:
    """A clock nobody asks."""

    def today(self) -> date:
        raise AssertionError


@pytest.fixture(scope="module")
def rounds() -> RoundsForecast:
    shelf = MemoryCases(MemoryPacks(built_in("express-entry")), example("newcomer"))
    return forecast_rounds("newcomer", cases=shelf, clock=Never(), as_of=date(2025, 12, 17), until=date(2026, 1, 31))


def test_every_code_has_a_sentence_of_its_own() -> None:
    """A new code without one is noticed here."""
    assert set(CAVEATS) == set(Caveat)
    assert len(set(CAVEATS.values())) == len(CAVEATS)


@pytest.mark.parametrize("caveat", Caveat)
def test_odds_tell_each_caveat_in_words(caveat: Caveat) -> None:
    """In the terminal and on the page the sentence stands, and no code."""
    answer = replace(GUESSED, odds=replace(GUESSED.odds, caveats=(caveat,)))
    text, page = say_odds(answer), odds_page(Report(sources=(), odds=answer))

    assert CAVEATS[caveat] in " ".join(text.split())
    assert CODE.search(text) is None
    assert caveat.value not in page


@pytest.mark.parametrize("caveat", Caveat)
def test_forecasts_of_rounds_tell_each_caveat_in_words(caveat: Caveat, rounds: RoundsForecast) -> None:
    """Of the whole forecast and of each kind of round, once and not twice."""
    assert rounds.odds is not None
    kinds = tuple(replace(one, by=replace(one.by, caveats=(caveat,))) for one in rounds.kinds)
    answer = replace(rounds, odds=replace(rounds.odds, caveats=(caveat,)), kinds=kinds)
    text = " ".join(say_rounds(answer).split())
    told = text.partition("What it leaves open")[2]

    assert any(sentence in told for sentence in (CAVEATS[caveat], *_of_kinds(answer, caveat)))
    assert CODE.search(text) is None
    assert caveat.value not in rounds_page(Report(sources=(), rounds=answer))


def _of_kinds(answer: RoundsForecast, caveat: Caveat) -> list[str]:
    from twelfth.tell.say.rounds import OF_ROUNDS

    titles = ", ".join(one.standing.title for one in answer.kinds)
    return [OF_ROUNDS[caveat] % {"kinds": titles}] if caveat in OF_ROUNDS else []
