"""Moves and headroom: what one change would do today, and to whom it is never offered."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example, fact, person
from tests.points_process import LEVELS, POINTS_PROCESS, TRAITS

from twelfth.audit import RubricDistance, rubric_distance
from twelfth.distance import Headroom, MoveEffect, headroom, measure, move_effects
from twelfth.goal import Category, Derived, Move, Process, parse_condition, profile, vocabulary

ON = date(2020, 1, 1)


def effects(levels: dict[str, object], process: Process = POINTS_PROCESS) -> dict[str, MoveEffect]:
    found = move_effects(process, person(process.traits, levels, ON), as_of=ON)
    return {one.move: one for one in found}


def rooms(levels: dict[str, object], process: Process = POINTS_PROCESS) -> dict[str, Headroom]:
    return {one.trait: one for one in headroom(process, person(process.traits, levels, ON))}


def total(levels: dict[str, object]) -> float:
    return measure(POINTS_PROCESS, person(TRAITS, levels, ON)).scores["grid"].total.lo


@pytest.mark.parametrize(
    ("move", "changed"),
    [
        ("study_on", {"degree": "master"}),
        ("get_licence", {"licence": True}),
        ("pay_fines", {"fines": 0.0}),
        ("work_on", {"years": 3.0}),
    ],
)
def test_a_gain_is_the_score_again(move: str, changed: dict[str, object]) -> None:
    """The gain of a move is the total with its levels less the total without."""
    found = effects(LEVELS)[move]

    assert (found.total_lo, found.gain_lo) == (total(LEVELS | changed), total(LEVELS | changed) - total(LEVELS))
    assert (found.total_hi, found.gain_hi) == (found.total_lo, found.gain_lo)


def test_the_largest_certain_gain_comes_first() -> None:
    """Ten for a master, eight for a licence, five for years, two for fines."""
    assert list(effects(LEVELS)) == ["study_on", "get_licence", "work_on", "pay_fines"]
    assert [one.gain_lo for one in effects(LEVELS).values()] == [10.0, 8.0, 5.0, 2.0]


def test_a_move_that_changes_nothing_is_left_out() -> None:
    """A bachelor gains nothing by a bachelor."""
    assert "study_less" not in effects(LEVELS)


def test_a_move_never_lowers_a_level() -> None:
    """A master is not offered a bachelor."""
    assert not {"study_less", "study_on"} & set(effects(LEVELS | {"degree": "master"}))


def test_a_move_of_several_traits_lowers_none_of_them() -> None:
    """What is better already stays as it is: a master and no year gives the master's ten points, and takes no year."""
    both = Move(id="both", title="Both", sets=(("degree", "master"), ("years", 0.0)))
    found = effects(LEVELS, replace(POINTS_PROCESS, moves=(both,)))["both"]

    assert found.total_lo == total(LEVELS | {"degree": "master"})
    assert "both" not in effects(LEVELS | {"degree": "master"}, replace(POINTS_PROCESS, moves=(both,)))


def test_more_of_what_should_be_less_is_no_move() -> None:
    """Where less is better a move never raises the level."""
    assert "be_fined" not in effects(LEVELS | {"fines": 0.0})


def test_another_category_is_neither_lower_nor_higher() -> None:
    """A category has no order, so a move to an earlier word of its list is a move like any other."""
    field = Category("field", levels=("science", "arts"))
    code_of = vocabulary((*TRAITS, field), ())
    grid = POINTS_PROCESS.rubrics[0]
    science = replace(grid.rows[-1], repeat="field", condition=parse_condition("field is science", code_of))
    process = replace(
        POINTS_PROCESS,
        traits=(*TRAITS, field),
        rubrics=(replace(grid, rows=(*grid.rows, science)),),
        moves=(Move(id="turn", title="Turn", sets=(("field", "science"),)),),
    )

    assert effects(LEVELS | {"field": "arts"}, process)["turn"].gain_lo == 2.0


def test_a_protected_trait_is_never_moved() -> None:
    """Law 10: membership here is protected, so joining is never offered although it earns points."""
    assert total(LEVELS | {"member": True}) > total(LEVELS)
    assert "join" not in effects(LEVELS)


def test_a_move_opens_a_kind_and_clears_it() -> None:
    """A licence opens the skilled rounds, and 33 points pass their cut-off of 25."""
    found = effects(LEVELS)["get_licence"]

    assert (found.opens, found.clears) == (("skilled",), ("skilled", "open"))


def test_what_was_open_is_not_opened() -> None:
    """A move opens and clears only what was not open and clear before."""
    found = effects(LEVELS | {"licence": True, "years": 0.0})["study_on"]

    assert (found.opens, found.clears) == ((), ("open",))


def test_a_move_that_only_opens_is_kept() -> None:
    """A licence that earns no points still opens a kind of round."""
    grid = POINTS_PROCESS.rubrics[0]
    unpaid = replace(grid, rows=tuple(one for one in grid.rows if one.repeat != "licence"))

    found = effects(LEVELS, replace(POINTS_PROCESS, rubrics=(unpaid,)))["get_licence"]

    assert (found.gain_lo, found.opens) == (0.0, ("skilled",))


def test_an_unknown_level_gives_a_range_of_gain() -> None:
    """With the degree unknown a master gains from nothing, if it is held already, to 30."""
    levels = {name: level for name, level in LEVELS.items() if name != "degree"}

    found = effects(levels)["study_on"]

    assert (found.gain_lo, found.gain_hi, found.total_lo, found.total_hi) == (0.0, 30.0, 35.0, 35.0)


def test_headroom_names_the_next_and_the_best_level() -> None:
    """From one year: three years give 5 more, and nothing confirmed gives more than that."""
    found = rooms(LEVELS | {"degree": "none"})["degree"]

    assert (found.next_level, found.next_gain, found.best_level, found.best_gain) == ("bachelor", 20.0, "master", 30.0)


def test_headroom_of_a_number_looks_at_the_steps_of_the_table() -> None:
    """Years step at 3 (five more); the unconfirmed step at 5 is no certain gain."""
    found = rooms(LEVELS)["years"]

    assert (found.next_level, found.next_gain, found.best_level) == ("3 years", 5.0, "3 years")


def test_headroom_is_ordered_by_the_best_gain() -> None:
    """The trait with most to give comes first; of fines, fewer would give two."""
    assert list(rooms(LEVELS)) == ["degree", "licence", "years", "fines"]
    assert (rooms(LEVELS)["fines"].best_level, rooms(LEVELS)["fines"].best_gain) == ("0", 2.0)


def test_no_headroom_for_what_is_protected_or_unknown() -> None:
    """A protected trait is never offered, an unknown one is skipped, and one without a move is no lever."""
    levels = {name: level for name, level in LEVELS.items() if name != "years"}

    assert "member" not in rooms(LEVELS)
    assert "years" not in rooms(levels)
    assert list(rooms(LEVELS, replace(POINTS_PROCESS, moves=POINTS_PROCESS.moves[:1]))) == ["degree"]


def test_no_headroom_at_the_top() -> None:
    """A trait at its highest useful level has none."""
    assert "degree" not in rooms(LEVELS | {"degree": "master"})


def test_no_headroom_without_a_rubric() -> None:
    """A process without points has no headroom."""
    assert rooms(LEVELS, replace(POINTS_PROCESS, rubric="", rubrics=())) == {}


def test_headroom_reads_derived_values() -> None:
    """A step of a value derived from a trait is a step of the trait."""
    derived = (Derived(name="least", lowest_of=("years",)),)
    code_of = vocabulary(TRAITS, derived)
    grid = POINTS_PROCESS.rubrics[0]
    seven = replace(grid.rows[2], repeat="least", condition=parse_condition("least at least 7", code_of))
    process = replace(POINTS_PROCESS, derived=derived, rubrics=(replace(grid, rows=(*grid.rows, seven)),))

    assert rooms(LEVELS, process)["years"].best_level == "7 years"


def test_headroom_of_a_sum_counts_what_the_others_bring() -> None:
    """Seven in all, of which fines bring one: six years reach it, not seven."""
    derived = (Derived(name="all", sum_of=("years", "fines")),)
    code_of = vocabulary(TRAITS, derived)
    grid = POINTS_PROCESS.rubrics[0]
    seven = replace(grid.rows[2], repeat="all", condition=parse_condition("all at least 7", code_of))
    process = replace(POINTS_PROCESS, derived=derived, rubrics=(replace(grid, rows=(*grid.rows, seven)),))

    assert rooms(LEVELS | {"fines": 1.0}, process)["years"].best_level == "6 years"


def distance(levels: dict[str, object]) -> RubricDistance:
    return rubric_distance(POINTS_PROCESS, person(TRAITS, levels, ON))


def test_the_smallest_clearing_move() -> None:
    """Both a master (ten points) and a licence (eight) clear a cut-off: the licence is the smaller."""
    found = distance(LEVELS)

    assert [one.move for one in found.moves if one.clears] == ["study_on", "get_licence"]
    assert found.smallest_clearing == found.moves[1]


def test_of_equal_clearing_moves_the_name_decides() -> None:
    """Two moves that both give ten: the first by name, so that the same facts print the same page."""
    moves = tuple(Move(id=name, title=name, sets=(("degree", "master"),)) for name in ("zed", "abc"))
    process = replace(POINTS_PROCESS, moves=moves)
    found = rubric_distance(process, person(TRAITS, LEVELS, ON)).smallest_clearing

    assert found is not None
    assert (found.move, found.gain_lo) == ("abc", 10.0)


def test_whoever_stands_above_a_cut_off_needs_no_way_past_one() -> None:
    """With a licence the person is eligible for a kind and above its last cut-off: no smallest change is named."""
    found = distance(LEVELS | {"licence": True, "degree": "master"})

    assert any(one.would_be_selected for one in found.standings)
    assert found.smallest_clearing is None


def test_the_built_in_moves_keep_what_is_better() -> None:
    """English 10, 8, 9, 9 is offered level 9 in all four: only writing rises, reading stays at 10."""
    process, case = built_in("express-entry"), example("newcomer")
    day = date(2025, 12, 17)
    facts = [one for one in case.facts if not one.trait.startswith("english_")]
    abilities = {"reading": 10.0, "writing": 8.0, "listening": 9.0, "speaking": 9.0}
    own = [fact(f"english_{name}", level, date(2025, 3, 10)) for name, level in abilities.items()]
    who = profile([*facts, *own], day, traits=process.traits)
    after = measure(process, who, moved={"english_writing": 9.0}).scores["crs"].total.lo

    found = {one.move: one for one in move_effects(process, who, as_of=day)}
    assert found["english_9"].total_lo == after


def test_no_move_clears() -> None:
    """Where no single move clears a kind there is none to name."""
    poor: dict[str, object] = {"degree": "none", "years": 0.0, "licence": False, "member": False, "fines": 1.0}

    assert distance(poor).smallest_clearing is None
