"""How long the odds take and how the time grows: target 9 of the odds specification, and the slopes of its speed line.

15 traits: 9 binary, 2 categories of three levels, 4 numbers, on one latent factor. "profiles": a yes group of 100 to
100,000 against published marginals. "pool rows": 100 profiles against 200 to 100,000 individuals of the pool. Each time
is the least of some repeats with one thread of linear algebra (set before numpy is loaded). Targets are held against
seconds of one core, user and system, which on a machine with nothing else to do are those of the clock; those are
printed beside. The slope is that of log core seconds on log size: 1 is linear. That of the last step is given too,
since what is fixed hides the growth of what is small. End to end is a process of its own, Python's start included.

    python benchmarks/odds_scaling.py [--repeats 3] [--largest 100000] [--out FILE]
"""

import os

os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from odds_machine import machine
from twelfth.distance import BaseRate, CohortOdds, Option, Pool
from twelfth.goal import Binary, Category, Numeric, YesGroup

Array = NDArray[np.float64]

RESULTS = Path(__file__).parent / "results" / "odds_scaling.json"
BINARY, CATEGORIES, NUMBERS, LEVELS = 9, 2, 4, ("x", "y", "z")
TRAITS = (
    *(Binary(f"has_{i}") for i in range(BINARY)),
    *(Category(f"kind_{i}", levels=LEVELS) for i in range(CATEGORIES)),
    *(Numeric(f"number_{i}") for i in range(NUMBERS)),
)
SHARES = [0.5, 0.3, 0.2]
KNOWN = {
    **{f"has_{i}": 0.05 + 0.05 * i for i in range(BINARY)},
    **{f"kind_{i}": SHARES for i in range(CATEGORIES)},
    **{f"number_{i}": (0.0, 1.0) for i in range(NUMBERS)},
}
SIZES = {"profiles": (100, 1_000, 10_000, 100_000), "pool rows": (200, 1_000, 10_000, 100_000)}
FIT, WHAT_IFS, END_TO_END, SLOPE = 1.0, 0.1, 1.5, 1.0
CLOCK_TICK = 0.01
COMMANDS = (("odds", "hernandez", "--as-of", "1998-06-30"), ("odds", "newcomer", "--as-of", "2025-12-17"))
NOT_ENOUGH_DATA = 6


def people(rng: np.random.Generator, size: int, lift: float) -> Array:
    """[size, 15]; `lift` raises every trait, as selection does."""
    latent = 0.5 * rng.standard_normal((size, 1)) + np.sqrt(0.75) * rng.standard_normal((size, len(TRAITS))) + lift
    held = latent[:, :BINARY] > np.array([_quantile(1 - 0.05 - 0.05 * i) for i in range(BINARY)])
    borders = [_quantile(one) for one in np.cumsum(SHARES)[:-1]]
    kinds = (latent[:, BINARY : BINARY + CATEGORIES, None] > borders).sum(axis=2)
    return np.column_stack([held, kinds, latent[:, BINARY + CATEGORIES :]]).astype(float)


def _quantile(share: float) -> float:
    from scipy.special import ndtri

    return float(ndtri(share))


@dataclass(frozen=True)
class Took:
    """Seconds of one core, those of child processes included, and seconds by the clock."""

    core: float
    clock: float


def least(repeats: int, call: Callable[[], Any]) -> Took:
    times = []
    for _ in range(repeats):
        before, begun = os.times(), time.perf_counter()
        call()
        clock, after = time.perf_counter() - begun, os.times()
        times.append(Took(sum(after[:4]) - sum(before[:4]), clock))
    return Took(min(one.core for one in times), min(one.clock for one in times))


def fit_of(kind: str, size: int) -> Callable[[], Any]:
    """A fit with so many profiles, or with so many individuals of the pool."""
    rng = np.random.default_rng(size)
    n = size if kind == "profiles" else 100
    yes = people(rng, n, 0.5)
    rows = people(rng, size, 0.0) if kind == "pool rows" else None

    def fit() -> Any:
        pool = Pool.marginals(TRAITS, KNOWN, ess=200) if rows is None else Pool.rows(TRAITS, rows)
        return CohortOdds().fit(YesGroup(TRAITS, yes), pool, BaseRate(slots=n, applicants=20 * n), seed=0)

    return fit


def grown(kind: str, largest: int, repeats: int) -> dict[str, Any]:
    sizes = [size for size in SIZES[kind] if size <= largest]
    took = [least(repeats, fit_of(kind, size)) for size in sizes]
    seconds = [max(one.core, CLOCK_TICK) for one in took]
    logs = np.log(sizes), np.log(seconds)
    slope = float(np.polyfit(*logs, 1)[0])
    last = float((logs[1][-1] - logs[1][-2]) / (logs[0][-1] - logs[0][-2]))
    return {"what": kind, "sizes": sizes, "seconds": [round(one, 4) for one in seconds]} | {
        "clock": [round(one.clock, 4) for one in took],
        "slope": round(slope, 3),
        "last_slope": round(last, 3),
    }


def single(repeats: int) -> dict[str, dict[str, float]]:
    """A fit of 15 traits, 500 people asked of it, 500 options of one person, and the commands end to end."""
    fit = fit_of("profiles", 300)
    model = fit()
    asked = people(np.random.default_rng(1), 500, 0.0)
    person = asked[0].copy()
    person[: BINARY + CATEGORIES] = 0
    options = [Option(f"number_{i % NUMBERS}", 1.0 + i / 100, hours=10.0, cost=1.0) for i in range(500)]
    found = {
        "fit of 15 traits, 300 profiles": least(repeats, fit),
        "500 what-ifs": least(repeats, lambda: model.odds(asked)),
        "500 levers": least(repeats, lambda: model.levers(person, options)),
    }
    for command in COMMANDS:
        found[f"twelfth {' '.join(command[:2])}"] = least(repeats, partial(ended, command))
    return {name: {"core": round(one.core, 4), "clock": round(one.clock, 4)} for name, one in found.items()}


def ended(command: tuple[str, ...]) -> None:
    """RuntimeError if the command answers with a mistake."""
    program = str(Path(sys.executable).with_name("twelfth"))
    done = subprocess.run([program, *command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, NOT_ENOUGH_DATA):
        raise RuntimeError(f"twelfth {' '.join(command)} ended with {done.returncode}: {done.stderr}")


def targets_of(once: dict[str, dict[str, float]], growth: list[dict[str, Any]]) -> list[dict[str, Any]]:
    most = {"fit of 15 traits, 300 profiles": FIT, "500 what-ifs": WHAT_IFS, "500 levers": WHAT_IFS}
    found = []
    for name, took in once.items():
        item, limit = ("9", most[name]) if name in most else ("speed", END_TO_END)
        slow = [] if took["core"] < limit else [f"{took['core']} s"]
        found.append({"item": item, "what": f"{name} under {limit} s", "met": not slow, "of": 1, "missed": slow})
    for one in growth:
        steep = [f"slope {one['slope']}"] if one["slope"] > SLOPE else []
        what = f"at most linear in {one['what']}"
        found.append({"item": "speed", "what": what, "met": not steep, "of": 1, "missed": steep})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--largest", type=int, default=100_000)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    begun = time.perf_counter()
    once = single(asked.repeats)
    growth = [grown(kind, asked.largest, asked.repeats) for kind in SIZES]
    for name, took in once.items():
        print(f"{name:40} {took['core']:8.3f} s of one core, {took['clock']:8.3f} s by the clock")
    for one in growth:
        steps = ", ".join(f"{size:,}: {s:.2f} s" for size, s in zip(one["sizes"], one["seconds"], strict=True))
        print(f"{one['what']:12} {steps}   slope {one['slope']:.2f}, of the last step {one['last_slope']:.2f}")
    targets = targets_of(once, growth)
    for target in targets:
        state = "met" if target["met"] else f"NOT MET ({', '.join(target['missed'])})"
        print(f"{target['item']:6} {target['what']:50} {state}")
    found = {"repeats": asked.repeats, "machine": machine(), "targets": targets, "once": once, "growth": growth}
    found["seconds"] = round(time.perf_counter() - begun, 1)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
