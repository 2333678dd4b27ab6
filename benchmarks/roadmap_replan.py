"""What few changes to an old plan are worth after a fact, beside solving the problem anew.

On instances that the independent referee makes: a plan is drawn (the better of two seeds), then the middle round slips
26 weeks and the bar rises by 0.2 everywhere, then the plan is redrawn with 0 to 5 changes and the new problem solved
cold with the same number of slices. All work is counted in slices, so the figures do not depend on how busy the machine
is. The referee judges every plan with at most three changes. Half of the instances are without exams.

An instance that is done is kept in a file of its own, by the code that made it, so a run that was ended goes on, and
several may share the work.

    python benchmarks/roadmap_replan.py [--seeds 3001-3020] [--slices 96] [--kept FOLDER] [--part 1/2] [--out FILE]
"""

import argparse
import json
import os
import statistics
import sys
import time
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from odds_piece import digest_of
from roadmap_instances import ENGINE, HERE, judged, keep_piece, kept_piece, ran_on, read, referee, told_of
from twelfth.engines import AnytimeRedrawer
from twelfth.engines.roadmap.planner import Search
from twelfth.roadmap import Instance, Plan, Replan, chance, changes

ACTIONS, ROUNDS = 40, 10
SLIP_WEEKS, BAR = 26, 0.2
ALLOWED, MOST_LOST, SHARE = 3, 0.005, 0.9
"""What must be shown: on so many of the instances at most three changes for at most half a point lost."""
CURVE = range(6)


def main() -> int:
    asked = _asked()
    judge = referee()
    code = [file for place in ENGINE for file in sorted(place.rglob("*.py"))]
    digest = digest_of(file.read_text(encoding="utf-8") for file in [*code, HERE / "roadmap_replan.py"])
    first, last = (int(one) for one in asked.seeds.split("-"))
    pieces = [(seed, exams) for seed in range(first, last + 1) for exams in (False, True)]
    part, parts = (int(one) for one in asked.part.split("/"))
    found = []
    for place, (seed, exams) in enumerate(pieces):
        name = f"{seed}_{'exams' if exams else 'none'}_{asked.slices}_{digest}"
        one = kept_piece(asked.kept, name)
        if one is None and place % parts == part - 1:
            one = _measured(judge, seed, asked.slices, exams=exams)
            keep_piece(asked.kept, name, one)
            print(_line(one), flush=True)
        if one is not None:
            found.append(one)
    if not found:
        return 0
    summary = _summary(found)
    print(f"\n{len(found)} of {len(pieces)} instances, load average {os.getloadavg()[0]:.1f} now")
    print(json.dumps(summary, indent=1))
    if asked.out:
        told = {"machine": ran_on(), "slices": asked.slices, "summary": summary, "instances": found}
        asked.out.write_text(json.dumps(told, indent=1) + "\n")
    return 0 if summary["enough"] and summary["judged_sound"] == len(found) else 1


def _measured(judge: ModuleType, seed: int, slices: int, *, exams: bool) -> dict[str, Any]:
    begun = time.perf_counter()
    told = told_of(judge, ACTIONS, ROUNDS, seed, exams=exams)
    old = max((_solved(read(told), slices, one) for one in (0, 1)), key=lambda pair: pair[0])[1]
    for place, one in enumerate(told["rounds"]):
        one["base_logit"] = round(one["base_logit"] - BAR, 2)
        one["week"] += SLIP_WEEKS if place == ROUNDS // 2 else 0
    now = read(told)
    cold, anew = _solved(now, slices, 2)
    found = list(islice(AnytimeRedrawer().redraw(now, Replan(old=old, most=ALLOWED), seed=0), slices))[-1]
    steps = [found.within(most) for most in CURVE]
    few = steps[ALLOWED]
    if few is None or any(step is None for step in steps):
        raise SystemExit("A slipped round makes no plan impossible.")
    verdict = judged(judge, told, few.plan, found.bound)
    return {
        "seed": seed,
        "exams": exams,
        "planned": len(old.work),
        "as_it_was": chance(now, old.completions(now.by_id)),
        "curve": [step.chance for step in steps if step is not None],
        "changes": len(few.changes),
        "cold": cold,
        "cold_changes": len(changes(old, anew, now)),
        "best": max(cold, found.steps[-1].chance),
        "bound": found.bound,
        "sound": bool(verdict["feasible"] and verdict["bound_holds"]),
        "off_referee": abs(verdict["chance"] - few.chance) if verdict["feasible"] else None,
        "seconds": round(time.perf_counter() - begun, 1),
        "load": round(os.getloadavg()[0], 1),
    }


def _solved(instance: Instance, slices: int, seed: int) -> tuple[float, Plan]:
    """The best chance after so many slices of search that knows no old plan, and its plan."""
    search = Search.of(instance, seed, chance(instance, {}))
    for _ in range(slices):
        search.slice()
    return search.chance, search.plan


def _summary(found: list[dict[str, Any]]) -> dict[str, Any]:
    lost = [[100 * (one["cold"] - one["curve"][most]) for one in found] for most in CURVE]
    within = [one for one in found if one["cold"] - one["curve"][ALLOWED] <= MOST_LOST]
    return {
        "instances": len(found),
        "share_within": round(len(within) / len(found), 3),
        "enough": len(within) >= SHARE * len(found),
        "points_lost_as_it_was": _spread([100 * (one["cold"] - one["as_it_was"]) for one in found]),
        "points_lost_by_changes": {most: _spread(each) for most, each in zip(CURVE, lost, strict=True)},
        "cold_changes": _spread([float(one["cold_changes"]) for one in found]),
        "planned": _spread([float(one["planned"]) for one in found]),
        "judged_sound": sum(one["sound"] for one in found),
        "off_referee_at_most": max(
            (one["off_referee"] for one in found if one["off_referee"] is not None), default=None
        ),
    }


def _spread(values: list[float]) -> dict[str, float]:
    """Least, median and most; the most lost is the worst."""
    return {
        "least": round(min(values), 2),
        "median": round(statistics.median(values), 2),
        "most": round(max(values), 2),
    }


def _line(one: dict[str, Any]) -> str:
    curve = " ".join(f"{value:.4f}" for value in one["curve"])
    return (
        f"{one['seed']} {'exams' if one['exams'] else '     '} as it was {one['as_it_was']:.4f}  {curve}  cold "
        f"{one['cold']:.4f} ({one['cold_changes']} of {one['planned']} moved)  {one['seconds']} s, load {one['load']}"
    )


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="3001-3020", help="first and last")
    parser.add_argument("--slices", type=int, default=96)
    parser.add_argument("--kept", type=Path, default=Path("build/replan"), help="where what is done is kept")
    parser.add_argument("--part", default="1/1", help="this share of the work, such as 1/2")
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
