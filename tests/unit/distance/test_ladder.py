"""Where those selected stand in a trait, what one would aim at among them, and what a requirement asks for."""

import pytest
from tests.factories import person, yes_group
from tests.fellowship import ROWS, TRAITS

from twelfth.base import Truth
from twelfth.distance import Aim, asked_codes, gates, gates_met, ladders, targets
from twelfth.goal import Kind, Line, Process, Requirement, parse_condition, vocabulary

LADDERS = {one.trait.name: one for one in ladders(yes_group(TRAITS, ROWS))}
MASTER = parse_condition("degree at least master and papers at least 3", vocabulary(TRAITS, ()))


def test_only_what_has_an_order_and_is_recorded_both_ways_has_a_ladder() -> None:
    """Nothing protected, and nothing of which only the presence is ever written down."""
    assert list(LADDERS) == ["degree", "papers", "fines", "teaches"]
    assert LADDERS["teaches"].people == 4


@pytest.mark.parametrize(
    ("trait", "code", "passed"),
    [("papers", 1.9, 0), ("papers", 2, 1), ("papers", 8, 3), ("papers", 99, 5), ("fines", 0, 5), ("fines", 1, 3)],
)
def test_one_stands_at_or_above_whoever_has_no_better(trait: str, code: float, passed: int) -> None:
    """A tie is at or above; of fines fewer are better."""
    assert LADDERS[trait].passed(code) == passed


def test_what_to_aim_at_is_a_level_somebody_had_and_no_more_than_is_needed() -> None:
    """Half of five are three, three quarters of them four."""
    for ladder in LADDERS.values():
        for aim, share in ((Aim.MIDDLE, 0.5), (Aim.QUARTER, 0.75)):
            code = ladder.code(aim)
            worse = [one for one in ladder.codes if ladder.is_beyond(code, one)]

            assert code in ladder.codes
            assert ladder.passed(code) >= share * ladder.people
            assert all(ladder.passed(one) < share * ladder.people for one in worse)


def test_what_lies_between_is_told_once_and_the_nearest_first() -> None:
    """Neither one's own level nor the further one; the other way round where less is better."""
    assert (LADDERS["papers"].between(2, 12), LADDERS["papers"].between(3, 4)) == ((4, 8), ())
    assert LADDERS["fines"].between(4, 0) == (3, 2, 1)


def test_unknown_is_no_target_and_what_one_has_is_none() -> None:
    """Nothing is known of fines; papers are beyond the middle, not beyond the quarter."""
    who = person(TRAITS, {"papers": 9, "teaches": False})
    found = {one.trait.name: one for one in targets(_process(), who, LADDERS, {})}

    assert set(found) == {"papers", "teaches"}
    assert found["papers"].codes == {Aim.QUARTER: 12}
    assert (found["papers"].steps, found["papers"].aims) == ({"papers_quarter": 12}, {"papers_quarter": Aim.QUARTER})
    assert (found["teaches"].steps, found["teaches"].aims) == ({"teaches": 1}, {"teaches": Aim.MIDDLE})


def test_a_requirement_asks_for_what_is_certainly_lacking() -> None:
    """For both of its parts; for nothing of what is not known, nor of what is there."""
    gates = [("degree", "none"), ("papers", 2)]

    assert asked_codes(_process(), person(TRAITS, dict(gates)), ["basics"]) == {"degree": 1, "papers": 3}
    assert asked_codes(_process(), person(TRAITS, {"degree": "none"}), ["basics"]) == {"degree": 1}
    assert asked_codes(_process(), person(TRAITS, {"degree": "master", "papers": 3}), ["basics"]) == {}


def test_what_a_requirement_asks_for_is_a_step_of_its_own() -> None:
    """However far below the aim, for without it nobody looks; once where both are the same level."""
    who = person(TRAITS, {"papers": 1, "fines": 9, "degree": "none", "dives": False})
    asked = {"papers": 3, "fines": 5, "degree": 1, "dives": 1}
    found = {one.trait.name: one.steps for one in targets(_process(), who, LADDERS, asked)}

    assert found["papers"] == {"papers": 8, "papers_quarter": 12, "papers_required": 3}
    assert found["fines"] == {"fines": 1, "fines_quarter": 0, "fines_required": 5}
    assert found["degree"] == {"degree": 1, "degree_quarter": 2}
    assert found["dives"] == {"dives": 1}


def test_a_gate_stands_until_all_of_it_is_certain() -> None:
    """Not met and not known are both gates, and are told apart."""
    short, unsure = person(TRAITS, {"degree": "none"}), person(TRAITS, {"degree": "doctorate"})

    assert [one.met for one in gates(_process(), short)] == [Truth.NO]
    assert [one.met for one in gates(_process(), unsure)] == [Truth.UNKNOWN]
    assert gates(_process(), person(TRAITS, {"degree": "master", "papers": 3})) == ()
    assert gates_met(_process(), short, ["basics"], {"degree": "master"}) == frozenset()
    assert gates_met(_process(), short, ["basics"], {"degree": "master", "papers": 3.0}) == {"basics"}


def _process() -> Process:
    line = Line(title="A degree and papers", any_of=(MASTER,))
    return Process(
        name="beca",
        title="Fellowship",
        version="1",
        traits=(*TRAITS,),
        kinds=(Kind(name="round", title="Round", requires=("basics",)),),
        requirements=(Requirement(id="basics", title="Basics", lines=(line,)),),
    )
