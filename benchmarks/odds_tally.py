"""What one method did in one cell of the odds benchmark, replicate by replicate, so that pieces of a run add up and two
methods are held together on the same replicates.

Each replicate is one row (odds_row.py); for the reliability diagram the tenths are kept as sums.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_row import COVERED, FLAT, LOSS, MEAN, ROW, SECONDS, TENTHS, TOP, TRUTH, WIDTH

Array = NDArray[np.float64]

DIGITS = 5


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The replicates `done`, ranges [from, to) in order, and their `rows` [R, 8]; `tenths` [3, 10]: count, predicted,
    true, summed over them. `refits` 0 means that there is no interval, unless `own_interval`."""

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
    rows: Array = field(default_factory=lambda: np.zeros((0, len(ROW))))
    tenths: Array = field(default_factory=lambda: np.zeros((3, TENTHS)))

    @property
    def key(self) -> tuple[str, float, int, str, int]:
        return self.world, self.rate, self.n, self.method, self.refits

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def has_interval(self) -> bool:
        return self.own_interval or self.refits > 0

    def at(self, replicates: Iterable[int]) -> Array | None:
        """The rows of these replicates, in order; None if one of them is not done."""
        place = {one: i for i, one in enumerate(replicates_of(self.done))}
        wanted = list(replicates)
        return None if set(wanted) - set(place) else self.rows[[place[one] for one in wanted]]


def judged_rows(rows: Iterable[tuple[Array, Array]]) -> dict[str, Array]:
    """The rows of some replicates, and their tenths summed."""
    told, tenths = zip(*rows, strict=True)
    return {"rows": np.array(told), "tenths": np.sum(tenths, axis=0)}


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
    if set(there) <= set(here):
        return one
    if set(here) & set(there):
        raise ValueError(
            f"{one.method} in {one.key}: replicates {one.done} and {other.done} overlap. Expected ranges "
            "apart: run only what is missing."
        )
    return Tally(
        **{
            **_fields(one),
            "done": ranges_of([*here, *there]),
            "failed": one.failed + other.failed,
            "rows": np.concatenate([one.rows, other.rows])[np.argsort([*here, *there])],
            "tenths": one.tenths + other.tenths,
        }
    )


def replicates_of(done: Iterable[tuple[int, int]]) -> list[int]:
    return [one for start, to in done for one in range(start, to)]


def ranges_of(replicates: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The fewest ranges [from, to) that hold just these."""
    found: list[tuple[int, int]] = []
    for one in sorted(replicates):
        if found and found[-1][1] == one:
            found[-1] = (found[-1][0], one + 1)
        else:
            found.append((one, one + 1))
    return tuple(found)


def ratio_of(above: Array, below: Array) -> tuple[float, float]:
    """A ratio of sums over replicates [R] and its standard error, by the delta method."""
    r = above.sum() / below.sum()
    return float(r), float(np.sqrt(((above - r * below) ** 2).sum()) / abs(below.sum()))


def figures_of(one: Tally) -> dict[str, float | None]:
    """Coverage, skill, ratio, width and seconds with standard errors between replicates; None where there is no
    interval."""
    rows = one.rows
    lost, lost_se = ratio_of(rows[:, LOSS], rows[:, FLAT])
    mean, mean_se = ratio_of(rows[:, MEAN], rows[:, TRUTH])
    found: dict[str, float | None] = {"skill": 1 - lost, "skill_se": lost_se, "ratio": mean, "ratio_se": mean_se}
    for name, i in (("coverage", COVERED), ("top", TOP), ("width", WIDTH)):
        found[name] = float(rows[:, i].mean()) if one.has_interval else None
        found[f"{name}_se"] = float(rows[:, i].std() / np.sqrt(one.count)) if one.has_interval else None
    return found | {"seconds": float(rows[:, SECONDS].mean())}


def lead_of(own: Tally, other: Tally) -> tuple[float, float] | None:
    """By how much the skill of `own` is higher on the replicates of `other`, with the standard error of the paired
    difference; None if it has not all of them."""
    mine = own.at(replicates_of(other.done))
    return None if mine is None else ratio_of(other.rows[:, LOSS] - mine[:, LOSS], other.rows[:, FLAT])


def _fields(one: Tally) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Tally.__dataclass_fields__}


def as_data(one: Tally) -> dict[str, Any]:
    """Plain data, each number to five digits."""
    return {
        name: [float(f"{x:.{DIGITS}g}") for x in value.ravel()] if isinstance(value, np.ndarray) else value
        for name, value in _fields(one).items()
    }


def from_data(data: dict[str, Any]) -> Tally:
    shapes = {"rows": (-1, len(ROW)), "tenths": (3, TENTHS)}
    arrays = {name: np.array(data[name], float).reshape(shape) for name, shape in shapes.items()}
    return Tally(**{**data, **arrays, "done": tuple((start, to) for start, to in data["done"])})
