"""Odds from a grid of counts: what an answer holds, what each kind of cell contributes, what is refused."""

import math

import numpy as np
import pytest

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.distance import Caveat, Odds, Tier
from twelfth.distance.grid import GridOdds, under

ACCEPTED, APPLICANTS = [[1, 5], [9, 30]], [[20, 40], [30, 50]]


def only(accepted: object, applicants: object, cell: tuple[int, int] = (0, 0)) -> Odds:
    return GridOdds().fit(accepted, applicants).odds([cell])[0]


def width(odds: Odds) -> float:
    """Of the interval, in logits."""
    return math.log(odds.hi / (1 - odds.hi)) - math.log(odds.lo / (1 - odds.lo))


def test_a_cell_lies_between_its_own_rate_and_its_neighbours() -> None:
    """5 of 40 beside higher and lower rates: near .125 and inside the interval."""
    found = only(np.array(ACCEPTED), np.array(APPLICANTS), (0, 1))

    assert found.lo < 0.125 < found.hi
    assert found.p == pytest.approx(0.125, abs=0.02)
    assert found.basis == "5 of 40 accepted in this cell; smoothed over 4 cells with 140 applicants"
    assert found.caveats == ()


def test_the_tier_is_the_grid() -> None:
    """The kind of evidence is said."""
    assert GridOdds().tier is Tier.GRID


def test_one_cell_is_its_own_share() -> None:
    """300 of 1000 in a grid of one cell: .30 ± .024, as the binomial alone would have it."""
    found = only([[300]], [[1000]])

    assert (found.lo, found.p, found.hi) == pytest.approx((0.2767, 0.3, 0.3243), abs=1e-3)
    assert found.basis == "300 of 1000 accepted in this cell; smoothed over 1 cell with 1000 applicants"


def test_half_of_every_cell_is_a_half() -> None:
    """No band differs from another, so every chance is .5, by symmetry exactly."""
    found = GridOdds().fit([[5, 5, 5], [10, 10, 10]], [[10, 10, 10], [20, 20, 20]]).odds([(0, 0), (1, 2)])

    assert [one.p for one in found] == pytest.approx([0.5, 0.5], abs=1e-12)


@pytest.mark.parametrize("size", [(1, 1), (1, 6), (6, 1), (2, 2), (3, 1), (2, 5)])
def test_a_grid_may_be_of_any_size(size: tuple[int, int]) -> None:
    """One row, one column, one cell: every cell has its odds."""
    found = GridOdds().fit(np.full(size, 3), np.full(size, 12)).odds(list(np.ndindex(size)))

    assert [one.p for one in found] == pytest.approx([0.25] * len(found), abs=0.03)


@pytest.mark.parametrize("rate", [0, 1])
def test_nobody_or_everybody_accepted_is_neither_0_nor_1(rate: int) -> None:
    """With 10^12 applicants too."""
    for many in (1, 50, 10**12):
        found = only([[rate * many] * 3], [[many] * 3])

        assert 0 < found.lo <= found.p <= found.hi < 1


def test_a_suppressed_cell_is_answered_by_its_neighbours() -> None:
    """-1 in either grid: the neighbours' rate, wider, and said so."""
    neighbours = [[20, 20, 20]], [[40, 40, 40]]
    for accepted, applicants in (([[20, -1, 20]], [[40, 40, 40]]), ([[20, 20, 20]], [[40, -1, 40]])):
        found = only(accepted, applicants, (0, 1))

        assert found.p == pytest.approx(0.5, abs=1e-9)
        assert width(found) > 1.2 * width(only(*neighbours, (0, 1)))
        assert found.basis == "counts of this cell not published; smoothed over 2 cells with 80 applicants"


def test_a_suppressed_cell_contributes_nothing() -> None:
    """Whatever stands in the other grid, and whether applicants are -1, 0 of 0 or "<10"."""
    hidden = [(-1, 40), (7, -1), (-1, -1), (3, under(10)), (under(10), under(10)), (0, 0), (under(10), 9)]

    answers = {(one.lo, one.p, one.hi) for yes, all_ in hidden for one in [only([[9, yes]], [[30, all_]])]}
    assert len(answers) == 1


def test_fewer_than_ten_is_more_than_nothing_and_less_than_a_number() -> None:
    """ "<10" of 200: narrower than suppressed, wider than 4; at most about a twentieth."""
    one, cut, hidden = (only([[10, some]], [[100, 200]], (0, 1)) for some in (4, under(10), -1))

    assert width(one) < width(cut)
    assert cut.hi < 0.06 < hidden.hi
    assert cut.basis == "under 10 of 200 accepted in this cell; smoothed over 2 cells with 300 applicants"


def test_under_one_is_none() -> None:
    """ "<1" is 0, to rounding."""
    said, counted = only([[under(1), 4]], [[20, 20]]), only([[0, 4]], [[20, 20]])

    assert (said.lo, said.p, said.hi) == pytest.approx((counted.lo, counted.p, counted.hi), rel=1e-9)


def test_off_the_grid_the_nearest_cell_stands_in() -> None:
    """Beyond either end, below 0 too; flagged."""
    found = GridOdds().fit(ACCEPTED, APPLICANTS).odds([(-1, 0), (0, 0), (7, 9), (1, 1)])

    assert [one.caveats for one in found] == [(Caveat.OFF_GRID,), (), (Caveat.OFF_GRID,), ()]
    assert (found[0].p, found[2].p) == (found[1].p, found[3].p)


def test_draws_are_those_of_the_answer() -> None:
    """512 draws of equal weight; their quantiles are near the answer's."""
    model = GridOdds().fit(ACCEPTED, APPLICANTS)
    draws, answer = model.draws([(0, 1), (9, 9)]), model.odds([(0, 1), (9, 9)])

    assert draws.shape == (512, 2)
    assert model.weights.shape == (512,)
    assert model.weights.sum() == pytest.approx(1)
    for column, one in zip(draws.T, answer, strict=True):
        assert np.quantile(column, [0.05, 0.5, 0.95]) == pytest.approx([one.lo, one.p, one.hi], rel=0.12)


def test_draws_are_the_same_for_the_same_seed_and_no_cell_is_no_draw() -> None:
    """The seed changes the draws and no odds."""
    one, same, other = (GridOdds().fit(ACCEPTED, APPLICANTS, seed=seed) for seed in (3, 3, 4))

    assert np.array_equal(one.draws([(0, 0)]), same.draws([(0, 0)]))
    assert not np.array_equal(one.draws([(0, 0)]), other.draws([(0, 0)]))
    assert one.odds([(0, 0)]) == other.odds([(0, 0)])
    assert one.draws([]).shape == (512, 0)
    assert one.odds([]) == []


def test_counts_may_come_in_any_container() -> None:
    """Lists, integer, float and object arrays of whole numbers."""
    kinds = [ACCEPTED, np.array(ACCEPTED), np.array(ACCEPTED, dtype=float), np.array(ACCEPTED, dtype=object)]

    assert len({only(kind, APPLICANTS) for kind in kinds}) == 1


def test_a_second_fit_replaces_the_first() -> None:
    """The model answers from the counts it saw last."""
    model = GridOdds().fit([[1]], [[100]])
    model.fit([[90]], [[100]])

    assert model.odds([(0, 0)])[0].p > 0.8


@pytest.mark.parametrize(
    ("accepted", "applicants", "words"),
    [
        ([[1, 2]], [[5], [5]], "grid of applicants is '(2, 1)': expected (1, 2), the shape of the grid of accepted."),
        ([1, 2], [5, 5], "grid of accepted is 'of shape (2,)': expected rows × columns of counts"),
        ([[]], [[]], "grid of accepted is 'of shape (1, 0)'"),
        ([[1, 2], [3]], [[5, 5], [5, 5]], "expected rows × columns of counts"),
        ([np.ones((2, 2)), np.ones((2, 3))], [[5]], "rows of different lengths"),
        ([[6]], [[5]], "accepted in row 0, column 0 is '6': expected at most its applicants, 5."),
        ([[10]], [[under(10)]], "accepted in row 0, column 0 is '10': expected at most its applicants, <10."),
        ([[1, -2]], [[5, 5]], "accepted in row 0, column 1 is '-2': expected a whole number of at least 0, -1 where"),
        ([[1]], [[-3]], "applicants in row 0, column 0 is '-3'"),
        ([[math.nan]], [[5]], "accepted in row 0, column 0 is 'nan'"),
        ([[1]], [[math.inf]], "applicants in row 0, column 0 is 'inf'"),
        ([[1.5]], [[5]], "accepted in row 0, column 0 is '1.5'"),
        ([[1]], [[-0.5]], "applicants in row 0, column 0 is '-0.5'"),
        ([[1]], [[10**400]], "applicants in row 0, column 0 is '1000"),
        ([["<10"]], [[50]], "accepted in row 0, column 0 is '<10': expected a whole number of at least 0"),
        ([[None]], [[50]], "accepted in row 0, column 0 is 'None'"),
        ([[True]], [[50]], "accepted in row 0, column 0 is 'True'"),
    ],
)
def test_what_is_no_grid_of_counts_is_refused(accepted: object, applicants: object, words: str) -> None:
    """The message names the cell, its value and what was expected."""
    with pytest.raises(InvalidInput) as refused:
        GridOdds().fit(accepted, applicants)

    assert words in str(refused.value)


def test_every_wrong_cell_is_named_at_once() -> None:
    """Two slips, two problems."""
    with pytest.raises(InvalidInput) as refused:
        GridOdds().fit([[9, 1], [7, 1]], [[5, 5], [5, 5]])

    assert [one.value for one in refused.value.problems] == ["9", "7"]


@pytest.mark.parametrize(("accepted", "applicants"), [([[-1]], [[-1]]), ([[0]], [[0]]), ([[under(10)]], [[9]])])
def test_a_grid_that_says_nothing_is_not_enough(accepted: object, applicants: object) -> None:
    """All suppressed, all empty, or "<10" of 9."""
    with pytest.raises(NotEnoughData, match="Every cell of the grid is suppressed or empty") as refused:
        GridOdds().fit(accepted, applicants)

    assert refused.value.next_step == "Give at least one cell with both counts."


def test_a_model_that_is_not_fitted_has_no_odds() -> None:
    """Both questions say what to do first."""
    for ask in (GridOdds().odds, GridOdds().draws):
        with pytest.raises(InvalidInput, match="expected a fitted model") as refused:
            ask([(0, 0)])

        assert refused.value.next_step == "Call fit(accepted, applicants) first."


@pytest.mark.parametrize("cell", [(0.5, 1), (0,), (0, 1, 2), "01", 3, (True, 0)])
def test_what_is_no_cell_is_refused(cell: object) -> None:
    """A cell is two whole numbers."""
    model = GridOdds().fit(ACCEPTED, APPLICANTS)

    with pytest.raises(InvalidInput, match=r"expected \(row, column\), two whole numbers counted from 0"):
        model.odds([cell])


@pytest.mark.parametrize("seed", [-1, 0.5, True])
def test_what_is_no_seed_is_refused(seed: object) -> None:
    """A whole number of at least 0."""
    with pytest.raises(InvalidInput, match=r"seed is .*: expected a whole number of at least 0"):
        GridOdds().fit(ACCEPTED, APPLICANTS, seed=seed)


@pytest.mark.parametrize("limit", [0, -1, 1001, 2.0, True])
def test_what_is_no_limit_is_refused(limit: object) -> None:
    """under() takes a whole number from 1 to 1000."""
    with pytest.raises(InvalidInput, match=r"limit of a count is .*: expected a whole number from 1 to 1000"):
        under(limit)


def test_under_is_written_as_tables_write_it() -> None:
    """And is equal to itself."""
    assert str(under(10)) == "<10"
    assert under(10) == under(10) != under(5)
