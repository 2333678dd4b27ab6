"""The share of a finite group with its interval."""

import pytest
from scipy import stats

from twelfth.distance import share_interval

CLOSE = 1e-9


def test_one_half_of_one_is_the_uniform_distribution() -> None:
    """Beta(1, 1) is uniform, so its 5 % and 95 % points are .05 and .95."""
    found = share_interval(0.5, 1)

    assert (found.mid, found.lo, found.hi) == pytest.approx((0.5, 0.05, 0.95), abs=CLOSE)


@pytest.mark.parametrize(("count", "total"), [(0, 1), (3, 10), (3.5, 10), (10, 10), (17, 34), (0, 1000)])
def test_the_interval_is_the_beta_distribution(count: float, total: int) -> None:
    """The share behind k of n is Beta(k + 1/2, n - k + 1/2): its mean and its 5 % and 95 % points."""
    beta = stats.beta(count + 0.5, total - count + 0.5)

    found = share_interval(count, total)

    assert (found.mid, found.lo, found.hi) == pytest.approx((beta.mean(), beta.ppf(0.05), beta.ppf(0.95)), abs=CLOSE)


def test_the_mean_by_hand() -> None:
    """3 of 10 has the mean 3.5 / 11."""
    assert share_interval(3, 10).mid == pytest.approx(3.5 / 11, abs=CLOSE)


def test_none_is_not_certainly_none() -> None:
    """Nobody of n leaves a share above zero possible."""
    found = share_interval(0, 20)

    assert 0 < found.lo < found.mid < found.hi < 0.2


def test_all_is_not_certainly_all() -> None:
    """All of n leave a share below one possible, the mirror image of none."""
    none, every = share_interval(0, 20), share_interval(20, 20)

    assert every.hi < 1
    assert (every.lo, every.hi) == pytest.approx((1 - none.hi, 1 - none.lo), abs=CLOSE)


@pytest.mark.parametrize(("count", "total"), [(-0.5, 10), (10.5, 10), (0, 0), (float("nan"), 10)])
def test_a_count_outside_the_total_is_refused(count: float, total: int) -> None:
    """A count below 0, above the total, not a number, or of nobody is an error and no share."""
    with pytest.raises(ValueError, match=r"count in \[0, total\]"):
        share_interval(count, total)
