"""How long a command takes, from the shell to its last line: the speed line of the odds specification.

Each command runs in fresh processes, all of them side by side: in every round each runs once, so that a busy minute
falls on all alike. Seconds are medians, by the clock and of one core (user and system); the unit is `python -c pass`
measured in the same rounds, so that machines compare. Targets are held against seconds of one core, which on a machine
with nothing else to do are those of the clock.

    python benchmarks/command_seconds.py [--rounds 5] [--out FILE]
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from odds_machine import machine

RESULTS = Path(__file__).parent / "results" / "command_seconds.json"
TWELFTH = str(Path(sys.executable).with_name("twelfth"))
UNIT = "python -c pass"
NEWCOMER, HERNANDEZ = "newcomer --as-of 2025-12-17", "hernandez --as-of 1998-06-30"
COMMANDS = (
    f"odds {NEWCOMER}",
    "odds hernandez --as-of 1998-06-01",
    f"levers {NEWCOMER}",
    f"levers {HERNANDEZ}",
    f"audit {HERNANDEZ}",
    f"gap {HERNANDEZ}",
    f"gap {NEWCOMER}",
    f"history {HERNANDEZ}",
)
MOST_SECONDS = 1.5
"""Of `twelfth odds`, end to end."""


def took(words: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of one core. RuntimeError if the command does not end well."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[-500:]}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(rounds: int) -> dict[str, dict[str, float]]:
    """By command, the unit first: the medians, and the median clock in units."""
    asked = {UNIT: [sys.executable, "-c", "pass"]} | {one: [TWELFTH, *one.split()] for one in COMMANDS}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in asked}
    for _ in range(rounds):
        for name, words in asked.items():
            found[name].append(took(words))
    medians = {name: [statistics.median(one) for one in zip(*runs, strict=True)] for name, runs in found.items()}
    unit = medians[UNIT][0]
    return {
        name: {"clock": round(clock, 3), "core": round(core, 3), "units": round(clock / unit, 1)}
        for name, (clock, core) in medians.items()
    }


def main() -> int:
    """0 when every `odds` is within its target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    found = measured(asked.rounds)
    for name, one in found.items():
        print(
            f"{name:40} {one['clock']:7.3f} s by the clock, {one['core']:7.3f} s of one core, {one['units']:6.1f} units"
        )
    slow = [name for name, one in found.items() if name.startswith("odds") and one["core"] >= MOST_SECONDS]
    print(f"Target of {MOST_SECONDS:g} s for odds: {'NOT MET by ' + ', '.join(slow) if slow else 'met'}")
    answer = {
        "command": "python benchmarks/command_seconds.py",
        "rounds": asked.rounds,
        "machine": machine(),
        "target": {"odds_core_seconds": MOST_SECONDS},
        "target_met": not slow,
        "unit": UNIT,
        "seconds": found,
    }
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(answer, indent=1) + "\n", encoding="utf-8")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
