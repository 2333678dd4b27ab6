"""What can and cannot change: by what the packs declare."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example

from twelfth.audit import Changeable, changeable, examine
from twelfth.goal import Case, Process
from twelfth.tell.say.changeable_words import changeable_words

NASA, EXPRESS = built_in("nasa-astronaut"), built_in("express-entry")
HERNANDEZ, NEWCOMER = example("hernandez"), example("newcomer")


def found(case: Case, process: Process, day: date) -> Changeable:
    return changeable(case, process, examine(case, process, number=1, as_of=day))


def of_points(process: Process = EXPRESS) -> Changeable:
    return found(NEWCOMER, process, date(2025, 12, 17))


def of_people(process: Process = NASA) -> Changeable:
    return found(HERNANDEZ, process, date(1996, 5, 1))


def test_by_points_steps_are_ones_own_and_age_never_is() -> None:
    """Nor is what is protected; a step that somebody else decides is told with who."""
    told = of_points()
    protected = {one.title for one in (*EXPRESS.traits, *EXPRESS.derived) if one.protected}

    assert "A doctorate" in told.yours
    assert not protected & {*told.yours, *(step for step, _ in told.others)}
    assert "Age in completed years" in told.given
    officer = "an officer who grants the permit to study"
    assert told.others == (
        ("A provincial nomination through Express Entry", "a province"),
        ("A credential of three years or more, or a graduate degree, from Canada", officer),
        ("A credential of one or two years from Canada", officer),
    )
    assert told.places == 6000


def test_by_people_it_is_what_one_was_short_of() -> None:
    """Each has a step or can rise; nothing else was in the way but the places."""
    told = of_people()

    assert told.yours == ("Related experience", "Worked at a NASA centre", "Highest degree")
    assert told.given == ()
    assert told.places == 35


@pytest.mark.parametrize("name", ["experience", "worked_at_nasa", "degree"])
@pytest.mark.parametrize("why", ["protected", "fixed"])
def test_what_is_protected_or_fixed_is_never_ones_own_to_change(name: str, why: str) -> None:
    """Whatever step or way there is to it."""
    traits = tuple(replace(one, **{why: one.name == name}) for one in NASA.traits)  # type: ignore[arg-type]
    title = NASA.trait(name).title
    told = of_people(replace(NASA, traits=traits))

    assert title not in told.yours
    assert title in told.given


def test_it_is_told_kindly() -> None:
    """The number of places and who else applied are never left out, and a few parts stand for many."""
    record = examine(NEWCOMER, EXPRESS, number=1, as_of=date(2025, 12, 17))
    own, others, given = changeable_words(of_points(), record)

    assert own.startswith("What you can change: French to level 9 in all four abilities; ")
    assert own.endswith("; and 4 more.")
    assert "(a province decides)" in others
    assert given.endswith("that there were 6,000 places; who else applied. None of it is a verdict on you.")
