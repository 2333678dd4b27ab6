"""The grid of counts against brute quadrature on tiny grids, and against scipy's optimiser on a larger one."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import binom, multivariate_normal

from twelfth.distance.grid import GridOdds, Under, under
from twelfth.distance.grid.likelihood import Likelihood
from twelfth.distance.grid.posterior import _peak
from twelfth.distance.grid.surface import BEND_SD, LEVEL_SD, SLOPE_SD, TOGETHER_SD, surface
from twelfth.distance.grid.table import read_table

Array = NDArray[np.float64]
ENDS = (0.05, 0.5, 0.95)
MIDDLE_WITHIN, ENDS_WITHIN, ENDS_WITHIN_CUT = 0.06, 0.06, 0.16
"""In widths of the exact interval. A normal stands for a posterior with one long tail where nobody was accepted, and
for a step where only "<10" is told; there its interval is the wider one at the upper end."""
NODES = np.linspace(-11, 7, 145)


def log_chance(some: int | Under, of: int, log_odds: Array) -> Array:
    if isinstance(some, Under):
        return binom.logcdf(some.limit - 1, of, expit(log_odds))
    return binom.logpmf(some, of, expit(log_odds))


def exact(accepted: list[int | Under], applicants: list[int]) -> list[Array]:
    """Chances at ENDS of each of two or three bands in a row, by summing over the log odds of all of them.

    Two bands: level ∓ slope. Three: level, slope × (-1, 0, 1) and bend × (1, -2, 1) / √2, whose average variance is 1.
    """
    bands = len(accepted)
    field = np.meshgrid(*[NODES] * bands, indexing="ij")
    of_band = [log_chance(*one, NODES) for one in zip(accepted, applicants, strict=True)]
    told = sum(np.meshgrid(*of_band, indexing="ij"))
    line, bend = np.linspace(-1, 1, bands), np.array([1.0, -2.0, 1.0]) / np.sqrt(2)
    at = np.reshape(field, (bands, -1)).T
    prior = np.zeros(len(at))
    for sd, share in BEND_SD.items():
        K = LEVEL_SD**2 * np.ones((bands, bands)) + SLOPE_SD**2 * np.outer(line, line)
        K = K + (sd**2 * np.outer(bend, bend) if bands == 3 else 0.0)
        prior += share * multivariate_normal(np.zeros(bands), K).pdf(at)
    weight = np.exp(told - told.max()) * prior.reshape(told.shape)
    each = [weight.sum(axis=tuple(other for other in range(bands) if other != band)) for band in range(bands)]
    upto = [(np.cumsum(one) - 0.5 * one) / one.sum() for one in each]
    return [expit(np.interp(ENDS, one, NODES)) for one in upto]


@pytest.mark.parametrize(
    ("accepted", "applicants"),
    [
        ([3, 12], [20, 30]),
        ([0, 5], [20, 20]),
        ([0, 0], [10, 200]),
        ([1, 1], [2, 1]),
        ([under(10), 40], [60, 100]),
        ([under(5), under(10)], [30, 60]),
        ([2, 9, 30], [25, 40, 50]),
        ([0, 4, 3], [15, 15, 4]),
        ([under(10), 8, 30], [90, 40, 45]),
        ([60, 10, 70], [100, 100, 100]),
    ],
)
def test_the_odds_are_those_of_brute_quadrature(accepted: list[int | Under], applicants: list[int]) -> None:
    """1 × 2, 1 × 3 and their transposes: every surface on a fine grid, weighted by prior and counts."""
    cells = [(0, column) for column in range(len(accepted))]
    row = GridOdds().fit([accepted], [applicants]).odds(cells)
    column = GridOdds().fit([[one] for one in accepted], [[one] for one in applicants]).odds([(b, a) for a, b in cells])

    ends = ENDS_WITHIN_CUT if any(isinstance(one, Under) for one in accepted) else ENDS_WITHIN

    assert [one.p for one in row] == pytest.approx([one.p for one in column], rel=1e-9)
    for found, (lo, p, hi) in zip(row, exact(accepted, applicants), strict=True):
        assert abs(found.p - p) < MIDDLE_WITHIN * (hi - lo)
        assert abs(found.lo - lo) < ends * (hi - lo)
        assert abs(found.hi - hi) < ends * (hi - lo)


def covariance(rows: int, columns: int, bend_g: float, bend_m: float, together: float) -> Array:
    """Prior covariance of the log odds from the difference matrices themselves, cells in row order."""

    def walk(bands: int, order: int) -> Array:
        steps = np.diff(np.eye(bands), order, axis=0)
        free = np.linalg.pinv(steps.T @ steps)
        return free / np.trace(free) * bands

    def line(bands: int) -> Array:
        at = np.linspace(-1, 1, bands)
        return np.outer(at, at)

    def one(bands: int) -> Array:
        return np.ones((bands, bands))

    g = SLOPE_SD**2 * line(rows) + bend_g**2 * walk(rows, 2)
    m = SLOPE_SD**2 * line(columns) + bend_m**2 * walk(columns, 2)
    both = together**2 * np.kron(walk(rows, 1), walk(columns, 1))
    return LEVEL_SD**2 * one(rows * columns) + np.kron(g, one(columns)) + np.kron(one(rows), m) + both


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_peak_and_evidence_are_those_of_an_optimiser(seed: int) -> None:
    """4 × 5, some counts "<10" and some hidden: at three penalties the peak by BFGS, from difference matrices,
    and the evidence by the determinant of 1 + K W, up to one constant."""
    rng = np.random.default_rng(seed)
    applicants = rng.integers(1, 60, (4, 5)).astype(object)
    accepted = np.array([rng.binomial(many, 0.3) for many in applicants.ravel()], dtype=object).reshape(4, 5)
    accepted[0, 1], accepted[3, 3], accepted[2, 2] = under(10), under(5), -1
    applicants[0, 1] = 40
    table = read_table(accepted, applicants)
    likelihood, here = Likelihood(table), table.informs.ravel()
    choices = [(g, m, t) for g in BEND_SD for m in BEND_SD for t in TOGETHER_SD]
    ground = surface(4, 5)
    counts, of = accepted.ravel()[here], applicants.ravel()[here].astype(int)
    cut = [k for k, one in enumerate(counts) if isinstance(one, Under)]
    whole = np.delete(np.arange(len(counts)), cut)
    differences = []
    for k in (0, 13, 26):
        K = covariance(4, 5, *choices[k])[np.ix_(here, here)]
        root = np.linalg.cholesky(K)

        def down(z: Array, root: Array = root) -> float:
            at = root @ z
            said = sum(float(log_chance(counts[k], of[k], at[k])) for k in cut)
            said += binom.logpmf(counts[whole].astype(int), of[whole], expit(at[whole])).sum()
            return 0.5 * float(z @ z) - said

        peak = root @ minimize(down, np.zeros(len(K)), method="BFGS", options={"gtol": 1e-6}).x
        shapes = ground.shapes[here] * ground.penalties[k].sd
        z, factor = _peak(likelihood, shapes, np.zeros(shapes.shape[1]))
        assert shapes @ shapes.T == pytest.approx(K, abs=1e-9)
        assert shapes @ z == pytest.approx(peak, abs=2e-4)

        _, curvature = likelihood.slopes(peak)
        log_det = np.linalg.slogdet(np.eye(len(K)) + K * curvature)[1]
        theirs = -down(np.linalg.solve(root, peak)) - 0.5 * log_det
        ours = likelihood.value((shapes @ z)[None], np.ones(1)) - 0.5 * z @ z - np.log(np.diag(factor)).sum()
        differences.append(ours - theirs)
    assert differences == pytest.approx([differences[0]] * 3, abs=1e-4)


@pytest.mark.parametrize(("some", "of"), [(under(10), 40), (under(1), 7), (under(3), 3), (4, 9)])
def test_slopes_are_the_derivatives_of_the_binomial(some: int | Under, of: int) -> None:
    """By central differences of scipy's binomial."""
    likelihood, step = Likelihood(read_table([[some]], [[of]])), 1e-3
    for t in (-3.0, -1.0, 0.0, 2.0):
        before, at, after = (float(log_chance(some, of, np.array(t + d))) for d in (-step, 0.0, step))
        score, curvature = likelihood.slopes(np.array([t]))

        assert score[0] == pytest.approx((after - before) / (2 * step), rel=1e-4, abs=1e-5)
        assert curvature[0] == pytest.approx(-(after - 2 * at + before) / step**2, rel=1e-3, abs=1e-5)
