"""How a process asks: what applies, in which order, and when it counts as answered."""

from datetime import date

import pytest
from tests.factories import built_in, fact, person

from twelfth.base import Truth
from twelfth.goal import Section, asked_of, is_open, profile

PROCESS = built_in("express-entry")
ABILITIES = ("reading", "writing", "listening", "speaking")


def names(**levels: object) -> list[str]:
    return [one.name for one in asked_of(PROCESS.asked, PROCESS.traits, person(PROCESS.traits, levels))]


def section(name: str) -> Section:
    return next(one for one in PROCESS.asked if one.id == name)


def test_what_matters_most_is_asked_first() -> None:
    """Birth, education, English, work, Canada; every trait of the pack is asked for in one place."""
    sections = [one.id for one in PROCESS.asked]
    traits = [name for one in PROCESS.asked for name in (*filter(None, [one.gate]), *one.traits)]

    assert sections[:4] == ["you", "english", "work", "canada"]
    assert names()[:3] == ["born", "education", "english_reading"]
    assert sorted(traits) == sorted(one.name for one in PROCESS.traits)


@pytest.mark.parametrize(("comes", "more"), [(None, 0), (False, 0), (True, 7)])
def test_a_spouse_is_asked_about_where_one_comes(comes: bool | None, more: int) -> None:
    """Whether one comes is asked of everybody."""
    asked = names() if comes is None else names(spouse=comes)

    assert "spouse" in asked
    assert len([one for one in asked if one.startswith("spouse_")]) == more


def test_a_no_answers_everything_behind_the_question() -> None:
    """No French is one answer; a level of it asks for all four abilities."""
    none, french = {f"french_{one}": 0 for one in ABILITIES}, section("french")
    speaks = profile([fact("french_reading", 7, "2019-06")], date(2020, 1, 1), traits=PROCESS.traits)
    people = (person(PROCESS.traits, {}), person(PROCESS.traits, none), speaks)
    opened = [is_open(french, PROCESS.traits, who) for who in people]
    asked = asked_of(PROCESS.asked, PROCESS.traits, person(PROCESS.traits, none))

    assert opened == [Truth.UNKNOWN, Truth.NO, Truth.YES]
    assert [(one.name, one.known) for one in asked if one.name.endswith("french")] == [("ask-french", True)]
    assert not [one for one in asked if one.name.startswith("french_")]
    assert "french_writing" in [one.name for one in asked_of(PROCESS.asked, PROCESS.traits, speaks)]
