"""What may be said of those who applied: figures that can be counted with, told one way."""

import math

import numpy as np
import pytest

from twelfth.base import InvalidInput
from twelfth.distance import weight_of_number
from twelfth.goal import Basis, PoolShare
from twelfth.goal.levels import LARGEST
from twelfth.goal.pool import LEAST_SD


def hours(**figures: float | None) -> PoolShare:
    return PoolShare(trait="hours", basis=Basis.SURVEY, **figures)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "figures"),
    [
        ("share", {"share": math.nan}),
        ("share", {"share": -1e-9}),
        ("share", {"share": 1.0000001}),
        ("mean", {"mean": math.nan, "sd": 1.0}),
        ("mean", {"mean": math.inf, "sd": 1.0}),
        ("mean", {"mean": -1e300, "sd": 1.0}),
        ("sd", {"mean": 1.0, "sd": math.nan}),
        ("sd", {"mean": 1.0, "sd": -math.inf}),
        ("sd", {"mean": 1.0, "sd": 0.0}),
        ("sd", {"mean": 1.0, "sd": 1e-300}),
        ("sd", {"mean": 1.0, "sd": 1e300}),
        ("n", {"share": 0.5, "n": 0}),
        ("n", {"share": 0.5, "n": -3}),
        ("n", {"share": 0.5, "n": math.nan}),
    ],
)
def test_a_figure_that_cannot_be_counted_with_is_refused(field: str, figures: dict[str, float]) -> None:
    """The field and the trait are named."""
    with pytest.raises(InvalidInput, match="hours in the pool") as caught:
        hours(**figures)

    assert [one.field for one in caught.value.problems] == [field]


@pytest.mark.parametrize("sd", [LEAST_SD, 1.0, LARGEST])
@pytest.mark.parametrize("mean", [-LARGEST, 0.0, LARGEST])
@pytest.mark.filterwarnings("error")
def test_every_mean_and_sd_let_through_gives_a_weight(mean: float, sd: float) -> None:
    """The limits keep the arithmetic finite."""
    weight = weight_of_number(np.array([1.0, 2.0, 4.0]), 3.0, pool=hours(mean=mean, sd=sd))

    assert all(math.isfinite(one) for one in (weight.lo, weight.mid, weight.hi))


@pytest.mark.parametrize("more", [{"mean": 3.0}, {"sd": 1.0}])
def test_a_share_with_half_a_mean_is_refused(more: dict[str, float]) -> None:
    """A figure that nobody would read is not let through unsaid."""
    with pytest.raises(InvalidInput, match=r"'share 0\.5, (mean 3|sd 1)': expected either a share, or a mean"):
        hours(share=0.5, **more)


def test_one_person_is_enough_behind_a_statement() -> None:
    """A survey of one is a poor one, and says so by its n."""
    assert hours(share=0.5, n=1).n == 1
