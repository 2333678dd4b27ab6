"""The posterior of the surface: a normal for each penalty, weighted by the evidence for it.

Weights of shapes are z × prior sd, so that every z has prior N(0, 1) and every Hessian is A'WA + 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky, solve_triangular

from twelfth.distance.grid.likelihood import Likelihood
from twelfth.distance.grid.surface import Surface
from twelfth.distance.grid.table import Table

Array = NDArray[np.float64]

MOST_STEPS = 60
PEAK_WITHIN = 1e-9
"""Newton stops when no cell moves by more, in logits."""
ROUNDING = 1e-12
"""A step may seem to lead down by this share of the height and be none the worse."""
FEWEST_EVIDENCE = 2e-3
"""Penalties with less than this share of the largest evidence are left out."""
AT, AT_WEIGHTS = np.polynomial.hermite_e.hermegauss(15)
AT_WEIGHTS = AT_WEIGHTS / AT_WEIGHTS.sum()
HERE, WHOLE = np.zeros(1), np.ones(1)
"""The one point of a likelihood that is not averaged."""


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """One penalty's normal posterior.

    shapes: times their prior sd [cells, shapes]. centre: of z [shapes]. factor: lower Cholesky, of the Hessian.
    """

    weight: float
    shapes: Array
    centre: Array
    factor: Array

    @property
    def mean(self) -> Array:
        return np.asarray(self.shapes @ self.centre)

    @property
    def sd(self) -> Array:
        return _spread(self.factor, self.shapes)

    def drawn(self, normals: Array) -> Array:
        """Log odds [draws, cells] from standard normals [draws, shapes]."""
        moved = solve_triangular(self.factor, normals.T, lower=True, trans="T")
        return np.asarray(self.mean + (self.shapes @ moved).T)


def posterior(table: Table, ground: Surface) -> list[Component]:
    """Every penalty that the counts leave worth keeping, weights summing to 1."""
    likelihood, here = Likelihood(table), table.informs.ravel()
    told = [ground.shapes[here] * penalty.sd for penalty in ground.penalties]
    peaks: list[tuple[Array, Array]] = []
    z, evidence = np.zeros(ground.shapes.shape[1]), np.empty(len(told))
    for k, shapes in enumerate(told):
        z, factor = _peak(likelihood, shapes, z)
        peaks.append((z, factor))
        height = _height(likelihood, shapes, z, HERE[:, None], WHOLE)
        evidence[k] = np.log(ground.penalties[k].weight) + height - np.log(np.diag(factor)).sum()
    share = np.exp(evidence - evidence.max())
    share = np.where(share < FEWEST_EVIDENCE, 0.0, share)
    share = share / share.sum()
    return [
        Component(float(share[k]), ground.shapes * ground.penalties[k].sd, *_centre(likelihood, told[k], *peaks[k]))
        for k in np.flatnonzero(share)
    ]


def _centre(likelihood: Likelihood, shapes: Array, z: Array, factor: Array) -> tuple[Array, Array]:
    """The peak and the Hessian's factor again, the likelihood averaged over the normal found at the peak.

    For 0 accepted of 20 in one cell the peak itself would put the upper end at .17, where it is .10; averaged, .11.
    The mean is that of van Niekerk & Rue 2024.
    """
    around = AT[:, None] * _spread(factor, shapes)
    return _peak(likelihood, shapes, z, around, AT_WEIGHTS)


def _peak(
    likelihood: Likelihood, shapes: Array, z: Array, around: Array = HERE[:, None], weights: Array = WHOLE
) -> tuple[Array, Array]:
    """The z of the highest log posterior and the lower Cholesky factor of its Hessian there.

    The likelihood is averaged over log odds + `around` [points, cells] with `weights` [points]. By Newton, halving a
    step that leads down; the log posterior is concave, so there is one peak.
    """
    now = _height(likelihood, shapes, z, around, weights)
    step, factor = _newton(likelihood, shapes, z, around, weights)
    for _ in range(MOST_STEPS):
        if np.abs(shapes @ step).max() < PEAK_WITHIN:
            break
        while (then := _height(likelihood, shapes, z + step, around, weights)) < now - ROUNDING * abs(now):
            step = step / 2
        z, now = z + step, then
        step, factor = _newton(likelihood, shapes, z, around, weights)
    return z, factor


def _newton(likelihood: Likelihood, shapes: Array, z: Array, around: Array, weights: Array) -> tuple[Array, Array]:
    """The step of Newton at z and the lower Cholesky factor of the Hessian."""
    score, curvature = likelihood.slopes(shapes @ z + around)
    factor = _hessian_factor(shapes, weights @ curvature)
    return cho_solve((factor, True), shapes.T @ (weights @ score) - z, check_finite=False), factor


def _height(likelihood: Likelihood, shapes: Array, z: Array, around: Array, weights: Array) -> float:
    """Log posterior of z, up to a constant."""
    return likelihood.value(shapes @ z + around, weights) - 0.5 * float(z @ z)


def _hessian_factor(shapes: Array, curvature: Array) -> Array:
    hessian = (shapes.T * curvature) @ shapes
    hessian.flat[:: len(hessian) + 1] += 1.0
    return np.asarray(cholesky(hessian, lower=True, check_finite=False))


def _spread(factor: Array, shapes: Array) -> Array:
    """Posterior sd of the log odds [cells]."""
    return np.asarray(np.linalg.norm(solve_triangular(factor, shapes.T, lower=True, check_finite=False), axis=0))
