"""Gaps: percentiles, weights, bounds, muscles, distributions, and when each may be told."""

import pytest
from tests.factories import person, yes_group

from twelfth.distance import Bounds, Gap, RoundRate, gaps, share_interval, weight_of_level, weight_of_number
from twelfth.goal import Basis, Better, Binary, Category, Numeric, Ordered, PoolShare, Trait

NAN = float("nan")
RUNG = Ordered("rung", levels=("low", "middle", "high"))
YEARS = Numeric("years")
HELD = Binary("held")
FIELD = Category("field", levels=("science", "arts", "law"))
SEAT = Binary("seat", better=Better.NEITHER)
RATE = RoundRate(round="r", selected=10, applicants=100)


def gap_of(trait: Trait, level: object, column: list[float], *pool: PoolShare, rate: RoundRate | None = None) -> Gap:
    """The gap of one trait; a level None is an unknown one."""
    who = person((trait,), {} if level is None else {trait.name: level})
    (found,) = gaps(who, yes_group((trait,), [[one] for one in column]), pool=pool, rate=rate)
    return found


def test_a_percentile_counts_a_tie_half() -> None:
    """Two below and two equal of five: 3 of 5, as a Beta interval."""
    found = gap_of(YEARS, 3.0, [1, 2, 3, 3, 9])

    assert found.yes_percentile == share_interval(3, 5)


@pytest.mark.parametrize(("people", "told"), [(4, False), (5, True)])
def test_no_percentile_below_five(people: int, told: bool) -> None:
    """Law 1: fewer than five observed people give counts and no percentage."""
    found = gap_of(YEARS, 1.0, [2.0] * people, rate=RATE)

    answers = (found.yes_percentile, found.lacking, found.bounds, found.quartiles)
    assert [one is not None for one in answers] == [told] * 4
    assert found.above == people


def test_unknown_people_do_not_make_five() -> None:
    """Five people of whom four are recorded are four."""
    found = gap_of(YEARS, 1.0, [2, 2, 2, 2, NAN])

    assert (found.n, found.n_observed, found.n_unknown, found.yes_percentile) == (5, 4, 1, None)


def test_lacking_is_the_share_at_or_below() -> None:
    """One below and two equal of six also lack what the person lacks."""
    assert gap_of(YEARS, 3.0, [1, 3, 3, 5, 6, 7]).lacking == share_interval(3, 6)


def test_nothing_is_lacked_when_nobody_is_above() -> None:
    """With nobody above there is no share that lacks it too."""
    assert gap_of(YEARS, 9.0, [1, 3, 3, 5, 6, 9]).lacking is None


def test_a_short_gap_is_bounded_from_above_by_the_rate() -> None:
    """Lacking: [rate times the low end of the share at or below, rate]."""
    found = gap_of(HELD, False, [1, 1, 1, 1, 0, 0], rate=RATE)

    assert found.bounds == Bounds(lo=0.1 * share_interval(2, 6).lo, hi=0.1)


def test_holding_is_bounded_from_below_by_the_rate() -> None:
    """Holding: [rate, 1]."""
    assert gap_of(HELD, True, [1, 1, 1, 1, 0, 0], rate=RATE).bounds == Bounds(lo=0.1, hi=1.0)


def test_no_bounds_without_a_rate() -> None:
    """Without a base rate nothing bounds the chance."""
    assert gap_of(HELD, False, [1, 1, 1, 1, 0, 0]).bounds is None


def test_width_is_the_share_above_minus_the_share_below() -> None:
    """Cliff's delta by hand: 3 above and 1 below of 5."""
    assert gap_of(YEARS, 3.0, [1, 3, 5, 6, 7]).width == pytest.approx(2 / 5)


@pytest.mark.parametrize(("below", "muscle"), [(6, True), (5, False)])
def test_a_muscle_is_above_three_quarters(below: int, muscle: bool) -> None:
    """Exactly three quarters of eight strictly below is a muscle; one fewer is none."""
    column = [1.0] * below + [9.0] * (8 - below)

    assert gap_of(YEARS, 5.0, column).muscle is muscle


def test_ties_are_not_below() -> None:
    """Being equal to many is no muscle."""
    assert not gap_of(YEARS, 5.0, [5.0] * 6 + [1.0] * 2).muscle


@pytest.mark.parametrize(
    ("trait", "holders", "muscle"), [(HELD, 1, True), (HELD, 2, False), (SEAT, 1, True), (SEAT, 2, False)]
)
def test_a_muscle_is_held_by_fewer_than_a_quarter(trait: Trait, holders: int, muscle: bool) -> None:
    """One of eight holders is fewer than a quarter; two of eight are exactly a quarter and no muscle."""
    assert gap_of(trait, True, [1.0] * holders + [0.0] * (8 - holders)).muscle is muscle


@pytest.mark.parametrize("trait", [HELD, SEAT])
def test_lacking_what_few_lack_is_no_muscle(trait: Trait) -> None:
    """Not holding a trait is never a muscle, however rare that is."""
    assert not gap_of(trait, False, [1.0] * 8).muscle


@pytest.mark.parametrize("trait", [HELD, SEAT, YEARS])
def test_no_muscle_below_five(trait: Trait) -> None:
    """Four people are too few to be rare among."""
    assert not gap_of(trait, True if trait is not YEARS else 9.0, [0, 0, 0, 0]).muscle


@pytest.mark.parametrize("trait", [Binary("held", protected=True), Numeric("held", protected=True)])
def test_a_protected_trait_is_never_a_muscle(trait: Trait) -> None:
    """Law 10: what is protected is no strength to build on."""
    found = gap_of(trait, True if trait.kind == "binary" else 9.0, [0.0] * 8)

    assert (found.protected, found.muscle) == (True, False)


def test_an_only_member_is_compared() -> None:
    """A yes group of one gives counts and a width, and nothing that needs a share."""
    found = gap_of(HELD, False, [1])

    assert (found.n, found.above, found.width, found.yes_percentile) == (1, 1, 1.0, None)


def test_an_empty_group_gives_no_figures() -> None:
    """A yes group of nobody gives zero counts and no figure."""
    found = gap_of(YEARS, 3.0, [])

    assert (found.n, found.n_observed, found.width, found.quartiles, found.ends) == (0, 0, None, None, None)


def test_a_number_has_quartiles_and_ends() -> None:
    """Quartiles and ends of 1, 2, 3, 4, 9 by hand; a number has no list of levels."""
    found = gap_of(YEARS, 3.0, [9, 2, 3, 4, 1])

    assert (found.quartiles, found.ends, found.distribution) == ((2.0, 3.0, 4.0), (1.0, 9.0), ())


def test_between_two_in_the_middle_it_is_what_somebody_had() -> None:
    """The less demanding of them, which a road aims at as well: no number between them that nobody had."""
    assert gap_of(YEARS, 3.0, [1, 2, 4, 5, 8, 9]).quartiles == (2.0, 4.0, 8.0)


def test_levels_are_counted_lowest_first() -> None:
    """Every level is counted, also one that nobody had."""
    found = gap_of(RUNG, "low", [2, 0, 2])

    assert found.distribution == (("low", 1), ("middle", 0), ("high", 2))
    assert found.most_first == (("high", 2), ("middle", 0), ("low", 1))
    assert found.quartiles is None


def test_levels_without_order_stand_most_frequent_first() -> None:
    """A category is told by how often each level occurs."""
    found = gap_of(FIELD, "arts", [2, 0, 0])

    assert found.most_first == (("science", 2), ("law", 1), ("arts", 0))


def test_holders_of_a_binary_trait() -> None:
    """Holders are those with yes; a trait of other levels has none."""
    assert (gap_of(HELD, True, [1, 1, 0]).holders, gap_of(RUNG, "low", [1]).holders) == (2, None)


def test_no_weight_when_nothing_is_known_of_the_pool() -> None:
    """Without a statement about this trait in the pool there is no weight of evidence."""
    other = PoolShare(trait="other", basis=Basis.GUESS, level=True, share=0.5)

    assert gap_of(HELD, True, [1, 1, 0], other).woe is None


def test_the_weight_of_the_own_level() -> None:
    """The weight is that of the level the person has, from the count at that level."""
    pool = PoolShare(trait="rung", basis=Basis.PUBLISHED, level="high", share=0.2)

    assert gap_of(RUNG, "high", [2, 2, 1, 0], pool).woe == weight_of_level(2, 4, pool=pool)


def test_no_weight_of_a_level_the_pool_says_nothing_of() -> None:
    """A share stated of one level of three says nothing of another."""
    pool = PoolShare(trait="rung", basis=Basis.PUBLISHED, level="high", share=0.2)

    assert gap_of(RUNG, "low", [2, 2, 1, 0], pool).woe is None


def test_no_is_the_rest_of_yes() -> None:
    """For a binary trait the share without is one minus the share with."""
    with_it = PoolShare(trait="held", basis=Basis.PUBLISHED, level=True, share=0.2)
    without = PoolShare(trait="held", basis=Basis.PUBLISHED, level=False, share=0.8)

    assert gap_of(HELD, False, [1, 1, 0], with_it).woe == weight_of_level(1, 3, pool=without)


def test_a_binary_trait_with_a_mean_has_no_weight() -> None:
    """A mean and sd say nothing of the share at a level."""
    pool = PoolShare(trait="held", basis=Basis.GUESS, mean=0.5, sd=0.5)

    assert gap_of(HELD, True, [1, 1, 0], pool).woe is None


def test_the_weight_of_a_number() -> None:
    """A number is weighed against the pool's mean and sd."""
    pool = PoolShare(trait="years", basis=Basis.SURVEY, mean=3.0, sd=2.0)
    group = yes_group((YEARS,), [[4], [5], [6]])

    assert gap_of(YEARS, 5.0, [4, 5, 6], pool).woe == weight_of_number(group.column("years"), 5.0, pool=pool)


def test_a_number_with_a_share_has_no_weight() -> None:
    """A share at one number says nothing of the others."""
    pool = PoolShare(trait="years", basis=Basis.GUESS, level=5.0, share=0.5)

    assert gap_of(YEARS, 5.0, [4, 5, 6], pool).woe is None


def test_a_trait_without_an_order_is_weighed_too() -> None:
    """Without better or worse there is no width, and still a weight."""
    pool = PoolShare(trait="field", basis=Basis.PUBLISHED, level="law", share=0.2)

    assert gap_of(FIELD, "law", [2, 2, 1], pool).woe == weight_of_level(2, 3, pool=pool)


def test_an_unknown_level_has_no_weight() -> None:
    """What the person has must be known before it can be weighed."""
    pool = PoolShare(trait="held", basis=Basis.PUBLISHED, level=True, share=0.2)

    assert gap_of(HELD, None, [1, 1, 0], pool).woe is None
