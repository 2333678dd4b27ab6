"""How long `twelfth gap` takes, and how much memory, against a yes group of 10^3, 10^4 and 10^5 people with 8 traits.

Target: under 2 seconds and under 500 MB at 10^5. Each size is a pack made by `twelfth pack new --from-csv` and a case
measured by `twelfth gap CASE --json`, both as processes of the installed command, so that starting Python and reading
the files are in the figure. The best and the median of five runs are kept; memory is the largest resident set of any
run. The two categories have no blank cell; of the other columns one cell in twenty is blank.

    python benchmarks/large_yes_group.py [--seed 1] [--runs 5] [--out FILE]
"""

import argparse
import csv
import importlib.metadata
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

SIZES = (1_000, 10_000, 100_000)
SECONDS, MEGABYTES = 2.0, 500.0
TWELFTH = Path(sys.executable).parent / "twelfth"
RESULTS = Path(__file__).parent / "results" / "large_yes_group.json"
CHILD = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
seconds = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"rc": done.returncode, "seconds": seconds, "peak": used.ru_maxrss, "bytes": len(done.stdout),
                  "stderr": done.stderr.decode()[-500:]}))
"""
"""Runs one command in a process of its own, so that the largest resident set is that command's and no other's."""
CASE = """\
schema = 1
name = "one"
title = "One person"
pack = "large"
"""
FACTS = {
    "published": "true",
    "abroad": "false",
    "prize": "false",
    "degree": '"master"',
    "field": '"physics"',
    "papers": "4",
    "experience": "7.5",
    "score": "141",
}


def write_people(path: Path, size: int, seed: int) -> None:
    """People with three yes/no traits, two categories and three numbers; of the yes/no and the numbers one in twenty is
    blank."""
    rng = np.random.default_rng(seed)
    columns = {
        "published": rng.choice(["yes", "no"], size),
        "abroad": rng.choice(["yes", "no"], size, p=[0.3, 0.7]),
        "prize": rng.choice(["yes", "no"], size, p=[0.1, 0.9]),
        "degree": rng.choice(["bachelor", "master", "doctorate"], size, p=[0.2, 0.4, 0.4]),
        "field": rng.choice(["physics", "biology", "chemistry", "history", "law"], size),
        "papers": rng.poisson(4, size).astype(str),
        "experience": np.char.mod("%.1f", rng.gamma(4, 2, size)),
        "score": rng.normal(150, 8, size).round().astype(int).astype(str),
    }
    cells = np.column_stack(list(columns.values())).astype(object)
    blank = rng.random(cells.shape) < 0.05
    blank[:, [list(columns).index("degree"), list(columns).index("field")]] = False
    cells[blank] = ""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", *columns])
        out.writerows([f"person {number}", *row] for number, row in enumerate(cells, 1))


def measured(command: list[str], folder: Path) -> dict[str, float]:
    """Seconds and peak megabytes of one command. Leaves with the command's message when it does not end well."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *command], cwd=folder, capture_output=True, check=True, text=True
    )
    found = json.loads(done.stdout)
    if found["rc"] != 0:
        sys.exit(f"{' '.join(command)} ended with {found['rc']}: {found['stderr']}")
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return {"seconds": found["seconds"], "megabytes": found["peak"] / unit}


def row(size: int, *, seed: int, runs: int) -> dict[str, float]:
    """One size: made once, measured several times."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_people(folder / "people.csv", size, seed)
        made = measured([str(TWELFTH), "pack", "new", "large", "--from-csv", "people.csv"], folder)
        facts = [f'\n[[fact]]\ntrait = "{trait}"\nvalue = {value}\nfrom = "2020"\n' for trait, value in FACTS.items()]
        (folder / "one.toml").write_text(CASE + "".join(facts), encoding="utf-8")
        found = [measured([str(TWELFTH), "gap", "one.toml", "--json"], folder) for _ in range(runs)]
    seconds = sorted(one["seconds"] for one in found)
    return {
        "people": size,
        "seconds_best": round(seconds[0], 3),
        "seconds_median": round(seconds[len(seconds) // 2], 3),
        "peak_mb": round(max(one["megabytes"] for one in found), 1),
        "pack_new_seconds": round(made["seconds"], 3),
        "pack_new_peak_mb": round(made["megabytes"], 1),
    }


def main() -> int:
    """0 when the median and the peak at the largest size are within the target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    rows = []
    for size in SIZES:
        rows.append(row(size, seed=options.seed, runs=options.runs))
        one = rows[-1]
        gap = f"{one['seconds_median']:.2f} s (best {one['seconds_best']:.2f}), {one['peak_mb']:.0f} MB"
        made = f"{one['pack_new_seconds']:.2f} s, {one['pack_new_peak_mb']:.0f} MB"
        print(f"{size:>7,} people: {gap}; making the pack {made}", flush=True)
    met = rows[-1]["seconds_median"] < SECONDS and rows[-1]["peak_mb"] < MEGABYTES
    print(f"Target of {SECONDS:g} s and {MEGABYTES:g} MB at {SIZES[-1]:,} people: {'met' if met else 'NOT MET'}")
    versions = {name: importlib.metadata.version(name) for name in ("twelfth", "numpy", "scipy", "typer")}
    answer = {
        "command": "python benchmarks/large_yes_group.py",
        "seed": options.seed,
        "runs": options.runs,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cpu_count": os.cpu_count(),
        "page_size": resource.getpagesize(),
        "versions": versions,
        "target": {"seconds": SECONDS, "megabytes": MEGABYTES, "people": SIZES[-1]},
        "target_met": met,
        "rows": rows,
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(answer, indent=1) + "\n", encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
