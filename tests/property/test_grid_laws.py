"""Laws of the grid: turned or mirrored it says the same, more people make surer, a hidden cell less sure."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import logit

from twelfth.distance.grid import GridOdds, under

Counts = NDArray[np.int64]
Grid = tuple[Counts, Counts]


@st.composite
def grids(draw: st.DrawFn, *, fewest: int = 0, most: int = 40, smallest: int = 1) -> Grid:
    """Accepted and applicants, up to 4 × 4, at least one applicant."""
    shape = draw(st.tuples(st.integers(smallest, 4), st.integers(smallest, 4)))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    applicants = rng.integers(fewest, most + 1, shape)
    applicants[0, 0] = max(applicants[0, 0], 1)
    return rng.binomial(applicants, rng.random(shape)), applicants


def told(accepted: object, applicants: object) -> NDArray[np.float64]:
    """Log odds of lo, p and hi for every cell: [rows, columns, 3]."""
    shape = np.shape(applicants)
    found = GridOdds().fit(accepted, applicants).odds(list(np.ndindex(shape)))
    chances = np.array([(one.lo, one.p, one.hi) for one in found])
    assert ((chances > 0) & (chances < 1)).all()
    return logit(chances).reshape(*shape, 3)


def widths(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return log_odds[..., 2] - log_odds[..., 0]


@settings(max_examples=10, deadline=None)
@given(grid=grids())
def test_a_turned_grid_has_turned_answers(grid: Grid) -> None:
    """odds(Aᵀ)ᵀ = odds(A), to rounding."""
    accepted, applicants = grid

    assert told(accepted.T, applicants.T).transpose(1, 0, 2) == pytest.approx(told(accepted, applicants), abs=1e-7)


@settings(max_examples=10, deadline=None)
@given(grid=grids())
def test_bands_may_be_listed_from_either_end(grid: Grid) -> None:
    """Rows or columns in reverse order: answers in reverse order, to rounding."""
    accepted, applicants = grid

    straight, mirrored = told(accepted, applicants), told(accepted[::-1, ::-1], applicants[::-1, ::-1])
    assert mirrored[::-1, ::-1] == pytest.approx(straight, abs=1e-7)


@settings(max_examples=10, deadline=None)
@given(grid=grids())
def test_the_odds_of_a_no_are_the_rest(grid: Grid) -> None:
    """odds(n - a) = 1 - odds(a), ends changing places, to rounding."""
    accepted, applicants = grid

    assert -told(applicants - accepted, applicants)[..., ::-1] == pytest.approx(told(accepted, applicants), abs=1e-7)


@settings(max_examples=15, deadline=None)
@given(grid=grids(), data=st.data(), more=st.integers(1, 10))
def test_one_more_accepted_never_lowers_the_odds_of_its_cell(grid: Grid, data: st.DataObject, more: int) -> None:
    """p(a + k of n) >= p(a of n), for every cell with room for k."""
    accepted, applicants = grid
    room = np.argwhere(accepted + more <= applicants)
    if not len(room):
        return
    cell = tuple(data.draw(st.sampled_from(room.tolist())))
    raised = accepted.copy()
    raised[cell] += more

    assert told(raised, applicants)[cell][1] >= told(accepted, applicants)[cell][1]


@settings(max_examples=15, deadline=None)
@given(grid=grids(fewest=5), data=st.data())
def test_a_hidden_cell_is_less_sure(grid: Grid, data: st.DataObject) -> None:
    """The interval of a cell is no narrower, in logits, when its counts are withheld, at the same rates all over."""
    _, applicants = grid
    accepted = applicants // 2
    if applicants.size == 1:
        return
    cell = tuple(data.draw(st.sampled_from(list(np.ndindex(applicants.shape)))))
    hidden = accepted.copy()
    hidden[cell] = -1

    assert widths(told(hidden, applicants))[cell] > widths(told(accepted, applicants))[cell]


@settings(max_examples=15, deadline=None)
@given(grid=grids(fewest=2, most=20), times=st.integers(3, 12))
def test_more_people_at_the_same_rates_are_surer(grid: Grid, times: int) -> None:
    """All counts k-fold: on average over the cells the interval narrows. A single one may not: what looked like chance
    among few may be a real bump among many."""
    accepted, applicants = grid

    few, many = told(accepted, applicants), told(accepted * times, applicants * times)
    assert widths(many).mean() < widths(few).mean()


@settings(max_examples=15, deadline=None)
@given(accepted=st.integers(1, 9), rest=st.integers(1, 9), times=st.integers(2, 9))
def test_more_people_in_one_cell_are_surer(accepted: int, rest: int, times: int) -> None:
    """1 × 1: k a of k n is narrower than a of n."""
    few, many = (told([[accepted * k]], [[(accepted + rest) * k]]) for k in (1, times))

    assert widths(many)[0, 0] < widths(few)[0, 0]


@settings(max_examples=15, deadline=None)
@given(applicants=st.integers(11, 300), limit=st.integers(1, 10))
def test_fewer_than_more_allows_more(applicants: int, limit: int) -> None:
    """hi("<k" of n) <= hi("<k + 1" of n)."""
    less, more = (told([[under(one)]], [[applicants]])[0, 0] for one in (limit, limit + 1))

    assert less[2] <= more[2]
