"""Ways: what acquiring a level takes, each figure as far as it is known."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example

from twelfth.base import InvalidInput
from twelfth.goal import Way

NASA, HERNANDEZ = built_in("nasa-astronaut"), example("hernandez")


def test_the_middle_of_two_ends_counts() -> None:
    """Hours and money by their middle; what is not known stays unknown."""
    way = Way(trait="russian", level=True, hours_low=600, hours_high=1000)

    assert way.hours == 800
    assert way.cost is None


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({}, "no figure"),
        ({"hours_low": 5}, "both ends or neither"),
        ({"hours_low": 9, "hours_high": 5}, "the lower first"),
        ({"months": -1}, "numbers from 0"),
        ({"months": float("nan")}, "numbers from 0"),
        ({"cost_low": 1, "cost_high": 2}, "three capital letters"),
        ({"cost_low": 1, "cost_high": 2, "currency": "dollars"}, "three capital letters"),
    ],
)
def test_a_way_that_says_nothing_certain_is_refused(figures: dict[str, object], told: str) -> None:
    """No figure, half a range, a range the wrong way round, money of no currency."""
    with pytest.raises(InvalidInput, match=told):
        Way(trait="russian", level=True, **figures)  # type: ignore[arg-type]


def test_the_ways_of_a_pack_are_known_since_it_was_compiled() -> None:
    """Nothing later than the day: on the day before the pack was made nobody knew its hours."""
    assert NASA.compiled is not None
    assert NASA.known(NASA.compiled).ways == NASA.ways
    assert [one.trait for one in NASA.known(date(2026, 11, 19)).ways] == ["degree"]
    assert NASA.known(date(2000, 12, 31)).ways == ()


def test_a_persons_own_way_has_its_day_too() -> None:
    """Known from a day on, or always."""
    early = Way(trait="degree", level="doctorate", hours_low=9, hours_high=9, own=True)
    late = replace(early, known=date(2001, 1, 1))
    case = replace(HERNANDEZ, ways=(early, late))

    assert case.known(date(2000, 12, 31)).ways == (early,)
    assert case.known(date(2001, 1, 1)).ways == (early, late)


def test_every_way_of_nasa_has_its_source() -> None:
    """The sources are in the pack."""
    known = {one.id for one in NASA.sources}

    assert all(one.source and set(one.source) <= known for one in NASA.ways)
    assert {one.trait for one in NASA.ways} == {"flying", "diving", "russian", "degree"}


def test_own_figures_for_a_move_go_before_those_for_the_level_that_it_sets() -> None:
    """As when a person names the move, and the pack the level."""
    own = Way(move="flying", hours_low=70.0, hours_high=70.0, own=True)
    told = Way(trait="flying", level="yes", hours_low=50.0, hours_high=75.0, months=6.0)

    merged = own.over(told)

    assert (merged.move, merged.trait, merged.hours, merged.months) == ("flying", "", 70.0, 6.0)


def test_nought_is_something_said() -> None:
    """No hours left, and no hours by one's own word, are figures like any other."""
    told = Way(move="m", hours_low=500, hours_high=700, cost_low=300, cost_high=400, currency="CAD")
    left = Way(move="m", hours_low=0, hours_high=22, cost_low=0, cost_high=0, currency="CAD").over(told)

    assert (left.hours_low, left.hours_high, left.cost) == (0, 22, 0)
