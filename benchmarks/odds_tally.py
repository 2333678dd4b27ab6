"""What one method did in one cell of the odds benchmark, kept as sums, so that pieces of a run add up.

Each replicate is one row (odds_row.py). Kept are the sums, those of squares and of two products (for standard errors of
ratios), and for the reliability diagram the sums of predicted and true chances of each tenth of the random applicants,
by predicted chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_row import COVERED, FLAT, LOSS, MEAN, ROW, SECONDS, TENTHS, TOP, TRUTH, WIDTH

Array = NDArray[np.float64]

PAIRS = (*((i, i) for i in range(len(ROW))), (LOSS, FLAT), (MEAN, TRUTH))
DIGITS = 9


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Sums over the replicates `done`, ranges [from, to); `sums` [8], `products` [10], `tenths` [3, 10]: count,
    predicted, true. `refits` 0 means that there is no interval, unless `own_interval`."""

    world: str
    rate: float
    n: int
    method: str
    code: str
    refits: int = 0
    own_interval: bool = False
    version: str = ""
    skipped: str = ""
    failed: int = 0
    done: tuple[tuple[int, int], ...] = ()
    sums: Array = field(default_factory=lambda: np.zeros(len(ROW)))
    products: Array = field(default_factory=lambda: np.zeros(len(PAIRS)))
    tenths: Array = field(default_factory=lambda: np.zeros((3, TENTHS)))

    @property
    def key(self) -> tuple[str, float, int, str, int]:
        return self.world, self.rate, self.n, self.method, self.refits

    @property
    def count(self) -> int:
        return sum(to - start for start, to in self.done)


def sums_of(rows: Iterable[tuple[Array, Array]]) -> dict[str, Array]:
    """The sums, products and tenths of some replicates."""
    told, bins = zip(*rows, strict=True)
    table = np.array(told)
    products = np.array([(table[:, i] * table[:, j]).sum() for i, j in PAIRS])
    return {"sums": table.sum(axis=0), "products": products, "tenths": np.sum(bins, axis=0)}


def joined(one: Tally, other: Tally) -> Tally:
    """Both together. Replicates that `one` has already are not added twice; ValueError if only some are the same."""
    if one.code != other.code:
        raise ValueError(
            f"{one.method} in {one.key}: results of code {one.code} and of {other.code}. Expected results of one code; "
            "put the new ones into another file, or drop the old ones with --replace."
        )
    if one.skipped or other.skipped:
        return one if other.skipped else other
    here, there = replicates_of(one.done), replicates_of(other.done)
    if there <= here:
        return one
    if here & there:
        raise ValueError(
            f"{one.method} in {one.key}: replicates {one.done} and {other.done} overlap. Expected ranges "
            "apart: run only what is missing."
        )
    return Tally(
        **{
            **_fields(one),
            "done": ranges_of(here | there),
            "failed": one.failed + other.failed,
            "sums": one.sums + other.sums,
            "products": one.products + other.products,
            "tenths": one.tenths + other.tenths,
        }
    )


def replicates_of(done: Iterable[tuple[int, int]]) -> set[int]:
    return {one for start, to in done for one in range(start, to)}


def ranges_of(replicates: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The fewest ranges [from, to) that hold just these."""
    found: list[tuple[int, int]] = []
    for one in sorted(replicates):
        if found and found[-1][1] == one:
            found[-1] = (found[-1][0], one + 1)
        else:
            found.append((one, one + 1))
    return tuple(found)


def figures_of(one: Tally) -> dict[str, float | None]:
    """Coverage, skill, ratio, width and seconds with standard errors between replicates; None where there is no
    interval."""
    count, sums = one.count, one.sums
    moment = dict(zip(PAIRS, one.products, strict=True))

    def spread(i: int) -> float:
        return float(np.sqrt(max(moment[i, i] / count - (sums[i] / count) ** 2, 0.0) / count))

    def ratio(i: int, j: int) -> tuple[float, float]:
        r = sums[i] / sums[j]
        off = moment[i, i] - 2 * r * moment[min(i, j), max(i, j)] + r**2 * moment[j, j]
        return float(r), float(np.sqrt(max(off, 0.0)) / abs(sums[j]))

    skill, skill_se = ratio(LOSS, FLAT)
    mean, mean_se = ratio(MEAN, TRUTH)
    found: dict[str, float | None] = {"skill": 1 - skill, "skill_se": skill_se, "ratio": mean, "ratio_se": mean_se}
    has_interval = one.own_interval or one.refits > 0
    for i in (COVERED, TOP, WIDTH):
        name = "coverage" if i == COVERED else ROW[i]
        found[name] = float(sums[i] / count) if has_interval else None
        found[f"{name}_se"] = spread(i) if has_interval else None
    return found | {"seconds": float(sums[SECONDS] / count)}


def _fields(one: Tally) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Tally.__dataclass_fields__}


def as_data(one: Tally) -> dict[str, Any]:
    """Plain data, the sums to nine digits."""
    return {
        name: [float(f"{x:.{DIGITS}g}") for x in value.ravel()] if isinstance(value, np.ndarray) else value
        for name, value in _fields(one).items()
    }


def from_data(data: dict[str, Any]) -> Tally:
    arrays = {name: np.array(data[name], float) for name in ("sums", "products")}
    done = tuple((start, to) for start, to in data["done"])
    return Tally(**{**data, **arrays, "done": done, "tenths": np.array(data["tenths"], float).reshape(3, TENTHS)})
