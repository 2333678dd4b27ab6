"""Small roadmap instances where points decide, with made-up paths of cut-offs."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from tests.roadmap_cases import small_case

from twelfth.distance import CutOff, Fallen, RubricOdds
from twelfth.roadmap import DAYS, Instance, Points

AS_OF = date(2025, 1, 31)


def rounds_falling(rng: np.random.Generator, days: int, *, paths: int = 16) -> Fallen:
    """Every so many of the paths of cut-offs around 500 points, a round about every second week."""
    past = [
        CutOff(
            AS_OF - timedelta(days=int(14 * back + rng.integers(0, 5))), "kind", 10, 500 + float(rng.integers(-20, 20))
        )
        for back in range(8)
    ]
    whole = RubricOdds().fit(past).paths(("kind",), as_of=AS_OF, until=AS_OF + timedelta(days=days))[0]
    step = whole.bar.shape[1] // paths
    return Fallen(whole.course, whole.day[:, ::step], whole.bar[:, ::step])


def small_points_case(seed: int, *, paths: int = 16) -> Instance:
    """Actions and hours of a small case; two kinds of round, the second closed to those without the first trait."""
    rng, case = np.random.default_rng(seed + 9000), small_case(seed)
    days = DAYS * case.weeks
    traits = [one.id for one in case.actions if one.renews is None]
    worth = {name: float(rng.integers(5, 60)) for name in traits}
    birthday = int(rng.integers(1, days))

    def points(held: frozenset[str]) -> np.ndarray:
        total = 430 + sum(worth[name] for name in held) + (10.0 if len(held) > 1 else 0.0)
        found = np.full((2, days), min(total, 540.0))
        found[:, birthday:] -= 5.0
        if traits[0] not in held:
            found[1] = -np.inf
        return found

    def fallen() -> Fallen:
        return rounds_falling(rng, days, paths=paths)

    ahead = Points(days=days, kinds=("open", "closed"), paths=(fallen(), fallen()), of=points)
    actions = tuple(replace(one, effect=1.0) for one in case.actions)
    return replace(case, rounds=(), sigma=0.0, points=ahead, actions=actions)
