"""A road where no chance can be told, as it is wished for, and beside another one: with counts in place of chances."""

from dataclasses import replace

import pytest
from tests.factories import yes_group
from tests.fellowship import TRAITS, drawn, person, process, way

from twelfth.base import InvalidInput
from twelfth.usecases import NO_HOURS, CaseRoadmap, Clashing, amount_of, roads_apart
from twelfth.usecases.following.road import given_road
from twelfth.usecases.following.roads_beside import ASIDE, CLOSES, FIGURES

PAPERS, FINES, TAUGHT = way("papers", 8.0, 80), way("fines", 1.0, 20), way("teaches", True, 30)


def test_a_step_stays_where_it_is_and_another_waits() -> None:
    """With twice the hours: the one has its very weeks, the other none before its day."""
    before = drawn(person(PAPERS, FINES))
    wait = before.miles[-1].begins.replace(month=11)
    road = drawn(
        person(PAPERS, FINES, hours=20),
        pins=("papers",),
        miles=given_road(before).miles,
        not_before=(("fines", wait),),
    )
    kept, was = (next(one for one in each.miles if one.move == "papers") for each in (road, before))

    assert kept.work == was.work
    assert next(one for one in road.miles if one.move == "fines").begins >= wait
    assert road.wished.pins == ("papers",)


def test_what_stays_is_weighed_before_what_closes_more_an_hour() -> None:
    """Of sixteen steps fourteen are weighed: the last is one of them where it is to stay."""
    traits = tuple(replace(TRAITS[1], name=f"t{one}", label="") for one in range(16))
    known = process(traits=traits, yes_group=yes_group(traits, [[6.0] * 16]))
    ways = [way(one.name, 6.0, 2 + place) for place, one in enumerate(traits)]
    case = person(*ways, levels=dict.fromkeys((one.name for one in traits), 1))
    before = drawn(case, known, avoid=("t0", "t1"))
    road = drawn(case, known, pins=("t15",), miles=given_road(before).miles)

    assert "t15" in [one.move for one in before.miles]
    assert "t15" in [one.move for one in road.miles]
    assert {one.move for one in road.aside} == {"t13", "t14"}


def test_what_has_no_hours_any_more_cannot_stay() -> None:
    """It is said which; nothing is drawn in silence."""
    before = drawn(person(PAPERS, FINES))
    with pytest.raises(Clashing) as refused:
        drawn(person(PAPERS), pins=("fines",), miles=given_road(before).miles)

    assert [one.kind for one in refused.value.clashes] == ["gone"]


def test_a_step_to_one_level_is_left_out_by_its_name_and_all_of_a_trait_by_that_of_the_trait() -> None:
    """What names no trait and no step is refused."""
    further = way("papers", 12.0, 90)
    case = person(PAPERS, further)
    names = {one.move for one in drawn(case).miles} | {one.move for one in drawn(case, avoid=("papers_12",)).miles}

    assert "papers_12" not in {one.move for one in drawn(case, avoid=("papers_12",)).miles}
    assert not {one.move for one in drawn(case, avoid=("papers",)).miles} & names
    with pytest.raises(InvalidInput, match="a trait of the pack"):
        drawn(case, avoid=("juggling",))


def test_reasons_and_amounts_are_in_counts() -> None:
    """New because its hours are known, or because it closes something; gone because nobody says its hours."""
    one, two, three = (drawn(person(*ways)) for ways in ((PAPERS,), (PAPERS, FINES), (PAPERS, TAUGHT)))
    without = drawn(person(PAPERS, FINES), avoid=("fines",))

    def fines(before: CaseRoadmap, now: CaseRoadmap) -> list[tuple[str, str]]:
        found = roads_apart(before, now)
        return [(each.why, each.aside) for each in found if each.change.move == "fines"]

    assert fines(one, two) == [(FIGURES, "")]
    assert fines(without, two) == [(CLOSES, "")]
    assert fines(two, one) == [(ASIDE, NO_HOURS)]
    assert (amount_of(two).chance, amount_of(two).closed, amount_of(two).gaps) == (None, 2, 4)
    assert amount_of(three).hours == 110
