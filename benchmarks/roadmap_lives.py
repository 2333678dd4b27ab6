"""How many lives of a roadmap a second, on instances that the independent referee makes: 40 actions, 10 rounds.

For each a plan is drawn first (a few slices of the planner) and lived in compiled code by one thread and by two: with
nothing left to chance but exams, the unseen quality and the selection, and with every cause on. Beside it the plain
twin, and the exact chance. The best of a few runs counts, tables made anew in each; compiled code is warm.
The rate of a core is by processor time, which tells the same where others keep the machine busy.

    python benchmarks/roadmap_lives.py [--seeds 500,501,502] [--lives 2000000] [--runs 5] [--out FILE]
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from roadmap_instances import ran_on, read, referee, told_of
from twelfth.engines import AnytimePlanner, LifeSimulator
from twelfth.roadmap import Causes, Instance, Lives, Plan, chance, simulate

ACTIONS, ROUNDS, SLICES, PLAIN = 40, 10, 8, 20_000
CAUSES = {
    "exams only": Causes(),
    "every cause": Causes(overrun=0.3, slips=0.05, bar=0.2),
}


def main() -> int:
    asked = _asked()
    judge = referee()
    found = []
    for seed in (int(one) for one in asked.seeds.split(",")):
        instance = read(told_of(judge, ACTIONS, ROUNDS, seed, exams=True))
        plan = _planned(instance)
        exact = chance(instance, plan.completions(instance.by_id))
        for name, causes in CAUSES.items():
            found.append({"seed": seed, "causes": name} | _measured(instance, plan, causes, exact, asked))
            print(_line(found[-1]), flush=True)
    _summary(found)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"machine": ran_on(), "plans": found}, indent=1) + "\n")
    return 0


def _measured(
    instance: Instance, plan: Plan, causes: Causes, exact: float, asked: argparse.Namespace
) -> dict[str, Any]:
    """Lives a second by one thread, by two and of the plain twin."""
    rates, told = {}, None
    for threads in (1, 2):
        simulator = LifeSimulator(threads=threads)
        simulator.live(instance, plan, lives=1_000, seed=0, causes=causes)
        lived = partial(simulator.live, instance, plan, lives=asked.lives, seed=1, causes=causes)
        seconds, busy, told = _best(lived, asked.runs)
        rates |= {f"by_{threads}": asked.lives / seconds, f"of_core_{threads}": asked.lives / busy}
    rng = np.random.default_rng(1)
    seconds, busy, plain = _best(partial(simulate, instance, plan, rng=rng, lives=PLAIN, causes=causes), 1)
    if told is None:
        raise SystemExit("Nothing was lived.")
    return {
        **rates,
        "plain": PLAIN / seconds,
        "plain_of_core": PLAIN / busy,
        "actions": len(plan.work),
        "chance": told.chance,
        "exact": exact if causes == Causes() else None,
        "standard_errors_off": (told.chance - exact) / told.standard_error if causes == Causes() else None,
        "twins_off": (told.chance - plain.chance) / float(np.hypot(told.standard_error, plain.standard_error)),
    }


def _best(lived: Callable[[], Lives], runs: int) -> tuple[float, float, Lives]:
    """Seconds by the clock and of processor time."""
    best = busy = float("inf")
    for _ in range(runs):
        begun, used = time.perf_counter(), time.process_time()
        told = lived()
        best, busy = min(best, time.perf_counter() - begun), min(busy, time.process_time() - used)
    return best, busy, told


def _planned(instance: Instance) -> Plan:
    for found in AnytimePlanner().best_chance(instance, seed=0):
        if found.effort.slices >= SLICES:
            return found.plan
    raise SystemExit("The planner gave no plan.")


def _line(one: dict[str, Any]) -> str:
    off = "" if one["exact"] is None else f", exact {one['exact']:.4f} ({one['standard_errors_off']:+.1f} errors off)"
    return (
        f"seed {one['seed']}, {one['actions']:2} actions, {one['causes']:11}: {one['by_1'] / 1e6:5.2f} million lives a "
        f"second by one thread, {one['by_2'] / 1e6:5.2f} by two ({one['of_core_1'] / 1e6:.2f} a second of one core); "
        f"plain twin {one['plain'] / 1e6:.3f}, 1 to {one['of_core_1'] / one['plain_of_core']:.0f}; chance "
        f"{one['chance']:.4f}{off}"
    )


def _summary(found: list[dict[str, Any]]) -> None:
    for name in CAUSES:
        own = [one for one in found if one["causes"] == name]
        by = {key: [one[key] / 1e6 for one in own] for key in ("by_1", "by_2", "of_core_1")}
        print(
            f"{name}: median {statistics.median(by['by_1']):.1f} million lives a second by one thread, "
            f"{statistics.median(by['by_2']):.1f} by two, the least {min(by['by_2']):.1f}; a second of one core: "
            f"median {statistics.median(by['of_core_1']):.1f}, the least {min(by['of_core_1']):.1f}"
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
