"""The base rate of a round, and what it alone bounds."""

from dataclasses import replace

import pytest
from tests.factories import yes_group
from tests.points_process import PEOPLE_PROCESS, YEARS

from twelfth.base import Estimate, InvalidInput
from twelfth.distance import Bounds, RoundRate, base_rate, joint_bounds, lacking_all, share_interval
from twelfth.distance.base_rate import bounds_when_holding, bounds_when_lacking
from twelfth.goal import Better, Bound, FunnelCount, Numeric

FINES = Numeric("fines", better=Better.LESS)
ONE_IN_TEN = RoundRate(round="r", selected=1, applicants=10)


def test_the_rate_is_selected_of_applied() -> None:
    """5 selected of 50 who applied is one in ten."""
    found = base_rate(PEOPLE_PROCESS, "r1")

    assert found is not None
    assert (found.selected, found.applicants, found.rate) == (5, 50, 0.1)


def test_the_rate_says_how_exactly_the_applicants_are_known() -> None:
    """The bound and the source of the count of applicants travel with the rate."""
    counted = FunnelCount(round="r1", stage="applied", count=50, bound=Bound.AT_LEAST, source=("paper",))

    found = base_rate(replace(PEOPLE_PROCESS, funnel=(counted,)), "r1")

    assert found is not None
    assert (found.bound, found.source) == (Bound.AT_LEAST, ("paper",))


def test_no_rate_without_applicants() -> None:
    """A round whose applicants were not published has no rate, not a rate of something."""
    interviewed = FunnelCount(round="r1", stage="interviewed", count=50)

    assert base_rate(replace(PEOPLE_PROCESS, funnel=(interviewed,)), "r1") is None


def test_applicants_of_one_level_are_not_all_applicants() -> None:
    """A count of applicants at one level of a trait is no count of the applicants."""
    part = FunnelCount(round="r1", stage="applied", count=50, trait="degree", level="master")

    assert base_rate(replace(PEOPLE_PROCESS, funnel=(part,)), "r1") is None


def test_no_rate_without_selected() -> None:
    """A round whose selected were not published has no rate."""
    rounds = tuple(replace(one, selected=None) for one in PEOPLE_PROCESS.rounds)

    assert base_rate(replace(PEOPLE_PROCESS, rounds=rounds), "r1") is None


def test_no_rate_of_another_round() -> None:
    """A round there is not has no rate."""
    assert base_rate(PEOPLE_PROCESS, "r9") is None


@pytest.mark.parametrize(("selected", "applicants"), [(0, 10), (11, 10), (-1, 10)])
def test_more_selected_than_applicants_is_refused(selected: int, applicants: int) -> None:
    """A rate of nobody selected, or of more than applied, cannot be built."""
    with pytest.raises(InvalidInput, match="1 to all applicants"):
        RoundRate(round="r", selected=selected, applicants=applicants)


def test_everyone_taken_is_a_rate_of_one() -> None:
    """As many selected as applied is a rate of one."""
    assert RoundRate(round="r", selected=10, applicants=10).rate == 1.0


def test_at_least_so_many_applicants_bound_nothing_from_below() -> None:
    """With only a lowest number of applicants the rate is the most there was: no bound has a lower end."""
    at_least = RoundRate(round="r", selected=1, applicants=10, bound=Bound.AT_LEAST)

    assert bounds_when_lacking(at_least, Estimate(0.3, 0.2, 0.4)) == Bounds(lo=0.0, hi=0.1)
    assert bounds_when_holding(at_least) == Bounds(lo=0.0, hi=1.0)
    assert joint_bounds(at_least, 5, 10) == Bounds(lo=0.0, hi=0.1)


def test_lacking_is_bounded_by_the_share_that_lacks_it_too() -> None:
    """Lacking what y of the yes group holds: p in [rate (1 - y), rate], with the far end of the interval of 1 - y."""
    assert bounds_when_lacking(ONE_IN_TEN, Estimate(0.3, 0.2, 0.4)) == Bounds(lo=0.1 * 0.2, hi=0.1)


def test_holding_is_bounded_by_the_rate_below() -> None:
    """Holding a trait that cannot hurt: p in [rate, 1]."""
    assert bounds_when_holding(ONE_IN_TEN) == Bounds(lo=0.1, hi=1.0)


def test_those_who_lack_all_are_counted_among_those_fully_recorded() -> None:
    """Of the four selected with both traits known, two are at or below both codes; the fifth is not counted."""
    group = yes_group((YEARS, Numeric("tests")), [[1, 1], [2, 2], [3, 1], [1, 3], [1, float("nan")]])

    assert lacking_all(group, {"years": 2.0, "tests": 2.0}) == (2, 4)


def test_lacking_looks_at_the_named_traits_only() -> None:
    """A trait that is not named plays no part, not even by being unknown."""
    group = yes_group((YEARS, Numeric("tests")), [[1, 1], [2, 2], [3, 1], [1, 3], [1, float("nan")]])

    assert lacking_all(group, {"years": 2.0}) == (4, 5)


def test_lacking_of_less_is_better_counts_the_higher() -> None:
    """Where less is better, those who lack it too are those with as much or more."""
    group = yes_group((FINES,), [[0], [0], [1], [2]])

    assert lacking_all(group, {"fines": 1.0}) == (2, 4)


def test_lacking_nothing_counts_nobody() -> None:
    """Without a lacked trait there is nothing to count."""
    assert lacking_all(yes_group((YEARS,), [[1], [2]]), {}) == (0, 0)


def test_joint_bounds_by_hand() -> None:
    """All lacked traits together: [rate times the 5 % end of the share that lacks them all, rate]."""
    assert joint_bounds(ONE_IN_TEN, 2, 4) == Bounds(lo=0.1 * share_interval(2, 4).lo, hi=0.1)


def test_no_joint_bounds_with_nobody_fully_recorded() -> None:
    """Where nobody selected has all the traits recorded there is no bound, rather than a bound of zero."""
    assert joint_bounds(ONE_IN_TEN, 0, 0) is None
