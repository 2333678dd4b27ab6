"""Twelfth's planner beside greedy, random search, plain CP-SAT and PyJobShop, each given equal seconds.

CP-SAT and PyJobShop have two workers, Twelfth a thread of search and one of proof. With --clock core, seconds are those
of the cores (CP-SAT has both together twice as many; PyJobShop is asked again for longer until it had them), which what
else the machine does disturbs little. Greedy of either kind takes what time it takes, a part of a second. Every plan is
judged by the referee, which knows none of them. Every second instance has exams.

What was made is kept in a folder, an instance and method at a time and by the code that made it, so a run that was
ended goes on, and methods whose code is the same are not run again. `load` is how many processes wanted a core in the
minute before: above 0.5 on a machine of two, seconds of the clock were not equal.

    python benchmarks/roadmap_duel.py [--size 40x10] [--from 7000] [--count 40] [--seconds 1,10] [--clock core|wall]
        [--peers PYTHON] [--out FILE]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from odds_piece import digest_of
from roadmap_cpsat import WISHES, Work, cpsat_work
from roadmap_greedy import greedy_by_gain
from roadmap_instances import ENGINE, HERE, judged, keep_piece, kept_piece, ran_on, read, referee, told_of
from roadmap_methods import greedy, planned, random_search, warm
from twelfth.roadmap import Plan

BENCH_PYTHON = HERE.parent / ".venv-bench" / "bin" / "python"
PIECES = HERE.parent / "build" / "roadmap"
OURS, PYJOBSHOP = "Twelfth", "PyJobShop"
ENOUGH, MOST_BEHIND = 0.95, 0.002
LEVEL = 1e-4
"""Chances this close are level: the referee's own is repeatable to about so much."""

Told = dict[str, Any]
Judge = Callable[[Told, list[float]], list[Plan]]


def methods(peers: str, *, core: bool) -> dict[str, tuple[Judge, list[Path]]]:
    """Of each method: its plans at each mark, and the code that they hang on."""
    engine = [file for place in ENGINE for file in sorted(place.rglob("*.py"))]
    shared = [*engine, HERE / "roadmap_methods.py"]
    clock = time.process_time if core else time.perf_counter
    found: dict[str, tuple[Judge, list[Path]]] = {
        OURS: (lambda told, marks: [at.plan or Plan() for at in planned(read(told), marks, clock=clock)[0]], shared),
        "greedy": (lambda told, marks: [greedy(read(told))] * len(marks), shared),
        "greedy by gain": (
            lambda told, marks: [greedy_by_gain(read(told))] * len(marks),
            [*engine, HERE / "roadmap_greedy.py"],
        ),
        "random search": (lambda told, marks: random_search(read(told), marks, clock=clock), shared),
    }
    for wish in WISHES:
        found[f"CP-SAT, {wish}"] = (_cpsat(wish, core=core), [HERE / "roadmap_cpsat.py"])
    if peers:
        found[PYJOBSHOP] = (_pyjobshop(peers, core=core), [HERE / "roadmap_pyjobshop.py", HERE / "roadmap_cpsat.py"])
    return found


def _cpsat(wish: str, *, core: bool) -> Judge:
    return lambda told, marks: [Plan.of(cpsat_work(told, mark, wish, core=core)) for mark in marks]


def _pyjobshop(python: str, *, core: bool) -> Judge:
    def plans(told: Told, marks: list[float]) -> list[Plan]:
        command = [python, str(HERE / "roadmap_pyjobshop.py"), "--seconds", ",".join(map(str, marks))]
        command += ["--clock", "core" if core else "wall"]
        done = subprocess.run(command, input=json.dumps(told), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"PyJobShop broke off:\n{done.stderr}")
        works: list[Work] = json.loads(done.stdout)
        return [Plan.of(work) for work in works]

    return plans


def piece_of(
    judge: ModuleType, told: Told, name: str, plans: Judge, marks: list[float], *, folder: Path, key: str
) -> dict[str, Any]:
    """The referee's word on the plans of one method for one instance, kept or made now."""
    found = kept_piece(folder, key)
    if found is None:
        on = ran_on()
        verdicts = [judged(judge, told, plan) for plan in plans(told, marks)]
        wrong = [one for verdict in verdicts for one in verdict["violations"]]
        chances = [verdict["chance"] if verdict["feasible"] else 0.0 for verdict in verdicts]
        found = {"method": name, "chances": chances, "violations": wrong, "ran_on": on}
        keep_piece(folder, key, found)
    return found


def summary(instances: list[dict[str, Any]], marks: list[float]) -> list[dict[str, Any]]:
    """Of each method at each mark: on how many Twelfth is ahead, level and behind, and by how much."""
    rows = []
    others = [name for name in instances[0]["chances"] if name != OURS]
    for place, mark in enumerate(marks):
        for name in others:
            for kind, own in _kinds(instances):
                leads = [one["chances"][OURS][place] - one["chances"][name][place] for one in own]
                rows.append(
                    {
                        "seconds": mark,
                        "method": name,
                        "instances": kind,
                        "of": len(leads),
                        "ahead": sum(lead > LEVEL for lead in leads),
                        "level": sum(abs(lead) <= LEVEL for lead in leads),
                        "worst": min(leads),
                        "median": statistics.median(leads),
                        "most": max(leads),
                    }
                )
    return rows


def _kinds(instances: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    kinds = [
        ("all", instances),
        ("no exams", [one for one in instances if not one["exams"]]),
        ("exams", [one for one in instances if one["exams"]]),
    ]
    return [(kind, own) for kind, own in kinds if own]


def shown(rows: list[dict[str, Any]]) -> str:
    lines = [f"{'seconds':>7} {'method':15} {'instances':9} {'ahead':>8} {'level':>5}  by points: worst median most"]
    for row in rows:
        ahead = f"{row['ahead']}/{row['of']}"
        points = f"{100 * row['worst']:7.2f} {100 * row['median']:7.2f} {100 * row['most']:7.2f}"
        lines.append(
            f"{row['seconds']:7g} {row['method']:15} {row['instances']:9} {ahead:>8} {row['level']:5}  {points}"
        )
    for row in rows:
        if row["instances"] == "all":
            met = row["ahead"] >= ENOUGH * row["of"] and row["worst"] >= -MOST_BEHIND
            lines.append(f"{'met' if met else 'NOT MET':8} ahead of {row['method']} at {row['seconds']:g} s")
    return "\n".join(lines)


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="40x10")
    parser.add_argument("--from", dest="start", type=int, default=7000, help="the first seed")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seconds", default="1,10")
    parser.add_argument("--clock", choices=("core", "wall"), default="core")
    parser.add_argument("--peers", default="", help="the Python of the peers' environment; made by make bench-peers")
    parser.add_argument("--without", default="", help="methods to leave out, with ; between them")
    parser.add_argument("--pieces", type=Path, default=PIECES)
    parser.add_argument("--out", type=Path, default=None)
    return parser.parse_args()


def main() -> int:
    asked, judge = asked_for(), referee()
    peers = asked.peers or (str(BENCH_PYTHON) if BENCH_PYTHON.exists() else "")
    if not peers:
        print("The peers' environment is not installed (make bench-peers): PyJobShop is skipped.", flush=True)
    marks = [float(one) for one in asked.seconds.split(",")]
    actions, rounds = (int(one) for one in asked.size.split("x"))
    small = told_of(judge, 6, 3, 1, exams=True)
    warm(read(small))
    cpsat_work(small, 0.5, "chords", core=False)
    ways = methods(peers, core=asked.clock == "core")
    ways = {name: way for name, way in ways.items() if name not in asked.without.split(";")}
    codes = {name: digest_of(file.read_text(encoding="utf-8") for file in files) for name, (_, files) in ways.items()}
    instances = []
    for seed in range(asked.start, asked.start + asked.count):
        exams = seed % 2 == 1
        told = told_of(judge, actions, rounds, seed, exams=exams)
        pieces = {}
        for name, (plans, _) in ways.items():
            key = f"duel-{asked.size}-{seed}-{asked.clock}-{asked.seconds}-{name}-{codes[name]}".replace(
                " ", "_"
            ).replace(",", "_")
            pieces[name] = piece_of(judge, told, name, plans, marks, folder=asked.pieces, key=key)
        instances.append(
            {
                "seed": seed,
                "exams": exams,
                "chances": {name: piece["chances"] for name, piece in pieces.items()},
                "violations": {name: piece["violations"] for name, piece in pieces.items() if piece["violations"]},
                "load": max(piece["ran_on"]["load"] for piece in pieces.values()),
            }
        )
        figures = "  ".join(
            f"{name} " + "/".join(f"{one:.3f}" for one in piece["chances"]) for name, piece in pieces.items()
        )
        print(f"{seed} {'exams' if exams else '     '} {figures}", flush=True)
    rows = summary(instances, marks)
    print(shown(rows))
    loads = [one["load"] for one in instances]
    print(f"load before a method began: median {statistics.median(loads):.1f}, most {max(loads):.1f}")
    broken = [(one["seed"], name, why) for one in instances for name, why in one["violations"].items()]
    print("\n".join(f"not feasible: {one}" for one in broken) or "the referee finds every plan feasible")
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        head = {
            "size": asked.size,
            "seconds": marks,
            "clock": asked.clock,
            "ran_on": ran_on(),
            "code": codes,
            "summary": rows,
        }
        asked.out.write_text(json.dumps(head | {"instances": instances}, indent=1) + "\n", encoding="utf-8")
    return 1 if any(name == OURS for _, name, _ in broken) else 0


if __name__ == "__main__":
    sys.exit(main())
