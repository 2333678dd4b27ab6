"""The prior of the coefficients: what traits declared better share, and the cap on all of them together."""

import numpy as np
import pytest

from twelfth.distance.cohort.features import SD_OF_ALL, SHARED, Features
from twelfth.goal import Better, Binary, Category, Numeric

EVEN = (0.5, 0.5)


def correlation(features: Features) -> np.ndarray:
    sd = np.sqrt(np.diag(features.prior))
    return np.asarray(features.prior / np.outer(sd, sd))


def test_traits_declared_better_share_and_others_do_not() -> None:
    """More and more hang together, more and less against each other, levels of a category not at all."""
    traits = (
        Binary("a"),
        Numeric("b", better=Better.LESS),
        Category("c", levels=("x", "y", "z")),
        Binary("d", better=Better.NEITHER),
    )
    features = Features(traits, (EVEN, (0.0, 1.0), (0.5, 0.3, 0.2), EVEN))
    found = correlation(features)
    assert found[0, 1] == pytest.approx(-SHARED)
    assert np.abs(found[0, 2:]).max() < 1e-12
    assert np.abs(found[1, 2:]).max() < 1e-12
    assert found[2:, 2:] == pytest.approx(np.eye(3))


@pytest.mark.parametrize("count", [2, 5, 14, 40])
def test_no_crowd_of_traits_says_too_much(count: int) -> None:
    """Under the prior the log odds of people of a pool whose traits hang together at .25 spread by the cap at most."""
    traits = tuple(Numeric(f"n{i}") for i in range(count))
    features = Features(traits, ((0.0, 1.0),) * count)
    pool = np.full((count, count), 0.25) + 0.75 * np.eye(count)
    spread = np.sqrt(np.trace(features.prior @ pool))
    assert spread == pytest.approx(min(SD_OF_ALL, np.sqrt(count * (1 + SHARED * 0.25 * (count - 1)))))


def test_the_precision_is_the_inverse() -> None:
    features = Features((Binary("a"), Binary("b"), Numeric("c")), (EVEN, (0.9, 0.1), (0.0, 1.0)))
    assert features.precision @ features.prior == pytest.approx(np.eye(3), abs=1e-9)
