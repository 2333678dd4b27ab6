"""How good the planner's plans and bounds are after so many seconds, on instances that the independent referee makes.

Beside it, with the same decoder: greedy (most effect per hour first) and random search (random orders and selections).
Every plan is judged by the referee, which knows nothing of the planner; the best known of an instance is the best that
any method found, here or with --longer. Instances without exams are those with every exam taken for passed.

    python benchmarks/roadmap_plans.py [--sizes 20x6,40x10] [--seeds 500,501] [--seconds 10] [--longer 0] [--out FILE]
"""

import argparse
import importlib.util
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from odds_machine import machine
from twelfth.engines import AnytimePlanner
from twelfth.engines.roadmap.anneal import AVERAGE, State, anneal, first_state
from twelfth.engines.roadmap.arrays import tasks_of
from twelfth.engines.roadmap.planner import plan_of
from twelfth.engines.roadmap.worth import worth_of
from twelfth.packs import read_instance, work_of
from twelfth.roadmap import Instance, Plan, chance

REFEREE = Path(__file__).parents[2] / "shared" / "bench" / "roadmap_referee.py"
MARKS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 60.0)


def main() -> int:
    asked = _asked()
    if not REFEREE.exists():
        print("The referee is beside a checkout in development only; nothing was measured.")
        return 0
    referee = _referee()
    _warm(referee)
    found = []
    for size in asked.sizes.split(","):
        actions, rounds = (int(one) for one in size.split("x"))
        for exams in (False, True):
            for seed in (int(one) for one in asked.seeds.split(",")):
                told = _instance(referee, actions, rounds, seed, exams=exams)
                found.append({"size": size, "exams": exams, "seed": seed} | _measured(referee, told, asked))
                print(_line(found[-1]), flush=True)
    _summary(found)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"machine": machine(), "instances": found}, indent=1) + "\n")
    return 0 if all(one["feasible"] and one["bound_holds"] for one in found) else 1


def _measured(referee: ModuleType, told: dict[str, Any], asked: argparse.Namespace) -> dict[str, Any]:
    instance = _read(told)
    marks = [mark for mark in MARKS if mark <= asked.seconds]
    ours, plan, bound, first = _ours(instance, marks, seed=0)
    verdict = referee.judge(told, {"work": work_of(plan), "bound": bound})
    beside = {"greedy": _greedy(instance), "random": _random(instance, marks[-1])}
    best = max(ours[-1][1], *beside.values())
    if asked.longer:
        best = max(best, _ours(instance, [asked.longer], seed=1)[0][-1][1])
    return {
        "first_plan_s": first,
        "ours": ours,
        **beside,
        "best": best,
        "feasible": verdict["feasible"],
        "bound_holds": verdict["bound_holds"],
        "off_referee": abs(verdict["chance"] - ours[-1][1]) if verdict["feasible"] else None,
    }


def _ours(
    instance: Instance, marks: list[float], *, seed: int
) -> tuple[list[tuple[float, float, float, int]], Plan, float, float]:
    """At each mark (seconds, chance, bound, slices) of the last answer by then; the last plan and bound; the seconds to
    the first plan."""
    begun, at, first = time.perf_counter(), [], 0.0
    last = (0.0, 1.0, 0)
    left = list(marks)
    found = None
    for answer in AnytimePlanner().best_chance(instance, seed=seed):
        now = time.perf_counter() - begun
        while left and now > left[0]:
            at.append((left.pop(0), *last))
        if not left:
            break
        first = first or now
        found, last = answer, (answer.chance, answer.bound, answer.effort.slices)
    at += [(mark, *last) for mark in left]
    if found is None:
        raise SystemExit("No answer came within the first mark: is the machine busy?")
    return at, found.plan, found.bound, first


def _greedy(instance: Instance) -> float:
    tasks = tasks_of(instance)
    worth = worth_of(instance, tasks.before_at, tasks.before)
    plan = plan_of(instance, tasks, worth, first_state(tasks, worth))
    return chance(instance, plan.completions(instance.by_id))


def _random(instance: Instance, seconds: float) -> float:
    """Random selections and orders through the same decoder, judged with exams on average; the best is judged fully."""
    tasks = tasks_of(instance)
    worth = worth_of(instance, tasks.before_at, tasks.before)
    rng, begun, best, kept = np.random.default_rng(0), time.perf_counter(), -1.0, None
    terms = first_state(tasks, worth).terms
    while time.perf_counter() - begun < seconds:
        n = len(terms)
        state = State(rng.random(n) < rng.random(), rng.permutation(n).astype(np.int64), terms)
        value, _ = anneal(state, tasks, worth, AVERAGE, 0, 0, 0.1, 0.1)
        if value > best:
            best, kept = value, state
    plan = plan_of(instance, tasks, worth, kept) if kept is not None else Plan()
    return chance(instance, plan.completions(instance.by_id))


def _line(one: dict[str, Any]) -> str:
    steps = "  ".join(f"{mark:g}s {value:.3f}<{bound:.3f}" for mark, value, bound, _ in one["ours"])
    exams = "exams" if one["exams"] else "     "
    beside = f"greedy {one['greedy']:.3f} random {one['random']:.3f} best {one['best']:.3f}"
    return f"{one['size']:6} {exams} {one['seed']}  {steps}  {beside}"


def _summary(found: list[dict[str, Any]]) -> None:
    print("\nmedian over instances, in points of chance")
    for size in dict.fromkeys(one["size"] for one in found):
        for exams in (False, True):
            own = [one for one in found if one["size"] == size and one["exams"] == exams]
            for place, (mark, *_) in enumerate(own[0]["ours"]):
                short = statistics.median(100 * (one["best"] - one["ours"][place][1]) for one in own)
                gap = statistics.median(100 * (one["ours"][place][2] - one["ours"][place][1]) for one in own)
                print(
                    f"  {size:6} {'with' if exams else 'no':4} exams {mark:5g} s: "
                    f"{short:5.2f} below the best known, bound {gap:5.2f} above the plan"
                )
            for name in ("greedy", "random"):
                short = statistics.median(100 * (one["best"] - one[name]) for one in own)
                print(f"  {size:6} {'with' if exams else 'no':4} exams {name:>7}: {short:5.2f} below the best known")
    off = [one["off_referee"] for one in found if one["off_referee"] is not None]
    sound = sum(bool(one["feasible"] and one["bound_holds"]) for one in found)
    print(f"  the referee finds {sound} of {len(found)} sound; chances differ from its own by at most {max(off):.5f}")


def _instance(referee: ModuleType, actions: int, rounds: int, seed: int, *, exams: bool) -> dict[str, Any]:
    told: dict[str, Any] = referee.make(actions, rounds, seed)
    if not exams:
        for action in told["actions"]:
            action["pass_probability"], action["retry_weeks"] = 1.0, None
    return told


def _read(told: dict[str, Any]) -> Instance:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "instance.json"
        path.write_text(json.dumps(told))
        return read_instance(path)[0]


def _warm(referee: ModuleType) -> None:
    """Compiled code is loaded, and the solver, before anything is timed."""
    _ours(_read(referee.make(6, 3, 1)), [3.0], seed=0)


def _referee() -> ModuleType:
    spec = importlib.util.spec_from_file_location("roadmap_referee", REFEREE)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{REFEREE} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="20x6,40x10")
    parser.add_argument("--seeds", default="500,501,502")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--longer", type=float, default=0.0, help="seconds of a second run, for the best known")
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
