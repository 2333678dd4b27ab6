"""In what those selected lately differ from those selected earlier."""

from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from twelfth.distance import BaseRate, Caveat, CohortOdds, Drift, drifts
from twelfth.goal import Binary, Category, DateTrait, Numeric, Ordered, Recorded, Trait, YesGroup

OLD, NEW = (date(1996, 5, 1), date(1998, 6, 4)), (date(2004, 5, 6), date(2009, 6, 29))
BINARY, LADDER = Binary("phd", label="Doctorate"), Ordered("degree", levels=("none", "bachelor", "master", "doctorate"))
KINDS, YEARS = Category("field", levels=("arts", "law", "science")), Numeric("years", unit="years")


def group(trait: Trait, earlier: list[float], later: list[float], days: list[date] | None = None) -> YesGroup:
    """People of one trait, those of an era alternating between its two rounds."""
    dates = [OLD[index % 2] for index in range(len(earlier))] + [NEW[index % 2] for index in range(len(later))]
    rows: NDArray[np.float64] = np.array([*earlier, *later], dtype=float).reshape(-1, 1)
    return YesGroup((trait,), rows, dates=days or dates)


def one(trait: Trait, earlier: list[float], later: list[float]) -> Drift:
    (found,) = drifts(group(trait, earlier, later))
    return found


def test_both_eras_are_told_with_share_interval_and_number() -> None:
    """Two of twelve before and eleven of twelve since, unknown ones not counted."""
    found = one(BINARY, [1, 1, *[0] * 10, np.nan], [1] * 11 + [0])

    assert (found.title, found.level) == ("Doctorate", "yes")
    assert (found.earlier.first, found.earlier.last, found.later.first, found.later.last) == (*OLD, *NEW)
    assert (found.earlier.count, found.earlier.n, found.later.count, found.later.n) == (2, 12, 11, 12)
    assert found.earlier.value.mid == pytest.approx(2 / 12)
    assert found.earlier.value.lo < 2 / 12 < found.earlier.value.hi < found.later.value.lo < 11 / 12


def test_all_and_none_are_within_their_intervals() -> None:
    """The share counted is the middle, also at the ends."""
    found = one(BINARY, [0] * 8, [1] * 8)

    assert (found.earlier.value.mid, found.later.value.mid) == (0.0, 1.0)
    assert found.earlier.value.hi > 0.05


def test_what_differs_by_chance_is_no_drift() -> None:
    """Three of eight and five of eight."""
    assert drifts(group(BINARY, [1] * 3 + [0] * 5, [1] * 5 + [0] * 3)) == ()


def test_a_number_is_told_by_its_middle_value_in_its_unit() -> None:
    """With the order statistics about it; another unit of the number changes nothing."""
    found = one(YEARS, [1, 2, 3, 4, 5, 6, 7], [11, 12, 13, 14, 15, 16, 17])
    months = one(YEARS, [12.0 * x for x in range(1, 8)], [12.0 * x for x in range(11, 18)])

    assert (found.level, found.unit, found.earlier.count) == ("", "years", None)
    assert (found.earlier.value.mid, found.earlier.value.lo, found.earlier.value.hi) == (4, 1, 7)
    assert months.later.value.mid == 12 * found.later.value.mid
    assert drifts(group(YEARS, [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8])) == ()


def test_the_interval_of_a_middle_value_holds_it_as_often_as_it_says() -> None:
    """At least 90 of 100 times."""
    rng = np.random.default_rng(0)
    held = 0
    for _ in range(300):
        found = one(YEARS, list(rng.normal(size=15)), list(rng.normal(9, 1, size=15)))
        held += found.earlier.value.lo <= 0 <= found.earlier.value.hi

    assert held >= 270


def test_a_ladder_is_told_by_the_step_that_moved_most() -> None:
    """The share at that step or above."""
    found = one(LADDER, [1] * 9 + [2], [1] + [2] * 5 + [3] * 4)

    assert (found.level, found.earlier.count, found.later.count) == ("master or above", 1, 9)


def test_a_category_is_told_by_the_level_that_moved_most() -> None:
    """Law came up where arts went down and science stayed."""
    found = one(KINDS, [0] * 8 + [2] * 4, [1] * 9 + [2] * 4)

    assert (found.level, found.earlier.count, found.later.count) == ("law", 0, 9)


@pytest.mark.parametrize(
    "trait",
    [Binary("sex", protected=True), Binary("diving", recorded=Recorded.POSITIVES_ONLY), DateTrait("born")],
)
def test_what_never_counts_is_not_compared(trait: Trait) -> None:
    """Protected, of one-sided record, or a day."""
    assert drifts(group(trait, [0] * 9, [1] * 9)) == ()


def test_fewer_than_five_of_an_era_are_not_compared() -> None:
    """Nor is one round with itself, nor anybody whose round is not known."""
    assert drifts(group(BINARY, [0] * 4, [1] * 40)) == ()
    assert drifts(group(BINARY, [0] * 9, [1] * 9, [OLD[0]] * 18)) == ()
    assert drifts(group(BINARY, [0] * 9, [1] * 9, [date.min] * 9 + [NEW[0]] * 9)) == ()
    assert drifts(YesGroup((BINARY,), np.zeros((9, 1)))) == ()


def test_the_caveat_stands_where_an_era_differs_and_nowhere_else() -> None:
    """The odds say so, and the eras are there to show."""
    base = BaseRate(slots=10, applicants=1000)
    for later, expected in (([1.0] * 9, True), ([0.0] * 9, False)):
        yes = group(BINARY, [0.0] * 8 + [1.0], later)
        assert (Caveat.DRIFT in CohortOdds().fit(yes, None, base, seed=0).caveats) is expected
        assert bool(drifts(yes)) is expected
