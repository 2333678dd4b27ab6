"""People with known outcomes, drawn from a rule the tests know."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

Array = NDArray[np.float64]


def labelled(n: int, *, features: int = 3, seed: int = 0, constant: float = -1.0) -> tuple[Array, Array, Array]:
    """Features [n, d], outcomes [n] and true chances [n]: log-odds rise by one with each of the first two features.

    The last feature is had or not had. Nothing is unknown.
    """
    rng = np.random.default_rng([seed, n, features])
    X = rng.normal(size=(n, features))
    X[:, -1] = X[:, -1] > 0.5
    truth = expit(constant + X[:, 0] + X[:, 1])
    return X, (rng.random(n) < truth).astype(float), truth


def with_unknown(X: Array, share: float, *, seed: int = 0) -> Array:
    """The same with a share of the values unknown."""
    rng = np.random.default_rng([seed, 7])
    return np.where(rng.random(X.shape) < share, np.nan, X)


def crossed(n: int, *, seed: int = 0) -> tuple[Array, Array]:
    """Two features of which only agreement helps: no sum of them says anything."""
    rng = np.random.default_rng([seed, n])
    X = rng.normal(size=(n, 2))
    return X, (rng.random(n) < np.where(X[:, 0] * X[:, 1] > 0, 0.6, 0.1)).astype(float)
