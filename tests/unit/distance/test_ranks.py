"""Skewed numbers count by rank, so that one person with a hundred times the hours does not rule the fit."""

import numpy as np
import pytest

from twelfth.distance import BaseRate, CohortOdds, Pool
from twelfth.distance.cohort.ranks import Ranks
from twelfth.goal import Numeric, YesGroup

RNG = np.random.default_rng(1)
HOURS = np.exp(1.5 * RNG.standard_normal(2000))


def test_scores_are_normal_and_rise_with_the_value() -> None:
    ranks = Ranks.if_skewed(HOURS)
    assert ranks is not None
    scores = ranks.encode(HOURS)
    assert scores.mean() == pytest.approx(0, abs=1e-9)
    assert scores.std() == pytest.approx(1, abs=1e-9)
    assert np.quantile(scores, 0.975) == pytest.approx(1.96, abs=0.05)
    assert (np.diff(ranks.encode(np.sort(HOURS))) >= 0).all()
    beyond = ranks.encode(np.array([0.0, HOURS.max() * 10, np.nan]))
    assert beyond[:2] == pytest.approx([scores.min(), scores.max()], abs=0.2)
    assert np.isnan(beyond[2])


def test_numbers_that_are_not_skewed_count_as_they_are() -> None:
    assert Ranks.if_skewed(RNG.standard_normal(500)) is None
    assert Ranks.if_skewed(np.full(500, 3.0)) is None
    assert Ranks.if_skewed(np.full(500, np.nan)) is None


def test_odds_do_not_hang_on_how_a_skewed_number_is_measured() -> None:
    """Hours, or their square root: the ranks are the same, and so are the odds."""
    chosen = HOURS[np.argsort(-(np.log(HOURS) + RNG.logistic(size=2000)))[:40]]
    told = []
    for unit in (lambda hours: hours, lambda hours: hours**1.5):
        traits, pool = (Numeric("hours"),), unit(HOURS)[:, None]
        model = CohortOdds().fit(
            YesGroup(traits, unit(chosen)[:, None]),
            Pool.rows(traits, pool),
            BaseRate(slots=40, applicants=4000),
            seed=0,
        )
        told.append(model.draws(unit(np.array([[0.5], [3.0], [20.0]]))))
    assert told[0] == pytest.approx(told[1], rel=1e-9)
