"""Laws of the history: a no never raises hope, a no to a weaker profile says less, what is undecided says nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tried import tried

from twelfth.distance import History

CHANCES = st.floats(1e-6, 0.95)
REFUSED = st.sampled_from(["not selected"])
HISTORIES = st.lists(st.tuples(CHANCES, REFUSED), max_size=6)
STAGED = History(stages={"screened": 0.13, "interviewed": 0.04})


@tried(20, of=60)
@given(past=HISTORIES, p=CHANCES, ahead=CHANCES, sigma=st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]))
def test_one_more_no_never_raises_the_next_odds(
    past: list[tuple[float, str]], p: float, ahead: float, sigma: float
) -> None:
    """next(past + no) <= next(past), for every sigma."""
    history = History({sigma: 1.0})

    before, after = (history.update(one, [ahead]).next for one in (past, [*past, (p, "not selected")]))
    assert after <= before * (1 + 1e-9)


@tried(20, of=60)
@given(weak=CHANCES, strong=CHANCES, ahead=CHANCES)
def test_a_no_to_a_weaker_profile_counts_less(weak: float, strong: float, ahead: float) -> None:
    """p < q: next after a no to p >= next after a no to q."""
    low, high = sorted((weak, strong))

    after_low, after_high = (History().update([(p, "not selected")], [ahead]).next for p in (low, high))
    assert after_low >= after_high * (1 - 1e-9)


@tried(15, of=40)
@given(past=HISTORIES, p=CHANCES, at=st.integers(0, 6), word=st.sampled_from(["pending", "withdrawn", "ineligible"]))
def test_what_was_not_decided_changes_nothing(past: list[tuple[float, str]], p: float, at: int, word: str) -> None:
    """update(past + pending) == update(past), bit for bit, wherever it stands."""
    mixed = [*past[:at], (p, word), *past[at:]]

    assert History().update(mixed, [0.1, 0.2]) == History().update(past, [0.1, 0.2])


@tried(20, of=60)
@given(past=HISTORIES, ahead=st.lists(CHANCES, min_size=1, max_size=5))
def test_the_chance_lies_between_the_best_single_and_independence(
    past: list[tuple[float, str]], ahead: list[float]
) -> None:
    """next <= by_horizon <= naive, after noes; by_horizon lies in its range; all in (0, 1)."""
    found = History().update(past, ahead)

    assert 0 < found.next <= found.by_horizon * (1 + 1e-9)
    assert found.by_horizon <= found.naive * (1 + 1e-6)
    assert found.range[0] - 1e-12 <= found.by_horizon <= found.range[1] + 1e-12 < 1
    assert sum(one.weight for one in found.components) == pytest.approx(1)


@tried(10, of=30)
@given(p=CHANCES, first=st.integers(1, 12))
def test_without_a_past_the_first_chance_is_the_profiles_own(p: float, first: int) -> None:
    """E over people of the first attempt is p, whatever sigma and shape: m is solved so."""
    assert History().update([], [p] * first).next == pytest.approx(p, rel=1e-6)


@tried(10, of=30)
@given(p=st.floats(0.001, 0.1))
def test_the_further_it_came_the_more_hope_it_leaves(p: float) -> None:
    """not screened < screened < interviewed < selected, each after one attempt."""
    words = ("not screened", "screened", "interviewed", "selected")

    chances = [STAGED.update([(p, word)], [p]).next for word in words]
    assert chances == sorted(chances)
    assert len(set(chances)) == 4


@tried(10, of=30)
@given(draws=st.lists(CHANCES, min_size=2, max_size=8), seed=st.integers(0, 99))
def test_draws_without_a_past_average(draws: list[float], seed: int) -> None:
    """With nothing behind, the next chance is the weighted mean of the draws."""
    weights = np.random.default_rng(seed).random(len(draws)) + 0.1

    found = History().update([], [draws], weights=weights)
    assert found.next == pytest.approx(float(np.average(draws, weights=weights)), rel=1e-6)


@tried(10, of=20)
@given(past=st.lists(st.tuples(CHANCES, st.sampled_from(["not selected", "screened"])), max_size=5))
def test_the_order_of_the_past_says_nothing(past: list[tuple[float, str]]) -> None:
    """update(past) == update(reversed past), to rounding."""
    forward, back = (STAGED.update(one, [0.1]) for one in (past, past[::-1]))

    assert forward.next == pytest.approx(back.next, rel=1e-9)
