"""Levers: what acquiring a level would do, by how much of the gap is causal and how many do the same."""

import numpy as np
import pytest
from tests.cohort_world import NAN, fitted, selected

from twelfth.base import InvalidInput
from twelfth.distance import Option

MODEL = fitted(selected(60, 11))
PERSON = [0, 0, 4.0, 0]


def test_none_half_and_all_of_the_gap() -> None:
    """None gives nothing, half less than all; all is the odds with the level less the odds without."""
    (lever,) = MODEL.levers(PERSON, [Option("french", "B2", hours=600, cost=2000)])
    drawn = MODEL.draws([[0, 0, 4.0, 2]]) - MODEL.draws([PERSON])

    assert lever.gain_none == 0
    assert 0 < lever.gain_half < lever.gain_all
    assert lever.gain_all == pytest.approx(float(np.median(drawn)), rel=1e-9)
    assert lever.lo <= lever.gain <= lever.hi
    assert lever.per_hour == pytest.approx(lever.gain / 600)
    assert lever.per_cost == pytest.approx(lever.gain / 2000)
    assert (lever.p_best, lever.separate) == (1.0, False)


def test_the_best_by_the_hour_comes_first() -> None:
    """The same level at a tenth of the hours is ten times as good by the hour, and told apart."""
    slow, quick = Option("french", "B2", hours=6000), Option("phd", True, hours=10)
    levers = MODEL.levers(PERSON, [slow, quick])

    assert [one.option for one in levers] == [quick, slow]
    assert levers[0].p_best > 0.75
    assert levers[1].separate


def test_without_hours_the_gain_itself_ranks() -> None:
    """No hours, no gain by the hour."""
    levers = MODEL.levers(PERSON, [Option("french", "B1"), Option("french", "B2")])

    assert levers[0].option.level == "B2"
    assert levers[0].per_hour is None
    assert levers[0].per_cost is None
    assert sum(one.p_best for one in levers) == pytest.approx(1)


def test_two_alike_cannot_be_separated() -> None:
    """The same option twice: neither is the better with any certainty."""
    levers = MODEL.levers(PERSON, [Option("years", 9.0, hours=100), Option("years", 9.0, hours=101)])

    assert not levers[0].separate
    assert abs(levers[0].gain - levers[1].gain) < 1e-12


def test_who_else_does_it_takes_from_the_gain() -> None:
    """The more of the pool acquire the same, the smaller the gain; at none it is the gain."""
    gains = [MODEL.levers(PERSON, [Option("french", "B2")], adopters=share)[0].gain_all for share in (0.0, 0.3, 1.0)]

    assert gains[0] > gains[1] > gains[2] > 0
    assert gains[0] == MODEL.levers(PERSON, [Option("french", "B2")])[0].gain_all


def test_an_unknown_trait_of_the_person_is_no_obstacle() -> None:
    """Acquiring what was unknown, and acquiring something while another trait is unknown."""
    levers = MODEL.levers([NAN, 0, NAN, 0], [Option("phd", True), Option("french", "B2")])

    assert all(one.gain_all > 0 for one in levers)


REFUSED = {
    "no option": (lambda: MODEL.levers(PERSON, []), "at least one"),
    "adopters": (lambda: MODEL.levers(PERSON, [Option("phd", True)], adopters=1.5), "adopters"),
    "trait": (lambda: MODEL.levers(PERSON, [Option("height", 2.0)]), "trait of an option is 'height'"),
    "level": (lambda: MODEL.levers(PERSON, [Option("french", "C2")]), "french"),
    "hours": (lambda: Option("phd", True, hours=-1), "hours of phd"),
    "cost": (lambda: Option("phd", True, cost=NAN), "cost of phd"),
}


@pytest.mark.parametrize(("call", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(call: object, said: str) -> None:
    """Options that name nothing, and figures that are none."""
    with pytest.raises(InvalidInput, match=said):
        call()  # type: ignore[operator]
