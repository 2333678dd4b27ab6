"""How large a point is: the scale of a process changes no chance."""

from datetime import date, timedelta

import pytest

from twelfth.base import InvalidInput
from twelfth.distance import CutOff, RubricOdds, unit_of

START, AS_OF = date(2019, 7, 15), date(2026, 1, 1)
GRADES = (87.3, 88.1, 89.45, 89.2, 90.05, 89.7, 90.2)


def rounds(*cuts: float, kind: str = "medicine") -> list[CutOff]:
    return [CutOff(START + timedelta(365 * at), kind, 100, cut) for at, cut in enumerate(cuts)]


def fitted(times: float) -> RubricOdds:
    held = rounds(*(times * cut for cut in GRADES))
    unit = unit_of(held)
    assert unit is not None
    return RubricOdds().fit(held, unit=unit)


def test_ten_points_of_express_entry_are_one_typical_change() -> None:
    """The median size of a change, over ten."""
    assert unit_of(rounds(500, 510, 490, 500, 470)) == pytest.approx(1.5)
    assert unit_of(rounds(*GRADES)) == pytest.approx(0.065)


def test_changes_are_those_within_a_kind() -> None:
    """Two kinds far apart are no large change."""
    both = [*rounds(*GRADES), *rounds(20, 20.8, kind="nursing")]

    assert unit_of(both) == pytest.approx(0.08)


@pytest.mark.parametrize("cuts", [(), (88.0,), (88, 89, 90, 91), (88, 88, 88, 88, 88, 88)])
def test_too_few_changes_or_none_show_no_scale(cuts: tuple[float, ...]) -> None:
    """None, and no number made up."""
    assert unit_of(rounds(*cuts)) is None


def test_rounds_that_mostly_repeat_the_last_cut_off_still_have_a_scale() -> None:
    """The smallest change that is one."""
    assert unit_of(rounds(20, 20, 20, 22, 22, 22, 21)) == pytest.approx(0.1)


@pytest.mark.parametrize("times", [0.1, 40.0])
def test_the_scale_of_the_points_changes_no_chance(times: float) -> None:
    """Grades to 10, to 100 or to 4000: the forecast moves with them and the chances stay."""
    one, other = fitted(1.0), fitted(times)
    told, scaled = (model.forecast("medicine", as_of=AS_OF) for model in (one, other))
    year = date(2027, 1, 1)

    assert (scaled.mean, scaled.lo) == (pytest.approx(times * told.mean), pytest.approx(times * told.lo))
    assert scaled.cdf(times * 89.5) == pytest.approx(told.cdf(89.5))
    assert other.in_next_round(times * 90.1, "medicine", as_of=AS_OF).p == pytest.approx(
        one.in_next_round(90.1, "medicine", as_of=AS_OF).p or 0
    )
    assert other.by_horizon(times * 90.1, ["medicine"], as_of=AS_OF, until=year).p == pytest.approx(
        one.by_horizon(90.1, ["medicine"], as_of=AS_OF, until=year).p or 0
    )


def test_grades_are_forecast_within_grades() -> None:
    """The prior spread of 35 points does not drown a scale of a hundred."""
    told = fitted(1.0).forecast("medicine", as_of=AS_OF)

    assert 84 < told.lo < told.mean < told.hi < 96
    assert told.decimals == 1
    assert RubricOdds().fit(rounds(500, 510)).forecast("medicine", as_of=AS_OF).decimals == 0


@pytest.mark.parametrize("unit", [0.0, -1.0, float("inf"), float("nan")])
def test_a_unit_that_is_none_is_refused(unit: float) -> None:
    """Above nought and finite."""
    with pytest.raises(InvalidInput, match="unit is"):
        RubricOdds().fit(rounds(1, 2), unit=unit)


def test_a_histogram_stands_in_points_of_its_own() -> None:
    """It would have to be moved too."""
    held = [CutOff(START, "medicine", 10, 88.0, histogram=((80.0, 90.0, 40),))]

    with pytest.raises(InvalidInput, match="1 where a histogram"):
        RubricOdds().fit(held, unit=0.1)
