"""The marginal weight of evidence: what it must be whatever the quadrature."""

import math

import numpy as np
import pytest
from scipy.special import ndtri

from twelfth.base import Estimate, InvalidInput
from twelfth.distance import weight_of_level, weight_of_number
from twelfth.goal import Basis, PoolShare

SCATTERED = 2.0 * ndtri((np.arange(1000) + 0.5) / 1000)
"""A thousand numbers with mean 0 and sd 2, the pool's."""


def share(of: float, basis: Basis = Basis.PUBLISHED, n: int | None = None) -> PoolShare:
    return PoolShare(trait="held", basis=basis, level=True, share=of, n=n)


def mean(basis: Basis = Basis.PUBLISHED) -> PoolShare:
    return PoolShare(trait="years", basis=basis, mean=5.0, sd=2.0)


def spread(found: Estimate) -> float:
    return found.hi - found.lo


@pytest.mark.parametrize(("count", "total"), [(0, 5), (5, 5), (0, 0), (0, 500), (500, 500), (1, 1)])
@pytest.mark.parametrize("pool", [share(0.0), share(0.3), share(1.0)])
def test_a_weight_is_always_finite(count: int, total: int, pool: PoolShare) -> None:
    """Nobody, everybody, or a level the pool never shows: the weight stays finite."""
    found = weight_of_level(count, total, pool=pool)

    assert all(map(math.isfinite, (found.lo, found.mid, found.hi)))


def test_a_group_like_its_pool_weighs_nothing() -> None:
    """When the yes group shows the pool's share the weight is near zero and zero is inside."""
    found = weight_of_level(300, 1000, pool=share(0.3))

    assert found.mid == pytest.approx(0.0, abs=0.02)
    assert found.lo < 0 < found.hi


def test_holding_what_many_selected_hold_speaks_for_it() -> None:
    """Twice the pool's share weighs about log 2 once many people are known."""
    assert weight_of_level(600, 1000, pool=share(0.3)).mid == pytest.approx(math.log(2), abs=0.1)


def test_a_guess_is_wider_than_a_publication() -> None:
    """The less a statement about the pool is worth, the wider the weight."""
    spreads = [spread(weight_of_level(12, 20, pool=share(0.3, basis))) for basis in Basis]

    assert spreads == sorted(spreads)
    assert spreads[3] > 1.2 * spreads[0]


def test_a_small_survey_is_worth_its_size() -> None:
    """A survey of 20 leaves a wider weight than one of 200, and one of 2000 is worth no more than 200."""
    few, many, more = (spread(weight_of_level(12, 20, pool=share(0.3, Basis.SURVEY, n))) for n in (20, 200, 2000))

    assert few > many
    assert many == more


def test_more_people_narrow_the_weight() -> None:
    """Ten times the people at the same share give a narrower weight."""
    assert spread(weight_of_level(120, 200, pool=share(0.3))) < spread(weight_of_level(12, 20, pool=share(0.3)))


def test_nobody_observed_leaves_a_weight_that_says_nothing() -> None:
    """With no one observed zero lies well inside the interval."""
    found = weight_of_level(0, 0, pool=share(0.3))

    assert found.lo < -0.5 < 0.5 < found.hi


def test_a_pool_statement_without_a_share_is_refused() -> None:
    """A mean and an sd cannot weigh a level."""
    with pytest.raises(InvalidInput, match="a share"):
        weight_of_level(1, 2, pool=mean())


@pytest.mark.parametrize(("count", "total"), [(3, 2), (-1, 2)])
def test_a_count_outside_the_total_is_refused(count: int, total: int) -> None:
    """More holders than people, or fewer than none, is an error."""
    with pytest.raises(InvalidInput, match="from 0 to the total"):
        weight_of_level(count, total, pool=share(0.3))


def test_a_pool_statement_without_a_mean_is_refused() -> None:
    """A share cannot weigh a number."""
    with pytest.raises(InvalidInput, match="a mean and an sd"):
        weight_of_number(np.array([1.0]), 1.0, pool=share(0.3))


@pytest.mark.parametrize(("values", "at"), [([1.0, math.nan], 1.0), ([1.0, math.inf], 1.0), ([1.0], math.nan)])
def test_a_number_that_is_none_is_refused(values: list[float], at: float) -> None:
    """NaN and infinity never enter a weight."""
    with pytest.raises(InvalidInput, match="finite numbers"):
        weight_of_number(np.array(values), at, pool=mean())


def test_a_number_at_the_middle_of_both_weighs_nothing() -> None:
    """A yes group with the pool's mean gives no weight to that mean."""
    found = weight_of_number(SCATTERED + 5.0, 5.0, pool=mean())

    assert found.mid == pytest.approx(0.0, abs=0.02)


def test_a_number_on_the_side_of_the_selected_speaks_for_it() -> None:
    """With the yes group one sd up, a number above the mean weighs more than zero and one below less."""
    values = SCATTERED + 7.0

    assert weight_of_number(values, 9.0, pool=mean()).lo > 0
    assert weight_of_number(values, 3.0, pool=mean()).hi < 0


def test_a_number_with_nobody_observed_stays_finite() -> None:
    """No values at all leave a finite weight around nothing."""
    found = weight_of_number(np.array([]), 7.0, pool=mean())

    assert found.lo < 0 < found.hi


def test_a_guessed_mean_is_wider_than_a_published_one() -> None:
    """A guess of the mean leaves a wider weight."""
    values = SCATTERED[::50] + 7.0

    assert spread(weight_of_number(values, 9.0, pool=mean(Basis.GUESS))) > 1.2 * spread(
        weight_of_number(values, 9.0, pool=mean())
    )
