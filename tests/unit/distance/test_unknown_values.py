"""Unknown values are filled from people alike, weighted by their chance."""

import numpy as np
import pytest

from twelfth.distance.cohort.features import Features
from twelfth.distance.cohort.unknown import at_large, filled
from twelfth.goal import Binary, Numeric

TRAITS = (Binary("phd"), Numeric("one"), Numeric("two"))
FEATURES = Features(TRAITS, ((0.8, 0.2), (0.0, 1.0), (0.0, 1.0)))
NAN = float("nan")


def people(size: int, seed: int) -> np.ndarray:
    """Two numbers correlated at .8, and a binary trait of those above average in the first."""
    rng = np.random.default_rng(seed)
    one = rng.standard_normal(size)
    two = 0.8 * one + 0.6 * rng.standard_normal(size)
    return np.column_stack([one > 0.84, one, two]).astype(float)


def test_what_is_known_stays_and_nothing_is_left_unknown() -> None:
    rows = people(400, 1)
    holed = np.where(np.random.default_rng(2).random(rows.shape) < 0.4, NAN, rows)
    done = filled(holed, holed, np.ones(400), FEATURES, np.random.default_rng(3))
    assert (done[~np.isnan(holed)] == holed[~np.isnan(holed)]).all()
    assert not np.isnan(done).any()
    assert set(np.unique(done[:, 0])) == {0.0, 1.0}


def test_filling_keeps_how_traits_hang_together() -> None:
    """Half of one number unknown: values drawn at large halve a correlation of .8; those of people alike do not."""
    rows, rng = people(2000, 4), np.random.default_rng(5)
    holed = rows.copy()
    holed[rng.random(2000) < 0.5, 2] = NAN
    alike = filled(holed, people(2000, 6), np.ones(2000), FEATURES, rng)
    large = at_large(holed, people(2000, 6), rng)
    assert np.corrcoef(large[:, 1:].T)[0, 1] < 0.5
    assert np.corrcoef(alike[:, 1:].T)[0, 1] > 0.55


def test_the_likely_to_be_selected_give_more() -> None:
    """Of a person of whom nothing is known, a value is drawn in proportion to the weight of who holds it."""
    donors = np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    nobody = np.full((4000, 3), NAN)
    done = filled(nobody, donors, np.array([0.1, 0.3]), FEATURES, np.random.default_rng(7))
    assert done[:, 0].mean() == pytest.approx(0.75, abs=0.03)


def test_a_far_donor_gives_less_than_a_near_one() -> None:
    """At one pool standard deviation the weight is exp(-1)."""
    donors = np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 0.0]])
    rows = np.tile([[NAN, 0.0, NAN]], (6000, 1))
    done = filled(rows, donors, np.ones(2), FEATURES, np.random.default_rng(8))
    assert done[:, 0].mean() == pytest.approx(np.exp(-1) / (1 + np.exp(-1)), abs=0.02)


def test_a_trait_unknown_of_all_donors_stays_unknown() -> None:
    donors = np.array([[0.0, 1.0, NAN], [1.0, 0.0, NAN]])
    done = filled(np.full((5, 3), NAN), donors, np.ones(2), FEATURES, np.random.default_rng(9))
    assert np.isnan(done[:, 2]).all()
    assert not np.isnan(done[:, :2]).any()


def test_a_crowd_is_filled_in_parts_from_a_part_of_the_donors() -> None:
    rows = people(30_000, 10)
    holed = rows.copy()
    holed[:, 2] = NAN
    done = filled(holed, people(5000, 11), np.ones(5000), FEATURES, np.random.default_rng(12))
    assert np.corrcoef(done[:, 1:].T)[0, 1] > 0.55
