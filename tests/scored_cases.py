"""Small roadmap instances where a function of the traits held decides."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from tests.roadmap_cases import small_case

from twelfth.roadmap import Instance, Scored

Array = NDArray[np.float64]


def rugged(rng: np.random.Generator, traits: int, rounds: int) -> Callable[[Array], Array]:
    """A chance for each set of traits and round, the next by no rule: what two help with, three may spoil."""
    worth = expit(rng.normal(-1.5, 1.5, size=(1 << traits, max(rounds, 1))))

    def score(held: Array) -> Array:
        found = worth[(held @ (1 << np.arange(traits))).astype(int)]
        return found if rounds else found[:, 0]

    return score


def small_scored_case(seed: int) -> Instance:
    """Actions and hours of a small case, rounds alike or told apart; effects are no help."""
    rng, case = np.random.default_rng(seed + 4000), small_case(seed)
    traits = tuple(one.id for one in case.actions if one.renews is None)
    weeks = tuple(sorted({one.week for one in case.rounds})) if seed % 2 else ()
    scored = Scored(traits=traits, of=rugged(rng, len(traits), len(weeks)), weeks=weeks)
    return replace(case, actions=tuple(replace(one, effect=0.0) for one in case.actions), scored=scored)
