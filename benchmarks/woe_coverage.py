"""How often the 90 % interval of a marginal weight of evidence holds the truth: target 5 of the odds specification.

World: 3 binary traits held by 15/35/5 %, one category .5/.3/.2, two standard-normal numbers, latent Gaussian
copula with even correlation .3. Score = log-odds of the traits + unobserved quality N(0, 1) + luck, standard
logistic, so that the coefficients are log-odds of selection; the top n of n / pi applicants are taken and a fifth of
their values is missing. The "sharp" world has no luck: there the top-K pick makes the same coefficients count 2 to 3
times as much. A stress test.

Truth: log P(level | selected) / P(level), and for a number z the log density ratio log P(selected | z) / pi, in the
infinite population. No sampling noise: given the common factor of the copula the traits are independent, so what is
left are one-dimensional normal integrals, done by quadrature (`truth_of`).

What the tool is told of the pool (tier): "published" is exact; "survey" counts 120 people; "guess" is off by N(0, .6)
on every logit and by .7 N(0, .6) sd on every mean (the same mistake for yes and no of one trait). Its competitor in
every row is the pseudo-count interval, Beta(k + 1/2, m - k + 1/2) for the share among yes and the pool share taken as
known.

Standard errors are between replicates (levels of one replicate are not independent).

    python benchmarks/woe_coverage.py [--seed 1] [--replicates 200] [--quick] [--out FILE]
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import expit, log_ndtr, logit, ndtr, ndtri

from odds_machine import machine
from twelfth.base import Estimate
from twelfth.distance import share_interval, weight_of_level, weight_of_number
from twelfth.goal import Basis, PoolShare

Array = NDArray[np.float64]

HELD = np.array([0.15, 0.35, 0.05])
"""Pool shares of the three binary traits."""
SHARES = np.array([0.5, 0.3, 0.2])
"""Pool shares of the category's levels; the first is the reference."""
LEVEL_SHARES = np.concatenate([np.column_stack([HELD, 1 - HELD]).ravel(), SHARES])
"""Of each level judged: yes and no of each binary trait, then the category's."""
CORRELATION = 0.3
MISSING = 0.2
AT = (-1.0, 0.0, 1.0)
RATES = (0.01, 0.10)
SIZES = (4, 8, 16, 32, 100, 300)
SURVEY_N = 120
GUESS_SD = 0.6
GUESS_MEAN = 0.7
DEFAULT_REPLICATES, QUICK_REPLICATES = 200, 20
NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(48)
NODE_WEIGHTS = NODE_WEIGHTS / NODE_WEIGHTS.sum()
CELLS = np.array(list(product((0, 1), (0, 1), (0, 1), (0, 1, 2))))
"""Every combination of the discrete traits."""
CELL_LEVELS = np.column_stack(
    [CELLS[:, j] == held for j in range(3) for held in (1, 0)] + [CELLS[:, 3] == level for level in range(3)]
)
KINDS = {"levels": slice(0, 9), "binary": slice(0, 6), "category": slice(6, 9), "numeric": slice(9, 15)}
WHAT = "coverage of the weight of evidence, published pool"
TARGET_TIERS = ("published", "published, sharp world")
"""The specification's words fit both worlds, so the target is held in both."""
TARGET = {size: 0.85 if size < 16 else 0.88 for size in SIZES if size == 4 or size >= 16}
RESULTS = Path(__file__).parent / "results" / "woe_coverage.json"


@dataclass(frozen=True)
class World:
    """Log-odds of the traits; `luck`: whether chance, standard logistic, enters the score."""

    binary: Array
    category: Array
    number: Array
    luck: bool

    @property
    def cells(self) -> Array:
        """Log-odds of every combination of the discrete traits."""
        return np.asarray(CELLS[:, :3] @ self.binary + self.category[CELLS[:, 3]])


@dataclass(frozen=True)
class YesGroup:
    """Of each level: how many hold it, of how many observed; of each number: the values observed."""

    counts: NDArray[np.int64]
    totals: NDArray[np.int64]
    numbers: tuple[Array, Array]


@dataclass(frozen=True)
class Told:
    """What the tool is told: one statement per level, one per number."""

    levels: tuple[PoolShare, ...]
    numbers: tuple[PoolShare, ...]


def draw_world(rng: np.random.Generator, *, luck: bool) -> World:
    """Binary log-odds N(.8, .8), category N(.5, .6), numeric N(.6, .4); half the time one binary has none."""
    binary = rng.normal(0.8, 0.8, 3)
    if rng.random() < 0.5:
        binary[rng.integers(3)] = 0.0
    category = np.concatenate([[0.0], rng.normal(0.5, 0.6, 2)])
    return World(binary, category, rng.normal(0.6, 0.4, 2), luck)


def truth_of(world: World, rate: float) -> Array:
    """Weights of the nine levels, then of the two numbers at each of AT, when the best `rate` of all are taken.

    Given the common factor F the latents are independent N(sqrt(.3) F, .7). So P(selected | F, discrete traits) is
    the tail of normal + luck, and P(selected | z) the same with F ~ N(sqrt(.3) z, .7) and one number known.
    """
    both = world.number.sum() * np.sqrt(CORRELATION)
    spread = np.sqrt((1 - CORRELATION) * (world.number**2).sum() + 1)
    inside = _cell_chances(NODES)

    def selected(bar: float) -> Array:
        return _tail(both * NODES[:, None] + world.cells - bar, float(spread), luck=world.luck)

    def surplus(bar: float) -> float:
        return float(np.log(NODE_WEIGHTS @ (inside * selected(bar)).sum(axis=1)) - np.log(rate))

    bar = float(brentq(surplus, -20.0, 25.0, xtol=1e-9))
    shares = (NODE_WEIGHTS @ (inside * selected(bar))) @ CELL_LEVELS / rate
    numbers = [_chance_at(world, j, at, bar) for j in range(2) for at in AT]
    return np.concatenate([np.log(shares / LEVEL_SHARES), np.log(np.array(numbers) / rate)])


def _chance_at(world: World, which: int, at: float, bar: float) -> float:
    """P(selected | number `which` is `at`)."""
    factor = np.sqrt(CORRELATION) * at + np.sqrt(1 - CORRELATION) * NODES
    other = world.number[1 - which]
    middle = world.number[which] * at + other * np.sqrt(CORRELATION) * factor
    spread = float(np.sqrt((1 - CORRELATION) * other**2 + 1))
    chance = _tail(middle[:, None] + world.cells - bar, spread, luck=world.luck)
    return float(NODE_WEIGHTS @ (_cell_chances(factor) * chance).sum(axis=1))


def _cell_chances(factor: Array) -> Array:
    """P(discrete traits | common factor), one row per factor, one column per cell."""
    middle, sd = np.sqrt(CORRELATION) * factor[:, None], np.sqrt(1 - CORRELATION)
    held = ndtr((middle - ndtri(1 - HELD)) / sd)
    below = ndtr((ndtri(np.cumsum(SHARES)[:-1]) - middle) / sd)
    levels = np.diff(below, axis=1, prepend=0.0, append=1.0)
    chances = levels[:, CELLS[:, 3]]
    for j in range(3):
        chances = chances * np.where(CELLS[:, j] == 1, held[:, [j]], 1 - held[:, [j]])
    return np.asarray(chances)


def _tail(middle: Array, sd: float, *, luck: bool) -> Array:
    """P(middle + sd v + luck > 0), v standard normal."""
    if not luck:
        return np.asarray(np.exp(log_ndtr(middle / sd)))
    return np.asarray(expit(middle[..., None] + sd * NODES) @ NODE_WEIGHTS)


def pick(rng: np.random.Generator, world: World, rate: float, size: int) -> YesGroup:
    """The top `size` of size / rate applicants, a fifth of their values missing."""
    many = round(size / rate)
    common, own = rng.standard_normal((many, 1)), rng.standard_normal((many, 6))
    latent = np.sqrt(CORRELATION) * common + np.sqrt(1 - CORRELATION) * own
    held = latent[:, :3] > ndtri(1 - HELD)
    level = np.searchsorted(ndtri(np.cumsum(SHARES)[:-1]), latent[:, 3])
    score = held @ world.binary + world.category[level] + latent[:, 4:] @ world.number + rng.standard_normal(many)
    score = score + (rng.logistic(size=many) if world.luck else 0.0)
    top = np.argpartition(-score, size - 1)[:size]
    return _observed(held[top], level[top], latent[top, 4:], rng.random((size, 6)) >= MISSING)


def _observed(held: NDArray[np.bool_], level: NDArray[np.intp], numbers: Array, seen: NDArray[np.bool_]) -> YesGroup:
    counts, totals = [], []
    for j in range(3):
        yes, total = int((held[:, j] & seen[:, j]).sum()), int(seen[:, j].sum())
        counts += [yes, total - yes]
        totals += [total, total]
    counts += [int(((level == one) & seen[:, 3]).sum()) for one in range(3)]
    totals += [int(seen[:, 3].sum())] * 3
    return YesGroup(np.array(counts), np.array(totals), (numbers[seen[:, 4], 0], numbers[seen[:, 5], 1]))


def told_exactly(_rng: np.random.Generator) -> Told:
    return _told(Basis.PUBLISHED, LEVEL_SHARES, np.zeros(2), np.ones(2), None)


def told_by_survey(rng: np.random.Generator) -> Told:
    """Shares, means and sds found among SURVEY_N applicants."""
    held = rng.binomial(SURVEY_N, HELD) / SURVEY_N
    shares = np.concatenate([np.column_stack([held, 1 - held]).ravel(), rng.multinomial(SURVEY_N, SHARES) / SURVEY_N])
    asked = rng.standard_normal((SURVEY_N, 2))
    return _told(Basis.SURVEY, shares, asked.mean(axis=0), asked.std(axis=0, ddof=1), SURVEY_N)


def told_by_guess(rng: np.random.Generator) -> Told:
    """Every logit off by N(0, .6), every mean by .7 of such an error; sds right, category levels guessed one by one."""
    held = expit(logit(HELD) + rng.normal(0, GUESS_SD, 3))
    shares = np.concatenate(
        [np.column_stack([held, 1 - held]).ravel(), expit(logit(SHARES) + rng.normal(0, GUESS_SD, 3))]
    )
    return _told(Basis.GUESS, shares, GUESS_MEAN * rng.normal(0, GUESS_SD, 2), np.ones(2), None)


def _told(basis: Basis, shares: Array, means: Array, sds: Array, n: int | None) -> Told:
    return Told(
        tuple(PoolShare(trait="level", basis=basis, share=float(share), n=n) for share in shares),
        tuple(
            PoolShare(trait="number", basis=basis, mean=float(mean), sd=float(sd), n=n)
            for mean, sd in zip(means, sds, strict=True)
        ),
    )


TIERS: dict[str, tuple[Callable[[np.random.Generator], Told], bool]] = {
    "published": (told_exactly, True),
    "survey": (told_by_survey, True),
    "guess": (told_by_guess, True),
    "published, sharp world": (told_exactly, False),
}
"""Tier -> how the pool is told, whether there is luck."""


@lru_cache(maxsize=200_000)
def _level_weight(count: int, total: int, pool: PoolShare) -> Estimate:
    return weight_of_level(count, total, pool=pool)


def ours(group: YesGroup, told: Told) -> Iterator[tuple[float, float]]:
    """The tool's interval of every level and every number."""
    for count, total, pool in zip(group.counts, group.totals, told.levels, strict=True):
        found = _level_weight(int(count), int(total), pool)
        yield found.lo, found.hi
    for values, pool in zip(group.numbers, told.numbers, strict=True):
        for at in AT:
            found = weight_of_number(values, at, pool=pool)
            yield found.lo, found.hi


def pseudo_counts(group: YesGroup, told: Told) -> Iterator[tuple[float, float]]:
    """What people would use instead, for levels only: log of the Jeffreys interval over the stated share."""
    for count, total, pool in zip(group.counts, group.totals, told.levels, strict=True):
        found = share_interval(int(count), int(total)) if total else Estimate(0.5, 0.0, 1.0)
        low, high = np.log(np.maximum([found.lo, found.hi], 1e-12) / max(pool.share or 0.0, 1e-3))
        yield float(low), float(high)


def replicate(seed: int, number: int, *, luck: bool) -> tuple[Array, list[YesGroup]]:
    """One world: truth [rate, item] and a yes group for every (rate, size). The same for every tier."""
    rng = np.random.default_rng([seed, number, int(luck)])
    world = draw_world(rng, luck=luck)
    truth = np.array([truth_of(world, rate) for rate in RATES])
    return truth, [pick(rng, world, rate, size) for rate in RATES for size in SIZES]


def run_tier(tier: str, worlds: list[tuple[Array, list[YesGroup]]], seed: int) -> list[dict[str, Any]]:
    """One row per rate and size: coverage and width of each kind, and of pseudo-counts."""
    tell = TIERS[tier][0]
    shape = (len(worlds), len(RATES) * len(SIZES))
    grid, plain = np.empty((*shape, 15, 2)), np.empty((*shape, 9, 2))
    truths = np.repeat(np.array([truth for truth, _ in worlds]), len(SIZES), axis=1)
    for r, (_, groups) in enumerate(worlds):
        rng = np.random.default_rng([seed, r, 2, list(TIERS).index(tier)])
        for c, group in enumerate(groups):
            told = tell(rng)
            grid[r, c] = list(ours(group, told))
            plain[r, c] = list(pseudo_counts(group, told))
    rows = []
    for c, (rate, size) in enumerate(product(RATES, SIZES)):
        row: dict[str, Any] = {"tier": tier, "rate": rate, "n": size}
        row |= {kind: _figures(grid[:, c, part], truths[:, c, part]) for kind, part in KINDS.items()}
        row["pseudo_counts"] = _figures(plain[:, c], truths[:, c, :9])
        rows.append(row)
    return rows


def _figures(intervals: Array, truths: Array) -> dict[str, float]:
    held = ((intervals[..., 0] <= truths) & (truths <= intervals[..., 1])).mean(axis=1)
    return {
        "coverage": round(float(held.mean()), 4),
        "se": round(float(held.std(ddof=1) / np.sqrt(len(held))), 4),
        "width": round(float(np.median(intervals[..., 1] - intervals[..., 0])), 3),
    }


def misses(rows: list[dict[str, Any]], kind: str) -> list[str]:
    """Cells below the target."""
    return [
        f"{row['tier']}, pi {row['rate']:.0%}, n {row['n']}: {row[kind]['coverage']:.3f} < {TARGET[row['n']]}"
        for row in rows
        if row["n"] in TARGET and row[kind]["coverage"] < TARGET[row["n"]]
    ]


def show(rows: list[dict[str, Any]]) -> None:
    columns = ("levels", "pseudo_counts", "binary", "category", "numeric")
    print("coverage of the 90 % interval ± standard error, median width in nats")
    for tier in TIERS:
        print(f"\n{tier}\n{'pi':>4} {'n':>4}" + "".join(f" | {column:^17}" for column in columns))
        for row in (row for row in rows if row["tier"] == tier):
            found = [row[column] for column in columns]
            cells = (f"{one['coverage']:.3f} ±{one['se']:.3f} {one['width']:4.2f}" for one in found)
            print(f"{row['rate']:>4.0%} {row['n']:>4}" + "".join(f" | {cell:>17}" for cell in cells))
    show_misses(rows)


def show_misses(rows: list[dict[str, Any]]) -> None:
    """The target's line for levels, and the same bar for what has no target."""
    for kind, needed in (("levels", True), ("numeric", False)):
        for tier in TIERS:
            found = misses([row for row in rows if row["tier"] == tier], kind)
            aim = "target" if needed and tier in TARGET_TIERS else "no target, same bar"
            short = "; ".join(found) or "met in every cell"
            print(f"\n{kind}, {tier} ({aim}: .88 for n >= 16, .85 at 4): {short}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replicates", type=int, default=DEFAULT_REPLICATES)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_REPLICATES} replicates, nothing written")
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    replicates = QUICK_REPLICATES if asked.quick else asked.replicates
    begun = time.perf_counter()
    worlds = {luck: [replicate(asked.seed, r, luck=luck) for r in range(replicates)] for luck in (True, False)}
    rows = [row for tier, (_, luck) in TIERS.items() for row in run_tier(tier, worlds[luck], asked.seed)]
    seconds = round(time.perf_counter() - begun, 1)
    missed = misses([row for row in rows if row["tier"] in TARGET_TIERS], "levels")
    show(rows)
    print(f"\nseed {asked.seed}, {replicates} replicates\nseconds {seconds}")
    if not asked.quick:
        found = {
            "seed": asked.seed,
            "replicates": replicates,
            "machine": machine(),
            "seconds": seconds,
            "target_met": not missed,
            "targets": [{"item": "5", "what": WHAT, "met": not missed, "of": len(TARGET), "missed": missed}],
            "rows": rows,
        }
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
