"""Laws of the odds from a yes group: inside (0, 1), blind to order, unmoved by what is shared, narrower with more."""

import json
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cohort_world import BASE, KNOWN, NAN, TRAITS, fitted, pool_people, selected
from tests.tried import tried

from twelfth.base import plain
from twelfth.distance import BaseRate, CohortOdds, Option, Pool
from twelfth.goal import Binary, YesGroup


@st.composite
def rows(draw: st.DrawFn) -> np.ndarray:
    """Anybody's levels, some unknown."""
    size = draw(st.integers(0, 12))
    people = [
        [
            draw(st.sampled_from([0.0, 1.0, NAN])),
            draw(st.sampled_from([0.0, 1.0, 2.0, NAN])),
            draw(st.floats(-20, 40) | st.just(NAN)),
            draw(st.sampled_from([0.0, 1.0, 2.0, NAN])),
        ]
        for _ in range(size)
    ]
    return np.array(people, dtype=float).reshape(size, 4)


@tried(10, of=25)
@given(yes=rows(), people=rows(), rate=st.floats(1e-4, 0.9), firm=st.booleans())
def test_odds_are_never_nothing_nor_certain(yes: np.ndarray, people: np.ndarray, rate: float, firm: bool) -> None:
    """0 < lo <= p <= hi < 1, for any yes group, any people and any rate."""
    pool = Pool.marginals(TRAITS, KNOWN) if firm else Pool.guess(TRAITS, KNOWN)
    found = CohortOdds().fit(YesGroup(TRAITS, yes), pool, BaseRate.quoted(rate), seed=1).odds(people)

    assert len(found) == len(people)
    for one in found:
        assert one.lo is not None
        assert one.hi is not None
        assert 0 < one.lo <= (one.p or one.lo) <= one.hi < 1


@tried(5, of=10)
@given(order=st.permutations(range(30)), columns=st.permutations(range(4)), kind=st.sampled_from(["shares", "rows"]))
def test_the_order_of_people_and_traits_changes_no_byte(order: list[int], columns: list[int], kind: str) -> None:
    """JSON(odds, gaps, levers of permuted) == JSON(of the original)."""
    yes = selected(30, 31)
    yes[::7, 2] = NAN
    people = pool_people(300, 32)

    def told(rows_in: list[int], traits_in: list[int]) -> str:
        traits = tuple(TRAITS[index] for index in traits_in)
        if kind == "shares":
            pool = Pool.marginals(traits, KNOWN)
        else:
            pool = Pool.rows(traits, people[::-1][:, traits_in] if rows_in[0] else people[:, traits_in])
        model = CohortOdds().fit(YesGroup(traits, yes[rows_in][:, traits_in]), pool, BASE, seed=5)
        mine = np.array([0, 1, 6.0, 1])[traits_in]
        levers = model.levers(mine, [Option("french", "B2", hours=300), Option("phd", True, hours=5000)])
        return json.dumps(plain([model.odds([mine]), model.gaps(mine), levers]))

    assert told(list(order), list(columns)) == told(list(range(30)), list(range(4)))


def test_the_same_seed_gives_the_same_bytes_and_another_others() -> None:
    """Deterministic given the seed."""
    yes = YesGroup(TRAITS, selected(20, 41))
    first, again, other = (
        CohortOdds().fit(yes, Pool.guess(TRAITS, KNOWN), BASE, seed=seed).draws([[1, 0, 6.0, 1]]) for seed in (1, 1, 2)
    )

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_trait_that_all_share_alike_moves_nothing() -> None:
    """A coin held by half of the selected and half of the pool moves no odds beyond noise."""
    yes = selected(200, 51)
    coin = np.tile([0.0, 1.0], 100)
    traits = (*TRAITS, Binary("coin"))
    known = KNOWN | {"coin": 0.5}
    with_coin = CohortOdds().fit(
        YesGroup(traits, np.column_stack([yes, coin])), Pool.marginals(traits, known, ess=1e6), BASE, seed=1
    )
    without = fitted(yes, Pool.marginals(TRAITS, KNOWN, ess=1e6))
    people = pool_people(200, 52)

    mean = [
        model.draws(rows).mean(axis=0)
        for model, rows in ((with_coin, np.column_stack([people, np.tile([0.0, 1.0], 100)])), (without, people))
    ]
    apart = np.log(mean[0] / (1 - mean[0])) - np.log(mean[1] / (1 - mean[1]))
    assert np.abs(apart).mean() < 0.25


def test_more_evidence_narrows_on_average() -> None:
    """Mean width of the interval in logits falls from 10 to 40 to 160 people."""
    people = pool_people(100, 61)
    widths = []
    for size in (10, 40, 160):
        drawn = np.concatenate([fitted(selected(size, 70 + seed)).draws(people)[None] for seed in range(3)])
        low, high = np.quantile(np.log(drawn / (1 - drawn)), [0.05, 0.95], axis=1)
        widths.append(float((high - low).mean()))

    assert widths == sorted(widths, reverse=True)


MODEL = fitted(selected(80, 81))


@tried(4, of=8)
@given(share=st.floats(0, 1), years=st.floats(0, 10))
def test_a_lever_grows_with_the_causal_share(share: float, years: float) -> None:
    """none <= half <= all in size, and competition never adds to a gain."""
    alone = MODEL.levers([0, 0, years, 0], [Option("phd", True)])[0]
    crowded = MODEL.levers([0, 0, years, 0], [Option("phd", True)], adopters=share)[0]

    assert alone.gain_none == 0
    assert abs(alone.gain_half) <= abs(alone.gain_all) + 1e-12
    assert crowded.gain_all <= alone.gain_all + 1e-12


@pytest.mark.parametrize("seed", [1, 2])
def test_recency_weights_of_one_round_change_nothing(seed: int) -> None:
    """All dates alike are as good as none."""
    yes = selected(20, seed)
    dated = CohortOdds().fit(
        YesGroup(TRAITS, yes, dates=[date(2020, 1, 1)] * 20), Pool.guess(TRAITS, KNOWN), BASE, seed=3
    )

    assert dated.odds(yes[:3]) == CohortOdds().fit(YesGroup(TRAITS, yes), Pool.guess(TRAITS, KNOWN), BASE, seed=3).odds(
        yes[:3]
    )
