"""Venn-Abers against its slow twin: the person added with each label, and an isotonic regression of everybody."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from twelfth.distance import merged, venn_abers

Array = NDArray[np.float64]


def slow(scores: Array, labels: Array, asked: float, label: int) -> float:
    """The isotonic value at `asked`; people of equal score are one point with their mean and number."""
    everyone, known = np.append(scores, asked), np.append(labels, label)
    distinct, place = np.unique(everyone, return_inverse=True)
    people = np.bincount(place).astype(float)
    found = isotonic_regression(np.bincount(place, weights=known) / people, weights=people).x
    return float(found[np.searchsorted(distinct, asked)])


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6), people=st.integers(1, 40), levels=st.integers(1, 60))
def test_the_chains_give_what_two_regressions_give(seed: int, people: int, levels: int) -> None:
    """Few levels make ties, also of the person asked about; beyond both ends too."""
    rng = np.random.default_rng(seed)
    scores = rng.integers(0, levels, people) / 3
    labels = (rng.random(people) < rng.random()).astype(float)
    asked = np.concatenate([rng.choice(scores, 4), rng.uniform(-1, levels / 3 + 1, 10)])

    p0, p1 = venn_abers(scores, labels).at(asked)

    assert p0 == pytest.approx([slow(scores, labels, one, 0) for one in asked], abs=1e-12)
    assert p1 == pytest.approx([slow(scores, labels, one, 1) for one in asked], abs=1e-12)


def test_both_rise_with_the_score() -> None:
    """p0 <= merged <= p1, each nowhere falling."""
    rng = np.random.default_rng(3)
    scores = rng.normal(size=200)
    found = venn_abers(scores, (rng.random(200) < 0.3).astype(float))
    p0, p1 = found.at(np.linspace(-4, 4, 301))
    p = merged(p0, p1)

    assert (p0 <= p).all()
    assert (p <= p1).all()
    for one in (p0, p, p1):
        assert (np.diff(one) >= -1e-12).all()
