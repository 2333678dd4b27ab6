"""Whether every plan can be done and every bound holds: instances of mixed size, by the independent referee.

Sizes, years, how much no profile shows and whether there are exams are drawn from a seed. Each instance gets a fixed
number of slices, so that the verdicts hang on no clock. Held against the referee: the last plan, its chance, and every
bound on the way against the last chance. What was judged is kept in a folder by the code that made it, so a run that
was ended goes on. Exit status 1 if a plan cannot be done, a bound does not hold or a chance is off by more than 0.001.

    python benchmarks/roadmap_judged.py [--from 0] [--count 200] [--slices 12] [--seed 1] [--out FILE]
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from odds_piece import digest_of
from roadmap_instances import ENGINE, HERE, judged, keep_piece, kept_piece, ran_on, read, referee, told_of
from roadmap_methods import warm
from twelfth.engines import AnytimePlanner

PIECES = HERE.parent / "build" / "roadmap"
SIZES = ((6, 3), (8, 4), (10, 4), (12, 5), (15, 6), (20, 6), (20, 12), (30, 8), (40, 10), (60, 12))
YEARS, SIGMAS = (5, 10), (0.0, 0.5, 1.0, 1.5)
OFF, ALLOWED = 1e-3, 5e-4
"""The chance may differ from the referee's by so much; the referee's own allowance for a bound."""


def drawn(place: int, seed: int) -> dict[str, Any]:
    """The instance at a place of the mix; its own seed is one that no development run uses."""
    rng = np.random.default_rng([seed, place])
    actions, rounds = SIZES[int(rng.integers(len(SIZES)))]
    return {
        "actions": actions,
        "rounds": rounds,
        "years": int(rng.choice(YEARS)),
        "sigma": float(rng.choice(SIGMAS)),
        "exams": bool(rng.random() < 0.6),
        "seed": 1_000_000 * seed + place,
    }


def verdict_of(judge: ModuleType, drawn_as: dict[str, Any], slices: int) -> dict[str, Any]:
    sizes = {name: drawn_as[name] for name in ("actions", "rounds", "seed", "exams", "years", "sigma")}
    told = told_of(judge, **sizes)
    begun, bounds, last = time.perf_counter(), [], None
    for last in AnytimePlanner().best_chance(read(told)):
        bounds.append(last.bound)
        if last.effort.slices >= slices:
            break
    if last is None:
        raise SystemExit(f"No answer for {drawn_as}")
    seconds = time.perf_counter() - begun
    verdict = judged(judge, told, last.plan, last.bound)
    off = abs(verdict["chance"] - last.chance) if verdict["feasible"] else None
    return {
        **drawn_as,
        "slices": last.effort.slices,
        "feasible": verdict["feasible"],
        "violations": verdict["violations"],
        "bounds": len(bounds),
        "bounds_hold": verdict["feasible"] and all(verdict["chance"] <= bound + ALLOWED for bound in bounds),
        "chance": last.chance,
        "bound": last.bound,
        "off_referee": off,
        "sound": bool(verdict["feasible"] and verdict["bound_holds"] and off is not None and off <= OFF),
        "seconds": round(seconds, 3),
    }


def line(one: dict[str, Any]) -> str:
    size = f"{one['actions']}x{one['rounds']}"
    kind = f"{one['years']} y sigma {one['sigma']:g} {'exams' if one['exams'] else '     '}"
    said = f"{one['chance']:.4f} < {one['bound']:.4f}  off {one['off_referee'] or 0:.5f}"
    return f"{one['seed']} {size:6} {kind}  {said}  {'sound' if one['sound'] else 'NOT SOUND'}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--slices", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pieces", type=Path, default=PIECES)
    parser.add_argument("--out", type=Path, default=None)
    asked, judge = parser.parse_args(), referee()
    files = [file for place in ENGINE for file in sorted(place.rglob("*.py"))]
    code = digest_of(file.read_text(encoding="utf-8") for file in files)
    begun, found = time.perf_counter(), []
    warm(read(told_of(judge, 6, 3, 1, exams=True)))
    for place in range(asked.start, asked.start + asked.count):
        key = f"judged-{asked.seed}-{place}-{asked.slices}-{code}"
        one = kept_piece(asked.pieces, key)
        if one is None:
            one = verdict_of(judge, drawn(place, asked.seed), asked.slices)
            keep_piece(asked.pieces, key, one)
        found.append(one)
        print(line(one), flush=True)
    sound = sum(one["sound"] and one["bounds_hold"] for one in found)
    off = max(one["off_referee"] or 0.0 for one in found)
    bounds = sum(one["bounds"] for one in found)
    sizes = Counter(f"{one['actions']}x{one['rounds']}" for one in found)
    print(f"sound {sound} of {len(found)}; {bounds} bounds held against the last plan; chance off by at most {off:.5f}")
    print("by size: " + ", ".join(f"{size} {count}" for size, count in sorted(sizes.items())))
    print(f"{sum(one['seconds'] for one in found):.0f} s of planning, {time.perf_counter() - begun:.0f} s in this run")
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        head = {"ran_on": ran_on(), "code": code, "sound": sound, "of": len(found), "off_referee": off}
        asked.out.write_text(json.dumps(head | {"instances": found}, indent=1) + "\n", encoding="utf-8")
    return 0 if sound == len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
