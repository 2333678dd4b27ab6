"""What one's own past attempts say about the next: target 6 of the odds specification, beside what people would use.

Oracle: every integral over the persistent part u by Simpson's rule on 40,001 points, normal on [-9, 9] and exponential
on [-1, 60], the bar by bisection: nothing of it is shared with the model. Also the figures that 03-odds prints.

Side by side: people with a persistent part apply `past` times; those never selected ask for their chance within `ahead`
more attempts. World "prior" draws sigma and shape from the priors of 03-odds, which are ours; world "one" has sigma 1
and normal. Rivals are independent attempts, 1 - (1 - p)^n, and the beta-binomial of mean p and size 20. Judged by Brier
score and log-loss of being selected within them; standard errors are those of differences to ours, over people. Nobody
is told more than p.

    python benchmarks/history_odds.py [--seed 1] [--people 200000] [--out FILE]
"""

import argparse
import json
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import simpson
from scipy.special import expit

from odds_machine import machine
from twelfth.distance import History

Array = NDArray[np.float64]

RESULTS = Path(__file__).parent / "results" / "history_odds.json"
GRID = {"normal": np.linspace(-9, 9, 40_001), "exponential": np.linspace(-1, 60, 40_001)}
DENSITY: dict[str, Callable[[Array], Array]] = {
    "normal": lambda u: np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi),
    "exponential": lambda u: np.exp(-(u + 1)),
}
SIGMAS = {0.0: 0.05, 0.5: 0.20, 1.0: 0.30, 1.5: 0.25, 2.0: 0.15, 3.0: 0.05}
HALF = {"normal": 0.5, "exponential": 0.5}
WITHIN, SAID = 1e-4, 5.1e-4
CASES = ((11, 0.10, 0.10), (11, 0.01, 0.02), (3, 0.40, 0.20), (0, 0.001, 0.001), (5, 0.05, 0.30))
SAYS = (
    (0.10, {"normal": 1.0}, 0.5861, 0.534),
    (0.01, {"normal": 1.0}, 0.1059, 0.868),
    (0.10, HALF, 0.5675, 0.520),
    (0.01, HALF, 0.0935, 0.722),
)
ASKED = tuple(product((0.01, 0.10, 0.30), (3, 11), (1, 12)))
SIZE = 20.0


def mean_over(shape: str, values: Array) -> float:
    return float(simpson(values * DENSITY[shape](GRID[shape]), x=GRID[shape]))


def chance_given(shape: str, sigma: float, p: float) -> Array:
    """P(selected | u) on the grid, its mean over people p."""
    low, high = -80.0, 80.0
    for _ in range(100):
        middle = (low + high) / 2
        above = mean_over(shape, expit(middle + sigma * GRID[shape])) > p
        low, high = (low, middle) if above else (middle, high)
    return np.asarray(expit(low + sigma * GRID[shape]))


def furthest() -> dict[str, float]:
    """The largest difference to the oracle, of the next chance and of the chance within three."""
    after_all, worst = {"next": 0.0, "within 3": 0.0}, []
    for shape, sigma, (past, p, ahead) in product(GRID, (0.5, 1.0, 2.0, 3.0), CASES):
        before, after = chance_given(shape, sigma, p), chance_given(shape, sigma, ahead)
        evidence = mean_over(shape, (1 - before) ** past)
        following = mean_over(shape, after * (1 - before) ** past) / evidence
        three = 1 - mean_over(shape, (1 - after) ** 3 * (1 - before) ** past) / evidence
        found = History({sigma: 1.0}, {shape: 1.0}).update([(p, "not selected")] * past, [ahead] * 3)
        worst.append((abs(found.next - following), abs(found.by_horizon - three)))
    return dict(zip(after_all, np.max(worst, axis=0).tolist(), strict=True))


def figures() -> list[dict[str, Any]]:
    """The figures of 03-odds: the chance within 12 attempts, and the 12th chance after 11 noes over the first."""
    found = []
    for p, shape, within, ratio in SAYS:
        history = History({1.0: 1.0}, shape)
        here = history.update([], [p] * 12).by_horizon
        after = history.update([(p, "not selected")] * 11, [p]).next / p
        ok = abs(here - within) <= SAID and abs(after - ratio) <= 1e-3
        found.append({"p": p, "shapes": sorted(shape), "within_12": here, "ratio": after, "met": ok})
    next_one, twelve = beta_binomial(0.01, 11, 1), beta_binomial(0.01, 11, 12)
    met = abs(next_one - 0.0064516) < 1e-6 and abs(twelve - 0.0643717) < 1e-6
    return [*found, {"check": "beta-binomial", "next": next_one, "within_12": twelve, "met": met}]


def beta_binomial(p: float, past: int, ahead: int) -> float:
    """At least one of `ahead` after `past` noes, shares Beta(p size, (1 - p) size)."""
    a, b = p * SIZE, (1 - p) * SIZE + past
    steps = np.arange(ahead)
    return float(1 - np.prod((b + steps) / (a + b + steps)))


def people(rng: np.random.Generator, world: str, size: int, p: float) -> Array:
    """Each one's chance, [size]."""
    sigmas = {1.0: 1.0} if world == "one" else SIGMAS
    drawn = rng.choice(list(sigmas), size=size, p=list(sigmas.values()))
    normal = np.ones(size, bool) if world == "one" else rng.random(size) < HALF["normal"]
    u = np.where(normal, rng.standard_normal(size), rng.exponential(size=size) - 1)
    chance = np.empty(size)
    for sigma, shape in product(sigmas, GRID):
        here = (drawn == sigma) & (normal == (shape == "normal"))
        if here.any():
            chance[here] = np.interp(u[here], GRID[shape], chance_given(shape, sigma, p))
    return chance


def side_by_side(seed: int, size: int) -> list[dict[str, Any]]:
    rows = []
    for at, (world, (p, past, ahead)) in enumerate(product(("prior", "one"), ASKED)):
        rng = np.random.default_rng([seed, at])
        chance = people(rng, world, size, p)
        asks = chance[rng.random(size) < (1 - chance) ** past]
        got = rng.random(len(asks)) < 1 - (1 - asks) ** ahead
        told = {
            "ours": History().update([(p, "not selected")] * past, [p] * ahead).by_horizon,
            "independent attempts": 1 - (1 - p) ** ahead,
            "beta-binomial": beta_binomial(p, past, ahead),
        }
        own = scores(told["ours"], got)
        for method, said in told.items():
            here = scores(said, got)
            spread = (here - own).std(axis=1) / np.sqrt(len(got))
            rows.append(
                {"world": world, "p": p, "past": past, "ahead": ahead, "method": method, "people": len(got)}
                | {"chance": round(said, 6), "selected": round(float(got.mean()), 6)}
                | {"brier": round(float(here[0].mean()), 7), "brier_se": round(float(spread[0]), 7)}
                | {"log_loss": round(float(here[1].mean()), 7), "log_loss_se": round(float(spread[1]), 7)}
            )
    return rows


def scores(said: float, got: NDArray[np.bool_]) -> Array:
    """Brier and log-loss of each person, [2, people]."""
    return np.array([(said - got) ** 2, -np.log(np.where(got, said, 1 - said))])


def beaten(rows: list[dict[str, Any]], rival: str) -> dict[str, Any]:
    """Mean log-loss over the cases lower than the rival's, in the world of the priors and in the other."""
    misses = []
    for world in ("prior", "one"):
        own, other = (
            float(np.mean([one["log_loss"] for one in rows if (one["world"], one["method"]) == (world, method)]))
            for method in ("ours", rival)
        )
        if own >= other:
            misses.append(f"world {world}: {own:.5f} against {other:.5f}")
    return {"item": "beaten", "what": f"history, {rival}: log-loss lower", "met": not misses, "of": 2, "missed": misses}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    begun = time.perf_counter()
    off, said, rows = furthest(), figures(), side_by_side(asked.seed, asked.people)
    misses = [f"{name}: {value:.1e}" for name, value in off.items() if value > WITHIN]
    misses += [str(one) for one in said if not one["met"]]
    target = {"item": "6", "what": "history against fine quadrature, and the figures printed", "met": not misses}
    targets = [target | {"of": len(off) + len(said), "missed": misses}]
    targets += [beaten(rows, rival) for rival in ("independent attempts", "beta-binomial")]
    print(f"furthest from the oracle: {', '.join(f'{name} {value:.1e}' for name, value in off.items())}")
    for row in rows:
        print(
            f"{row['world']:6} p {row['p']:.2f} {row['past']:3d} noes, {row['ahead']:2d} ahead  {row['method']:21}"
            f"{row['chance']:.4f} of {row['selected']:.4f}  Brier {row['brier']:.5f}  log-loss {row['log_loss']:.5f}"
        )
    found = {"seed": asked.seed, "people": asked.people, "machine": machine(), "targets": targets, "oracle": off}
    found |= {"figures": said, "rows": rows, "seconds": round(time.perf_counter() - begun, 1)}
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
