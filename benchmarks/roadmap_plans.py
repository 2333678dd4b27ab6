"""How good the planner's plans and bounds are after so many seconds, on instances that the independent referee makes.

Beside it, with the same decoder: greedy (most effect per hour first) and random search (random orders and selections).
Every plan is judged by the referee, which knows nothing of the planner; the best known of an instance is the best that
any method found, here or with --longer. Instances without exams are those with every exam taken for passed.

    python benchmarks/roadmap_plans.py [--sizes 20x6,40x10] [--seeds 500,501] [--seconds 10] [--longer 0] [--out FILE]
"""

import argparse
import json
import statistics
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from roadmap_instances import judged, ran_on, read, referee, told_of
from roadmap_methods import greedy, planned, random_search, warm
from twelfth.roadmap import Instance, Plan, chance

MARKS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 60.0)
RANDOM_SECONDS = 10.0
"""No longer than this for random search, which finds little after it."""


def main() -> int:
    asked, judge = _asked(), referee()
    warm(read(told_of(judge, 6, 3, 1, exams=True)))
    found = []
    for size in asked.sizes.split(","):
        actions, rounds = (int(one) for one in size.split("x"))
        for exams in (False, True):
            for seed in (int(one) for one in asked.seeds.split(",")):
                told = told_of(judge, actions, rounds, seed, exams=exams)
                found.append({"size": size, "exams": exams, "seed": seed} | _measured(judge, told, asked))
                print(_line(found[-1]), flush=True)
                if asked.out:  # each time, so that a run that is ended leaves what it found
                    asked.out.parent.mkdir(parents=True, exist_ok=True)
                    asked.out.write_text(json.dumps({"machine": ran_on(), "instances": found}, indent=1) + "\n")
    _summary(found)
    return 0 if all(one["feasible"] and one["bound_holds"] for one in found) else 1


def _measured(judge: ModuleType, told: dict[str, Any], asked: argparse.Namespace) -> dict[str, Any]:
    instance = read(told)
    marks = [mark for mark in MARKS if mark <= asked.seconds]
    at, first = planned(instance, marks)
    last = at[-1]
    if last.plan is None:
        raise SystemExit("No answer came within the last mark: is the machine busy?")
    verdict = judged(judge, told, last.plan, last.bound)
    beside = {
        "greedy": _chance(instance, greedy(instance)),
        "random": _chance(instance, random_search(instance, [min(asked.seconds, RANDOM_SECONDS)])[0]),
    }
    best = max(last.chance, *beside.values())
    if asked.longer:
        best = max(best, planned(instance, [asked.longer], seed=1)[0][0].chance)
    return {
        "first_plan_s": first,
        "ours": [(one.seconds, one.chance, one.bound, one.slices) for one in at],
        **beside,
        "best": best,
        "feasible": verdict["feasible"],
        "bound_holds": verdict["bound_holds"],
        "off_referee": abs(verdict["chance"] - last.chance) if verdict["feasible"] else None,
    }


def _chance(instance: Instance, plan: Plan) -> float:
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
