"""When another attempt pays, in money alone."""

import pytest

from twelfth.base import InvalidInput
from twelfth.distance import break_even


def test_the_break_even_chance_is_cost_over_what_is_gained() -> None:
    """At it the attempt neither gains nor loses: p v = c + p a."""
    found = break_even(cost=500, value=60_000, alternative=10_000)

    assert found.chance == 0.01
    assert found.chance * 60_000 == pytest.approx(500 + found.chance * 10_000)


def test_what_it_must_be_worth_lies_between_the_ends_of_the_chance() -> None:
    """The higher the chance, the less it must be worth; without a chance nothing is told."""
    found = break_even(cost=500, alternative=100, lo=0.01, hi=0.1)

    assert (found.worth_lo, found.worth_hi) == (pytest.approx(5_100), pytest.approx(50_100))
    assert found.chance is None
    assert break_even(cost=500, value=1).worth_lo is None


@pytest.mark.parametrize(("value", "alternative"), [(500, 0), (400, 0), (900, 500), (100, 900)])
def test_where_certainty_would_not_pay_no_chance_is_told(value: float, alternative: float) -> None:
    """No chance is enough, and none stands for that."""
    assert break_even(cost=500, value=value, alternative=alternative).chance is None


@pytest.mark.parametrize(
    "amounts",
    [{"cost": -1}, {"cost": float("inf")}, {"cost": 1, "value": 0}, {"cost": 1, "alternative": -2}],
)
def test_amounts_that_are_none_are_refused(amounts: dict[str, float]) -> None:
    """Below zero, infinite, or worth nothing."""
    with pytest.raises(InvalidInput, match="finite amount"):
        break_even(**amounts)
