"""How the planner grows with actions, rounds and years: seconds to the first checked plan, and what it has by then.

One of the three varies, the others stay at 40 actions, 10 rounds and 10 years; years at 5 rounds, since a single year
has room for no more. The gap is bound minus chance, in points; medians over seeds. With --clock core, seconds are those
of the core, which what else the machine does disturbs little.

    python benchmarks/roadmap_scaling.py [--seeds 8000,8001] [--seconds 1,10] [--clock core|wall] [--out FILE]
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from roadmap_instances import judged, ran_on, read, referee, told_of
from roadmap_methods import planned, warm

SERIES = {
    "actions": [(actions, 10, 10) for actions in (10, 20, 40, 80, 160)],
    "rounds": [(40, rounds, 10) for rounds in (3, 6, 12, 24)],
    "years": [(40, 5, years) for years in (1, 2, 5, 10, 15)],
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="8000,8001")
    parser.add_argument("--seconds", default="1,10")
    parser.add_argument("--clock", choices=("core", "wall"), default="core")
    parser.add_argument("--series", default=",".join(SERIES))
    parser.add_argument("--out", type=Path, default=None)
    asked, judge = parser.parse_args(), referee()
    marks = [float(one) for one in asked.seconds.split(",")]
    clock = time.process_time if asked.clock == "core" else time.perf_counter
    warm(read(told_of(judge, 6, 3, 1, exams=True)))
    on, found = ran_on(), []
    print(f"load {on['load']} in the minute before")
    heads = "  ".join(f"{mark:g} s: chance   gap" for mark in marks)
    print(f"{'':8} {'actions x rounds, years':24} {'':5} first plan  {heads}", flush=True)
    for series in asked.series.split(","):
        for actions, rounds, years in SERIES[series]:
            for exams in (False, True):
                own: list[dict[str, Any]] = []
                for seed in (int(one) for one in asked.seeds.split(",")):
                    told = told_of(judge, actions, rounds, seed, exams=exams, years=years)
                    at, first = planned(read(told), marks, clock=clock)
                    last = at[-1]
                    sound = last.plan is not None and judged(judge, told, last.plan, last.bound)["bound_holds"]
                    own.append(
                        {
                            "seed": seed,
                            "first_plan_s": first,
                            "at": [(one.seconds, one.chance, one.bound, one.slices) for one in at],
                            "sound": bool(sound),
                        }
                    )
                case = {"series": series, "actions": actions, "rounds": rounds, "years": years, "exams": exams}
                found.append(case | {"runs": own})
                print(line(found[-1], marks), flush=True)
    sound = sum(run["sound"] for one in found for run in one["runs"])
    print(f"the referee finds {sound} of {sum(len(one['runs']) for one in found)} sound")
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(
            json.dumps({"ran_on": on, "clock": asked.clock, "cases": found}, indent=1) + "\n", encoding="utf-8"
        )
    return 0 if all(run["sound"] for one in found for run in one["runs"]) else 1


def line(one: dict[str, Any], marks: list[float]) -> str:
    """A case in a line, by its medians."""
    runs = one["runs"]
    firsts = [run["first_plan_s"] for run in runs]
    first = "none" if None in firsts else f"{statistics.median(firsts):.2f} s"
    steps = []
    for place in range(len(marks)):
        chance = statistics.median(run["at"][place][1] for run in runs)
        gap = statistics.median(100 * (run["at"][place][2] - run["at"][place][1]) for run in runs)
        steps.append(f"{chance:10.3f} {gap:6.2f}  ")
    size = f"{one['actions']} x {one['rounds']}, {one['years']} y"
    return f"{one['series']:8} {size:24} {'exams' if one['exams'] else '':5} {first:>10}  {' '.join(steps)}"


if __name__ == "__main__":
    sys.exit(main())
