"""Needs: what must be held today for a move to be planned, as somebody else decides it."""

from dataclasses import replace

import pytest
from tests.unit.learn.test_catalogue import ON, newcomer

from twelfth.distance import measure
from twelfth.goal import Better, Level, Move, Numeric, Ordered, Process, Profile, Reading, State, Status, profile
from twelfth.learn import Catalogue, Need, catalogue_of, needs_of

YEAR = Move(id="year", title="A year", sets=(("years", 3),), needs=(("rank", 2),))


def process(better: Better = Better.MORE) -> Process:
    traits = (Numeric("rank", better=better), Numeric("years"), Ordered("seat", levels=("low", "mid", "high")))
    return Process(name="p", title="P", version="1.0.0", traits=traits)


def judged(better: Better, own: Reading | None) -> list[bool]:
    """Of each need that is not met, whether that is certain."""
    return [one.known for one in needs_of(YEAR, process(better), {} if own is None else {"rank": own})]


@pytest.mark.parametrize(
    ("better", "own", "expected"),
    [
        (Better.MORE, Reading(2, 2), []),
        (Better.MORE, Reading(3, 4), []),
        (Better.MORE, Reading(1, 1), [True]),
        (Better.MORE, Reading(1, 3), [False]),
        (Better.LESS, Reading(1, 2), []),
        (Better.LESS, Reading(3, 3), [True]),
        (Better.LESS, Reading(1, 3), [False]),
        (Better.NEITHER, Reading(2, 2), []),
        (Better.NEITHER, Reading(3, 3), [True]),
        (Better.NEITHER, Reading(1, 1), [True]),
        (Better.NEITHER, Reading(1, 3), [False]),
        (Better.MORE, Reading(0, 9, unknown=True), [False]),
        (Better.MORE, None, [False]),
    ],
)
def test_a_level_or_a_better_one_is_held_lacking_or_not_known(
    better: Better, own: Reading | None, expected: list[bool]
) -> None:
    assert judged(better, own) == expected


def test_a_level_that_is_not_a_yes_is_told_beside_its_trait() -> None:
    """And what is certainly lacking goes first."""
    move = replace(YEAR, needs=(("rank", 2), ("seat", "mid")))
    found = needs_of(move, process(), {"seat": Reading(0, 0)})

    assert found == (
        Need(trait="seat", title="seat: mid", known=True),
        Need(trait="rank", title="rank: 2", known=False),
    )


def of_newcomer(level: Level | None) -> Catalogue:
    """With another answer about the permission to work; None: no answer."""
    case, express = newcomer()
    found = profile(case.facts, ON, traits=express.traits)
    states = tuple(one for one in found.states if one.trait != "may_work_in_canada")
    if level is not None:
        states = (
            *states,
            State(trait="may_work_in_canada", status=Status.HELD, level=level, possible=(level,), exhaustive=True),
        )
    who = Profile(as_of=found.as_of, states=states)
    return catalogue_of(express, case, express.moves, measure(express, who).readings)


def test_work_in_canada_is_planned_by_whoever_may_work_there() -> None:
    """Somebody abroad without a permit, or who has not said: put aside, and why."""
    why = {
        level: {one.move.id: one.why for one in of_newcomer(level).unpriced}.get("canadian_work_24", "")
        for level in (True, False, None)
    }

    assert why[True] == ""
    assert why[False] == "it needs this first, which somebody else decides: Permission to work in Canada"
    assert why[None] == ("it needs this first, and it is not known whether you have it: Permission to work in Canada")
    assert {one.move.id for one in of_newcomer(False).routes} < {one.move.id for one in of_newcomer(True).routes}
