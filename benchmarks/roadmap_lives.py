"""How many lives of a roadmap a second, on instances that the independent referee makes: 40 actions, 10 rounds.

For each a plan is drawn first (a few slices of the planner) and lived in compiled code by one thread and by two: with
nothing left to chance but exams, the unseen quality and the selection, and with every cause on. Beside it the plain
twin, and the exact chance. The best of a few runs counts, tables made anew in each; compiled code is warm.

    python benchmarks/roadmap_lives.py [--seeds 500,501,502] [--lives 2000000] [--runs 5] [--out FILE]
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from odds_machine import machine
from twelfth.engines import AnytimePlanner, LifeSimulator
from twelfth.packs import read_instance
from twelfth.roadmap import Causes, Instance, Lives, Plan, chance, simulate

REFEREE = Path(__file__).parents[2] / "shared" / "bench" / "roadmap_referee.py"
ACTIONS, ROUNDS, SLICES, PLAIN = 40, 10, 8, 20_000
CAUSES = {
    "exams only": Causes(),
    "every cause": Causes(overrun=0.3, slips=0.05, bar=0.2),
}
WANTED = 5_000_000


def main() -> int:
    asked = _asked()
    if not REFEREE.exists():
        print("The referee is beside a checkout in development only; nothing was measured.")
        return 0
    found = []
    for seed in (int(one) for one in asked.seeds.split(",")):
        instance = _made(seed)
        plan = _planned(instance)
        exact = chance(instance, plan.completions(instance.by_id))
        for name, causes in CAUSES.items():
            found.append({"seed": seed, "causes": name} | _measured(instance, plan, causes, exact, asked))
            print(_line(found[-1]), flush=True)
    _summary(found)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"machine": machine(), "plans": found}, indent=1) + "\n")
    return 0


def _measured(
    instance: Instance, plan: Plan, causes: Causes, exact: float, asked: argparse.Namespace
) -> dict[str, Any]:
    """Lives a second by one thread, by two and of the plain twin."""
    rates, told = {}, None
    for threads in (1, 2):
        simulator = LifeSimulator(threads=threads)
        simulator.live(instance, plan, lives=1_000, seed=0, causes=causes)
        seconds, told = _best(
            lambda by=simulator: by.live(instance, plan, lives=asked.lives, seed=1, causes=causes), asked.runs
        )
        rates[f"by_{threads}"] = asked.lives / seconds
    seconds, plain = _best(
        lambda: simulate(instance, plan, rng=np.random.default_rng(1), lives=PLAIN, causes=causes), 1
    )
    if told is None:
        raise SystemExit("Nothing was lived.")
    return {
        **rates,
        "plain": PLAIN / seconds,
        "actions": len(plan.work),
        "chance": told.chance,
        "exact": exact if causes == Causes() else None,
        "standard_errors_off": (told.chance - exact) / told.standard_error if causes == Causes() else None,
        "twins_off": (told.chance - plain.chance) / float(np.hypot(told.standard_error, plain.standard_error)),
    }


def _best(lived: Callable[[], Lives], runs: int) -> tuple[float, Lives]:
    best = float("inf")
    for _ in range(runs):
        begun = time.perf_counter()
        told = lived()
        best = min(best, time.perf_counter() - begun)
    return best, told


def _made(seed: int) -> Instance:
    command = [sys.executable, str(REFEREE), "make", str(ACTIONS), str(ROUNDS), str(seed)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "instance.json"
        path.write_text(made.stdout)
        return read_instance(path)[0]


def _planned(instance: Instance) -> Plan:
    for found in AnytimePlanner().best_chance(instance, seed=0):
        if found.effort.slices >= SLICES:
            return found.plan
    raise SystemExit("The planner gave no plan.")


def _line(one: dict[str, Any]) -> str:
    off = "" if one["exact"] is None else f", exact {one['exact']:.4f} ({one['standard_errors_off']:+.1f} errors off)"
    return (
        f"seed {one['seed']}, {one['actions']:2} actions, {one['causes']:11}: {one['by_1'] / 1e6:5.2f} million lives a "
        f"second by one thread, {one['by_2'] / 1e6:5.2f} by two; plain twin {one['plain'] / 1e6:.3f}, 1 to "
        f"{one['by_1'] / one['plain']:.0f}; chance {one['chance']:.4f}{off}"
    )


def _summary(found: list[dict[str, Any]]) -> None:
    for name in CAUSES:
        by = {threads: [one[f"by_{threads}"] for one in found if one["causes"] == name] for threads in (1, 2)}
        print(
            f"{name}: median {statistics.median(by[1]) / 1e6:.1f} million lives a second by one thread, "
            f"{statistics.median(by[2]) / 1e6:.1f} by two, at least {min(by[2]) / 1e6:.1f} by two "
            f"({'over' if min(by[2]) >= WANTED else 'under'} {WANTED / 1e6:.0f})"
        )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="500,501,502")
    parser.add_argument("--lives", type=int, default=2_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
