"""The base rate and the pool: what may be stated, what it is worth, and what is refused."""

import numpy as np
import pytest
from scipy.special import logit
from tests.cohort_world import KNOWN, NAN, TRAITS, pool_people

from twelfth.base import InvalidInput
from twelfth.distance import BaseRate, Pool, Tier
from twelfth.distance.cohort.synthetic import nominal, redrawn
from twelfth.goal import Numeric

HALF = np.array([0.5])
ENDS = np.array([0.05, 0.95])


def test_slots_of_applicants() -> None:
    """Beta(K + 1/2, n - K + 1/2): the middle near K / n, the ends around it."""
    rate = BaseRate(slots=10, applicants=1000)
    low, high = rate.at(ENDS)

    assert rate.rate == pytest.approx(0.0102, abs=2e-4)
    assert 0.005 < low < rate.rate < high < 0.018
    assert rate.words == "10 of 1000 applicants"


def test_two_rounds_are_added_up_and_three_have_an_effect() -> None:
    """Rounds that differ more than chance leave the next one less sure than their sum."""
    two = BaseRate.from_rounds([(10, 1000), (30, 1000)])
    three = BaseRate.from_rounds([(10, 1000), (30, 1000), (90, 1000)])
    alike = BaseRate.from_rounds([(20, 1000)] * 3)

    assert two.rate == pytest.approx(0.0202, abs=3e-4)
    assert three.at(ENDS)[1] / three.at(ENDS)[0] > 3
    assert 1.3 < alike.at(ENDS)[1] / alike.at(ENDS)[0] < 2


def test_a_quoted_rate() -> None:
    """Sd .25 of the logit."""
    rate = BaseRate.quoted(0.1)

    assert rate.rate == pytest.approx(0.1)
    assert np.log(rate.at(ENDS) / (1 - rate.at(ENDS))) == pytest.approx(
        [np.log(1 / 9) - 0.4112, np.log(1 / 9) + 0.4112], abs=1e-3
    )
    assert rate.lowest_rate == rate.rate
    assert "quoted" in rate.words


def test_a_range_of_applicants() -> None:
    """The ends of the range are the ends of the 90 % interval; most applicants give the lowest rate."""
    rate = BaseRate.between(10, 500, 2000)

    assert rate.rate == pytest.approx(0.01)
    assert rate.at(ENDS) == pytest.approx([10 / 2000, 10 / 500])
    assert rate.lowest_rate == 10 / 2000
    assert "500 to 2000" in rate.words


def test_as_many_slots_as_applicants() -> None:
    """Everyone is taken."""
    assert BaseRate(slots=5, applicants=5).everyone_taken
    assert not BaseRate(slots=4, applicants=5).everyone_taken
    assert not BaseRate.quoted(0.5).everyone_taken


def test_a_pool_says_what_it_is_worth() -> None:
    """Published 200, a survey its n and at most 200, an expert 20, a guess 8."""
    worth = [
        Pool.marginals(TRAITS, KNOWN).ess,
        Pool.survey(TRAITS, KNOWN, n=120).ess,
        Pool.survey(TRAITS, KNOWN, n=5000).ess,
        Pool.expert(TRAITS, KNOWN).ess,
        Pool.guess(TRAITS, KNOWN).ess,
    ]

    assert worth == [200, 120, 200, 20, 8]
    assert Pool.marginals(TRAITS, KNOWN).tier is Tier.P2


def test_rows_show_their_marginals() -> None:
    """Shares and means of those known; a column nobody fills is even."""
    rows = pool_people(400, 1)
    rows[:, 3] = NAN
    pool = Pool.rows(TRAITS, rows)

    assert pool.known[0][1] == pytest.approx(rows[:, 0].mean())
    assert pool.known[2] == pytest.approx((rows[:, 2].mean(), rows[:, 2].std()))
    assert pool.known[3] == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    empty = Pool.rows((Numeric("x"),), np.full((200, 1), NAN))
    assert empty.known == ((0.0, 1.0),)


def test_the_statement_level_by_level() -> None:
    """One share a level, a mean and an sd for a number."""
    shares = {(one.trait, one.level): one.share for one in Pool.marginals(TRAITS, KNOWN).shares()}

    assert shares[("phd", True)] == 0.15
    assert shares[("french", "B2")] == pytest.approx(0.05)
    assert ("years", None) in shares


def test_a_shared_mistake_moves_every_share() -> None:
    """One mistake of a logit: every share of having more rises by it, and every mean by .7 sd; the order is kept."""
    told = nominal(TRAITS, tuple(tuple(one) for one in Pool.marginals(TRAITS, KNOWN).known))
    moved = redrawn(told, Pool.marginals(TRAITS, KNOWN, ess=1e9), np.random.default_rng(0), 1.0)

    assert logit(moved.values[0][1]) == pytest.approx(logit(0.15) + 1, abs=0.01)
    assert logit(moved.values[3][2]) == pytest.approx(logit(0.05) + 1, abs=0.01)
    assert logit(1 - moved.values[3][0]) == pytest.approx(logit(0.2) + 1, abs=0.01)
    assert moved.values[2] == pytest.approx((4 + 0.7 * 3, 3.0), abs=0.01)


REFUSED = {
    "more slots than applicants": (lambda: BaseRate(slots=11, applicants=10), "no more slots"),
    "negative slots": (lambda: BaseRate(slots=-1, applicants=10), "counts of at least 0"),
    "no applicants": (lambda: BaseRate(slots=0, applicants=0), "counts of at least 0"),
    "nan": (lambda: BaseRate(slots=1, applicants=NAN), "counts of at least 0"),
    "no rounds": (lambda: BaseRate.from_rounds([]), "at least one"),
    "a bad round": (lambda: BaseRate.from_rounds([(5, 4)]), "no more slots"),
    "quoted 1": (lambda: BaseRate.quoted(1.0), "between 0 and 1"),
    "range backwards": (lambda: BaseRate.between(5, 100, 50), "the lower first"),
    "more slots than the range": (lambda: BaseRate.between(500, 100, 50), "no more slots"),
    "unknown trait": (lambda: Pool.marginals(TRAITS, KNOWN | {"x": 0.1}), "trait of the pool is 'x'"),
    "missing trait": (lambda: Pool.guess(TRAITS, {"phd": 0.1}), "nothing of field"),
    "share above 1": (lambda: Pool.guess(TRAITS, KNOWN | {"phd": 1.5}), "shares in"),
    "shares that do not add up": (lambda: Pool.guess(TRAITS, KNOWN | {"field": [0.5, 0.3, 0.3]}), "add up to 1"),
    "too few shares": (lambda: Pool.guess(TRAITS, KNOWN | {"field": [0.5, 0.5]}), "3 shares"),
    "sd of 0": (lambda: Pool.guess(TRAITS, KNOWN | {"years": (4.0, 0.0)}), "the sd above 0"),
    "nan mean": (lambda: Pool.guess(TRAITS, KNOWN | {"years": (NAN, 1.0)}), "the sd above 0"),
    "ess": (lambda: Pool.marginals(TRAITS, KNOWN, ess=0), "people a statement"),
    "rows of another width": (lambda: Pool.rows(TRAITS, np.zeros((300, 3))), "rows of the pool"),
    "too few rows": (lambda: Pool.rows(TRAITS, pool_people(199, 1)), "at least 200"),
    "a level there is not": (lambda: Pool.rows(TRAITS, np.full((300, 4), 9.0)), "phd in the pool"),
}


@pytest.mark.parametrize(("call", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(call: object, said: str) -> None:
    """Counts, rates, shares, means, rows: each with a sentence."""
    with pytest.raises(InvalidInput, match=said):
        call()  # type: ignore[operator]
