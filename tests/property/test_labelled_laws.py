"""Laws of odds from labelled people: no order of rows or features counts, and nobody's answer rests on another's."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.labelled_world import crossed, labelled, with_unknown

from twelfth.engines import LabelledOdds


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), unknown=st.sampled_from([0.0, 0.2]))
def test_permuting_people_and_features_changes_no_byte(seed: int, unknown: float) -> None:
    """odds(fit(P X Q, P y), X Q) = odds(fit(X, y), X), byte for byte."""
    rng = np.random.default_rng(seed)
    X, y, _ = labelled(60, features=4, seed=seed)
    X = with_unknown(np.round(X, 1), unknown, seed=seed)
    rows, columns = rng.permutation(60), rng.permutation(4)
    directions = np.array([1, 0, 0, 0])

    straight = LabelledOdds().fit(X, y, seed=1, monotone=directions).odds(X)
    turned = LabelledOdds().fit(X[rows][:, columns], y[rows], seed=1, monotone=directions[columns])

    assert repr(turned.odds(X[:, columns])) == repr(straight)


def test_permuting_changes_no_byte_of_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where trees are grown; 8 fits to people drawn again stand for the 64."""
    monkeypatch.setattr("twelfth.engines.labelled.labelled_odds.REFITS", 8)
    X, y = crossed(320)
    rows = np.random.default_rng(0).permutation(320)
    straight, turned = LabelledOdds().fit(X, y, seed=1), LabelledOdds().fit(X[rows][:, ::-1], y[rows], seed=1)

    assert straight.report.learner == "boosted trees"
    assert repr(turned.odds(X[:9, ::-1])) == repr(straight.odds(X[:9]))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_an_answer_does_not_rest_on_who_else_is_asked_about(seed: int) -> None:
    """One by one, or all at once: the same bytes."""
    X, y, _ = labelled(70, features=5, seed=seed)
    model = LabelledOdds().fit(X, y, seed=0)

    assert repr([model.odds(X[k : k + 1])[0] for k in range(12)]) == repr(model.odds(X)[:12])


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_chance_is_never_0_or_1(seed: int) -> None:
    """Also where one feature parts the outcomes, and far outside what was seen."""
    X, _, _ = labelled(30, features=2, seed=seed)
    y = (X[:, 0] > np.median(X[:, 0])).astype(float)
    for one in LabelledOdds().fit(X, y, seed=0).odds(np.vstack([X, [[1e6, 0], [-1e6, 0], [np.nan, np.nan]]])):
        assert 0 < one.lo <= one.p <= one.hi < 1


def test_more_people_narrow_the_interval() -> None:
    """On average: 60, 240 and 960."""
    asked, _, _ = labelled(50, seed=99)
    widths = []
    for n in (60, 240, 960):
        X, y, _ = labelled(n, features=3)
        widths.append(np.mean([one.hi - one.lo for one in LabelledOdds().fit(X, y, seed=0).odds(asked)]))

    assert widths[0] > 1.3 * widths[1] > 1.3**2 * widths[2]
    assert widths[2] == pytest.approx(0.15, abs=0.1)
