"""Laws of the cut-off forecast: order and later knowledge change nothing, more points and more time never hurt."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tried import tried

from twelfth.distance.cutoff import CutOff, RubricOdds

START = date(2024, 1, 1)
SCORES = st.integers(0, 1200)
DAYS = st.integers(0, 200)


@st.composite
def histories(draw: st.DrawFn) -> list[CutOff]:
    """One to twelve rounds of two kinds, some on the same day."""
    found = draw(
        st.lists(
            st.tuples(
                st.integers(0, 400), st.sampled_from(["a", "b"]), st.none() | st.integers(0, 9000), st.integers(60, 950)
            ),
            min_size=1,
            max_size=12,
        )
    )
    rounds = [CutOff(START + timedelta(day), kind, people, float(cut)) for day, kind, people, cut in found]
    return [*rounds, CutOff(START, "a", 100, 480.0)]


AS_OF = START + timedelta(400)


@tried(20, of=60)
@given(rounds=histories(), scores=st.lists(SCORES, min_size=2, max_size=6), ahead=DAYS)
def test_more_points_never_lower_the_chance_of_a_round(rounds: list[CutOff], scores: list[int], ahead: int) -> None:
    """s <= t: cdf(s) <= cdf(t), all within (0, 1), and lo <= mean <= hi."""
    told = RubricOdds().fit(rounds).forecast("a", as_of=AS_OF + timedelta(ahead))
    chances = [told.cdf(score) for score in sorted(scores)]

    assert chances == sorted(chances)
    assert all(0 < one < 1 for one in chances)
    assert told.lo <= told.mean <= told.hi


@tried(20, of=60)
@given(rounds=histories(), score=SCORES)
def test_a_tie_counts_half_in_every_round(rounds: list[CutOff], score: int) -> None:
    """cdf(s) is half way between the chances of the half points below and above s."""
    told = RubricOdds().fit(rounds).forecast("a", as_of=AS_OF)

    middle = (told.cdf(score - 0.5) + told.cdf(score + 0.5)) / 2
    assert told.cdf(score) == pytest.approx(middle, abs=1e-6)


@tried(10, of=25)
@given(rounds=histories(), score=SCORES, days=st.tuples(DAYS, DAYS))
def test_more_time_never_hurts(rounds: list[CutOff], score: int, days: tuple[int, int]) -> None:
    """until <= later: p(until) <= p(later), and so do both ends."""
    model = RubricOdds().fit(rounds, seed=3)
    early, late = (model.by_horizon(score, ("a", "a"), as_of=AS_OF, until=AS_OF + timedelta(n)) for n in sorted(days))

    for end in ("p", "lo", "hi"):
        assert 0 < getattr(early, end) <= getattr(late, end) + 1e-12 < 1 + 1e-12


@tried(10, of=25)
@given(gap=st.integers(1, 30), cuts=st.lists(st.integers(400, 600), min_size=4, max_size=9), score=SCORES)
def test_a_horizon_that_holds_a_round_is_worth_at_least_that_round(gap: int, cuts: list[int], score: int) -> None:
    """A whole gap ahead of a kind that is not overdue: p(horizon) >= P(score >= next cut-off) unless laid aside, by a
    pause a year."""
    rounds = [CutOff(START + timedelta(gap * i), "a", None, float(cut)) for i, cut in enumerate(cuts)]
    as_of = rounds[-1].decided
    model = RubricOdds().fit(rounds)
    p = model.by_horizon(score, ("a",), as_of=as_of, until=as_of + timedelta(gap)).p
    going = math.exp(-gap / 365)

    assert p is not None
    assert p >= model.forecast("a", as_of=as_of).cdf(score) * going - 2e-4  # 4,096 even quantiles


@tried(10, of=25)
@given(data=st.data(), rounds=histories(), score=SCORES)
def test_the_order_of_the_rounds_changes_nothing(data: st.DataObject, rounds: list[CutOff], score: int) -> None:
    """fit(permuted, with one twice) answers as fit(rounds), to the last bit."""
    shuffled = data.draw(st.permutations([*rounds, rounds[0]]))
    one, other = (RubricOdds().fit(some, seed=5) for some in (rounds, shuffled))

    assert one.forecast("a", as_of=AS_OF) == other.forecast("a", as_of=AS_OF)
    until = AS_OF + timedelta(60)
    assert one.by_horizon(score, ("a",), as_of=AS_OF, until=until) == other.by_horizon(
        score, ("a",), as_of=AS_OF, until=until
    )


@tried(10, of=25)
@given(rounds=histories(), later=histories(), score=SCORES)
def test_later_rounds_change_nothing(rounds: list[CutOff], later: list[CutOff], score: int) -> None:
    """What becomes known after the as-of date changes no answer of that day, even when decided before it."""
    hidden = [
        CutOff(one.decided, one.kind, one.selected, one.cut_off, known=AS_OF + timedelta(1 + i))
        for i, one in enumerate(later)
    ]
    one, other = (RubricOdds().fit(some, seed=5) for some in (rounds, [*rounds, *hidden]))

    assert one.forecast("a", as_of=AS_OF) == other.forecast("a", as_of=AS_OF)
    until = AS_OF + timedelta(60)
    assert one.by_horizon(score, ("a",), as_of=AS_OF, until=until) == other.by_horizon(
        score, ("a",), as_of=AS_OF, until=until
    )


@tried(10, of=25)
@given(rounds=histories(), score=SCORES, lost=st.integers(0, 60), birthday=DAYS)
def test_fewer_points_with_age_never_raise_the_odds(rounds: list[CutOff], score: int, lost: int, birthday: int) -> None:
    """score'(day) <= score(day) on every day: p' <= p."""
    model, until = RubricOdds().fit(rounds, seed=7), AS_OF + timedelta(90)

    def ageing(day: date) -> float:
        return score - lost * (day >= AS_OF + timedelta(birthday))

    older, same = (model.by_horizon(one, ("a",), as_of=AS_OF, until=until) for one in (ageing, score))
    for end in ("p", "lo", "hi"):
        assert getattr(older, end) <= getattr(same, end)  # path by path, hence exactly
